#include "store/journal/lesson_store.hpp"

#include <algorithm>

#include "core/lessons/lesson_choice.hpp"
#include "core/text/names.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

// Which lessons come back to team ?1 of department ?2.
#define HUDDLEKIT_OF_TEAM                                                                       \
  " lesson.retired = 0 AND (lesson.team_id = ?1"                                                \
  " OR lesson.audience = 'everyone' OR (lesson.audience = 'department' AND ?2 <> '' AND EXISTS" \
  " (SELECT 1 FROM team WHERE team.id = lesson.team_id AND team.department = ?2)))"

#define HUDDLEKIT_STANDING                                                              \
  "SELECT lesson.id, importance, value_id, day, heard_at.heard, stability, difficulty," \
  " due, good_in_a_row FROM "

LessonStore::Standing read_standing(Query& q) {
  LessonStore::Standing s{.lesson = q.number(0),
                          .importance = q.within(1, 1, 3),
                          .value = q.maybe_id(2),
                          .learned = q.day(3),
                          .heard = q.maybe_day(4)};
  s.due = s.learned;
  if (s.heard) {
    s.state = RecallState{q.real(5), q.real(6)};
    s.due = q.day(7);
    s.good_in_a_row = q.small(8);
  }
  return s;
}

}  // namespace

LessonStore::Due LessonStore::due(const StoredTeam& team, Day until, int most) {
  Due out;
  {
    auto q = database_.query(HUDDLEKIT_STANDING
                             "lesson_state AS heard_at JOIN lesson ON lesson.id = lesson_id"
                             " WHERE heard_at.team_id = ?1 AND due < ?3 AND" HUDDLEKIT_OF_TEAM
                             " ORDER BY lesson.id",
                             team.id, team.team.department, until);
    while (q.next()) out.lessons.push_back(read_standing(q));
  }
  // Lessons never heard are worth the same where importance and value are, and the oldest go first.
  // They come in that order from the index; counting them here is twice as fast as in a window.
  const auto take = [&](Query q) {
    std::pair<int, Id> group{0, 0};
    int place = 0;
    while (q.next()) {
      const std::pair next{q.small(1), q.maybe_id(2).value_or(0)};
      place = next == group ? place + 1 : 1;
      group = next;
      if (place > most) {
        ++out.left_out;
        continue;
      }
      const Day learned = q.day(3);
      out.lessons.push_back({.lesson = q.number(0),
                             .importance = q.within(1, 1, 3),
                             .value = q.maybe_id(2),
                             .learned = learned,
                             .due = learned});
    }
  };
  take(database_.query(
      "SELECT id, importance, value_id, day FROM lesson"
      " WHERE team_id = ?1 AND retired = 0 AND day < ?2 AND NOT EXISTS"
      "  (SELECT 1 FROM lesson_state AS s WHERE s.team_id = ?1 AND lesson_id = lesson.id)"
      " ORDER BY importance, value_id, day, id",
      team.id, until));
  take(database_.query(
      "SELECT id, importance, value_id, day FROM lesson"
      " WHERE retired = 0 AND audience <> 'team' AND team_id <> ?1 AND day < ?3"
      " AND (audience = 'everyone' OR (?2 <> '' AND EXISTS (SELECT 1 FROM team"
      "  WHERE team.id = lesson.team_id AND department = ?2)))"
      " AND NOT EXISTS"
      "  (SELECT 1 FROM lesson_state AS s WHERE s.team_id = ?1 AND lesson_id = lesson.id)"
      " ORDER BY importance, value_id, day, id",
      team.id, team.team.department, until));
  return out;
}

std::vector<LessonStore::Standing> LessonStore::standings(const StoredTeam& team) {
  std::vector<Standing> out;
  auto q =
      database_.query(HUDDLEKIT_STANDING
                      "lesson LEFT JOIN lesson_state AS heard_at"
                      " ON lesson_id = lesson.id AND heard_at.team_id = ?1 WHERE" HUDDLEKIT_OF_TEAM
                      " ORDER BY lesson.id",
                      team.id, team.team.department);
  while (q.next()) out.push_back(read_standing(q));
  return out;
}

LessonFact LessonStore::fact(Id lesson, Id team) {
  auto q = database_.query(
      "SELECT lesson.day, insight, change, core_value.name, lesson.team_id, team.name FROM lesson"
      " JOIN team ON team.id = lesson.team_id"
      " LEFT JOIN core_value ON core_value.id = value_id WHERE lesson.id = ?",
      lesson);
  q.next();
  return {.id = lesson,
          .day = q.day(0),
          .insight = q.text(1),
          .change = q.text(2),
          .value = q.text(3),
          .team = q.number(4) == team ? "" : q.text(5)};
}

std::vector<std::string> LessonStore::insights(std::span<const Id> lessons) {
  std::vector<std::string> out;
  for (const Id id : lessons) {
    auto q = database_.query("SELECT insight FROM lesson WHERE id = ?", id);
    q.next();
    out.push_back(q.text(0));
  }
  return out;
}

void LessonStore::review(Id lesson, Id team, Id huddle, Day day, Instant starts,
                         std::optional<Rating> rating, bool assumed) {
  if (rating) {
    database_.run(
        "INSERT INTO lesson_review VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (huddle_id, lesson_id) DO UPDATE SET rating = excluded.rating,"
        " assumed = excluded.assumed",
        huddle, lesson, team, day, starts, static_cast<int>(*rating), assumed);
  } else {
    database_.run("DELETE FROM lesson_review WHERE huddle_id = ? AND lesson_id = ?", huddle,
                  lesson);
  }
  restate(lesson, team);
}

