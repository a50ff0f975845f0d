#pragma once
#include <map>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/agenda/facts.hpp"
#include "store/huddles/presence_store.hpp"
#include "store/playbook/stored_team.hpp"

namespace huddlekit {

class Session;

/// A team's people over some days: who comes when, and what each has heard so far.
struct Crew {
  const StoredTeam* team = nullptr;
  std::unordered_map<Id, Hearing> hearings;
  std::unordered_map<Id, bool> leads;  // their own wish, where they have one
  std::vector<PresenceStore::Absence> absences;
  std::map<PresenceStore::HuddleKey, std::vector<Id>> rosters;
  std::map<PresenceStore::HuddleKey, std::vector<Id>> excused;  // away from one huddle only
};

[[nodiscard]] Crew load_crew(Session& session, const StoredTeam& team, Day from, Day until);
/// Of all these teams, read together.
[[nodiscard]] std::vector<std::shared_ptr<Crew>> load_crews(
    Session& session, const std::vector<const StoredTeam*>& teams, Day from, Day until);

/// Who of the team is expected, by their places in it.
[[nodiscard]] std::vector<std::size_t> members_there(const Crew& crew, Day day,
                                                     const Meeting& meeting);

/// Who is expected: a roster says it all; where it is silent, those who work on that day, come to
/// that meeting and are not away. In the team's order, others from the roster after them.
[[nodiscard]] std::vector<Attendee> attendees(const Crew& crew, Day day, const Meeting& meeting);

/// Whether a planned absence covers the day.
[[nodiscard]] bool is_away(const Crew& crew, Id person, Day day);

[[nodiscard]] std::vector<Id> expected_ids(const Crew& crew, Day day, const Meeting& meeting);

/// Members who would be there but for a planned absence.
[[nodiscard]] std::vector<Id> absentees(const Crew& crew, Day day, const Meeting& meeting);

/// Books that somebody was at a huddle and heard `value`; `gain` beside `values` (see
/// core/turns.hpp). Direction -1 takes it back.
void hear(Hearing& hearing, std::span<const Id> values, std::span<const std::int64_t> gain,
          std::optional<Id> value, Day day, int direction = 1);

}  // namespace huddlekit
