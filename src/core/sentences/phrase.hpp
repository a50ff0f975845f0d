#pragma once
#include <algorithm>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/sentences/keys.hpp"
#include "core/text/marks.hpp"
#include "huddlekit/entries.hpp"

/// Sentences as data. A sentence is its key in the catalogue and what is put into it; it becomes
/// words when it is shown, in the language in which that is asked for (catalogue.hpp). Until then
/// it stands within texts, also in those that the book keeps:
///
///   \x0E open.leads \x1F \x01 17 \x02 \x0F     Ana Ruiz leads.
///
/// An argument is a text, which may hold sentences, a number, or a list. A person within any text
/// is \x01 id \x02, so that whoever is erased disappears from what was written earlier. No text of
/// people's own can hold these marks: control characters are refused where text comes in.
namespace huddlekit::sentences {

/// The place of a key in the catalogue, kKeys.size() for none.
[[nodiscard]] constexpr std::size_t place_of(std::string_view key) {
  const auto it = std::ranges::lower_bound(kKeys, key, {}, &KeyInfo::key);
  return it != kKeys.end() && it->key == key ? static_cast<std::size_t>(it - kKeys.begin())
                                             : kKeys.size();
}

/// The key of a sentence with so many arguments; another is an error when it is compiled.
template <std::size_t arguments>
struct Key {
  std::string_view text;

  // NOLINTNEXTLINE(google-explicit-constructor): a literal is a key
  consteval Key(const char* key) : text(key) {
    const auto place = place_of(text);
    if (place == kKeys.size()) throw "no sentence of this key is in languages/en.po";
    if (kKeys[place].arguments != arguments) throw "the sentence has another number of arguments";
  }
};

/// A number that gets the marks of the language: `5000` becomes 5,000, and `1.5` has a point.
struct Numeral {
  std::string digits;
};

inline void add_argument(std::string& to, std::string_view text) { to += text; }
inline void add_argument(std::string& to, const Numeral& number) {
  (to += marks::kNumeral) += number.digits;
}
inline void add_argument(std::string& to, std::span<const std::string> items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) to += marks::kItem;
    to += items[i];
  }
}
template <std::integral Number>
void add_argument(std::string& to, Number number) {
  char digits[24];
  to.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

/// A sentence, to be said when it is shown.
template <class... Arguments>
[[nodiscard]] std::string phrase(std::type_identity_t<Key<sizeof...(Arguments)>> key,
                                 const Arguments&... with) {
  std::string out(1, marks::kPhrase);
  out += key.text;
  ((out += marks::kArgument, add_argument(out, with)), ...);
  return out += marks::kPhraseEnd;
}

/// Somebody within a text.
[[nodiscard]] inline std::string person(Id id) {
  std::string out(1, marks::kPerson);
  add_argument(out, id);
  return out += marks::kPersonEnd;
}

}  // namespace huddlekit::sentences
