#pragma once
#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace huddlekit {

/// A calendar day where the team is; says nothing about a zone.
using Day = std::chrono::local_days;
/// A wall-clock moment without a zone.
using LocalTime = std::chrono::local_seconds;
/// A moment in UTC, to the second.
using Instant = std::chrono::sys_seconds;

/// Reads `2026-11-23`; years 0001 to 9999. @throws InvalidArgument for anything else, the 30th of
/// February included.
[[nodiscard]] Day parse_day(std::string_view text);
/// Reads `2026-11-23T06:45:00Z`. @throws InvalidArgument for anything else.
[[nodiscard]] Instant parse_instant(std::string_view text);
/// Reads a wall-clock time, `06:45` or `06:45:30`, as seconds since midnight. @throws
/// InvalidArgument.
[[nodiscard]] std::chrono::seconds parse_time_of_day(std::string_view text);

[[nodiscard]] std::string to_string(
    Day day);  ///< `2026-11-23`; for the years 1 to 9999, here and below
[[nodiscard]] std::string to_string(Instant instant);  ///< `2026-11-23T06:45:00Z`
[[nodiscard]] std::string to_string(LocalTime time);   ///< `2026-11-23T06:45:00`

/// A set of days of the week. A value; safe to share between threads.
///
///   Weekdays riyadh = Weekdays::parse("Sun-Thu");
///   riyadh.contains(std::chrono::Friday);   // -> false
class Weekdays {
 public:
  constexpr Weekdays() = default;
  constexpr Weekdays(std::initializer_list<std::chrono::weekday> days) {
    for (const auto day : days) bits_ |= bit(day);
  }
  /// Reads days and ranges separated by commas or spaces: `Mon-Fri`, `Sun-Thu`, `Mon, Wed, Sat`,
  /// or `every day`; English, at least two letters, case ignored; a range may run over the end of
  /// the week. @throws InvalidArgument.
  static Weekdays parse(std::string_view text);
  static constexpr Weekdays all() { return Weekdays(0x7f); }

  [[nodiscard]] constexpr bool contains(std::chrono::weekday day) const {
    return (bits_ & bit(day)) != 0;
  }
  [[nodiscard]] constexpr bool contains(Day day) const {
    return contains(std::chrono::weekday(day));
  }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] constexpr int size() const { return __builtin_popcount(bits_); }
  constexpr void insert(std::chrono::weekday day) { bits_ |= bit(day); }

  /// Bit n is the day n days after Sunday; what the book stores.
  [[nodiscard]] constexpr std::uint8_t bits() const { return bits_; }
  static constexpr Weekdays from_bits(std::uint8_t bits) { return Weekdays(bits); }

  constexpr bool operator==(const Weekdays&) const = default;

 private:
  constexpr explicit Weekdays(std::uint8_t bits) : bits_(bits & 0x7f) {}
  static constexpr std::uint8_t bit(std::chrono::weekday day) {
    return static_cast<std::uint8_t>(1u << day.c_encoding());
  }
  std::uint8_t bits_ = 0;
};

/// `Mon-Fri`, `Mon, Wed, Sat`, `every day`; weeks read from Monday.
[[nodiscard]] std::string to_string(Weekdays days);

}  // namespace huddlekit
