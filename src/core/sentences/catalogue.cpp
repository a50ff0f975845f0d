#include "core/sentences/catalogue.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit::sentences {

extern const Catalogue kEn;

namespace {

constexpr unsigned char kNoCount = 255;
constexpr int kDeepest = 12;  // sentences within sentences; the library's own go to four
constexpr std::size_t kMostArguments = 16;
static_assert(std::ranges::max(kKeys, {}, &KeyInfo::arguments).arguments <= kMostArguments);
constexpr std::string_view kAllMarks = "\x01\x02\x0E\x0F\x1E\x1F\x11";

/// For finding what is not in the catalogue: all that is has accents.
const Catalogue& pseudo() {
  static const Catalogue out{"en-XA", kEn.messages, kEn.plural, true};
  return out;
}

std::string accented(std::string_view english) {
  constexpr std::string_view kSmall[] = {"á", "ƀ", "ç", "ð", "é", "ƒ", "ĝ", "ĥ", "î",
                                         "ĵ", "ķ", "ļ", "ɱ", "ñ", "ö", "þ", "ǫ", "ŕ",
                                         "š", "ţ", "û", "ṽ", "ŵ", "ẋ", "ý", "ž"};
  constexpr std::string_view kLarge[] = {"Á", "Ɓ", "Ç", "Ð", "É", "Ƒ", "Ĝ", "Ĥ", "Î",
                                         "Ĵ", "Ķ", "Ļ", "Ṁ", "Ñ", "Ö", "Þ", "Ǫ", "Ŕ",
                                         "Š", "Ţ", "Û", "Ṽ", "Ŵ", "Ẋ", "Ý", "Ž"};
  std::string out;
  for (const char c : english) {
    if (c >= 'a' && c <= 'z') {
      out += kSmall[c - 'a'];
    } else if (c >= 'A' && c <= 'Z') {
      out += kLarge[c - 'A'];
    } else {
      out += c;
    }
  }
  return out;
}

/// `text` cut at a mark that does not stand within a sentence.
std::vector<std::string_view> cut_at(std::string_view text, char mark) {
  std::vector<std::string_view> out;
  int depth = 0;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    depth += text[at] == marks::kPhrase ? 1 : text[at] == marks::kPhraseEnd ? -1 : 0;
    if (depth == 0 && text[at] == mark) {
      out.push_back(text.substr(start, at - start));
      start = at + 1;
    }
  }
  out.push_back(text.substr(start));
  return out;
}

/// Most characters are no marks, and this tells them in one comparison.
constexpr bool is_plain(char c) { return static_cast<unsigned char>(c) >= ' '; }

/// Where somebody or a sentence begins; the end of the text for nowhere.
std::size_t find_mark(std::string_view text) {
  const auto is_mark = [](char c) {
    return !is_plain(c) && (c == marks::kPerson || c == marks::kPhrase);
  };
  return static_cast<std::size_t>(std::ranges::find_if(text, is_mark) - text.begin());
}

std::optional<Id> id_of(std::string_view digits) {
  Id id = 0;
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
  if (failed != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return id;
}

/// Somebody at the beginning of a text.
struct Mention {
  std::optional<Id> id;
  std::size_t length;  // of it all, with its marks
};

std::optional<Mention> read_mention(std::string_view text) {
  const auto end = text.find(marks::kPersonEnd);
  if (end == text.npos) return std::nullopt;
  return Mention{id_of(text.substr(1, end - 1)), end + 1};
}

struct Sentence {
  std::size_t place = kKeys.size();  // of its key
  std::array<std::string_view, kMostArguments> arguments;
  std::size_t count = 0;   // of them
  std::size_t length = 0;  // of it all, with its marks

  [[nodiscard]] std::span<const std::string_view> with() const {
    return std::span(arguments).first(std::min(count, kMostArguments));
  }
};

/// The one at the beginning of a text; nothing when none ends.
std::optional<Sentence> read_sentence(std::string_view text) {
  Sentence out;
  int depth = 0;
  std::size_t start = 1;
  bool in_key = true;
  const auto part_ends = [&](std::size_t at) {
    const auto part = text.substr(start, at - start);
    start = at + 1;
    if (std::exchange(in_key, false)) {
      out.place = place_of(part);
    } else if (out.count++ < kMostArguments) {
      out.arguments[out.count - 1] = part;
    }
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_plain(text[at])) continue;
    if (text[at] == marks::kPhrase) {
      ++depth;
    } else if (text[at] == marks::kPhraseEnd) {
      if (--depth > 0) continue;
      part_ends(at);
      out.length = at + 1;
      return out;
    } else if (text[at] == marks::kArgument && depth == 1) {
      part_ends(at);
    }
  }
  return std::nullopt;
}

