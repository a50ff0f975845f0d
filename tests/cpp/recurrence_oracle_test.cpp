// The engine beside slow obvious ones: every day of some years is asked, one by one, whether each
// part of the rule holds.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "huddlekit/recurrence.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;
using Times = std::vector<LocalTime>;
using Numbers = std::vector<int>;

constexpr std::array kNames{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

bool soak() {
  const char* set = std::getenv("HUDDLEKIT_SOAK");
  return set != nullptr && std::string_view(set) == "1";
}

Day week_begin(Day day, weekday first) {
  while (weekday{day} != first) day -= days{1};
  return day;
}

TEST(RecurrenceOracle, EveryWeeklyRuleOfOneToThreeWeeks) {
  for (int interval = 1; interval <= 3; ++interval) {
    for (int set = 1; set < 128; ++set) {
      std::string byday;
      for (int d = 0; d < 7; ++d) {
        if (set >> d & 1) byday += (byday.empty() ? "" : ",") + std::string(kNames[d]);
      }
      for (int offset = 0; offset < 7; ++offset) {
        const Day start = local_days{2026y / November / 23} + days{offset};
        for (const weekday wkst : {Monday, Sunday, Saturday}) {
          const std::string rule = "FREQ=WEEKLY;INTERVAL=" + std::to_string(interval) +
                                   ";BYDAY=" + byday + ";WKST=" + kNames[wkst.c_encoding()];
          Times expected;
          for (Day week = week_begin(start, wkst); week < start + days{70};
               week += days{7 * interval}) {
            for (Day day = week; day < week + days{7}; day += days{1}) {
              const bool wanted = set >> weekday{day}.c_encoding() & 1;
              if (wanted && day >= start && day < start + days{70}) expected.emplace_back(day);
            }
          }
          const Recurrence recurrence(rule, start);
          ASSERT_EQ(recurrence.between(start, start + days{70}), expected) << rule << offset;
          for (Day day = start - days{1}; day < start + days{21}; day += days{1}) {
            const bool falls = std::find(expected.begin(), expected.end(), day) != expected.end();
            ASSERT_EQ(recurrence.falls_on(day), falls) << rule << offset;
          }
        }
      }
    }
  }
}

/// A rule as lists of numbers, empty for a part that is not given.
struct Spec {
  char freq = 'D';
  int interval = 1;
  weekday wkst = Monday;
  Numbers months, weeks, year_days, month_days, hours, minutes, positions;
  std::vector<std::pair<int, weekday>> week_days;  // 0 for a day without a number
  LocalTime start;

  [[nodiscard]] std::string text() const {
    const std::map<char, std::string> names{
        {'D', "DAILY"}, {'W', "WEEKLY"}, {'M', "MONTHLY"}, {'Y', "YEARLY"}};
    std::string out = "FREQ=" + names.at(freq) + ";INTERVAL=" + std::to_string(interval) +
                      ";WKST=" + kNames[wkst.c_encoding()];
    const auto part = [&](const char* name, const Numbers& numbers) {
      for (std::size_t i = 0; i < numbers.size(); ++i) {
        out += (i == 0 ? ";" + std::string(name) + "=" : ",") + std::to_string(numbers[i]);
      }
    };
    part("BYMONTH", months);
    part("BYWEEKNO", weeks);
    part("BYYEARDAY", year_days);
    part("BYMONTHDAY", month_days);
    for (std::size_t i = 0; i < week_days.size(); ++i) {
      const auto& [n, day] = week_days[i];
      out +=
          (i == 0 ? ";BYDAY=" : ",") + (n == 0 ? "" : std::to_string(n)) + kNames[day.c_encoding()];
    }
    part("BYHOUR", hours);
    part("BYMINUTE", minutes);
    part("BYSETPOS", positions);
    return out;
  }
};

bool has(const Numbers& numbers, int from_front, int from_back) {
  return std::find(numbers.begin(), numbers.end(), from_front) != numbers.end() ||
         std::find(numbers.begin(), numbers.end(), -from_back) != numbers.end();
}

/// The place of a day among those of [begin, end) that `like` holds for, from the front and the
/// back.
template <typename Like>
std::pair<int, int> place(Day day, Day begin, Day end, Like like) {
  int front = 0, back = 0;
  for (Day d = begin; d < end; d += days{1}) {
    if (like(d) && d <= day) ++front;
    if (like(d) && d >= day) ++back;
  }
  return {front, back};
}

/// Where the period of a day begins, and how many periods lie between it and the one of the start.
std::pair<Day, int> period(const Spec& spec, Day day) {
  const year_month_day date{day}, first{floor<days>(spec.start)};
  switch (spec.freq) {
    case 'D':
      return {day, (day - floor<days>(spec.start)).count()};
    case 'W': {
      const Day begin = week_begin(day, spec.wkst);
      return {begin, (begin - week_begin(floor<days>(spec.start), spec.wkst)).count() / 7};
    }
    case 'M':
      return {local_days{date.year() / date.month() / 1},
              (date.year() / date.month() - first.year() / first.month()).count()};
    default:
      return {local_days{date.year() / January / 1}, (date.year() - first.year()).count()};
  }
}

bool allows(const Spec& spec, Day day) {
  const year_month_day date{day}, first{floor<days>(spec.start)};
  const Day new_year = local_days{date.year() / January / 1};
  const Day next_year = local_days{(date.year() + years{1}) / January / 1};
  const Day month_begin = local_days{date.year() / date.month() / 1};
  const Day month_end = local_days{date.year() / date.month() / last} + days{1};
  const auto any = [](Day) { return true; };
  const auto number = [](auto part) { return static_cast<int>(static_cast<unsigned>(part)); };

  Numbers months = spec.months, month_days = spec.month_days;
  auto week_days = spec.week_days;
  const bool open = month_days.empty() && spec.year_days.empty() && week_days.empty();
  if (open && (spec.freq == 'W' || (spec.freq != 'D' && !spec.weeks.empty()))) {
    week_days.emplace_back(0, weekday{floor<days>(spec.start)});
  } else if (open && spec.freq != 'D') {
    month_days = {number(first.day())};
    if (spec.freq == 'Y' && months.empty()) months = {number(first.month())};
  }

  if (period(spec, day).second % spec.interval != 0) return false;
  if (!months.empty() && !has(months, number(date.month()), 99)) return false;
  if (!month_days.empty()) {
    const auto [front, back] = place(day, month_begin, month_end, any);
    if (!has(month_days, front, back)) return false;
  }
  if (!spec.year_days.empty()) {
    const auto [front, back] = place(day, new_year, next_year, any);
    if (!has(spec.year_days, front, back)) return false;
  }
  if (!spec.weeks.empty()) {
    // A week belongs to the year that holds its fourth day.
    const auto owner = [&](Day d) {
      return year_month_day{week_begin(d, spec.wkst) + days{3}}.year();
    };
    const Day week = week_begin(day, spec.wkst);
    const auto [front, back] = place(week, week - days{371}, week + days{371}, [&](Day d) {
      return weekday{d} == spec.wkst && owner(d) == owner(day);
    });
    if (!has(spec.weeks, front, back)) return false;
  }
  if (week_days.empty()) return true;
  return std::any_of(week_days.begin(), week_days.end(), [&](const auto& wanted) {
    const auto& [n, name] = wanted;
    if (weekday{day} != name) return false;
    if (n == 0) return true;
    const bool in_year = spec.freq == 'Y' && spec.months.empty();
    const auto [front, back] =
        place(day, in_year ? new_year : month_begin, in_year ? next_year : month_end,
              [&](Day d) { return weekday{d} == weekday{day}; });
    return n == front || n == -back;
  });
}

Times expand(const Spec& spec, Day until) {
  const Day start = floor<days>(spec.start);
  const hh_mm_ss time{spec.start - start};
  Numbers hours_of = spec.hours, minutes_of = spec.minutes;
  if (hours_of.empty()) hours_of = {static_cast<int>(time.hours().count())};
  if (minutes_of.empty()) minutes_of = {static_cast<int>(time.minutes().count())};

  std::map<Day, Times> periods;
  for (Day day = period(spec, start).first; day < until; day += days{1}) {
    if (!allows(spec, day)) continue;
    auto& times = periods[period(spec, day).first];
    for (const int h : hours_of) {
      for (const int m : minutes_of) times.push_back(day + hours{h} + minutes{m});
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
  }
  Times all;
  for (const auto& [begin, times] : periods) {
    const int total = static_cast<int>(times.size());
    for (int i = 0; i < total; ++i) {
      if (!spec.positions.empty() && !has(spec.positions, i + 1, total - i)) continue;
      if (times[i] >= spec.start) all.push_back(times[i]);
    }
  }
  return all;
}

class Chooser {
 public:
  explicit Chooser(unsigned seed) : random_(seed) {}

  int number(int low, int high) { return std::uniform_int_distribution(low, high)(random_); }
  bool chance(int percent) { return number(1, 100) <= percent; }
  Numbers list(int low, int high, int most) {
    Numbers numbers;
    for (int n = number(1, most); n > 0; --n) {
      const int chosen = number(low, high);
      if (chosen != 0) numbers.push_back(chosen);
    }
    return numbers;
  }

  Spec spec() {
    Spec spec;
    spec.freq = "DWMY"[number(0, 3)];
    if (chance(50)) spec.interval = number(1, 14);
    spec.wkst = weekday{static_cast<unsigned>(number(0, 6))};
    spec.start =
        local_days{2019y / January / 1} + days{number(0, 2500)} + minutes{number(0, 24 * 60 - 1)};
    if (chance(25)) spec.months = list(1, 12, 6);
    if (chance(20)) spec.weeks = list(-53, 53, 30);
    if (chance(15)) spec.year_days = list(-366, 366, 60);
    if (chance(25)) spec.month_days = list(-31, 31, 12);
    if (chance(25)) spec.hours = list(0, 23, 3);
    if (chance(25)) spec.minutes = list(0, 59, 3);
    const bool numbered = spec.freq == 'M' || spec.freq == 'Y';
    for (int n = chance(60) ? number(1, 5) : 0; n > 0; --n) {
      const int place = numbered && spec.weeks.empty() && chance(50)
                            ? (chance(80) ? number(-5, 5) : number(-53, 53))
                            : 0;
      spec.week_days.emplace_back(place, weekday{static_cast<unsigned>(number(0, 6))});
    }
    const bool others = !spec.months.empty() || !spec.weeks.empty() || !spec.year_days.empty() ||
                        !spec.month_days.empty() || !spec.hours.empty() || !spec.minutes.empty() ||
                        !spec.week_days.empty();
    if (others && chance(25)) spec.positions = list(-9, 9, 3);
    return spec;
  }

 private:
  std::mt19937 random_;
};

TEST(RecurrenceOracle, AnyRuleIsWhatItsPartsSayOfEachDay) {
  Chooser choose(20261123);
  for (int run = 0; run < (soak() ? 20'000 : 400); ++run) {
    const Spec spec = choose.spec();
    const Day until = floor<days>(spec.start) + days{3 * 366};
    // What lies in a period that runs on past the end is not known to the oracle.
    const Day sure = period(spec, until).first;
    Times expected = expand(spec, until);
    std::erase_if(expected, [&](LocalTime t) { return t >= sure; });
    const Recurrence recurrence(spec.text(), spec.start);
    ASSERT_EQ(recurrence.between(LocalTime::min(), sure), expected)
        << "run " << run << ": " << spec.text() << " from " << to_string(spec.start);
    ASSERT_EQ(recurrence.take(expected.size()), expected) << "run " << run;

    const LocalTime t = spec.start + hours{choose.number(0, 24 * 900)};
    const auto later = std::upper_bound(expected.begin(), expected.end(), t);
    if (later != expected.end()) {
      ASSERT_EQ(recurrence.after(t), *later) << "run " << run;
      ASSERT_EQ(recurrence.next_day(floor<days>(*later)), floor<days>(*later)) << "run " << run;
    }
    for (Day day = floor<days>(t); day < floor<days>(t) + days{10} && day < sure; day += days{1}) {
      const auto first = std::lower_bound(expected.begin(), expected.end(), LocalTime{day});
      ASSERT_EQ(recurrence.falls_on(day), first != expected.end() && floor<days>(*first) == day)
          << "run " << run << ": " << spec.text() << " on " << to_string(day);
    }

    // COUNT and UNTIL cut the same list.
    const auto cut = static_cast<std::size_t>(choose.number(0, 50));
    if (cut == 0 || cut > expected.size()) continue;
    const Times head(expected.begin(), expected.begin() + static_cast<std::ptrdiff_t>(cut));
    const Recurrence counted(spec.text() + ";COUNT=" + std::to_string(cut), spec.start);
    ASSERT_EQ(counted.take(1000), head) << "run " << run << ": " << to_string(counted);
    ASSERT_EQ(counted.between(head.back(), head.back() + days{99}), Times{head.back()});
    std::string until_text = to_string(head.back());
    std::erase_if(until_text, [](char c) { return c == '-' || c == ':'; });
    ASSERT_EQ(Recurrence(spec.text() + ";UNTIL=" + until_text, spec.start).take(1000), head)
        << "run " << run << ": " << to_string(counted);
  }
}

TEST(RecurrenceOracle, AFarDateIsReachedAsIfWalkedTo) {
  Chooser choose(9999);
  for (int run = 0; run < 60; ++run) {
    const Spec spec = choose.spec();
    const Recurrence recurrence(spec.text(), spec.start);
    const LocalTime from = spec.start + days{choose.number(0, 40'000)};
    Times walked;
    for (const LocalTime t : recurrence) {
      if (t >= from + days{800}) break;
      if (t >= from) walked.push_back(t);
    }
    ASSERT_EQ(recurrence.between(from, from + days{800}), walked) << spec.text();
  }
}

}  // namespace
}  // namespace huddlekit
