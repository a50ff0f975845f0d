#include "core/agenda/sharing.hpp"

#include <algorithm>
#include <tuple>

#include "core/text/words.hpp"

namespace huddlekit {
namespace {

/// How many words from `at` on are this name: all of it, or its first word, which is more than an
/// initial and stands with a capital as names do.
std::size_t named_at(const std::vector<Word>& words, std::size_t at,
                     const std::vector<Word>& name) {
  std::size_t same = 0;
  while (same < name.size() && at + same < words.size() &&
         words[at + same].folded == name[same].folded) {
    ++same;
  }
  if (same == name.size()) return same;
  return same > 0 && name[0].folded.size() > 1 && words[at].capital ? 1 : 0;
}

}  // namespace

std::optional<SharedChoice> choose_shared(Rota& source, std::span<const Elsewhere> stories,
                                          Day since, Day day, std::optional<Id> value) {
  std::vector<const Elsewhere*> tellable;
  for (const auto& story : stories) {
    if (tellable.size() == kMostElsewhere) break;
    if (since <= story.day && story.day <= day) tellable.push_back(&story);
  }
  for (auto& team : source.candidates) {
    team.eligible = std::any_of(tellable.begin(), tellable.end(),
                                [&](const Elsewhere* s) { return s->team == team.id; });
  }
  const auto turn = largest_credit(source.candidates);
  if (!turn) return std::nullopt;
  std::optional<SharedChoice> best;
  const auto rank = [](const SharedChoice& c) {
    return std::tuple(!c.for_value, -c.story->day.time_since_epoch(), c.story->story);
  };
  for (const auto* story : tellable) {
    if (story->team != source.candidates[*turn].id) continue;
    const auto& shown = story->values;
    const bool fits = value && std::find(shown.begin(), shown.end(), *value) != shown.end();
    const SharedChoice choice{story, *turn, fits};
    if (!best || rank(choice) < rank(*best)) best = choice;
  }
  return best;
}

std::string without_names(std::string_view text, std::span<const std::string> people) {
  const auto words = read_words(text).words;
  std::vector<std::vector<Word>> names;
  for (const auto& person : people) names.push_back(read_words(person).words);
  std::string out;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t covered = 0;
    for (const auto& name : names) covered = std::max(covered, named_at(words, i, name));
    if (covered == 0) {
      ++i;
      continue;
    }
    out += text.substr(copied, words[i].start - copied);
    out += words[i].first ? "A colleague" : "a colleague";
    i += covered;
    copied = words[i - 1].end;
  }
  return out += text.substr(copied);
}

}  // namespace huddlekit
