#pragma once
#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agenda/compose.hpp"
#include "core/text/names.hpp"
#include "huddlekit/entries.hpp"
#include "store/sql/database.hpp"

namespace huddlekit {

/// A huddle as the book keeps it once it is published or cancelled.
struct HuddleRow {
  Id id = 0;
  Id team = 0;
  Day day{};
  std::string meeting;
  Instant starts{};
  HuddleState state = HuddleState::kPublished;  // or completed or cancelled
  int revision = 0;                             // 0: cancelled before it was published
  std::optional<Id> value, prompt, leader, seat, lesson;
  std::vector<Id> expected;
  std::optional<Id> led_by;
  std::optional<std::chrono::seconds> took;
  std::optional<std::vector<Id>> attended;
  std::string reason;
  std::optional<LocalTime> moved_from;  // the rule's time, where it takes place at another

  /// The day that the huddle's id names.
  [[nodiscard]] Day rule_day() const {
    return moved_from ? std::chrono::floor<std::chrono::days>(*moved_from) : day;
  }
};

/// Of a stored huddle: nobody having said how it went, it is assumed held a day after it began.
[[nodiscard]] HuddleState state_of(HuddleState stored, Instant starts, Instant now);

/// What a held huddle reached of its agenda.
struct Coverage {
  std::optional<std::vector<std::string>> covered;  // keys of segments, sorted; none: all
  std::optional<Rating> lesson_rating;

  [[nodiscard]] bool reached(SegmentKind kind) const {
    return !covered || std::ranges::find(*covered, name_of(kind)) != covered->end();
  }
  bool operator==(const Coverage&) const = default;
};

/// The tables of huddles and of their agendas.
class HuddleStore {
 public:
  explicit HuddleStore(Database& database) : database_(database) {}

  [[nodiscard]] std::optional<HuddleRow> find(Id team, Day day, std::string_view meeting);
  /// By what its id names: the meeting, and the day that the rule gives.
  [[nodiscard]] std::optional<HuddleRow> named(Id team, Day rule_day, std::string_view meeting);
  [[nodiscard]] std::vector<HuddleRow> on_day(Id team, Day day);
  [[nodiscard]] std::vector<HuddleRow> on_day(Day day);  ///< of all teams, in no order
  [[nodiscard]] std::vector<HuddleRow> between(Id team, Day from, Day until);

  /// Those with that value that took place or will, the latest first, with who is counted as there,
  /// until `take` answers false.
  void on_value(Id team, Id value,
                const std::function<bool(Id, Day, const std::vector<Id>&)>& take);

  /// The first published or completed one that starts later than `now`.
  [[nodiscard]] std::optional<HuddleRow> after(Id team, Instant now);
  /// The length of a published huddle's agenda.
  [[nodiscard]] std::chrono::seconds timebox(const HuddleRow& row);

  /// Stores `row`, new when its id is 0, and answers the id.
  Id save(const HuddleRow& row);
  void save_draft(Id huddle, const Draft& draft);
  /// One revision as composition made it.
  [[nodiscard]] Draft draft(const HuddleRow& row, int revision);

  /// The keys of its segments in all revisions, the latest first: it is held by the one that it
  /// began with.
  [[nodiscard]] std::vector<std::string> segments(Id huddle);

  [[nodiscard]] Coverage coverage(Id huddle);
  void save_coverage(Id huddle, const Coverage& coverage);

  struct ValueDay {
    Id value = 0;
    Id huddle = 0;
  };
  [[nodiscard]] std::optional<ValueDay> value_day(Id scope, Day period);
  /// The value of the latest period before `period`.
  [[nodiscard]] std::optional<Id> value_before(Id scope, Day period);
  void set_value_day(Id scope, Day period, Id value, Id huddle);
  void clear_value_day(Id scope, Day period);
  /// One that is not cancelled on the days [from, until) within the scope.
  [[nodiscard]] std::optional<Id> any_held(Id scope, Day from, Day until);

 private:
  Database& database_;
};

}  // namespace huddlekit
