#include "book/calendar/calendar.hpp"

#include <algorithm>
#include <tuple>

#include "core/text/text.hpp"
#include "huddlekit/zone.hpp"

namespace huddlekit {

using std::chrono::days;
using std::chrono::floor;

namespace {

std::vector<std::string> meetings_of(const StoredTeam& team) {
  std::vector<std::string> keys;
  for (const auto& meeting : team.team.meetings) keys.push_back(meeting.key);
  return keys;
}

[[noreturn]] void no_such_huddle(const StoredTeam& team, std::string_view key,
                                 const std::vector<std::string>& known) {
  throw NotFound("huddle: " + team.team.key + " has no such huddle, got " + in_quotes(key) +
                 did_you_mean(key, known));
}

}  // namespace

HuddleRow& Found::stored() {
  if (!row) throw NotFound("huddle: not published, got " + in_quotes(id()));
  return *row;
}

CalendarEntry Calendar::huddle(const Found& found) const {
  CalendarEntry out{.id = found.id(), .team = found.team->team.key, .huddle = found.meeting()};
  if (const auto& row = found.row) {
    out.day = row->day;
    out.starts = row->starts;
    out.moved_from = row->moved_from;
    out.state = state_of(row->state, row->starts, s_.now());
  } else {
    out.day = found.slot->day;
    out.starts = found.slot->starts;
    out.moved_from = found.slot->moved_from;
  }
  return out;
}

std::vector<CalendarEntry> Calendar::between(const StoredTeam& team, Day from, Day until) {
  const auto rows = s_.huddles.between(team.id, from, until);
  std::vector<CalendarEntry> out;
  for (const auto& row : rows) out.push_back(huddle({&team, {}, row}));
  for (Day day = from; day < until; day += days{1}) {
    for (const auto& slot : slots_on(team, day)) {
      const bool known = std::any_of(rows.begin(), rows.end(), [&](const HuddleRow& row) {
        return row.day == day && row.meeting == slot.meeting->key;
      });
      if (!known) out.push_back(huddle({&team, slot, {}}));
    }
  }
  std::sort(out.begin(), out.end(), [](const CalendarEntry& a, const CalendarEntry& b) {
    return std::tie(a.starts, a.huddle) < std::tie(b.starts, b.huddle);
  });
  return out;
}

std::optional<CalendarEntry> Calendar::next(const StoredTeam& team, Instant after) {
  std::optional<CalendarEntry> out;
  if (const auto row = s_.huddles.after(team.id, after)) out = huddle({&team, {}, *row});
  // A clock change may move the huddle of the evening before past midnight.
  Slot seen{.day = floor<days>(to_local(team.team.zone, after)) - days{1}, .starts = after};
  while (const auto slot = slot_after(team, seen)) {
    if (out && slot->starts >= out->starts) break;
    if (slot->starts > after && !s_.huddles.find(team.id, slot->day, slot->meeting->key)) {
      return huddle({&team, *slot, {}});
    }
    seen = *slot;
  }
  return out;
}

std::vector<CalendarEntry> Calendar::at(const StoredTeam& team, Instant instant) {
  const Day day = floor<days>(to_local(team.team.zone, instant));
  std::vector<CalendarEntry> out;
  for (const auto& found : between(team, day - days{1}, day + days{2})) {
    if (found.state == HuddleState::kCancelled || found.starts > instant) continue;
    auto length = std::chrono::seconds{0};
    if (const auto row = s_.huddles.find(team.id, found.day, found.huddle)) {
      length = s_.huddles.timebox(*row);
    } else {
      for (const auto& meeting : team.team.meetings) {
        if (meeting.key == found.huddle) length = meeting.timebox;
      }
    }
    if (instant < found.starts + length) out.push_back(found);
  }
  return out;
}

std::vector<Found> Calendar::all_on(const StoredTeam& team, Day day) {
  std::vector<Found> out;
  const auto rows = s_.huddles.on_day(team.id, day);
  for (const auto& row : rows) {
    if (row.state != HuddleState::kCancelled) out.push_back({&team, {}, row});
  }
  for (const auto& slot : slots_on(team, day)) {
    if (std::ranges::find(rows, slot.meeting->key, &HuddleRow::meeting) == rows.end()) {
      out.push_back({&team, slot, {}});
    }
  }
  std::ranges::sort(out, {}, [](const Found& found) {
    return std::pair(found.row ? found.row->starts : found.slot->starts, found.meeting());
  });
  return out;
}

std::optional<Found> Calendar::on(const StoredTeam& team, Day day, std::string_view meeting) {
  const auto planned = slots_on(team, day);
  const auto rows = s_.huddles.on_day(team.id, day);
  std::vector<std::string> keys;  // of the huddles that take place
  for (const auto& slot : planned) keys.push_back(slot.meeting->key);
  for (const auto& row : rows) {
    const auto known = std::find(keys.begin(), keys.end(), row.meeting);
    if (row.state == HuddleState::kCancelled) {
      if (known != keys.end()) keys.erase(known);
    } else if (known == keys.end()) {
      keys.push_back(row.meeting);
    }
  }
  std::string key(meeting);
  if (key.empty()) {
    if (keys.empty()) return std::nullopt;
    if (keys.size() > 1) {
      throw Conflict("huddle: " + team.team.key + " has several on " + to_string(day) +
                     ", name one of " + listed(keys));
    }
    key = keys.front();
  }
  Found found{.team = &team};
  for (const auto& slot : planned) {
    if (slot.meeting->key == key) found.slot = slot;
  }
  for (const auto& row : rows) {
    if (row.meeting == key) found.row = row;
  }
  if (found.row && found.row->state == HuddleState::kCancelled) return std::nullopt;
  if (found.slot || found.row) return found;
  const auto known = meetings_of(team);
  if (std::find(known.begin(), known.end(), key) != known.end()) return std::nullopt;
  no_such_huddle(team, key, known);
}

Found Calendar::named(std::string_view id) {
  const auto first = id.find('/');
  const auto second = first == id.npos ? id.npos : id.find('/', first + 1);
  if (second == id.npos) {
    throw InvalidArgument("huddle: must read like front-desk/2026-11-23/morning, got " +
                          in_quotes(id));
  }
  const auto& team = s_.playbook.team(id.substr(0, first));
  const Day day = parse_day(id.substr(first + 1, second - first - 1));
  const auto key = id.substr(second + 1);
  Found found{&team, slot_named(team, day, key), s_.huddles.named(team.id, day, key)};
  if (found.row && found.slot && found.row->day != found.slot->day) {
    found.slot.reset();  // the calendar has changed under a published huddle, and that one stays
  }
  if (found.slot || found.row) return found;
  const auto known = meetings_of(team);
  if (std::find(known.begin(), known.end(), key) == known.end()) no_such_huddle(team, key, known);
  throw NotFound("huddle: none on that day, got " + in_quotes(id));
}

}  // namespace huddlekit