/// Answers whether anything changed. A log is as long as a lesson has come back, so that replaying
/// it whole costs no more than undoing a part of it would.
bool LessonStore::restate(Id lesson, Id team) {
  std::vector<Recall::Review> log;
  {
    auto q = database_.query(
        "SELECT day, rating FROM lesson_review WHERE lesson_id = ? AND team_id = ?"
        " ORDER BY day, starts, huddle_id",
        lesson, team);
    while (q.next()) log.push_back({q.day(0), static_cast<Rating>(q.within(1, 1, 4))});
  }
  const auto state = recall_policy().replay(log);
  if (!state) {
    return database_.run("DELETE FROM lesson_state WHERE team_id = ? AND lesson_id = ?", team,
                         lesson) > 0;
  }
  const Day heard = log.back().day;
  return database_.run(
             "INSERT INTO lesson_state VALUES (?, ?, ?, ?, ?, ?, ?)"
             " ON CONFLICT (team_id, lesson_id) DO UPDATE SET heard = excluded.heard,"
             " stability = excluded.stability, difficulty = excluded.difficulty,"
             " due = excluded.due, good_in_a_row = excluded.good_in_a_row"
             " WHERE (heard, stability, difficulty, due, good_in_a_row) <> (excluded.heard,"
             "  excluded.stability, excluded.difficulty, excluded.due, excluded.good_in_a_row)",
             team, lesson, heard, state->stability, state->difficulty,
             heard + days{recall_policy().interval(*state)}, good_in_a_row(log)) > 0;
}

std::vector<LessonReview> LessonStore::reviews(Id lesson, Id team) {
  std::vector<LessonReview> out;
  auto q = database_.query(
      "SELECT team.key, lesson_review.day, meeting, rating, assumed FROM lesson_review"
      " JOIN huddle ON huddle.id = huddle_id JOIN team ON team.id = lesson_review.team_id"
      " WHERE lesson_review.lesson_id = ? AND lesson_review.team_id = ?"
      " ORDER BY lesson_review.day, lesson_review.starts, huddle_id",
      lesson, team);
  while (q.next()) {
    out.push_back({.huddle = q.text(0) + "/" + q.text(1) + "/" + q.text(2),
                   .day = q.day(1),
                   .rating = static_cast<Rating>(q.within(3, 1, 4)),
                   .assumed = q.flag(4)});
  }
  return out;
}

void LessonStore::settle() {
  std::vector<std::pair<Id, Id>> open;
  {
    auto q = database_.query("SELECT lesson_id, team_id FROM lesson_state WHERE stability = 0");
    while (q.next()) open.emplace_back(q.number(0), q.number(1));
  }
  if (open.empty()) return;
  Transaction transaction(database_);
  for (const auto& [lesson, team] : open) restate(lesson, team);
  transaction.commit();
}

int LessonStore::rebuild() {
  std::vector<std::pair<Id, Id>> all;
  {
    auto q = database_.query(
        "SELECT lesson_id, team_id FROM lesson_review UNION SELECT lesson_id, team_id"
        " FROM lesson_state");
    while (q.next()) all.emplace_back(q.number(0), q.number(1));
  }
  int wrong = 0;
  for (const auto& [lesson, team] : all) wrong += restate(lesson, team) ? 1 : 0;
  return wrong;
}

Lesson LessonStore::lesson(Id id) {
  auto q = database_.query(
      "SELECT team.key, day, insight, change, importance, core_value.key, story_id,"
      " (SELECT heard FROM lesson_state AS s WHERE s.team_id = lesson.team_id"
      "  AND lesson_id = lesson.id), audience, lesson.retired, merged_into, reason FROM lesson"
      " JOIN team ON team.id = team_id LEFT JOIN core_value ON core_value.id = value_id"
      " WHERE lesson.id = ?",
      id);
  if (!q.next()) throw NotFound("lesson: no such lesson, got " + std::to_string(id));
  Lesson lesson{.id = LessonId(id),
                .team = q.text(0),
                .day = q.day(1),
                .insight = q.text(2),
                .change = q.text(3),
                .importance = q.within(4, 1, 3),
                .value = q.text(5),
                .story = q.maybe<StoryId>(6),
                .heard = q.maybe_day(7),
                .audience = q.word<Audience>(8),
                .merged_into = q.maybe<LessonId>(10),
                .reason = q.text(11)};
  if (q.flag(9)) lesson.state = lesson.merged_into ? LessonState::kMerged : LessonState::kRetired;
  return lesson;
}

Lesson LessonStore::active(Id id) {
  auto found = lesson(id);
  if (found.state != LessonState::kActive) {
    throw Conflict("lesson " + std::to_string(id) + ": is " + name_of(found.state) + " already");
  }
  return found;
}

Lesson LessonStore::retire(Id id, std::string_view reason) {
  check_text("reason", reason, 2'000);
  auto known = lesson(id);
  if (known.state == LessonState::kRetired && known.reason == reason) return known;
  (void)active(id);
  database_.run("UPDATE lesson SET retired = 1, reason = ? WHERE id = ?", reason, id);
  return lesson(id);
}

Lesson LessonStore::merge(Id id, Id into) {
  if (id == into) {
    throw InvalidArgument("into: must be another lesson, got " + std::to_string(into));
  }
  auto known = lesson(id);
  if (known.merged_into == into) return known;
  (void)active(into);
  (void)active(id);
  database_.run("UPDATE lesson SET retired = 1, merged_into = ? WHERE id = ?", into, id);
  return lesson(id);
}

}  // namespace huddlekit
