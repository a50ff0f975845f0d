#include "store/playbook/playbook_read.hpp"

#include <unordered_map>

#include "core/text/names.hpp"
#include "store/sql/lists.hpp"

namespace huddlekit {
namespace {

Weekdays weekdays(Query& q, int column) {
  return Weekdays::from_bits(static_cast<std::uint8_t>(q.number(column)));
}

std::optional<std::chrono::seconds> maybe_length(Query& q, int column) {
  return q.null(column) ? std::nullopt : std::optional(q.length(column));
}

std::optional<Organisation> organisation(Database& db) {
  auto q = db.query(
      "SELECT name, motto, promise, zone, work_week, scope, period, feature_days, holidays"
      " FROM organisation");
  if (!q.next()) return std::nullopt;
  return Organisation{.name = q.text(0),
                      .motto = q.text(1),
                      .promise = q.text(2),
                      .zone = q.text(3),
                      .work_week = weekdays(q, 4),
                      .scope = q.word<Scope>(5),
                      .period = q.word<ValuePeriod>(6),
                      .holidays = from_json_list(q.view(8)),
                      .feature_days = weekdays(q, 7)};
}

std::vector<StoredValue> values(Database& db) {
  std::vector<StoredValue> out;
  auto q = db.query(
      "SELECT id, key, name, statement, behaviours, weight, promise FROM core_value"
      " WHERE retired = 0 ORDER BY source_id, position");
  while (q.next()) {
    out.push_back({q.number(0), Value{.key = q.text(1),
                                      .name = q.text(2),
                                      .statement = q.text(3),
                                      .behaviours = from_json_list(q.view(4)),
                                      .weight = q.within(5, 1, 1'000'000),
                                      .promise = q.text(6)}});
  }
  return out;
}

/// Those of the values: nothing asks for one whose value is retired.
std::vector<StoredPrompt> prompts(Database& db, const std::vector<StoredValue>& values) {
  std::unordered_map<Id, std::string> keys;
  for (const auto& value : values) keys[value.id] = value.value.key;
  std::vector<StoredPrompt> out;
  auto q = db.query(
      "SELECT id, value_id, key, text, kind, departments, touch_point FROM prompt"
      " WHERE retired = 0 ORDER BY source_id, position");
  while (q.next()) {
    const auto value = keys.find(q.number(1));
    if (value == keys.end()) continue;
    out.push_back({q.number(0), q.number(1),
                   Prompt{.key = q.text(2),
                          .value = value->second,
                          .text = q.text(3),
                          .kind = q.word<PromptKind>(4),
                          .departments = from_json_list(q.view(5)),
                          .touch_point = q.text(6)}});
  }
  return out;
}

std::vector<Theme> themes(Database& db) {
  std::vector<Theme> out;
  auto q = db.query(
      "SELECT key, name, value_keys, from_day, until_day, factor, goal, goal_count FROM theme"
      " WHERE retired = 0 ORDER BY source_id, position");
  while (q.next()) {
    out.push_back({.key = q.text(0),
                   .name = q.text(1),
                   .values = from_json_list(q.view(2)),
                   .first = q.day(3),
                   .last = q.day(4),
                   .factor = q.within(5, 1, 1'000),
                   .goal = q.text(6),
                   .goal_count = q.within(7, 0, 1'000'000'000)});
  }
  return out;
}

std::vector<Holiday> holidays(Database& db) {
  std::vector<Holiday> out;
  auto q = db.query("SELECT day, name, region FROM playbook_holiday ORDER BY source_id, position");
  while (q.next()) out.push_back({q.day(0), q.text(1), q.text(2)});
  return out;
}

std::vector<ReminderRule> reminders(Database& db) {
  std::vector<ReminderRule> out;
  auto q = db.query(
      "SELECT key, kind, audience, ahead, at, days, early, shift, quiet_from, quiet_until,"
      " at_most, stop_after, teams, enabled FROM reminder_rule"
      " WHERE retired = 0 ORDER BY source_id, position");
  while (q.next()) {
    out.push_back({.key = q.text(0),
                   .kind = q.word<ReminderKind>(1),
                   .audience = q.null(2) ? std::nullopt : from_name<Recipient>(q.view(2)),
                   .ahead = maybe_length(q, 3),
                   .at = maybe_length(q, 4),
                   .days = weekdays(q, 5),
                   .early = q.length(6),
                   .shift = q.length(7),
                   .quiet_from = maybe_length(q, 8),
                   .quiet_until = maybe_length(q, 9),
                   .at_most = q.within(10, 0, 1'000'000),
                   .stop_after = q.within(11, 0, 1'000'000),
                   .teams = from_json_list(q.view(12)),
                   .enabled = q.flag(13)});
  }
  return out;
}

std::vector<SegmentOverride> segments(Database& db) {
  std::vector<SegmentOverride> out;
  auto q = db.query(
      "SELECT segment, min, ideal, max, cut, title, enabled FROM segment_override"
      " ORDER BY segment");
  while (q.next()) {
    out.push_back({.segment = q.text(0),
                   .min = maybe_length(q, 1),
                   .ideal = maybe_length(q, 2),
                   .max = maybe_length(q, 3),
                   .cut = q.null(4) ? std::nullopt : std::optional(q.within(4, 0, 1'000)),
                   .title = q.text(5),
                   .enabled = q.flag(6)});
  }
  return out;
}

std::vector<std::string> team_keys(Database& db) {
  std::vector<std::string> out;
  auto q = db.query("SELECT key FROM team WHERE retired = 0 ORDER BY source_id, position");
  while (q.next()) out.push_back(q.text(0));
  return out;
}

void read_members(Database& db, StoredTeam& team) {
  auto q = db.query(
      "SELECT person_id, person.key, name, days, huddles, since, leads, shared, celebrated"
      " FROM membership JOIN person ON person.id = person_id"
      " WHERE team_id = ? AND retired = 0 ORDER BY position",
      team.id);
  while (q.next()) {
    team.people.push_back(q.number(0));
    team.team.members.push_back({.key = q.text(1),
                                 .name = q.text(2),
                                 .days = weekdays(q, 3),
                                 .huddles = from_json_list(q.view(4)),
                                 .since = q.maybe_day(5),
                                 .leads = q.flag(6),
                                 .shared = q.flag(7),
                                 .celebrated = q.flag(8)});
  }
}

void read_meetings(Database& db, StoredTeam& team) {
  auto q = db.query(
      "SELECT key, name, rule, since, start, timebox, on_holiday, form FROM meeting"
      " WHERE team_id = ? AND retired = 0 ORDER BY position",
      team.id);
  while (q.next()) {
    team.team.meetings.push_back({.key = q.text(0),
                                  .name = q.text(1),
                                  .rule = q.text(2),
                                  .since = q.day(3),
                                  .start = q.length(4),
                                  .timebox = q.length(5),
                                  .on_holiday = q.word<HolidayRule>(6),
                                  .form = q.word<AgendaForm>(7)});
  }
}

void read_targets(Database& db, StoredTeam& team) {
  auto q =
      db.query("SELECT variable FROM reminder_target WHERE team_id = ? ORDER BY position", team.id);
  while (q.next()) team.team.targets.push_back(q.text(0));
}

}  // namespace

Rulebook read_rulebook(Database& db) {
  Rulebook out{.organisation = organisation(db),
               .values = values(db),
               .prompts = {},
               .themes = themes(db),
               .holidays = holidays(db),
               .reminders = reminders(db),
               .segments = segments(db),
               .team_keys = team_keys(db)};
  out.prompts = prompts(db, out.values);
  return out;
}

StoredTeam read_team(Database& db, std::string_view key) {
  StoredTeam out;
  {
    auto q = db.query(
        "SELECT id, key, name, department, customers, zone, parent, retired, holidays, work_week"
        " FROM team WHERE key = ?",
        key);
    if (!q.next()) return out;
    out.id = q.number(0);
    out.retired = q.flag(7);
    out.team = {.key = q.text(1),
                .name = q.text(2),
                .department = q.text(3),
                .customers = q.text(4),
                .zone = q.text(5),
                .parent = q.text(6)};
    if (!q.null(8)) out.team.holidays = from_json_list(q.view(8));
    if (!q.null(9)) out.team.work_week = weekdays(q, 9);
  }
  read_members(db, out);
  read_targets(db, out);
  if (!out.retired) read_meetings(db, out);
  return out;
}

}  // namespace huddlekit
