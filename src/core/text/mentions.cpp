#include "core/text/mentions.hpp"

#include <algorithm>

#include "core/text/marks.hpp"
#include "core/text/words.hpp"

namespace huddlekit {
namespace {

constexpr std::string_view kSomebody = "a colleague";
constexpr std::string_view kSomebodyFirst = "A colleague";  // at the beginning of a sentence

/// Whether a key could go on with this character. The marks around a person count, since what
/// stands between them is an id.
bool goes_on(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == marks::kPerson || c == marks::kPersonEnd ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Calls `take` with each piece of a text, and with the keys of its sentences, which are nobody's
/// words, as `false`.
template <class Take>
void each_piece(std::string_view text, Take&& take) {
  while (!text.empty()) {
    const auto phrase = std::min(text.find(marks::kPhrase), text.size());
    take(text.substr(0, phrase), true);
    text.remove_prefix(phrase);
    const auto end =
        std::min({text.find(marks::kArgument), text.find(marks::kPhraseEnd), text.size()});
    take(text.substr(0, end), false);
    text.remove_prefix(end);
  }
}

}  // namespace

Mentions::Mentions(std::string_view key, std::string_view name) : key_(key), name_(name) {
  for (auto& word : read_words(name).words) parts_.push_back(std::move(word.folded));
}

std::string Mentions::without(std::string_view text) const {
  if (text.find(marks::kPhrase) == text.npos) return without_key(without_name(text));
  std::string out;
  each_piece(text, [&](std::string_view piece, bool words) {
    out += words ? without_key(without_name(piece)) : std::string(piece);
  });
  return out;
}

std::string Mentions::without_name(std::string_view text) const {
  std::string out;
  if (runs_on(name_)) {  // there are no words to go by
    for (std::size_t at = 0; at < text.size();) {
      const auto found = name_.empty() ? text.npos : text.find(name_, at);
      out += text.substr(at, found - at);
      if (found == text.npos) break;
      out += kSomebody;
      at = found + name_.size();
    }
    return out;
  }
  const auto words = read_words(text).words;
  std::size_t copied = 0;
  for (std::size_t at = 0; !parts_.empty() && at + parts_.size() <= words.size(); ++at) {
    bool same = true;
    for (std::size_t i = 0; i < parts_.size() && same; ++i) {
      same = words[at + i].folded == parts_[i] && words[at + i].sentence == words[at].sentence;
    }
    if (!same) continue;
    out += text.substr(copied, words[at].start - copied);
    out += words[at].first ? kSomebodyFirst : kSomebody;
    at += parts_.size() - 1;
    copied = words[at].end;
  }
  return out += text.substr(copied);
}

std::string Mentions::without_key(std::string_view text) const {
  std::string out;
  std::size_t copied = 0;
  for (auto at = text.find(key_); !key_.empty() && at != text.npos; at = text.find(key_, at + 1)) {
    const auto end = at + key_.size();
    if ((at > 0 && goes_on(text[at - 1])) || (end < text.size() && goes_on(text[end]))) continue;
    out += text.substr(copied, at - copied);
    out += kSomebody;
    copied = end;
  }
  return out += text.substr(copied);
}

std::string_view Mentions::part_in(std::string_view text) const {
  std::string_view found;
  each_piece(text, [&](std::string_view piece, bool words) {
    if (words && found.empty()) found = part_in_words(piece);
  });
  return found;
}

std::string_view Mentions::part_in_words(std::string_view text) const {
  for (const auto& word : read_words(text).words) {
    const auto bytes = word.end - word.start;
    if (bytes < 2 || std::ranges::find(parts_, word.folded) == parts_.end()) continue;
    // `will` is a word and `Will` may be a name; what has no capitals at all may always be one.
    const char first = text[word.start];
    if (first >= 'a' && first <= 'z') continue;
    return text.substr(word.start, bytes);
  }
  return {};
}

}  // namespace huddlekit
