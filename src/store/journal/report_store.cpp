#include "store/journal/report_store.hpp"

#include <map>
#include <unordered_map>

#include "core/text/names.hpp"
#include "store/huddles/huddle_store.hpp"
#include "store/sql/lists.hpp"

namespace huddlekit {

struct ReportStore::Asked {
  std::optional<Id> team;  // the only one, which the indices go by
  Day from{}, until{};
  Instant now{};
  std::unordered_map<Id, std::size_t> index;  // of the asked teams in the scene

  /// nullopt for a team that is not asked.
  [[nodiscard]] std::optional<std::size_t> find(Id id) const {
    const auto it = index.find(id);
    return it == index.end() ? std::nullopt : std::optional(it->second);
  }
};

namespace {

/// Runs `of_all` on the days asked, or `of_team` where one team is.
template <class Asked>
Query rows(Database& database, const Asked& asked, const char* of_all, const char* of_team) {
  return asked.team ? database.query(of_team, asked.from, asked.until, *asked.team)
                    : database.query(of_all, asked.from, asked.until);
}

}  // namespace

ReportScene ReportStore::scene() {
  ReportScene scene;
  std::unordered_map<Id, std::size_t> index;
  auto teams = database_.query("SELECT id, department FROM team ORDER BY id");
  while (teams.next()) {
    index[teams.number(0)] = scene.teams.size();
    scene.teams.push_back({.id = teams.number(0), .department = teams.text(1), .members = {}});
  }
  scene.asked.resize(scene.teams.size());
  auto members = database_.query(
      "SELECT m.team_id, m.person_id, coalesce(m.since, d.joined), coalesce(c.leads,"
      " m.leads), d.gone FROM membership AS m LEFT JOIN member_day AS d USING (team_id, person_id)"
      " LEFT JOIN consent AS c USING (person_id)"
      " WHERE m.retired = 0 OR d.gone IS NOT NULL ORDER BY m.team_id, m.person_id");
  while (members.next()) {
    scene.teams[index.at(members.number(0))].members.push_back({.person = members.number(1),
                                                                .since = members.maybe_day(2),
                                                                .gone = members.maybe_day(4),
                                                                .leads = members.flag(3)});
  }
  auto values = database_.query(
      "SELECT id, key, name, weight FROM core_value WHERE retired = 0"
      " ORDER BY source_id, position");
  while (values.next()) {
    scene.values.push_back({.id = values.number(0),
                            .key = values.text(1),
                            .name = values.text(2),
                            .weight = values.within(3, 1, 1'000'000)});
  }
  return scene;
}

std::optional<Day> ReportStore::first_huddle(Id team) {
  auto q = database_.query("SELECT min(day) FROM huddle WHERE team_id = ?", team);
  return q.next() ? q.maybe_day(0) : std::nullopt;
}

void ReportStore::count(ReportCounter& counter, Instant now, const OnCalendar& on_calendar) {
  Asked asked{.team = {},
              .from = counter.report().start,
              .until = counter.report().end,
              .now = now,
              .index = {}};
  const auto& scene = counter.scene();
  for (std::size_t i = 0; i < scene.teams.size(); ++i) {
    if (scene.asked[i]) asked.index[scene.teams[i].id] = i;
  }
  if (asked.index.size() == 1) asked.team = asked.index.begin()->first;
  huddles(counter, asked, on_calendar);
  stories(counter, asked);
  told(counter, asked);
  commitments(counter, asked);
  lessons(counter, asked);
  segments(counter, asked);
  recall(counter, asked);
  handoffs(counter, asked);
}

#define HUDDLEKIT_HUDDLES                                                                   \
  "SELECT team_id, day, meeting, starts, state, value_id, prompt_id, coalesce(led_by,"      \
  " leader_id), lesson_id IS NOT NULL, expected, took, CASE WHEN took IS NOT NULL THEN"     \
  " (SELECT timebox FROM agenda AS a WHERE a.huddle_id = h.id AND a.revision = h.revision)" \
  " END, attended, reason FROM huddle AS h WHERE day >= ?1 AND day < ?2"

void ReportStore::huddles(ReportCounter& counter, const Asked& asked,
                          const OnCalendar& on_calendar) {
  auto q = rows(database_, asked, HUDDLEKIT_HUDDLES " ORDER BY day",
                HUDDLEKIT_HUDDLES " AND team_id = ?3 ORDER BY day");
  while (q.next()) {
    const auto team = asked.find(q.number(0));
    if (!team) continue;
    const auto expected = from_id_list(q.view(9));
    std::vector<Id> attended;
    HuddleCount huddle{.team = *team,
                       .day = q.day(1),
                       .state = state_of(q.word<HuddleState>(4), q.instant(3), asked.now),
                       .value = q.maybe_id(5),
                       .prompt = q.maybe_id(6),
                       .leader = q.maybe_id(7),
                       .lesson = q.flag(8),
                       .expected = expected};
    if (huddle.state == HuddleState::kCancelled && q.instant(3) > asked.now) {
      huddle.state = HuddleState::kPlanned;
    }
    huddle.on_calendar = on_calendar(*team, huddle.day, q.view(2));
    if (!q.null(10) && !q.null(11)) {
      huddle.took = q.length(10);
      huddle.timebox = q.length(11);
    }
    if (!q.null(12)) {
      attended = from_id_list(q.view(12));
      huddle.attended = attended;
    }
    const auto reason = q.text(13);
    huddle.reason = reason;
    counter.huddle(huddle);
  }
}

#define HUDDLEKIT_STORIES                                                                      \
  "SELECT team_id, day, kind, EXISTS (SELECT 1 FROM story_person AS p WHERE p.story_id ="      \
  " s.id), (SELECT group_concat(value_id, ' ') FROM story_value AS v WHERE v.story_id = s.id)" \
  " FROM story AS s WHERE day >= ?1 AND day < ?2"
#define HUDDLEKIT_RECOGNISED                                                              \
  "SELECT DISTINCT team_id, substr(day, 1, 7) || '-01', person_id FROM story AS s"        \
  " JOIN story_person AS p ON p.story_id = s.id WHERE kind = 'win' AND day >= ?1 AND day" \
  " < ?2"

void ReportStore::stories(ReportCounter& counter, const Asked& asked) {
  {
    auto q = rows(database_, asked, HUDDLEKIT_STORIES, HUDDLEKIT_STORIES " AND team_id = ?3");
    while (q.next()) {
      if (!asked.find(q.number(0))) continue;
      const auto values = q.null(4) ? std::vector<Id>{} : from_id_list(q.view(4));
      counter.story({.day = q.day(1),
                     .kind = q.word<StoryKind>(2),
                     .names_somebody = q.flag(3),
                     .values = values});
    }
  }
  auto q = rows(database_, asked, HUDDLEKIT_RECOGNISED, HUDDLEKIT_RECOGNISED " AND team_id = ?3");
  while (q.next()) {
    if (const auto team = asked.find(q.number(0))) {
      counter.recognised(*team, q.day(1), q.number(2));
    }
  }
}

#define HUDDLEKIT_TOLD                                                                          \
  "SELECT h.team_id, h.starts, h.state, EXISTS (SELECT 1 FROM told AS b WHERE b.story_id ="     \
  " t.story_id AND b.team_id = t.team_id AND b.huddle_id < t.huddle_id AND b.reached = 1) FROM" \
  " huddle AS h JOIN told AS t ON t.huddle_id = h.id WHERE h.day >= ?1 AND h.day < ?2 AND"      \
  " h.state <> 'cancelled' AND t.reached = 1"

void ReportStore::told(ReportCounter& counter, const Asked& asked) {
  auto q = rows(database_, asked, HUDDLEKIT_TOLD, HUDDLEKIT_TOLD " AND h.team_id = ?3");
  while (q.next()) {
    if (!asked.find(q.number(0))) continue;
    if (state_of(q.word<HuddleState>(2), q.instant(1), asked.now) != HuddleState::kPublished) {
      counter.told(q.flag(3));
    }
  }
}

#define HUDDLEKIT_COMMITMENTS                                                            \
  "SELECT team_id, due, state, for_customer, reason FROM commitment WHERE due >= ?1 AND" \
  " due < ?2"

void ReportStore::commitments(ReportCounter& counter, const Asked& asked) {
  auto q = rows(database_, asked, HUDDLEKIT_COMMITMENTS, HUDDLEKIT_COMMITMENTS " AND team_id = ?3");
  while (q.next()) {
    if (!asked.find(q.number(0))) continue;
    const auto reason = q.text(4);
    counter.commitment({.due = q.day(1),
                        .state = q.word<CommitmentState>(2),
                        .for_customer = q.flag(3),
                        .reason = reason});
  }
}

#define HUDDLEKIT_LESSONS "SELECT team_id, day >= ?1, retired FROM lesson WHERE day < ?2"

void ReportStore::lessons(ReportCounter& counter, const Asked& asked) {
  auto q = rows(database_, asked, HUDDLEKIT_LESSONS, HUDDLEKIT_LESSONS " AND team_id = ?3");
  auto& lessons = counter.report().lessons;
  while (q.next()) {
    if (!asked.find(q.number(0))) continue;
    lessons.learned += q.flag(1);
    lessons.kept += !q.flag(2);
  }
}

#define HUDDLEKIT_SEGMENTS                                                                  \
  "SELECT h.team_id, r.kind, r.seconds, (SELECT sum(s.seconds) FROM segment AS s WHERE"     \
  " s.huddle_id = h.id AND s.revision = h.revision AND s.kind = r.kind) FROM huddle"        \
  " AS h JOIN segment_held AS r ON r.huddle_id = h.id WHERE h.day >= ?1 AND h.day < ?2 AND" \
  " h.state = 'completed' AND r.seconds IS NOT NULL"

void ReportStore::segments(ReportCounter& counter, const Asked& asked) {
  std::map<std::pair<SegmentKind, std::string>, Report::SegmentRow> by_segment;
  auto q = rows(database_, asked, HUDDLEKIT_SEGMENTS, HUDDLEKIT_SEGMENTS " AND h.team_id = ?3");
  while (q.next()) {
    if (!asked.find(q.number(0)) || q.null(3)) continue;  // was not on the agenda that was held
    const auto known = from_name<SegmentKind>(q.view(1));
    const auto kind = known.value_or(SegmentKind::kCustom);
    const auto key = known ? "" : q.text(1);
    auto& row = by_segment[{kind, key}];
    row.kind = kind;
    row.key = key;
    ++row.huddles;
    row.took += q.length(2);
    row.planned += q.length(3);
  }
  for (const auto& [segment, row] : by_segment) counter.report().segments.push_back(row);
}

#define HUDDLEKIT_RECALL                                                                         \
  "SELECT s.team_id, s.heard, s.stability, s.difficulty FROM lesson_state AS s JOIN lesson AS l" \
  " ON l.id = s.lesson_id WHERE l.retired = 0 AND s.stability > 0 AND l.day < ?2"

void ReportStore::recall(ReportCounter& counter, const Asked& asked) {
  auto q = rows(database_, asked, HUDDLEKIT_RECALL, HUDDLEKIT_RECALL " AND s.team_id = ?3");
  while (q.next()) {
    if (!asked.find(q.number(0))) continue;
    counter.remembered({.stability = q.real(2), .difficulty = q.real(3)}, q.day(1));
  }
}

#define HUDDLEKIT_HANDOFFS                                                                   \
  "SELECT h.team_id, raised, answered, coalesce(state, 'open') <> 'open' FROM hand_off AS h" \
  " LEFT JOIN commitment AS c ON c.id = commitment_id WHERE raised >= ?1 AND raised < ?2"

void ReportStore::handoffs(ReportCounter& counter, const Asked& asked) {
  auto q = rows(database_, asked, HUDDLEKIT_HANDOFFS, HUDDLEKIT_HANDOFFS " AND h.team_id = ?3");
  while (q.next()) {
    if (asked.find(q.number(0))) counter.handoff(q.day(1), q.maybe_day(2), q.flag(3));
  }
}

}  // namespace huddlekit
