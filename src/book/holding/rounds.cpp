// A round that goes straight into the journal.
#include <algorithm>

#include "book/calendar/calendar.hpp"
#include "book/impl.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

void check(const std::vector<RoundAnswer>& answers) {
  for (auto it = answers.begin(); it != answers.end(); ++it) {
    if (it->improvement.empty() && it->learned.empty()) {
      throw InvalidArgument(
          "answers: must say an improvement or what was learned, got neither from " +
          in_quotes(it->who));
    }
    if (std::find_if(answers.begin(), it, [&](auto& a) { return a.who == it->who; }) != it) {
      throw InvalidArgument("answers: must not name the same twice, got " + in_quotes(it->who));
    }
  }
}

CollectedRound collect(Session& s, std::string_view id, const std::vector<RoundAnswer>& answers) {
  check(answers);
  auto found = Calendar(s).named(id);
  const auto& team = *found.team;
  const auto& row = found.stored();
  if (row.state == HuddleState::kCancelled)
    throw Conflict("huddle " + std::string(id) + ": was cancelled");

  for (const auto& answer : answers) {
    const Id person = s.playbook.person(answer.who);
    if (const auto said = s.rounds.said(row.id, person)) {
      if (said->improvement == answer.improvement && said->learned == answer.learned) continue;
      throw Conflict("huddle " + std::string(id) + ": " + answer.who +
                     " has said something else in the round");
    }
    std::optional<Id> story, lesson;
    const Day today = std::max(s.today(team), row.day);
    if (!answer.improvement.empty()) {
      story = s.stories
                  .add(Story{.kind = StoryKind::kImprovement,
                             .team = team.team.key,
                             .day = row.day,
                             .text = answer.improvement,
                             .by = Person{answer.who, ""}},
                       today)
                  .id;
    }
    if (!answer.learned.empty()) {
      lesson =
          s.journal
              .add(Lesson{.team = team.team.key, .day = row.day, .insight = answer.learned}, today)
              .id;
    }
    s.rounds.say(row.id, person, story, lesson);
  }

  CollectedRound out;
  const auto told = s.stories.between(team.id, row.day, row.day + std::chrono::days{1});
  const auto learned = s.journal.lessons(team.id, false);
  for (const auto& answer : answers) {
    const auto said = s.rounds.said(row.id, s.playbook.person(answer.who)).value();
    const auto put = [](const auto& all, std::optional<Id> entry, auto& to) {
      const auto it =
          std::find_if(all.begin(), all.end(), [&](auto& one) { return one.id == entry; });
      if (it != all.end()) to.push_back(*it);  // else it has been taken away since
    };
    put(told, said.story, out.improvements);
    put(learned, said.lesson, out.lessons);
  }
  return out;
}

}  // namespace

CollectedRound Huddle::collect_round(const std::vector<RoundAnswer>& answers) const {
  return write(at_, asked(at_, "collect_round(huddle, answers)", id_, answers),
               [&](Session& s) { return collect(s, id_, answers); });
}

}  // namespace huddlekit
