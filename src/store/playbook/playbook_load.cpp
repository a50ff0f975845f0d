// Loading a playbook: an upsert by key, one source at a time, a function a table.
#include <algorithm>

#include "core/agenda/agenda_template.hpp"
#include "core/text/names.hpp"
#include "core/text/text.hpp"
#include "store/people/erasure.hpp"
#include "store/playbook/keyed_table.hpp"
#include "store/playbook/member_days.hpp"
#include "store/playbook/playbook_read.hpp"
#include "store/playbook/playbook_store.hpp"
#include "store/sql/lists.hpp"

namespace huddlekit {
namespace {

Id source_named(Database& db, const std::string& name) {
  db.run("INSERT INTO source (name) VALUES (?) ON CONFLICT (name) DO NOTHING", name);
  auto q = db.query("SELECT id FROM source WHERE name = ?", name);
  q.next();
  return q.number(0);
}

/// What is there once in a book; a playbook that is loaded under another name is another source.
Conflict belongs_to_another(Database& db, const std::string& what, Id owner) {
  auto q = db.query("SELECT name FROM source WHERE id = ?", owner);
  q.next();
  return Conflict(what + ": belongs to the source " + in_quotes(q.view(0)) +
                  "; two sources cannot define it");
}

bool is_team(Database& db, const std::string& key) {
  return db.query("SELECT 1 FROM team WHERE key = ? AND retired = 0", key).next();
}

}  // namespace

class PlaybookStore::Load {
 public:
  Load(PlaybookStore& store, const Playbook& playbook, Day today)
      : store_(store),
        db_(store.database_),
        playbook_(playbook),
        today_(today),
        source_(source_named(db_, playbook.source)),
        before_(store.rulebook()),
        keyed_(db_, source_, report_) {}

  LoadReport run() {
    organisation();
    segments();
    holidays();
    values();
    prompts();
    teams();
    themes();
    reminders();
    store_.rulebook_.reset();
    const auto& after = store_.rulebook();
    count(before_.segments.empty(), before_.segments == after.segments);
    count(before_.holidays.empty(), before_.holidays == after.holidays);
    check_timeboxes();
    if (report_.added + report_.changed + report_.retired > 0) store_.changed();
    store_.forget();
    return report_;
  }

 private:
  /// Of what has no keys: all of it is one entry.
  void count(bool is_new, bool same) {
    if (!same) ++(is_new ? report_.added : report_.changed);
  }

  /// At most one in the book.
  void organisation() {
    if (playbook_.organisation == before_.organisation) return;
    std::optional<Id> owner;
    if (auto q = db_.query("SELECT source_id FROM organisation"); q.next()) owner = q.number(0);
    if (playbook_.organisation && owner && *owner != source_) {
      throw belongs_to_another(db_, "organisation", *owner);
    }
    if (!playbook_.organisation && owner != source_) return;
    db_.run("DELETE FROM organisation WHERE source_id = ?", source_);
    if (const auto& o = playbook_.organisation) {
      db_.run(
          "INSERT INTO organisation (source_id, name, motto, promise, zone, work_week, scope,"
          " period, feature_days, holidays) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          source_, o->name, o->motto, o->promise, o->zone, o->work_week.bits(), o->scope, o->period,
          o->feature_days.bits(), to_json_list(o->holidays));
    }
    count(!owner, false);
  }

  void segments() {
    db_.run("DELETE FROM segment_override WHERE source_id = ?", source_);
    for (const auto& s : playbook_.segments) {
      if (auto q = db_.query("SELECT source_id FROM segment_override WHERE segment = ?", s.segment);
          q.next()) {
        throw belongs_to_another(db_, "template." + s.segment, q.number(0));
      }
      db_.run("INSERT INTO segment_override VALUES (?, ?, ?, ?, ?, ?, ?, ?)", s.segment, source_,
              s.min, s.ideal, s.max, s.cut, s.title, s.enabled);
    }
  }

  void holidays() {
    db_.run("DELETE FROM playbook_holiday WHERE source_id = ?", source_);
    for (std::size_t i = 0; i < playbook_.holidays.size(); ++i) {
      const auto& holiday = playbook_.holidays[i];
      db_.run("INSERT INTO playbook_holiday VALUES (?, ?, ?, ?, ?)", source_, i, holiday.day,
              holiday.name, holiday.region);
    }
  }

  void values() {
    static const KeyedTable table("core_value", "value",
                                  {"name", "statement", "behaviours", "weight", "promise"});
    keyed_.put(table, playbook_.values, [](const Value& v) {
      return std::tuple(v.name, v.statement, to_json_list(v.behaviours), v.weight, v.promise);
    });
  }

  void prompts() {
    static const KeyedTable table("prompt", "prompt",
                                  {"value_id", "text", "kind", "departments", "touch_point"});
    keyed_.put(table, playbook_.prompts, [&](const Prompt& p) {
      auto value = db_.query("SELECT id FROM core_value WHERE key = ? AND retired = 0", p.value);
      if (!value.next()) {
        throw NotFound("prompt " + in_quotes(p.key) + ": no such value, got " + in_quotes(p.value));
      }
      return std::tuple(value.number(0), p.text, p.kind, to_json_list(p.departments),
                        p.touch_point);
    });
  }

