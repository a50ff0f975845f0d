#pragma once
#include <string_view>

#include "core/agenda/rulebook.hpp"
#include "store/playbook/stored_team.hpp"
#include "store/sql/database.hpp"

namespace huddlekit {

// From the playbook's tables to what is in force.

[[nodiscard]] Rulebook read_rulebook(Database& database);
/// Without its calendar; a retired one has no meetings. Its id is 0 when there is none of that key.
[[nodiscard]] StoredTeam read_team(Database& database, std::string_view key);

}  // namespace huddlekit