class Speaker {
 public:
  Speaker(const Catalogue& in, const NameOf& name) : in_(in), name_(name) {}

  void text(std::string_view text, int depth) {
    for (;;) {
      const auto mark = find_mark(text);
      out += text.substr(0, mark);
      text.remove_prefix(mark);
      if (text.empty()) return;
      const auto length = text.front() == marks::kPhrase ? sentence(text, depth) : mention(text);
      if (length == 0) {  // the rest is damaged: said once, in one go, however many marks there are
        std::ranges::remove_copy_if(text, std::back_inserter(out),
                                    [](char c) { return kAllMarks.find(c) != kAllMarks.npos; });
        return;
      }
      text.remove_prefix(length);
    }
  }

  std::string out;

 private:
  /// Says who or what stands at the beginning; answers how long it is, 0 for no such thing.
  std::size_t mention(std::string_view text) {
    const auto found = read_mention(text);
    if (!found) return 0;
    if (found->id && name_) out += name_(*found->id);
    return found->length;
  }
  std::size_t sentence(std::string_view text, int depth) {
    const auto found = read_sentence(text);
    if (!found) return 0;
    if (depth < kDeepest) sentence(*found, depth + 1);
    return found->length;
  }

  void sentence(const Sentence& said, int depth) {
    if (said.place == kKeys.size()) {  // of a later version: what was put in says most of it
      for (const auto argument : said.with()) {
        if (!out.empty()) out += ' ';
        this->argument(argument, depth);
      }
      return;
    }
    const auto form = form_of(said);
    for (std::size_t at = 0; at < form.size();) {
      const auto open = std::min(form.find('{', at), form.size());
      const auto own = form.substr(at, open - at);
      if (in_.pseudo) {
        out += accented(own);
      } else {
        out += own;
      }
      if (open == form.size()) return;
      const auto close = form.find('}', open);
      std::size_t number = 0;
      std::from_chars(form.data() + open + 1, form.data() + close, number);
      if (number < said.with().size()) argument(said.arguments[number], depth);
      at = close + 1;
    }
  }

  [[nodiscard]] const char* message(std::size_t place) const {
    const char* own = in_.messages[place];
    return own != nullptr ? own : kEn.messages[place];
  }

