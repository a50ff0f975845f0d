#pragma once
#include <array>
#include <bitset>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "huddlekit/time.hpp"

namespace huddlekit::detail {

enum class Frequency : std::uint8_t { kDaily, kWeekly, kMonthly, kYearly };

/// Numbers that count from the front (1, 2, …) or from the end (-1, -2, …) of a month, a year or a
/// set. Bits, so that a list of ten thousand numbers costs no more than a list of one.
struct CountedPlaces {
  static constexpr int kMost = 366;

  std::bitset<kMost + 1> front;
  std::bitset<kMost + 1> back;

  void insert(int place) { place > 0 ? front.set(place) : back.set(-place); }
  [[nodiscard]] bool any() const { return front.any() || back.any(); }
  /// Whether the `n`-th of `total` is meant.
  [[nodiscard]] bool has(int n, int total) const { return front[n] || back[total + 1 - n]; }
};

/// A rule as written: RFC 5545 section 3.3.10, without anything taken from DTSTART.
struct RecurrenceRule {
  Frequency frequency{};
  std::int64_t interval = 1;
  std::optional<std::int64_t> count;
  std::optional<LocalTime> until;                         ///< the last moment that may still occur
  bool until_is_day = false;                              ///< UNTIL was a date
  std::chrono::weekday week_start = std::chrono::Monday;  ///< WKST

  std::bitset<13> months;
  CountedPlaces weeks;
  CountedPlaces year_days;
  CountedPlaces month_days;
  Weekdays weekdays;                      ///< BYDAY without a number
  std::array<CountedPlaces, 7> ordinals;  ///< BYDAY with one, by weekday from Sunday
  std::bitset<24> hours;
  std::bitset<60> minutes;
  std::bitset<60> seconds;
  CountedPlaces positions;  ///< BYSETPOS

  [[nodiscard]] bool has_ordinals() const {
    for (const auto& places : ordinals) {
      if (places.any()) return true;
    }
    return false;
  }
};

/// @param local_of  makes UNTIL in UTC a local time; where it is empty that is a problem.
/// @throws ParseError with every problem found.
[[nodiscard]] RecurrenceRule parse_recurrence_rule(
    std::string_view text, const std::function<LocalTime(Instant)>& local_of);

/// The normalised text; reads back as the same rule.
[[nodiscard]] std::string text_of(const RecurrenceRule& rule);

}  // namespace huddlekit::detail
