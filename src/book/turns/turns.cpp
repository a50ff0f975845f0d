// Turns to come: who is next, and what colleagues agree on among themselves.
#include "book/turns/turns.hpp"

#include <algorithm>

#include "core/sentences/phrase.hpp"
#include "core/text/names.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

const std::optional<Person>& in_role(const Agenda& agenda, Role role) {
  return role == Role::kLead ? agenda.facilitator : agenda.customers_seat;
}

Turn turn_of(const Agenda& agenda, Role role) {
  return {agenda.id, agenda.day, role, in_role(agenda, role), agenda.published};
}

void check_takes_place(std::string_view id, const std::optional<HuddleRow>& row) {
  if (!row || row->state == HuddleState::kPublished) return;
  throw Conflict("huddle " + std::string(id) +
                 (row->state == HuddleState::kCancelled
                      ? ": was cancelled"
                      : ": is " + std::string(name_of(row->state)) + " already"));
}

}  // namespace

std::vector<Turn> TurnsAhead::coming(const StoredTeam& team, Role role, int n, Day from) {
  // Long enough for n huddles of a team that meets at all often, and no longer than a plan may be.
  for (days ahead{n * 2 + 14};; ahead = std::min(ahead * 4, kPlanAhead)) {
    std::vector<Turn> out;
    for (const auto& agenda : agendas_.plan(team, from, from + ahead)) {
      out.push_back(turn_of(agenda, role));
      if (static_cast<int>(out.size()) == n) return out;
    }
    if (ahead == kPlanAhead) return out;
  }
}

Turn TurnsAhead::skip(std::string_view id, Role role, std::string_view reason) {
  const auto found = calendar_.named(id);
  const auto& team = *found.team;
  check_takes_place(id, found.row);
  const Day day = found.day();
  const auto& meeting = found.meeting();
  const auto now = found.row ? turn_of(agendas_.stored(team, *found.row), role)
                             : turn_of(agendas_.planned(team, *found.slot), role);
  if (!now.who) {
    throw Conflict("huddle " + std::string(id) + ": nobody has the role " + to_string(role));
  }
  if (!now.who->key.empty()) {  // else they were erased since, and are passed by anyway
    s_.presence.arrange(team.id, {day, meeting}, to_string(role), s_.playbook.person(now.who->key),
                        false);
  }
  if (!found.row) return turn_of(agendas_.planned(team, *found.slot), role);
  return turn_of(
      revisions_.revise(
          id,
          reason.empty() ? sentences::phrase("turn.passed", token(*now.who)) : std::string(reason),
          {}),
      role);
}

/// Within a reason that is kept: by id, so that it forgets whoever is erased.
std::string TurnsAhead::token(const Person& who) const {
  return who.key.empty() ? who.name : sentences::person(s_.playbook.person(who.key));
}

/// @throws Conflict when they cannot take a turn at that huddle.
void TurnsAhead::check_can_take(const Found& found, std::string_view id, Id person,
                                std::string_view key) {
  const auto& team = *found.team;
  const auto member = std::ranges::find(team.people, person);
  if (member == team.people.end()) {
    throw Conflict("with: is not in the team " + team.team.key + ", got " + in_quotes(key));
  }
  const auto& details = team.team.members[static_cast<std::size_t>(member - team.people.begin())];
  const auto crew = load_crew(s_, team, found.day(), found.day() + days{1});
  const auto wish = crew.leads.find(person);
  if (!(wish == crew.leads.end() ? details.leads : wish->second)) {
    throw Conflict("with: does not take turns, got " + in_quotes(key));
  }
  const auto there =
      found.row ? found.row->expected : expected_ids(crew, found.day(), *found.slot->meeting);
  if (std::ranges::find(there, person) == there.end()) {
    throw Conflict("with: is not expected at " + std::string(id) + ", got " + in_quotes(key));
  }
}

/// Somebody's next turn after a day, as planned.
std::optional<Turn> TurnsAhead::next_of(const StoredTeam& team, Role role, std::string_view key,
                                        Day day) {
  for (const auto& agenda : agendas_.plan(team, std::min(s_.today(team), day), day + days{60})) {
    const auto& who = in_role(agenda, role);
    if (agenda.day > day && !agenda.published && who && who->key == key) {
      return turn_of(agenda, role);
    }
  }
  return std::nullopt;
}

std::vector<Turn> TurnsAhead::swap(std::string_view id, Role role, std::string_view with) {
  const auto found = calendar_.named(id);
  const auto& team = *found.team;
  check_takes_place(id, found.row);
  const Id other = s_.playbook.person(with);
  check_can_take(found, id, other, with);
  const auto now = found.row ? turn_of(agendas_.stored(team, *found.row), role)
                             : turn_of(agendas_.planned(team, *found.slot), role);
  if (now.who && now.who->key == with) {
    throw Conflict("with: has this turn already, got " + in_quotes(with));
  }
  const auto theirs = next_of(team, role, with, found.day());  // before anything is changed
  s_.presence.arrange(team.id, {found.day(), found.meeting()}, to_string(role), other, true);
  std::vector<Turn> out;
  if (found.row) {
    const auto taker = sentences::person(other);
    const auto why = now.who ? sentences::phrase("turn.swapped", token(*now.who), taker)
                             : sentences::phrase("turn.taken", taker);
    out.push_back(turn_of(revisions_.revise(id, why, {}), role));
  } else {
    out.push_back(turn_of(agendas_.planned(team, *found.slot), role));
  }
  if (!theirs || !now.who || now.who->key.empty()) return out;
  const auto later = calendar_.named(theirs->huddle);
  const auto& slot = *later.slot;
  const Id first = s_.playbook.person(now.who->key);
  const auto crew = load_crew(s_, team, slot.day, slot.day + days{1});
  const auto coming = attendees(crew, slot.day, *slot.meeting);
  if (std::ranges::find(coming, first, &Attendee::id) != coming.end()) {
    s_.presence.arrange(team.id, {slot.day, slot.meeting->key}, to_string(role), first, true);
    out.push_back(turn_of(agendas_.planned(team, slot), role));
  }
  return out;
}

}  // namespace huddlekit
