#pragma once
#include <string>

#include "huddlekit/time.hpp"

namespace huddlekit {

/// A write that said who made it, or that had a name, as the book remembers it for 30 days.
struct Call {
  std::string id{};    ///< the caller's name for it; empty: it had none
  std::string by{};    ///< who made it; empty: not told, or erased since
  std::string what{};  ///< the call, `tell` or `publish`
  Instant at{};

  bool operator==(const Call&) const = default;
};

}  // namespace huddlekit
