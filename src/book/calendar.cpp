// When teams meet: from a meeting's rule to the huddles of a day.
#include <algorithm>
#include <tuple>

#include "book/impl.hpp"
#include "core/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/zone.hpp"

namespace huddlekit {

using std::chrono::days;
using std::chrono::floor;

Instant Book::Impl::now() const { return now_(); }

Day Book::Impl::today(const StoredTeam& team) const {
  return floor<days>(to_local(team.team.zone, now()));
}

Day Book::Impl::today() {
  const auto& organisation = playbook.rulebook().organisation;
  return floor<days>(to_local(organisation ? organisation->zone : "UTC", now()));
}

namespace {

Slot slot_of(const Meeting& meeting, const Cadence::Occurrence& o) {
  return {&meeting, o.day, o.local, o.starts, o.moved_by_clock_change, o.moved_from};
}

}  // namespace

std::vector<Slot> Book::Impl::slots(const StoredTeam& team, Day day) const {
  std::vector<Slot> out;
  for (std::size_t i = 0; i < team.cadences.size(); ++i) {
    if (const auto found = team.cadences[i].on(day)) {
      out.push_back(slot_of(team.team.meetings[i], *found));
    }
  }
  std::sort(out.begin(), out.end(), [](const Slot& a, const Slot& b) {
    return std::pair(a.starts, a.meeting->key) < std::pair(b.starts, b.meeting->key);
  });
  return out;
}

std::optional<Slot> Book::Impl::next_slot(const StoredTeam& team, const Slot& after) const {
  for (const auto& slot : slots(team, after.day)) {
    if (slot.starts > after.starts) return slot;
  }
  std::optional<Day> next;
  for (const auto& cadence : team.cadences) {
    const auto day = cadence.next_day(after.day + days{1});
    if (day && (!next || *day < *next)) next = day;
  }
  return next ? std::optional(slots(team, *next).front()) : std::nullopt;
}

/// What is known of a huddle; a row says more than the rule.
Huddle Book::Impl::huddle(const StoredTeam& team, const Found& found) {
  Huddle out{.team = team.team.key};
  Day rule_day;
  if (const auto& row = found.row) {
    out.huddle = row->meeting;
    out.day = row->day;
    out.starts = row->starts;
    out.moved_from = row->moved_from;
    out.state = state_of(row->state, row->starts, now());
    rule_day = row->rule_day();
  } else {
    out.huddle = found.slot->meeting->key;
    out.day = found.slot->day;
    out.starts = found.slot->starts;
    out.moved_from = found.slot->moved_from;
    rule_day = found.slot->rule_day();
  }
  out.id = huddle_id(out.team, rule_day, out.huddle);
  return out;
}

std::vector<Huddle> Book::Impl::calendar(const StoredTeam& team, Day from, Day until) {
  const auto rows = huddles.between(team.id, from, until);
  std::vector<Huddle> out;
  for (const auto& row : rows) out.push_back(huddle(team, {std::nullopt, row}));
  for (Day day = from; day < until; day += days{1}) {
    for (const auto& slot : slots(team, day)) {
      const bool known = std::any_of(rows.begin(), rows.end(), [&](const HuddleRow& row) {
        return row.day == day && row.meeting == slot.meeting->key;
      });
      if (!known) out.push_back(huddle(team, {slot, std::nullopt}));
    }
  }
  std::sort(out.begin(), out.end(), [](const Huddle& a, const Huddle& b) {
    return std::tie(a.starts, a.huddle) < std::tie(b.starts, b.huddle);
  });
  return out;
}

std::optional<Huddle> Book::Impl::next_huddle(const StoredTeam& team, Instant after) {
  std::optional<Huddle> out;
  if (const auto row = huddles.after(team.id, after)) out = huddle(team, {std::nullopt, *row});
  // A clock change may move the huddle of the evening before past midnight.
  Slot seen{.day = floor<days>(to_local(team.team.zone, after)) - days{1}, .starts = after};
  while (const auto slot = next_slot(team, seen)) {
    if (out && slot->starts >= out->starts) break;
    if (slot->starts > after && !huddles.find(team.id, slot->day, slot->meeting->key)) {
      return huddle(team, {*slot, std::nullopt});
    }
    seen = *slot;
  }
  return out;
}

void Book::Impl::meeting_at(const StoredTeam& team, Instant instant, std::vector<Huddle>& out) {
  const Day day = floor<days>(to_local(team.team.zone, instant));
  for (const auto& found : calendar(team, day - days{1}, day + days{2})) {
    if (found.state == HuddleState::kCancelled || found.starts > instant) continue;
    auto length = std::chrono::seconds{0};
    if (const auto row = huddles.find(team.id, found.day, found.huddle)) {
      length = huddles.timebox(*row);
    } else {
      for (const auto& meeting : team.team.meetings) {
        if (meeting.key == found.huddle) length = meeting.timebox;
      }
    }
    if (instant < found.starts + length) out.push_back(found);
  }
}

std::string Book::Impl::huddle_id(std::string_view team, Day day, std::string_view huddle) {
  return std::string(team) + "/" + to_string(day) + "/" + std::string(huddle);
}

std::optional<Book::Impl::Found> Book::Impl::find(const StoredTeam& team, Day day,
                                                  std::string_view huddle) {
  const auto planned = slots(team, day);
  const auto rows = huddles.on_day(team.id, day);
  std::vector<std::string> keys;  // of the huddles that take place
  for (const auto& slot : planned) keys.push_back(slot.meeting->key);
  for (const auto& row : rows) {
    const auto known = std::find(keys.begin(), keys.end(), row.meeting);
    if (row.state == "cancelled") {
      if (known != keys.end()) keys.erase(known);
    } else if (known == keys.end()) {
      keys.push_back(row.meeting);
    }
  }
  std::string key(huddle);
  if (key.empty()) {
    if (keys.empty()) return std::nullopt;
    if (keys.size() > 1) {
      throw Conflict("huddle: " + team.team.key + " has several on " + to_string(day) +
                     ", name one of " + listed(keys));
    }
    key = keys.front();
  }
  Found found;
  for (const auto& slot : planned) {
    if (slot.meeting->key == key) found.slot = slot;
  }
  for (const auto& row : rows) {
    if (row.meeting == key) found.row = row;
  }
  if (found.row && found.row->state == "cancelled") return std::nullopt;
  if (found.slot || found.row) return found;
  std::vector<std::string> known;
  for (const auto& meeting : team.team.meetings) known.push_back(meeting.key);
  if (std::find(known.begin(), known.end(), key) != known.end()) return std::nullopt;
  throw NotFound("huddle: " + team.team.key + " has no such huddle, got " + in_quotes(key) +
                 did_you_mean(key, known));
}

std::optional<Slot> Book::Impl::slot_named(const StoredTeam& team, Day rule_day,
                                           std::string_view meeting) const {
  for (std::size_t i = 0; i < team.cadences.size(); ++i) {
    if (team.team.meetings[i].key != meeting) continue;
    if (const auto found = team.cadences[i].of(rule_day)) {
      return slot_of(team.team.meetings[i], *found);
    }
  }
  return std::nullopt;
}

Book::Impl::Found Book::Impl::find(std::string_view id, const StoredTeam*& team) {
  const auto first = id.find('/');
  const auto second = first == id.npos ? id.npos : id.find('/', first + 1);
  if (second == id.npos) {
    throw InvalidArgument("huddle: must read like front-desk/2026-11-23/morning, got " +
                          in_quotes(id));
  }
  team = &playbook.team(id.substr(0, first));
  const Day day = parse_day(id.substr(first + 1, second - first - 1));
  const auto key = id.substr(second + 1);
  Found found{slot_named(*team, day, key), huddles.named(team->id, day, key)};
  if (found.row && found.slot && found.row->day != found.slot->day) {
    found.slot.reset();  // the calendar has changed under a published huddle, and that one stays
  }
  if (found.slot || found.row) return found;
  std::vector<std::string> known;
  for (const auto& meeting : team->team.meetings) known.push_back(meeting.key);
  if (std::find(known.begin(), known.end(), key) == known.end()) {
    throw NotFound("huddle: " + team->team.key + " has no such huddle, got " + in_quotes(key) +
                   did_you_mean(key, known));
  }
  throw NotFound("huddle: none on that day, got " + in_quotes(id));
}

}  // namespace huddlekit
