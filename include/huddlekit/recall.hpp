#pragma once
#include <array>
#include <optional>
#include <span>

#include "huddlekit/time.hpp"

namespace huddlekit {

/// How well a team remembered a lesson before it was shown again: not, with help, well, easily.
enum class Rating { kAgain = 1, kHard, kGood, kEasy };

/// What a team's memory of one lesson is taken to be.
struct RecallState {
  double stability = 0;   ///< days until nine in ten remember; 0.001 to 1e300
  double difficulty = 0;  ///< how slowly stability grows: 1 (easy) to 10 (hard)

  bool operator==(const RecallState&) const = default;
};

/// When a lesson should come back: FSRS-6 (Free Spaced Repetition Scheduler) as in the Python
/// package `fsrs` 6.3, without learning steps and without random fuzz. A value: no clock, no
/// storage; safe to share between threads.
///
///   Recall recall;
///   auto state = recall.first(Rating::kGood);         // heard and remembered: {2.3065, 2.1181}
///   recall.interval(state);                           // -> 2 days
///   state = recall.review(state, 3, Rating::kGood);   // three days later: {13.8269, 2.1112}
///
/// Elapsed time is the difference of two local dates, so a day of two shifts is one day, and a
/// review on the day of the last one follows the same-day rule: only Again lowers the stability.
///
/// Results agree with the package to the last bit where both use the same `pow`, the only inexact
/// call besides + - * /. C libraries may differ in the last bit of `pow`; whoever compares numbers
/// made from states must round them first.
class Recall {
 public:
  /// The published weights of FSRS-6, fitted to many learners.
  static constexpr std::array<double, 21> kDefaultWeights{
      0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
      1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

  /// @param weights       21 numbers, each within FSRS-6's bounds for it.
  /// @param retention     the chance of being remembered at which a lesson comes due; between 0
  ///                      and 1, both excluded.
  /// @param max_interval  the longest interval in days, 1 to 36,500.
  /// @throws InvalidArgument naming the first number that breaks its rule.
  explicit Recall(std::span<const double> weights = kDefaultWeights, double retention = 0.9,
                  int max_interval = 180);

  /// The state after the first rating.
  [[nodiscard]] RecallState first(Rating rating) const;

  /// The state after one more rating, `elapsed_days` after the last. The stability has a floor of
  /// 0.001 and, short of 1e300, no ceiling.
  /// @throws InvalidArgument for a state, a number of days (>= 0) or a rating out of its range.
  [[nodiscard]] RecallState review(const RecallState& state, int elapsed_days, Rating rating) const;

  /// The chance in [0, 1] that the lesson is remembered `elapsed_days` after its last rating: 1 on
  /// the same day, 0.9 after `state.stability` days whatever `retention()` is.
  [[nodiscard]] double retrievability(const RecallState& state, int elapsed_days) const;

  /// The days in [start, end), counted from the last rating, on which the lesson is expected to be
  /// remembered: the integral of `retrievability`, in closed form. Accurate to about 1e-12.
  /// @throws InvalidArgument unless 0 <= start <= end.
  [[nodiscard]] double days_remembered(const RecallState& state, int start, int end) const;

  /// Whole days from the last rating to the day the lesson is due: where retrievability falls to
  /// `retention()`, rounded half to even, between 1 and `max_interval()`.
  [[nodiscard]] int interval(const RecallState& state) const;

  /// One entry of a lesson's review log.
  struct Review {
    Day day{};
    Rating rating = Rating::kGood;

    bool operator==(const Review&) const = default;
  };

  /// The state that a review log leads to; of several ratings on one day (shifts) the last counts.
  /// nullopt for an empty log.
  /// @throws InvalidArgument when days go backwards or a rating is out of range.
  [[nodiscard]] std::optional<RecallState> replay(std::span<const Review> reviews) const;

  [[nodiscard]] const std::array<double, 21>& weights() const noexcept { return w_; }
  [[nodiscard]] double retention() const noexcept { return retention_; }
  [[nodiscard]] int max_interval() const noexcept { return max_interval_; }

  bool operator==(const Recall&) const = default;

 private:
  [[nodiscard]] double recalled(const RecallState& state, double chance, Rating rating) const;
  [[nodiscard]] double forgotten(const RecallState& state, double chance) const;
  [[nodiscard]] double same_day(double stability, Rating rating) const;
  [[nodiscard]] double next_difficulty(double difficulty, Rating rating) const;

  std::array<double, 21> w_;
  double retention_;
  int max_interval_;
  // What depends on the weights alone.
  double decay_;                      // < 0
  double factor_;                     // retrievability = (1 + factor · days / stability) ^ decay
  double due_factor_;                 // where retrievability is `retention_`
  std::array<double, 5> difficulty_;  // of a first rating, before clamping; index 1 to 4
  std::array<double, 5> short_term_;  // growth on the same day at stability 1; index 1 to 4
  double growth_;                     // of a recalled lesson, before its own factors
  double lapse_divisor_;              // a lapse divides the stability at least by this
};

}  // namespace huddlekit
