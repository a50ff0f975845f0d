#include "core/turns/exposure.hpp"

#include <algorithm>
#include <numeric>

#include "core/turns/assignment.hpp"

namespace huddlekit {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t kMostAhead = 20;

// Needs are whole numbers: credits in tenths of a turn, cut at twenty turns, to the fifth power:
// below 2^39 a person, and cut at 2^45 a huddle. Above them, in steps that no sum over twenty turns
// can climb: saying a value twice running, and breaking a window.
constexpr std::int64_t kTenth = kTurn / 10;
constexpr std::int64_t kMostTenths = 200;
constexpr std::int64_t kMostNeed = std::int64_t{1} << 45;
constexpr std::int64_t kRepeat = std::int64_t{1} << 51;
constexpr std::int64_t kForbidden = std::int64_t{1} << 57;

Wide floor_of(Wide numerator, Wide positive) {
  return numerator / positive - (numerator % positive < 0 ? 1 : 0);
}

std::int64_t need(const Heard& heard) {
  const std::int64_t behind = heard.credit / kTenth + (heard.times == 0 ? 10 : 0);
  const std::int64_t cut = std::clamp(behind, -kMostTenths, kMostTenths);
  return cut * cut * cut * cut * cut;
}

/// How much the people expected at each coming huddle need each turn's value: one row per huddle.
std::vector<std::int64_t> needs(const Outlook& outlook, std::span<const PlannedTurn> turns) {
  const std::size_t n = turns.size();
  const std::size_t people = outlook.people.size() / outlook.values.size();
  const std::size_t known = people == 0 ? 0 : std::min(n, outlook.chance.size() / people);
  std::vector<std::int64_t> total(n * n, 0);
  for (std::size_t p = 0; p < people; ++p) {
    const auto row = outlook.people.subspan(p * outlook.values.size(), outlook.values.size());
    for (std::size_t k = 0; k < n; ++k) {
      const auto of_person = need(row[turns[k].value]);
      for (std::size_t h = 0; h < known; ++h) {
        total[h * n + k] += of_person * outlook.chance[h * people + p];
      }
    }
  }
  for (auto& sum : total) sum = std::clamp(sum / 100, -kMostNeed, kMostNeed);
  return total;
}

}  // namespace

void hear(std::span<Heard> row, std::span<const std::int64_t> gain, std::size_t value,
          int direction) {
  const auto shared = std::accumulate(gain.begin(), gain.end(), std::int64_t{0});
  for (std::size_t v = 0; v < row.size(); ++v) {
    const auto due = gain[v] - (v == value ? shared : 0);
    row[v].credit = std::clamp(row[v].credit + direction * due, -kMostOff, kMostOff);
  }
  row[value].times += direction;
}

std::size_t huddles_ahead(std::span<const Candidate> values) {
  std::int64_t total = 0;
  std::int64_t lightest = kMaxWeight;
  for (const auto& v : values) {
    if (!v.eligible) continue;
    total += v.weight;
    lightest = std::min(lightest, v.weight);
  }
  return static_cast<std::size_t>(std::min(kMostAhead, (total + lightest - 1) / lightest));
}

std::vector<PlannedTurn> coming_turns(std::span<const Candidate> values, std::size_t count) {
  const auto gain = gains(values);
  const auto n = std::ranges::count(values, true, &Candidate::eligible);
  const Wide scale = 2 * n - 2;
  std::vector<Candidate> ahead(values.begin(), values.end());
  std::vector<std::int64_t> taken(values.size(), 0);
  std::vector<PlannedTurn> turns;
  turns.reserve(count);
  for (std::size_t k = 0; k < count; ++k) {
    const std::size_t value = *earliest_deadline(ahead, gain);
    // Seen from today, with c the credit once the turns before this one are paid:
    //   release   the first h with c + (h+1) gain >= 1/(2n-2)
    //   deadline  the last h with  c + h gain     <= 1 - 1/(2n-2)
    // Huddle k, where this order puts it, is inside unless a change (of weights, a leaver) has left
    // credits that no schedule can mend at once; then it is let in.
    const auto within = [&](Wide huddle) {
      return static_cast<std::size_t>(std::clamp<Wide>(huddle, 0, static_cast<Wide>(count) - 1));
    };
    PlannedTurn turn{value, k, k};
    if (n > 1) {
      const Wide credit = (Wide{values[value].credit} - Wide{taken[value]} * kTurn) * scale;
      const Wide each = gain[value] * scale;
      turn.release = std::min(k, within(-floor_of(credit - kTurn, each) - 1));
      turn.deadline = std::max(k, within(floor_of((scale - 1) * kTurn - credit, each)));
    }
    turns.push_back(turn);
    ++taken[value];
    for (std::size_t i = 0; i < ahead.size(); ++i) ahead[i].credit += gain[i];
    ahead[value].credit -= kTurn;
  }
  return turns;
}

std::optional<std::size_t> steered_turn(const Outlook& outlook) {
  const std::size_t n = huddles_ahead(outlook.values);
  if (n == 0) return std::nullopt;
  const auto turns = coming_turns(outlook.values, n);
  const auto need = needs(outlook, turns);
  std::vector<std::int64_t> cost(n * n, kForbidden);  // one row per turn, one column per huddle
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t h = turns[k].release; h <= turns[k].deadline; ++h) {
      cost[k * n + h] = -need[h * n + k];
    }
    if (turns[k].release == 0 && turns[k].value == outlook.last) cost[k * n] += kRepeat;
  }
  const auto huddle = cheapest_assignment(cost, n);
  return turns[std::ranges::find(huddle, std::size_t{0}) - huddle.begin()].value;
}

}  // namespace huddlekit
