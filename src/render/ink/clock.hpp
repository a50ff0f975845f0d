#pragma once
#include <chrono>
#include <string>

#include "huddlekit/agenda.hpp"

namespace huddlekit::detail {

/// `0:30`, `1:30`, `75:00`: minutes and seconds, of a length or since the start.
[[nodiscard]] std::string minutes_seconds(std::chrono::seconds length);

/// `10 minutes`, `7:30 minutes`.
[[nodiscard]] std::string length_in_words(std::chrono::seconds length);

/// `Monday 23 November 2026`.
[[nodiscard]] std::string long_day(Day day);

/// `06:45`.
[[nodiscard]] std::string time_of_day(LocalTime time);

/// `Monday 23 November 2026, 06:45`.
[[nodiscard]] std::string day_and_time(const Agenda& agenda);

}  // namespace huddlekit::detail
