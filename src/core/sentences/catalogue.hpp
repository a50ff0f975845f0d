#pragma once
#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/sentences/phrase.hpp"

namespace huddlekit::sentences {

/// The sentences of one language: compiled from languages/*.po.
struct Catalogue {
  std::string_view tag;
  /// Beside kKeys; nullptr: English has to do. Plural forms stand between kItem; `{0}` is an
  /// argument.
  const std::array<const char*, kKeys.size()>& messages;
  std::size_t (*plural)(unsigned long count);  // the form
  bool pseudo = false;                         // English with every letter of its own accented
};

/// Tags (BCP 47) of the languages, English first.
[[nodiscard]] std::vector<std::string> tags();
/// nullptr for one that is not there.
[[nodiscard]] const Catalogue* find_catalogue(std::string_view tag);
/// @throws NotFound, naming those that there are.
[[nodiscard]] const Catalogue& spoken(std::string_view tag);
/// English for one that is not there: what is shown must be shown.
[[nodiscard]] const Catalogue& catalogue(std::string_view tag);

using NameOf = std::function<std::string(Id)>;
/// The text with its sentences in words and its people by name. Never fails: of what does not read
/// like a sentence of this library, as a damaged book may have, the marks are left out.
[[nodiscard]] std::string say(std::string_view text, const Catalogue& in, const NameOf& name = {});
/// Whether there is anything to be said in it.
[[nodiscard]] bool has_marks(std::string_view text);
/// Whether its sentences and people are as this library writes them.
[[nodiscard]] bool is_sound(std::string_view text);

/// Says sentences at once, in one language.
class Say {
 public:
  explicit Say(std::string_view tag) : in_(&catalogue(tag)) {}
  explicit Say(const Catalogue& in) : in_(&in) {}

  template <class... Arguments>
  [[nodiscard]] std::string operator()(std::type_identity_t<Key<sizeof...(Arguments)>> key,
                                       const Arguments&... with) const {
    return say(phrase(key, with...), *in_);
  }
  /// Of a text that holds sentences.
  [[nodiscard]] std::string text(std::string_view with_sentences) const {
    return say(with_sentences, *in_);
  }
  /// Of a key that is put together while the program runs. @pre there is one without arguments.
  [[nodiscard]] std::string named(std::string_view key) const;
  /// `Ana, Ben and Caro`.
  [[nodiscard]] std::string list(std::span<const std::string> items) const {
    return say(phrase("list.of", items), *in_);
  }
  [[nodiscard]] std::string_view tag() const { return in_->tag; }

 private:
  const Catalogue* in_;
};

}  // namespace huddlekit::sentences
