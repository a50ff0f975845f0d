#pragma once
#include <string>

namespace huddlekit::detail {

/// One line as literal text. Besides CommonMark's own characters it escapes what common dialects
/// give a meaning: tables, strikethrough, formulas, mentions.
[[nodiscard]] std::string markdown_literal(const std::string& line);

}  // namespace huddlekit::detail
