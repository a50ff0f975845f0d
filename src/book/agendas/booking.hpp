#pragma once
#include <optional>
#include <unordered_map>
#include <vector>

#include "book/agendas/desk.hpp"
#include "book/agendas/value_desk.hpp"
#include "store/huddles/huddle_store.hpp"

namespace huddlekit {

/// What follows from an agenda's choices and from who was there, kept in the book.
class Booking {
 public:
  explicit Booking(Session& session) : s_(session), values_(session) {}

  /// Stores a revision and everything that follows from its choices, but for the value's turn.
  void apply(const StoredTeam& team, HuddleRow& row, const Composition& made,
             const ValueDesk& values, Desk& start);
  /// The opposite of `apply`; agendas stay.
  void unapply(const HuddleRow& row, const ValueDesk& values);
  /// Books that `people` were at the huddle, or, with direction -1, that they were not.
  void hear(const HuddleRow& row, const std::vector<Id>& people, const ValueDesk& values,
            int direction, std::unordered_map<Id, Hearing>& hearings);
  /// A huddle has left its day: the value's turn that its publishing took is another huddle's of
  /// that day, or given back when none is left.
  void give_value_back(const StoredTeam& team, const HuddleRow& row, Day day);

  /// The values with the weights of that day, for booking what was heard.
  [[nodiscard]] ValueDesk values_of(const StoredTeam& team, Day day);

 private:
  void find_last_heard(const HuddleRow& row, const std::vector<Id>& people,
                       std::unordered_map<Id, Hearing>& hearings);

  Session& s_;
  ValueTurns values_;
};

}  // namespace huddlekit
