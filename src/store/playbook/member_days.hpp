#pragma once
#include <vector>

#include "store/sql/database.hpp"

namespace huddlekit {

/// Those in a team now, by id.
[[nodiscard]] std::vector<Id> members_in_force(Database& database, Id team);

/// Keeps the day on which members joined or left. @param were  `members_in_force` before the
/// change; empty for a new team, whose members were there from the beginning.
void date_members(Database& database, Id team, const std::vector<Id>& were, Day today);

}  // namespace huddlekit
