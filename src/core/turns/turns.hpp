#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace huddlekit {

// Whose turn it is, in whole numbers: the chairman assignment problem (R. Tijdeman, "The chairman
// assignment problem", Discrete Mathematics 32, 1980). At every step each eligible candidate gains
// its weight's share of one turn and the chosen one pays a turn, so credit = share - turns, and
// credits add up to zero for ever.
//
// Preconditions, checked where weights come in (playbook, Rotation): weights from 1 to kMaxWeight,
// at most kMaxCandidates candidates. Plain functions on values: safe to call from several threads.

/// One turn in units of credit: the least common multiple of 1 to 40, so that forty equal weights
/// and fewer, and any weights with such a sum, share a turn without a remainder. Of other weights
/// nobody's gain is off by a whole unit, 2e-16 of a turn.
inline constexpr std::int64_t kTurn = 5'342'931'457'063'200;
inline constexpr std::int64_t kMaxWeight = 1'000'000;
inline constexpr std::size_t kMaxCandidates = 10'000;
/// The furthest that anybody's credit goes. Fair turns stay within one or two; this is for the boss
/// who leads every day for years.
inline constexpr std::int64_t kMostOff = 200 * kTurn;

struct Candidate {
  std::int64_t id = 0;  ///< the caller's own; not looked at here
  std::int64_t weight = 1;
  std::int64_t credit = 0;  ///< share minus turns, in units of kTurn; 0 for a newcomer
  bool eligible = true;     ///< at this step; who is not neither gains nor is chosen

  bool operator==(const Candidate&) const = default;
};

/// What each gains in one step, adding up to kTurn: its weight's share to the unit (largest
/// remainder, the first of equal ones), 0 for who is not eligible. Depends on weights, eligibility
/// and order alone, so that a step can be taken back. All 0 when nobody is eligible.
[[nodiscard]] std::vector<std::int64_t> gains(std::span<const Candidate> candidates);

/// Tijdeman's choice. With n eligible candidates one is *released* once its credit, this step's
/// gain included, is at least 1/(2n-2) of a turn, and its *deadline* is the step at which waiting
/// would take its credit above 1 - 1/(2n-2). Of the released ones the earliest deadline goes; of
/// equal ones the first. Taken at every step with the same candidates, weights and eligibility, it
/// keeps every |credit| <= 1 - 1/(2n-2), which no method can better. Should nothing be released, as
/// can happen after a change, the earliest deadline of all goes. nullopt when nobody is eligible.
[[nodiscard]] std::optional<std::size_t> earliest_deadline(std::span<const Candidate> candidates);
/// The same for who has the gains already and takes many steps. @param step  gains(candidates).
[[nodiscard]] std::optional<std::size_t> earliest_deadline(std::span<const Candidate> candidates,
                                                           std::span<const std::int64_t> step);

/// The largest credit, this step's gain included; of equal ones the first. For people, whose
/// presence varies: there no method has a bound (the carpool problem, Fagin and Williams 1983) and
/// this one was measured a little better where weights differ. nullopt when nobody is eligible.
[[nodiscard]] std::optional<std::size_t> largest_credit(std::span<const Candidate> candidates);

/// One step: everybody gains (see `gains`) and `chosen` pays a turn. `chosen` need not be eligible:
/// somebody may have stood in. When nobody is eligible there is no turn to share and nothing
/// changes. False, and nothing changes, when it would take anybody further off than kMostOff.
bool take_turn(std::span<Candidate> candidates, std::size_t chosen);

/// Undoes take_turn exactly, given the same weights, eligibility and order, however many other
/// turns were taken since. False as above.
bool give_back_turn(std::span<Candidate> candidates, std::size_t chosen);

/// Removes `who` and shares its credit among all the others by weight, to the unit, so that credits
/// still add up to zero. The last one to leave takes its credit along.
void leave(std::vector<Candidate>& candidates, std::size_t who);

}  // namespace huddlekit
