#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "core/agenda/facts.hpp"
#include "huddlekit/entries.hpp"
#include "store/playbook/playbook_store.hpp"

namespace huddlekit {

/// The tables of stories: what was told, what it said before, and what was done about a miss.
class StoryStore {
 public:
  StoryStore(Database& database, PlaybookStore& playbook)
      : database_(database), playbook_(playbook) {}

  /// @param today  the team's: nothing has happened later.
  Story add(const Story& story, Day today);
  Story edit(Id story, const StoryChange& change, std::optional<std::string_view> by, Instant at);
  Story put_right(Id story, Recovery step, std::string_view by, Day day, Day today);

  [[nodiscard]] Story find(Id story);
  [[nodiscard]] std::vector<StoryEdit> edits(Id story);
  [[nodiscard]] std::vector<Story> between(Id team, Day from, Day until);
  [[nodiscard]] std::vector<Story> all_of(Id team);
  /// Whether the team told the same text of the same day already.
  [[nodiscard]] bool is_known(const Story& story);
  /// Misses that are not put right yet, oldest first.
  [[nodiscard]] std::vector<Story> open_misses(Id team);
  /// The same for composition.
  [[nodiscard]] std::vector<MissFact> unsettled(Id team);

 private:
  struct Links {
    std::vector<Id> values, who;
    std::optional<Id> by;
  };
  /// Fills in names.
  Links check(Story& story);
  void link(Id story, const Links& links);

  Database& database_;
  PlaybookStore& playbook_;
};

}  // namespace huddlekit
