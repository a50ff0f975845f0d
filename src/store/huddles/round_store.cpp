#include "store/huddles/round_store.hpp"

namespace huddlekit {

std::optional<RoundStore::Said> RoundStore::said(Id huddle, Id person) {
  auto q = database_.query(
      "SELECT round_answer.story_id, round_answer.lesson_id, coalesce(text, ''), coalesce(insight, "
      "'') FROM round_answer"
      " LEFT JOIN story ON story.id = round_answer.story_id"
      " LEFT JOIN lesson ON lesson.id = round_answer.lesson_id WHERE huddle_id = ? AND person_id = "
      "?",
      huddle, person);
  if (!q.next()) return std::nullopt;
  return Said{q.maybe_id(0), q.maybe_id(1), q.text(2), q.text(3)};
}

void RoundStore::say(Id huddle, Id person, std::optional<Id> story, std::optional<Id> lesson) {
  database_.run("INSERT INTO round_answer VALUES (?, ?, ?, ?)", huddle, person, story, lesson);
}

}  // namespace huddlekit
