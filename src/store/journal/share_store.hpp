#pragma once
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/agenda/sharing.hpp"
#include "store/playbook/playbook_store.hpp"

namespace huddlekit {

/// Who has been thanked, what went round, and how many wins there are: questions about the stories
/// of all teams.
class ShareStore {
 public:
  ShareStore(Database& database, PlaybookStore& playbook)
      : database_(database), playbook_(playbook) {}

  /// Wins of other teams on the days [from, until) that show a value and that this team has not
  /// heard: the freshest `limit`.
  [[nodiscard]] std::vector<Elsewhere> elsewhere(Id team, Day from, Day until, int limit);
  /// The story as other teams may hear it: who does not want to be named is a colleague.
  [[nodiscard]] SharedFact fact(const Elsewhere& story);
  /// The team whose win a huddle of `team` told, if it told one of another.
  [[nodiscard]] std::optional<Id> source_of(Id huddle, Id team);

  /// By how many more misses than wins the team's huddles on each of the days [from, until) told.
  [[nodiscard]] std::vector<std::pair<Day, std::int64_t>> misses_over_wins(Id team, Day from,
                                                                           Day until);
  /// A held huddle did or did not reach its segments: what it did not is still to be told.
  void reach(Id huddle, bool wins, bool misses);

  /// The last day on which each of them was behind a win of any team.
  [[nodiscard]] std::unordered_map<Id, Day> thanked(const std::vector<Id>& people, Day until);
  /// How often each of them was behind a win that shows the value, since a day.
  [[nodiscard]] std::unordered_map<Id, int> thanked_for(Id value, const std::vector<Id>& people,
                                                        Day since);
  /// Wins of all teams on the days [from, until] that show one of the values.
  [[nodiscard]] std::int64_t wins(const std::vector<Id>& values, Day from, Day until);

 private:
  Database& database_;
  PlaybookStore& playbook_;
};

}  // namespace huddlekit
