// Which value is the value of the day, the week or the month.
#include "book/agendas/value_desk.hpp"

#include <algorithm>

#include "book/session.hpp"
#include "core/turns/exposure.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;

/// Of all themes together: a value weighs 1,000 at most, and a rotation takes 1,000 times that.
constexpr std::int64_t kMostFactor = kMaxWeight / 1'000;

std::int64_t theme_factor(const std::vector<Theme>& themes, const Value& value, Day day,
                          std::string* name) {
  std::int64_t factor = 1;
  for (const auto& theme : themes) {
    if (day < theme.first || day > theme.last) continue;
    if (std::find(theme.values.begin(), theme.values.end(), value.key) == theme.values.end()) {
      continue;
    }
    factor = std::min(factor * theme.factor, kMostFactor);
    if (name != nullptr) *name = theme.name;
  }
  return factor;
}

// Per cent: somebody on a roster is there; of those merely expected some are ill.
constexpr std::uint8_t kKnown = 100, kExpected = 93;

bool meets(const StoredTeam& team, Day day) {
  return std::any_of(team.cadences.begin(), team.cadences.end(),
                     [&](const Cadence& cadence) { return cadence.on(day).has_value(); });
}

/// Calls `visit` with the place in `desk.people` of everybody expected at a huddle of that day,
/// once for each huddle, and whether a roster says so. Answers whether there is any huddle.
template <class Visit>
bool for_each_expected(const ValueDesk& desk, Day day, Visit&& visit) {
  bool any = false;
  std::size_t place = 0;
  for (const auto& crew : desk.crews) {
    const auto& team = *crew->team;
    for (std::size_t m = 0; m < team.cadences.size(); ++m) {
      if (!team.cadences[m].on(day)) continue;
      any = true;
      const bool known = crew->rosters.contains({day, team.team.meetings[m].key});
      for (const auto member : members_there(*crew, day, team.team.meetings[m])) {
        visit(place + member, known);
      }
    }
    place += team.people.size();
  }
  return any;
}

}  // namespace

Id ValueTurns::scope(const StoredTeam& team) {
  const auto& organisation = s_.playbook.rulebook().organisation;
  return organisation && organisation->scope == Scope::kOrganisation ? 0 : team.id;
}

Day ValueTurns::period_start(Day day) {
  const auto& organisation = s_.playbook.rulebook().organisation;
  switch (organisation ? organisation->period : ValuePeriod::kDay) {
    case ValuePeriod::kDay:
      return day;
    case ValuePeriod::kWeek:
      return day - (weekday{day} - Monday);
    case ValuePeriod::kMonth: {
      const year_month_day date{day};
      return local_days{date.year() / date.month() / 1};
    }
  }
  return day;
}

Day ValueTurns::period_end(Day day) {
  const Day start = period_start(day);
  Day end = day + days{1};
  while (period_start(end) == start) end += days{1};
  return end;
}

ValueDesk ValueTurns::desk(Id scope_id, Day day, Day until) {
  ValueDesk desk{.scope = scope_id, .until = until};
  std::vector<InRota> members;
  for (const auto& stored : s_.playbook.rulebook().values) {
    members.push_back({.id = stored.id, .weight = stored.value.weight});
    desk.values.push_back(stored.id);
  }
  desk.rota = s_.turns.load({RotaRole::kValue, scope_id}, members);
  desk.last = s_.huddles.value_before(scope_id, period_start(day));
  return desk;
}

bool ValueTurns::anybody_meets(const ValueDesk& desk, Day day) {
  if (desk.scope != 0) return meets(s_.playbook.team(desk.scope), day);
  const auto& keys = s_.playbook.rulebook().team_keys;
  return std::any_of(keys.begin(), keys.end(),
                     [&](const std::string& key) { return meets(s_.playbook.team(key), day); });
}

/// Loads the people whose needs steer the choice.
void ValueTurns::load_people(ValueDesk& desk, Day from) {
  if (!desk.people.empty()) return;
  if (desk.crews.empty()) {
    const Day until = desk.until + kComingDays;
    if (desk.scope != 0) {
      desk.crews = {
          std::make_shared<Crew>(load_crew(s_, s_.playbook.team(desk.scope), from, until))};
    } else {
      desk.crews = load_crews(s_, all_teams(s_), from, until);
    }
  }
  for (const auto& crew : desk.crews) {
    for (const Id person : crew->team->people) {
      const auto known = crew->hearings.find(person);
      for (const Id value : desk.values) {
        Heard heard;
        if (known != crew->hearings.end()) {
          for (const auto& h : known->second.values) {
            if (h.value == value) heard = {.credit = h.credit, .times = h.times};
          }
        }
        desk.people.push_back(heard);
      }
    }
  }
}

