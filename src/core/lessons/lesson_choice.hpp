#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "huddlekit/entries.hpp"
#include "huddlekit/recall.hpp"

namespace huddlekit {

/// How every team's lessons come back: the standard weights, 0.90, at most 180 days.
[[nodiscard]] const Recall& recall_policy();

/// A lesson that could come back today.
struct LessonCandidate {
  Id id = 0;
  std::optional<RecallState> state;  ///< nullopt: never rated, so never yet heard together
  int days = 0;                      ///< since it was last heard; since it was learned, if never
  int importance = 1;                ///< 1 to 3
  bool shows_todays_value = false;
};

/// A lesson that is due, and why it stands where it does.
struct RankedLesson {
  Id id = 0;
  double retrievability = 0;  ///< the chance that it is remembered today; 0 if never rated
  double gain = 0;            ///< `expected_gain` times importance
  bool for_value = false;     ///< goes before better ones because it shows today's value
};

/// What showing a lesson today is worth: by how many of the next 90 days on which it is remembered
/// the mean over the four ratings beats leaving it alone. Closed form. A recalled lesson is rated
/// Hard, Good or Easy at .224/.631/.145, a first one Again to Easy at .24/.094/.495/.171 (the
/// frequencies that the simulators of FSRS use).
[[nodiscard]] double expected_gain(const Recall& recall, const std::optional<RecallState>& state,
                                   int days);

/// The lessons that are due, the lesson of the day first. By gain times importance; of equal ones
/// the one not heard for longer goes first, then the smaller id. Then the best among those within
/// 10 % of the first that show today's value goes to the front. Gains are compared in whole
/// millionths of a day, far above the last bit in which C libraries differ.
/// @throws InvalidArgument for days < 0, an importance outside 1 to 3, or a state out of range.
[[nodiscard]] std::vector<RankedLesson> rank_lessons(const Recall& recall,
                                                     std::span<const LessonCandidate> lessons);

/// What a team's lesson slots can carry, with every lesson shown when it is due.
struct LessonCapacity {
  double first_year = 0;     ///< showings that a new lesson needs in its first year
  double new_per_month = 0;  ///< new lessons a month for which the slots suffice, each for a year
  double load = 0;           ///< showings that the present lessons need in the next 30 days
};

/// @param lessons          the present ones, due or not.
/// @param slots_per_month  lesson segments in 30 days, about 21 for a team that meets every
/// weekday. The team is over capacity when `load` is more.
[[nodiscard]] LessonCapacity lesson_capacity(const Recall& recall,
                                             std::span<const LessonCandidate> lessons,
                                             double slots_per_month);

/// How many days running, up to the last, a lesson was remembered (Good or Easy).
[[nodiscard]] int good_in_a_row(std::span<const Recall::Review> reviews);

/// Whether a lesson has become a habit: stable beyond a year and good three times running.
[[nodiscard]] bool may_retire(const RecallState& state, int good_in_a_row);

}  // namespace huddlekit
