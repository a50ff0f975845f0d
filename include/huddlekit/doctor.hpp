#pragma once
#include <string>

#include "huddlekit/words.hpp"

namespace huddlekit {

/// How a thing stands.
enum class Health {
  kGood,
  kWarning,  ///< works, and may not for ever
  kBad,      ///< something is lost, or will be
};

/// One thing that `Book::check_up` has looked at.
struct Checkup {
  std::string key{};  ///< `sqlite`, `space`: stays the same from version to version
  Health health{};
  std::string found{};   ///< in one sentence
  std::string advice{};  ///< what to do about it, in one sentence; empty when nothing need be done

  bool operator==(const Checkup&) const = default;
};

}  // namespace huddlekit
