#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "book/agendas/revisions.hpp"

namespace huddlekit {

/// Turns to come: who is next, and what colleagues agree on among themselves.
class TurnsAhead {
 public:
  explicit TurnsAhead(Session& session)
      : s_(session), calendar_(session), agendas_(session), revisions_(session) {}

  [[nodiscard]] std::vector<Turn> coming(const StoredTeam& team, Role role, int n, Day from);
  /// @param reason  of the revision, when the huddle is published; empty: that the turn was passed.
  Turn skip(std::string_view huddle_id, Role role, std::string_view reason);
  std::vector<Turn> swap(std::string_view huddle_id, Role role, std::string_view with);

 private:
  [[nodiscard]] std::string token(const Person& who) const;
  void check_can_take(const Found& found, std::string_view id, Id person, std::string_view key);
  [[nodiscard]] std::optional<Turn> next_of(const StoredTeam& team, Role role, std::string_view key,
                                            Day day);

  Session& s_;
  Calendar calendar_;
  Agendas agendas_;
  Revisions revisions_;
};

}  // namespace huddlekit
