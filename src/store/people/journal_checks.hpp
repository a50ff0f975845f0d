#pragma once
#include <string>
#include <vector>

#include "store/sql/database.hpp"

namespace huddlekit {

/// What is wrong with a journal as a whole, although each of its rows is sound: a turn of somebody
/// who was not in the rotation, an agenda without its segments. A sentence each; what follows from
/// one mistake may be several.
[[nodiscard]] std::vector<std::string> journal_problems(Database& database);

}  // namespace huddlekit
