#include "store/journal/share_store.hpp"

#include <algorithm>

#include "store/sql/lists.hpp"

namespace huddlekit {

std::vector<Elsewhere> ShareStore::elsewhere(Id team, Day from, Day until, int limit) {
  std::vector<Elsewhere> out;
  auto q = database_.query(
      "SELECT id, team_id, day, (SELECT group_concat(value_id, ' ') FROM story_value"
      "  WHERE story_id = story.id) AS shown FROM story"
      " WHERE kind = 'win' AND day >= ?1 AND day < ?2 AND team_id <> ?3"
      " AND EXISTS (SELECT 1 FROM story_value WHERE story_id = story.id)"
      " AND NOT EXISTS (SELECT 1 FROM told WHERE story_id = story.id AND told.team_id = ?3"
      "  AND reached = 1)"
      " ORDER BY day DESC, team_id, id LIMIT ?4",
      from, until, team, limit);
  while (q.next()) {
    out.push_back({.story = q.number(0),
                   .team = q.number(1),
                   .day = q.day(2),
                   .values = from_id_list(q.view(3))});
  }
  return out;
}

SharedFact ShareStore::fact(const Elsewhere& elsewhere) {
  SharedFact out{.story = {.id = elsewhere.story, .kind = StoryKind::kWin, .day = elsewhere.day},
                 .team = playbook_.team(elsewhere.team).team.name};
  std::vector<Id> quiet;
  std::vector<std::string> names;
  {
    // Of the team and of those behind the win; their own wish goes before the playbook.
    auto q = database_.query(
        "SELECT id, name FROM person WHERE id IN"
        " (SELECT person_id FROM membership WHERE team_id = ? AND retired = 0"
        "  UNION SELECT person_id FROM story_person WHERE story_id = ?)"
        " AND coalesce((SELECT shared FROM consent WHERE person_id = person.id),"
        " (SELECT min(shared) FROM membership WHERE person_id = person.id AND retired = 0), 1) = 0",
        elsewhere.team, elsewhere.story);
    while (q.next()) {
      quiet.push_back(q.number(0));
      names.push_back(q.text(1));
    }
  }
  {
    auto q = database_.query("SELECT text FROM story WHERE id = ?", elsewhere.story);
    q.next();
    out.story.text = without_names(q.view(0), names);
  }
  {
    auto q = database_.query(
        "SELECT person_id FROM story_person WHERE story_id = ? ORDER BY position", elsewhere.story);
    while (q.next()) {
      const Id who = q.number(0);
      if (std::find(quiet.begin(), quiet.end(), who) == quiet.end()) {
        out.story.who.push_back(who);
      } else {
        out.unnamed = true;
      }
    }
  }
  auto q = database_.query(
      "SELECT name FROM story_value JOIN core_value ON core_value.id = value_id"
      " WHERE story_id = ? ORDER BY story_value.position",
      elsewhere.story);
  while (q.next()) out.story.values.push_back(q.text(0));
  return out;
}

std::optional<Id> ShareStore::source_of(Id huddle, Id team) {
  auto q = database_.query(
      "SELECT story.team_id FROM told JOIN story ON story.id = story_id"
      " WHERE huddle_id = ? AND story.team_id <> ?",
      huddle, team);
  return q.next() ? std::optional(q.number(0)) : std::nullopt;
}

std::vector<std::pair<Day, std::int64_t>> ShareStore::misses_over_wins(Id team, Day from,
                                                                       Day until) {
  std::vector<std::pair<Day, std::int64_t>> out;
  auto q = database_.query(
      "SELECT huddle.day, sum(CASE kind WHEN 'miss' THEN 1 WHEN 'win' THEN -1 ELSE 0 END)"
      " FROM huddle JOIN told ON huddle_id = huddle.id JOIN story ON story.id = story_id"
      " WHERE huddle.team_id = ? AND huddle.day >= ? AND huddle.day < ? AND reached = 1"
      " GROUP BY huddle.day",
      team, from, until);
  while (q.next()) out.emplace_back(q.day(0), q.number(1));
  return out;
}

void ShareStore::reach(Id huddle, bool wins, bool misses) {
  database_.run(
      "UPDATE told SET reached = CASE (SELECT kind FROM story WHERE story.id = story_id)"
      " WHEN 'miss' THEN ? ELSE ? END WHERE huddle_id = ?",
      misses, wins, huddle);
}

std::unordered_map<Id, Day> ShareStore::thanked(const std::vector<Id>& people, Day until) {
  std::unordered_map<Id, Day> out;
  for (const Id person : people) {
    auto q = database_.query(
        "SELECT max(day) FROM story_person JOIN story ON story.id = story_id"
        " WHERE person_id = ? AND kind = 'win' AND day < ?",
        person, until);
    if (q.next() && !q.null(0)) out[person] = q.day(0);
  }
  return out;
}

std::unordered_map<Id, int> ShareStore::thanked_for(Id value, const std::vector<Id>& people,
                                                    Day since) {
  std::unordered_map<Id, int> out;
  for (const Id person : people) {
    auto q = database_.query(
        "SELECT count(*) FROM story_person JOIN story ON story.id = story_person.story_id"
        " JOIN story_value ON story_value.story_id = story.id"
        " WHERE person_id = ? AND value_id = ? AND kind = 'win' AND day >= ?",
        person, value, since);
    q.next();
    out[person] = q.small(0);
  }
  return out;
}

std::int64_t ShareStore::wins(const std::vector<Id>& values, Day from, Day until) {
  auto q = database_.query(
      "SELECT count(*) FROM story WHERE kind = 'win' AND day >= ? AND day <= ? AND EXISTS"
      " (SELECT 1 FROM story_value WHERE story_id = story.id"
      "  AND instr(?, ' ' || value_id || ' ') > 0)",
      from, until, " " + to_id_list(values) + " ");
  q.next();
  return q.number(0);
}

}  // namespace huddlekit
