#pragma once
#include <string>

namespace huddlekit {

/// What the library has found where it runs, for a report of a fault.
struct Surroundings {
  std::string sqlite{};  ///< its version, like `3.40.1`
  std::string zones{};   ///< the folder that time zones are read from; empty where there are none

  bool operator==(const Surroundings&) const = default;
};

[[nodiscard]] Surroundings surroundings();

/// Names a folder to read time zones from where the system has none. To be called before the first
/// zone is asked for; later it may come too late. Safe to call from several threads.
void look_for_zones_in(const std::string& folder);

}  // namespace huddlekit
