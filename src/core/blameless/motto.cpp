#include "huddlekit/motto.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "core/blameless/blame_words.hpp"
#include "core/blameless/motto_words.hpp"
#include "core/text/text.hpp"
#include "core/text/words.hpp"

namespace huddlekit {
namespace {

bool one_of(std::string_view letters, char c) { return letters.find(c) != std::string_view::npos; }

/// Bytes at the end of a word that are written and not heard: the e of `name` and `names`, the ed
/// of `named`; those of `table`, `wanted` and `buses` are.
std::size_t silent(std::string_view word) {
  const auto ends = [&](std::string_view ending, std::string_view heard_after) {
    return word.size() > ending.size() && word.ends_with(ending) &&
           !one_of(heard_after, word[word.size() - ending.size() - 1]);
  };
  if (ends("e", "aeiouyl")) return 1;
  if (ends("ed", "aeioutd")) return 2;
  if (ends("es", "aeiouyscxz")) return 2;
  return 0;
}

/// By ear: groups of vowels, at least one. `word` is folded.
int syllables(std::string word) {
  std::erase(word, '\'');
  word.resize(word.size() - silent(word));
  int groups = 0;
  bool within = false;
  for (const char c : word) {
    const bool vowel = one_of("aeiouy", c);
    groups += vowel && !within ? 1 : 0;
    within = vowel;
  }
  return std::max(groups, 1);
}

bool latin(const Word& word) { return word.folded[0] >= 'a' && word.folded[0] <= 'z'; }

bool is_somebody(const Word& word) {
  return is_one_of(blame::kCustomers, word.folded) || is_one_of(blame::kTeam, word.folded) ||
         is_one_of(motto::kPeople, word.folded);
}

/// What `says`, `saying` and `said` would be said as, as far as endings tell.
bool is_deed(const std::string& word) {
  if (is_one_of(motto::kDeeds, word)) return true;
  for (const std::string_view ending : {"s", "es", "ing", "ed", "d"}) {
    if (!word.ends_with(ending)) continue;
    std::string stem = word.substr(0, word.size() - ending.size());
    if (stem.size() < 2) continue;
    if (is_one_of(motto::kDeeds, stem) || is_one_of(motto::kDeeds, stem + "e")) return true;
    const bool doubled = stem.back() == stem[stem.size() - 2];  // running
    stem.pop_back();
    if (doubled && is_one_of(motto::kDeeds, stem)) return true;
  }
  return false;
}

bool is_deed(std::span<const Word> words, std::size_t at) {
  if (!is_deed(words[at].folded)) return false;
  return words[at].first || !is_one_of(motto::kBeforeThings, words[at - 1].folded);
}

int code_points(std::string_view text) {
  return static_cast<int>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

MottoCheck check_motto(std::string_view text) {
  check_text("text", text, 2'000);
  const RunningText read = read_words(text);
  const std::span<const Word> words = read.words;

  MottoCheck check;
  check.words = static_cast<int>(words.size());
  check.characters = code_points(text);
  int heard = 0, sentences = 0;
  std::vector<std::string> long_words;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const Word& word = words[at];
    const int parts = syllables(word.folded);
    heard += parts;
    sentences += word.first ? 1 : 0;
    auto written =
        "\u201C" + std::string(text.substr(word.start, word.end - word.start)) + "\u201D";
    if (parts >= motto::kLongWord && std::ranges::find(long_words, written) == long_words.end()) {
      long_words.push_back(std::move(written));
    }
    check.names_somebody = check.names_somebody || is_somebody(word);
    check.names_a_deed = check.names_a_deed || is_deed(words, at);
  }
  if (check.words > motto::kMostWords) {
    check.suggestions.push_back(fmt::format(fmt::runtime(motto::kShorten), check.words));
  }
  if (!std::ranges::any_of(words, latin)) return check;  // of the rest we know nothing

  const double count = check.words;
  check.reading_ease = 206.835 - 1.015 * count / sentences - 84.6 * heard / count;
  if (!long_words.empty()) {
    check.suggestions.push_back(fmt::format(
        fmt::runtime(motto::kLongWords),
        listed(std::span(long_words).first(std::min<std::size_t>(long_words.size(), 3)))));
  } else if (*check.reading_ease < motto::kHard) {
    check.suggestions.emplace_back(motto::kPlainer);
  }
  if (!check.names_somebody) check.suggestions.emplace_back(motto::kNobody);
  if (!check.names_a_deed) check.suggestions.emplace_back(motto::kNoDeed);
  return check;
}

}  // namespace huddlekit
