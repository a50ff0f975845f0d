#include "core/turns.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <random>

namespace huddlekit {
namespace {

using Candidates = std::vector<Candidate>;
using Rule = std::optional<std::size_t> (*)(std::span<const Candidate>);

Candidates with_weights(const std::vector<std::int64_t>& weights) {
  Candidates candidates;
  for (const auto weight : weights) {
    candidates.push_back({.id = static_cast<std::int64_t>(candidates.size()), .weight = weight});
  }
  return candidates;
}

Candidates random_weights(std::mt19937_64& random, std::size_t n) {
  // Few small weights, a wide spread, and one heavy among light: the kinds that teams have, and the
  // kinds that hurt.
  std::vector<std::int64_t> weights(n);
  const auto kind = random() % 3;
  const std::int64_t most = kind == 0 ? 3 : 1000;
  for (auto& weight : weights) {
    weight = kind == 2 ? 1 : 1 + static_cast<std::int64_t>(random() % most);
  }
  if (kind == 2) weights[random() % n] = 1 + static_cast<std::int64_t>(random() % 50);
  return with_weights(weights);
}

std::int64_t sum(const Candidates& candidates) {
  return std::accumulate(candidates.begin(), candidates.end(), std::int64_t{0},
                         [](std::int64_t sum, const Candidate& c) { return sum + c.credit; });
}

double largest(const Candidates& candidates) {
  std::int64_t most = 0;
  for (const auto& c : candidates) most = std::max(most, std::abs(c.credit));
  return static_cast<double>(most) / static_cast<double>(kTurn);
}

double worst_of(Candidates candidates, Rule rule, int steps) {
  double worst = 0;
  for (int step = 0; step < steps; ++step) {
    take_turn(candidates, *rule(candidates));
    worst = std::max(worst, largest(candidates));
  }
  return worst;
}

bool soak() { return std::getenv("HUDDLEKIT_SOAK") != nullptr; }

TEST(Turns, ATurnDividesEvenlyAmongUpToFortyEqualWeights) {
  for (std::int64_t n = 1; n <= 40; ++n) EXPECT_EQ(kTurn % n, 0) << n;
  EXPECT_NE(kTurn % 41, 0);
}

TEST(Turns, NobodyIsEverFurtherOffThanTijdemansBound) {
  std::mt19937_64 random(1980);
  const int steps = 10'000;
  double greedy_worst = 0;
  double worst = 0;
  for (int run = 0; run < 300; ++run) {
    const std::size_t n = 2 + static_cast<std::size_t>(run) % 59;
    const auto candidates = random_weights(random, n);
    const double bound = 1 - 1 / (2.0 * static_cast<double>(n) - 2);
    const double deadlines = worst_of(candidates, earliest_deadline, soak() ? 10 * steps : steps);
    ASSERT_LE(deadlines, bound + 1e-9) << "run " << run << ", n " << n;
    worst = std::max(worst, deadlines);
    greedy_worst = std::max(greedy_worst, worst_of(candidates, largest_credit, steps));
  }
  printf("worst |credit|: deadlines %.4f, largest credit first %.4f\n", worst, greedy_worst);
}

}  // namespace
}  // namespace huddlekit
