#include "calendar/zone_table.hpp"

#include <algorithm>

#include "huddlekit/errors.hpp"

namespace huddlekit::detail {
namespace {

using namespace std::chrono;

constexpr days kCycle{146097};  // 400 Gregorian years, a whole number of weeks
// More than any offset that a zone file may hold (RFC 8536 section 3.2).
constexpr hours kMostOffset{26};
constexpr Instant kBegin = sys_days{year{1} / January / 1};
constexpr Instant kEnd = sys_days{year{10000} / January / 1};
constexpr LocalTime kFirst{kBegin.time_since_epoch()};
constexpr LocalTime kLast{kEnd.time_since_epoch()};
// The ends of the table: outside every time of those years in every zone.
constexpr Instant kLongAgo = kBegin - days{7};
constexpr Instant kFarOff = kEnd + days{7};

/// How much earlier than `time` the same time of the cycle before `cycle_end` is.
template <typename Time>
days cycles_back(Time time, Instant cycle_end) {
  const auto past = time.time_since_epoch() - cycle_end.time_since_epoch();
  if (past < seconds{0}) return days{0};
  return kCycle * (past / kCycle + 1);
}

template <typename Time>
void check(const char* argument, Time time) {
  const auto since = time.time_since_epoch();
  if (since >= kBegin.time_since_epoch() && since < kEnd.time_since_epoch()) return;
  throw InvalidArgument(std::string(argument) + ": must be in the years 1 to 9999, got " +
                        std::to_string(since.count()) + " s from 1970");
}

/// Leaves out changes that last no time and those that change nothing.
std::vector<OffsetChange> merged(const std::vector<OffsetChange>& changes) {
  std::vector<OffsetChange> kept;
  for (const auto& change : changes) {
    if (!kept.empty() && kept.back().begin == change.begin) kept.pop_back();
    const bool same = !kept.empty() && kept.back().offset == change.offset &&
                      kept.back().abbreviation == change.abbreviation;
    if (!same) kept.push_back(change);
  }
  return kept;
}

}  // namespace

ZoneTable::ZoneTable(std::string name, std::vector<OffsetChange> changes,
                     const std::optional<PosixTz>& rule)
    : name_(std::move(name)), changes_(std::move(changes)), cycle_end_(kFarOff) {
  const Instant last = changes_.back().begin;
  const year known = year_month_day{floor<days>(std::max(last, kBegin))}.year();
  if (rule) {
    // A year to spare on both sides: the cycle begins where the rule alone holds, and the table
    // goes on past its end for local times that are read near it.
    for (auto& change : rule->changes(known - years{1}, known + years{402})) {
      if (change.begin > last) changes_.push_back(std::move(change));
    }
  }
  changes_ = merged(changes_);
  const Instant cycle_end = sys_days{(known + years{401}) / January / 1};
  if (changes_.back().begin > cycle_end) cycle_end_ = cycle_end + days{180};
  lay_out();
}

void ZoneTable::lay_out() {
  // Where the rule goes on, the last change only ends the period before it.
  const bool cyclic = cycle_end_ != kFarOff;
  for (std::size_t i = 0; i + (cyclic ? 1 : 0) < changes_.size(); ++i) {
    Period period;
    period.begin = i == 0 ? kLongAgo : changes_[i].begin;
    period.end = i + 1 == changes_.size() ? kFarOff : changes_[i + 1].begin;
    period.offset = changes_[i].offset;
    period.sure_begin = std::max(period.local(period.begin), kFirst);
    period.sure_end = std::min(period.local(period.end), kLast);
    periods_.push_back(period);
  }
  // What another period shows too, however far away, is not sure.
  LocalTime shown = LocalTime::min();
  for (auto& period : periods_) {
    period.sure_begin = std::max(period.sure_begin, shown);
    shown = std::max(shown, period.local(period.end));
  }
  shown = LocalTime::max();
  for (auto period = periods_.rbegin(); period != periods_.rend(); ++period) {
    period->sure_end = std::min(period->sure_end, shown);
    shown = std::min(shown, period->local(period->begin));
  }
}

std::size_t ZoneTable::period_at(Instant instant) const {
  const auto after = std::upper_bound(periods_.begin(), periods_.end(), instant,
                                      [](Instant t, const Period& p) { return t < p.begin; });
  return static_cast<std::size_t>(after - periods_.begin()) - 1;
}

LocalTime ZoneTable::local(Instant instant) const {
  check("instant", instant);
  const auto& recent = periods_[recent_.load(std::memory_order_relaxed)];
  if (instant >= recent.begin && instant < recent.end) return recent.local(instant);
  const days back = cycles_back(instant, cycle_end_);
  const std::size_t index = period_at(instant - back);
  recent_.store(index, std::memory_order_relaxed);
  return periods_[index].local(instant);
}

std::optional<Instant> ZoneTable::resolve(LocalTime local, LocalPolicy policy) const {
  const auto& recent = periods_[recent_.load(std::memory_order_relaxed)];
  if (local >= recent.sure_begin && local < recent.sure_end) {
    return Instant{local.time_since_epoch()} - recent.offset;
  }
  return look_up(local, policy);
}

std::optional<Instant> ZoneTable::look_up(LocalTime local, LocalPolicy policy) const {
  check("local", local);
  const days back = cycles_back(local, cycle_end_);
  const LocalTime wanted = local - back;
  const Instant as_utc{wanted.time_since_epoch()};
  const auto at = [&](seconds offset) { return Instant{local.time_since_epoch()} - offset; };
  const auto fail = [&](const char* what) {
    throw InvalidArgument("local: must be a time that comes once in " + name_ + ", got " +
                          to_string(local) + ", which a clock change " + what);
  };

  // Of the periods that are near enough to show the wanted time: those that do, and the first that
  // begins past it.
  const Period* first = nullptr;
  const Period* last = nullptr;
  const Period* past = nullptr;
  for (std::size_t i = period_at(as_utc - kMostOffset);
       i < periods_.size() && periods_[i].begin <= as_utc + kMostOffset; ++i) {
    const Period& period = periods_[i];
    if (wanted < period.local(period.begin)) {
      if (past == nullptr) past = &period;
    } else if (wanted < period.local(period.end)) {
      if (first == nullptr) first = &period;
      last = &period;
      recent_.store(i, std::memory_order_relaxed);
    }
  }

  if (first != nullptr) {
    if (first != last && policy == LocalPolicy::kError) fail("repeats");
    return at(policy == LocalPolicy::kLater ? last->offset : first->offset);
  }
  switch (policy) {
    case LocalPolicy::kCompatible:
    case LocalPolicy::kLater:
      return at((past - 1)->offset);
    case LocalPolicy::kEarlier:
      return at(past->offset);
    case LocalPolicy::kTransition:
      return past->begin + back;
    case LocalPolicy::kError:
      fail("skips");
      break;
    case LocalPolicy::kSkip:
      break;
  }
  return std::nullopt;
}

std::vector<OffsetChange> ZoneTable::changes(Instant from, Instant until) const {
  if (until > cycle_end_) {
    throw InvalidArgument("until: must be at most " + to_string(cycle_end_) + " in " + name_ +
                          ", got " + to_string(until));
  }
  const auto after = std::upper_bound(changes_.begin() + 1, changes_.end(), from,
                                      [](Instant t, const auto& c) { return t < c.begin; });
  const auto end = std::lower_bound(after, changes_.end(), until,
                                    [](const auto& c, Instant t) { return c.begin < t; });
  return {after - 1, end};
}

}  // namespace huddlekit::detail
