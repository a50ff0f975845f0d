#include "huddlekit/cadence.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;

constexpr days kLongestBreak{31};
constexpr Day kFirst = local_days{year{1} / January / 1};
constexpr Day kEnd = local_days{year{10000} / January / 1};

}  // namespace

/// A huddle on the wall clock, before its zone is asked.
struct Cadence::Planned {
  LocalTime time;
  std::optional<LocalTime> moved_from;
};

Cadence::Cadence(std::string_view rule, LocalTime start, const Zone& zone, Options options)
    : zone_(zone),
      recurrence_(rule, start, {options.cancelled, {}}, &zone),
      options_(std::move(options)) {
  const bool moves =
      options_.on_holiday == HolidayRule::kNext || options_.on_holiday == HolidayRule::kPrevious;
  if (moves && options_.work_week.empty()) {
    throw InvalidArgument("work_week: must have a day to move huddles to, got none");
  }
  std::sort(options_.holidays.begin(), options_.holidays.end());
  std::sort(options_.cancelled.begin(), options_.cancelled.end());
  std::sort(options_.moved.begin(), options_.moved.end(),
            [](const Move& a, const Move& b) { return a.from < b.from; });
}

bool Cadence::is_holiday(Day day) const {
  return std::binary_search(options_.holidays.begin(), options_.holidays.end(), day);
}

std::optional<Day> Cadence::working_day_for(Day holiday) const {
  const days step{options_.on_holiday == HolidayRule::kNext ? 1 : -1};
  for (days gone{1}; gone <= kLongestBreak; ++gone) {
    const Day day = holiday + gone * step.count();
    if (options_.work_week.contains(day) && !is_holiday(day)) return day;
  }
  return std::nullopt;
}

std::vector<Cadence::Planned> Cadence::planned(Day from, Day until) const {
  // A huddle of these days may have come from a holiday outside them.
  const auto margin = [&](HolidayRule rule) {
    return options_.on_holiday == rule && !options_.holidays.empty() ? kLongestBreak : days{0};
  };
  const auto given = recurrence_.between(from - margin(HolidayRule::kNext),
                                         until + margin(HolidayRule::kPrevious));
  std::vector<Planned> all;
  const auto add = [&](LocalTime time, std::optional<LocalTime> moved_from) {
    if (time >= from && time < until) all.push_back({time, moved_from});
  };
  for (const LocalTime time : given) {
    const auto move = std::lower_bound(options_.moved.begin(), options_.moved.end(), time,
                                       [](const Move& m, LocalTime t) { return m.from < t; });
    if (move != options_.moved.end() && move->from == time) continue;
    const Day day = floor<days>(time);
    if (options_.on_holiday == HolidayRule::kKeep || !is_holiday(day)) {
      add(time, std::nullopt);
    } else if (options_.on_holiday != HolidayRule::kSkip) {
      if (const auto other = working_day_for(day)) add(*other + (time - day), time);
    }
  }
  for (const Move& move : options_.moved) {
    if (!recurrence_.between(move.from, move.from + seconds{1}).empty()) add(move.to, move.from);
  }
  std::sort(all.begin(), all.end(), [](const Planned& a, const Planned& b) {
    return std::tie(a.time, a.moved_from) < std::tie(b.time, b.moved_from);
  });
  const auto same = [](const Planned& a, const Planned& b) { return a.time == b.time; };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  return all;
}

std::vector<Cadence::Occurrence> Cadence::between(Day from, Day until) const {
  std::vector<Occurrence> all;
  for (const auto& [time, moved_from] :
       planned(std::clamp(from, kFirst, kEnd), std::clamp(until, kFirst, kEnd))) {
    const auto starts = zone_.resolve(time, options_.clock_change);
    if (!starts) continue;
    const LocalTime local = zone_.local(*starts);
    all.push_back({floor<days>(time), local, *starts, local != time, moved_from});
  }
  return all;
}

std::optional<Cadence::Occurrence> Cadence::after(Instant now) const {
  // A huddle planned for the evening before may be moved past midnight by a clock change. The spans
  // grow, so that a rule with long pauses is soon searched to the end of the calendar.
  Day from = floor<days>(zone_.local(now)) - days{1};
  for (days span{32}; from < kEnd; from += span, span *= 2) {
    std::optional<Occurrence> first;
    for (const auto& occurrence : between(from, from + span)) {
      if (occurrence.starts > now && (!first || occurrence.starts < first->starts)) {
        first = occurrence;
      }
    }
    if (first) return first;
  }
  return std::nullopt;
}

}  // namespace huddlekit
