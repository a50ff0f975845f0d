#pragma once
#include <string_view>
#include <vector>

#include "core/agenda/facts.hpp"
#include "huddlekit/promises.hpp"
#include "store/playbook/playbook_store.hpp"

namespace huddlekit {

/// Matters that teams put into each other's hands, and their answers.
class HandOffStore {
 public:
  HandOffStore(Database& database, PlaybookStore& playbook)
      : database_(database), playbook_(playbook) {}

  /// The team whose story it is. @throws NotFound.
  [[nodiscard]] Id team_of_story(Id story);
  /// The team that is to answer. @throws NotFound.
  [[nodiscard]] Id answering(Id hand_off);

  Id raise(Id story, Id to, std::string_view question, Day day);
  void answer(Id hand_off, std::string_view text, std::string_view by, Day day);
  /// Those that a team raised or is asked to answer, oldest first; `days` as of `today`.
  [[nodiscard]] std::vector<HandOff> of_team(Id team, bool only_open, Day today);
  [[nodiscard]] HandOff find(Id hand_off, Day today);

  // What composition asks for.
  /// What waits for this team, raised before `until`, oldest first.
  [[nodiscard]] std::vector<HandOffFact> waiting(Id team, Day until);
  /// Answers to this team, given before `until`, that no huddle of it has reached.
  [[nodiscard]] std::vector<AnswerFact> answers(Id team, Day until);
  void hear(Id huddle, const std::vector<Id>& answers);
  void unhear(Id huddle);
  void reach(Id huddle, bool reached);

 private:
  Database& database_;
  PlaybookStore& playbook_;
};

}  // namespace huddlekit
