#include "huddlekit/packs.hpp"

#include <algorithm>
#include <iterator>

#include "pack_texts.hpp"

namespace huddlekit {

std::span<const std::string_view> pack_names() { return kPackNames; }

std::vector<std::string> starter_packs() {
  std::vector<std::string> out;
  for (const auto name : kPackNames) {
    if (!name.starts_with("harbour-")) out.emplace_back(name);
  }
  return out;
}

std::optional<std::string_view> pack_text(std::string_view name) {
  const auto found = std::ranges::find(kPackNames, name);
  if (found == std::end(kPackNames)) return std::nullopt;
  return kPackTexts[found - std::begin(kPackNames)];
}

}  // namespace huddlekit
