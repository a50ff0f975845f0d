#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "huddlekit/errors.hpp"

namespace huddlekit {

class Database;
class TextIndex;

/// A statement breaks a rule of the schema: a key that is there already, a reference to nothing.
class ConstraintBroken : public StorageError {
 public:
  ConstraintBroken(const std::string& what, int code, std::string rule)
      : StorageError(what, code), rule_(std::move(rule)) {}
  /// What the engine says of it.
  [[nodiscard]] const std::string& rule() const noexcept { return rule_; }

 private:
  std::string rule_;
};

/// A prepared statement of an engine. Parameters count from 1, columns from 0. Throws StorageError.
class Statement {
 public:
  virtual ~Statement() = default;

  virtual void bind_null(int parameter) = 0;
  virtual void bind_number(int parameter, std::int64_t value) = 0;
  virtual void bind_real(int parameter, double value) = 0;
  virtual void bind_text(int parameter, std::string_view value) = 0;

  /// Goes to the next row; false when there is none.
  virtual bool next() = 0;
  /// Runs it to its end; answers the rows changed.
  virtual int run() = 0;
  /// Runs it, an insertion of one row, to its end; answers the id that the row was given.
  virtual std::int64_t insert() = 0;
  /// Ends it and forgets what was bound.
  virtual void reset() noexcept = 0;

  [[nodiscard]] virtual bool null(int column) = 0;
  [[nodiscard]] virtual std::int64_t number(int column) = 0;
  [[nodiscard]] virtual double real(int column) = 0;
  /// Valid until the next step.
  [[nodiscard]] virtual std::string_view text(int column) = 0;
};

/// A connection to a book in some engine. Throws StorageError, which begins with the book's name.
/// Not thread-safe.
class Connection {
 public:
  virtual ~Connection() = default;
  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  [[nodiscard]] virtual std::unique_ptr<Statement> prepare(const std::string& sql) = 0;
  /// Another connection to the same book, for reading beside this one.
  [[nodiscard]] virtual std::unique_ptr<Connection> reader() const = 0;
  /// The engine's full-text search; its statements are prepared on `database`, which is this one.
  [[nodiscard]] virtual std::unique_ptr<TextIndex> text_index(Database& database) const = 0;

  /// One state of the book until the end of it.
  virtual void begin_reading() = 0;
  /// The only one to write until the end of it: what was read inside stays true.
  virtual void begin_writing() = 0;
  virtual void commit() = 0;
  virtual void roll_back() noexcept = 0;

  /// Changes whenever another connection has committed something.
  [[nodiscard]] virtual std::int64_t data_version() = 0;
  /// Rows that this connection has changed so far.
  [[nodiscard]] virtual std::int64_t changes() const = 0;

  struct Engine {
    std::string name;  // `SQLite 3.40.1`
    bool may_lose_commits = false;
  };
  [[nodiscard]] virtual Engine engine() const = 0;
  /// What is wrong with the file by the engine's own check, which reads all of it; empty: nothing.
  [[nodiscard]] virtual std::string broken() = 0;

  /// Its file from the root, since the process may change its folder; empty in memory.
  [[nodiscard]] virtual const std::filesystem::path& file() const noexcept = 0;
  [[nodiscard]] virtual bool read_only() const noexcept = 0;
  [[nodiscard]] virtual bool in_memory() const noexcept = 0;

  /// @throws StorageError when what is written would be lost, for instance into a deleted file.
  virtual void check() const = 0;
  virtual void backup(const std::filesystem::path& target) = 0;
  /// Takes what was deleted out of the book for good. False when another process is reading, so
  /// that not all of it can be taken out now.
  virtual bool scrub() = 0;
  /// Leaves the connection open for ever: after a fork it belongs to the parent.
  virtual void abandon() noexcept = 0;
};

}  // namespace huddlekit
