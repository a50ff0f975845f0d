#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/entries.hpp"
#include "huddlekit/holiday.hpp"
#include "store/sql/database.hpp"

namespace huddlekit {

/// The tables of what makes a team meet on other days than its rules say: holidays, and huddles
/// that somebody moved.
class CalendarStore {
 public:
  explicit CalendarStore(Database& database) : database_(database) {}

  /// Replaces the calendar of that name.
  void save(const HolidayCalendar& calendar);
  [[nodiscard]] std::vector<HolidayCalendar> calendars();
  /// Whether there was one.
  bool remove(std::string_view name);
  /// By day, of all calendars and of the playbook, those that somebody keeps who follows `names`.
  [[nodiscard]] std::vector<Holiday> kept_by(const std::vector<std::string>& names);

  struct Move {
    std::string meeting;
    Day rule_day{};
    LocalTime to;
    std::string reason;
  };
  [[nodiscard]] std::vector<Move> moves(Id team);
  void set_move(Id team, const Move& move);
  void clear_move(Id team, std::string_view meeting, Day rule_day);

  /// Published huddles that must stay where they are whatever the holidays say, and cancelled ones,
  /// by the day that the rule gives.
  struct Exception {
    std::string meeting;
    Day rule_day{};
    Instant starts;
    bool cancelled = false;
  };
  [[nodiscard]] std::vector<Exception> exceptions(Id team, Day first_holiday);

 private:
  Database& database_;
};

}  // namespace huddlekit
