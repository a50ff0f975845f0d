#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <vector>

#include "calendar/recurrence_rule.hpp"
#include "huddlekit/time.hpp"

namespace huddlekit::detail {

/// The days of one year as bits; bit 0 is 1 January.
struct YearDays {
  std::array<std::uint64_t, 6> words{};

  void set(int day) { words[day / 64] |= std::uint64_t{1} << (day % 64); }
  [[nodiscard]] bool test(int day) const { return (words[day / 64] >> (day % 64)) & 1; }
  YearDays& operator&=(const YearDays& other);
};

/// A rule with its DTSTART, ready to be expanded.
///
/// Every BY part about days, whether the RFC calls it expanding or limiting, comes down to a set of
/// days that depends on the year alone; a year's days are the intersection of those sets with the
/// days that INTERVAL allows. So any year can be computed without those before it, one year is six
/// words, and COUNT is turned into a last moment once.
class RecurrencePlan {
 public:
  /// @param start  in the years 1 to 9999.
  RecurrencePlan(const RecurrenceRule& rule, LocalTime start);

  [[nodiscard]] const RecurrenceRule& rule() const { return rule_; }
  [[nodiscard]] LocalTime start() const { return start_; }
  /// No occurrence is later; earlier than `start` when there is none at all.
  [[nodiscard]] LocalTime last() const { return last_; }
  /// Whether BYSETPOS chooses among the occurrences of a period.
  [[nodiscard]] bool chooses() const { return chooses_; }
  /// The times of day, as seconds since midnight, in order.
  [[nodiscard]] const std::vector<std::int32_t>& times() const { return times_; }

  /// The days of a year that the rule allows, before BYSETPOS, start and last.
  [[nodiscard]] YearDays days_of(std::chrono::year year) const;
  /// The next year after `year` that INTERVAL allows.
  [[nodiscard]] std::chrono::year year_after(std::chrono::year year) const;
  /// Where the period begins (year, month, week or day by FREQ) in which BYSETPOS counts.
  [[nodiscard]] Day period_begin(Day day) const;
  /// Whether the rule allows the day, for a rule without BYSETPOS.
  [[nodiscard]] bool allows(Day day) const;

 private:
  void fill_in_from_start();
  void prepare_fixed_days();
  void prepare_times();
  void find_last();
  [[nodiscard]] YearDays weekday_days(Day new_year, int length) const;
  [[nodiscard]] YearDays week_days(Day new_year, int length) const;
  [[nodiscard]] YearDays interval_days(Day new_year, int length) const;

  RecurrenceRule rule_;
  LocalTime start_;
  LocalTime last_;
  Day first_day_;                    // the first and the last day that, by the times of day,
  Day last_day_;                     // can hold an occurrence
  Day first_week_;                   // the day on which the week of `start` begins
  std::array<YearDays, 2> fixed_{};  // what BYMONTH, BYMONTHDAY, BYYEARDAY allow, by leap year
  bool chooses_ = false;             // there is a BYSETPOS
  bool by_weekday_ = false;          // there is a BYDAY, written or from `start`
  bool weekly_pattern_ = false;      // BYDAY and INTERVAL decide alone
  std::vector<std::int32_t> times_;
};

// "No more" is a value that sorts behind every other: an optional here costs half of the speed.
inline constexpr Day kNoDay = Day::max();
inline constexpr LocalTime kNever = LocalTime::max();

/// Walks the days of a plan, from a day on, to the end of the year of its last occurrence.
class DayWalk {
 public:
  DayWalk(const RecurrencePlan& plan, Day from);
  /// kNoDay after the last.
  [[nodiscard]] Day next() {
    if (days_.words[word_] == 0 && !find_word()) return kNoDay;
    auto& word = days_.words[word_];
    const auto day = static_cast<int>(word_) * 64 + std::countr_zero(word);
    word &= word - 1;
    return new_year_ + std::chrono::days{day};
  }

 private:
  void open(std::chrono::year year);
  [[nodiscard]] bool find_word();

  const RecurrencePlan* plan_;
  std::chrono::year year_{};
  Day new_year_{};
  YearDays days_;
  std::size_t word_ = 0;
};

/// Walks the occurrences of a plan, from a moment on. The plan must outlive it.
class OccurrenceWalk {
 public:
  OccurrenceWalk(const RecurrencePlan& plan, LocalTime from);
  /// kNever after the last.
  [[nodiscard]] LocalTime next() {
    while (index_ < size_ || fill()) {
      const LocalTime time = at(index_++);
      if (time > plan_->last()) break;
      if (time >= from_) return time;
    }
    return kNever;
  }
  /// The n-th occurrence from here, n >= 1, going whole days or periods at a time.
  [[nodiscard]] LocalTime nth(std::int64_t n);

 private:
  [[nodiscard]] bool fill();
  void choose_of(std::size_t total);
  [[nodiscard]] LocalTime at(std::size_t index) const {
    const auto& times = plan_->times();
    if (!plan_->chooses()) return day_ + std::chrono::seconds{times[index]};
    const std::size_t place = chosen_[index];
    return period_[place / times.size()] + std::chrono::seconds{times[place % times.size()]};
  }

  const RecurrencePlan* plan_;
  LocalTime from_;
  DayWalk walk_;
  Day ahead_;                        // the next day, already taken from the walk
  Day day_{};                        // the day filled in
  std::vector<Day> period_;          // with BYSETPOS, the days of its period
  std::vector<std::size_t> chosen_;  // what BYSETPOS chooses of `chosen_of_` occurrences
  std::size_t chosen_of_ = 0;
  std::size_t index_ = 0;
  std::size_t size_ = 0;
};

}  // namespace huddlekit::detail
