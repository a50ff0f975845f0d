#include "huddlekit/recall.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

const Recall& standard() {
  static const Recall recall;
  return recall;
}

/// The published formulas of FSRS-6 in long double, written down one after the other.
struct Oracle {
  using Real = long double;
  std::array<double, 21> w = Recall::kDefaultWeights;
  Real s = 0, d = 0;

  Real first_difficulty(int g) const { return w[4] - std::exp(Real(w[5]) * (g - 1)) + 1; }
  Real chance(int t) const {
    const Real decay = -Real(w[20]);
    return std::pow(1 + (std::pow(Real(0.9L), 1 / decay) - 1) * t / s, decay);
  }
  void first(int g) {
    s = w[g - 1];
    d = std::clamp<Real>(first_difficulty(g), 1, 10);
  }
  void review(int t, int g) {
    const Real r = chance(t);
    if (t == 0) {
      const Real growth = std::exp(w[17] * (g - 3 + Real(w[18]))) * std::pow(s, -Real(w[19]));
      s *= g == 1 ? growth : std::max<Real>(growth, 1);
    } else if (g == 1) {
      const Real left = w[11] * std::pow(d, -Real(w[12])) * (std::pow(s + 1, Real(w[13])) - 1) *
                        std::exp(w[14] * (1 - r));
      s = std::min(left, s / std::exp(Real(w[17]) * w[18]));
    } else {
      s *= 1 + std::exp(Real(w[8])) * (11 - d) * std::pow(s, -Real(w[9])) *
                   std::expm1(w[10] * (1 - r)) * (g == 2 ? Real(w[15]) : 1) *
                   (g == 4 ? Real(w[16]) : 1);
    }
    s = std::max<Real>(s, 0.001L);
    const Real moved = d - w[6] * (g - 3) * (10 - d) / 9;
    d = std::clamp<Real>(w[7] * first_difficulty(4) + (1 - Real(w[7])) * moved, 1, 10);
  }
};

TEST(Recall, AHistoryComputedByHand) {
  RecallState state = standard().first(Rating::kAgain);
  for (const int elapsed : {0, 1, 3, 8, 21}) {
    state = standard().review(state, elapsed, Rating::kGood);
  }
  EXPECT_NEAR(state.stability, 53.62691, 1e-4);
  EXPECT_NEAR(state.difficulty, 6.3574867, 1e-4);
  EXPECT_EQ(standard().interval(state), 54);
}

TEST(Recall, RandomHistoriesFollowThePublishedFormulas) {
  std::mt19937 random(20261123);
  std::uniform_int_distribution<int> rating(1, 4), gap(-100, 400), length(1, 30);
  for (int run = 0; run < 2000; ++run) {
    Oracle oracle;
    const int g = rating(random);
    oracle.first(g);
    RecallState state = standard().first(static_cast<Rating>(g));
    for (int i = length(random); i > 0; --i) {
      const int t = std::max(0, gap(random));  // one in five on the same day
      const int again = rating(random);
      oracle.review(t, again);
      state = standard().review(state, t, static_cast<Rating>(again));
      ASSERT_NEAR(state.stability / static_cast<double>(oracle.s), 1, 1e-11) << "run " << run;
      ASSERT_NEAR(state.difficulty / static_cast<double>(oracle.d), 1, 1e-11) << "run " << run;
      const int ahead = std::max(0, gap(random));
      ASSERT_NEAR(standard().retrievability(state, ahead),
                  static_cast<double>(oracle.chance(ahead)), 1e-12)
          << "run " << run;
    }
  }
}

TEST(Recall, OnTheSameDayOnlyAgainLowersStability) {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> log_stability(-6, 9), difficulty(1, 10);
  for (int run = 0; run < 2000; ++run) {
    const RecallState state{std::exp(log_stability(random)), difficulty(random)};
    for (const auto rating : {Rating::kHard, Rating::kGood, Rating::kEasy}) {
      EXPECT_GE(standard().review(state, 0, rating).stability, state.stability) << "run " << run;
    }
  }
  EXPECT_LT(standard().review({10, 5}, 0, Rating::kAgain).stability, 10);
}

TEST(Recall, AfterStabilityDaysNineInTenRemember) {
  for (const int days : {1, 7, 30, 400}) {
    const RecallState state{static_cast<double>(days), 5};
    EXPECT_NEAR(standard().retrievability(state, days), 0.9, 1e-12);
    EXPECT_EQ(standard().retrievability(state, 0), 1);
    EXPECT_EQ(standard().interval(state), std::min(days, 180));
  }
}

