// From a slot on the calendar to an agenda.
#include "book/agendas/agendas.hpp"

#include <algorithm>

#include "core/sentences/person_token.hpp"

namespace huddlekit {

Agenda Agendas::shown(Draft draft, const StoredTeam& team) {
  auto a = std::move(draft.head);
  a.team = team.team.key;
  a.id = a.team + a.id.substr(a.id.find('/'));
  const auto named = [&](std::string& text) {
    if (text.find('\x01') != std::string::npos) {
      text = with_names(text, [&](Id id) { return s_.playbook.shown(id).name; });
    }
    return std::move(text);
  };
  if (draft.facilitator) a.facilitator = s_.playbook.shown(*draft.facilitator);
  if (draft.customers_seat) a.customers_seat = s_.playbook.shown(*draft.customers_seat);
  for (auto& from : draft.segments) {
    auto& segment = a.segments.emplace_back(Segment{.kind = from.kind,
                                                    .title = std::move(from.title),
                                                    .text = named(from.text),
                                                    .seconds = from.seconds,
                                                    .why = named(from.why),
                                                    .key = std::move(from.key)});
    for (const Id id : from.who) segment.who.push_back(s_.playbook.shown(id));
    for (auto& point : from.points) {
      segment.points.push_back({named(point.label), named(point.text)});
    }
  }
  return a;
}

Agenda Agendas::stored(const StoredTeam& team, const HuddleRow& row, std::optional<int> revision) {
  return shown(s_.huddles.draft(row, revision.value_or(row.revision)), team);
}

Agenda Agendas::preview(const StoredTeam& team, const Slot& slot) {
  const auto now = desks_.load(team, slot.day);
  auto values = values_.desk(team, slot.day);
  return shown(compose(desks_.facts(now, slot, values_.value_of(values, slot.day))).draft, team);
}

Agenda Agendas::publish(const StoredTeam& team, const Slot& slot) {
  if (slot.day > s_.today(team) + kPublishAhead) {
    throw Conflict("day: can be published at most 31 days ahead (today is " +
                   to_string(s_.today(team)) + "), got " + to_string(slot.day));
  }
  HuddleRow row{.team = team.id, .meeting = slot.meeting->key};
  return compose_into(team, slot, row, {});
}

Agenda Agendas::compose_into(const StoredTeam& team, const Slot& slot, HuddleRow& row,
                             std::string_view reason) {
  auto start = desks_.load(team, slot.day);
  auto values = values_.desk(team, slot.day);
  auto known = desks_.facts(start, slot, values_.value_of(values, slot.day));
  row.day = slot.day;
  row.starts = slot.starts;
  row.moved_from = slot.moved_from;
  row.state = HuddleState::kPublished;
  ++row.revision;
  row.expected.clear();
  for (const auto& attendee : known.expected) row.expected.push_back(attendee.id);
  known.head.revision = row.revision;
  known.head.reason = reason;
  auto made = compose(std::move(known));
  made.draft.head.published = true;
  booking_.apply(team, row, made, values, start);

  const Day period = values_.period_start(slot.day);
  if (row.value && !s_.huddles.value_day(values.scope, period)) {
    const auto& candidates = values.rota.candidates;
    const auto chosen = std::find_if(candidates.begin(), candidates.end(),
                                     [&](const Candidate& c) { return c.id == *row.value; });
    s_.turns.take({RotaRole::kValue, values.scope}, row.id, values.rota,
                  static_cast<std::size_t>(chosen - candidates.begin()), period);
    s_.huddles.set_value_day(values.scope, period, *row.value, row.id);
  }
  return shown(std::move(made.draft), team);
}

}  // namespace huddlekit
