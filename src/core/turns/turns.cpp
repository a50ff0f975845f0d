#include "core/turns/turns.hpp"

#include <algorithm>
#include <numeric>

namespace huddlekit {
namespace {

// Products of credits, gains and numbers of candidates: up to 2^126.
__extension__ using Wide = __int128;

/// `amount` >= 0 divided by weight, to the unit: largest remainder, the first of equal ones.
std::vector<std::int64_t> divided(std::int64_t amount, std::span<const Candidate> candidates,
                                  bool everybody) {
  std::vector<std::int64_t> parts(candidates.size(), 0);
  std::int64_t weight = 0;
  for (const auto& c : candidates) weight += everybody || c.eligible ? c.weight : 0;
  if (weight == 0) return parts;

  struct Remainder {
    std::int64_t value;
    std::size_t index;
  };
  std::vector<Remainder> remainders;  // stays empty where the weights divide evenly
  std::int64_t left = amount;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (!everybody && !candidates[i].eligible) continue;
    const Wide due = Wide{amount} * candidates[i].weight;
    parts[i] = static_cast<std::int64_t>(due / weight);
    left -= parts[i];
    const auto remainder = static_cast<std::int64_t>(due % weight);
    if (remainder > 0) remainders.push_back({remainder, i});
  }
  std::nth_element(remainders.begin(), remainders.begin() + left, remainders.end(),
                   [](const Remainder& a, const Remainder& b) {
                     return a.value != b.value ? a.value > b.value : a.index < b.index;
                   });
  for (std::int64_t k = 0; k < left; ++k) ++parts[remainders[k].index];
  return parts;
}

/// A step forward (+1) or back (-1).
bool step(std::span<Candidate> candidates, std::size_t chosen, std::int64_t direction) {
  auto credit = gains(candidates);
  const auto shared = std::accumulate(credit.begin(), credit.end(), std::int64_t{0});
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    credit[i] = candidates[i].credit + direction * credit[i];
  }
  credit[chosen] -= direction * shared;  // a turn, or nothing when nobody is eligible
  const auto too_far = [](std::int64_t c) { return c > kMostOff || c < -kMostOff; };
  if (std::ranges::any_of(credit, too_far)) return false;
  for (std::size_t i = 0; i < candidates.size(); ++i) candidates[i].credit = credit[i];
  return true;
}

}  // namespace

std::vector<std::int64_t> gains(std::span<const Candidate> candidates) {
  return divided(kTurn, candidates, false);
}

std::optional<std::size_t> earliest_deadline(std::span<const Candidate> candidates) {
  return earliest_deadline(candidates, gains(candidates));
}

std::optional<std::size_t> earliest_deadline(std::span<const Candidate> candidates,
                                             std::span<const std::int64_t> step) {
  // With D = 1 - 1/(2n-2) and everything multiplied out, so that nothing is rounded:
  //   released   credit + gain >= 1/(2n-2)
  //   deadline   (D - credit) / gain steps from here
  // Gains to the unit stand for the weights here too: then Tijdeman's theorem is about exactly
  // these numbers, and the bound holds for ever and without a tolerance.
  const auto n = std::ranges::count(candidates, true, &Candidate::eligible);
  const Wide scale = 2 * n - 2;
  std::optional<std::size_t> best;
  bool best_released = false;
  Wide best_room = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto& c = candidates[i];
    if (!c.eligible) continue;
    const bool released = (c.credit + step[i]) * scale >= kTurn;
    if (best_released && !released) continue;
    const Wide room = (scale - 1) * kTurn - c.credit * scale;
    if (!best || (released && !best_released) || room * step[*best] < best_room * step[i]) {
      best = i;
      best_released = released;
      best_room = room;
    }
  }
  return best;
}

std::optional<std::size_t> largest_credit(std::span<const Candidate> candidates) {
  const auto gain = gains(candidates);
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto credit = [&](std::size_t k) { return candidates[k].credit + gain[k]; };
    if (candidates[i].eligible && (!best || credit(i) > credit(*best))) best = i;
  }
  return best;
}

bool take_turn(std::span<Candidate> candidates, std::size_t chosen) {
  return step(candidates, chosen, 1);
}

bool give_back_turn(std::span<Candidate> candidates, std::size_t chosen) {
  return step(candidates, chosen, -1);
}

void leave(std::vector<Candidate>& candidates, std::size_t who) {
  const std::int64_t credit = candidates[who].credit;
  candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(who));
  const auto parts = divided(credit < 0 ? -credit : credit, candidates, true);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    candidates[i].credit += credit < 0 ? -parts[i] : parts[i];
  }
}

}  // namespace huddlekit