TEST(Recall, TheIntervalEndsWhereRetentionIsReached) {
  for (const double retention : {0.7, 0.8, 0.9, 0.97}) {
    const Recall recall(Recall::kDefaultWeights, retention, 36'500);
    for (double stability = 0.5; stability < 300; stability *= 1.3) {
      const RecallState state{stability, 5};
      const int days = recall.interval(state);
      EXPECT_GT(recall.retrievability(state, days - 1), retention) << stability;
      if (days > 1) EXPECT_LT(recall.retrievability(state, days + 1), retention) << stability;
    }
  }
  EXPECT_EQ(standard().interval({0.001, 10}), 1);
  EXPECT_EQ(Recall(Recall::kDefaultWeights, 0.9, 45).interval({1e300, 1}), 45);
}

TEST(Recall, DaysRememberedIsTheIntegralOfTheCurve) {
  std::mt19937 random(9);
  std::uniform_real_distribution<double> log_stability(-3, 12), decay(0.1, 0.8);
  std::uniform_int_distribution<int> day(0, 300);
  for (int run = 0; run < 300; ++run) {
    auto weights = Recall::kDefaultWeights;
    weights[20] = decay(random);
    const double s = std::exp(log_stability(random));
    const int start = day(random), end = start + day(random);

    // Simpson's rule in u = log(1 + f t / s), in which the curve is smooth however steep it starts.
    const double f = std::pow(0.9, -1 / weights[20]) - 1;
    const double from = std::log1p(f * start / s), to = std::log1p(f * end / s);
    constexpr int kSteps = 2000;
    const double h = (to - from) / kSteps;
    double sum = 0;
    for (int i = 0; i <= kSteps; ++i) {
      const double u = from + i * h;
      const double height = std::exp(-weights[20] * u) * std::exp(u) * s / f;  // R · dt/du
      sum += height * (i == 0 || i == kSteps ? 1 : i % 2 == 1 ? 4 : 2);
    }
    const double expected = sum * h / 3;
    EXPECT_NEAR(Recall(weights).days_remembered({s, 5}, start, end), expected,
                1e-9 * (1 + expected))
        << "run " << run << ", stability " << s;
  }
  EXPECT_EQ(standard().days_remembered({3, 5}, 40, 40), 0);
  EXPECT_NEAR(standard().days_remembered({1e300, 5}, 0, 90), 90, 1e-9);
}

TEST(Recall, NothingOverflowsHoweverOftenItGrows) {
  auto weights = Recall::kDefaultWeights;
  weights[17] = weights[18] = 2;
  weights[19] = 0;
  const Recall recall(weights);
  RecallState state = recall.first(Rating::kEasy);
  for (int i = 0; i < 1000; ++i) state = recall.review(state, 0, Rating::kEasy);
  EXPECT_EQ(state.stability, 1e300);
  EXPECT_EQ(recall.interval(state), 180);
  EXPECT_EQ(recall.retrievability(state, 400), 1);
  EXPECT_TRUE(std::isfinite(recall.review(state, 0, Rating::kAgain).stability));
  EXPECT_TRUE(std::isfinite(recall.review(state, 400, Rating::kAgain).stability));
}

TEST(Recall, ALogReplaysWithTheLastRatingOfEachDay) {
  const Day monday = parse_day("2026-11-23");
  const auto on = [&](int day, Rating rating) {
    return Recall::Review{monday + std::chrono::days{day}, rating};
  };
  const std::vector<Recall::Review> shifts{on(0, Rating::kAgain), on(0, Rating::kGood),
                                           on(9, Rating::kEasy), on(9, Rating::kAgain),
                                           on(9, Rating::kHard)};
  const auto expected = standard().review(standard().first(Rating::kGood), 9, Rating::kHard);
  EXPECT_EQ(standard().replay(shifts), expected);
  EXPECT_EQ(standard().replay({}), std::nullopt);
}

TEST(Recall, BadInputNamesTheRule) {
  const auto with = [](std::size_t index, double value) {
    auto weights = Recall::kDefaultWeights;
    weights[index] = value;
    return weights;
  };
  EXPECT_THROW(Recall(std::vector<double>(19, 1.0)), InvalidArgument);
  EXPECT_THROW(Recall(std::span<const double>{}), InvalidArgument);
  for (const double bad : {-1.0, 0.05, 0.81, 1e9, kInfinity, std::nan("")}) {
    EXPECT_THROW(Recall(with(20, bad)), InvalidArgument) << bad;
  }
  for (const double bad : {0.0, 1.0, -0.5, 1.5, std::nan("")}) {
    EXPECT_THROW(Recall(Recall::kDefaultWeights, bad), InvalidArgument) << bad;
  }
  for (const int bad : {0, -1, 36'501}) {
    EXPECT_THROW(Recall(Recall::kDefaultWeights, 0.9, bad), InvalidArgument) << bad;
  }
  for (const RecallState bad : {RecallState{},
                                {0.0009, 5},
                                {kInfinity, 5},
                                {std::nan(""), 5},
                                {5, 0.9},
                                {5, 10.1},
                                {5, std::nan("")}}) {
    EXPECT_THROW((void)standard().interval(bad), InvalidArgument);
    EXPECT_THROW((void)standard().retrievability(bad, 1), InvalidArgument);
    EXPECT_THROW((void)standard().review(bad, 1, Rating::kGood), InvalidArgument);
    EXPECT_THROW((void)standard().days_remembered(bad, 0, 1), InvalidArgument);
  }
  for (const int bad : {0, 5, -3}) {
    EXPECT_THROW((void)standard().first(static_cast<Rating>(bad)), InvalidArgument);
    EXPECT_THROW((void)standard().review({5, 5}, 1, static_cast<Rating>(bad)), InvalidArgument);
  }
  EXPECT_THROW((void)standard().review({5, 5}, -1, Rating::kGood), InvalidArgument);
  EXPECT_THROW((void)standard().days_remembered({5, 5}, -1, 1), InvalidArgument);
  EXPECT_THROW((void)standard().days_remembered({5, 5}, 2, 1), InvalidArgument);
  const std::vector<Recall::Review> backwards{{parse_day("2026-11-23"), Rating::kGood},
                                              {parse_day("2026-11-22"), Rating::kGood}};
  EXPECT_THROW((void)standard().replay(backwards), InvalidArgument);
}

}  // namespace
}  // namespace huddlekit
