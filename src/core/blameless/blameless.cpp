#include "huddlekit/blameless.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "core/blameless/blame_words.hpp"
#include "core/blameless/miss_form.hpp"
#include "core/text/text.hpp"
#include "core/text/words.hpp"

namespace huddlekit {
namespace {

using Words = std::span<const Word>;

// --- names --------------------------------------------------------------------------------------

/// Whether a name's part stands where a name would: it is also an everyday word.
bool placed_like_a_name(Words words, std::size_t at) {
  const Word& word = words[at];
  if (!word.capital) return false;
  const Word* const next =
      at + 1 < words.size() && words[at + 1].sentence == word.sentence ? &words[at + 1] : nullptr;
  if (word.first) return next != nullptr && is_one_of(blame::kDeeds, next->folded);
  const Word& before = words[at - 1];
  if (is_one_of(blame::kDeterminers, before.folded) || before.genitive) return false;
  if (!is_one_of(blame::kTimes, word.folded)) return true;
  const auto number = [](const Word& w) { return w.folded[0] >= '0' && w.folded[0] <= '9'; };
  return !is_one_of(blame::kBeforeTimes, before.folded) && !number(before) &&
         (next == nullptr || !number(*next));
}

/// Finds the names of people among words: whole, or by one part.
class Names {
 public:
  explicit Names(std::span<const std::string> names) {
    for (const auto& name : names) {
      if (runs_on(name)) {
        if (name.size() > 3) anywhere_.push_back(name);  // one character alone is too common
        continue;
      }
      auto parts = read_words(name).words;
      parts.resize(std::min<std::size_t>(parts.size(), 8));
      for (std::size_t from = 0; from < parts.size(); ++from) {
        std::vector<std::string> run;  // Ana Maria Silva is also Ana Maria, and Silva
        for (std::size_t to = from; to < parts.size(); ++to) {
          run.push_back(parts[to].folded);
          const char first = name[parts[to].start];
          const bool initial = parts[to].end - parts[to].start == 1;
          const bool particle = first >= 'a' && first <= 'z';  // de, van, bin
          if (run.size() > 1 || parts.size() == 1 || !(initial || particle)) add(run);
        }
      }
    }
    std::ranges::sort(anywhere_, std::ranges::greater{}, &std::string::size);
  }

  /// How many words from `at` on are a name; 0 for none.
  [[nodiscard]] std::size_t match(Words words, std::size_t at) const {
    std::size_t longest = 0;
    const auto found = by_first_.find(words[at].folded);
    if (found == by_first_.end()) return 0;
    for (const auto& name : found->second) {
      if (name.size() <= longest || at + name.size() > words.size()) continue;
      bool same = true, everyday = true, like_a_name = false;
      for (std::size_t i = 0; i < name.size() && same; ++i) {
        const Word& word = words[at + i];
        same = word.folded == name[i] && word.sentence == words[at].sentence;
        everyday = everyday && is_one_of(blame::kAlsoWords, word.folded);
        like_a_name = like_a_name || placed_like_a_name(words, at + i);
      }
      if (same && (!everyday || like_a_name)) longest = name.size();
    }
    return longest;
  }

  [[nodiscard]] std::span<const std::string> anywhere() const { return anywhere_; }

 private:
  void add(const std::vector<std::string>& name) {
    auto& all = by_first_[name.front()];
    if (std::ranges::find(all, name) == all.end()) all.push_back(name);
  }

  std::map<std::string, std::vector<std::vector<std::string>>, std::less<>> by_first_;
  std::vector<std::string> anywhere_;
};

// --- words of blame -----------------------------------------------------------------------------

enum class Subject { kNone, kTeam, kCustomer, kOurs };

/// Who is spoken of before each word: the nearest in its sentence. "She" is whoever was spoken of
/// before her, in an earlier sentence if need be.
std::vector<Subject> subjects(Words words, const std::vector<bool>& named) {
  std::vector<Subject> all;
  all.reserve(words.size());
  Subject now = Subject::kNone, person = Subject::kTeam;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const Word& word = words[at];
    if (word.first) now = Subject::kNone;
    all.push_back(now);
    if (is_one_of(blame::kPronouns, word.folded)) {
      now = person;
    } else if (is_one_of(blame::kOurs, word.folded)) {
      now = Subject::kOurs;
    } else if (word.folded == "who" && word.first) {  // elsewhere it is somebody named before
      now = Subject::kTeam;
    } else if (!word.genitive) {  // the guest's bag is no guest
      if (is_one_of(blame::kCustomers, word.folded)) now = person = Subject::kCustomer;
      if (named[at] || is_one_of(blame::kTeam, word.folded)) now = person = Subject::kTeam;
    }
  }
  return all;
}

/// Matches the phrases of blame against words of which it is known which are names.
class Blame {
 public:
  Blame(Words words, std::vector<bool> named)
      : words_(words), named_(std::move(named)), subjects_(subjects(words_, named_)) {}

