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
  const auto it = crew.excused.find({day, meeting.key});
  return it != crew.excused.end() &&
         std::find(it->second.begin(), it->second.end(), person) != it->second.end();
}

}  // namespace

Crew load_crew(Session& s, const StoredTeam& team, Day from, Day until) {
  return {.team = &team,
          .hearings = s.presence.hearings(team.id),
          .leads = s.consents.leads(team.id),
          .absences = s.presence.absences(team.id, from, until),
          .rosters = s.presence.rosters(team.id, from, until),
          .excused = s.presence.excused(team.id, from, until)};
}

bool is_away(const Crew& crew, Id person, Day day) {
  return std::any_of(crew.absences.begin(), crew.absences.end(), [&](const auto& a) {
    return a.person == person && a.from <= day && day <= a.until;
  });
}

std::vector<Attendee> attendees(const Crew& crew, Day day, const Meeting& meeting) {
  std::vector<Attendee> out;
  const auto roster = crew.rosters.find({day, meeting.key});
  std::vector<Id> listed;
  if (roster != crew.rosters.end()) listed = roster->second;
  const auto& members = crew.team->team.members;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Id id = crew.team->people[i];
    const auto named = std::find(listed.begin(), listed.end(), id);
    const bool here = roster != crew.rosters.end()
                          ? named != listed.end()
                          : comes(members[i], day, meeting) && !is_away(crew, id, day);
    if (named != listed.end()) listed.erase(named);
    if (!here || is_excused(crew, id, day, meeting)) continue;
    const auto been = crew.hearings.find(id);
    const auto wish = crew.leads.find(id);
    out.push_back({.id = id,
                   .leads = wish == crew.leads.end() ? members[i].leads : wish->second,
                   .newcomer = been == crew.hearings.end() || been->second.huddles == 0});
  }
  // Somebody lent by another team: comes and hears, but has no turn here.
  for (const Id id : listed) {
    if (!is_excused(crew, id, day, meeting)) out.push_back({.id = id, .leads = false});
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
    heard.before = heard.last;
    heard.last = day;
  } else if (direction < 0 && heard.last == day) {
    heard.last = heard.before;
  }
}

}  // namespace huddlekit
