#include "huddlekit/recurrence.hpp"

#include <algorithm>
#include <utility>

#include "calendar/recurrence_plan.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {

using namespace std::chrono;
using detail::kNever;

struct Recurrence::Impl {
  detail::RecurrencePlan plan;
  std::string text;
  Dates dates;

  /// Whether days alone decide, so that no times of day need to be looked at.
  [[nodiscard]] bool days_decide() const { return dates == Dates{} && !plan.chooses(); }
};

/// Merges the rule's occurrences with the added dates and leaves the excluded ones out.
class Recurrence::Iterator::Cursor {
 public:
  Cursor(std::shared_ptr<const Impl> impl, LocalTime from)
      : impl_(std::move(impl)), walk_(impl_->plan, from) {
    const Dates& dates = impl_->dates;
    plain_ = dates == Dates{};
    if (plain_) return;
    added_ = std::lower_bound(dates.added.begin(), dates.added.end(), from);
    excluded_ = std::lower_bound(dates.excluded.begin(), dates.excluded.end(), from);
    ahead_ = walk_.next();
  }

  /// kNever after the last.
  LocalTime next() {
    if (plain_) return walk_.next();
    const Dates& dates = impl_->dates;
    for (;;) {
      LocalTime time = ahead_;
      if (added_ != dates.added.end() && *added_ <= time) time = *added_++;
      if (time == kNever) return time;
      if (time == ahead_) ahead_ = walk_.next();
      while (excluded_ != dates.excluded.end() && *excluded_ < time) ++excluded_;
      if (excluded_ == dates.excluded.end() || *excluded_ != time) return time;
    }
  }

 private:
  std::shared_ptr<const Impl> impl_;
  detail::OccurrenceWalk walk_;
  bool plain_;                // there are no dates to merge
  LocalTime ahead_ = kNever;  // the rule's next occurrence
  std::vector<LocalTime>::const_iterator added_;
  std::vector<LocalTime>::const_iterator excluded_;
};

namespace {

constexpr Day kFirstDay = local_days{year{1} / January / 1};
constexpr Day kEndDay = local_days{year{10000} / January / 1};
constexpr LocalTime kBegin = kFirstDay;
constexpr LocalTime kEndTime = kEndDay;

LocalTime checked(const char* argument, LocalTime time) {
  if (time >= kBegin && time < kEndTime) return time;
  throw InvalidArgument(std::string(argument) + ": must be in the years 1 to 9999, got " +
                        std::to_string(time.time_since_epoch().count()) + " s from 1970");
}

std::optional<LocalTime> found(LocalTime time) {
  return time == kNever ? std::nullopt : std::optional{time};
}

std::vector<LocalTime> each_once(const char* argument, std::vector<LocalTime> times) {
  for (const LocalTime time : times) (void)checked(argument, time);
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  return times;
}

}  // namespace

Recurrence::Recurrence(std::string_view rule, LocalTime start, const Dates& dates)
    : Recurrence(rule, start, dates, LocalOf{}) {}

Recurrence::Recurrence(std::string_view rule, LocalTime start, const Dates& dates,
                       const LocalOf& local_of) {
  const auto parsed = detail::parse_recurrence_rule(rule, local_of);
  impl_ = std::make_shared<const Impl>(
      Impl{detail::RecurrencePlan(parsed, checked("start", start)), detail::text_of(parsed),
           Dates{each_once("excluded", dates.excluded), each_once("added", dates.added)}});
}

std::vector<LocalTime> Recurrence::take(std::size_t n) const {
  std::vector<LocalTime> times;
  Iterator::Cursor cursor(impl_, kBegin);
  while (times.size() < n) {
    const LocalTime time = cursor.next();
    if (time == kNever) break;
    times.push_back(time);
  }
  return times;
}

std::vector<LocalTime> Recurrence::between(LocalTime from, LocalTime until) const {
  std::vector<LocalTime> times;
  Iterator::Cursor cursor(impl_, std::clamp(from, kBegin, kEndTime));
  for (LocalTime time; (time = cursor.next()) < std::min(until, kEndTime);) times.push_back(time);
  return times;
}

std::optional<LocalTime> Recurrence::after(LocalTime t) const {
  const LocalTime from = std::clamp(t, kBegin - seconds{1}, kEndTime) + seconds{1};
  return found(Iterator::Cursor(impl_, from).next());
}

bool Recurrence::falls_on(Day day) const {
  if (impl_->days_decide()) return impl_->plan.allows(day);
  return next_day(day) == day;
}

std::optional<Day> Recurrence::next_day(Day day) const {
  const auto time = after(std::clamp(day, kFirstDay, kEndDay) - seconds{1});
  return time ? std::optional{floor<days>(*time)} : std::nullopt;
}

Recurrence::Iterator Recurrence::begin() const {
  return Iterator(std::make_unique<Iterator::Cursor>(impl_, kBegin));
}

LocalTime Recurrence::start() const { return impl_->plan.start(); }

const Recurrence::Dates& Recurrence::dates() const { return impl_->dates; }

bool Recurrence::operator==(const Recurrence& other) const {
  return start() == other.start() && impl_->text == other.impl_->text && dates() == other.dates();
}

std::string to_string(const Recurrence& recurrence) { return recurrence.impl_->text; }

Recurrence::Iterator::Iterator(std::unique_ptr<Cursor> cursor)
    : cursor_(std::move(cursor)), current_(found(cursor_->next())) {}
Recurrence::Iterator::Iterator(Iterator&&) noexcept = default;
Recurrence::Iterator& Recurrence::Iterator::operator=(Iterator&&) noexcept = default;
Recurrence::Iterator::~Iterator() = default;

Recurrence::Iterator& Recurrence::Iterator::operator++() {
  current_ = found(cursor_->next());
  return *this;
}

}  // namespace huddlekit
