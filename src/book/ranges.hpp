#pragma once
#include <string>

#include "book/calls/door.hpp"

namespace huddlekit {

/// The days [start, end), at most so many.
inline void check_range(Day start, Day end, std::chrono::days most) {
  check_door("start, end", start, end);
  if (end >= start && end - start <= most) return;
  throw InvalidArgument("end: must be from 0 to " + std::to_string(most.count()) + " days after " +
                        to_string(start) + ", got " + to_string(end));
}

}  // namespace huddlekit
