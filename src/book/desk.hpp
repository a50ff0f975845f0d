#pragma once
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/compose.hpp"

namespace huddlekit {

/// One huddle on a team's calendar.
struct Slot {
  const Meeting* meeting = nullptr;
  Day day{};
  LocalTime local{};
  Instant starts{};
};

/// Where one team stands, loaded from the book: all that composing its next huddles needs.
/// Publishing uses it once; a plan carries it forward in memory.
struct Desk {
  const StoredTeam* team = nullptr;
  AgendaTemplate segments;
  Rota lead, seat;
  struct Use {
    std::int64_t uses = 0;
    std::int64_t last = 0;
  };
  std::unordered_map<Id, Use> prompts;
  std::int64_t prompt_clock = 0;  // uses so far
  std::unordered_map<Id, std::int64_t> presence;
  std::vector<StoryFact> stories;
  std::vector<LessonFact> lessons;
  std::int64_t lesson_count = 0;
  std::vector<CommitmentFact> commitments;

  /// The desk after this huddle.
  void advance(const Composition& made, const Facts& facts);
};

/// Where the rotation of values stands.
struct ValueDesk {
  Id scope = 0;
  Rota rota;
  struct Decided {
    Id value = 0;
    std::optional<Day> before;  // its turn before this one
  };
  std::map<Day, Decided> decided;  // by first day of the period
};

/// Who is expected: members who work on that day and come to that meeting.
[[nodiscard]] std::vector<Attendee> expected(const Desk& desk, const Slot& slot);

}  // namespace huddlekit
