#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {

/// @throws InvalidArgument for a segment that the huddle does not have.
inline void check_segment(const std::string& kind, const std::vector<std::string>& kinds) {
  if (std::ranges::find(kinds, kind) != kinds.end()) return;
  throw InvalidArgument("segment: must be one of " + listed(kinds) + ", got " + in_quotes(kind));
}

}  // namespace huddlekit
