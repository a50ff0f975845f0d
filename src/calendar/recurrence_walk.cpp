#include <algorithm>

#include "calendar/recurrence_plan.hpp"

namespace huddlekit::detail {

using namespace std::chrono;

DayWalk::DayWalk(const RecurrencePlan& plan, Day from) : plan_(&plan) {
  open(year_month_day{from}.year());
  const auto skipped = static_cast<std::size_t>((from - new_year_).count());
  word_ = skipped / 64;
  days_.words[word_] &= ~std::uint64_t{0} << (skipped % 64);
}

void DayWalk::open(year y) {
  year_ = y;
  new_year_ = local_days{y / January / 1};
  days_ = plan_->days_of(y);
  word_ = 0;
}

/// Goes on to the next word that has a day, in a later year if need be. False after the last year.
bool DayWalk::find_word() {
  while (days_.words[word_] == 0) {
    if (++word_ < days_.words.size()) continue;
    const year following = plan_->year_after(year_);
    // A week that BYSETPOS counts in may run on past the last occurrence.
    if (local_days{following / January / 1} > plan_->last() + days{7}) {
      --word_;
      return false;
    }
    open(following);
  }
  return true;
}

OccurrenceWalk::OccurrenceWalk(const RecurrencePlan& plan, LocalTime from)
    : plan_(&plan),
      from_(std::min(std::max(from, plan.start()), plan.last() + seconds{1})),
      walk_(plan, plan.chooses() ? plan.period_begin(floor<days>(from_)) : floor<days>(from_)),
      ahead_(walk_.next()) {}

LocalTime OccurrenceWalk::nth(std::int64_t n) {
  for (;;) {
    while (index_ < size_ && at(index_) < from_) ++index_;
    const auto left = static_cast<std::int64_t>(size_ - index_);
    if (n <= left) {
      const LocalTime time = at(index_ + static_cast<std::size_t>(n) - 1);
      return time > plan_->last() ? kNever : time;
    }
    n -= left;
    if (!fill()) return kNever;
  }
}

/// Takes the next day, or with BYSETPOS the days of the next period in which it chooses any. False
/// after the last.
bool OccurrenceWalk::fill() {
  index_ = 0;
  size_ = 0;
  while (size_ == 0) {
    if (ahead_ == kNoDay || ahead_ > plan_->last()) return false;
    day_ = ahead_;
    ahead_ = walk_.next();
    size_ = plan_->times().size();
    if (!plan_->chooses()) return true;

    const Day begin = plan_->period_begin(day_);
    period_.assign(1, day_);
    for (; ahead_ != kNoDay && plan_->period_begin(ahead_) == begin; ahead_ = walk_.next()) {
      period_.push_back(ahead_);
    }
    const std::size_t total = period_.size() * size_;
    if (total != chosen_of_) choose_of(total);
    size_ = chosen_.size();
  }
  return true;
}

/// Lists what BYSETPOS chooses of so many occurrences, in order, each once.
void OccurrenceWalk::choose_of(std::size_t total) {
  const CountedPlaces& positions = plan_->rule().positions;
  chosen_of_ = total;
  chosen_.clear();
  for (std::size_t n = 1; n <= std::min<std::size_t>(total, CountedPlaces::kMost); ++n) {
    if (positions.front[n]) chosen_.push_back(n - 1);
    if (positions.back[n]) chosen_.push_back(total - n);
  }
  std::sort(chosen_.begin(), chosen_.end());
  chosen_.erase(std::unique(chosen_.begin(), chosen_.end()), chosen_.end());
}

}  // namespace huddlekit::detail
