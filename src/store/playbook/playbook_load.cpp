// Loading a playbook: an upsert by key, one source at a time.
#include <algorithm>
#include <functional>
#include <set>

#include "core/agenda/agenda_template.hpp"
#include "core/text/names.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "store/people/erasure.hpp"
#include "store/playbook/member_days.hpp"
#include "store/playbook/playbook_store.hpp"
#include "store/sql/lists.hpp"

namespace huddlekit {
namespace {

/// A table of keyed playbook entries; `name` is what an error calls one.
struct Table {
  const char* name;
  const char* find;     // id, source_id, retired by key
  const char* owner;    // source's name by id
  const char* rename;   // key by id
  const char* retire;   // by id
  const char* move;     // to a position, by id
  const char* present;  // id, key of a source's entries in force
};

#define HUDDLEKIT_TABLE(table, name)                                                         \
  Table {                                                                                    \
    name, "SELECT id, source_id, retired FROM " table " WHERE key = ?",                      \
        "SELECT name FROM source WHERE id = ?", "UPDATE " table " SET key = ? WHERE id = ?", \
        "UPDATE " table " SET retired = 1 WHERE id = ?",                                     \
        "UPDATE " table " SET position = ?1 WHERE id = ?2 AND position <> ?1",               \
        "SELECT id, key FROM " table " WHERE source_id = ? AND retired = 0"                  \
  }

const Table kValues = HUDDLEKIT_TABLE("core_value", "value");
const Table kPrompts = HUDDLEKIT_TABLE("prompt", "prompt");
const Table kTeams = HUDDLEKIT_TABLE("team", "team");
const Table kThemes = HUDDLEKIT_TABLE("theme", "theme");
const Table kReminders = HUDDLEKIT_TABLE("reminder_rule", "reminder");
#undef HUDDLEKIT_TABLE

/// Where an entry stands; `id` is 0 for a new one.
struct Place {
  Id id = 0;
  bool retired = false;
};

class Loader {
 public:
  Loader(Database& database, Id source, LoadReport& report)
      : database_(database), source_(source), report_(report) {}

  /// Puts one entry per key in and retires the source's others.
  template <class Entry>
  void put(const Table& table, const std::vector<Entry>& entries,
           const std::function<bool(Id, const Entry&)>& same,
           const std::function<void(Id, const Entry&, int position)>& write) {
    std::set<std::string, std::less<>> kept;
    int position = 0;
    for (const auto& entry : entries) {
      const Place place = find(table, entry.key, renamed_from(entry));
      kept.insert(entry.key);
      const bool unchanged = place.id != 0 && !place.retired && same(place.id, entry);
      if (unchanged) {
        database_.run(table.move, position, place.id);
      } else {
        write(place.id, entry, position);
      }
      ++(unchanged ? report_.unchanged : place.id == 0 ? report_.added : report_.changed);
      ++position;
    }
    std::vector<Id> gone;
    {
      auto q = database_.query(table.present, source_);
      while (q.next()) {
        if (!kept.contains(q.view(1))) gone.push_back(q.number(0));
      }
    }
    for (const Id id : gone) database_.run(table.retire, id);
    report_.retired += static_cast<int>(gone.size());
  }

 private:
  template <class Entry>
  static std::string renamed_from(const Entry& entry) {
    if constexpr (requires { entry.renamed_from; }) return entry.renamed_from;
    return {};
  }

  Place find(const Table& table, const std::string& key, const std::string& old_key) {
    if (auto q = database_.query(table.find, key); q.next()) {
      const bool retired = q.flag(2);
      if (q.number(1) != source_ && !retired) {
        auto owner = database_.query(table.owner, q.number(1));
        owner.next();
        throw Conflict(std::string(table.name) + " " + in_quotes(key) + ": belongs to the source " +
                       in_quotes(owner.view(0)) + "; two sources cannot define one key");
      }
      return {q.number(0), retired};
    }
    if (old_key.empty()) return {};
    Place place;
    if (auto q = database_.query(table.find, old_key); q.next() && q.number(1) == source_) {
      place = {q.number(0), q.flag(2)};
    }
    if (place.id != 0) database_.run(table.rename, key, place.id);
    return place;
  }