  [[nodiscard]] std::string_view form_of(const Sentence& said) const {
    std::string_view forms = message(said.place);
    const auto counted = kKeys[said.place].count;
    if (counted == kNoCount || counted >= said.with().size()) {
      return forms.substr(0, forms.find(marks::kItem));
    }
    auto digits = said.arguments[counted];
    if (digits.starts_with(marks::kNumeral)) digits.remove_prefix(1);
    unsigned long count = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), count);
    const auto& rule = in_.messages[said.place] != nullptr ? in_ : kEn;
    for (auto left = rule.plural(count); left > 0; --left) {
      const auto end = forms.find(marks::kItem);
      if (end == forms.npos) break;
      forms.remove_prefix(end + 1);
    }
    return forms.substr(0, forms.find(marks::kItem));
  }

  void argument(std::string_view argument, int depth) {
    if (argument.starts_with(marks::kNumeral)) return numeral(argument.substr(1));
    if (argument.find(marks::kItem) == argument.npos) return text(argument, depth);
    list(cut_at(argument, marks::kItem), depth);
  }

  void list(const std::vector<std::string_view>& items, int depth) {
    static constexpr auto kMore = place_of("list.more"), kLast = place_of("list.last");
    std::string sofar;
    for (std::size_t i = 0; i < items.size(); ++i) {
      Speaker item(in_, name_);
      item.text(items[i], depth);
      if (i == 0) {
        sofar = std::move(item.out);
        continue;
      }
      Speaker both(in_, name_);
      const auto place = i + 1 == items.size() ? kLast : kMore;
      both.sentence({.place = place, .arguments = {sofar, item.out}, .count = 2}, kDeepest);
      sofar = std::move(both.out);
    }
    out += sofar;
  }

  void numeral(std::string_view digits) {
    static constexpr auto kGroup = place_of("number.group"), kPoint = place_of("number.decimal");
    const auto point = std::min(digits.find('.'), digits.size());
    for (std::size_t i = 0; i < point; ++i) {
      const bool digit = digits[i] >= '0' && digits[i] <= '9';
      const bool first = i == 0 || digits[i - 1] < '0' || digits[i - 1] > '9';
      if (digit && !first && (point - i) % 3 == 0) out += message(kGroup);
      out += digits[i];
    }
    if (point == digits.size()) return;
    out += message(kPoint);
    out += digits.substr(point + 1);
  }

  const Catalogue& in_;
  const NameOf& name_;
};

bool is_sound(std::string_view text, int depth) {
  if (depth > kDeepest) return false;
  while (!text.empty()) {
    const auto mark = text.find_first_of(kAllMarks);
    if (mark == text.npos) return true;
    text.remove_prefix(mark);
    if (text.front() == marks::kPerson) {
      const auto found = read_mention(text);
      if (!found) return false;
      text.remove_prefix(found->length);
      continue;
    }
    const auto found = text.front() == marks::kPhrase ? read_sentence(text) : std::nullopt;
    if (!found || found->place == kKeys.size() || found->count != kKeys[found->place].arguments) {
      return false;
    }
    for (auto argument : found->with()) {
      if (argument.starts_with(marks::kNumeral)) argument.remove_prefix(1);
      for (const auto item : cut_at(argument, marks::kItem)) {
        if (!is_sound(item, depth + 1)) return false;
      }
    }
    text.remove_prefix(found->length);
  }
  return true;
}

}  // namespace

std::vector<std::string> tags() { return {std::string(kEn.tag), std::string(pseudo().tag)}; }

const Catalogue* find_catalogue(std::string_view tag) {
  for (const auto* one : {&kEn, &pseudo()}) {
    if (one->tag == tag) return one;
  }
  return nullptr;
}

const Catalogue& spoken(std::string_view tag) {
  if (const auto* found = find_catalogue(tag)) return *found;
  const auto known = tags();
  throw NotFound("language: must be one of " + listed(known) + ", got " + in_quotes(tag) +
                 did_you_mean(tag, known));
}

const Catalogue& catalogue(std::string_view tag) {
  const auto* found = find_catalogue(tag);
  return found != nullptr ? *found : kEn;
}

bool has_marks(std::string_view text) { return find_mark(text) < text.size(); }

bool is_sound(std::string_view text) { return is_sound(text, 0); }

std::string say(std::string_view text, const Catalogue& in, const NameOf& name) {
  Speaker speaker(in, name);
  speaker.out.reserve(text.size() * 2);
  speaker.text(text, 0);
  return std::move(speaker.out);
}

std::string Say::named(std::string_view key) const {
  std::string out(1, marks::kPhrase);
  out += key;
  return say(out += marks::kPhraseEnd, *in_);
}

}  // namespace huddlekit::sentences
