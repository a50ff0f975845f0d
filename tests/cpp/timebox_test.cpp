#include "huddlekit/timebox.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using std::chrono::seconds;
using namespace std::chrono_literals;
using Requests = std::vector<Timebox::Request>;

seconds sum(const std::vector<seconds>& lengths) {
  return std::accumulate(lengths.begin(), lengths.end(), 0s);
}

Requests random_requests(std::mt19937& random, int most) {
  std::uniform_int_distribution<int> count(1, most), ticks(0, 12), rank(0, 5);
  Requests requests(count(random));
  for (auto& r : requests) {
    r.min = 5s * ticks(random);
    r.ideal = r.min + 5s * ticks(random);
    r.max = r.ideal + 5s * ticks(random);
    r.cut = rank(random);
  }
  return requests;
}

/// The slow obvious rule: of every possible split within the bounds that fills the box, a divisor
/// method picks the one in which no tick would rather be elsewhere (largest quotient received last
/// <= smallest quotient wanted next).
std::vector<seconds> oracle(const Requests& requests, seconds total, seconds tick) {
  std::vector<std::pair<double, std::size_t>>
      offers;  // every tick that could ever be given, with its claim
  std::vector<seconds> lengths;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    lengths.push_back(requests[i].min);
    for (auto held = requests[i].min; held < requests[i].max; held += tick) {
      offers.emplace_back(
          static_cast<double>(requests[i].ideal.count()) / (2.0 * (held / tick) + 1), i);
    }
  }
  std::stable_sort(offers.begin(), offers.end(),
                   [](auto& a, auto& b) { return a.first > b.first; });
  auto left = total - sum(lengths);
  for (const auto& [claim, i] : offers) {
    if (left <= 0s) break;
    lengths[i] += tick;
    left -= tick;
  }
  return lengths;
}

TEST(Timebox, SecondsAddUpAndBoundsHoldAndTheOracleAgrees) {
  std::mt19937 random(20261123);
  for (int run = 0; run < 3000; ++run) {
    const auto requests = random_requests(random, 10);
    const auto total = 5s * std::uniform_int_distribution<int>(1, 240)(random);
    const auto lengths = Timebox(total).share(requests);
    const auto least = std::accumulate(requests.begin(), requests.end(), 0s,
                                       [](seconds s, auto& r) { return s + r.min; });
    const auto most = std::accumulate(requests.begin(), requests.end(), 0s,
                                      [](seconds s, auto& r) { return s + r.max; });
    ASSERT_EQ(lengths.has_value(), least <= total) << "run " << run;
    if (!lengths) continue;
    EXPECT_EQ(sum(*lengths), std::min(total, most)) << "run " << run;
    for (std::size_t i = 0; i < requests.size(); ++i) {
      EXPECT_GE((*lengths)[i], requests[i].min);
      EXPECT_LE((*lengths)[i], requests[i].max);
    }
    EXPECT_EQ(*lengths, oracle(requests, total, 5s)) << "run " << run;
  }
}

TEST(Timebox, ALongerBoxNeverShortensASegment) {
  std::mt19937 random(7);
  for (int run = 0; run < 400; ++run) {
    const auto requests = random_requests(random, 9);
    std::vector<seconds> before(requests.size(), 0s);
    for (auto total = 5s; total <= 1200s; total += 5s) {
      const auto lengths = Timebox(total).share(requests);
      if (!lengths) continue;
      for (std::size_t i = 0; i < requests.size(); ++i)
        ASSERT_GE((*lengths)[i], before[i]) << "run " << run;
      before = *lengths;
    }
  }
}

TEST(Timebox, ABoxEqualToTheSumOfTheIdealsGivesEveryIdeal) {
  std::mt19937 random(11);
  for (int run = 0; run < 1000; ++run) {
    const auto requests = random_requests(random, 10);
    auto total = 0s;
    for (const auto& r : requests) total += r.ideal;
    if (total == 0s) continue;
    const auto lengths = Timebox(total).share(requests);
    for (std::size_t i = 0; i < requests.size(); ++i)
      EXPECT_EQ((*lengths)[i], requests[i].ideal) << "run " << run;
  }
}

TEST(Timebox, LowestRankFallsFirstUntilTheMinimumsFit) {
  const Requests requests{
      {60s, 60s, 60s, 0}, {60s, 60s, 60s, 2}, {60s, 60s, 60s, 1}, {60s, 60s, 60s, 2}};
  const auto fit = Timebox(120s).fit(requests);
  ASSERT_TRUE(fit);
  EXPECT_EQ(*fit, (std::vector<std::optional<seconds>>{60s, 60s, std::nullopt, std::nullopt}));
  EXPECT_FALSE(Timebox(30s).fit(requests));
}

TEST(Timebox, NothingAskedLeavesTheWholeBox) {
  EXPECT_EQ(Timebox(600s).share({}), std::vector<seconds>{});
}

TEST(Timebox, BadInputNamesTheRule) {
  EXPECT_THROW(Timebox(0s), InvalidArgument);
  EXPECT_THROW(Timebox(24h + 5s), InvalidArgument);
  EXPECT_THROW(Timebox(12s), InvalidArgument);
  EXPECT_THROW(Timebox(10s, -5s), InvalidArgument);
  for (const Timebox::Request bad :
       {Timebox::Request{-5s, 0s, 5s}, {10s, 5s, 15s}, {5s, 15s, 10s}, {5s, 7s, 10s}}) {
    EXPECT_THROW((void)Timebox(600s).share(Requests{bad}), InvalidArgument);
  }
}

}  // namespace
}  // namespace huddlekit
