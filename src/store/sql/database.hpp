#pragma once
#include <chrono>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>

#include "core/text/named.hpp"
#include "core/text/text.hpp"
#include "huddlekit/entries.hpp"
#include "huddlekit/time.hpp"
#include "store/sql/connection.hpp"

namespace huddlekit {

/// A prepared statement on loan: bound, stepped, and reset when it goes out of scope.
class Query {
 public:
  struct Slot {
    std::unique_ptr<Statement> statement;
    bool busy = false;
  };

  explicit Query(Slot& slot) : statement_(slot.statement.get()), slot_(&slot) { slot.busy = true; }
  explicit Query(std::unique_ptr<Statement> own) : statement_(own.get()), own_(std::move(own)) {}
  Query(Query&& other) noexcept
      : statement_(other.statement_),
        slot_(std::exchange(other.slot_, nullptr)),
        own_(std::move(other.own_)) {}
  Query& operator=(Query&&) = delete;
  ~Query() {
    if (slot_ == nullptr) return;
    statement_->reset();
    slot_->busy = false;
  }

  template <class... Args>
  void bind_all(const Args&... args) {
    int parameter = 0;
    (bind(++parameter, args), ...);
  }
  template <class T>
  void bind(int parameter, const T& value) {
    if constexpr (std::is_same_v<T, Day>) {
      statement_->bind_text(parameter, to_string(value));
    } else if constexpr (std::is_same_v<T, Instant>) {
      statement_->bind_number(parameter, value.time_since_epoch().count());
    } else if constexpr (std::is_same_v<T, std::chrono::seconds>) {
      statement_->bind_number(parameter, value.count());
    } else if constexpr (std::is_enum_v<T>) {
      statement_->bind_text(parameter, name_of(value));
    } else if constexpr (std::is_floating_point_v<T>) {
      statement_->bind_real(parameter, static_cast<double>(value));
    } else if constexpr (std::is_integral_v<T>) {
      statement_->bind_number(parameter, static_cast<std::int64_t>(value));
    } else if constexpr (requires { Id{value}; }) {
      statement_->bind_number(parameter, value);
    } else if constexpr (std::is_same_v<T, std::nullopt_t>) {
      statement_->bind_null(parameter);
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
      statement_->bind_text(parameter, value);
    } else {  // an optional
      value ? bind(parameter, *value) : statement_->bind_null(parameter);
    }
  }

  bool next() { return statement_->next(); }
  int run() { return statement_->run(); }       ///< rows changed
  Id insert() { return statement_->insert(); }  ///< the new row's id

  [[nodiscard]] bool null(int column) { return statement_->null(column); }
  [[nodiscard]] std::int64_t number(int column) { return statement_->number(column); }
  // What a book holds is not to be trusted: bytes may have been damaged, or written by somebody who
  // means harm. What is used as an index, a divisor or a length is looked at here.
  [[nodiscard]] int small(int column) {
    return within(column, std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
  }
  /// @throws StorageError outside of that.
  [[nodiscard]] std::int64_t between(int column, std::int64_t least, std::int64_t most) {
    const auto n = number(column);
    if (n >= least && n <= most) return n;
    no_such(column, "a number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  [[nodiscard]] int within(int column, int least, int most) {
    return static_cast<int>(between(column, least, most));
  }
  [[nodiscard]] double real(int column) { return statement_->real(column); }
  [[nodiscard]] bool flag(int column) { return number(column) != 0; }
  [[nodiscard]] std::string text(int column) { return std::string(view(column)); }
  /// Valid until the next step.
  [[nodiscard]] std::string_view view(int column) { return statement_->text(column); }
  template <class Enum>
  [[nodiscard]] Enum word(int column) {
    if (const auto known = from_name<Enum>(view(column))) return *known;
    no_such(column, "one of " + all_names<Enum>());
  }
  [[nodiscard]] Day day(int column) {
    try {
      return parse_day(view(column));
    } catch (const InvalidArgument&) {
      no_such(column, "a day");
    }
  }
  [[nodiscard]] std::optional<Day> maybe_day(int column) {
    return null(column) ? std::nullopt : std::optional(day(column));
  }
  [[nodiscard]] std::optional<Id> maybe_id(int column) {
    return null(column) ? std::nullopt : std::optional<Id>(number(column));
  }
  /// Of a kind of entry.
  template <class TypedId>
  [[nodiscard]] std::optional<TypedId> maybe(int column) {
    return null(column) ? std::nullopt : std::optional(TypedId(number(column)));
  }
  [[nodiscard]] Instant instant(int column) {
    constexpr std::int64_t kYear1 = -62'135'596'800, kYear9999 = 253'402'300'799;
    const auto n = number(column);
    if (n < kYear1 || n > kYear9999) no_such(column, "a moment of the years 1 to 9999");
    return Instant{std::chrono::seconds{n}};
  }
  [[nodiscard]] std::chrono::seconds length(int column) {
    constexpr std::int64_t kLongest = 1'000'000'000'000;  // so that sums cannot overflow
    const auto n = number(column);
    if (n < -kLongest || n > kLongest) no_such(column, "a length in seconds");
    return std::chrono::seconds{n};
  }

 private:
  [[noreturn]] void no_such(int column, const std::string& what) {
    throw StorageError("the book holds " + in_quotes(view(column)) + " instead of " + what);
  }

  Statement* statement_;
  Slot* slot_ = nullptr;
  std::unique_ptr<Statement> own_;
};

/// What the stores speak to: a connection with the statements that were prepared on it. Not
/// thread-safe.
class Database {
 public:
  struct Options {
    bool create = false;
    bool read_only = false;
    std::chrono::milliseconds busy_timeout{};
  };

  explicit Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
  Database(const std::filesystem::path& file, const Options& options);

  Connection* operator->() const noexcept { return connection_.get(); }

  /// `sql` must be a string literal: the cache goes by its address.
  template <class... Args>
  Query query(const char* sql, const Args&... args) {
    return bound(cached(sql), args...);
  }
  template <class... Args>
  int run(const char* sql, const Args&... args) {
    return query(sql, args...).run();
  }
  /// Inserts one row, and answers its id.
  template <class... Args>
  Id insert(const char* sql, const Args&... args) {
    return query(sql, args...).insert();
  }
  /// For a statement that is put together; it is prepared each time.
  template <class... Args>
  Query once(const std::string& sql, const Args&... args) {
    return bound(Query(connection_->prepare(sql)), args...);
  }

  /// Leaves the connection and its statements open for ever.
  void abandon() noexcept;

 private:
  [[nodiscard]] Query cached(const char* sql);
  template <class... Args>
  static Query bound(Query query, const Args&... args) {
    query.bind_all(args...);
    return query;
  }

  std::unique_ptr<Connection> connection_;
  std::unordered_map<const char*, Query::Slot> statements_;  // gone before their connection
};

/// In the engine that the name asks for. @throws StorageError.
[[nodiscard]] std::unique_ptr<Connection> open_connection(const std::filesystem::path& file,
                                                          const Database::Options& options);

/// Everything until `commit` happens or nothing of it.
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

/// One state of the book for all that is read as long as this lives, whatever is committed
/// meanwhile.
class Snapshot {
 public:
  explicit Snapshot(Database& database) : database_(database) { database_->begin_reading(); }
  ~Snapshot() { database_->roll_back(); }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Database& database_;
};

}  // namespace huddlekit
