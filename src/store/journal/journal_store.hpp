#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "core/agenda/facts.hpp"
#include "huddlekit/entries.hpp"
#include "store/playbook/playbook_store.hpp"

namespace huddlekit {

/// The tables of what happened: lessons, commitments, notes; and of stories, what
/// composition asks for.
class JournalStore {
 public:
  JournalStore(Database& database, PlaybookStore& playbook)
      : database_(database), playbook_(playbook) {}

  Lesson add(const Lesson& lesson, Day today);
  Commitment add(const Commitment& commitment);
  Note add(const Note& note);
  /// @throws NotFound.
  [[nodiscard]] Commitment commitment(Id id);
  Commitment close(Id commitment, CommitmentState state, std::string_view reason);

  /// Whether the team has the same entry of the same day already.
  [[nodiscard]] bool is_known(const Lesson& lesson);
  [[nodiscard]] bool is_known(const Commitment& commitment);
  [[nodiscard]] std::vector<Lesson> lessons(Id team, bool only_active);
  [[nodiscard]] std::vector<Commitment> commitments(Id team, bool only_open);
  [[nodiscard]] std::vector<Note> notes(Id team, Day day);

  // What composition asks for.
  /// Stories of the days [from, until) that no huddle of the team has reached yet, oldest first: of
  /// the misses, and of the others, the freshest `most`.
  [[nodiscard]] std::vector<StoryFact> untold(Id team, Day from, Day until, int most);
  /// Open commitments due before `until`, customers' first, then the oldest.
  [[nodiscard]] std::vector<CommitmentFact> due(Id team, Day until);

  void mark_told(Id huddle, Id team, const std::vector<Id>& stories);
  /// Undoes it for a huddle that does not count any more.
  void unmark_told(Id huddle);

 private:
  Database& database_;
  PlaybookStore& playbook_;
};

}  // namespace huddlekit
