#include "render/feed/vtimezone.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace huddlekit::detail {
namespace {

using namespace std::chrono;

// Every observance by rule begins here, so that a feed's zone reads the same next year.
constexpr year kAnchor = kFirstZonedYear;
// A rule that goes on to hold is told from one that fits these years by chance.
constexpr years kLookAhead{8};

/// The clocks are put from one offset to another.
struct Onset {
  LocalTime local;  // what they show just before
  seconds from{};
  seconds to{};
  std::string name;

  [[nodiscard]] year_month_day date() const { return year_month_day{floor<days>(local)}; }
  [[nodiscard]] seconds time_of_day() const { return local - floor<days>(local); }
  [[nodiscard]] bool forward() const { return to > from; }
  [[nodiscard]] bool same_kind(const Onset& other) const {
    return from == other.from && to == other.to && name == other.name;
  }
};

struct Clock {
  OffsetChange begin;  // what holds when the years begin
  std::vector<Onset> onsets;
};

Clock clock_of(const ZoneTable& zone, year first, year last) {
  const auto changes =
      zone.changes(sys_days{first / January / 1}, sys_days{(last + years{1}) / January / 1});
  Clock clock{changes.front(), {}};
  for (std::size_t i = 1; i < changes.size(); ++i) {
    const auto from = changes[i - 1].offset;
    if (from == changes[i].offset) continue;  // only the name changes
    clock.onsets.push_back({LocalTime{changes[i].begin.time_since_epoch()} + from, from,
                            changes[i].offset, changes[i].abbreviation});
  }
  return clock;
}

/// `-1SU` of a month at a time of day, or the first to fourth of its Sundays.
struct YearlyRule {
  month in{};
  weekday day{};
  int n = 0;  // -1: the last
  Onset like;

  [[nodiscard]] LocalTime first_onset() const {
    const auto date = n < 0 ? local_days{kAnchor / in / day[last]}
                            : local_days{kAnchor / in / day[static_cast<unsigned>(n)]};
    return date + like.time_of_day();
  }
};

/// The rule that gives just these onsets, one in each year from `first` on.
std::optional<YearlyRule> rule_of(const std::vector<Onset>& onsets, year first) {
  const Onset& like = onsets.front();
  const auto same_week = [&](auto week_of) {
    return std::all_of(onsets.begin(), onsets.end(), [&](const Onset& onset) {
      return week_of(onset.date()) == week_of(like.date());
    });
  };
  for (std::size_t i = 0; i < onsets.size(); ++i) {
    const Onset& onset = onsets[i];
    if (onset.date().year() != first + years{static_cast<int>(i)} ||
        onset.date().month() != like.date().month() || !onset.same_kind(like) ||
        weekday{local_days{onset.date()}} != weekday{local_days{like.date()}} ||
        onset.time_of_day() != like.time_of_day()) {
      return std::nullopt;
    }
  }
  YearlyRule rule{like.date().month(), weekday{local_days{like.date()}}, 0, like};
  const auto in_last_week = [](const year_month_day& date) {
    return (date.year() / date.month() / last).day() - date.day() < days{7};
  };
  const auto week = [](const year_month_day& date) {
    return (static_cast<unsigned>(date.day()) - 1) / 7 + 1;
  };
  if (in_last_week(like.date()) && same_week(in_last_week)) {
    rule.n = -1;
  } else if (week(like.date()) < 5 && same_week(week)) {
    rule.n = static_cast<int>(week(like.date()));
  } else {
    return std::nullopt;
  }
  return rule;
}

/// STANDARD and DAYLIGHT by rule, where that gives every clock change of these years.
std::optional<std::array<YearlyRule, 2>> rules_of(const ZoneTable& zone, year first, year last) {
  std::vector<Onset> back, forward;
  for (auto& onset : clock_of(zone, first, last).onsets) {
    (onset.forward() ? forward : back).push_back(std::move(onset));
  }
  const auto count = static_cast<std::size_t>((last - first).count() + 1);
  if (back.size() != count || forward.size() != count) return std::nullopt;
  const auto standard = rule_of(back, first);
  const auto daylight = rule_of(forward, first);
  if (!standard || !daylight) return std::nullopt;
  return std::array{*standard, *daylight};
}

void begin_observance(IcsWriter& ics, std::string_view kind, LocalTime onset, seconds from,
                      seconds to, const std::string& name) {
  ics.begin(kind);
  ics.line("DTSTART", ics_time(onset));
  ics.line("TZOFFSETFROM", ics_offset(from));
  ics.line("TZOFFSETTO", ics_offset(to));
  ics.text("TZNAME", name);
}

std::string_view kind_of(const Onset& onset) { return onset.forward() ? "DAYLIGHT" : "STANDARD"; }

void write_rule(IcsWriter& ics, const YearlyRule& rule) {
  constexpr std::array kDays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  const auto& like = rule.like;
  begin_observance(ics, kind_of(like), rule.first_onset(), like.from, like.to, like.name);
  ics.line("RRULE", "FREQ=YEARLY;BYMONTH=" + std::to_string(static_cast<unsigned>(rule.in)) +
                        ";BYDAY=" + std::to_string(rule.n) + kDays[rule.day.c_encoding()]);
  ics.end(kind_of(like));
}

/// What holds at first as one STANDARD; then each kind of change with its dates.
void write_dates(IcsWriter& ics, const Clock& clock) {
  const auto& begin = clock.begin;
  begin_observance(ics, "STANDARD", local_days{kAnchor / January / 1}, begin.offset, begin.offset,
                   begin.abbreviation);
  ics.end("STANDARD");
  std::vector<const Onset*> written;
  for (const auto& onset : clock.onsets) {
    const auto same = [&](const Onset* other) { return other->same_kind(onset); };
    if (std::any_of(written.begin(), written.end(), same)) continue;
    written.push_back(&onset);
    begin_observance(ics, kind_of(onset), onset.local, onset.from, onset.to, onset.name);
    for (const auto& other : clock.onsets) {
      if (other.same_kind(onset) && other.local != onset.local) {
        ics.line("RDATE", ics_time(other.local));
      }
    }
    ics.end(kind_of(onset));
  }
}

}  // namespace

void write_vtimezone(IcsWriter& ics, const ZoneTable& zone, year first, year last) {
  ics.begin("VTIMEZONE");
  ics.line("TZID", zone.name());
  auto rules = rules_of(zone, first, last + kLookAhead);
  if (!rules) rules = rules_of(zone, first, last);
  if (rules) {
    for (const auto& rule : *rules) write_rule(ics, rule);
  } else {
    write_dates(ics, clock_of(zone, first, last));
  }
  ics.end("VTIMEZONE");
}

}  // namespace huddlekit::detail
