#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace huddlekit::detail {

/// Columns that a terminal gives to `text`: wide East Asian characters and emoji take two, marks
/// that sit on another character none.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Characters at the front of `text`, as bytes, that one may cut behind: at most `columns` wide
/// (but at least one character), marks and joined emoji kept with what they belong to.
[[nodiscard]] std::size_t fitting_bytes(std::string_view text, std::size_t columns);

/// The lines of `text`, each at most `columns` wide (2 or more). Breaks at blanks, or inside a word
/// that is longer than a line; `\n` breaks too.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t columns);

/// `text`, or as much of it as fits into `limit` characters with the `…` that says so. Cuts between
/// words where that costs little. Counts UTF-16 units: the strictest of the ways in which chat
/// services count.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t limit);

}  // namespace huddlekit::detail
