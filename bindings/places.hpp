#pragma once
// Places in a str count characters, not bytes.
#include <cstddef>
#include <string_view>

#include "huddlekit/blameless.hpp"

namespace huddlekit::python {

inline std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

inline void in_characters(std::string_view text, BlamelessCheck& checked) {
  for (auto& finding : checked.findings) {
    finding.start = characters(text.substr(0, finding.start));
    finding.end = finding.start + characters(finding.found);
  }
}

}  // namespace huddlekit::python
