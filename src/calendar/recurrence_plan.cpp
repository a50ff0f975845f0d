#include "calendar/recurrence_plan.hpp"

#include <algorithm>

namespace huddlekit::detail {
namespace {

using namespace std::chrono;

constexpr Day kLastDay{local_days{year{9999} / December / 31}};
constexpr std::array<std::array<int, 13>, 2> kMonthBegins{{
    {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
    {0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366},
}};

/// Days from the last `first` weekday up to `day`: 0 to 6.
int days_since(weekday first, Day day) { return static_cast<int>((weekday{day} - first).count()); }

std::int64_t remainder(std::int64_t a, std::int64_t b) { return (a % b + b) % b; }

int length_of(year y) { return y.is_leap() ? 366 : 365; }

Day new_year_of(year y) { return local_days{y / January / 1}; }

/// Where week 1 begins, as a day of the year from -3 to 3: the first week with four days or more.
int first_week_of(Day new_year, weekday week_start) {
  const int offset = days_since(week_start, new_year);
  return offset <= 3 ? -offset : 7 - offset;
}

/// Marks the n-th of some weekday in the days [begin, end) of a year, for every n meant. `offset`
/// is the first day of the year that has this weekday.
void mark_ordinals(const CountedPlaces& ordinals, int offset, int begin, int end,
                   YearDays& marked) {
  const int first = begin + static_cast<int>(remainder(offset - begin, 7));
  const int total = (end - 1 - first) / 7 + 1;
  for (int n = 1; n <= total; ++n) {
    if (ordinals.has(n, total)) marked.set(first + 7 * (n - 1));
  }
}

}  // namespace

YearDays& YearDays::operator&=(const YearDays& other) {
  for (std::size_t i = 0; i < words.size(); ++i) words[i] &= other.words[i];
  return *this;
}

RecurrencePlan::RecurrencePlan(const RecurrenceRule& rule, LocalTime start)
    : rule_(rule), start_(start) {
  fill_in_from_start();
  prepare_fixed_days();
  prepare_times();
  const Day day = floor<days>(start);
  first_week_ = day - days{days_since(rule_.week_start, day)};
  weekly_pattern_ = rule_.frequency <= Frequency::kWeekly && rule_.months.none() &&
                    !rule_.month_days.any() && !rule_.year_days.any() && !rule_.weeks.any();
  chooses_ = rule_.positions.any();
  by_weekday_ = !rule_.weekdays.empty() || rule_.has_ordinals();
  first_day_ = day + days{day + seconds{times_.back()} < start ? 1 : 0};
  find_last();
  const Day last = floor<days>(last_);
  last_day_ = last - days{last + seconds{times_.front()} > last_ ? 1 : 0};
}

/// RFC 5545: what the rule leaves open is taken from DTSTART.
void RecurrencePlan::fill_in_from_start() {
  if (rule_.month_days.any() || rule_.year_days.any() || !rule_.weekdays.empty() ||
      rule_.has_ordinals() || rule_.frequency == Frequency::kDaily) {
    return;
  }
  const Day day = floor<days>(start_);
  const year_month_day date{day};
  if (rule_.frequency == Frequency::kWeekly || rule_.weeks.any()) {
    rule_.weekdays.insert(weekday{day});
    return;
  }
  rule_.month_days.insert(static_cast<int>(static_cast<unsigned>(date.day())));
  if (rule_.frequency == Frequency::kYearly && rule_.months.none()) {
    rule_.months.set(static_cast<unsigned>(date.month()));
  }
}

void RecurrencePlan::prepare_fixed_days() {
  const bool by_month_day = rule_.month_days.any();
  const bool by_year_day = rule_.year_days.any();
  for (std::size_t leap = 0; leap < 2; ++leap) {
    const auto& begins = kMonthBegins[leap];
    for (int month = 0; month < 12; ++month) {
      if (rule_.months.any() && !rule_.months[month + 1]) continue;
      const int begin = begins[month], end = begins[month + 1];
      for (int day = begin; day < end; ++day) {
        if (by_month_day && !rule_.month_days.has(day - begin + 1, end - begin)) continue;
        if (by_year_day && !rule_.year_days.has(day + 1, begins[12])) continue;
        fixed_[leap].set(day);
      }
    }
  }
}

void RecurrencePlan::prepare_times() {
  const hh_mm_ss start{start_ - floor<days>(start_)};
  if (rule_.hours.none()) rule_.hours.set(start.hours().count());
  if (rule_.minutes.none()) rule_.minutes.set(start.minutes().count());
  if (rule_.seconds.none()) rule_.seconds.set(start.seconds().count());
  times_.reserve(rule_.hours.count() * rule_.minutes.count() * rule_.seconds.count());
  for (int h = 0; h < 24; ++h) {
    for (int m = 0; rule_.hours[h] && m < 60; ++m) {
      for (int s = 0; rule_.minutes[m] && s < 60; ++s) {
        if (rule_.seconds[s]) times_.push_back((h * 60 + m) * 60 + s);
      }
    }
  }
}

/// Turns COUNT into the moment of the last occurrence, and finds out once whether there is any.
void RecurrencePlan::find_last() {
  last_ = kLastDay + days{1} - seconds{1};
  if (rule_.until) last_ = std::min(last_, *rule_.until);
  if (OccurrenceWalk(*this, start_).next() == kNever) {
    last_ = start_ - seconds{1};
  } else if (rule_.count) {
    last_ = std::min(last_, OccurrenceWalk(*this, start_).nth(*rule_.count));
  }
}

year RecurrencePlan::year_after(year y) const {
  if (rule_.frequency != Frequency::kYearly) return y + years{1};
  const auto gone = (y - year_month_day{floor<days>(start_)}.year()).count();
  const auto ahead = rule_.interval - remainder(gone, rule_.interval);
  // A year far past the calendar would not fit its type.
  return y + years{std::min<std::int64_t>(ahead, 10'000)};
}

YearDays RecurrencePlan::days_of(year y) const {
  const Day new_year = new_year_of(y);
  const int length = length_of(y);
  YearDays allowed = fixed_[y.is_leap()];
  if (by_weekday_) allowed &= weekday_days(new_year, length);
  if (rule_.weeks.any()) allowed &= week_days(new_year, length);
  if (rule_.interval > 1) allowed &= interval_days(new_year, length);
  return allowed;
}

YearDays RecurrencePlan::weekday_days(Day new_year, int length) const {
  YearDays allowed;
  const unsigned bits = rule_.weekdays.bits();
  const unsigned first = weekday{new_year}.c_encoding();
  for (unsigned i = 0; i < allowed.words.size(); ++i) {
    // 64 days are nine weeks and a day, so each word begins one weekday later than the last. The
    // product repeats the seven bits through the word.
    const unsigned turn = (first + i) % 7;
    const unsigned turned = ((bits >> turn) | (bits << (7 - turn))) & 0x7f;
    allowed.words[i] = turned * 0x8102040810204081ULL;
  }
  const auto& begins = kMonthBegins[length == 366];
  const bool of_year = rule_.frequency == Frequency::kYearly && rule_.months.none();
  for (unsigned day = 0; day < 7; ++day) {
    const CountedPlaces& ordinals = rule_.ordinals[day];
    if (!ordinals.any()) continue;
    const int offset = static_cast<int>((day + 7 - first) % 7);
    if (of_year) mark_ordinals(ordinals, offset, 0, length, allowed);
    for (int m = 0; !of_year && m < 12; ++m) {
      mark_ordinals(ordinals, offset, begins[m], begins[m + 1], allowed);
    }
  }
  return allowed;
}

/// A week that lies in two years has a number in one of them and is still looked for by that
/// number in both.
YearDays RecurrencePlan::week_days(Day new_year, int length) const {
  const auto y = year_month_day{new_year}.year();
  const int before =
      first_week_of(new_year_of(y - years{1}), rule_.week_start) - length_of(y - years{1});
  const int begin = first_week_of(new_year, rule_.week_start);
  const int end = first_week_of(new_year_of(y + years{1}), rule_.week_start) + length;
  const int after =
      first_week_of(new_year_of(y + years{2}), rule_.week_start) + length + length_of(y + years{1});
  YearDays allowed;
  const auto mark = [&](int week_begin, int n, int total) {
    if (!rule_.weeks.has(n, total)) return;
    for (int day = std::max(week_begin, 0); day < std::min(week_begin + 7, length); ++day) {
      allowed.set(day);
    }
  };
  mark(begin - 7, (begin - before) / 7, (begin - before) / 7);
  for (int week = begin; week < end; week += 7) {
    mark(week, (week - begin) / 7 + 1, (end - begin) / 7);
  }
  mark(end, 1, (after - end) / 7);
  return allowed;
}

YearDays RecurrencePlan::interval_days(Day new_year, int length) const {
  YearDays allowed;
  const auto mark = [&](std::int64_t begin, std::int64_t end) {
    for (auto day = std::max<std::int64_t>(begin, 0); day < std::min<std::int64_t>(end, length);
         ++day) {
      allowed.set(static_cast<int>(day));
    }
  };
  // How many units something lies before the next one in step, `gone` units after the start.
  const auto ahead = [&](std::int64_t gone) { return remainder(-gone, rule_.interval); };
  const Day start = floor<days>(start_);
  const year_month_day first{start};
  const auto y = year_month_day{new_year}.year();
  switch (rule_.frequency) {
    case Frequency::kDaily:
      for (auto day = ahead((new_year - start).count()); day < length; day += rule_.interval) {
        mark(day, day + 1);
      }
      break;
    case Frequency::kWeekly: {
      const int offset = days_since(rule_.week_start, new_year);
      const auto gone = (new_year - days{offset} - first_week_).count() / 7;
      for (auto day = 7 * ahead(gone) - offset; day < length; day += 7 * rule_.interval) {
        mark(day, day + 7);
      }
      break;
    }
    case Frequency::kMonthly: {
      const auto& begins = kMonthBegins[length == 366];
      const auto gone =
          (y - first.year()).count() * 12LL + 1 - static_cast<unsigned>(first.month());
      for (auto m = ahead(gone); m < 12; m += rule_.interval) mark(begins[m], begins[m + 1]);
      break;
    }
    case Frequency::kYearly:
      if (ahead((y - first.year()).count()) == 0) mark(0, length);
      break;
  }
  return allowed;
}

Day RecurrencePlan::period_begin(Day day) const {
  const year_month_day date{day};
  switch (rule_.frequency) {
    case Frequency::kDaily:
      return day;
    case Frequency::kWeekly:
      return day - days{days_since(rule_.week_start, day)};
    case Frequency::kMonthly:
      return local_days{date.year() / date.month() / 1};
    case Frequency::kYearly:
      return new_year_of(date.year());
  }
  return day;
}

bool RecurrencePlan::allows(Day day) const {
  if (day < first_day_ || day > last_day_) return false;
  if (!weekly_pattern_) {
    const auto y = year_month_day{day}.year();
    return days_of(y).test(static_cast<int>((day - new_year_of(y)).count()));
  }
  if (by_weekday_ && !rule_.weekdays.contains(day)) return false;
  if (rule_.interval == 1) return true;
  const auto gone = rule_.frequency == Frequency::kDaily ? (day - floor<days>(start_)).count()
                                                         : (day - first_week_).count() / 7;
  return gone % rule_.interval == 0;
}

}  // namespace huddlekit::detail
