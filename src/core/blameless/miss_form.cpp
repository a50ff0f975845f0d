#include "core/blameless/miss_form.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/blameless/blame_words.hpp"

namespace huddlekit {
namespace {

enum class Part { kSituation, kHappened, kNow };

struct Heading {
  std::string_view folded;
  std::string_view shown;
  std::string_view question;
  std::string MissForm::*part;
};
constexpr std::array<Heading, 3> kHeadings{{
    {"situation:", "Situation: ", "Where and when was it, and what was going on?",
     &MissForm::situation},
    {"what happened:", "What happened: ", "What could be seen, without anybody's name?",
     &MissForm::happened},
    {"what we do now:", "What we do now: ", "What is different from today on?", &MissForm::now},
}};

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends, [&](std::string_view e) { return text.ends_with(e); });
}

/// Without white space and stray commas in front, beginning with a capital.
std::string as_sentence(std::string text) {
  text.erase(0, std::min(text.find_first_not_of(" ,;:\t"), text.size()));
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

/// One sentence on its way into the form.
struct Said {
  std::string text;           // with the replacements made
  std::size_t untouched = 0;  // bytes of `text` before the first replacement
  bool touched = false;
  bool sayable = true;
};

Said say(std::string_view text, Sentence where, std::span<const Replacement> replacements) {
  Said said;
  std::string& out = said.text;
  std::size_t at = where.start;
  bool after_name = false;
  for (const auto& r : replacements) {
    if (r.start < where.start || r.end > where.end) continue;
    if (r.kind == Replacement::Kind::kSentence) said.sayable = false;
    if (r.start < at) continue;  // "Ana's fault" begins where "Ana" does
    const std::string_view between = text.substr(at, r.start - at);
    if (!said.touched) said.untouched = between.size();
    said.touched = true;
    at = r.end;
    if (r.kind == Replacement::Kind::kName) {
      if (after_name && (between == " and " || between == ", " || between == " & ")) {
        constexpr std::string_view kOne = "a colleague";
        if (out.ends_with(kOne)) out.replace(out.size() - kOne.size(), kOne.size(), "colleagues");
        continue;
      }
      out += between;
      if (out.ends_with('@')) out.pop_back();
      if (ends_with_any(out,
                        {"Mr ", "Mr. ", "Mrs ", "Mrs. ", "Ms ", "Ms. ", "Miss ", "Dr ", "Dr. "})) {
        out.pop_back();
        out.erase(out.find_last_of(' ') + 1);  // npos + 1 is the beginning
      }
      out += "a colleague";
    } else {
      out += between;
      out += r.instead;
      if (r.instead.empty() && (out.empty() || out.ends_with(' ')) && at < where.end &&
          text[at] == ' ') {
        ++at;
      }
    }
    after_name = r.kind == Replacement::Kind::kName;
  }
  out += text.substr(at, where.end - at);
  if (!said.touched) said.untouched = out.size();
  return said;
}

bool tells_what_we_do_now(std::span<const Word> words) {
  std::string row = " ";
  for (const auto& word : words) row += word.folded + " ";
  return row.starts_with(" now ") || std::ranges::any_of(blame::kNow, [&](std::string_view phrase) {
           return row.find(" " + std::string(phrase) + " ") != std::string::npos;
         });
}

/// Bytes of a clause such as "During the night shift," in front of the sentence; 0 for none.
std::size_t leading_clause(const Said& said, const Word& first) {
  const std::string list = " " + std::string(blame::kSituation) + " ";
  if (list.find(" " + first.folded + " ") == std::string::npos) return 0;
  const std::size_t comma = said.text.find(", ");
  return comma == std::string::npos || comma >= said.untouched ? 0 : comma;
}

void add(std::string& part, const std::string& sentence) {
  if (sentence.empty()) return;
  part += part.empty() ? sentence : " " + sentence;
}

}  // namespace

MissForm miss_form(std::string_view text, const RunningText& read,
                   std::span<const Replacement> replacements) {
  std::vector<Said> all;
  std::vector<std::span<const Word>> words;
  std::size_t from = 0;
  for (std::size_t n = 0; n < read.sentences.size(); ++n) {
    all.push_back(say(text, read.sentences[n], replacements));
    std::size_t to = from;
    while (to < read.words.size() && read.words[to].sentence == n) ++to;
    words.push_back(std::span(read.words).subspan(from, to - from));
    from = to;
  }

  // Without headings, the situation is what comes before the trouble; where nothing is marked as
  // trouble, the first of several sentences.
  const auto first_touched = std::ranges::find_if(all, &Said::touched) - all.begin();
  const auto happened_from = first_touched < std::ssize(all)
                                 ? first_touched
                                 : std::min<std::ptrdiff_t>(1, std::ssize(all) - 1);

  MissForm form;
  std::string MissForm::*headed = nullptr;
  for (std::size_t n = 0; n < all.size(); ++n) {
    std::string sentence = all[n].text;
    const std::string start = folded(sentence.substr(0, 20));
    for (const auto& heading : kHeadings) {
      if (!start.starts_with(heading.folded)) continue;
      headed = heading.part;
      sentence.erase(0, heading.folded.size());
    }
    if (!all[n].sayable) continue;
    if (headed != nullptr) {
      add(form.*headed, as_sentence(sentence));
    } else if (tells_what_we_do_now(words[n])) {
      add(form.now, as_sentence(sentence));
    } else if (std::cmp_less(n, happened_from)) {
      add(form.situation, as_sentence(sentence));
    } else {
      const bool opening = form.situation.empty() && form.happened.empty() && !words[n].empty();
      const std::size_t clause = opening ? leading_clause(all[n], words[n].front()) : 0;
      if (clause > 0) add(form.situation, sentence.substr(0, clause) + ".");
      add(form.happened, as_sentence(sentence.substr(clause)));
    }
  }
  return form;
}

std::string to_string(const MissForm& form) {
  std::string out;
  for (const auto& heading : kHeadings) {
    const std::string& part = form.*heading.part;
    out += out.empty() ? "" : "\n";
    out += heading.shown;
    out += part.empty() ? heading.question : part;
  }
  return out;
}

}  // namespace huddlekit
