// When teams meet: from a meeting's rule to the huddles of a day.
#include <algorithm>

#include "book/impl.hpp"
#include "core/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/zone.hpp"

namespace huddlekit {

Instant Book::Impl::now() const { return now_(); }

Day Book::Impl::today(const StoredTeam& team) const {
  return std::chrono::floor<std::chrono::days>(to_local(team.team.zone, now()));
}

std::vector<Slot> Book::Impl::slots(const StoredTeam& team, Day day) const {
  std::vector<Slot> out;
  for (std::size_t i = 0; i < team.rules.size(); ++i) {
    if (!team.rules[i].falls_on(day)) continue;
    const auto& meeting = team.team.meetings[i];
    const auto& zone = team.team.zone;
    const Instant starts = *resolve_local(zone, LocalTime{day} + meeting.start);
    // Back again: a start that the clocks jump over is later by as much.
    out.push_back({&meeting, day, to_local(zone, starts), starts});
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
  for (const auto& rule : team.rules) {
    const auto day = rule.next_day(after.day + std::chrono::days{1});
    if (day && (!next || *day < *next)) next = day;
  }
  return next ? std::optional(slots(team, *next).front()) : std::nullopt;
}

std::string Book::Impl::huddle_id(std::string_view team, Day day, std::string_view huddle) {
  return std::string(team) + "/" + to_string(day) + "/" + std::string(huddle);
}

std::optional<Book::Impl::Found> Book::Impl::find(const StoredTeam& team, Day day,
                                                  std::string_view huddle, bool and_cancelled) {
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
  if (found.row && found.row->state == "cancelled" && !and_cancelled) return std::nullopt;
  if (found.slot || found.row) return found;
  std::vector<std::string> known;
  for (const auto& meeting : team.team.meetings) known.push_back(meeting.key);
  if (std::find(known.begin(), known.end(), key) != known.end()) return std::nullopt;
  throw NotFound("huddle: " + team.team.key + " has no such huddle, got " + huddlekit::quoted(key) +
                 did_you_mean(key, known));
}

Book::Impl::Found Book::Impl::find(std::string_view id, const StoredTeam*& team) {
  const auto first = id.find('/');
  const auto second = first == id.npos ? id.npos : id.find('/', first + 1);
  if (second == id.npos) {
    throw InvalidArgument("huddle: must read like front-desk/2026-11-23/morning, got " +
                          huddlekit::quoted(id));
  }
  team = &playbook.team(id.substr(0, first));
  const Day day = parse_day(id.substr(first + 1, second - first - 1));
  const auto found = find(*team, day, id.substr(second + 1), true);
  if (!found) throw NotFound("huddle: none on that day, got " + huddlekit::quoted(id));
  return *found;
}

}  // namespace huddlekit
