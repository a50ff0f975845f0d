// From a slot on the calendar to an agenda.
#include "book/agendas/agendas.hpp"

#include <algorithm>
namespace huddlekit {

Agenda Agendas::shown(Draft draft, const StoredTeam& team) {
  auto a = std::move(draft.head);
  a.team = team.team.key;
  a.id = a.team + a.id.substr(a.id.find('/'));
  if (draft.facilitator) a.facilitator = s_.playbook.shown(*draft.facilitator);
  if (draft.customers_seat) a.customers_seat = s_.playbook.shown(*draft.customers_seat);
  for (auto& from : draft.segments) {
    auto& segment = a.segments.emplace_back(Segment{.kind = from.kind,
                                                    .title = std::move(from.title),
                                                    .text = std::move(from.text),
                                                    .seconds = from.seconds,
                                                    .why = std::move(from.why),
                                                    .key = std::move(from.key)});
    for (const Id id : from.who) segment.who.push_back(s_.playbook.shown(id));
    segment.points = std::move(from.points);
  }
  if (!sentences_kept_) say(a, *s_.language);
  return a;
}

void Agendas::say(Agenda& a, const sentences::Catalogue& in) {
  const auto put = [&](std::string& text) {
    if (sentences::has_marks(text)) text = s_.said(text, in);
  };
  a.language = in.tag;
  put(a.reason);
  for (auto& segment : a.segments) {
    put(segment.title);
    put(segment.text);
    put(segment.why);
    for (auto& point : segment.points) {
      put(point.label);
      put(point.text);
    }
  }
}

Agenda Agendas::stored(const StoredTeam& team, const HuddleRow& row, std::optional<int> revision) {
  return shown(s_.huddles.draft(row, revision.value_or(row.revision)), team);
}

Agenda Agendas::preview(const StoredTeam& team, const Slot& slot) {
  const auto now = desks_.load(team, slot.day);
  auto values = values_.desk(team, slot.day, now.crew);
  return shown(compose(desks_.facts(now, slot, values_.value_of(values, slot.day))).draft, team);
}

Agenda Agendas::of(const Found& found) {
  return found.row ? stored(*found.team, *found.row) : preview(*found.team, *found.slot);
}

Agenda Agendas::published(const Found& found) {
  return found.row ? stored(*found.team, *found.row) : publish(*found.team, *found.slot);
}

void Agendas::check_publishable(const StoredTeam& team, Day day) const {
  if (day > s_.today(team) + kPublishAhead) {
    throw Conflict("day: can be published at most 31 days ahead (today is " +
                   to_string(s_.today(team)) + "), got " + to_string(day));
  }
}

Agenda Agendas::publish(const StoredTeam& team, const Slot& slot) {
  check_publishable(team, slot.day);
  HuddleRow row{.team = team.id, .meeting = slot.meeting->key};
  return compose_into(team, slot, row, {});
}

std::vector<Agenda> Agendas::publish_all(Day day) {
  const auto teams = all_teams(s_);
  std::vector<std::shared_ptr<Crew>> crews;  // read once there is something to publish
  std::map<Id, ValueDesk> values;
  std::unordered_map<Id, std::vector<HuddleRow>> rows;
  for (auto& row : s_.huddles.on_day(day)) rows[row.team].push_back(std::move(row));
  std::vector<Agenda> out;
  for (std::size_t i = 0; i < teams.size(); ++i) {
    const auto& team = *teams[i];
    const auto& there = rows[team.id];
    for (const auto& slot : slots_on(team, day)) {
      const auto row = std::ranges::find(there, slot.meeting->key, &HuddleRow::meeting);
      if (row != there.end()) {
        if (row->state != HuddleState::kCancelled) out.push_back(stored(team, *row));
        continue;
      }
      check_publishable(team, day);
      if (crews.empty()) crews = desks_.crews(teams, day);
      HuddleRow fresh{.team = team.id, .meeting = slot.meeting->key};
      auto desk = desks_.load(team, day, crews[i]);
      const Id scope = values_.scope(team);
      auto [it, is_new] = values.try_emplace(scope);
      if (is_new) {
        it->second = values_.desk(team, day, crews[i]);
        if (scope == 0) it->second.crews = crews;
      }
      out.push_back(compose_into(team, slot, fresh, {}, desk, it->second));
    }
  }
  return out;
}

Agenda Agendas::compose_into(const StoredTeam& team, const Slot& slot, HuddleRow& row,
                             std::string_view reason) {
  auto start = desks_.load(team, slot.day);
  auto values = values_.desk(team, slot.day, start.crew);
  return compose_into(team, slot, row, reason, start, values);
}

Agenda Agendas::compose_into(const StoredTeam& team, const Slot& slot, HuddleRow& row,
                             std::string_view reason, Desk& start, ValueDesk& values) {
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
  values_.take(values, row);
  return shown(std::move(made.draft), team);
}

}  // namespace huddlekit
