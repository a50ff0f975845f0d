#include "core/text/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace huddlekit {
namespace {

struct Character {
  char32_t code;
  std::size_t size;  // bytes
};

/// The character at `at`; the text is known to be UTF-8.
Character character(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> char32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
  };
  const char32_t lead = byte(0);
  if (lead < 0xC0) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F),
          4};
}

void append(std::string& out, char32_t code) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | (code >> shift & 0x3F)); };
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else {  // `small` maps to two bytes at most beyond ASCII
    out += static_cast<char>(0xC0 | code >> 6);
    tail(0);
  }
}

bool within(char32_t code, char32_t low, char32_t high) { return code >= low && code <= high; }

/// The small letter of a capital below U+0800, else the character itself.
char32_t small(char32_t c) {
  if (within(c, 'A', 'Z')) return c + 0x20;
  if (within(c, 0xC0, 0xDE) && c != 0xD7) return c + 0x20;
  if (c == 0x130) return 'i';
  if (c == 0x178) return 0xFF;
  // Latin Extended-A pairs a capital with its small letter, on even or on odd numbers by stretches.
  if (within(c, 0x139, 0x148) || within(c, 0x179, 0x17E)) return c % 2 == 1 ? c + 1 : c;
  if (within(c, 0x100, 0x177) && c != 0x138) {
    return c % 2 == 0 ? c + 1 : c;
  }
  if (within(c, 0x391, 0x3AB)) return c + 0x20;
  if (within(c, 0x400, 0x40F)) return c + 0x50;
  if (within(c, 0x410, 0x42F)) return c + 0x20;
  return c;
}

/// The letters U+00E0 to U+017F without their accents; `?` where there is none to lose.
constexpr std::string_view kPlain =
    "aaaaaa?ceeeeiiii?nooooo?ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggg"
    "gggghhhhiiiiiiiiii??jjkk?lllllll"
    "lllnnnnnn???oooooo??rrrrrrssssss"
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzz?";

char32_t plain(char32_t c) {
  const bool known = within(c, 0xE0, 0x17F) && kPlain[c - 0xE0] != '?';
  return known ? static_cast<char32_t>(kPlain[c - 0xE0]) : c;
}

bool is_accent(char32_t c) { return within(c, 0x300, 0x36F); }  // of a letter written in two parts
bool is_capital(char32_t c) { return small(c) != c; }

bool is_letter(char32_t c) {
  if (c < 0x80) return within(c, 'a', 'z') || within(c, 'A', 'Z') || within(c, '0', '9');
  const bool punctuation = within(c, 0x80, 0xBF) || c == 0xD7 || c == 0xF7 ||
                           within(c, 0x2000, 0x2BFF) || within(c, 0x3000, 0x303F) ||
                           within(c, 0xFF00, 0xFF0F) || within(c, 0xFF1A, 0xFF20) || c >= 0x1F000;
  return !punctuation || c == 0xAA || c == 0xB5 || c == 0xBA;
}

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == 0xA0; }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

constexpr std::array<std::string_view, 14> kAbbreviations{
    "mr", "mrs", "ms", "dr", "st", "no", "nr", "approx", "e.g", "i.e", "vs", "etc", "prof", "tel"};

/// Whether the full stop behind `text` belongs to an abbreviation, an initial or `a.m.`.
bool abbreviated(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && !is_space(static_cast<unsigned char>(text[at - 1]))) --at;
  const std::string last = folded(text.substr(at));
  return last.size() == 1 || last == "a.m" || last == "p.m" ||
         std::ranges::find(kAbbreviations, last) != kAbbreviations.end();
}

std::vector<Sentence> split(std::string_view text) {
  std::vector<Sentence> all;
  std::size_t start = 0;
  const auto close = [&](std::size_t end) {
    std::size_t from = start, to = end;
    while (from < to && is_space(static_cast<unsigned char>(text[from]))) ++from;
    while (to > from && is_space(static_cast<unsigned char>(text[to - 1]))) --to;
    if (from < to) all.push_back({from, to});
    start = end;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n') close(at);
    if (c != '.' && c != '!' && c != '?') continue;
    std::size_t end = at + 1;
    while (end < text.size() && (text[end] == '"' || text[end] == ')' || text[end] == '.' ||
                                 text[end] == '!' || text[end] == '?')) {
      ++end;
    }
    if (text.substr(end).starts_with("\u201D")) end += 3;
    std::size_t next = end;
    while (next < text.size() && text[next] == ' ') ++next;
    if (next == end && next < text.size() && text[next] != '\n') continue;
    const bool goes_on = next < text.size() && within(text[next], 'a', 'z');
    if (goes_on ||
        (c == '.' && next < text.size() && abbreviated(text.substr(start, at - start)))) {
      continue;
    }
    close(end);
    at = end - 1;
  }
  close(text.size());
  return all;
}

