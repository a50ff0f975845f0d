#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace huddlekit {

/// A word of a running text. Apostrophes within belong to it; hyphens, and the ends of `Ana's` and
/// `they'll`, do not.
struct Word {
  std::size_t start = 0;  ///< bytes [start, end) of the text
  std::size_t end = 0;
  std::string folded;        ///< in small letters, plain
  bool capital = false;      ///< begins with a capital and is not all capitals
  bool genitive = false;     ///< followed by 's or a bare apostrophe
  bool hyphened = false;     ///< joined to another by a hyphen
  bool quoted = false;       ///< between quotation marks
  std::size_t sentence = 0;  ///< counts from 0
  bool first = false;        ///< the first word of its sentence
};

/// A sentence without the white space around it, its final mark included.
struct Sentence {
  std::size_t start = 0;  ///< bytes [start, end) of the text
  std::size_t end = 0;
};

struct RunningText {
  std::vector<Sentence> sentences;
  std::vector<Word> words;
};

/// Splits UTF-8 into sentences and words. A sentence ends at `.`, `!` or `?` before white space and
/// no small letter, unless an abbreviation or an initial precedes, and at every end of line.
[[nodiscard]] RunningText read_words(std::string_view text);

/// Small letters for Latin, Greek and Cyrillic capitals, Latin letters without their accents,
/// straight apostrophes: `José’s` is `jose's`, as many people type it.
[[nodiscard]] std::string folded(std::string_view text);

/// Whether `word` is one of those in `list`, which blanks or `|` separate.
[[nodiscard]] bool is_one_of(std::string_view list, std::string_view word);

/// Whether the script is written without spaces between words (Chinese, Japanese, Korean with its
/// particles, Thai, Lao, Khmer, Burmese), so that words cannot be told apart by looking.
[[nodiscard]] bool runs_on(std::string_view text);

}  // namespace huddlekit
