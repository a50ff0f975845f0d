#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "playbook/findings.hpp"

namespace huddlekit::detail {

inline constexpr std::size_t kMostBytes = std::size_t{4} << 20;
inline constexpr int kDeepest = 16;

struct Refusal {
  Place place;
  std::string rule;
};

/// Why a text must not reach the TOML parser, or nullopt. The parser recurses, so a text of a few
/// hundred kilobytes that only nests (`a.a.a. …` or `[[[[ …`) ends the process: size, encoding and
/// depth are bounded before the first byte is parsed.
[[nodiscard]] std::optional<Refusal> refuse(std::string_view toml);

}  // namespace huddlekit::detail
