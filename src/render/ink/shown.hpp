#pragma once
#include <string>
#include <string_view>

namespace huddlekit::detail {

// People's text as it may be shown anywhere, before a renderer escapes it for its target. Control
// characters become visible (␛ for an escape), bytes that are not UTF-8 become U+FFFD. Invisible
// characters that would reorder what stands around them (bidi embeddings, overrides and isolates)
// are dropped: right-to-left letters order themselves, and each renderer isolates one text from the
// next.

/// A paragraph: line breaks of every kind become `\n`; none at either end.
[[nodiscard]] std::string shown(std::string_view text);

/// One line: every run of blanks and line breaks becomes one space.
[[nodiscard]] std::string shown_line(std::string_view text);

/// Text of `shown` between the marks that keep right-to-left letters from reordering their
/// neighbours (U+2068, U+2069), or as it is when it has none. For targets without markup for that.
[[nodiscard]] std::string isolated(const std::string& text);

}  // namespace huddlekit::detail
