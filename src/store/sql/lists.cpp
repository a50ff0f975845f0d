#include "store/sql/lists.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "store/sql/stored_json.hpp"

namespace huddlekit {

std::string to_json_list(const std::vector<std::string>& texts) {
  return texts.empty() ? "[]" : nlohmann::json(texts).dump();
}

std::vector<std::string> from_json_list(std::string_view json) {
  if (json == "[]") return {};
  return stored_json(
      json, [](const nlohmann::json& list) { return list.get<std::vector<std::string>>(); });
}

std::string to_id_list(const std::vector<Id>& ids) {
  std::string out;
  for (const Id id : ids) out += (out.empty() ? "" : " ") + std::to_string(id);
  return out;
}

std::vector<Id> from_id_list(std::string_view text) {
  std::vector<Id> ids;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    Id id = 0;
    const auto [rest, error] = std::from_chars(at, end, id);
    if (error != std::errc{}) break;
    ids.push_back(id);
    at = rest < end ? rest + 1 : end;
  }
  return ids;
}

void add_sorted(std::vector<Id>& ids, Id id) {
  const auto at = std::lower_bound(ids.begin(), ids.end(), id);
  if (at == ids.end() || *at != id) ids.insert(at, id);
}

}  // namespace huddlekit
