#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>

#include "huddlekit/journal.hpp"
#include "huddlekit/time.hpp"
#include "store/sql/os.hpp"

namespace huddlekit {

/// A prepared statement on loan from the database's cache: bound, stepped, and reset when it goes
/// out of scope.
class Query {
 public:
  struct Slot {
    SQLite::Statement statement;
    bool busy = false;
  };

  explicit Query(Slot& slot) : slot_(&slot) { slot.busy = true; }
  explicit Query(std::unique_ptr<Slot> own) : slot_(own.get()), own_(std::move(own)) {}
  Query(Query&& other) noexcept
      : slot_(std::exchange(other.slot_, nullptr)), own_(std::move(other.own_)) {}
  Query& operator=(Query&&) = delete;
  ~Query();

  template <class... Args>
  void bind_all(const Args&... args) {
    int index = 0;
    (bind(++index, args), ...);
  }

  bool next() { return slot_->statement.executeStep(); }
  int run() { return slot_->statement.exec(); }  ///< rows changed

  [[nodiscard]] bool null(int column) { return slot_->statement.isColumnNull(column); }
  [[nodiscard]] std::int64_t number(int column) {
    return slot_->statement.getColumn(column).getInt64();
  }
  [[nodiscard]] int small(int column) { return slot_->statement.getColumn(column).getInt(); }
  [[nodiscard]] double real(int column) { return slot_->statement.getColumn(column).getDouble(); }
  [[nodiscard]] bool flag(int column) { return number(column) != 0; }
  [[nodiscard]] std::string text(int column) {
    return slot_->statement.getColumn(column).getString();
  }
  [[nodiscard]] std::string_view view(int column) {  ///< valid until the next step
    const auto value = slot_->statement.getColumn(column);
    const char* text = value.getText();
    return {text, static_cast<std::size_t>(value.getBytes())};
  }
  [[nodiscard]] Day day(int column) { return parse_day(view(column)); }
  [[nodiscard]] std::optional<Day> maybe_day(int column) {
    return null(column) ? std::nullopt : std::optional(day(column));
  }
  [[nodiscard]] std::optional<Id> maybe_id(int column) {
    return null(column) ? std::nullopt : std::optional<Id>(number(column));
  }
  [[nodiscard]] Instant instant(int column) {
    return Instant{std::chrono::seconds{number(column)}};
  }
  [[nodiscard]] std::chrono::seconds length(int column) {
    return std::chrono::seconds{number(column)};
  }

 private:
  template <class T>
  void bind(int index, const T& value) {
    auto& statement = slot_->statement;
    if constexpr (std::is_same_v<T, Day>) {
      statement.bind(index, to_string(value));
    } else if constexpr (std::is_same_v<T, Instant>) {
      statement.bind(index, static_cast<std::int64_t>(value.time_since_epoch().count()));
    } else if constexpr (std::is_same_v<T, std::chrono::seconds>) {
      statement.bind(index, static_cast<std::int64_t>(value.count()));
    } else if constexpr (std::is_floating_point_v<T>) {
      statement.bind(index, static_cast<double>(value));
    } else if constexpr (std::is_integral_v<T>) {
      statement.bind(index, static_cast<std::int64_t>(value));
    } else if constexpr (std::is_same_v<T, std::nullopt_t>) {
      statement.bind(index);
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
      statement.bind(index, std::string(std::string_view(value)));
    } else {  // an optional
      value ? bind(index, *value) : statement.bind(index);
    }
  }

  Slot* slot_;
  std::unique_ptr<Slot> own_;
};

/// One connection to a book's file: opens, creates, migrates and copies it, and keeps prepared
/// statements. Throws StorageError for what it checks itself and SQLite::Exception otherwise, which
/// `Book` translates. Not thread-safe.
class Database {
 public:
  struct Options {
    bool create = false;
    bool read_only = false;
    std::chrono::milliseconds busy_timeout{};
  };

  Database(const std::filesystem::path& file, const Options& options);
  /// Another connection to the file of `writer`, for reading beside it.
  explicit Database(const Database& writer);
  ~Database();
  Database& operator=(const Database&) = delete;

  /// `sql` must be a string literal: the cache goes by its address.
  template <class... Args>
  Query query(const char* sql, const Args&... args) {
    auto [it, is_new] = cache_.try_emplace(sql);
    if (is_new) it->second = std::make_unique<Query::Slot>(Query::Slot{{*connection_, sql}});
    // The same statement may be running further up the stack; that one must not lose its place.
    Query query = it->second->busy
                      ? Query(std::make_unique<Query::Slot>(Query::Slot{{*connection_, sql}}))
                      : Query(*it->second);
    query.bind_all(args...);
    return query;
  }
  template <class... Args>
  int run(const char* sql, const Args&... args) {
    return query(sql, args...).run();
  }
  /// As `run`, answering the new row's id.
  template <class... Args>
  Id insert(const char* sql, const Args&... args) {
    run(sql, args...);
    return connection_->getLastInsertRowid();
  }

  /// Changes whenever another connection has committed something.
  [[nodiscard]] std::int64_t data_version();
  /// Rows that this connection has changed so far.
  [[nodiscard]] std::int64_t changes() const;
  [[nodiscard]] bool read_only() const noexcept { return read_only_; }
  [[nodiscard]] bool in_memory() const noexcept { return absolute_.empty(); }
  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
  [[nodiscard]] SQLite::Database& connection() noexcept { return *connection_; }

  /// @throws StorageError when the file or its log is not the one that was opened any more: what is
  /// written to a deleted file is lost. SQLite never removes the log of an open book, unless
  /// another copy of SQLite in this process has closed the same file and so dropped our locks.
  void check_file() const;
  void backup(const std::filesystem::path& target);
  /// Rewrites the file without its free pages and empties the log. False when another process is
  /// reading, so that the log cannot be emptied now.
  bool scrub();
  /// Leaves the connection open for ever: after a fork it belongs to the parent.
  void abandon() noexcept;

 private:
  void connect(bool immutable);
  void identify();
  void migrate(bool create);

  std::filesystem::path path_;      // as it was given
  std::filesystem::path absolute_;  // empty in memory
  os::FileIdentity file_;
  os::FileIdentity log_;  // of `-wal`; zeros when only read
  bool read_only_;
  bool immutable_ = false;
  std::chrono::milliseconds busy_timeout_;
  std::unique_ptr<SQLite::Database> connection_;
  std::unordered_map<const char*, std::unique_ptr<Query::Slot>> cache_;
};

/// Everything until `commit` happens or nothing of it. Takes the write lock at once, so that what
/// was read inside stays true until the end.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

/// One state of the file for all that is read as long as this lives, whatever is committed
/// meanwhile.
class Snapshot {
 public:
  explicit Snapshot(Database& database);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Database& database_;
};

}  // namespace huddlekit
