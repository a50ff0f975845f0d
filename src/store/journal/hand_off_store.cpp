#include "store/journal/hand_off_store.hpp"

#include <algorithm>

#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

#define HUDDLEKIT_HAND_OFF                                                                 \
  "SELECT hand_off.id, asks.key, answers.key, story_id, commitment_id, question, raised,"  \
  " answer, answered, by_id FROM hand_off JOIN team AS asks ON asks.id = hand_off.team_id" \
  " JOIN team AS answers ON answers.id = to_id LEFT JOIN commitment ON commitment.id ="    \
  " commitment_id WHERE"

HandOff read_hand_off(Query& q, PlaybookStore& playbook, Day today) {
  HandOff h{.id = HandOffId(q.number(0)),
            .team = q.text(1),
            .to = q.text(2),
            .story = q.maybe<StoryId>(3),
            .commitment = q.maybe<CommitmentId>(4),
            .question = q.text(5),
            .raised = q.day(6),
            .answer = q.text(7),
            .answered = q.maybe_day(8)};
  if (const auto by = q.maybe_id(9)) h.by = playbook.shown(*by);
  h.days = std::max(0, static_cast<int>((h.answered.value_or(today) - h.raised).count()));
  return h;
}

}  // namespace

Id HandOffStore::team_of_story(Id story) {
  auto q = database_.query("SELECT team_id FROM story WHERE id = ?", story);
  if (!q.next()) throw NotFound("story: no such story, got " + std::to_string(story));
  return q.number(0);
}

Id HandOffStore::answering(Id hand_off) {
  auto q = database_.query("SELECT to_id FROM hand_off WHERE id = ?", hand_off);
  if (!q.next()) throw NotFound("hand_off: no such hand-off, got " + std::to_string(hand_off));
  return q.number(0);
}

Id HandOffStore::raise(Id story, Id to, std::string_view question, Day day) {
  check_text("question", question, kShortText);
  const Id team = team_of_story(story);
  if (team == to) {
    throw InvalidArgument("to_team: must be another team, got " +
                          in_quotes(playbook_.team(to).team.key));
  }
  {
    auto q = database_.query(
        "SELECT id FROM hand_off WHERE story_id = ? AND to_id = ? AND answered IS NULL", story, to);
    if (q.next()) {
      throw Conflict("story " + std::to_string(story) + ": waits for an answer of " +
                     playbook_.team(to).team.key + " already (hand-off " +
                     std::to_string(q.number(0)) + ")");
    }
  }
  return database_.insert(
      "INSERT INTO hand_off (team_id, to_id, story_id, question, raised) VALUES (?, ?, ?, ?, ?)",
      team, to, story, question, day);
}

void HandOffStore::answer(Id id, std::string_view text, std::string_view by, Day day) {
  check_text("text", text, kShortText);
  const auto& team = playbook_.team(answering(id));
  const Id person = playbook_.person(by);
  if (std::find(team.people.begin(), team.people.end(), person) == team.people.end()) {
    throw InvalidArgument("by: must be in the team that was asked (" + team.team.key + "), got " +
                          in_quotes(by));
  }
  {
    auto q = database_.query("SELECT answer, by_id, answered FROM hand_off WHERE id = ?", id);
    q.next();
    if (!q.null(2)) {
      if (q.view(0) == text && q.maybe_id(1) == person) return;
      throw Conflict("hand-off " + std::to_string(id) + ": is answered already");
    }
  }
  database_.run("UPDATE hand_off SET answer = ?, answered = ?, by_id = ? WHERE id = ?", text, day,
                person, id);
}

std::vector<HandOff> HandOffStore::of_team(Id team, bool only_open, Day today) {
  std::vector<HandOff> out;
  auto q = database_.query(HUDDLEKIT_HAND_OFF
                           " (hand_off.team_id = ?1 OR to_id = ?1) AND (?2 = 0 OR (answered IS NULL"
                           "  AND coalesce(state, 'open') = 'open')) ORDER BY raised, hand_off.id",
                           team, only_open);
  while (q.next()) out.push_back(read_hand_off(q, playbook_, today));
  return out;
}

HandOff HandOffStore::find(Id id, Day today) {
  auto q = database_.query(HUDDLEKIT_HAND_OFF " hand_off.id = ?", id);
  q.next();
  return read_hand_off(q, playbook_, today);
}

std::vector<HandOffFact> HandOffStore::waiting(Id team, Day until) {
  std::vector<HandOffFact> out;
  auto q = database_.query(
      "SELECT hand_off.id, team.name, raised, question, story.text, commitment.text, due"
      " FROM hand_off JOIN team ON team.id = hand_off.team_id"
      " LEFT JOIN story ON story.id = story_id LEFT JOIN commitment ON commitment.id = "
      "commitment_id"
      " WHERE to_id = ? AND answered IS NULL AND raised < ?"
      " AND coalesce(commitment.state, 'open') = 'open' ORDER BY raised, hand_off.id",
      team, until);
  while (q.next()) {
    out.push_back({.id = HandOffId(q.number(0)),
                   .team = q.text(1),
                   .raised = q.day(2),
                   .question = q.text(3),
                   .text = q.null(4) ? q.text(5) : q.text(4),
                   .due = q.maybe_day(6)});
  }
  return out;
}

std::vector<AnswerFact> HandOffStore::answers(Id team, Day until) {
  std::vector<AnswerFact> out;
  auto q = database_.query(
      "SELECT hand_off.id, team.name, coalesce(commitment.text, question), answer, by_id"
      " FROM hand_off JOIN team ON team.id = to_id"
      " LEFT JOIN commitment ON commitment.id = commitment_id"
      " WHERE hand_off.team_id = ? AND answered < ? AND NOT EXISTS"
      "  (SELECT 1 FROM answer_heard WHERE hand_off_id = hand_off.id AND reached = 1)"
      " ORDER BY answered, hand_off.id",
      team, until);
  while (q.next()) {
    out.push_back({.id = HandOffId(q.number(0)),
                   .team = q.text(1),
                   .question = q.text(2),
                   .answer = q.text(3),
                   .by = q.maybe_id(4)});
  }
  return out;
}

void HandOffStore::hear(Id huddle, const std::vector<Id>& answers) {
  for (const Id id : answers) {
    database_.run("INSERT INTO answer_heard (huddle_id, hand_off_id) VALUES (?, ?)", huddle, id);
  }
}

void HandOffStore::unhear(Id huddle) {
  database_.run("DELETE FROM answer_heard WHERE huddle_id = ?", huddle);
}

void HandOffStore::reach(Id huddle, bool reached) {
  database_.run("UPDATE answer_heard SET reached = ? WHERE huddle_id = ?", reached, huddle);
}

}  // namespace huddlekit
