#pragma once
#include <unordered_map>
#include <vector>

#include "huddlekit/entries.hpp"
#include "store/huddles/huddle_store.hpp"
#include "store/sql/database.hpp"

namespace huddlekit {

/// The table of what teams have made of the prompts.
class PromptStore {
 public:
  explicit PromptStore(Database& database) : database_(database) {}

  struct Use {
    std::int64_t last = 0;  // the running number of the team's use; 0: first in line
    std::int64_t pass = 0;  // through the prompts of its value
    std::vector<Id> heard;  // by whom; sorted
  };
  [[nodiscard]] std::unordered_map<Id, Use> uses(Id team);
  /// Uses it once more.
  void use(Id team, Id prompt, const Use& use);
  /// Takes a huddle's use back: the prompt is first in line again.
  void give_back(const HuddleRow& huddle);
  /// Works out anew who has heard a huddle's prompt, with that huddle or without it.
  void recount(const HuddleRow& huddle, bool with);

 private:
  Database& database_;
};

}  // namespace huddlekit
