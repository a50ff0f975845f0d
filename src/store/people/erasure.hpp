#pragma once
#include <string_view>

#include "store/sql/database.hpp"

namespace huddlekit {

// Who was erased is remembered by a digest alone: enough to refuse the key when a playbook or an
// import brings it back, and nothing to read a name from.

[[nodiscard]] bool is_erased(Database& database, std::string_view key);
void remember_erased(Database& database, std::string_view key);
/// @throws Conflict when the key is an erased person's.
void check_not_erased(Database& database, std::string_view key);

}  // namespace huddlekit
