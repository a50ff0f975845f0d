#include "render/ink/clock.hpp"

#include <algorithm>

#include "core/sentences/sentences.hpp"

namespace huddlekit::detail {
namespace {

std::string two_digits(long long number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string minutes_seconds(std::chrono::seconds length) {
  const long long count = std::max<long long>(0, length.count());
  return std::to_string(count / 60) + ":" + two_digits(count % 60);
}

std::string length_in_words(std::chrono::seconds length) {
  const long long count = length.count();
  return count % 60 == 0 ? sentences::minutes(count / 60)
                         : sentences::minutes(minutes_seconds(length));
}

std::string long_day(Day day) {
  const std::chrono::year_month_day date{day};
  std::string out(sentences::kWeekdays[std::chrono::weekday{day}.c_encoding()]);
  out += ' ' + std::to_string(static_cast<unsigned>(date.day())) + ' ';
  out += sentences::kMonths[static_cast<unsigned>(date.month()) - 1];
  return out + ' ' + std::to_string(static_cast<int>(date.year()));
}

std::string time_of_day(LocalTime time) {
  const auto minutes =
      std::chrono::floor<std::chrono::minutes>(time - std::chrono::floor<std::chrono::days>(time));
  return two_digits(minutes.count() / 60) + ':' + two_digits(minutes.count() % 60);
}

std::string day_and_time(const Agenda& agenda) {
  return long_day(agenda.day) + ", " + time_of_day(agenda.local_start);
}

}  // namespace huddlekit::detail
