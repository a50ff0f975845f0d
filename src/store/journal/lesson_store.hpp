#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "core/agenda/facts.hpp"
#include "core/lessons/lesson_choice.hpp"
#include "huddlekit/lessons.hpp"
#include "store/playbook/playbook_store.hpp"

namespace huddlekit {

/// How lessons come back: the log of reviews, and what each team is taken to remember.
class LessonStore {
 public:
  LessonStore(Database& database, PlaybookStore& playbook)
      : database_(database), playbook_(playbook) {}

  /// A lesson that comes back to a team, without its text.
  struct Standing {
    Id lesson = 0;
    int importance = 1;
    std::optional<Id> value;
    Day learned{};
    std::optional<RecallState> state;
    std::optional<Day> heard;
    Day due{};
    int good_in_a_row = 0;
  };
  struct Due {
    std::vector<Standing> lessons;
    std::int64_t left_out = 0;  // never heard, and behind others of the same importance and value
  };
  /// What is due before `until`. Of lessons never heard that weigh the same only the first `most`:
  /// no more can come up in so many huddles.
  [[nodiscard]] Due due(const StoredTeam& team, Day until, int most);
  /// Everything that comes back to a team.
  [[nodiscard]] std::vector<Standing> standings(const StoredTeam& team);
  [[nodiscard]] LessonFact fact(Id lesson, Id team);
  [[nodiscard]] std::vector<std::string> insights(std::span<const Id> lessons);

  /// Logs what became of a lesson at a huddle and works out the team's memory of it anew.
  /// @param rating  nullopt: the lesson was not reached; what was logged before goes.
  void review(Id lesson, Id team, Id huddle, Day day, Instant starts, std::optional<Rating> rating,
              bool assumed);
  [[nodiscard]] std::vector<LessonReview> reviews(Id lesson, Id team);
  /// Works out from the log what an older version of the book has not kept.
  void settle();
  /// As `settle` for every state; answers how many were not as the log says.
  int rebuild();

  /// Takes a lesson out. @throws NotFound, Conflict when it is out for another reason already.
  Lesson retire(Id lesson, std::string_view reason);
  Lesson merge(Id lesson, Id into);
  [[nodiscard]] Lesson lesson(Id id);

 private:
  bool restate(Id lesson, Id team);
  [[nodiscard]] Lesson active(Id id);

  Database& database_;
  PlaybookStore& playbook_;
};

}  // namespace huddlekit
