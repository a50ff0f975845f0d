#pragma once
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "book/agendas/value_desk.hpp"
#include "book/calendar/slot.hpp"
#include "core/agenda/compose.hpp"
#include "core/agenda/sharing.hpp"
#include "store/huddles/prompt_store.hpp"
#include "store/journal/lesson_store.hpp"

namespace huddlekit {

/// A story is news for a week; whoever did not meet by then hears it as a lesson.
inline constexpr std::chrono::days kNews{7};

/// Where one team stands, loaded from the book: all that composing its next huddles needs.
/// Publishing uses it once; a plan carries it forward in memory.
struct Desk {
  std::shared_ptr<Crew> crew;
  AgendaTemplate segments;
  Rota lead, seat;
  std::map<PresenceStore::HuddleKey, std::vector<Arrangement>> arrangements;
  std::unordered_map<Id, PromptStore::Use> prompts;
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

/// Where teams stand, and what composing one of their huddles has to know of it.
class Desks {
 public:
  explicit Desks(Session& session) : s_(session) {}

  /// For the huddles of the days [from, until), at most so many.
  /// @param crew  the team's, where somebody has it already.
  [[nodiscard]] Desk load(const StoredTeam& team, Day from, Day until, int huddles,
                          std::shared_ptr<Crew> crew = {});
  /// For one huddle of that day.
  [[nodiscard]] Desk load(const StoredTeam& team, Day day, std::shared_ptr<Crew> crew = {}) {
    return load(team, day, day + std::chrono::days{1}, 1, std::move(crew));
  }
  /// The crews of those teams, as `load` for that day takes them.
  [[nodiscard]] std::vector<std::shared_ptr<Crew>> crews(
      const std::vector<const StoredTeam*>& teams, Day day);
  [[nodiscard]] Facts facts(const Desk& desk, const Slot& slot, std::optional<ValueOfDay> value);

 private:
  [[nodiscard]] std::string why_moved(const StoredTeam& team, const Slot& slot);

  // in desk_stories.cpp
  void load_stories(Desk& desk, const StoredTeam& team, Day from, Day until, int huddles);
  void add_stories(Facts& facts, const Desk& desk, Day day);
  [[nodiscard]] std::optional<LessonFact> lesson_of_the_day(const Desk& desk, Day day,
                                                            std::optional<Id> value);
  void share(Facts& facts, const Desk& desk, Day day, std::optional<Id> value);
  void welcome(Facts& facts, const StoredTeam& team, Day day, const ValueOfDay& value);
  [[nodiscard]] std::optional<GoalFact> goal(const Value& value, Day day);

  Session& s_;
  std::map<std::string, std::int64_t> goal_wins_;  // by theme
};

}  // namespace huddlekit
