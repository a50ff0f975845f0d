#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace huddlekit {

/// For each row of a square cost matrix (row-major, n * n) the column it gets, such that every
/// column is used once and the sum of costs is least. The Hungarian algorithm in O(n^3), by
/// shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987). When every cost is equal, row
/// i gets column i. @param cost  of magnitudes below 2^62 / n.
[[nodiscard]] std::vector<std::size_t> cheapest_assignment(std::span<const std::int64_t> cost,
                                                           std::size_t n);

}  // namespace huddlekit
