#include "book/agendas/crew.hpp"

#include <algorithm>

#include "book/session.hpp"

namespace huddlekit {
namespace {

bool comes(const Member& m, Day day, const Meeting& meeting) {
  return m.days.contains(day) && !(m.since && *m.since > day) &&
         (m.huddles.empty() ||
          std::find(m.huddles.begin(), m.huddles.end(), meeting.key) != m.huddles.end());
}

bool is_excused(const Crew& crew, Id person, Day day, const Meeting& meeting) {
  if (crew.excused.empty()) return false;
  const auto it = crew.excused.find({day, meeting.key});
  return it != crew.excused.end() &&
         std::find(it->second.begin(), it->second.end(), person) != it->second.end();
}

}  // namespace

Crew load_crew(Session& s, const StoredTeam& team, Day from, Day until) {
  return std::move(*load_crews(s, {&team}, from, until).front());
}

std::vector<std::shared_ptr<Crew>> load_crews(Session& s,
                                              const std::vector<const StoredTeam*>& teams, Day from,
                                              Day until) {
  std::vector<std::shared_ptr<Crew>> out;
  std::unordered_map<Id, Crew*> by_team;
  for (const auto* team : teams) {
    out.push_back(std::make_shared<Crew>(Crew{.team = team}));
    by_team[team->id] = out.back().get();
  }
  const bool one = teams.size() == 1;
  const auto which = one ? Teams{teams[0]->id, teams[0]->id} : Teams{};
  const auto at = [&](Id team, auto&& put) {  // a retired team has no crew
    if (const auto it = by_team.find(team); it != by_team.end()) put(*it->second);
  };
  s.presence.hearings(which, [&](Id team, Id person, Hearing hearing) {
    at(team, [&](Crew& crew) { crew.hearings[person] = std::move(hearing); });
  });
  s.presence.rosters(which, from, until, [&](Id team, const auto& huddle, Id who) {
    at(team, [&](Crew& crew) { crew.rosters[huddle].push_back(who); });
  });
  s.presence.excused(which, from, until, [&](Id team, const auto& huddle, Id who) {
    at(team, [&](Crew& crew) { crew.excused[huddle].push_back(who); });
  });
  if (one) {
    out[0]->leads = s.consents.leads(teams[0]->id);
    out[0]->absences = s.presence.absences(teams[0]->id, from, until);
    return out;
  }

  const auto leads = s.consents.leads();
  const auto absences = s.presence.absences(from, until);
  if (leads.empty() && absences.empty()) return out;
  std::unordered_multimap<Id, Crew*> by_person;
  for (const auto& crew : out) {
    for (const Id person : crew->team->people) by_person.emplace(person, crew.get());
  }
  const auto of = [&](Id person, auto&& put) {
    for (auto [it, end] = by_person.equal_range(person); it != end; ++it) put(*it->second);
  };
  for (const auto& [person, wish] : leads) {
    of(person, [&, p = person, w = wish](Crew& crew) { crew.leads[p] = w; });
  }
  for (const auto& absence : absences) {
    of(absence.person, [&](Crew& crew) { crew.absences.push_back(absence); });
  }
  return out;
}

bool is_away(const Crew& crew, Id person, Day day) {
  return std::any_of(crew.absences.begin(), crew.absences.end(), [&](const auto& a) {
    return a.person == person && a.first <= day && day <= a.last;
  });
}

std::vector<std::size_t> members_there(const Crew& crew, Day day, const Meeting& meeting) {
  const auto roster =
      crew.rosters.empty() ? crew.rosters.end() : crew.rosters.find({day, meeting.key});
  std::vector<std::size_t> out;
  out.reserve(crew.team->people.size());
  for (std::size_t i = 0; i < crew.team->people.size(); ++i) {
    const Id id = crew.team->people[i];
    const bool here =
        roster != crew.rosters.end()
            ? std::find(roster->second.begin(), roster->second.end(), id) != roster->second.end()
            : comes(crew.team->team.members[i], day, meeting) && !is_away(crew, id, day);
    if (here && !is_excused(crew, id, day, meeting)) out.push_back(i);
  }
  return out;
}

std::vector<Attendee> attendees(const Crew& crew, Day day, const Meeting& meeting) {
  std::vector<Attendee> out;
  const auto& people = crew.team->people;
  for (const auto i : members_there(crew, day, meeting)) {
    const Id id = people[i];
    const auto been = crew.hearings.find(id);
    const auto wish = crew.leads.find(id);
    out.push_back(
        {.id = id,
         .leads = wish == crew.leads.end() ? crew.team->team.members[i].leads : wish->second,
         .newcomer = been == crew.hearings.end() || been->second.huddles == 0});
  }
  // Somebody lent by another team: comes and hears, but has no turn here.
  const auto roster = crew.rosters.find({day, meeting.key});
  if (roster == crew.rosters.end()) return out;
  for (const Id id : roster->second) {
    const bool lent = std::find(people.begin(), people.end(), id) == people.end();
    if (lent && !is_excused(crew, id, day, meeting)) out.push_back({.id = id, .leads = false});
  }
  return out;
}

std::vector<Id> expected_ids(const Crew& crew, Day day, const Meeting& meeting) {
  std::vector<Id> out;
  for (const auto& attendee : attendees(crew, day, meeting)) out.push_back(attendee.id);
  return out;
}

std::vector<Id> absentees(const Crew& crew, Day day, const Meeting& meeting) {
  std::vector<Id> out;
  const bool roster = crew.rosters.contains({day, meeting.key});
  const auto& members = crew.team->team.members;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Id id = crew.team->people[i];
    const bool planned = !roster && comes(members[i], day, meeting) && is_away(crew, id, day);
    if (planned || is_excused(crew, id, day, meeting)) out.push_back(id);
  }
  return out;
}

void hear(Hearing& hearing, std::span<const Id> values, std::span<const std::int64_t> gain,
          std::optional<Id> value, Day day, int direction) {
  hearing.huddles += direction;
  if (!value) return;
  const auto of = [&](Id id) -> Hearing::Value& {
    auto it = std::find_if(hearing.values.begin(), hearing.values.end(),
                           [&](const Hearing::Value& h) { return h.value == id; });
    return it == hearing.values.end() ? hearing.values.emplace_back(Hearing::Value{.value = id})
                                      : *it;
  };
  for (std::size_t i = 0; i < values.size(); ++i) of(values[i]).credit += direction * gain[i];
  // Not always one of `values`: it may have been retired since.
  auto& heard = of(*value);
  heard.credit -= direction * kTurn;
  heard.times += direction;
  if (direction > 0 && (!heard.last || *heard.last < day)) {
    heard.last = day;
  }
}

}  // namespace huddlekit