/// Who is there in the period that begins on `start`; nullptr when nobody meets.
const std::vector<std::uint8_t>* ValueTurns::chances(ValueDesk& desk, Day start) {
  if (const auto it = desk.chances.find(start); it != desk.chances.end()) {
    return it->second.empty() ? nullptr : &it->second;
  }
  std::vector<std::uint8_t> row(desk.people.size() / desk.values.size(), 0);
  bool anybody = false;
  for (Day day = start; day < period_end(start); day += days{1}) {
    anybody |= for_each_expected(desk, day, [&](std::size_t person, bool known) {
      row[person] = std::max(row[person], known ? kKnown : kExpected);
    });
  }
  if (!anybody) row.clear();
  const auto& kept = desk.chances[start] = std::move(row);
  return kept.empty() ? nullptr : &kept;
}

/// The choice that fairness and the needs of those expected leave: see core/exposure.hpp.
std::size_t ValueTurns::choose(ValueDesk& desk, Day period) {
  load_people(desk, period);
  const auto steps = huddles_ahead(desk.rota.candidates);
  std::vector<std::uint8_t> chance;
  std::size_t step = 0;
  for (Day start = period; step < steps && start < period + kComingDays;
       start = period_end(start)) {
    if (const auto* row = chances(desk, start)) {
      chance.insert(chance.end(), row->begin(), row->end());
      ++step;
    }
  }
  Outlook outlook{.values = desk.rota.candidates, .people = desk.people, .chance = chance};
  for (std::size_t i = 0; i < desk.values.size(); ++i) {
    if (desk.values[i] == desk.last) outlook.last = i;
  }
  return steered_turn(outlook).value();
}

std::optional<ValueOfDay> ValueTurns::value_of(ValueDesk& desk, Day day) {
  const auto& book = s_.playbook.rulebook();
  if (book.values.empty()) return std::nullopt;
  const Day period = period_start(day);
  ValueOfDay out;
  out.weights = 0;
  for (std::size_t i = 0; i < book.values.size(); ++i) {
    const auto& value = book.values[i].value;
    auto& candidate = desk.rota.candidates[i];
    candidate.weight = value.weight * theme_factor(book.themes, value, period, nullptr);
    out.weights += candidate.weight;
  }

  std::optional<ValueDesk::Decided> decided;
  if (const auto it = desk.decided.find(period); it != desk.decided.end()) {
    decided = it->second;
  } else if (const auto stored = s_.huddles.value_day(desk.scope, period)) {
    decided = {stored->value, s_.turns.before({RotaRole::kValue, desk.scope}, stored->huddle)};
    desk.decided.emplace(period, *decided);
  }
  std::size_t index = desk.values.size();
  if (decided) {
    index = static_cast<std::size_t>(
        std::find(desk.values.begin(), desk.values.end(), decided->value) - desk.values.begin());
  }
  if (index == desk.values.size()) {  // not decided yet, or for one that is retired by now
    decided.reset();
    index = choose(desk, period);
  }
  const auto& past = desk.rota.past[index];
  out.id = desk.values[index];
  out.index = index;
  out.value = &book.values[index].value;
  out.weight = desk.rota.candidates[index].weight;
  out.turn = past.turns + (decided ? 0 : 1);
  out.last = decided ? decided->before : past.last;
  theme_factor(book.themes, *out.value, period, &out.theme);
  return out;
}

void ValueTurns::take(ValueDesk& desk, const HuddleRow& row) {
  const Day period = period_start(row.day);
  if (!row.value || desk.decided.contains(period) || s_.huddles.value_day(desk.scope, period)) {
    return;
  }
  const auto index =
      static_cast<std::size_t>(std::ranges::find(desk.rota.candidates, *row.value, &Candidate::id) -
                               desk.rota.candidates.begin());
  s_.turns.take({RotaRole::kValue, desk.scope}, row.id, desk.rota, index, period);
  s_.huddles.set_value_day(desk.scope, period, *row.value, row.id);
  desk.decided[period] = {*row.value, desk.rota.past[index].last};
  desk.rota.take(index, period);
}

void ValueTurns::advance(ValueDesk& desk, Day period, const ValueOfDay& value) {
  const auto gain = gains(desk.rota.candidates);
  desk.decided[period] = {value.id, desk.rota.past[value.index].last};
  desk.rota.take(value.index, period);
  desk.last = value.id;
  const auto n = desk.values.size();
  for (Day day = period; day < period_end(period); day += days{1}) {
    for_each_expected(desk, day, [&](std::size_t person, bool) {
      hear(std::span(desk.people).subspan(person * n, n), gain, value.index);
    });
  }
  desk.chances.erase(period);
}

}  // namespace huddlekit
