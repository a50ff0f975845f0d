#include "store/playbook/playbook_store.hpp"

#include "core/text/names.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "store/sql/lists.hpp"

namespace huddlekit {
namespace {

const Person kSomebodyErased{"", "a colleague"};

Value read_value(Query& q) {  // key, name, statement, behaviours, weight, promise
  return {.key = q.text(1),
          .name = q.text(2),
          .statement = q.text(3),
          .behaviours = from_json_list(q.view(4)),
          .weight = q.small(5),
          .promise = q.text(6)};
}

Theme read_theme(Query& q) {
  return {.key = q.text(0),
          .name = q.text(1),
          .values = from_json_list(q.view(2)),
          .from = q.day(3),
          .until = q.day(4),
          .factor = q.small(5),
          .goal = q.text(6),
          .goal_count = q.small(7)};
}

std::optional<std::chrono::seconds> maybe_length(Query& q, int column) {
  return q.null(column) ? std::nullopt : std::optional(q.length(column));
}

ReminderRule read_reminder_rule(Query& q) {
  return {.key = q.text(0),
          .kind = q.word<ReminderKind>(1),
          .audience = q.null(2) ? std::nullopt : from_name<Recipient>(q.view(2)),
          .ahead = maybe_length(q, 3),
          .at = maybe_length(q, 4),
          .days = Weekdays::from_bits(static_cast<std::uint8_t>(q.number(5))),
          .early = q.length(6),
          .shift = q.length(7),
          .quiet_from = maybe_length(q, 8),
          .quiet_until = maybe_length(q, 9),
          .at_most = q.small(10),
          .stop_after = q.small(11),
          .teams = from_json_list(q.view(12)),
          .enabled = q.flag(13)};
}

}  // namespace

void PlaybookStore::forget() {
  generation_ = -1;
  rulebook_.reset();
  teams_.clear();
  team_keys_.clear();
  people_.clear();
}

void PlaybookStore::refresh() {
  const auto version = database_->data_version();
  if (version == data_version_ && generation_ >= 0) return;
  data_version_ = version;
  auto q = database_.query("SELECT number FROM generation");
  q.next();
  if (q.number(0) == generation_) return;
  forget();
  generation_ = q.number(0);
}

const Rulebook& PlaybookStore::rulebook() {
  if (rulebook_) return *rulebook_;
  auto book = std::make_unique<Rulebook>();
  {
    auto q = database_.query(
        "SELECT name, motto, promise, zone, work_week, scope, period, feature_days, holidays"
        " FROM organisation");
    if (q.next()) {
      book->organisation =
          Organisation{.name = q.text(0),
                       .motto = q.text(1),
                       .promise = q.text(2),
                       .zone = q.text(3),
                       .work_week = Weekdays::from_bits(static_cast<std::uint8_t>(q.number(4))),
                       .scope = q.word<Scope>(5),
                       .period = q.word<ValuePeriod>(6),
                       .holidays = from_json_list(q.view(8)),
                       .feature_days = Weekdays::from_bits(static_cast<std::uint8_t>(q.number(7)))};
    }
  }
  std::unordered_map<Id, std::string> keys;
  {
    auto q = database_.query(
        "SELECT id, key, name, statement, behaviours, weight, promise FROM core_value"
        " WHERE retired = 0 ORDER BY source_id, position");
    while (q.next()) {
      book->values.push_back({q.number(0), read_value(q)});
      keys[q.number(0)] = book->values.back().value.key;
    }
  }
  {
    auto q = database_.query(
        "SELECT id, value_id, key, text, kind, departments, touch_point FROM prompt"
        " WHERE retired = 0 ORDER BY source_id, position");
    while (q.next()) {
      const auto value = keys.find(q.number(1));
      if (value == keys.end()) continue;  // its value is retired: nothing asks for it
      book->prompts.push_back({q.number(0), q.number(1),
                               Prompt{.key = q.text(2),
                                      .value = value->second,
                                      .text = q.text(3),
                                      .kind = q.word<PromptKind>(4),
                                      .departments = from_json_list(q.view(5)),
                                      .touch_point = q.text(6)}});
    }
  }
  {
    auto q = database_.query(
        "SELECT key, name, value_keys, from_day, until_day, factor, goal, goal_count FROM theme"
        " WHERE retired = 0 ORDER BY source_id, position");
    while (q.next()) book->themes.push_back(read_theme(q));
  }
  {
    auto q = database_.query(
        "SELECT day, name, region FROM playbook_holiday ORDER BY source_id, position");
    while (q.next()) book->holidays.push_back({q.day(0), q.text(1), q.text(2)});
  }
  {
    auto q = database_.query(
        "SELECT key, kind, audience, ahead, at, days, early, shift, quiet_from, quiet_until,"
        " at_most, stop_after, teams, enabled FROM reminder_rule"
        " WHERE retired = 0 ORDER BY source_id, position");
    while (q.next()) book->reminders.push_back(read_reminder_rule(q));
  }
  {
    auto q = database_.query(
        "SELECT segment, min, ideal, max, cut, title, enabled FROM segment_override"
        " ORDER BY segment");
    while (q.next()) {
      book->segments.push_back({.segment = q.text(0),
                                .min = maybe_length(q, 1),
                                .ideal = maybe_length(q, 2),
                                .max = maybe_length(q, 3),
                                .cut = q.null(4) ? std::nullopt : std::optional(q.small(4)),
                                .title = q.text(5),
                                .enabled = q.flag(6)});
    }
  }
  {
    auto q = database_.query("SELECT key FROM team WHERE retired = 0 ORDER BY source_id, position");
    while (q.next()) book->team_keys.push_back(q.text(0));
  }
  rulebook_ = std::move(book);
  return *rulebook_;
}

StoredTeam PlaybookStore::read_team(std::string_view key) {
  StoredTeam stored;
  {
    auto q = database_.query(
        "SELECT id, key, name, department, customers, zone, parent, retired, holidays, work_week"
        " FROM team WHERE key = ?",
        key);
    if (!q.next()) return stored;
    stored.id = q.number(0);
    stored.retired = q.flag(7);
    stored.team = {.key = q.text(1),
                   .name = q.text(2),
                   .department = q.text(3),
                   .customers = q.text(4),
                   .zone = q.text(5),
                   .parent = q.text(6)};
    if (!q.null(8)) stored.team.holidays = from_json_list(q.view(8));
    if (!q.null(9)) {
      stored.team.work_week = Weekdays::from_bits(static_cast<std::uint8_t>(q.number(9)));
    }
  }
  {
    auto q = database_.query(
        "SELECT person_id, person.key, name, days, huddles, since, leads, shared, celebrated"
        " FROM membership JOIN person ON person.id = person_id"
        " WHERE team_id = ? AND retired = 0 ORDER BY position",
        stored.id);
    while (q.next()) {
      stored.people.push_back(q.number(0));
      stored.team.members.push_back(
          {.key = q.text(1),
           .name = q.text(2),
           .days = Weekdays::from_bits(static_cast<std::uint8_t>(q.number(3))),
           .huddles = from_json_list(q.view(4)),
           .since = q.maybe_day(5),
           .leads = q.flag(6),
           .shared = q.flag(7),
           .celebrated = q.flag(8)});
    }
  }
  {
    auto q = database_.query(
        "SELECT variable FROM reminder_target WHERE team_id = ? ORDER BY position", stored.id);
    while (q.next()) stored.team.targets.push_back(q.text(0));
  }
  if (!stored.retired) {
    auto q = database_.query(
        "SELECT key, name, rule, since, start, timebox, on_holiday, form FROM meeting"
        " WHERE team_id = ? AND retired = 0 ORDER BY position",
        stored.id);
    while (q.next()) {
      stored.team.meetings.push_back({.key = q.text(0),
                                      .name = q.text(1),
                                      .rule = q.text(2),
                                      .since = q.day(3),
                                      .start = q.length(4),
                                      .timebox = q.length(5),
                                      .on_holiday = q.word<HolidayRule>(6),
                                      .form = q.word<AgendaForm>(7)});
    }
  }
  return stored;
}

const StoredTeam& PlaybookStore::team(std::string_view key) {
  if (const auto it = teams_.find(key); it != teams_.end()) return it->second;
  auto stored = read_team(key);
  if (stored.id == 0) {
    throw NotFound("team: no such team, got " + in_quotes(key) +
                   did_you_mean(key, rulebook().team_keys));
  }
  add_cadences(stored);
  for (std::size_t i = 0; i < stored.people.size(); ++i) {
    people_[stored.people[i]] = {stored.team.members[i].key, stored.team.members[i].name};
  }
  team_keys_[stored.id] = stored.team.key;
  return teams_.emplace(std::string(key), std::move(stored)).first->second;
}

const StoredTeam& PlaybookStore::team(Id id) {
  if (const auto it = team_keys_.find(id); it != team_keys_.end()) return team(it->second);
  auto q = database_.query("SELECT key FROM team WHERE id = ?", id);
  if (!q.next()) throw NotFound("team: no such id, got " + std::to_string(id));
  return team(q.text(0));
}

Id PlaybookStore::team_in_force(std::string_view key) {
  const auto& stored = team(key);
  if (stored.retired) {
    throw NotFound("team: is not in the playbook any more, got " + in_quotes(key));
  }
  return stored.id;
}

const StoredValue& PlaybookStore::value(std::string_view key) {
  std::vector<std::string> known;
  for (const auto& stored : rulebook().values) {
    if (stored.value.key == key) return stored;
    known.push_back(stored.value.key);
  }
  throw NotFound("value: no such value, got " + in_quotes(key) + did_you_mean(key, known));
}

Id PlaybookStore::person(std::string_view key) {
  {
    auto q = database_.query("SELECT id FROM person WHERE key = ?", key);
    if (q.next()) return q.number(0);
  }
  std::vector<std::string> known;
  auto q = database_.query("SELECT key FROM person WHERE key IS NOT NULL");
  while (q.next()) known.push_back(q.text(0));
  throw NotFound("person: no such person, got " + in_quotes(key) + did_you_mean(key, known));
}

const Person& PlaybookStore::shown(Id person) {
  if (const auto it = people_.find(person); it != people_.end()) return it->second;
  auto q = database_.query("SELECT key, name FROM person WHERE id = ?", person);
  Person found = q.next() && !q.null(0) ? Person{q.text(0), q.text(1)} : kSomebodyErased;
  return people_[person] = std::move(found);
}

std::vector<Id> PlaybookStore::all_teams() {
  std::vector<Id> out;
  auto q = database_.query("SELECT id FROM team ORDER BY source_id, position, id");
  while (q.next()) out.push_back(q.number(0));
  return out;
}

std::vector<std::string> PlaybookStore::names() {
  std::vector<std::string> out;
  auto q = database_.query("SELECT name FROM person WHERE key IS NOT NULL ORDER BY id");
  while (q.next()) out.push_back(q.text(0));
  return out;
}

}  // namespace huddlekit
