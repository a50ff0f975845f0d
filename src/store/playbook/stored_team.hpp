#pragma once
#include <algorithm>
#include <limits>
#include <vector>

#include "huddlekit/cadence.hpp"
#include "huddlekit/entries.hpp"
#include "huddlekit/playbook.hpp"

namespace huddlekit {

/// A team of the playbook in force, with the ids under which the book keeps it and its people.
struct StoredTeam {
  Id id = 0;
  bool retired = false;           // meets no more; what it has published can still be read
  TeamDefinition team;            // members in force only
  std::vector<Id> people;         // beside team.members
  std::vector<Cadence> cadences;  // beside team.meetings
  std::vector<Holiday> holidays;  // that it keeps, by day

  [[nodiscard]] bool is_holiday(Day day) const {
    return std::any_of(holidays.begin(), holidays.end(),
                       [&](const Holiday& holiday) { return holiday.day == day; });
  }
};

/// One team or all, where a statement reads for either: it asks for ids between these.
struct Teams {
  Id first = 0;
  Id last = std::numeric_limits<Id>::max();
};

}  // namespace huddlekit
