#pragma once
#include <optional>
#include <string>
#include <vector>

#include "huddlekit/entries.hpp"
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
