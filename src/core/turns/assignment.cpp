#include "core/turns/assignment.hpp"

#include <algorithm>
#include <limits>

namespace huddlekit {

std::vector<std::size_t> cheapest_assignment(std::span<const std::int64_t> cost, std::size_t n) {
  // Rows enter one at a time. Prices on rows and columns keep every reduced cost
  // cost - row_price - column_price >= 0, and = 0 on the pairs matched so far; each new row looks
  // for the cheapest path of swaps to a free column. Index n stands for "the row that enters".
  const std::size_t none = n;
  std::vector<std::int64_t> row_price(n + 1, 0), column_price(n + 1, 0), distance(n + 1);
  std::vector<std::size_t> row_of(n + 1, none), came_from(n + 1);
  std::vector<char> reached(n + 1);

  for (std::size_t entering = 0; entering < n; ++entering) {
    std::fill(distance.begin(), distance.end(), std::numeric_limits<std::int64_t>::max());
    std::fill(reached.begin(), reached.end(), 0);
    row_of[none] = entering;
    std::size_t column = none;
    do {
      reached[column] = 1;
      const std::size_t row = row_of[column];
      std::size_t nearest = none;
      for (std::size_t j = 0; j < n; ++j) {
        if (reached[j]) continue;
        const auto reduced = cost[row * n + j] - row_price[row] - column_price[j];
        if (reduced < distance[j]) {
          distance[j] = reduced;
          came_from[j] = column;
        }
        if (nearest == none || distance[j] < distance[nearest]) nearest = j;
      }
      const auto delta = distance[nearest];
      for (std::size_t j = 0; j <= n; ++j) {
        if (reached[j]) {
          row_price[row_of[j]] += delta;
          column_price[j] -= delta;
        } else {
          distance[j] -= delta;
        }
      }
      column = nearest;
    } while (row_of[column] != none);

    for (; column != none; column = came_from[column]) row_of[column] = row_of[came_from[column]];
  }

  std::vector<std::size_t> column_of(n);
  for (std::size_t j = 0; j < n; ++j) column_of[row_of[j]] = j;
  return column_of;
}

}  // namespace huddlekit
