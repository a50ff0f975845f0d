#pragma once
#include <array>
#include <string>

#include "core/sentences/phrase.hpp"
#include "huddlekit/time.hpp"

/// Days, dates and lengths as people say them.
namespace huddlekit::sentences {

inline constexpr std::array<Key<0>, 7> kWeekdays{
    "weekday.sunday",   "weekday.monday", "weekday.tuesday", "weekday.wednesday",
    "weekday.thursday", "weekday.friday", "weekday.saturday"};
inline constexpr std::array<Key<0>, 7> kShortWeekdays{
    "weekday.short.sunday",    "weekday.short.monday",   "weekday.short.tuesday",
    "weekday.short.wednesday", "weekday.short.thursday", "weekday.short.friday",
    "weekday.short.saturday"};
inline constexpr std::array<Key<0>, 12> kMonths{
    "month.january",   "month.february", "month.march",    "month.april",
    "month.may",       "month.june",     "month.july",     "month.august",
    "month.september", "month.october",  "month.november", "month.december"};
inline constexpr std::array<Key<0>, 12> kShortMonths{
    "month.short.january", "month.short.february", "month.short.march",
    "month.short.april",   "month.short.may",      "month.short.june",
    "month.short.july",    "month.short.august",   "month.short.september",
    "month.short.october", "month.short.november", "month.short.december"};

[[nodiscard]] std::string weekday_of(Day day);    ///< `Tuesday`
[[nodiscard]] std::string day_month(Day day);     ///< `24 November`
[[nodiscard]] std::string full_date(Day day);     ///< `24 November 2026`
[[nodiscard]] std::string weekday_date(Day day);  ///< `Tuesday 24 November`
[[nodiscard]] std::string long_day(Day day);      ///< `Tuesday 24 November 2026`
[[nodiscard]] std::string short_day(Day day);     ///< `Tue 24 Nov`
[[nodiscard]] std::string month_year(Day day);    ///< `November 2026`

// Seen from `today`.
[[nodiscard]] std::string date_of(Day day, Day today);  ///< with the year when it is another
[[nodiscard]] std::string day_of(Day day, Day today);   ///< `yesterday`, `on Friday`, `on 3 May`

/// The same form in every language, so that it is text: `1:05`.
[[nodiscard]] std::string minutes_seconds(std::chrono::seconds length);
[[nodiscard]] std::string time_of_day(LocalTime time);            ///< `06:45`
[[nodiscard]] std::string in_words(std::chrono::seconds length);  ///< `10 minutes`
[[nodiscard]] std::string times(std::int64_t n);                  ///< `once`, `3 times`

/// Sentences one behind the other.
[[nodiscard]] std::string one_by_one(std::span<const std::string> sentences);

}  // namespace huddlekit::sentences
