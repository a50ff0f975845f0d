#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace huddlekit {

/// The text in double quotes for an error message: at most 60 characters, control characters and
/// broken UTF-8 escaped. Not called `quoted`: for a std::string the compiler finds std::quoted too,
/// wherever a header happens to bring in <iomanip>, and likes it better.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// Throws InvalidArgument unless `text` is UTF-8 of 1 to `limit` bytes with something in it to
/// read, without control characters other than newline and tab. `argument` names it in the message.
void check_text(std::string_view argument, std::string_view text, std::size_t limit);

/// Bytes that people may write at most: a story or a lesson; anything else.
inline constexpr std::size_t kLongText = 20'000;
inline constexpr std::size_t kShortText = 2'000;

/// How many bytes at the front are well-formed UTF-8; `text.size()` when all are.
[[nodiscard]] std::size_t utf8_length(std::string_view text);

/// Bytes of the well-formed UTF-8 character at the front of `text`, 0 when there is none.
[[nodiscard]] std::size_t character_bytes(std::string_view text);

/// Whether every byte belongs to well-formed UTF-8 (RFC 3629: no surrogates, nothing overlong).
[[nodiscard]] bool is_utf8(std::string_view text);

/// The known word nearest to `word` by edit distance, or empty when none is near enough to be a
/// typing error.
[[nodiscard]] std::string nearest(std::string_view word, std::span<const std::string> known);

/// `; did you mean "front-desk"?`, or empty.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<const std::string> known);

/// `Ana`, `Ana and Ben`, `Ana, Ben and Caro`.
[[nodiscard]] std::string listed(std::span<const std::string> names);

}  // namespace huddlekit
