#include "huddlekit/timebox.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>

#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using std::chrono::seconds;

void check(const Timebox::Request& r, std::size_t index, seconds tick) {
  const auto whole = [&](seconds s) { return s % tick == seconds{0}; };
  if (r.min < seconds{0} || r.ideal < r.min || r.max < r.ideal || r.max > std::chrono::hours{24} ||
      !whole(r.min) || !whole(r.ideal) || !whole(r.max) || r.cut < 0) {
    throw InvalidArgument("request " + std::to_string(index) +
                          ": needs 0 <= min <= ideal <= max <= 86400 s in steps of " +
                          std::to_string(tick.count()) + " s and cut >= 0, got min " +
                          std::to_string(r.min.count()) + ", ideal " +
                          std::to_string(r.ideal.count()) + ", max " +
                          std::to_string(r.max.count()) + ", cut " + std::to_string(r.cut));
  }
}

}  // namespace

Timebox::Timebox(seconds total, seconds tick) : total_(total), tick_(tick) {
  if (tick <= seconds{0}) {
    throw InvalidArgument("tick: must be positive, got " + std::to_string(tick.count()) + " s");
  }
  if (total <= seconds{0} || total > std::chrono::hours{24} || total % tick != seconds{0}) {
    throw InvalidArgument("total: must be a multiple of " + std::to_string(tick.count()) +
                          " s between " + std::to_string(tick.count()) + " and 86400 s, got " +
                          std::to_string(total.count()) + " s");
  }
}

std::optional<std::vector<seconds>> Timebox::share(std::span<const Request> requests) const {
  std::vector<seconds> lengths;
  lengths.reserve(requests.size());
  auto left = total_;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    check(requests[i], i, tick_);
    lengths.push_back(requests[i].min);
    left -= requests[i].min;
  }
  if (left < seconds{0}) return std::nullopt;

  for (; left > seconds{0}; left -= tick_) {
    std::size_t best = requests.size();
    std::int64_t best_ideal = 0;
    std::int64_t best_divisor = 1;
    for (std::size_t i = 0; i < requests.size(); ++i) {
      if (lengths[i] >= requests[i].max) continue;
      const std::int64_t ideal = requests[i].ideal.count();
      const std::int64_t divisor = 2 * (lengths[i] / tick_) + 1;
      // Cross-multiplied: exact, so that ties fall the same way on every machine.
      if (best == requests.size() || ideal * best_divisor > best_ideal * divisor) {
        best = i;
        best_ideal = ideal;
        best_divisor = divisor;
      }
    }
    if (best == requests.size()) break;
    lengths[best] += tick_;
  }
  return lengths;
}

std::optional<std::vector<std::optional<seconds>>> Timebox::fit(
    std::span<const Request> requests) const {
  std::vector<std::size_t> kept(requests.size());
  std::iota(kept.begin(), kept.end(), std::size_t{0});
  auto need = std::accumulate(requests.begin(), requests.end(), seconds{0},
                              [](seconds sum, const Request& r) { return sum + r.min; });
  while (need > total_) {
    auto falls = kept.end();
    for (auto it = kept.begin(); it != kept.end(); ++it) {
      const int cut = requests[*it].cut;
      if (cut > 0 && (falls == kept.end() || cut <= requests[*falls].cut)) falls = it;
    }
    if (falls == kept.end()) return std::nullopt;
    need -= requests[*falls].min;
    kept.erase(falls);
  }

  std::vector<Request> asked;
  asked.reserve(kept.size());
  for (const auto index : kept) asked.push_back(requests[index]);
  const auto lengths = share(asked);
  if (!lengths) return std::nullopt;
  std::vector<std::optional<seconds>> out(requests.size());
  for (std::size_t i = 0; i < kept.size(); ++i) out[kept[i]] = (*lengths)[i];
  return out;
}

}  // namespace huddlekit
