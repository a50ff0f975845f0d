// A book in a file of SQLite's.
#include "store/sql/sqlite.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <deque>

#include "store/schema/schema.hpp"
#include "store/sql/os.hpp"
#include "store/sql/sqlite_log.hpp"
#include "store/sql/sqlite_text_index.hpp"

namespace huddlekit {
namespace fs = std::filesystem;
namespace {

constexpr const char* kMemory = ":memory:";

[[noreturn]] void fail(const fs::path& file, const std::string& what) {
  throw StorageError(file.string() + ": " + what);
}

/// Nothing of SQLiteCpp's leaves this file.
template <class Work>
auto translated(const fs::path& file, Work&& work) {
  try {
    return work();
  } catch (const SQLite::Exception& e) {
    const auto what = file.string() + ": " + e.what();
    if (e.getErrorCode() != SQLITE_CONSTRAINT) throw StorageError(what, e.getExtendedErrorCode());
    throw ConstraintBroken(what, e.getExtendedErrorCode(), e.what());
  }
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

class SqliteStatement final : public Statement {
  template <class Work>
  auto in_words(Work&& work) {
    return translated(file_, work);
  }

 public:
  SqliteStatement(const fs::path& file, SQLite::Database& connection, const std::string& sql)
      : file_(file), connection_(connection), statement_(connection, sql) {}

  void bind_null(int parameter) override {
    in_words([&] { statement_.bind(parameter); });
  }
  void bind_number(int parameter, std::int64_t value) override {
    in_words([&] { statement_.bind(parameter, value); });
  }
  void bind_real(int parameter, double value) override {
    in_words([&] { statement_.bind(parameter, value); });
  }
  void bind_text(int parameter, std::string_view value) override {
    // Kept here until it is bound anew, so that SQLite need not keep a copy of its own.
    if (texts_.size() < static_cast<std::size_t>(parameter)) texts_.resize(parameter);
    auto& text = texts_[static_cast<std::size_t>(parameter - 1)];
    text = value;
    in_words([&] { statement_.bindNoCopy(parameter, text); });
  }
  bool next() override {
    return in_words([&] { return statement_.executeStep(); });
  }
  int run() override {
    return in_words([&] { return statement_.exec(); });
  }
  std::int64_t insert() override {
    // Cheaper than RETURNING, for which SQLite collects the rows before it shows the first.
    run();
    return connection_.getLastInsertRowid();
  }
  void reset() noexcept override { statement_.tryReset(); }

  bool null(int column) override {
    return in_words([&] { return statement_.isColumnNull(column); });
  }
  std::int64_t number(int column) override {
    return in_words([&] { return statement_.getColumn(column).getInt64(); });
  }
  double real(int column) override {
    return in_words([&] { return statement_.getColumn(column).getDouble(); });
  }
  std::string_view text(int column) override {
    return in_words([&] {
      const auto value = statement_.getColumn(column);
      const char* bytes = value.getText();
      return std::string_view(bytes, static_cast<std::size_t>(value.getBytes()));
    });
  }

 private:
  const fs::path& file_;
  SQLite::Database& connection_;
  std::deque<std::string> texts_;  // where they stand does not change
  SQLite::Statement statement_;
};

class Sqlite final : public Connection {
  template <class Work>
  auto in_words(Work&& work) const {
    return translated(path_, work);
  }

 public:
  Sqlite(const fs::path& file, const Database::Options& options)
      : path_(file), read_only_(options.read_only), busy_timeout_(options.busy_timeout) {
    if (file != kMemory) find_file(options);
    in_words([&] { open(options); });
  }
  ~Sqlite() override {
    if (log_keeper_) log_keeper_->close();
  }

  /// Beside `writer`, for reading.
  explicit Sqlite(const Sqlite& writer)
      : path_(writer.path_),
        absolute_(writer.absolute_),
        file_(writer.file_),
        log_(writer.log_),
        read_only_(true),
        busy_timeout_(writer.busy_timeout_),
        snapshot_(writer.snapshot_) {
    check();  // nobody else's file under the name of ours
    connect(writer.immutable_);
  }

  std::unique_ptr<Statement> prepare(const std::string& sql) override {
    return in_words([&] { return std::make_unique<SqliteStatement>(path_, *connection_, sql); });
  }
  std::unique_ptr<Connection> reader() const override { return std::make_unique<Sqlite>(*this); }
  std::unique_ptr<TextIndex> text_index(Database& database) const override {
    return sqlite_text_index(database);
  }

  void begin_reading() override { run(begin_reading_, "BEGIN"); }
  void begin_writing() override {
    if (read_only_) {
      throw StorageError(path_.string() + ": opened read-only", SQLITE_READONLY);
    }
    run(begin_writing_, "BEGIN IMMEDIATE");
  }
  void commit() override {
    run(commit_, "COMMIT");
    if (log_keeper_) in_words([&] { log_keeper_->committed(); });
  }
  void roll_back() noexcept override {
    try {
      run(roll_back_, "ROLLBACK");
    } catch (const StorageError&) {
      // SQLite has rolled back already (disk full, for instance); nothing of it is left.
    }
  }

  std::int64_t data_version() override {
    if (!data_version_) data_version_ = prepare("PRAGMA data_version");
    data_version_->next();
    const auto version = data_version_->number(0);
    data_version_->reset();
    return version;
  }
  std::int64_t changes() const override { return connection_->getTotalChanges(); }

  Engine engine() const override {
    // Mended in 3.51.3, and in 3.44.6 and 3.50.7 of the branches that are kept.
    const int version = sqlite3_libversion_number();
    const bool mended = version >= 3'051'003 || (version / 1000 == 3'050 && version >= 3'050'007) ||
                        (version / 1000 == 3'044 && version >= 3'044'006);
    return {std::string("SQLite ") + sqlite3_libversion(), !mended};
  }
  std::string broken() override {
    return in_words([&] {
      const std::string said = connection_->execAndGet("PRAGMA quick_check").getString();
      return said == "ok" ? std::string() : said;
    });
  }

  const fs::path& file() const noexcept override { return absolute_; }
  bool read_only() const noexcept override { return read_only_; }
  bool in_memory() const noexcept override { return absolute_.empty(); }

  /// SQLite never removes the log of an open book, unless another copy of SQLite in this process
  /// has closed the same file and so dropped our locks.
  void check() const override {
    if (!absolute_.empty() && os::identity(absolute_) != file_) {
      fail(path_, "was deleted or replaced while it was open; open it anew");
    }
    if (snapshot_ && (os::state(absolute_) != snapshot_->file ||
                      os::state(absolute_.string() + "-wal") != snapshot_->log)) {
      fail(path_,
           "has changed since it was opened where nothing may be written, so that only the state of"
           " then can be read: open it anew");
    }
    if (log_ != decltype(log_){} && os::identity(absolute_.string() + "-wal") != log_) {
      fail(path_,
           "its log (-wal) was removed while it was open, as happens when this process has closed "
           "the file with another copy of SQLite; the last change may not be saved: open it anew");
    }
  }

  void backup(const fs::path& target) override {
    if (os::state(target) != os::FileState{}) {
      fail(target, "exists already; a backup never overwrites");
    }
    // Under another name until it is whole: what a kill leaves behind is no backup.
    const fs::path part = target.string() + "." + std::to_string(os::process_id()) + ".part";
    std::error_code ignored;
    fs::remove(part, ignored);
    if (!os::make_private_file(part)) fail(part, "cannot be made anew");
    try {
      // One consistent snapshot, writers or not.
      SQLite::Statement copy(*connection_, "VACUUM INTO ?");
      copy.bind(1, part.string());
      copy.exec();
      os::put_in_place(part, target);
    } catch (const SQLite::Exception& e) {
      fs::remove(part, ignored);
      fail(target, std::string("cannot be written: ") + e.what());
    } catch (const StorageError&) {
      fs::remove(part, ignored);
      throw;
    }
  }

  bool scrub() override {
    return in_words([&] {
      connection_->exec("VACUUM");
      return in_memory() || log_keeper_->cut();
    });
  }

  void abandon() noexcept override {
    for (auto* own : {&begin_reading_, &begin_writing_, &commit_, &roll_back_, &data_version_}) {
      (void)own->release();
    }
    if (log_keeper_) log_keeper_->abandon();
    (void)log_keeper_.release();
    (void)connection_.release();
  }

 private:
  /// Each transaction has three of these: they are prepared once.
  void run(std::unique_ptr<Statement>& statement, const char* sql) {
    if (!statement) statement = prepare(sql);
    struct Reset {
      Statement& statement;
      ~Reset() { statement.reset(); }
    } reset{*statement};
    statement->run();
  }

  void find_file(const Database::Options& options) {
    std::error_code error;
    const auto status = fs::status(path_, error);
    if (fs::is_directory(status)) fail(path_, "is a folder, not a book");
    if (fs::exists(status) && !fs::is_regular_file(status)) fail(path_, "is not a file");
    if (!fs::exists(status)) {
      if (!options.create || read_only_) fail(path_, "no such book (create makes one)");
      os::make_private_file(path_);
    } else if (options.create && !read_only_ && fs::file_size(path_, error) == 0 && !error) {
      fs::permissions(path_, fs::perms::owner_read | fs::perms::owner_write,
                      error);  // like a new one
    }
    absolute_ = fs::absolute(path_);  // the process may change its folder
    file_ = os::identity(absolute_);
  }

  void open(const Database::Options& options) {
    connect(false);
    try {
      identify();
    } catch (const SQLite::Exception& e) {
      // A read-only folder leaves SQLite no place for its shared memory: read the file as it
      // stands, or, where a log beside it holds more, a copy of both.
      const int code = e.getErrorCode() & 0xff;
      if (!read_only_ || (code != SQLITE_CANTOPEN && code != SQLITE_READONLY)) throw;
      const auto log = os::state(absolute_.string() + "-wal");
      snapshot_ = std::make_shared<Snapshot>(Snapshot{os::state(absolute_), log, {}});
      if (log.size > 0) snapshot_->copy = copied();
      connect(log.size == 0);
      identify();
    }
    if (!read_only_) migrate(options.create || in_memory());
    connection_->exec("PRAGMA foreign_keys = ON");
    if (!read_only_ && !in_memory()) {
      log_ = os::identity(absolute_.string() + "-wal");
      log_keeper_ = std::make_unique<SqliteLog>(*connection_, absolute_,
                                                static_cast<int>(busy_timeout_.count()));
    }
  }

  /// The file and its log as they stand, in a folder of our own that goes with the last connection.
  std::shared_ptr<const fs::path> copied() const {
    auto folder = std::shared_ptr<const fs::path>(new fs::path(os::make_private_folder()),
                                                  [](const fs::path* made) {
                                                    std::error_code ignored;
                                                    fs::remove_all(*made, ignored);
                                                    delete made;
                                                  });
    std::error_code error;
    for (const char* part : {"", "-wal"}) {
      fs::copy_file(absolute_.string() + part, (*folder / "book").string() + part, error);
      if (error) fail(path_, "cannot be read: " + error.message());
    }
    if (os::state(absolute_) != snapshot_->file ||
        os::state(absolute_.string() + "-wal") != snapshot_->log) {
      fail(path_, "is being written to just now, and can only be copied here: try again");
    }
    return folder;
  }

  void connect(bool immutable) {
    // One thread at a time is a session's rule, so a connection needs no lock of its own.
    const int mode =
        SQLite::OPEN_NOMUTEX | (read_only_ ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE);
    const bool copy = snapshot_ && snapshot_->copy;
    const auto file = copy ? *snapshot_->copy / "book" : absolute_.empty() ? path_ : absolute_;
    immutable_ = immutable;
    try {
      connection_ = std::make_unique<SQLite::Database>(immutable ? uri(file) : file.string(),
                                                       immutable ? mode | SQLite::OPEN_URI : mode,
                                                       static_cast<int>(busy_timeout_.count()));
      if (!read_only_ && !absolute_.empty()) SqliteLog::leave_alone(*connection_);
    } catch (const SQLite::Exception& e) {
      fail(path_, std::string("cannot be opened: ") + e.what());
    }
  }

  /// Refuses, without writing, what is not a book or is of a newer version.
  void identify() {
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

  /// Whether there is a whole book of that version.
  static bool is_backup(const fs::path& file, int version) {
    if (!fs::exists(file)) return false;
    try {
      SQLite::Database copy(file.string(), SQLite::OPEN_READONLY);
      return copy.execAndGet("PRAGMA user_version").getInt() == version &&
             copy.execAndGet("PRAGMA quick_check").getString() == "ok";
    } catch (const SQLite::Exception&) {
      return false;
    }
  }

  void migrate(bool create) {
    const auto scripts = migrations();
    const auto known = static_cast<int>(scripts.size());
    const auto version = [&] { return connection_->execAndGet("PRAGMA user_version").getInt(); };
    if (version() == 0 && !create) fail(path_, "not a huddlekit file (empty)");
    connection_->exec("PRAGMA journal_mode = WAL");
    // Acknowledged means on the disk, not in a cache that a power cut empties.
    connection_->exec("PRAGMA synchronous = FULL");
    connection_->exec("PRAGMA secure_delete = ON");
    // 8 MiB at most instead of 2: what publishing for a thousand teams changes fits, and is not
    // written to the log and read again before it is complete.
    connection_->exec("PRAGMA cache_size = -8000");
    if (version() == known) return;

    if (version() > 0) {
      const fs::path copy = path_.string() + ".v" + std::to_string(version()) + ".bak";
      if (!is_backup(copy, version())) {
        std::error_code ignored;
        fs::remove(copy, ignored);  // a kill has cut it short
        backup(copy);
      }
    }
    SQLite::Transaction transaction(*connection_, SQLite::TransactionBehavior::IMMEDIATE);
    for (int next = version(); next < known; ++next) {
      connection_->exec(std::string(scripts[static_cast<std::size_t>(next)]));
    }
    connection_->exec("PRAGMA application_id = " + std::to_string(kApplicationId));
    connection_->exec("PRAGMA user_version = " + std::to_string(known));
    transaction.commit();
    check();
  }

  /// What was read where nothing may be written.
  struct Snapshot {
    os::FileState file, log;
    std::shared_ptr<const fs::path> copy;  // none: the file itself
  };

  fs::path path_;      // as it was given
  fs::path absolute_;  // empty in memory
  os::FileIdentity file_{};
  os::FileIdentity log_{};  // of `-wal`; zeros when only read
  bool read_only_;
  bool immutable_ = false;
  std::chrono::milliseconds busy_timeout_;
  std::shared_ptr<Snapshot> snapshot_;
  std::unique_ptr<SQLite::Database> connection_;
  std::unique_ptr<SqliteLog> log_keeper_;  // of a book that is written
  std::unique_ptr<Statement> begin_reading_, begin_writing_, commit_, roll_back_, data_version_;
};

}  // namespace

const char* sqlite_version() { return sqlite3_libversion(); }

std::unique_ptr<Connection> open_sqlite(const fs::path& file, const Database::Options& options) {
  return std::make_unique<Sqlite>(file, options);
}

}  // namespace huddlekit
