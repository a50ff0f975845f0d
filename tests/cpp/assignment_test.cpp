#include "core/turns/assignment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace huddlekit {
namespace {

std::int64_t price(const std::vector<std::int64_t>& cost, const std::vector<std::size_t>& columns) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) sum += cost[i * columns.size() + columns[i]];
  return sum;
}

TEST(Assignment, IsAsCheapAsTheCheapestOfAllPermutations) {
  std::mt19937_64 random(1955);
  for (int run = 0; run < 400; ++run) {
    const std::size_t n = 1 + random() % 6;
    // Ties, ordinary numbers, and numbers as large as exposure makes them.
    const std::int64_t most = run % 3 == 0 ? 3 : run % 3 == 1 ? 1000 : std::int64_t{1} << 57;
    std::vector<std::int64_t> cost(n * n);
    for (auto& c : cost) c = std::uniform_int_distribution<std::int64_t>(-most, most)(random);
    const auto found = cheapest_assignment(cost, n);

    std::vector<std::size_t> columns(n);
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    ASSERT_TRUE(std::is_permutation(found.begin(), found.end(), columns.begin())) << "run " << run;
    std::int64_t best = price(cost, columns);
    while (std::next_permutation(columns.begin(), columns.end())) {
      best = std::min(best, price(cost, columns));
    }
    ASSERT_EQ(price(cost, found), best) << "run " << run;
  }
}

TEST(Assignment, FindsAHiddenPermutationAmongTwenty) {
  std::mt19937_64 random(2);
  for (int run = 0; run < 100; ++run) {
    std::vector<std::size_t> hidden(20);
    std::iota(hidden.begin(), hidden.end(), std::size_t{0});
    std::shuffle(hidden.begin(), hidden.end(), random);
    // Any prices on rows and columns shift every permutation alike.
    std::vector<std::int64_t> cost(400), row(20), column(20);
    for (auto& p : row) p = static_cast<std::int64_t>(random() % 1000);
    for (auto& p : column) p = static_cast<std::int64_t>(random() % 1000);
    for (std::size_t i = 0; i < 20; ++i) {
      for (std::size_t j = 0; j < 20; ++j) {
        const auto dearer = hidden[i] == j ? 0 : 1 + static_cast<std::int64_t>(random() % 50);
        cost[i * 20 + j] = row[i] + column[j] + dearer;
      }
    }
    ASSERT_EQ(cheapest_assignment(cost, 20), hidden) << "run " << run;
  }
}

TEST(Assignment, EqualCostsKeepTheOrder) {
  EXPECT_EQ(cheapest_assignment(std::vector<std::int64_t>(16, 7), 4),
            (std::vector<std::size_t>{0, 1, 2, 3}));
  EXPECT_TRUE(cheapest_assignment({}, 0).empty());
}

}  // namespace
}  // namespace huddlekit
