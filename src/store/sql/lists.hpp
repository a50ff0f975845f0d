#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/entries.hpp"

namespace huddlekit {

// Lists within a column: texts as a JSON array, ids separated by spaces.

[[nodiscard]] std::string to_json_list(const std::vector<std::string>& texts);
[[nodiscard]] std::vector<std::string> from_json_list(std::string_view json);

[[nodiscard]] std::string to_id_list(const std::vector<Id>& ids);
[[nodiscard]] std::vector<Id> from_id_list(std::string_view text);

/// Keeps a sorted list sorted and without repeats.
void add_sorted(std::vector<Id>& ids, Id id);

}  // namespace huddlekit
