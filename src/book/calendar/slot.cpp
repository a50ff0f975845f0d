// When a team meets by its meetings' rules.
#include "book/calendar/slot.hpp"

#include <algorithm>

namespace huddlekit {

using std::chrono::days;

namespace {

Slot slot_of(const Meeting& meeting, const Cadence::Occurrence& o) {
  return {&meeting, o.day, o.local, o.starts, o.moved_by_clock_change, o.moved_from};
}

}  // namespace

std::vector<Slot> slots_on(const StoredTeam& team, Day day) {
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

std::optional<Slot> slot_after(const StoredTeam& team, const Slot& after) {
  for (const auto& slot : slots_on(team, after.day)) {
    if (slot.starts > after.starts) return slot;
  }
  std::optional<Day> next;
  for (const auto& cadence : team.cadences) {
    const auto day = cadence.next_day(after.day + days{1});
    if (day && (!next || *day < *next)) next = day;
  }
  return next ? std::optional(slots_on(team, *next).front()) : std::nullopt;
}

std::optional<Slot> slot_named(const StoredTeam& team, Day rule_day, std::string_view meeting) {
  for (std::size_t i = 0; i < team.cadences.size(); ++i) {
    if (team.team.meetings[i].key != meeting) continue;
    if (const auto found = team.cadences[i].of(rule_day)) {
      return slot_of(team.team.meetings[i], *found);
    }
  }
  return std::nullopt;
}

std::string huddle_id(std::string_view team, Day rule_day, std::string_view meeting) {
  return std::string(team) + "/" + to_string(rule_day) + "/" + std::string(meeting);
}

}  // namespace huddlekit
