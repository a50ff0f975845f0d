#include "store/sql/sqlite_log.hpp"

#include <sqlite3.h>

#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace fs = std::filesystem;
namespace {

constexpr int kLong = 1000;       // pages: 4 MiB, as SQLite has it
constexpr int kUntilAgain = 250;  // before a checkpoint that came to no end is tried again
constexpr std::uint64_t kHeader = 32, kFrameHeader = 24;

}  // namespace

SqliteLog::SqliteLog(SQLite::Database& writer, fs::path file, int busy_timeout)
    : writer_(writer),
      file_(std::move(file)),
      busy_timeout_(busy_timeout),
      page_size_(writer.execAndGet("PRAGMA page_size").getInt()),
      next_try_(kLong) {
  leave_alone(writer_);
  sqlite3_wal_hook(
      writer_.getHandle(),
      [](void* self, sqlite3*, const char*, int pages) {
        static_cast<SqliteLog*>(self)->pages_ = pages;
        return SQLITE_OK;
      },
      this);
}

void SqliteLog::leave_alone(SQLite::Database& connection) {
  connection.exec("PRAGMA wal_autocheckpoint = 0");
  sqlite3_db_config(connection.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

std::uint64_t SqliteLog::bytes() const {
  return kHeader + static_cast<std::uint64_t>(pages_) *
                       (kFrameHeader + static_cast<std::uint64_t>(page_size_));
}

void SqliteLog::committed() {
  if (pages_ == 0) return;
  std::error_code none;
  const auto size = fs::file_size(file_.string() + "-wal", none);
  if (none || size < bytes()) {
    throw StorageError(file_.string() +
                       ": its log (-wal) was cut while it was open; the last change may not be"
                       " saved: open it anew");
  }
  if (pages_ >= next_try_) next_try_ = checkpoint() ? kLong : pages_ + kUntilAgain;
}

bool SqliteLog::checkpoint() noexcept {
  bool whole = false;
  try {
    if (!checkpointer_) {
      checkpointer_ = std::make_unique<SQLite::Database>(
          file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
      leave_alone(*checkpointer_);
      checkpointer_->exec("PRAGMA synchronous = FULL");
    }
    writer_.setBusyTimeout(0);
    // Nobody else can write until this is over, nor begin the log anew.
    SQLite::Transaction nobody_writes(writer_, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement run(*checkpointer_, "PRAGMA wal_checkpoint(PASSIVE)");
    whole = run.executeStep() && run.getColumn(0).getInt() == 0 &&
            run.getColumn(1).getInt() == run.getColumn(2).getInt();
  } catch (const SQLite::Exception&) {
    // Somebody writes just now, or the disk is full: the log stays, and nothing is lost.
  }
  try {
    writer_.setBusyTimeout(busy_timeout_);
  } catch (const SQLite::Exception&) {
  }
  return whole;
}

void SqliteLog::close() noexcept {
  if (!checkpoint()) return;
  checkpointer_.reset();
  sqlite3_db_config(writer_.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

bool SqliteLog::cut() {
  if (!checkpoint()) return false;
  writer_.exec("UPDATE generation SET number = number + 1");  // begins the log anew
  SQLite::Transaction nobody_writes(writer_, SQLite::TransactionBehavior::IMMEDIATE);
  const auto log = file_.string() + "-wal";
  if (pages_ >= kUntilAgain) return false;  // it went on behind what somebody reads
  fs::resize_file(log, bytes());
  return true;
}

}  // namespace huddlekit