/// Bytes between quotation marks, the marks included; a mark without its partner opens nothing.
std::vector<Sentence> quotations(std::string_view text) {
  std::vector<Sentence> all;
  std::size_t open = std::string_view::npos;
  char32_t closing = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = character(text, at);
    if (open != std::string_view::npos &&
        (code == closing || (closing == 0x201D && code == 0x201C))) {
      all.push_back({open, at + size});
      open = std::string_view::npos;
    } else if (code == '\n') {
      open = std::string_view::npos;
    } else if (open == std::string_view::npos &&
               (code == '"' || code == 0x201C || code == 0x201E || code == 0xAB)) {
      open = at;
      closing = code == '"' ? U'"' : code == 0xAB ? 0xBB : 0x201D;
    }
    at += size;
  }
  return all;
}

/// Bytes of the word at the front: letters, and apostrophes between them.
std::size_t word_length(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = character(text, at);
    if (is_letter(code)) {
      end = at + size;
    } else if (at == 0 || end != at || !is_apostrophe(code)) {
      break;
    }
    at += size;
  }
  return end;
}

/// Bytes of a word without `'s`, `'ll`, `'re`, `'d` and `'m`, which are other words.
std::size_t stem_length(std::string_view word) {
  for (const std::string_view apostrophe : {"'", "\u2019"}) {
    const std::size_t at = word.rfind(apostrophe);
    if (at == std::string_view::npos) continue;
    const std::string tail = folded(word.substr(at + apostrophe.size()));
    if (tail == "s" || tail == "ll" || tail == "re" || tail == "d" || tail == "m") return at;
  }
  return word.size();
}

Word read_word(std::string_view text, std::size_t start, std::size_t length) {
  const std::string_view whole = text.substr(start, length);
  const std::size_t stem = stem_length(whole);
  const std::string_view written = whole.substr(0, stem);
  Word word{.start = start, .end = start + stem, .folded = folded(written)};
  word.genitive = stem < length ? folded(whole.substr(length - 1)) == "s"
                                : start + length < text.size() &&
                                      is_apostrophe(character(text, start + length).code);
  int capitals = 0, letters = 0;
  for (std::size_t at = 0; at < written.size(); ++letters) {
    const auto [code, size] = character(written, at);
    capitals += is_capital(code) ? 1 : 0;
    at += size;
  }
  word.capital = is_capital(character(written, 0).code) && (capitals < letters || letters == 1);
  return word;
}

}  // namespace

RunningText read_words(std::string_view text) {
  RunningText read{split(text), {}};
  const auto quotes = quotations(text);
  for (std::size_t n = 0; n < read.sentences.size(); ++n) {
    const auto [start, end] = read.sentences[n];
    bool first = true, after_hyphen = false;
    for (std::size_t at = start; at < end;) {
      const std::size_t length = word_length(text.substr(at, end - at));
      if (length == 0) {
        const auto [code, size] = character(text, at);
        const bool joins = is_hyphen(code) && !read.words.empty() && read.words.back().end == at &&
                           word_length(text.substr(at + size, end - at - size)) > 0;
        if (joins) read.words.back().hyphened = true;
        after_hyphen = joins;
        at += size;
        continue;
      }
      Word word = read_word(text.substr(0, end), at, length);
      word.sentence = n;
      word.first = first;
      word.hyphened = std::exchange(after_hyphen, false);
      word.quoted = std::ranges::any_of(
          quotes, [&](const Sentence& q) { return q.start <= word.start && word.end <= q.end; });
      read.words.push_back(std::move(word));
      first = false;
      at += length;
    }
  }
  return read;
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = character(text, at);
    if (is_apostrophe(code)) {
      out += '\'';
    } else if (const char32_t letter = plain(small(code)); letter != code) {
      append(out, letter);
    } else if (!is_accent(code)) {
      out += text.substr(at, size);
    }
    at += size;
  }
  return out;
}

bool is_one_of(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(" |"), list.size());
    if (list.substr(0, end) == word) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

bool runs_on(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = character(text, at);
    if (within(code, 0x0E00, 0x0EFF) || within(code, 0x1000, 0x109F) ||
        within(code, 0x1780, 0x17FF) || (code >= 0x2E80 && is_letter(code))) {
      return true;
    }
    at += size;
  }
  return false;
}

}  // namespace huddlekit
