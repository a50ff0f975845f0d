#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/turns/turns.hpp"

namespace huddlekit {

// Fairness to the team leaves freedom: a turn may be taken anywhere between its release and its
// deadline. That freedom decides who hears what. In a plain cycle of 5, 10 or 15 values a five-day
// week nails each value to a weekday, and somebody who works Mondays hears two of ten for ever.
//
// Plain functions on values: safe to call from several threads.

/// One person's exposure to one value.
struct Heard {
  /// Turns due by weight over the huddles attended, minus times heard; in units of kTurn.
  std::int64_t credit = 0;
  std::int64_t times = 0;

  bool operator==(const Heard&) const = default;
};

/// Books one attended huddle in a person's row, one entry per value: every eligible value gains its
/// share, the one talked about pays a turn. `direction` -1 takes it back. Credits stop at kMostOff.
/// @param gain  gains(values).
void hear(std::span<Heard> row, std::span<const std::int64_t> gain, std::size_t value,
          int direction = 1);

/// What a choice looks at. With values in the order of `values` and people in any order that is the
/// same throughout:
struct Outlook {
  std::span<const Candidate> values;  ///< the team's turns
  std::span<const Heard> people;      ///< one row per person, one entry per value
  /// One row per coming huddle, today's first, one entry per person: the chance in per cent that
  /// the person will be there. 100 once known; else how often the person comes on such a day, or
  /// any one number for all; 0 for who is away. Rows beyond `huddles_ahead` are not looked at;
  /// where rows are missing nobody is expected.
  std::span<const std::uint8_t> chance;
  std::optional<std::size_t> last;  ///< the value of the last huddle
};

/// How many huddles `steered_turn` looks ahead: a cycle of the eligible values, but no more
/// than 20.
[[nodiscard]] std::size_t huddles_ahead(std::span<const Candidate> values);

/// Whose turn it is today, chosen for the people expected, within the bound that fairness sets.
///
/// The next turns in earliest-deadline order are laid over as many coming huddles, each within its
/// window, where those expected need them most: the sum over them of the fifth power of their
/// credit, a value never heard counting as a turn more, times their chance of being there. What
/// falls on today is the answer; tomorrow plans anew. The fifth power is the slope of the sum of
/// sixth powers, so that the furthest behind weigh most (over a year with nine people the worst
/// ended 2.9 and 7.0 turns off, with attendance known and expected; with the cube 3.0 and 8.5); the
/// chance puts what somebody needs on the days on which that person is sure to hear it. Every plan
/// is part of a schedule that keeps all windows, so the bound of `earliest_deadline` holds for
/// every |credit|. The value of the last huddle is avoided while the windows allow it.
///
/// Where the windows leave no freedom there is nothing to steer: three values whose weights add up
/// to five (1, 3, 1) repeat every five huddles under the bound, whoever works which days. nullopt
/// when no value is eligible.
[[nodiscard]] std::optional<std::size_t> steered_turn(const Outlook& outlook);

/// One of the next turns: which value, and the coming huddles (0 is today's) between which it may
/// be taken, both included.
struct PlannedTurn {
  std::size_t value = 0;
  std::size_t release = 0;
  std::size_t deadline = 0;
};

/// The next `count` turns in earliest-deadline order: the k-th fits huddle k, inside its window. At
/// least one value must be eligible.
[[nodiscard]] std::vector<PlannedTurn> coming_turns(std::span<const Candidate> values,
                                                    std::size_t count);

}  // namespace huddlekit
