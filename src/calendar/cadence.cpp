#include "huddlekit/cadence.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;

constexpr days kLongestBreak{31};
constexpr Day kFirstRuleDay = local_days{year{1} / January / 1};
constexpr Day kLastRuleDay = local_days{year{10000} / January / 1};

}  // namespace

/// A huddle on the wall clock, before its zone is asked.
struct Cadence::Planned {
  LocalTime time;
  std::optional<LocalTime> moved_from;
};

Cadence::Cadence(std::string_view rule, LocalTime start, const Zone& zone, Options options)
    : zone_(zone),
      recurrence_(rule, start, {}, [&zone](Instant at) { return zone.local(at); }),
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
  for (const Day day : options_.holidays) {
    if (options_.on_holiday == HolidayRule::kKeep) break;
    touched_.push_back(day);
    if (const auto other = moves ? working_day_for(day) : std::nullopt) touched_.push_back(*other);
  }
  for (const LocalTime time : options_.cancelled) touched_.push_back(floor<days>(time));
  for (const Move& move : options_.moved) {
    touched_.push_back(floor<days>(move.from));
    touched_.push_back(floor<days>(move.to));
  }
  std::sort(touched_.begin(), touched_.end());
  touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
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

bool Cadence::cancelled(LocalTime given) const {
  return std::binary_search(options_.cancelled.begin(), options_.cancelled.end(), given);
}

/// Where a time that the rule gives is planned in the end, before it meets others.
std::optional<Cadence::Planned> Cadence::instead_of(LocalTime given) const {
  if (cancelled(given)) return std::nullopt;
  const auto move = std::lower_bound(options_.moved.begin(), options_.moved.end(), given,
                                     [](const Move& m, LocalTime t) { return m.from < t; });
  if (move != options_.moved.end() && move->from == given) {
    if (move->to == given) return Planned{given, std::nullopt};
    return Planned{move->to, given};
  }
  const Day day = floor<days>(given);
  if (options_.on_holiday == HolidayRule::kKeep || !is_holiday(day)) {
    return Planned{given, std::nullopt};
  }
  if (options_.on_holiday == HolidayRule::kSkip) return std::nullopt;
  const auto other = working_day_for(day);
  return other ? std::optional(Planned{*other + (given - day), given}) : std::nullopt;
}

std::vector<Cadence::Planned> Cadence::planned(Day from, Day until) const {
  // A huddle of these days may have come from a holiday outside them.
  const auto margin = [&](HolidayRule rule) {
    return options_.on_holiday == rule && !options_.holidays.empty() ? kLongestBreak : days{0};
  };
  const Day first = from - margin(HolidayRule::kNext);
  const Day end = until + margin(HolidayRule::kPrevious);
  std::vector<Planned> all;
  const auto add = [&](LocalTime given) {
    const auto p = instead_of(given);
    if (p && p->time >= from && p->time < until) all.push_back(*p);
  };
  for (const LocalTime time : recurrence_.between(first, end)) add(time);
  for (const Move& move : options_.moved) {
    const bool seen = move.from >= first && move.from < end;
    if (!seen && !recurrence_.between(move.from, move.from + seconds{1}).empty()) add(move.from);
  }
  std::sort(all.begin(), all.end(), [](const Planned& a, const Planned& b) {
    return std::tie(a.time, a.moved_from) < std::tie(b.time, b.moved_from);
  });
  const auto same = [](const Planned& a, const Planned& b) { return a.time == b.time; };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  return all;
}

std::optional<Cadence::Occurrence> Cadence::occurrence(const Planned& planned) const {
  const auto starts = zone_.resolve(planned.time, options_.clock_change);
  if (!starts) return std::nullopt;
  const LocalTime local = zone_.local(*starts);
  return Occurrence{floor<days>(planned.time), local, *starts, local != planned.time,
                    planned.moved_from};
}

std::vector<Cadence::Occurrence> Cadence::between(Day from, Day until) const {
  std::vector<Occurrence> all;
  for (const auto& each : planned(std::clamp(from, kFirstRuleDay, kLastRuleDay),
                                  std::clamp(until, kFirstRuleDay, kLastRuleDay))) {
    if (const auto found = occurrence(each)) all.push_back(*found);
  }
  return all;
}

std::optional<Cadence::Occurrence> Cadence::on(Day day) const {
  if (std::binary_search(touched_.begin(), touched_.end(), day)) {
    const auto found = between(day, day + days{1});
    return found.empty() ? std::nullopt : std::optional(found.front());
  }
  if (!recurrence_.falls_on(day)) return std::nullopt;
  const LocalTime start = recurrence_.start();
  return occurrence({day + (start - floor<days>(start)), std::nullopt});
}

std::optional<Day> Cadence::next_day(Day day) const {
  while (true) {
    auto next = recurrence_.next_day(day);
    const auto touched = std::lower_bound(touched_.begin(), touched_.end(), day);
    if (touched != touched_.end() && (!next || *touched < *next)) next = *touched;
    if (!next || on(*next)) return next;
    day = *next + days{1};
  }
}

std::optional<Cadence::Occurrence> Cadence::of(Day rule_day) const {
  if (!recurrence_.falls_on(rule_day)) return std::nullopt;
  const LocalTime start = recurrence_.start();
  const auto there = instead_of(rule_day + (start - floor<days>(start)));
  if (!there) return std::nullopt;
  for (const auto& each : planned(floor<days>(there->time), floor<days>(there->time) + days{1})) {
    if (each.time == there->time && each.moved_from == there->moved_from) return occurrence(each);
  }
  return std::nullopt;
}

std::optional<Cadence::Occurrence> Cadence::after(Instant now) const {
  // A huddle planned for the evening before may be moved past midnight by a clock change. The spans
  // grow, so that a rule with long pauses is soon searched to the end of the calendar.
  Day from = floor<days>(zone_.local(now)) - days{1};
  for (days span{32}; from < kLastRuleDay; from += span, span *= 2) {
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
