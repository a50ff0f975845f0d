// From the tables to what composition needs to know.
#include "book/agendas/desk.hpp"

#include <algorithm>

#include "book/session.hpp"
#include "store/sql/lists.hpp"

namespace huddlekit {

using namespace std::chrono;

void Desk::advance(const Composition& made, Day day, const std::vector<Attendee>& there,
                   const ValueDesk& values) {
  const auto turn = [&](Rota& rota, const Rota& used, std::optional<std::size_t> chosen) {
    if (!chosen) return;
    rota = used;
    rota.take(*chosen, day);
  };
  turn(lead, made.lead, made.choices.leader);
  turn(seat, made.seat, made.choices.seat);
  turn(source, made.source, made.choices.source);
  if (made.choices.prompt) {
    auto& use = prompts[*made.choices.prompt];
    use.last = ++prompt_clock;
    use.pass = made.choices.prompt_pass;
    for (const auto& attendee : there) add_sorted(use.heard, attendee.id);
  }
  const auto gain = gains(values.rota.candidates);
  for (const auto& attendee : there) {
    hear(crew->hearings[attendee.id], values.values, gain, made.choices.value, day);
  }
  advance_stories(made.choices, day);
}

std::vector<std::shared_ptr<Crew>> Desks::crews(const std::vector<const StoredTeam*>& teams,
                                                Day day) {
  return load_crews(s_, teams, ValueTurns(s_).period_start(day), day + days{1} + kComingDays);
}

Desk Desks::load(const StoredTeam& team, Day from, Day until, int huddle_count,
                 std::shared_ptr<Crew> crew) {
  Desk desk;
  // From the period's first day and as far as a choice of the value looks; the next huddle, which
  // may be in another month, is within that.
  desk.crew = crew ? std::move(crew)
                   : std::make_shared<Crew>(load_crew(s_, team, ValueTurns(s_).period_start(from),
                                                      until + kComingDays));
  desk.arrangements = s_.presence.arrangements(team.id, from, until + kComingDays);
  desk.segments = agenda_template(s_.playbook.rulebook().segments);
  use_lengths(desk.segments, s_.lives.usual(team.id));
  std::vector<InRota> people;
  for (const Id id : team.people) people.push_back({.id = id});
  desk.lead = s_.turns.load({RotaRole::kLead, team.id}, people);
  desk.seat = s_.turns.load({RotaRole::kSeat, team.id}, people);
  desk.prompts = s_.prompts.uses(team.id);
  for (const auto& [prompt, use] : desk.prompts) {
    desk.prompt_clock = std::max(desk.prompt_clock, use.last);
  }
  load_stories(desk, team, from, until, huddle_count);
  desk.open_misses = s_.stories.unsettled(team.id);
  return desk;
}

/// What somebody said who moved it, or the holiday.
std::string Desks::why_moved(const StoredTeam& team, const Slot& slot) {
  for (const auto& move : s_.moves_and_holidays.moves(team.id)) {
    if (move.meeting == slot.meeting->key && move.rule_day == slot.rule_day()) return move.reason;
  }
  for (const auto& holiday : team.holidays) {
    if (holiday.day == slot.rule_day()) return holiday.name;
  }
  return {};
}

namespace {

Agenda head_of(const Rulebook& book, const TeamDefinition& team, const Slot& slot) {
  return {.id = huddle_id(team.key, slot.rule_day(), slot.meeting->key),
          .organisation = book.organisation ? book.organisation->name : "",
          .motto = book.organisation ? book.organisation->motto : "",
          .team = team.key,
          .team_name = team.name,
          .huddle = slot.meeting->key,
          .huddle_name = team.meetings.size() > 1 ? slot.meeting->name : "",
          .day = slot.day,
          .starts = slot.starts,
          .zone = team.zone,
          .local_start = slot.local,
          .timebox = slot.meeting->timebox};
}

/// The prompts of a value that fit the team, with what it has made of them.
std::vector<PromptUse> prompts_for(const Rulebook& book, const Desk& desk, Id value) {
  const auto& department = desk.crew->team->team.department;
  std::vector<PromptUse> out;
  for (const auto& stored : book.prompts) {
    const auto& fits = stored.prompt.departments;
    if (stored.value_id != value ||
        (!fits.empty() && std::find(fits.begin(), fits.end(), department) == fits.end())) {
      continue;
    }
    const auto use = desk.prompts.find(stored.id);
    out.push_back(use == desk.prompts.end()
                      ? PromptUse{&stored}
                      : PromptUse{&stored, use->second.last, use->second.pass, &use->second.heard});
  }
  return out;
}

std::vector<Id> never_heard(const Crew& crew, const std::vector<Attendee>& expected, Id value) {
  std::vector<Id> out;
  for (const auto& attendee : expected) {
    const auto known = crew.hearings.find(attendee.id);
    const bool heard = known != crew.hearings.end() &&
                       std::any_of(known->second.values.begin(), known->second.values.end(),
                                   [&](const auto& h) { return h.value == value && h.times > 0; });
    if (!heard) out.push_back(attendee.id);
  }
  return out;
}

}  // namespace

Facts Desks::facts(const Desk& desk, const Slot& slot, std::optional<ValueOfDay> value) {
  const auto& book = s_.playbook.rulebook();
  const auto& team = desk.crew->team->team;
  const auto arranged = [&](const Slot& s) {
    const auto it = desk.arrangements.find({s.day, s.meeting->key});
    return it == desk.arrangements.end() ? std::vector<Arrangement>{} : it->second;
  };
  Facts f;
  f.head = head_of(book, team, slot);
  f.form = slot.meeting->form;
  f.moved_by_clock_change = slot.moved_by_clock_change;
  if (slot.moved_from) f.moved = {*slot.moved_from, why_moved(*desk.crew->team, slot)};
  f.customers = team.customers;
  if (value) f.prompts = prompts_for(book, desk, value->id);
  f.expected = attendees(*desk.crew, slot.day, *slot.meeting);
  f.away = absentees(*desk.crew, slot.day, *slot.meeting);
  f.arranged = arranged(slot);
  if (value) value->never = never_heard(*desk.crew, f.expected, value->id);
  f.value = std::move(value);
  f.lead = desk.lead;
  f.seat = desk.seat;
  f.notes = s_.journal.notes(desk.crew->team->id, slot.day);
  add_stories(f, desk, slot.day);
  for (const auto& miss : desk.open_misses) {  // a fresh one is told as a miss first
    if (miss.day <= slot.day && (miss.told || miss.day < slot.day - kNews)) {
      f.open_misses.push_back(miss);
    }
  }
  if (const auto next = slot_after(*desk.crew->team, slot)) {
    f.next =
        NextHuddle{next->day, attendees(*desk.crew, next->day, *next->meeting), arranged(*next)};
  }
  f.segments = &desk.segments;
  f.huddles_before = desk.prompt_clock;
  return f;
}

}  // namespace huddlekit
