#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huddlekit {

/// What `check_motto` has to say about a motto.
struct MottoCheck {
  int words = 0;
  int characters = 0;                      ///< code points, blanks included
  std::optional<double> reading_ease{};    ///< Flesch 1948; none for a text without Latin letters
  bool names_somebody = false;             ///< `you`, `guests`, `each other`
  bool names_a_deed = false;               ///< `look after`, `keep`
  std::vector<std::string> suggestions{};  ///< a plain sentence each; empty: nothing to say

  bool operator==(const MottoCheck&) const = default;
};

/// Says what would make a motto (English) easier to keep in mind: fewer words, plainer ones,
/// somebody whom it is about, something to do.
///
///   huddlekit::check_motto("Look after whoever is in front of you.").suggestions;    // -> {}
///   huddlekit::check_motto("Excellence through innovation").suggestions;             // three
///
/// Suggestions, not scores: words are counted and matched, not understood. Reading ease is 206.835
/// - 1.015 words a sentence - 84.6 syllables a word (R. Flesch, A new readability yardstick, 1948):
/// 90 suits a child of eleven, 60 is plain English, 30 takes a degree. Syllables are counted by
/// ear, as groups of vowels. Over twelve words, below 30, and words of four syllables or more are
/// remarked on. Safe to call from several threads.
/// @throws InvalidArgument unless `text` is UTF-8 of 1 to 2,000 bytes without control characters.
[[nodiscard]] MottoCheck check_motto(std::string_view text);

}  // namespace huddlekit
