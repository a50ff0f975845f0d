#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "book/agendas/agendas.hpp"

namespace huddlekit {

/// What happens to huddles before they are held: they change, are called off, take place at another
/// time.
class Revisions {
 public:
  explicit Revisions(Session& session)
      : s_(session),
        calendar_(session),
        values_(session),
        desks_(session),
        booking_(session),
        agendas_(session) {}

  /// @param away  who is not coming after all.
  Agenda revise(std::string_view huddle_id, std::string_view reason,
                const std::vector<std::string>& away);
  void cancel(std::string_view huddle_id, std::string_view reason);
  CalendarEntry move(std::string_view huddle_id, LocalTime to,
                     std::string_view reason);  // in move.cpp

 private:
  void move_published(const StoredTeam& team, HuddleRow& row, const Slot& slot,
                      std::string_view reason);

  Session& s_;
  Calendar calendar_;
  ValueTurns values_;
  Desks desks_;
  Booking booking_;
  Agendas agendas_;
};

}  // namespace huddlekit
