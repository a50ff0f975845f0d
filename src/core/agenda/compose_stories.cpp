#include "core/agenda/compose_stories.hpp"

#include <algorithm>

#include "core/sentences/agenda_sentences.hpp"

namespace huddlekit {
namespace {

using sentences::person;
using sentences::phrase;

constexpr std::size_t kMostPromises = 6;
constexpr std::size_t kMostMatters = 3;  // handed over, and answered

bool is_miss(const StoryFact& story) { return story.kind == StoryKind::kMiss; }

bool any(const Facts& facts, bool misses) {
  return std::any_of(facts.stories.begin(), facts.stories.end(),
                     [&](const StoryFact& s) { return is_miss(s) == misses; });
}

/// The misses, or the others: the freshest `most`, of these the oldest first.
std::vector<const StoryFact*> tell(DraftSegment& s, const Facts& facts, bool misses, int most,
                                   Day today, Choices& choices) {
  std::vector<const StoryFact*> told;
  for (const auto& story : facts.stories) {
    if (is_miss(story) == misses) told.push_back(&story);
  }
  if (std::ssize(told) > most) told.erase(told.begin(), told.end() - most);
  for (const auto* story : told) {
    s.points.push_back({sentences::story_label(story->kind, story->day, today),
                        sentences::story(story->text, story->values)});
    choices.stories.push_back(story->id);
  }
  return told;
}

void add_person(std::vector<Id>& who, Id id) {
  if (std::find(who.begin(), who.end(), id) == who.end()) who.push_back(id);
}

template <class Matters, class Say>
std::size_t say_first(const Matters& matters, std::vector<Id>& said, Say&& say) {
  const auto n = std::min(matters.size(), kMostMatters);
  for (std::size_t i = 0; i < n; ++i) {
    say(matters[i]);
    said.push_back(matters[i].id);
  }
  return n;
}

}  // namespace

std::vector<std::string> tokens(const std::vector<Id>& people) {
  std::vector<std::string> out;
  for (const Id id : people) out.push_back(person(id));
  return out;
}

void say_what_is_left(DraftSegment& s, std::size_t all) {
  if (all > s.points.size())
    s.points.push_back({"", phrase("card.and_more", all - s.points.size())});
}

bool has_wins(const Facts& facts) {
  return any(facts, false) || facts.shared || facts.look_for_wins;
}

bool has_lesson(const Facts& facts) { return any(facts, true) || facts.lesson; }

bool has_promises(const Facts& facts) {
  return !facts.open_misses.empty() || !facts.commitments.empty() || !facts.hand_offs.empty() ||
         !facts.answers.empty();
}

void tell_wins(DraftSegment& s, const Facts& facts, Day today, Choices& choices) {
  const auto most = kMostStories - (facts.shared ? 1 : 0);
  const auto ours = tell(s, facts, false, most, today, choices);
  for (const auto* story : ours) {
    for (const Id id : story->who) add_person(s.who, id);
  }
  std::vector<std::string> why;
  if (!ours.empty()) why.push_back(phrase("win.why", ours.size()));
  if (const auto& shared = facts.shared) {
    s.points.push_back(
        {phrase("story.from_team", shared->team, sentences::day_of(shared->story.day, today)),
         sentences::story(shared->story.text, shared->story.values) +
             sentences::behind_it(tokens(shared->story.who), shared->unnamed)});
    choices.stories.push_back(shared->story.id);
    choices.source = facts.source_turn;
    why.push_back(sentences::why_shared(shared->team, shared->for_value));
  }
  if (facts.look_for_wins) {
    s.points.push_back({phrase("win.look"), phrase("win.look_for")});
    why.push_back(phrase("win.why_look"));
  }
  s.text = sentences::thank(tokens(s.who));
  s.why = sentences::one_by_one(why);
}

void tell_lesson(DraftSegment& s, const Facts& facts, Day today, Choices& choices) {
  if (any(facts, true)) {
    tell(s, facts, true, kMostStories, today, choices);
    s.text = phrase("miss.ask");
    s.why = phrase("miss.why", s.points.size());
    return;
  }
  const auto& lesson = *facts.lesson;
  choices.lesson = lesson.id;
  s.text = phrase("lesson.recall");
  s.points.push_back({phrase("lesson.remember"),
                      sentences::recall_question(lesson.day, today, lesson.value, lesson.team)});
  s.points.push_back({phrase("lesson.the_lesson"), lesson.insight});
  if (!lesson.change.empty()) s.points.push_back({phrase("lesson.since_then"), lesson.change});
  s.points.push_back({phrase("lesson.rate"), phrase("lesson.rating")});
  s.why = sentences::why_lesson(lesson.heard, lesson.day, today, lesson.in_ten, lesson.due,
                                lesson.for_value);
}

void tell_promises(DraftSegment& s, const Facts& facts, Day today, Choices& choices) {
  // Our promise to a customer comes before what we promised each other.
  for (const auto& miss : facts.open_misses) {
    if (s.points.size() == kMostPromises) break;
    s.points.push_back({phrase("promise.missed", sentences::day_of(miss.day, today)),
                        sentences::still_to_do(miss.text, miss.heard, miss.apologised)});
  }
  std::size_t to_customers = 0;
  for (const auto& c : facts.commitments) {
    to_customers += c.for_customer ? 1 : 0;
    choices.commitments.push_back(c.id);
    if (s.points.size() == kMostPromises) continue;
    s.points.push_back(
        {sentences::due(person(c.who), c.due, today), sentences::promise(c.text, c.for_customer)});
    add_person(s.who, c.who);
  }
  say_what_is_left(s, facts.open_misses.size() + facts.commitments.size());
  auto left = facts.answers.size() + facts.hand_offs.size();
  left -= say_first(facts.answers, choices.answers, [&](const AnswerFact& a) {
    s.points.push_back({phrase("handoff.answers", a.team),
                        phrase("handoff.answer", a.question, a.answer,
                               a.by ? person(*a.by) : phrase("story.a_colleague"))});
  });
  left -= say_first(facts.hand_offs, choices.hand_offs, [&](const HandOffFact& h) {
    s.points.push_back(
        h.due ? Point{phrase("handoff.stuck_in", h.team),
                      phrase("handoff.stuck", h.text, sentences::day_of(*h.due, today))}
              : Point{phrase("story.from_team", h.team, sentences::day_of(h.raised, today)),
                      phrase("handoff.asked", h.text, h.question)});
  });
  if (left > 0) s.points.push_back({"", phrase("card.and_more", left)});
  if (!facts.commitments.empty()) {
    s.text = phrase("promise.ask");
  } else if (!facts.open_misses.empty()) {
    s.text = phrase("promise.who_puts_right");
  }
  if (!facts.hand_offs.empty()) {
    s.text += (s.text.empty() ? "" : " ") + phrase("handoff.answer_them");
  } else if (s.text.empty()) {
    s.text = phrase("handoff.hear_answers");
  }
  s.why = sentences::why_promises(facts.open_misses.size(), facts.commitments.size(), to_customers,
                                  facts.hand_offs.size(), facts.answers.size());
}

}  // namespace huddlekit
