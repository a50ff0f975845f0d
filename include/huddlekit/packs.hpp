#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace huddlekit {

/// The playbooks that are compiled in, by name and in the order of the alphabet: the starter packs
/// and the example `harbour-hotel`.
[[nodiscard]] std::span<const std::string_view> pack_names();

/// Those of them that are starter packs.
[[nodiscard]] std::vector<std::string> starter_packs();

/// The TOML of one of them, for `parse_playbook`; it lives as long as the program. nullopt for any
/// other name.
[[nodiscard]] std::optional<std::string_view> pack_text(std::string_view name);

}  // namespace huddlekit
