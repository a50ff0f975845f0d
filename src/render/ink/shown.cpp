#include "render/ink/shown.hpp"

#include <algorithm>
#include <utility>

#include "render/ink/utf8.hpp"

namespace huddlekit::detail {
namespace {

constexpr char32_t kControlPictures = 0x2400;  // U+2400 + n is the picture of control character n

bool reorders(char32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool right_to_left(char32_t code) {
  return (code >= 0x0590 && code <= 0x08FF) || (code >= 0xFB1D && code <= 0xFDFF) ||
         (code >= 0xFE70 && code <= 0xFEFC) || (code >= 0x10800 && code <= 0x10FFF) ||
         (code >= 0x1E800 && code <= 0x1EFFF);
}

bool line_break(char32_t code) {
  return code == '\n' || code == '\r' || code == 0x85 || code == 0x2028 || code == 0x2029;
}

void append_visible(std::string& out, char32_t code) {
  if (code < 0x20) {
    append(out, kControlPictures + code);
  } else if (code == 0x7F) {
    append(out, 0x2421);
  } else if ((code >= 0x80 && code < 0xA0) || (code & 0xFFFE) == 0xFFFE) {
    append(out, kReplacement);  // C1 controls have no pictures; XML forbids the noncharacters
  } else if (!reorders(code)) {
    append(out, code);
  }
}

void trim_end(std::string& out) {
  const auto last = out.find_last_not_of(" \n");
  out.erase(last == std::string::npos ? 0 : last + 1);
}

}  // namespace

std::string shown(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t breaks = 0;
  while (!text.empty()) {
    const char32_t code = take(text);
    if (line_break(code)) {
      if (code == '\r' && text.starts_with('\n')) text.remove_prefix(1);
      ++breaks;
    } else if (code == ' ' || code == '\t') {
      if (breaks == 0 && !out.empty()) out += ' ';
    } else {
      if (breaks > 0) trim_end(out);
      // A blank line may part two paragraphs; more of them would only push the rest off the screen.
      if (!out.empty()) out.append(std::min<std::size_t>(breaks, 2), '\n');
      breaks = 0;
      append_visible(out, code);
    }
  }
  trim_end(out);
  return out;
}

std::string shown_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  while (!text.empty()) {
    const char32_t code = take(text);
    if (code == ' ' || code == '\t' || line_break(code)) {
      blank = true;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    append_visible(out, code);
  }
  return out;
}

std::string isolated(const std::string& text) {
  for (std::string_view rest = text; !rest.empty();) {
    if (right_to_left(take(rest))) return "\u2068" + text + "\u2069";
  }
  return text;
}

}  // namespace huddlekit::detail
