// When a team meets: its meetings' rules with its holidays and with what was moved or cancelled.
#include <algorithm>
#include <map>

#include "store/playbook/calendar_store.hpp"
#include "store/playbook/playbook_store.hpp"

namespace huddlekit {
namespace {

constexpr Day kNoEnd = std::chrono::local_days{std::chrono::year{9999} / 12 / 31};

}  // namespace

void PlaybookStore::add_cadences(StoredTeam& stored) {
  const auto& team = stored.team;
  if (team.meetings.empty()) return;
  const auto& organisation = rulebook().organisation;
  CalendarStore calendar(database_);
  const auto names = team.holidays  ? *team.holidays
                     : organisation ? organisation->holidays
                                    : std::vector<std::string>{};
  stored.holidays = calendar.kept_by(names);
  Cadence::Options common;
  common.work_week = team.work_week ? *team.work_week
                     : organisation ? organisation->work_week
                                    : common.work_week;
  for (const auto& holiday : stored.holidays) common.holidays.push_back(holiday.day);

  const auto exceptions =
      calendar.exceptions(stored.id, common.holidays.empty() ? kNoEnd : common.holidays.front());
  const auto moves = calendar.moves(stored.id);
  const Zone zone(team.zone);
  for (const auto& meeting : team.meetings) {
    auto options = common;
    options.on_holiday = meeting.on_holiday;
    // The rule always gives the time of day at which the meeting starts, so a day names it.
    std::map<LocalTime, LocalTime> moved;
    for (const auto& e : exceptions) {
      if (e.meeting != meeting.key) continue;
      const LocalTime given = e.rule_day + meeting.start;
      if (e.cancelled) {
        options.cancelled.push_back(given);
        continue;
      }
      // Published: holidays that were read since do not move it.
      const LocalTime local = zone.local(e.starts);
      const bool elsewhere = std::chrono::floor<std::chrono::days>(local) != e.rule_day;
      const bool on_holiday =
          std::binary_search(common.holidays.begin(), common.holidays.end(), e.rule_day);
      if (elsewhere || on_holiday) moved[given] = elsewhere ? local : given;
    }
    for (const auto& move : moves) {
      if (move.meeting == meeting.key) moved[move.rule_day + meeting.start] = move.to;
    }
    for (const auto& [from, to] : moved) options.moved.push_back({from, to});
    stored.cadences.emplace_back(meeting.rule, LocalTime{meeting.since} + meeting.start, zone,
                                 std::move(options));
  }
}

void PlaybookStore::changed() {
  database_.run("UPDATE generation SET number = number + 1");
  forget();
}

}  // namespace huddlekit
