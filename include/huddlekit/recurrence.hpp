#pragma once
#include <cstddef>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/time.hpp"

namespace huddlekit {

class Cadence;

/// Days and times that come back: an RFC 5545 recurrence rule, in wall-clock time without a zone.
///
///   Recurrence every_other_tuesday{"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", start};
///   every_other_tuesday.take(3);
///   for (LocalTime t : every_other_tuesday) use(t);
///
/// FREQ is DAILY, WEEKLY, MONTHLY or YEARLY; every BY part, INTERVAL, COUNT, UNTIL and WKST are
/// understood; letter case is ignored. Where readings of the RFC differ:
///  - `start` is an occurrence only when the rule gives it;
///  - what the rule leaves open comes from `start`: BYWEEKNO alone means its weekday;
///  - YEARLY with BYMONTHDAY and no BYMONTH means every month;
///  - `MO,2TU` means every Monday and also the second Tuesday;
///  - BYWEEKNO, BYYEARDAY and BYMONTHDAY outside the table of the RFC narrow the set down;
///  - a week belongs to the calendar year of each of its days when YEARLY counts years;
///  - BYSETPOS counts within the whole period, including what lies before `start`;
///  - UNTIL as a date includes that day; UNTIL in UTC needs a zone: refused here, see Cadence.
///
/// Occurrences end with the year 9999, so that a rule which never matches ends too. Going to a far
/// date costs no walk from the start. An immutable value, cheap to copy; safe to share between
/// threads.
class Recurrence {
 public:
  /// What the rule does not give by itself; in any order, repeats ignored.
  struct Dates {
    std::vector<LocalTime> excluded{};  ///< RFC 5545 EXDATE: taken out, whatever put them in
    std::vector<LocalTime> added{};     ///< RFC 5545 RDATE: also before `start`

    bool operator==(const Dates&) const = default;
  };

  /// @param rule   `FREQ=WEEKLY;BYDAY=MO,TU`, with or without `RRULE:` before it.
  /// @param start  RFC 5545 DTSTART: no occurrence of the rule is earlier; intervals count from it.
  /// @throws ParseError with every part of `rule` that is wrong and its column, counted in bytes
  /// from 1; InvalidArgument for a time outside the years 1 to 9999.
  Recurrence(std::string_view rule, LocalTime start, const Dates& dates);
  Recurrence(std::string_view rule, LocalTime start) : Recurrence(rule, start, Dates{}) {}

  /// The first `n` occurrences, or all when there are fewer.
  [[nodiscard]] std::vector<LocalTime> take(std::size_t n) const;
  /// The occurrences in [start, end).
  [[nodiscard]] std::vector<LocalTime> between(LocalTime start, LocalTime end) const;
  /// The first occurrence later than `t`.
  [[nodiscard]] std::optional<LocalTime> after(LocalTime t) const;

  /// Whether anything falls on that day; nanoseconds for DAILY and WEEKLY rules without BYMONTH and
  /// the like.
  [[nodiscard]] bool falls_on(Day day) const;
  /// The first day, from `day` on, that anything falls on.
  [[nodiscard]] std::optional<Day> next_day(Day day) const;

  class Iterator;
  [[nodiscard]] Iterator begin() const;
  [[nodiscard]] std::default_sentinel_t end() const { return {}; }

  [[nodiscard]] LocalTime start() const;
  [[nodiscard]] const Dates& dates() const;  ///< sorted, each once

  /// Same rule when normalised, same start, same dates.
  bool operator==(const Recurrence& other) const;

 private:
  struct Impl;
  friend class Cadence;
  // A function rather than a Zone: the arithmetic needs no zone database.
  using LocalOf = std::function<LocalTime(Instant)>;
  Recurrence(std::string_view rule, LocalTime start, const Dates& dates, const LocalOf& local_of);
  friend std::string to_string(const Recurrence& recurrence);
  std::shared_ptr<const Impl> impl_;
};

/// The rule, normalised: parts in one order, numbers sorted and each once, what is the default left
/// out. `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE`.
[[nodiscard]] std::string to_string(const Recurrence& recurrence);

/// Walks the occurrences in order; move-only, and keeps what it needs of its Recurrence alive.
class Recurrence::Iterator {
 public:
  using value_type = LocalTime;
  using difference_type = std::ptrdiff_t;

  Iterator(Iterator&&) noexcept;
  Iterator& operator=(Iterator&&) noexcept;
  ~Iterator();

  [[nodiscard]] LocalTime operator*() const { return *current_; }
  Iterator& operator++();
  void operator++(int) { ++*this; }
  bool operator==(std::default_sentinel_t) const { return !current_; }

 private:
  friend class Recurrence;
  class Cursor;
  explicit Iterator(std::unique_ptr<Cursor> cursor);

  std::unique_ptr<Cursor> cursor_;
  std::optional<LocalTime> current_;
};

}  // namespace huddlekit
