#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/time.hpp"

namespace huddlekit::detail {

/// Why a recurrence rule cannot be used, or nullopt.
[[nodiscard]] std::optional<std::string> rule_problem(std::string_view rule);

/// The days of the week that a usable rule ever falls on, counted from `since`.
[[nodiscard]] Weekdays rule_days(std::string_view rule, Day since);

/// Whether there is an IANA time zone of that name.
[[nodiscard]] bool zone_exists(std::string_view zone);

/// The names of all time zones, for suggestions.
[[nodiscard]] std::vector<std::string> zone_names();

}  // namespace huddlekit::detail
