#include "render/ink/width.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "render/ink/utf8.hpp"
#include "render/ink/width_table.hpp"

namespace huddlekit::detail {
namespace {

constexpr char32_t kJoiner = 0x200D;             // joins two emoji into one
constexpr char32_t kEmojiPresentation = 0xFE0F;  // turns a symbol into a wide emoji

bool within(std::span<const CharacterRange> ranges, char32_t code) {
  const auto after =
      std::upper_bound(ranges.begin(), ranges.end(), code,
                       [](char32_t c, const auto& range) { return c < range.first; });
  return after != ranges.begin() && code <= std::prev(after)->last;
}

/// What a reader takes for one character: a base with the marks and joined emoji that follow.
struct Cluster {
  std::size_t bytes = 0;
  std::size_t columns = 0;
  std::size_t units = 0;  // UTF-16
};

Cluster cluster(std::string_view text) {
  const std::size_t whole = text.size();
  char32_t code = take(text);
  Cluster c{0, 1, code > 0xFFFF ? 2u : 1u};
  if (code < 0x300 && (text.empty() || static_cast<unsigned char>(text.front()) < 0x80)) {
    return {whole - text.size(), 1, 1};  // the usual letters
  }
  const auto regional = [](char32_t r) { return r >= 0x1F1E6 && r <= 0x1F1FF; };
  if (within(kZeroWidth, code)) c.columns = 0;
  if (within(kDoubleWidth, code)) c.columns = 2;
  bool joined = false;
  bool flag = regional(code);  // two regional indicators make one flag
  while (!text.empty()) {
    auto rest = text;
    code = take(rest);
    if (flag && regional(code)) {
      c.columns = 2;
    } else if (!joined && !within(kZeroWidth, code)) {
      break;
    }
    flag = false;
    joined = code == kJoiner;
    if (code == kEmojiPresentation) c.columns = 2;
    c.units += code > 0xFFFF ? 2 : 1;
    text = rest;
  }
  c.bytes = whole - text.size();
  return c;
}

/// One line without `\n`, appended to `lines` in pieces that fit.
void wrap_line(std::string_view line, std::size_t columns, std::vector<std::string>& lines) {
  std::string current;
  std::size_t used = 0;
  const auto flush = [&] {
    lines.push_back(std::move(current));
    current.clear();
    used = 0;
  };
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    auto word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    std::size_t width = display_width(word);
    if (!current.empty() && used + 1 + width > columns) flush();
    if (!current.empty()) {
      current += ' ';
      ++used;
    }
    while (width > columns) {
      current = word.substr(0, fitting_bytes(word, columns));
      word.remove_prefix(current.size());
      width -= display_width(current);
      flush();
    }
    current += word;
    used += width;
  }
  if (!current.empty()) flush();
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    const auto c = cluster(text);
    columns += c.columns;
    text.remove_prefix(c.bytes);
  }
  return columns;
}

std::size_t fitting_bytes(std::string_view text, std::size_t columns) {
  std::size_t bytes = 0;
  std::size_t used = 0;
  while (bytes < text.size()) {
    const auto c = cluster(text.substr(bytes));
    if (bytes > 0 && used + c.columns > columns) break;
    used += c.columns;
    bytes += c.bytes;
  }
  return bytes;
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  while (true) {
    const auto end = text.find('\n');
    if (end == 0) {
      lines.emplace_back();  // a blank line between two paragraphs
    } else {
      wrap_line(text.substr(0, end), columns, lines);
    }
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

std::string shorten(std::string_view text, std::size_t limit) {
  std::size_t bytes = 0;    // of what fits together with the ellipsis
  std::size_t between = 0;  // the last place between two words within that
  std::size_t units = 0;
  for (auto rest = text; !rest.empty();) {
    const auto c = cluster(rest);
    units += c.units;
    if (units > limit) {
      const std::size_t cut = between * 4 >= bytes * 3 ? between : bytes;
      return std::string(text.substr(0, cut)) + (limit > 0 ? "…" : "");
    }
    if (units < limit) {
      if (rest.front() == ' ' || rest.front() == '\n') between = bytes;
      bytes += c.bytes;
    }
    rest.remove_prefix(c.bytes);
  }
  return std::string(text);
}

}  // namespace huddlekit::detail
