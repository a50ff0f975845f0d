#include <gtest/gtest.h>

#include <random>

#include "huddlekit/errors.hpp"
#include "huddlekit/report.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

const Day kStart = parse_day("2026-03-02");

/// Weeks of five huddles, of which `held[i]` were held.
Report weeks(Day start, const std::vector<int>& held) {
  Report out{.start = start, .end = start + days{7} * static_cast<int>(held.size())};
  for (std::size_t i = 0; i < held.size(); ++i) {
    out.weeks.push_back(
        {.monday = start + days{7} * static_cast<int>(i), .planned = 5, .held = held[i]});
  }
  return out;
}

const Difference& row(const Comparison& comparison, std::string_view figure) {
  for (const auto& r : comparison.rows) {
    if (r.figure == figure) return r;
  }
  throw std::runtime_error("no such figure");
}

TEST(ReportCompare, AClearDifferenceIsToldWithItsInterval) {
  const auto before = weeks(kStart, {2, 3, 2, 3, 2, 3, 2, 3});
  const auto after = weeks(kStart + days{70}, {5, 4, 5, 4, 5, 5, 4, 5});
  const auto comparison = compare(before, after);
  const auto& held = row(comparison, "held.rate");
  EXPECT_DOUBLE_EQ(*held.before, 0.5);
  EXPECT_DOUBLE_EQ(*held.after, 37 / 40.0);
  EXPECT_GT(*held.low, 0.3);
  EXPECT_LT(*held.high, 0.55);
  EXPECT_LT(*held.low, *held.after - *held.before);
  EXPECT_GT(*held.high, *held.after - *held.before);
  EXPECT_NE(held.sentence.find("50 % before, 92 % after"), std::string::npos) << held.sentence;
  EXPECT_NE(comparison.caution.find("not a cause"), std::string::npos);
}

TEST(ReportCompare, ADifferenceThatChanceExplainsIsNotClaimed) {
  const auto before = weeks(kStart, {5, 1, 4, 2, 5, 3});
  const auto after = weeks(kStart + days{70}, {2, 5, 3, 5, 1, 5});
  const auto comparison = compare(before, after);
  const auto& held = row(comparison, "held.rate");
  EXPECT_LT(*held.low, 0);
  EXPECT_GT(*held.high, 0);
  EXPECT_NE(held.sentence.find("no clear difference"), std::string::npos) << held.sentence;
}

TEST(ReportCompare, ThreeWeeksAreTooFewToSay) {
  const auto comparison = compare(weeks(kStart, {1, 1, 1}), weeks(kStart + days{70}, {5, 5, 5, 5}));
  const auto& held = row(comparison, "held.rate");
  EXPECT_FALSE(held.low);
  EXPECT_FALSE(held.high);
  EXPECT_NE(held.sentence.find("too few huddles to say"), std::string::npos) << held.sentence;
}

TEST(ReportCompare, WithoutDataThereIsNothingToCompare) {
  const auto comparison =
      compare(weeks(kStart, {1, 1, 1, 1}), weeks(kStart + days{70}, {5, 5, 5, 5}));
  EXPECT_FALSE(row(comparison, "time.mean").before);
  EXPECT_EQ(row(comparison, "time.mean").sentence, "Mean length: nothing to compare.");
}

TEST(ReportCompare, TheSameSeedGivesTheSameIntervals) {
  const auto before = weeks(kStart, {2, 3, 2, 4, 1});
  const auto after = weeks(kStart + days{70}, {5, 3, 4, 2, 5});
  EXPECT_EQ(compare(before, after, 7), compare(before, after, 7));
  EXPECT_NE(compare(before, after, 7), compare(before, after, 8));
}

TEST(ReportCompare, TheSameDaysTwiceAreRefused) {
  const auto before = weeks(kStart, {2, 3, 2, 4});
  EXPECT_THROW((void)compare(before, before), InvalidArgument);
  auto other = before;
  other.of = ReportOf::kTeam;
  other.key = "kitchen";
  EXPECT_NO_THROW((void)compare(before, other));  // two teams at one time can be compared
}

/// Weeks drawn from one distribution differ by chance alone: about one interval in twenty misses 0.
/// Few weeks make percentile intervals a little narrow, which the bounds allow for.
TEST(ReportCompare, IntervalsMissNoDifferenceAboutOneTimeInTwenty) {
  std::mt19937 random(1);
  int missed = 0;
  constexpr int kTrials = 100;
  for (int trial = 0; trial < kTrials; ++trial) {
    std::vector<int> a(16), b(16);
    for (auto* side : {&a, &b}) {
      for (auto& held : *side) held = static_cast<int>(random() % 6);
    }
    const auto comparison = compare(weeks(kStart, a), weeks(kStart + days{200}, b));
    const auto& held = row(comparison, "held.rate");
    missed += *held.low > 0 || *held.high < 0;
  }
  EXPECT_GE(missed, kTrials / 100);
  EXPECT_LE(missed, kTrials / 8);
}

}  // namespace
}  // namespace huddlekit
