#pragma once
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "book/value_desk.hpp"
#include "core/compose.hpp"
#include "core/sharing.hpp"
#include "store/lesson_store.hpp"

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
  LessonStore::Due lessons;
  std::vector<CommitmentFact> commitments;
  std::vector<HandOffFact> hand_offs;
  std::vector<AnswerFact> answers;
  std::vector<Elsewhere> elsewhere;                            // freshest first
  Rota source;                                                 // of the teams that these are from
  std::vector<std::pair<Day, std::int64_t>> misses_over_wins;  // of those told, by day
  std::vector<MissFact> open_misses;

  /// The desk after this huddle.
  void advance(const Composition& made, Day day, const std::vector<Attendee>& there,
               const ValueDesk& values);

 private:
  void advance_stories(const Choices& choices, Day day);  // in desk_stories.cpp
};

}  // namespace huddlekit
