#pragma once
#include "huddlekit/time.hpp"

namespace huddlekit {

/// The clock of a book whose test needs no other: no test reads the system's.
inline Instant early() { return parse_instant("2026-11-23T05:00:00Z"); }

}  // namespace huddlekit
