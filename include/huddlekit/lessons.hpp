#pragma once
#include <optional>
#include <string>
#include <vector>

#include "huddlekit/entries.hpp"
#include "huddlekit/ids.hpp"
#include "huddlekit/recall.hpp"

namespace huddlekit {

/// One time that a lesson came back to a team.
struct LessonReview {
  std::string huddle{};  ///< `front-desk/2026-11-23/morning`
  Day day{};
  Rating rating = Rating::kGood;
  bool assumed = true;  ///< nobody rated it: it counts as remembered

  bool operator==(const LessonReview&) const = default;
};

/// How well a team is taken to remember one lesson.
struct LessonStanding {
  LessonId lesson{};
  std::optional<RecallState> state{};  ///< none: it has not come back yet
  std::optional<Day> heard{};
  Day due{};              ///< when it comes back; since it was learned, if it never has
  double remembered = 0;  ///< the chance today; 0 if it never came back
  int good_in_a_row = 0;  ///< days running, up to the last, on which it was remembered

  bool operator==(const LessonStanding&) const = default;
};

/// Two lessons that say nearly the same.
struct AlikeLessons {
  LessonId first{};
  LessonId second{};
  double alike = 0;  ///< the share of their words, rare ones weighing more, that both have

  bool operator==(const AlikeLessons&) const = default;
};

/// What a team's lesson slots can carry, and what could make room.
struct LessonLoad {
  double room = 0;                    ///< lesson segments in the next 30 days
  double load = 0;                    ///< showings that the present lessons need in them
  double first_year = 0;              ///< showings that a new lesson needs in its first year
  double new_per_month = 0;           ///< new lessons a month that the slots could carry
  bool over = false;                  ///< whether the load is more than the room
  std::vector<AlikeLessons> merge{};  ///< most alike first
  std::vector<LessonId>
      retire{};  ///< remembered beyond a year, and three times running: a habit by now

  bool operator==(const LessonLoad&) const = default;
};

}  // namespace huddlekit
