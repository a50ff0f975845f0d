#include "store/playbook/calendar_store.hpp"

#include <algorithm>

namespace huddlekit {

void CalendarStore::save(const HolidayCalendar& calendar) {
  remove(calendar.name);
  const Id id =
      database_.insert("INSERT INTO holiday_calendar (name, origin, read) VALUES (?, ?, ?)",
                       calendar.name, calendar.source, calendar.read);
  for (const auto& holiday : calendar.holidays) {
    database_.run("INSERT INTO holiday VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", id, holiday.day,
                  holiday.region, holiday.name);
  }
}

std::vector<HolidayCalendar> CalendarStore::calendars() {
  std::vector<HolidayCalendar> out;
  std::vector<Id> ids;
  {
    auto q = database_.query("SELECT id, name, origin, read FROM holiday_calendar ORDER BY name");
    while (q.next()) {
      ids.push_back(q.number(0));
      out.push_back({.name = q.text(1), .source = q.text(2), .read = q.day(3)});
    }
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    auto q = database_.query(
        "SELECT day, name, region FROM holiday WHERE calendar_id = ? ORDER BY day, region, name",
        ids[i]);
    while (q.next()) out[i].holidays.push_back({q.day(0), q.text(1), q.text(2)});
  }
  return out;
}

bool CalendarStore::remove(std::string_view name) {
  database_.run(
      "DELETE FROM holiday WHERE calendar_id IN (SELECT id FROM holiday_calendar WHERE name = ?)",
      name);
  return database_.run("DELETE FROM holiday_calendar WHERE name = ?", name) > 0;
}

std::vector<Holiday> CalendarStore::kept_by(const std::vector<std::string>& names) {
  std::vector<Holiday> out;
  const auto add = [&](Query q) {
    while (q.next()) out.push_back({q.day(0), q.text(1), q.text(2)});
  };
  add(database_.query("SELECT day, name, region FROM playbook_holiday WHERE region = ''"));
  for (const auto& name : names) {
    add(database_.query("SELECT day, name, region FROM playbook_holiday WHERE region = ?", name));
    add(database_.query("SELECT day, name, region FROM holiday WHERE region = ? AND region <> ''",
                        name));
    add(
        database_.query("SELECT day, holiday.name, region FROM holiday"
                        " JOIN holiday_calendar ON holiday_calendar.id = calendar_id"
                        " WHERE holiday_calendar.name = ? AND region = ''",
                        name));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Holiday& a, const Holiday& b) { return a.day < b.day; });
  return out;
}

std::vector<CalendarStore::Move> CalendarStore::moves(Id team) {
  std::vector<Move> out;
  auto q = database_.query(
      "SELECT meeting, rule_day, local_start, reason FROM huddle_move WHERE team_id = ?", team);
  while (q.next()) out.push_back({q.text(0), q.day(1), LocalTime{q.length(2)}, q.text(3)});
  return out;
}

void CalendarStore::set_move(Id team, const Move& move) {
  database_.run(
      "INSERT INTO huddle_move VALUES (?, ?, ?, ?, ?)"
      " ON CONFLICT (team_id, meeting, rule_day) DO UPDATE SET local_start = excluded.local_start,"
      " reason = excluded.reason",
      team, move.meeting, move.rule_day, move.to.time_since_epoch(), move.reason);
}

void CalendarStore::clear_move(Id team, std::string_view meeting, Day rule_day) {
  database_.run("DELETE FROM huddle_move WHERE team_id = ? AND meeting = ? AND rule_day = ?", team,
                meeting, rule_day);
}

std::vector<CalendarStore::Exception> CalendarStore::exceptions(Id team, Day first_holiday) {
  std::vector<Exception> out;
  auto q = database_.query(
      "SELECT meeting, coalesce(substr(moved_from, 1, 10), day), starts, state = 'cancelled'"
      " FROM huddle WHERE team_id = ? AND (day >= ? OR state = 'cancelled'"
      " OR moved_from IS NOT NULL)",
      team, first_holiday);
  while (q.next()) out.push_back({q.text(0), q.day(1), q.instant(2), q.flag(3)});
  return out;
}

}  // namespace huddlekit
