#pragma once
#include <string_view>

#include "book/agendas/booking.hpp"
#include "book/calendar/calendar.hpp"

namespace huddlekit {

/// How huddles went: recorded once, corrected later.
class Outcomes {
 public:
  explicit Outcomes(Session& session) : s_(session), calendar_(session), booking_(session) {}

  /// @param amending  corrects what was recorded; what the outcome does not say stays.
  void complete(std::string_view huddle_id, const Outcome& outcome, Instant at, bool amending);
  /// @throws Conflict when the huddle's day is yet to come.
  static void check_has_come(std::string_view huddle_id, const StoredTeam& team,
                             const HuddleRow& row, Instant at);

 private:
  struct There {
    std::optional<std::vector<Id>> attended;
    std::optional<Id> led_by;
  };
  [[nodiscard]] There there(const HuddleRow& row, const Outcome& outcome, bool amending);
  void book_presence(const StoredTeam& team, const HuddleRow& row,
                     const std::optional<std::vector<Id>>& attended);
  /// The outcome with what was recorded where it says nothing.
  [[nodiscard]] Outcome with_recorded(const HuddleRow& row, Outcome outcome);
  [[nodiscard]] bool recorded(const HuddleRow& row, const Outcome& outcome, bool amending);
  void record(const StoredTeam& team, const HuddleRow& row, const Outcome& outcome, bool amending);

  // coverage.cpp
  [[nodiscard]] Coverage coverage(const HuddleRow& row, const Outcome& outcome);
  void cover(const HuddleRow& row, const Coverage& reached);

  Session& s_;
  Calendar calendar_;
  Booking booking_;
};

}  // namespace huddlekit