  struct Match {
    std::size_t count;  // words
    const blame::Phrase* phrase;
  };
  [[nodiscard]] std::optional<Match> match(std::size_t at) const {
    for (const auto& phrase : blame::kPhrases) {
      const std::size_t count = length(phrase.pattern, at);
      if (count > 0 && blames(phrase, at, count)) return Match{count, &phrase};
    }
    return std::nullopt;
  }

 private:
  /// Words that the pattern covers from `at` on; 0 when it does not match.
  [[nodiscard]] std::size_t length(std::string_view pattern, std::size_t at) const {
    std::size_t count = 0;
    while (!pattern.empty()) {
      const std::size_t end = std::min(pattern.find(' '), pattern.size());
      if (at + count >= words_.size()) return 0;
      if (words_[at + count].sentence != words_[at].sentence) return 0;
      if (!fits(pattern.substr(0, end), at + count)) return 0;
      pattern.remove_prefix(std::min(end + 1, pattern.size()));
      ++count;
    }
    return count;
  }

  [[nodiscard]] bool fits(std::string_view element, std::size_t at) const {
    const Word& word = words_[at];
    if (element == "<known>") return is_one_of(blame::kKnown, word.folded);
    if (element == "<whose>") {
      const bool person = named_[at] || is_one_of(blame::kTeam, word.folded);
      return is_one_of(blame::kWhose, word.folded) ||
             (word.genitive && person && !is_one_of(blame::kNegations, word.folded));
    }
    return is_one_of(element, word.folded);
  }

  [[nodiscard]] bool blames(const blame::Phrase& phrase, std::size_t at, std::size_t count) const {
    if (words_[at].quoted || words_[at].hyphened || negated(at)) return false;
    const bool followed =
        at + count < words_.size() && words_[at + count].sentence == words_[at].sentence;
    if (followed && is_one_of(phrase.unless, words_[at + count].folded)) return false;
    const Subject who = subjects_[at];
    if (who == Subject::kCustomer) return false;
    if (who == Subject::kOurs && phrase.advice == blame::Advice::kOmission) return false;
    return phrase.of == blame::Of::kAnybody || who == Subject::kTeam;
  }

  [[nodiscard]] bool negated(std::size_t at) const {
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
      const Word& word = words_[at - back];
      if (word.sentence != words_[at].sentence) return false;
      if (is_one_of(blame::kNegations, word.folded)) return true;
    }
    return false;
  }

  Words words_;
  std::vector<bool> named_;
  std::vector<Subject> subjects_;
};

BlameFinding finding(std::string_view text, BlameFinding::Kind kind, std::size_t start,
                     std::size_t end, blame::Advice advice) {
  return {kind, start, end, std::string(text.substr(start, end - start)),
          std::string(blame::kAdvice[static_cast<std::size_t>(advice)])};
}

}  // namespace

BlamelessCheck check_blameless(std::string_view text, std::span<const std::string> names) {
  check_text("text", text, 20'000);
  const RunningText read = read_words(text);
  const Words words = read.words;
  const Names known(names);

  BlamelessCheck check;
  std::vector<Replacement> replacements;
  const auto add_name = [&](std::size_t start, std::size_t end) {
    check.findings.push_back(
        finding(text, BlameFinding::Kind::kNamesAPerson, start, end, blame::Advice::kName));
    replacements.push_back({start, end, Replacement::Kind::kName, {}});
  };
  std::vector<bool> named(words.size());
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t count = known.match(words, at);
    if (count > 0) {
      add_name(words[at].start, words[at + count - 1].end);
      std::fill_n(named.begin() + static_cast<std::ptrdiff_t>(at), count, true);
    }
    at += std::max<std::size_t>(count, 1);
  }
  for (const auto& name : known.anywhere()) {
    for (std::size_t at = text.find(name); at != std::string_view::npos;
         at = text.find(name, at + name.size())) {
      const std::size_t end = at + name.size();
      const bool within_longer = std::ranges::any_of(
          replacements, [&](const Replacement& r) { return r.start < end && at < r.end; });
      if (!within_longer) add_name(at, end);
    }
  }

  const Blame blame(words, std::move(named));
  for (std::size_t at = 0; at < words.size();) {
    const auto match = blame.match(at);
    if (match) {
      const std::size_t start = words[at].start, end = words[at + match->count - 1].end;
      const auto& phrase = *match->phrase;
      check.findings.push_back(
          finding(text, BlameFinding::Kind::kWordOfBlame, start, end, phrase.advice));
      const bool sayable = !phrase.instead.empty();
      replacements.push_back(
          {start, end, sayable ? Replacement::Kind::kWords : Replacement::Kind::kSentence,
           phrase.instead == "drop" ? std::string() : std::string(phrase.instead)});
    }
    at += match ? match->count : 1;
  }
  std::ranges::sort(check.findings, {}, &BlameFinding::start);
  std::ranges::sort(replacements, {}, &Replacement::start);
  check.form = miss_form(text, read, replacements);
  return check;
}

}  // namespace huddlekit
