#include "store/journal/journal_store.hpp"

#include <algorithm>

#include "core/journal/commitments.hpp"
#include "core/journal/stories.hpp"
#include "core/text/names.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

#define HUDDLEKIT_COMMITMENT                                                                \
  "SELECT commitment.id, team.key, person_id, text, made, due, for_customer, state, reason" \
  " FROM commitment JOIN team ON team.id = team_id"

Commitment read_commitment(Query& q, PlaybookStore& playbook) {
  return {.id = CommitmentId(q.number(0)),
          .team = q.text(1),
          .who = playbook.shown(q.number(2)),
          .text = q.text(3),
          .made = q.day(4),
          .due = q.day(5),
          .for_customer = q.flag(6),
          .state = q.word<CommitmentState>(7),
          .reason = q.text(8)};
}

}  // namespace

Lesson JournalStore::add(const Lesson& given, Day today) {
  Lesson lesson = given;
  const Id team = playbook_.team_in_force(lesson.team);
  check_text("insight", lesson.insight, kLongText);
  if (!lesson.change.empty()) check_text("change", lesson.change, kLongText);
  if (lesson.importance < 1 || lesson.importance > 3) {
    throw InvalidArgument("importance: must be 1, 2 or 3, got " +
                          std::to_string(lesson.importance));
  }
  check_day(lesson.day, today);
  std::optional<Id> value;
  if (!lesson.value.empty()) value = playbook_.value(lesson.value).id;
  if (lesson.story) {
    auto q = database_.query("SELECT 1 FROM story WHERE id = ?", *lesson.story);
    if (!q.next()) throw NotFound("story: no such story, got " + std::to_string(*lesson.story));
  }
  lesson.heard.reset();
  lesson.state = LessonState::kActive;
  lesson.merged_into.reset();
  lesson.reason.clear();
  lesson.id = LessonId(database_.insert(
      "INSERT INTO lesson (team_id, day, insight, change, importance, value_id, story_id, audience)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      team, lesson.day, lesson.insight, lesson.change, lesson.importance, value, lesson.story,
      name_of(lesson.audience)));
  return lesson;
}

Commitment JournalStore::add(const Commitment& given) {
  Commitment c = given;
  const Id team = playbook_.team_in_force(c.team);
  check_commitment(c);
  const Id who = playbook_.person(c.who.key);
  c.who = playbook_.shown(who);
  c.state = CommitmentState::kOpen;
  c.reason.clear();
  c.id = CommitmentId(database_.insert(
      "INSERT INTO commitment (team_id, person_id, text, made, due, for_customer, state, reason)"
      " VALUES (?, ?, ?, ?, ?, ?, 'open', '')",
      team, who, c.text, c.made, c.due, c.for_customer));
  return c;
}

Note JournalStore::add(const Note& given) {
  Note note = given;
  const Id team = playbook_.team_in_force(note.team);
  check_text("text", note.text, kShortText);
  if (!note.source.empty()) check_text("source", note.source, 200);
  note.id =
      NoteId(database_.insert("INSERT INTO note (team_id, day, text, origin) VALUES (?, ?, ?, ?)",
                              team, note.day, note.text, note.source));
  return note;
}

Commitment JournalStore::commitment(Id id) {
  auto q = database_.query(HUDDLEKIT_COMMITMENT " WHERE commitment.id = ?", id);
  if (!q.next()) throw NotFound("commitment: no such commitment, got " + std::to_string(id));
  return read_commitment(q, playbook_);
}

Commitment JournalStore::close(Id id, CommitmentState state, std::string_view reason) {
  const auto before = commitment(id);
  const auto after = closed(before, state, reason);
  if (after != before) {
    database_.run("UPDATE commitment SET state = ?, reason = ? WHERE id = ?", after.state,
                  after.reason, id);
  }
  return after;
}

bool JournalStore::is_known(const Lesson& lesson) {
  auto q = database_.query("SELECT 1 FROM lesson WHERE team_id = ? AND day = ? AND insight = ?",
                           playbook_.team(lesson.team).id, lesson.day, lesson.insight);
  return q.next();
}

bool JournalStore::is_known(const Commitment& c) {
  auto q = database_.query(
      "SELECT 1 FROM commitment WHERE team_id = ? AND person_id = ? AND made = ? AND text = ?",
      playbook_.team(c.team).id, playbook_.person(c.who.key), c.made, c.text);
  return q.next();
}

