#include "core/sentences/catalogue.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit::sentences {

extern const Catalogue kEn;

namespace {

constexpr unsigned char kNoCount = 255;
constexpr int kDeepest = 12;  // sentences within sentences; the library's own go to four
constexpr std::string_view kMarks{"\x01\x0E", 2};
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

/// What stands behind the first character up to the one that ends it; nothing when none does.
std::optional<std::string_view> within(std::string_view text) {
  if (text.front() == marks::kPerson) {
    const auto end = text.find(marks::kPersonEnd);
    return end == text.npos ? std::nullopt : std::optional(text.substr(1, end - 1));
  }
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    depth += text[at] == marks::kPhrase ? 1 : text[at] == marks::kPhraseEnd ? -1 : 0;
    if (depth == 0) return text.substr(1, at - 1);
  }
  return std::nullopt;
}

std::optional<Id> id_of(std::string_view digits) {
  Id id = 0;
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
  if (failed != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return id;
}

struct Sentence {
  std::size_t place;  // of its key
  std::vector<std::string_view> arguments;
};

Sentence read_sentence(std::string_view inner) {
  auto parts = cut_at(inner, marks::kArgument);
  const auto place = place_of(parts.front());
  parts.erase(parts.begin());
  return {place, std::move(parts)};
}

class Speaker {
 public:
  Speaker(const Catalogue& in, const NameOf& name) : in_(in), name_(name) {}

  void text(std::string_view text, int depth) {
    while (!text.empty()) {
      const auto mark = text.find_first_of(kMarks);
      out += text.substr(0, mark);
      if (mark == text.npos) return;
      text.remove_prefix(mark);
      const auto inner = within(text);
      if (!inner) {  // the rest is damaged: said once, in one go, however many marks there are
        std::ranges::remove_copy_if(text, std::back_inserter(out),
                                    [](char c) { return kAllMarks.find(c) != kAllMarks.npos; });
        return;
      }
      if (text.front() == marks::kPhrase) {
        if (depth < kDeepest) sentence(read_sentence(*inner), depth + 1);
      } else if (const auto id = id_of(*inner); id && name_) {
        out += name_(*id);
      }
      text.remove_prefix(inner->size() + 2);
    }
  }

  std::string out;

 private:
  void sentence(const Sentence& said, int depth) {
    if (said.place == kKeys.size()) {  // of a later version: what was put in says most of it
      for (const auto argument : said.arguments) {
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
      if (number < said.arguments.size()) argument(said.arguments[number], depth);
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
    if (counted == kNoCount || counted >= said.arguments.size()) {
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
      both.sentence({i + 1 == items.size() ? kLast : kMore, {sofar, item.out}}, kDeepest);
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
    if (text.front() != marks::kPerson && text.front() != marks::kPhrase) return false;
    const auto inner = within(text);
    if (!inner) return false;
    if (text.front() == marks::kPhrase) {
      const auto said = read_sentence(*inner);
      if (said.place == kKeys.size() || said.arguments.size() != kKeys[said.place].arguments) {
        return false;
      }
      for (auto argument : said.arguments) {
        if (argument.starts_with(marks::kNumeral)) argument.remove_prefix(1);
        for (const auto item : cut_at(argument, marks::kItem)) {
          if (!is_sound(item, depth + 1)) return false;
        }
      }
    }
    text.remove_prefix(inner->size() + 2);
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

bool has_marks(std::string_view text) { return text.find_first_of(kMarks) != text.npos; }

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
