#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "huddlekit/entries.hpp"

namespace huddlekit {

// Which figures about people may be shown, so that nobody can work out those of a small group by
// subtracting reports from each other.
//
// For each month the teams are divided into pools of at least five people. What is shown of any
// team, department or organisation, for any range, is a sum over whole pools of whole months, or
// nothing. So whatever can be computed from any number of reports by adding, subtracting and
// scaling is constant on each pool and month: it is never the figure of a set of teams whose people
// are fewer than a pool has.

inline constexpr std::size_t kSmallestGroup = 5;

/// Somebody's time in a team.
struct PooledMember {
  Id person = 0;
  std::optional<Day> since;  ///< none: from the beginning
  std::optional<Day> gone;   ///< the first day no longer in it
  bool leads = true;

  [[nodiscard]] bool there_on(Day day) const {
    return (!since || *since <= day) && (!gone || day < *gone);
  }
};

struct PooledTeam {
  Id id = 0;
  std::string department;
  std::vector<PooledMember> members;  ///< sorted by person
};

/// The pool of each team, given who is there on `day` (the first of the month), numbered from 0; or
/// nothing when the whole organisation is too small. A team of five or more is a pool of its own,
/// unless it has to take in others: the small teams of a department are one pool; if together they
/// are still too few, the department's smallest big team takes them in; if it has none, they join
/// those of other departments, and if all of them are too few, the smallest pool of all takes them
/// in. Ties go to the lower id.
[[nodiscard]] std::optional<std::vector<std::size_t>> pools(std::span<const PooledTeam> teams,
                                                            Day day);

/// Whether the asked teams are whole pools.
[[nodiscard]] bool may_show(std::span<const PooledTeam> teams, const std::vector<bool>& asked,
                            Day day);

}  // namespace huddlekit