  Database& database_;
  Id source_;
  LoadReport& report_;
};

/// What is there once in a book; a playbook that is loaded under another name is another source.
Conflict belongs_to_another(Database& db, const std::string& what, Id owner) {
  auto q = db.query("SELECT name FROM source WHERE id = ?", owner);
  q.next();
  return Conflict(what + ": belongs to the source " + in_quotes(q.view(0)) +
                  "; two sources cannot define it");
}

}  // namespace

LoadReport PlaybookStore::load(const Playbook& playbook, Day today) {
  check_text("source", playbook.source, 200);
  LoadReport report;
  auto& db = database_;
  db.run("INSERT INTO source (name) VALUES (?) ON CONFLICT (name) DO NOTHING", playbook.source);
  Id source = 0;
  {
    auto q = db.query("SELECT id FROM source WHERE name = ?", playbook.source);
    q.next();
    source = q.number(0);
  }
  const auto before = rulebook();
  Loader loader(db, source, report);

  // Organisation and template overrides: at most one of each in the book.
  if (playbook.organisation != before.organisation) {
    std::optional<Id> owner;
    if (auto q = db.query("SELECT source_id FROM organisation"); q.next()) owner = q.number(0);
    if (playbook.organisation && owner && *owner != source) {
      throw belongs_to_another(db, "organisation", *owner);
    }
    if (playbook.organisation || owner == source) {
      db.run("DELETE FROM organisation WHERE source_id = ?", source);
      if (const auto& o = playbook.organisation) {
        db.run(
            "INSERT INTO organisation (source_id, name, motto, promise, zone, work_week, scope,"
            " period, feature_days, holidays) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            source, o->name, o->motto, o->promise, o->zone, o->work_week.bits(), name_of(o->scope),
            name_of(o->period), o->feature_days.bits(), to_json_list(o->holidays));
      }
      ++(owner ? report.changed : report.added);
    }
  }
  db.run("DELETE FROM segment_override WHERE source_id = ?", source);
  for (const auto& s : playbook.segments) {
    if (auto q = db.query("SELECT source_id FROM segment_override WHERE segment = ?", s.segment);
        q.next()) {
      throw belongs_to_another(db, "template." + s.segment, q.number(0));
    }
    db.run("INSERT INTO segment_override VALUES (?, ?, ?, ?, ?, ?, ?, ?)", s.segment, source, s.min,
           s.ideal, s.max, s.cut, s.title, s.enabled);
  }

  db.run("DELETE FROM playbook_holiday WHERE source_id = ?", source);
  for (std::size_t i = 0; i < playbook.holidays.size(); ++i) {
    const auto& holiday = playbook.holidays[i];
    db.run("INSERT INTO playbook_holiday VALUES (?, ?, ?, ?, ?)", source, i, holiday.day,
           holiday.name, holiday.region);
  }

  loader.put<Value>(
      kValues, playbook.values,
      [&](Id id, const Value& v) {
        auto q = db.query(
            "SELECT 1 FROM core_value WHERE id = ? AND key = ? AND name = ? AND statement = ?"
            " AND behaviours = ? AND weight = ? AND promise = ?",
            id, v.key, v.name, v.statement, to_json_list(v.behaviours), v.weight, v.promise);
        return q.next();
      },
      [&](Id id, const Value& v, int position) {
        const auto own = id == 0 ? std::nullopt : std::optional(id);
        db.run(
            "INSERT INTO core_value (id, source_id, position, key, name, statement, behaviours,"
            " weight, promise) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET source_id = excluded.source_id,"
            " position = excluded.position, name = excluded.name,"
            " statement = excluded.statement, behaviours = excluded.behaviours,"
            " weight = excluded.weight, promise = excluded.promise, retired = 0",
            own, source, position, v.key, v.name, v.statement, to_json_list(v.behaviours), v.weight,
            v.promise);
      });

  const auto value_id = [&](const std::string& key, const std::string& who) {
    auto q = db.query("SELECT id FROM core_value WHERE key = ? AND retired = 0", key);
    if (!q.next()) throw NotFound(who + ": no such value, got " + in_quotes(key));
    return q.number(0);
  };
  loader.put<Prompt>(
      kPrompts, playbook.prompts,
      [&](Id id, const Prompt& p) {
        auto q = db.query(
            "SELECT 1 FROM prompt WHERE id = ? AND key = ? AND value_id = ? AND text = ?"
            " AND kind = ? AND departments = ? AND touch_point = ?",
            id, p.key, value_id(p.value, "prompt " + in_quotes(p.key)), p.text, name_of(p.kind),
            to_json_list(p.departments), p.touch_point);
        return q.next();
      },
      [&](Id id, const Prompt& p, int position) {
        const auto own = id == 0 ? std::nullopt : std::optional(id);
        db.run(
            "INSERT INTO prompt (id, source_id, position, key, value_id, text, kind, departments,"
            " touch_point) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET source_id = excluded.source_id,"
            " position = excluded.position, value_id = excluded.value_id, text = excluded.text,"
            " kind = excluded.kind, departments = excluded.departments,"
            " touch_point = excluded.touch_point, retired = 0",
            own, source, position, p.key, value_id(p.value, "prompt " + in_quotes(p.key)), p.text,
            name_of(p.kind), to_json_list(p.departments), p.touch_point);
      });

  loader.put<Team>(
      kTeams, playbook.teams,
      [&](Id, const Team& t) {
        auto plain = t;
        plain.renamed_from.clear();
        for (auto& member : plain.members) {
          if (!member.renamed_from.empty()) return false;
        }
        return read_team(t.key).team == plain;
      },
      [&](Id id, const Team& t, int position) {
        const auto own = id == 0 ? std::nullopt : std::optional(id);
        const Id written = db.insert(
            "INSERT INTO team (id, source_id, position, key, name, department, customers, zone,"
            " parent, holidays, work_week) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET source_id = excluded.source_id,"
            " position = excluded.position, name = excluded.name,"
            " department = excluded.department, customers = excluded.customers,"
            " zone = excluded.zone, parent = excluded.parent, holidays = excluded.holidays,"
            " work_week = excluded.work_week, retired = 0",
            own, source, position, t.key, t.name, t.department, t.customers, t.zone, t.parent,
            t.holidays ? std::optional(to_json_list(*t.holidays)) : std::nullopt,
            t.work_week ? std::optional(t.work_week->bits()) : std::nullopt);
        write_members(id == 0 ? written : id, t, today);
        write_targets(id == 0 ? written : id, t.targets);
      });
  for (const auto& team : playbook.teams) {
    if (team.parent.empty()) continue;
    auto q = db.query("SELECT 1 FROM team WHERE key = ? AND retired = 0", team.parent);
    if (!q.next()) {
      throw NotFound("team " + in_quotes(team.key) + ": no such parent, got " +
                     in_quotes(team.parent));
    }
  }

  loader.put<Theme>(
      kThemes, playbook.themes,
      [&](Id id, const Theme& t) {
        auto q = db.query(
            "SELECT 1 FROM theme WHERE id = ? AND name = ? AND value_keys = ? AND from_day = ?"
            " AND until_day = ? AND factor = ? AND goal = ? AND goal_count = ?",
            id, t.name, to_json_list(t.values), t.from, t.until, t.factor, t.goal, t.goal_count);
        return q.next();
      },
      [&](Id id, const Theme& t, int position) {
        const auto own = id == 0 ? std::nullopt : std::optional(id);
        db.run(
            "INSERT INTO theme (id, source_id, position, key, name, value_keys, from_day,"
            " until_day, factor, goal, goal_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET source_id = excluded.source_id,"
            " position = excluded.position, name = excluded.name,"
            " value_keys = excluded.value_keys, from_day = excluded.from_day,"
            " until_day = excluded.until_day, factor = excluded.factor, goal = excluded.goal,"
            " goal_count = excluded.goal_count, retired = 0",
            own, source, position, t.key, t.name, to_json_list(t.values), t.from, t.until, t.factor,
            t.goal, t.goal_count);
      });

  loader.put<ReminderRule>(
      kReminders, playbook.reminders,
      [&](Id, const ReminderRule& r) {
        const auto& known = before.reminders;
        return std::find(known.begin(), known.end(), r) != known.end();
      },
      [&](Id id, const ReminderRule& r, int position) {
        const auto own = id == 0 ? std::nullopt : std::optional(id);
        const auto audience =
            r.audience ? std::optional<std::string>(name_of(*r.audience)) : std::nullopt;
        db.run(
            "INSERT INTO reminder_rule (id, source_id, position, key, kind, audience, ahead, at,"
            " days, early, shift, quiet_from, quiet_until, at_most, stop_after, teams, enabled)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET source_id = excluded.source_id,"
            " position = excluded.position, kind = excluded.kind, audience = excluded.audience,"
            " ahead = excluded.ahead, at = excluded.at, days = excluded.days,"
            " early = excluded.early, shift = excluded.shift, quiet_from = excluded.quiet_from,"
            " quiet_until = excluded.quiet_until, at_most = excluded.at_most,"
            " stop_after = excluded.stop_after, teams = excluded.teams,"
            " enabled = excluded.enabled, retired = 0",
            own, source, position, r.key, name_of(r.kind), audience, r.ahead, r.at, r.days.bits(),
            r.early, r.shift, r.quiet_from, r.quiet_until, r.at_most, r.stop_after,
            to_json_list(r.teams), r.enabled);
      });
  for (const auto& rule : playbook.reminders) {
    for (const auto& team : rule.teams) {
      auto q = db.query("SELECT 1 FROM team WHERE key = ? AND retired = 0", team);
      if (q.next()) continue;
      throw NotFound("reminder " + in_quotes(rule.key) + ": no such team, got " + in_quotes(team));
    }
  }

  rulebook_.reset();
  if (rulebook().segments != before.segments) {
    ++(before.segments.empty() ? report.added : report.changed);
  }
  if (rulebook().holidays != before.holidays) {
    ++(before.holidays.empty() ? report.added : report.changed);
  }
  check_timeboxes();
  if (report.added + report.changed + report.retired > 0) {
    changed();
  }
  forget();
  return report;
}

/// Reading a file checks its own meetings against its own template; here the sources meet.
void PlaybookStore::check_timeboxes() {
  std::chrono::seconds least{};
  for (const auto& slot : agenda_template(rulebook().segments).slots) {
    if (slot.enabled && slot.request.cut == 0) least += slot.request.min;
  }
  auto q = database_.query(
      "SELECT team.key, meeting.key, timebox FROM meeting JOIN team ON team.id = team_id"
      " WHERE meeting.retired = 0 AND team.retired = 0 AND timebox < ? LIMIT 1",
      least);
  if (!q.next()) return;
  throw Conflict("template: the segments that are never cut need " + std::to_string(least.count()) +
                 " s, but the huddle " + in_quotes(q.view(1)) + " of " + in_quotes(q.view(0)) +
                 " has a timebox of " + std::to_string(q.number(2)) + " s");
}

void PlaybookStore::write_targets(Id team, const std::vector<std::string>& targets) {
  database_.run("DELETE FROM reminder_target WHERE team_id = ?", team);
  int position = 0;
  for (const auto& variable : targets) {
    database_.run("INSERT INTO reminder_target VALUES (?, ?, ?)", team, position++, variable);
  }
}

void PlaybookStore::write_members(Id team, const Team& content, Day today) {
  auto& db = database_;
  const auto were = members_in_force(db, team);
  db.run("UPDATE membership SET retired = 1 WHERE team_id = ?", team);
  int position = 0;
  for (const auto& m : content.members) {
    if (!m.renamed_from.empty()) {
      db.run(
          "UPDATE person SET key = ? WHERE key = ?"
          " AND NOT EXISTS (SELECT 1 FROM person WHERE key = ?)",
          m.key, m.renamed_from, m.key);
    }
    check_not_erased(db, m.key);
    db.run(
        "INSERT INTO person (key, name) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET name = excluded.name",
        m.key, m.name);
    db.run(
        "INSERT INTO membership VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
        " ON CONFLICT (team_id, person_id) DO UPDATE SET position = excluded.position,"
        " days = excluded.days, huddles = excluded.huddles, since = excluded.since,"
        " leads = excluded.leads, shared = excluded.shared, celebrated = excluded.celebrated,"
        " retired = 0",
        team, person(m.key), position++, m.days.bits(), to_json_list(m.huddles), m.since, m.leads,
        m.shared, m.celebrated);
  }
  date_members(db, team, were, today);
  db.run("UPDATE meeting SET retired = 1 WHERE team_id = ?", team);
  position = 0;
  for (const auto& m : content.meetings) {
    db.run(
        "INSERT INTO meeting (team_id, key, position, name, rule, since, start, timebox,"
        " on_holiday, form) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (team_id, key) DO UPDATE SET position = excluded.position,"
        " name = excluded.name, rule = excluded.rule, since = excluded.since,"
        " start = excluded.start, timebox = excluded.timebox, on_holiday = excluded.on_holiday,"
        " form = excluded.form, retired = 0",
        team, m.key, position++, m.name, m.rule, m.since, m.start, m.timebox, name_of(m.on_holiday),
        name_of(m.form));
  }
}

}  // namespace huddlekit
