#pragma once
#include <charconv>
#include <string>
#include <string_view>

#include "huddlekit/entries.hpp"

namespace huddlekit {

// Agendas hold people by id, so that an erased person disappears from old ones too: within a text
// somebody stands as \x01 id \x02, which no text of people's own can contain (control characters
// are refused where text comes in).

[[nodiscard]] inline std::string person_token(Id person) {
  return '\x01' + std::to_string(person) + '\x02';
}

/// The text with every token replaced by what `name(id)` says.
template <class Name>
[[nodiscard]] std::string with_names(std::string_view text, Name&& name) {
  std::string out;
  out.reserve(text.size() + 16);
  while (true) {
    const auto start = text.find('\x01');
    out += text.substr(0, start);
    if (start == std::string_view::npos) return out;
    const auto end = text.find('\x02', start);
    Id id = 0;
    std::from_chars(text.data() + start + 1, text.data() + end, id);
    out += name(id);
    text.remove_prefix(end + 1);
  }
}

}  // namespace huddlekit
