#pragma once
#include <string>
#include <string_view>

#include "core/text/text.hpp"

namespace huddlekit::detail {

inline constexpr char32_t kReplacement = 0xFFFD;

/// The character at the front of `text` (not empty), which moves on behind it; U+FFFD for a byte
/// that is not UTF-8.
inline char32_t take(std::string_view& text) {
  if (const auto ascii = static_cast<unsigned char>(text.front()); ascii < 0x80) {
    text.remove_prefix(1);
    return ascii;
  }
  const std::size_t bytes = character_bytes(text);
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
  };
  char32_t code = kReplacement;
  switch (bytes) {
    case 2:
      code = (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
      break;
    case 3:
      code = (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
      break;
    case 4:
      code = (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 |
             (byte(3) & 0x3F);
      break;
    default:
      break;
  }
  text.remove_prefix(bytes == 0 ? 1 : bytes);
  return code;
}

/// Appends one character as UTF-8. `code` is a scalar value.
inline void append(std::string& out, char32_t code) {
  const auto tail = [&](int shift) {
    out += static_cast<char>(0x80 | (static_cast<unsigned>(code >> shift) & 0x3F));
  };
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | static_cast<unsigned>(code >> 6));
    tail(0);
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | static_cast<unsigned>(code >> 12));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | static_cast<unsigned>(code >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace huddlekit::detail
