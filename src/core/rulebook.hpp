#pragma once
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "huddlekit/cadence.hpp"
#include "huddlekit/journal.hpp"
#include "huddlekit/playbook.hpp"

namespace huddlekit {

// The playbook in force, with the ids under which the book keeps its entries.

struct StoredValue {
  Id id = 0;
  Value value;
};

struct StoredPrompt {
  Id id = 0;
  Id value_id = 0;
  Prompt prompt;
};

struct StoredTeam {
  Id id = 0;
  bool retired = false;           // meets no more; what it has published can still be read
  Team team;                      // members in force only
  std::vector<Id> people;         // beside team.members
  std::vector<Cadence> cadences;  // beside team.meetings
  std::vector<Holiday> holidays;  // that it keeps, by day

  [[nodiscard]] bool is_holiday(Day day) const {
    return std::any_of(holidays.begin(), holidays.end(),
                       [&](const Holiday& holiday) { return holiday.day == day; });
  }
};

/// What is in force for the organisation as a whole.
struct Rulebook {
  std::optional<Organisation> organisation;
  std::vector<StoredValue> values;
  std::vector<StoredPrompt> prompts;
  std::vector<Theme> themes;
  std::vector<Holiday> holidays;  // the playbook's own
  std::vector<ReminderRule> reminders;
  std::vector<SegmentOverride> segments;
  std::vector<std::string> team_keys;
};

}  // namespace huddlekit
