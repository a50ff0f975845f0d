#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace huddlekit {

/// Two texts that say nearly the same.
struct Alike {
  std::size_t first = 0;
  std::size_t second = 0;
  double share = 0;
};

/// The pairs of texts whose words are the same to at least `least` of their weight: a word counts
/// once, its end (`trays`, `tray`) not, and the more the fewer texts have it. Most alike first.
[[nodiscard]] std::vector<Alike> alike(std::span<const std::string> texts, double least = 0.4);

}  // namespace huddlekit
