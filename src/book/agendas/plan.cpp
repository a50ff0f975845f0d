// The coming huddles, played in memory.
#include <algorithm>
#include <map>

#include "book/agendas/agendas.hpp"
#include "core/text/text.hpp"

namespace huddlekit {

using std::chrono::days;

std::vector<Agenda> Agendas::plan(const StoredTeam& team, Day from, Day until) {
  std::vector<Agenda> out;
  plan({&team}, from, until, [&](Agenda agenda) { out.push_back(std::move(agenda)); });
  return out;
}

void Agendas::plan(const std::vector<const StoredTeam*>& teams, Day from, Day until,
                   const std::function<void(Agenda)>& take) {
  struct Planned {
    const StoredTeam* team;
    Desk desk;
    std::map<PresenceStore::HuddleKey, HuddleRow> rows;
  };
  std::vector<Planned> planned;
  std::map<Id, ValueDesk> by_scope;
  for (const auto* team : teams) {
    auto& p = planned.emplace_back(Planned{
        team, desks_.load(*team, from, until, static_cast<int>((until - from).count()) * 4), {}});
    for (auto& row : s_.huddles.between(team->id, from, until)) {
      p.rows.emplace(std::pair(row.day, row.meeting), std::move(row));
    }
    const Id scope = values_.scope(*team);
    if (!by_scope.contains(scope)) {
      by_scope.emplace(scope, values_.desk(scope, from, until));
    }
  }
  const bool any_values = !s_.playbook.rulebook().values.empty();
  for (Day day = from; day < until; day += days{1}) {
    const Day period = values_.period_start(day);
    for (auto& [id, values] : by_scope) {
      const bool decided = !any_values || values.decided.contains(period) ||
                           s_.huddles.value_day(values.scope, period).has_value();
      // With one value for everybody a turn is spent on every day on which anybody meets.
      if (!decided && values_.anybody_meets(values, day)) {
        values_.advance(values, period, values_.value_of(values, day).value());
      }
    }
    for (auto& [team, ahead, rows] : planned) {
      auto& values = by_scope.at(values_.scope(*team));
      for (const auto& slot : slots_on(*team, day)) {
        if (const auto it = rows.find({day, slot.meeting->key}); it != rows.end()) {
          if (it->second.state != HuddleState::kCancelled) take(stored(*team, it->second));
          continue;
        }
        auto known = desks_.facts(ahead, slot, values_.value_of(values, day));
        const auto there = known.expected;
        auto made = compose(std::move(known));
        ahead.advance(made, day, there, values);
        take(shown(std::move(made.draft), *team));
      }
    }
  }
}

Agenda Agendas::planned(const StoredTeam& team, const Slot& slot) {
  if (slot.day > s_.today(team) + kPlanAhead) {
    throw Conflict("huddle: can be agreed on at most 400 days ahead (today is " +
                   to_string(s_.today(team)) + "), got " +
                   in_quotes(huddle_id(team.team.key, slot.rule_day(), slot.meeting->key)));
  }
  const auto agendas = plan(team, std::min(s_.today(team), slot.day), slot.day + days{1});
  const auto it = std::find_if(agendas.begin(), agendas.end(), [&](const Agenda& a) {
    return a.day == slot.day && a.huddle == slot.meeting->key;
  });
  if (it == agendas.end()) {
    throw NotFound("huddle: is not on the calendar, got " +
                   in_quotes(huddle_id(team.team.key, slot.rule_day(), slot.meeting->key)));
  }
  return *it;
}

}  // namespace huddlekit
