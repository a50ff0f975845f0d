#pragma once
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "book/value_desk.hpp"
#include "core/compose.hpp"

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

/// Where one team stands, loaded from the book: all that composing its next huddles needs.
/// Publishing uses it once; a plan carries it forward in memory.
struct Desk {
  Crew crew;
  AgendaTemplate segments;
  Rota lead, seat;
  std::map<PresenceStore::HuddleKey, std::vector<Arrangement>> arrangements;
  struct Use {
    std::int64_t last = 0;
    std::int64_t pass = 0;
    std::vector<Id> heard;  // sorted
  };
  std::unordered_map<Id, Use> prompts;
  std::int64_t prompt_clock = 0;  // uses so far
  std::vector<StoryFact> stories;
  std::vector<LessonFact> lessons;
  std::int64_t lesson_count = 0;
  std::vector<CommitmentFact> commitments;

  /// The desk after this huddle.
  void advance(const Composition& made, Day day, const std::vector<Attendee>& there,
               const ValueDesk& values);
};

}  // namespace huddlekit
