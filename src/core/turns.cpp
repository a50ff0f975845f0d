#include "core/turns.hpp"

#include <algorithm>

namespace huddlekit {
namespace {

// Products of a credit, a weight and a number of candidates: up to 2^117.
__extension__ using Wide = __int128;

struct Electorate {
  std::int64_t size = 0;
  std::int64_t weight = 0;
};

Electorate eligible(std::span<const Candidate> candidates) {
  Electorate all;
  for (const auto& c : candidates) {
    if (!c.eligible) continue;
    ++all.size;
    all.weight += c.weight;
  }
  return all;
}

/// Adds `amount`, divided by weight and to the unit, to the credits of the eligible, or of
/// everybody. False when there is nobody to add it to.
bool share_out(std::span<Candidate> candidates, std::int64_t amount, bool everybody) {
  std::int64_t weight = 0;
  for (const auto& c : candidates) {
    if (everybody || c.eligible) weight += c.weight;
  }
  if (weight == 0) return false;

  // Magnitudes are divided and the sign put back, so that -amount undoes +amount.
  const Wide size = amount < 0 ? -Wide{amount} : Wide{amount};
  const std::int64_t sign = amount < 0 ? -1 : 1;
  struct Remainder {
    std::int64_t value;
    std::size_t index;
  };
  std::vector<Remainder> remainders;  // stays empty where the weights divide evenly
  std::int64_t left = 0;              // units not yet given, times `weight`
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    auto& c = candidates[i];
    if (!everybody && !c.eligible) continue;
    const Wide due = size * c.weight;
    c.credit += sign * static_cast<std::int64_t>(due / weight);
    const auto remainder = static_cast<std::int64_t>(due % weight);
    if (remainder == 0) continue;
    left += remainder;
    remainders.push_back({remainder, i});
  }
  const auto units = left / weight;
  std::nth_element(remainders.begin(), remainders.begin() + units, remainders.end(),
                   [](const Remainder& a, const Remainder& b) {
                     return a.value != b.value ? a.value > b.value : a.index < b.index;
                   });
  for (std::int64_t k = 0; k < units; ++k) candidates[remainders[k].index].credit += sign;
  return true;
}

}  // namespace

std::optional<std::size_t> earliest_deadline(std::span<const Candidate> candidates) {
  const auto [n, weight] = eligible(candidates);
  // Everything below is multiplied out, so that nothing is rounded. With D = 1 - 1/(2n-2):
  //   released   credit + w/W >= 1/(2n-2)
  //   deadline   (D - credit) / w, in steps of W: the same order before and after this step's gain
  const Wide scale = 2 * n - 2;
  const Wide most = (scale - 1) * kTurn;
  std::optional<std::size_t> best;
  bool best_released = false;
  Wide best_slack = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto& c = candidates[i];
    if (!c.eligible) continue;
    const bool released =
        (Wide{c.credit} * weight + Wide{c.weight} * kTurn) * scale >= Wide{kTurn} * weight;
    if (best_released && !released) continue;
    const Wide slack = most - Wide{c.credit} * scale;
    if (!best || (released && !best_released) ||
        slack * candidates[*best].weight < best_slack * c.weight) {
      best = i;
      best_released = released;
      best_slack = slack;
    }
  }
  return best;
}

std::optional<std::size_t> largest_credit(std::span<const Candidate> candidates) {
  const std::int64_t weight = eligible(candidates).weight;
  std::optional<std::size_t> best;
  Wide best_credit = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto& c = candidates[i];
    if (!c.eligible) continue;
    const Wide credit = Wide{c.credit} * weight + Wide{c.weight} * kTurn;
    if (!best || credit > best_credit) {
      best = i;
      best_credit = credit;
    }
  }
  return best;
}

void take_turn(std::span<Candidate> candidates, std::size_t chosen) {
  if (share_out(candidates, kTurn, false)) candidates[chosen].credit -= kTurn;
}

void give_back_turn(std::span<Candidate> candidates, std::size_t chosen) {
  if (share_out(candidates, -kTurn, false)) candidates[chosen].credit += kTurn;
}

void leave(std::vector<Candidate>& candidates, std::size_t who) {
  const std::int64_t credit = candidates[who].credit;
  candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(who));
  share_out(candidates, credit, true);
}

}  // namespace huddlekit
