#include "core/sentences/days.hpp"

#include <algorithm>

namespace huddlekit::sentences {
namespace {

using namespace std::chrono;

unsigned day_number(Day day) { return static_cast<unsigned>(year_month_day{day}.day()); }
std::size_t month_place(Day day) { return static_cast<unsigned>(year_month_day{day}.month()) - 1; }
int year_number(Day day) { return static_cast<int>(year_month_day{day}.year()); }
std::size_t weekday_place(Day day) { return weekday{day}.c_encoding(); }

std::string two_digits(long long number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string weekday_of(Day day) { return phrase(kWeekdays[weekday_place(day)]); }

std::string day_month(Day day) {
  return phrase("date.day_month", day_number(day), phrase(kMonths[month_place(day)]));
}

std::string full_date(Day day) {
  return phrase("date.day_month_year", day_number(day), phrase(kMonths[month_place(day)]),
                year_number(day));
}

std::string weekday_date(Day day) {
  return phrase("date.weekday_date", weekday_of(day), day_month(day));
}

std::string long_day(Day day) {
  return phrase("date.weekday_date", weekday_of(day), full_date(day));
}

std::string short_day(Day day) {
  return phrase("date.short", phrase(kShortWeekdays[weekday_place(day)]), day_number(day),
                phrase(kShortMonths[month_place(day)]));
}

std::string month_year(Day day) {
  return phrase("date.month_year", phrase(kMonths[month_place(day)]), year_number(day));
}

std::string date_of(Day day, Day today) {
  return year_number(day) == year_number(today) ? day_month(day) : full_date(day);
}

std::string day_of(Day day, Day today) {
  const auto ago = (today - day).count();
  if (ago == 0) return phrase("day.today");
  if (ago == 1) return phrase("day.yesterday");
  if (ago > 1 && ago < 7) return phrase("day.on_weekday", weekday_of(day));
  return phrase("day.on_date", date_of(day, today));
}

std::string minutes_seconds(seconds length) {
  const long long count = std::max<long long>(0, length.count());
  return std::to_string(count / 60) + ":" + two_digits(count % 60);
}

std::string time_of_day(LocalTime time) {
  const auto since_midnight = floor<minutes>(time - floor<days>(time)).count();
  return two_digits(since_midnight / 60) + ':' + two_digits(since_midnight % 60);
}

std::string in_words(seconds length) {
  const long long count = length.count();
  return count % 60 == 0 ? phrase("time.minutes", count / 60)
                         : phrase("time.minutes_clock", minutes_seconds(length));
}

std::string times(std::int64_t n) { return n == 2 ? phrase("times.twice") : phrase("times", n); }

std::string one_by_one(std::span<const std::string> sentences) {
  std::string out;
  for (const auto& sentence : sentences) {
    if (!out.empty() && !sentence.empty()) out += ' ';
    out += sentence;
  }
  return out;
}

}  // namespace huddlekit::sentences
