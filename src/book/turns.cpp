// Turns to come: who is next, and what colleagues agree on among themselves.
#include <algorithm>

#include "book/impl.hpp"
#include "core/agenda_sentences.hpp"
#include "core/names.hpp"
#include "core/text.hpp"
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
  if (!row || row->state == "published") return;
  throw Conflict(
      "huddle " + std::string(id) +
      (row->state == "cancelled" ? ": was cancelled" : ": is " + row->state + " already"));
}

}  // namespace

std::vector<Turn> Book::Impl::coming_turns(const StoredTeam& team, Role role, int n, Day from) {
  // Long enough for n huddles of a team that meets at all often, and no longer than a plan may be.
  for (days ahead{n * 2 + 14};; ahead = std::min(ahead * 4, kPlanAhead)) {
    std::vector<Turn> out;
    for (const auto& agenda : plan(team, from, from + ahead)) {
      out.push_back(turn_of(agenda, role));
      if (static_cast<int>(out.size()) == n) return out;
    }
    if (ahead == kPlanAhead) return out;
  }
}

Turn Book::Impl::skip(std::string_view id, Role role, std::string_view reason) {
  const StoredTeam* team = nullptr;
  const auto found = find(id, team);
  check_takes_place(id, found.row);
  const Day day = found.row ? found.row->day : found.slot->day;
  const auto& meeting = found.row ? found.row->meeting : found.slot->meeting->key;
  const auto now = found.row ? turn_of(stored(*team, *found.row, found.row->revision), role)
                             : turn_of(planned(*team, *found.slot), role);
  if (!now.who) {
    throw Conflict("huddle " + std::string(id) + ": nobody has the role " + to_string(role));
  }
  if (!now.who->key.empty()) {  // else they were erased since, and are passed by anyway
    presence.arrange(team->id, {day, meeting}, to_string(role), playbook.person(now.who->key),
                     false);
  }
  if (!found.row) return turn_of(planned(*team, *found.slot), role);
  return turn_of(
      revise(id, reason.empty() ? sentences::passed(now.who->name) : std::string(reason), {}),
      role);
}

std::vector<Turn> Book::Impl::swap(std::string_view id, Role role, std::string_view with) {
  const StoredTeam* team = nullptr;
  const auto found = find(id, team);
  check_takes_place(id, found.row);
  const Id other = playbook.person(with);
  const auto member = std::find(team->people.begin(), team->people.end(), other);
  if (member == team->people.end()) {
    throw Conflict("with: is not in the team " + team->team.key + ", got " + in_quotes(with));
  }
  const auto& details = team->team.members[static_cast<std::size_t>(member - team->people.begin())];
  const Day day = found.row ? found.row->day : found.slot->day;
  const std::string meeting = found.row ? found.row->meeting : found.slot->meeting->key;
  const auto crew_then = crew(*team, day, day + days{1});
  const auto wish = crew_then.leads.find(other);
  if (!(wish == crew_then.leads.end() ? details.leads : wish->second)) {
    throw Conflict("with: does not take turns, got " + in_quotes(with));
  }
  const auto there =
      found.row ? found.row->expected : expected_ids(crew_then, day, *found.slot->meeting);
  if (std::find(there.begin(), there.end(), other) == there.end()) {
    throw Conflict("with: is not expected at " + std::string(id) + ", got " + in_quotes(with));
  }
  const auto now = found.row ? turn_of(stored(*team, *found.row, found.row->revision), role)
                             : turn_of(planned(*team, *found.slot), role);
  if (now.who && now.who->key == with) {
    throw Conflict("with: has this turn already, got " + in_quotes(with));
  }

  // The other's next turn, before anything is changed.
  std::optional<Turn> theirs;
  for (const auto& agenda : plan(*team, std::min(today(*team), day), day + days{60})) {
    const auto& who = in_role(agenda, role);
    if (agenda.day > day && !agenda.published && who && who->key == with) {
      theirs = turn_of(agenda, role);
      break;
    }
  }
  presence.arrange(team->id, {day, meeting}, to_string(role), other, true);
  std::vector<Turn> out;
  if (found.row) {
    out.push_back(turn_of(
        revise(id, sentences::swapped(now.who ? now.who->name : "", playbook.shown(other).name),
               {}),
        role));
  } else {
    out.push_back(turn_of(planned(*team, *found.slot), role));
  }
  if (theirs && now.who && !now.who->key.empty()) {
    const StoredTeam* same = nullptr;
    const auto later = find(theirs->huddle, same);
    const Id first = playbook.person(now.who->key);
    const auto crew_later = crew(*team, later.slot->day, later.slot->day + days{1});
    const auto coming = attendees(crew_later, later.slot->day, *later.slot->meeting);
    if (std::any_of(coming.begin(), coming.end(),
                    [&](const Attendee& a) { return a.id == first; })) {
      presence.arrange(team->id, {later.slot->day, later.slot->meeting->key}, to_string(role),
                       first, true);
      out.push_back(turn_of(planned(*team, *later.slot), role));
    }
  }
  return out;
}

/// The agenda of a huddle to come, with everything planned before it played first.
Agenda Book::Impl::planned(const StoredTeam& team, const Slot& slot) {
  if (slot.day > today(team) + kPlanAhead) {
    throw Conflict("huddle: can be agreed on at most 400 days ahead (today is " +
                   to_string(today(team)) + "), got " +
                   in_quotes(huddle_id(team.team.key, slot.rule_day(), slot.meeting->key)));
  }
  const auto agendas = plan(team, std::min(today(team), slot.day), slot.day + days{1});
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
