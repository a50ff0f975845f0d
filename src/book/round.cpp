// A round that goes straight into the journal.
#include <algorithm>

#include "book/impl.hpp"
#include "core/text.hpp"
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

}  // namespace

CollectedRound Book::Impl::collect_round(std::string_view id,
                                         const std::vector<RoundAnswer>& answers) {
  check(answers);
  const StoredTeam* team = nullptr;
  const auto found = find(id, team);
  if (!found.row) throw NotFound("huddle: not published, got " + in_quotes(id));
  const auto& row = *found.row;
  if (row.state == "cancelled") throw Conflict("huddle " + std::string(id) + ": was cancelled");

  for (const auto& answer : answers) {
    const Id person = playbook.person(answer.who);
    {
      auto q = database.query(
          "SELECT coalesce(text, ''), coalesce(insight, '') FROM round_answer"
          " LEFT JOIN story ON story.id = round_answer.story_id"
          " LEFT JOIN lesson ON lesson.id = lesson_id WHERE huddle_id = ? AND person_id = ?",
          row.id, person);
      if (q.next()) {
        if (q.view(0) == answer.improvement && q.view(1) == answer.learned) continue;
        throw Conflict("huddle " + std::string(id) + ": " + answer.who +
                       " has said something else in the round");
      }
    }
    std::optional<Id> story, lesson;
    const Day today = std::max(this->today(*team), row.day);
    if (!answer.improvement.empty()) {
      story = stories
                  .add(Story{.kind = StoryKind::kImprovement,
                             .team = team->team.key,
                             .day = row.day,
                             .text = answer.improvement,
                             .by = Person{answer.who, ""}},
                       today)
                  .id;
    }
    if (!answer.learned.empty()) {
      lesson =
          journal
              .add(Lesson{.team = team->team.key, .day = row.day, .insight = answer.learned}, today)
              .id;
    }
    database.run("INSERT INTO round_answer VALUES (?, ?, ?, ?)", row.id, person, story, lesson);
  }

  CollectedRound out;
  const auto told = stories.between(team->id, row.day, row.day + std::chrono::days{1});
  const auto learned = journal.lessons(team->id, false);
  for (const auto& answer : answers) {
    auto q = database.query(
        "SELECT story_id, lesson_id FROM round_answer WHERE huddle_id = ? AND person_id = ?",
        row.id, playbook.person(answer.who));
    q.next();
    const auto put = [](const auto& all, std::optional<Id> entry, auto& to) {
      const auto it =
          std::find_if(all.begin(), all.end(), [&](auto& one) { return one.id == entry; });
      if (it != all.end()) to.push_back(*it);  // else it has been taken away since
    };
    put(told, q.maybe_id(0), out.improvements);
    put(learned, q.maybe_id(1), out.lessons);
  }
  return out;
}

CollectedRound Book::collect_round(std::string_view id, const std::vector<RoundAnswer>& answers) {
  return impl_->write([&] { return impl_->collect_round(id, answers); });
}

}  // namespace huddlekit