  void teams() {
    static const KeyedTable table(
        "team", "team",
        {"name", "department", "customers", "zone", "parent", "holidays", "work_week"});
    keyed_.put<TeamDefinition>(
        table, playbook_.teams,
        [](const TeamDefinition& t) {
          return std::tuple(t.name, t.department, t.customers, t.zone, t.parent,
                            t.holidays ? std::optional(to_json_list(*t.holidays)) : std::nullopt,
                            t.work_week ? std::optional<int>(t.work_week->bits()) : std::nullopt);
        },
        [&](const TeamDefinition& t) { return has_same_members(t); },
        [&](Id id, const TeamDefinition& t) {
          members(id, t);
          meetings(id, t);
          targets(id, t);
        });
    for (const auto& team : playbook_.teams) {
      if (team.parent.empty() || is_team(db_, team.parent)) continue;
      throw NotFound("team " + in_quotes(team.key) + ": no such parent, got " +
                     in_quotes(team.parent));
    }
  }

  bool has_same_members(const TeamDefinition& team) {
    auto members = team.members;
    for (auto& member : members) member.renamed_from.clear();  // done, if the keys are the same
    const auto known = read_team(db_, team.key).team;
    return known.members == members && known.meetings == team.meetings &&
           known.targets == team.targets;
  }

  void members(Id team, const TeamDefinition& content) {
    const auto were = members_in_force(db_, team);
    db_.run("UPDATE membership SET retired = 1 WHERE team_id = ?", team);
    int position = 0;
    for (const auto& m : content.members) {
      if (!m.renamed_from.empty()) {
        db_.run(
            "UPDATE person SET key = ? WHERE key = ?"
            " AND NOT EXISTS (SELECT 1 FROM person WHERE key = ?)",
            m.key, m.renamed_from, m.key);
      }
      check_not_erased(db_, m.key);
      db_.run(
          "INSERT INTO person (key, name) VALUES (?, ?)"
          " ON CONFLICT (key) DO UPDATE SET name = excluded.name",
          m.key, m.name);
      db_.run(
          "INSERT INTO membership VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
          " ON CONFLICT (team_id, person_id) DO UPDATE SET position = excluded.position,"
          " days = excluded.days, huddles = excluded.huddles, since = excluded.since,"
          " leads = excluded.leads, shared = excluded.shared, celebrated = excluded.celebrated,"
          " retired = 0",
          team, store_.person(m.key), position++, m.days.bits(), to_json_list(m.huddles), m.since,
          m.leads, m.shared, m.celebrated);
    }
    date_members(db_, team, were, today_);
  }

  void meetings(Id team, const TeamDefinition& content) {
    db_.run("UPDATE meeting SET retired = 1 WHERE team_id = ?", team);
    int position = 0;
    for (const auto& m : content.meetings) {
      db_.run(
          "INSERT INTO meeting (team_id, key, position, name, rule, since, start, timebox,"
          " on_holiday, form) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          " ON CONFLICT (team_id, key) DO UPDATE SET position = excluded.position,"
          " name = excluded.name, rule = excluded.rule, since = excluded.since,"
          " start = excluded.start, timebox = excluded.timebox, on_holiday = excluded.on_holiday,"
          " form = excluded.form, retired = 0",
          team, m.key, position++, m.name, m.rule, m.since, m.start, m.timebox, m.on_holiday,
          m.form);
    }
  }

  void targets(Id team, const TeamDefinition& content) {
    db_.run("DELETE FROM reminder_target WHERE team_id = ?", team);
    int position = 0;
    for (const auto& variable : content.targets) {
      db_.run("INSERT INTO reminder_target VALUES (?, ?, ?)", team, position++, variable);
    }
  }

  void themes() {
    static const KeyedTable table(
        "theme", "theme",
        {"name", "value_keys", "from_day", "until_day", "factor", "goal", "goal_count"});
    keyed_.put(table, playbook_.themes, [](const Theme& t) {
      return std::tuple(t.name, to_json_list(t.values), t.first, t.last, t.factor, t.goal,
                        t.goal_count);
    });
  }

  void reminders() {
    static const KeyedTable table(
        "reminder_rule", "reminder",
        {"kind", "audience", "ahead", "at", "days", "early", "shift", "quiet_from", "quiet_until",
         "at_most", "stop_after", "teams", "enabled"});
    keyed_.put(table, playbook_.reminders, [](const ReminderRule& r) {
      return std::tuple(r.kind, r.audience, r.ahead, r.at, r.days.bits(), r.early, r.shift,
                        r.quiet_from, r.quiet_until, r.at_most, r.stop_after, to_json_list(r.teams),
                        r.enabled);
    });
    for (const auto& rule : playbook_.reminders) {
      for (const auto& team : rule.teams) {
        if (is_team(db_, team)) continue;
        throw NotFound("reminder " + in_quotes(rule.key) + ": no such team, got " +
                       in_quotes(team));
      }
    }
  }

  /// Reading a file checks its own meetings against its own template; here the sources meet.
  void check_timeboxes() {
    std::chrono::seconds least{};
    for (const auto& slot : agenda_template(store_.rulebook().segments).slots) {
      if (slot.enabled && slot.request.cut == 0) least += slot.request.min;
    }
    auto q = db_.query(
        "SELECT team.key, meeting.key, timebox FROM meeting JOIN team ON team.id = team_id"
        " WHERE meeting.retired = 0 AND team.retired = 0 AND timebox < ? LIMIT 1",
        least);
    if (!q.next()) return;
    throw Conflict("template: the segments that are never cut need " +
                   std::to_string(least.count()) + " s, but the huddle " + in_quotes(q.view(1)) +
                   " of " + in_quotes(q.view(0)) + " has a timebox of " +
                   std::to_string(q.number(2)) + " s");
  }

  PlaybookStore& store_;
  Database& db_;
  const Playbook& playbook_;
  Day today_;
  Id source_;
  Rulebook before_;
  LoadReport report_;
  KeyedLoad keyed_;
};

LoadReport PlaybookStore::load(const Playbook& playbook, Day today) {
  check_text("source", playbook.source, 200);
  return Load(*this, playbook, today).run();
}

}  // namespace huddlekit
