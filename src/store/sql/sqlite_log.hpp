#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>

namespace huddlekit {

/// The write-ahead log of a book, kept short by checkpoints of our own.
///
/// SQLite before 3.51.3 can lose commits when a checkpoint meets a writer that begins the log anew
/// (sqlite.org/wal.html, "the WAL-reset bug"), so none runs by itself after a commit, and none when
/// a connection closes that has anything left to do. Ours run while another connection of ours
/// holds the write lock: PASSIVE, which needs no lock of its own and so never turns into something
/// else; and the log is begun anew by whoever writes next, when all of it is in the file and nobody
/// reads from it.
class SqliteLog {
 public:
  /// @param writer  goes on living as long as this. @param file  absolute.
  SqliteLog(SQLite::Database& writer, std::filesystem::path file, int busy_timeout);

  /// No checkpoint by itself on that connection.
  static void leave_alone(SQLite::Database& connection);

  /// After a commit. @throws StorageError when the log on the disk is shorter than what was
  /// committed, since somebody has cut it.
  void committed();
  /// Brings all of the log into the file. False when somebody writes or reads just now, so that
  /// some of it has to stay; it is tried again later. @pre there is no transaction.
  bool checkpoint() noexcept;
  /// Takes what is behind the valid part of the log out of the file system, so that no byte of
  /// what was erased is left there. @pre there is no transaction.
  bool cut();
  /// Before the writer closes: all of the log in the file, so that SQLite may remove it. It does so
  /// when nobody else has the book open, and then nobody can be writing.
  void close() noexcept;
  /// Leaves its connection open for ever: after a fork it belongs to the parent.
  void abandon() noexcept { (void)checkpointer_.release(); }

 private:
  [[nodiscard]] std::uint64_t bytes() const;

  SQLite::Database& writer_;
  std::filesystem::path file_;
  int busy_timeout_;
  int page_size_;
  int pages_ = 0;  // in the log after our last commit; 0: we have not committed yet
  int next_try_;
  std::unique_ptr<SQLite::Database> checkpointer_;
};

}  // namespace huddlekit
