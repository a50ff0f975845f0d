#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/playbook/stored_team.hpp"

namespace huddlekit {

/// One huddle on a team's calendar.
struct Slot {
  const Meeting* meeting = nullptr;
  Day day{};
  LocalTime local{};
  Instant starts{};
  bool moved_by_clock_change = false;
  std::optional<LocalTime> moved_from;  // the rule's time, where it takes place at another

  /// The day that the huddle's id names.
  [[nodiscard]] Day rule_day() const {
    return moved_from ? std::chrono::floor<std::chrono::days>(*moved_from) : day;
  }
};

/// Those of a day, earliest first.
[[nodiscard]] std::vector<Slot> slots_on(const StoredTeam& team, Day day);
[[nodiscard]] std::optional<Slot> slot_after(const StoredTeam& team, const Slot& slot);
/// By what a huddle's id names: the meeting, and the day that its rule gives.
[[nodiscard]] std::optional<Slot> slot_named(const StoredTeam& team, Day rule_day,
                                             std::string_view meeting);

[[nodiscard]] std::string huddle_id(std::string_view team, Day rule_day, std::string_view meeting);

}  // namespace huddlekit
