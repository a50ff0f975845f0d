#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/time.hpp"

namespace huddlekit::detail {

/// From `begin` on the wall clock is `offset` ahead of UTC.
struct OffsetChange {
  Instant begin;
  std::chrono::seconds offset{};
  std::string abbreviation;

  bool operator==(const OffsetChange&) const = default;
};

/// The rule in the footer of a zone file, like `EST5EDT,M3.2.0,M11.1.0`: POSIX.1-2017 section 8.3
/// with the hours from -167 to 167 of RFC 8536 section 3.3.1.
class PosixTz {
 public:
  /// nullopt for anything else, a rule with daylight saving but without its dates included.
  static std::optional<PosixTz> parse(std::string_view text);

  /// The changes of the years [first, last], in order; none where there is no daylight saving. Of
  /// two at the same instant, which cancel each other, the later one holds.
  [[nodiscard]] std::vector<OffsetChange> changes(std::chrono::year first,
                                                  std::chrono::year last) const;

 private:
  /// A day of every year, and a time on it that may lie on other days.
  struct YearlyDate {
    enum class Kind { kDayOfYear, kDayWithoutLeap, kWeekday } kind{};
    unsigned month = 0;
    unsigned week = 0;
    unsigned day = 0;
    std::chrono::seconds time{};

    [[nodiscard]] LocalTime in(std::chrono::year year) const;
  };
  struct Clock {
    std::string name;
    std::chrono::seconds offset{};
  };
  struct Daylight {
    Clock clock;
    YearlyDate begin;
    YearlyDate end;
  };
  class Reader;

  Clock standard_;
  std::optional<Daylight> daylight_;
};

}  // namespace huddlekit::detail