std::vector<Lesson> JournalStore::lessons(Id team, bool only_active) {
  std::vector<Lesson> out;
  auto q = database_.query(
      "SELECT lesson.id, team.key, day, insight, change, importance, core_value.key, story_id,"
      " s.heard, audience, lesson.retired, merged_into, reason FROM lesson"
      " JOIN team ON team.id = lesson.team_id"
      " LEFT JOIN lesson_state AS s ON s.team_id = lesson.team_id AND lesson_id = lesson.id"
      " LEFT JOIN core_value ON core_value.id = value_id"
      " WHERE lesson.team_id = ? AND (lesson.retired = 0 OR ? = 0) ORDER BY day, lesson.id",
      team, only_active);
  while (q.next()) {
    auto& lesson = out.emplace_back(Lesson{.id = LessonId(q.number(0)),
                                           .team = q.text(1),
                                           .day = q.day(2),
                                           .insight = q.text(3),
                                           .change = q.text(4),
                                           .importance = q.small(5),
                                           .value = q.text(6),
                                           .story = q.maybe<StoryId>(7),
                                           .heard = q.maybe_day(8),
                                           .audience = q.word<Audience>(9),
                                           .merged_into = q.maybe<LessonId>(11),
                                           .reason = q.text(12)});
    if (q.flag(10)) {
      lesson.state = lesson.merged_into ? LessonState::kMerged : LessonState::kRetired;
    }
  }
  return out;
}

std::vector<Commitment> JournalStore::commitments(Id team, bool only_open) {
  std::vector<Commitment> out;
  auto q = database_.query(HUDDLEKIT_COMMITMENT
                           " WHERE team_id = ? AND (state = 'open' OR ? = 0)"
                           " ORDER BY due, commitment.id",
                           team, only_open);
  while (q.next()) out.push_back(read_commitment(q, playbook_));
  return out;
}

std::vector<Note> JournalStore::notes(Id team, Day day) {
  std::vector<Note> out;
  auto q = database_.query(
      "SELECT note.id, team.key, day, text, origin FROM note JOIN team ON team.id = team_id"
      " WHERE team_id = ? AND day = ? ORDER BY note.id",
      team, day);
  while (q.next()) {
    out.push_back({.id = NoteId(q.number(0)),
                   .team = q.text(1),
                   .day = q.day(2),
                   .text = q.text(3),
                   .source = q.text(4)});
  }
  return out;
}

std::vector<StoryFact> JournalStore::untold(Id team, Day from, Day until, int most) {
  std::vector<StoryFact> out;
  for (const bool misses : {false, true}) {
    auto q = database_.query(
        "SELECT id, kind, day, text FROM story WHERE team_id = ? AND day >= ? AND day < ?"
        " AND CASE WHEN kind = 'miss' THEN 1 ELSE 0 END = ? AND NOT EXISTS"
        " (SELECT 1 FROM told WHERE story_id = story.id AND told.team_id = ? AND reached = 1)"
        " ORDER BY day DESC, id DESC LIMIT ?",
        team, from, until, misses, team, most);
    while (q.next()) {
      StoryFact fact{
          .id = q.number(0), .kind = q.word<StoryKind>(1), .day = q.day(2), .text = q.text(3)};
      auto who = database_.query(
          "SELECT person_id FROM story_person WHERE story_id = ?"
          // Their own wish goes before the playbook.
          " AND coalesce((SELECT celebrated FROM consent WHERE person_id = story_person.person_id),"
          " (SELECT min(celebrated) FROM membership"
          " WHERE person_id = story_person.person_id AND retired = 0), 1) = 1 ORDER BY position",
          fact.id);
      while (who.next()) fact.who.push_back(who.number(0));
      auto values = database_.query(
          "SELECT name FROM story_value JOIN core_value ON core_value.id = value_id"
          " WHERE story_id = ? ORDER BY story_value.position",
          fact.id);
      while (values.next()) fact.values.push_back(values.text(0));
      out.push_back(std::move(fact));
    }
  }
  std::ranges::sort(out, [](const StoryFact& a, const StoryFact& b) {
    return std::pair(a.day, a.id) < std::pair(b.day, b.id);
  });
  return out;
}

std::vector<CommitmentFact> JournalStore::due(Id team, Day until) {
  std::vector<CommitmentFact> out;
  auto q = database_.query(
      "SELECT id, person_id, text, due, for_customer FROM commitment"
      " WHERE team_id = ? AND state = 'open' AND due < ? ORDER BY for_customer DESC, due, id",
      team, until);
  while (q.next()) {
    out.push_back({.id = q.number(0),
                   .who = q.number(1),
                   .text = q.text(2),
                   .due = q.day(3),
                   .for_customer = q.flag(4)});
  }
  return out;
}

void JournalStore::mark_told(Id huddle, Id team, const std::vector<Id>& stories) {
  for (const Id story : stories) {
    database_.run("INSERT INTO told (huddle_id, story_id, team_id) VALUES (?, ?, ?)", huddle, story,
                  team);
  }
}

void JournalStore::unmark_told(Id huddle) {
  database_.run("DELETE FROM told WHERE huddle_id = ?", huddle);
}

}  // namespace huddlekit
