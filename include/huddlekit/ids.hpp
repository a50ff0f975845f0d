#pragma once
#include <compare>
#include <cstdint>

#include "huddlekit/fwd.hpp"

namespace huddlekit {

/// Names one entry of the journal within its book; given out once, never reused. Each kind of entry
/// has ids of its own type, so that a story's cannot be taken for a lesson's. Reads as a number;
/// made of one only when said: `StoryId(12)`.
template <class Entry>
class IdOf {
 public:
  constexpr IdOf() = default;
  constexpr explicit IdOf(Id number) : number_(number) {}
  constexpr operator Id() const noexcept { return number_; }

  friend constexpr bool operator==(IdOf, IdOf) = default;
  friend constexpr auto operator<=>(IdOf, IdOf) = default;
  template <class Other>
  friend bool operator==(IdOf, IdOf<Other>) = delete;

 private:
  Id number_ = 0;
};

}  // namespace huddlekit
