#include "huddlekit/recall.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <string>

#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

constexpr double kMinStability = 0.001;
constexpr double kMaxStability = 1e300;  // only so that nothing downstream overflows
constexpr double kMinDifficulty = 1.0;
constexpr double kMaxDifficulty = 10.0;

constexpr std::array<double, 21> kLowest{0.001, 0.001, 0.001, 0.001, 1.0,   0.001, 0.001,
                                         0.001, 0.0,   0.0,   0.001, 0.001, 0.001, 0.001,
                                         0.0,   0.0,   1.0,   0.0,   0.0,   0.0,   0.1};
constexpr std::array<double, 21> kHighest{100.0, 100.0, 100.0, 100.0, 10.0, 4.0,  4.0,
                                          0.75,  4.5,   0.8,   3.5,   5.0,  0.25, 0.9,
                                          4.0,   1.0,   6.0,   2.0,   2.0,  0.8,  0.8};

// `pow`, not `exp`: the same call with the same base as the package, so that the last bit agrees.
double e_to(double x) { return std::pow(std::numbers::e, x); }

std::string shown(double number) {
  char text[32];  // the shortest that reads back takes at most 24
  return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

[[noreturn]] void fail(const std::string& rule, double got) {
  throw InvalidArgument(rule + ", got " + shown(got));
}

void check(const RecallState& state) {
  // Written so that NaN fails too.
  if (!(state.stability >= kMinStability && state.stability <= kMaxStability)) {
    fail("stability: must be between 0.001 and 1e300 days", state.stability);
  }
  if (!(state.difficulty >= kMinDifficulty && state.difficulty <= kMaxDifficulty)) {
    fail("difficulty: must be between 1 and 10", state.difficulty);
  }
}

void check_days(int elapsed_days) {
  if (elapsed_days < 0) fail("elapsed_days: must not be negative", elapsed_days);
}

int number(Rating rating) {
  const int n = static_cast<int>(rating);
  if (n < 1 || n > 4) fail("rating: must be 1 (Again), 2 (Hard), 3 (Good) or 4 (Easy)", n);
  return n;
}

double clamp_stability(double stability) {
  return std::clamp(stability, kMinStability, kMaxStability);
}

double clamp_difficulty(double difficulty) {
  return std::clamp(difficulty, kMinDifficulty, kMaxDifficulty);
}

}  // namespace

Recall::Recall(std::span<const double> weights, double retention, int max_interval)
    : w_{}, retention_(retention), max_interval_(max_interval), difficulty_{}, short_term_{} {
  if (weights.size() != w_.size()) {
    throw InvalidArgument("weights: must be 21 numbers, got " + std::to_string(weights.size()));
  }
  for (std::size_t i = 0; i < w_.size(); ++i) {
    if (!(weights[i] >= kLowest[i] && weights[i] <= kHighest[i])) {
      fail("weights[" + std::to_string(i) + "]: must be between " + shown(kLowest[i]) + " and " +
               shown(kHighest[i]),
           weights[i]);
    }
    w_[i] = weights[i];
  }
  if (!(retention > 0 && retention < 1)) {
    fail("retention: must be between 0 and 1, both excluded", retention);
  }
  if (max_interval < 1 || max_interval > 36'500) {
    fail("max_interval: must be between 1 and 36500 days", max_interval);
  }

  decay_ = -w_[20];
  factor_ = std::pow(0.9, 1 / decay_) - 1;
  due_factor_ = std::pow(retention_, 1 / decay_) - 1;
  for (int n = 1; n <= 4; ++n) {
    difficulty_[n] = w_[4] - e_to(w_[5] * (n - 1)) + 1;
    short_term_[n] = e_to(w_[17] * (n - 3 + w_[18]));
  }
  growth_ = e_to(w_[8]);
  lapse_divisor_ = e_to(w_[17] * w_[18]);
}

RecallState Recall::first(Rating rating) const {
  const int n = number(rating);
  return {clamp_stability(w_[n - 1]), clamp_difficulty(difficulty_[n])};
}

RecallState Recall::review(const RecallState& state, int elapsed_days, Rating rating) const {
  number(rating);
  const double chance = retrievability(state, elapsed_days);  // checks the state and the days
  const double stability = elapsed_days == 0          ? same_day(state.stability, rating)
                           : rating == Rating::kAgain ? forgotten(state, chance)
                                                      : recalled(state, chance, rating);
  return {clamp_stability(stability), next_difficulty(state.difficulty, rating)};
}

double Recall::retrievability(const RecallState& state, int elapsed_days) const {
  check(state);
  check_days(elapsed_days);
  if (elapsed_days == 0) return 1;
  return std::pow(1 + factor_ * elapsed_days / state.stability, decay_);
}

double Recall::days_remembered(const RecallState& state, int start, int end) const {
  check(state);
  if (start < 0 || end < start) {
    throw InvalidArgument("days: need 0 <= start <= end, got " + std::to_string(start) + " and " +
                          std::to_string(end));
  }
  // The antiderivative that is 0 on day 0. With `log1p` and `expm1` a stability far beyond the
  // range does not cancel to nothing.
  const double rest = 1 + decay_;  // >= 0.2
  const auto until = [&](int day) {
    return day == 0 ? 0.0 : std::expm1(rest * std::log1p(factor_ * day / state.stability));
  };
  return state.stability / (factor_ * rest) * (until(end) - until(start));
}

int Recall::interval(const RecallState& state) const {
  check(state);
  const double days = std::nearbyint(state.stability / factor_ * due_factor_);
  return static_cast<int>(std::clamp(days, 1.0, static_cast<double>(max_interval_)));
}

std::optional<RecallState> Recall::replay(std::span<const Review> reviews) const {
  std::optional<RecallState> state;
  Day last{};
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    const auto& [day, rating] = reviews[i];
    number(rating);  // also of one that a later rating of the day replaces
    if (i + 1 < reviews.size()) {
      const Day next = reviews[i + 1].day;
      if (next < day) {
        throw InvalidArgument("reviews: days must not go backwards, got " + to_string(next) +
                              " after " + to_string(day));
      }
      if (next == day) continue;
    }
    state = state ? review(*state, static_cast<int>((day - last).count()), rating) : first(rating);
    last = day;
  }
  return state;
}

double Recall::recalled(const RecallState& state, double chance, Rating rating) const {
  const double hard = rating == Rating::kHard ? w_[15] : 1;
  const double easy = rating == Rating::kEasy ? w_[16] : 1;
  return state.stability *
         (1 + growth_ * (11 - state.difficulty) * std::pow(state.stability, -w_[9]) *
                  (e_to((1 - chance) * w_[10]) - 1) * hard * easy);
}

double Recall::forgotten(const RecallState& state, double chance) const {
  const double relearned = w_[11] * std::pow(state.difficulty, -w_[12]) *
                           (std::pow(state.stability + 1, w_[13]) - 1) *
                           e_to((1 - chance) * w_[14]);
  return std::min(relearned, state.stability / lapse_divisor_);
}

double Recall::same_day(double stability, Rating rating) const {
  const double growth = short_term_[number(rating)] * std::pow(stability, -w_[19]);
  return stability * (rating == Rating::kAgain ? growth : std::max(growth, 1.0));
}

double Recall::next_difficulty(double difficulty, Rating rating) const {
  const double step = -(w_[6] * (number(rating) - 3));
  const double moved = difficulty + (kMaxDifficulty - difficulty) * step / 9;
  return clamp_difficulty(w_[7] * difficulty_[4] + (1 - w_[7]) * moved);
}

}  // namespace huddlekit
