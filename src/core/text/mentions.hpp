#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace huddlekit {

/// Finds somebody in people's words.
class Mentions {
 public:
  Mentions(std::string_view key, std::string_view name);

  /// The text with every mention that can mean nobody else, the full name or the key as a word,
  /// said as "a colleague".
  [[nodiscard]] std::string without(std::string_view text) const;
  [[nodiscard]] bool in(std::string_view text) const { return without(text) != text; }
  /// A word of the text that may be theirs: a part of the name, written like one; empty for none.
  /// Somebody else may share it, so that a human has to decide.
  [[nodiscard]] std::string_view part_in(std::string_view text) const;

 private:
  [[nodiscard]] std::string_view part_in_words(std::string_view text) const;
  [[nodiscard]] std::string without_name(std::string_view text) const;
  [[nodiscard]] std::string without_key(std::string_view text) const;

  std::string key_, name_;
  std::vector<std::string> parts_;  // folded
};

}  // namespace huddlekit
