#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/time.hpp"

namespace huddlekit {

/// What becomes of a huddle that falls on a holiday.
enum class HolidayRule {
  kSkip,      ///< it does not take place
  kNext,      ///< it moves to the next working day
  kPrevious,  ///< it moves to the working day before
  kKeep,      ///< it takes place
};

/// A day on which people do not work. A team keeps the holidays of the calendars and regions that
/// it follows; one of the playbook without a region is everybody's.
struct Holiday {
  Day day{};
  std::string name{};    ///< `Christmas Day`
  std::string region{};  ///< where it is kept, `AU-NSW`; empty: wherever its calendar is followed

  bool operator==(const Holiday&) const = default;
};

/// Holidays from one place, as the book keeps them.
struct HolidayCalendar {
  std::string name{};    ///< what teams follow it by, `AU-NSW`
  std::string source{};  ///< the file or the program that they come from
  Day read{};            ///< when they were read
  std::vector<Holiday> holidays{};

  bool operator==(const HolidayCalendar&) const = default;
};

/// Reads CSV with the header `date,name` or `date,name,region`; UTF-8, at most 4 MiB. Cells may be
/// in quotes (RFC 4180). @param name  stands for the file in problems. @throws ParseError with
/// every line that is wrong.
[[nodiscard]] std::vector<Holiday> parse_holidays(std::string_view csv,
                                                  const std::string& name = "holidays");

}  // namespace huddlekit
