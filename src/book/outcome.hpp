#pragma once
#include "huddlekit/journal.hpp"

namespace huddlekit {

/// Whether there was time for the segment.
[[nodiscard]] bool covers(const Outcome& outcome, SegmentKind kind);

}  // namespace huddlekit
