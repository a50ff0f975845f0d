#include "store/sql/database.hpp"

#include <sqlite3.h>

#include "huddlekit/errors.hpp"
#include "store/schema/schema.hpp"
#include "store/sql/sqlite_version.hpp"

namespace huddlekit {
namespace fs = std::filesystem;
namespace {

constexpr const char* kMemory = ":memory:";

[[noreturn]] void fail(const fs::path& file, const std::string& what) {
  throw StorageError(file.string() + ": " + what);
}

/// `file:` URI with what has a meaning in one escaped (sqlite.org/uri.html).
std::string uri(const fs::path& file) {
  std::string out = "file:";
  for (const char c : fs::absolute(file).string()) {
    constexpr char kHex[] = "0123456789ABCDEF";
    if (c == '?' || c == '#' || c == '%') {
      out += {'%', kHex[static_cast<unsigned char>(c) >> 4], kHex[c & 15]};
    } else {
      out += c;
    }
  }
  return out + "?immutable=1";
}

}  // namespace

const char* sqlite_version() { return sqlite3_libversion(); }

Query::~Query() {
  if (own_ || slot_ == nullptr) return;
  slot_->statement.tryReset();
  slot_->busy = false;
}

Database::Database(const fs::path& file, const Options& options)
    : path_(file), read_only_(options.read_only), busy_timeout_(options.busy_timeout) {
  const bool memory = file == kMemory;
  if (!memory) {
    std::error_code error;
    const auto status = fs::status(file, error);
    if (fs::is_directory(status)) fail(file, "is a folder, not a book");
    if (!fs::exists(status)) {
      if (!options.create || read_only_) fail(file, "no such book (create makes one)");
      os::make_private_file(file);
    }
  }
  if (!memory) {
    absolute_ = fs::absolute(file);  // the process may change its folder
    file_ = os::identity(absolute_);
  }
  connect(false);
  try {
    identify();
  } catch (const SQLite::Exception& e) {
    // A read-only folder leaves SQLite no place for its shared memory: read the file as it stands.
    const int code = e.getErrorCode() & 0xff;
    if (!read_only_ || (code != SQLITE_CANTOPEN && code != SQLITE_READONLY)) throw;
    connect(true);
    identify();
  }
  if (!read_only_) migrate(options.create || memory);
  connection_->exec("PRAGMA foreign_keys = ON");
  if (!read_only_ && !memory) log_ = os::identity(absolute_.string() + "-wal");
}

Database::Database(const Database& writer)
    : path_(writer.path_),
      absolute_(writer.absolute_),
      file_(writer.file_),
      log_(writer.log_),
      read_only_(true),
      busy_timeout_(writer.busy_timeout_) {
  check_file();  // nobody else's file under the name of ours
  connect(writer.immutable_);
}

Database::~Database() = default;

void Database::connect(bool immutable) {
  const int mode = read_only_ ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE;
  const auto& file = absolute_.empty() ? path_ : absolute_;
  immutable_ = immutable;
  try {
    connection_ = std::make_unique<SQLite::Database>(immutable ? uri(file) : file.string(),
                                                     immutable ? mode | SQLite::OPEN_URI : mode,
                                                     static_cast<int>(busy_timeout_.count()));
  } catch (const SQLite::Exception& e) {
    fail(path_, std::string("cannot be opened: ") + e.what());
  }
}

/// Refuses, without writing, what is not a book or is of a newer version.
void Database::identify() {
  const auto ask = [&](const char* pragma) {
    try {
      return connection_->execAndGet(pragma).getInt();
    } catch (const SQLite::Exception& e) {
      if (e.getErrorCode() == SQLITE_NOTADB) fail(path_, "not a huddlekit file");
      throw;
    }
  };
  const int application = ask("PRAGMA application_id");
  const int version = ask("PRAGMA user_version");
  const int tables = ask("SELECT count(*) FROM sqlite_schema");
  const auto known = static_cast<int>(migrations().size());
  if (application != kApplicationId && (application != 0 || version != 0 || tables != 0)) {
    fail(path_, "not a huddlekit file (another program's database)");
  }
  if (version > known) {
    fail(path_, "written by a newer version of huddlekit (schema " + std::to_string(version) +
                    ", this one knows " + std::to_string(known) + ")");
  }
  if (read_only_ && version < known) {
    fail(path_, version == 0 ? "not a huddlekit file (empty)"
                             : "of an older version: open it once for writing to migrate it");
  }
}

void Database::migrate(bool create) {
  const auto scripts = migrations();
  const auto known = static_cast<int>(scripts.size());
  const auto version = [&] { return connection_->execAndGet("PRAGMA user_version").getInt(); };
  if (version() == 0 && !create) fail(path_, "not a huddlekit file (empty)");
  connection_->exec("PRAGMA journal_mode = WAL");
  // Acknowledged means on the disk, not in a cache that a power cut empties.
  connection_->exec("PRAGMA synchronous = FULL");
  connection_->exec("PRAGMA secure_delete = ON");
  if (version() == known) return;

  if (version() > 0) {
    const fs::path copy = path_.string() + ".v" + std::to_string(version()) + ".bak";
    if (!fs::exists(copy)) backup(copy);
  }
  Transaction transaction(*this);
  for (int next = version(); next < known; ++next) connection_->exec(scripts[next]);
  connection_->exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  connection_->exec("PRAGMA user_version = " + std::to_string(known));
  transaction.commit();
}

void Database::check_file() const {
  if (!absolute_.empty() && os::identity(absolute_) != file_) {
    fail(path_, "was deleted or replaced while it was open; open it anew");
  }
  if (log_ != decltype(log_){} && os::identity(absolute_.string() + "-wal") != log_) {
    fail(path_,
         "its log (-wal) was removed while it was open, as happens when this process has closed "
         "the file with another copy of SQLite; the last change may not be saved: open it anew");
  }
}

std::int64_t Database::data_version() {
  auto q = query("PRAGMA data_version");
  q.next();
  return q.number(0);
}

std::int64_t Database::changes() const { return connection_->getTotalChanges(); }

void Database::abandon() noexcept {
  for (auto& [sql, slot] : cache_) (void)slot.release();
  (void)connection_.release();
}

void Database::backup(const fs::path& target) {
  if (!os::make_private_file(target)) fail(target, "exists already; a backup never overwrites");
  try {
    SQLite::Statement copy(*connection_,
                           "VACUUM INTO ?");  // one consistent snapshot, writers or not
    copy.bind(1, target.string());
    copy.exec();
  } catch (const SQLite::Exception& e) {
    std::error_code ignored;
    fs::remove(target, ignored);
    fail(target, std::string("cannot be written: ") + e.what());
  }
}

bool Database::scrub() {
  connection_->exec("VACUUM");
  auto q = query("PRAGMA wal_checkpoint(TRUNCATE)");
  return q.next() && q.number(0) == 0;
}

Transaction::Transaction(Database& database) : database_(database) {
  if (database.read_only()) {
    throw StorageError(database.path().string() + ": opened read-only", SQLITE_READONLY);
  }
  database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.run("ROLLBACK");
  } catch (const SQLite::Exception&) {
    // SQLite has rolled back already (disk full, for instance); nothing of it is left.
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
  database_.check_file();
}

Snapshot::Snapshot(Database& database) : database_(database) { database_.run("BEGIN"); }

Snapshot::~Snapshot() {
  try {
    database_.run("COMMIT");
  } catch (const SQLite::Exception&) {
    // Nothing was written; there is nothing to lose.
  }
}

}  // namespace huddlekit
