#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "book/calendar/slot.hpp"
#include "book/session.hpp"

namespace huddlekit {

/// The huddle that a call names: on the calendar, stored, or both.
struct Found {
  const StoredTeam* team = nullptr;
  std::optional<Slot> slot;
  std::optional<HuddleRow> row;

  [[nodiscard]] Day day() const { return row ? row->day : slot->day; }
  [[nodiscard]] Day rule_day() const { return row ? row->rule_day() : slot->rule_day(); }
  [[nodiscard]] const std::string& meeting() const {
    return row ? row->meeting : slot->meeting->key;
  }
  [[nodiscard]] std::string id() const { return huddle_id(team->team.key, rule_day(), meeting()); }
  [[nodiscard]] bool cancelled() const { return row && row->state == HuddleState::kCancelled; }
  /// @throws NotFound unless it has been published or cancelled.
  [[nodiscard]] HuddleRow& stored();
};

/// When teams meet: what the rules give, and what became of it.
class Calendar {
 public:
  explicit Calendar(Session& session) : s_(session) {}

  /// The one of that key on that day, or the only one; nullopt when there is none.
  /// @throws NotFound, Conflict when the key is empty and there are several.
  [[nodiscard]] std::optional<Found> on(const StoredTeam& team, Day day, std::string_view meeting);
  /// All that take place on that day, in order of their start.
  [[nodiscard]] std::vector<Found> all_on(const StoredTeam& team, Day day);
  /// @throws InvalidArgument, NotFound.
  [[nodiscard]] Found named(std::string_view huddle_id);

  /// What is known of it; a row says more than the rule.
  [[nodiscard]] CalendarEntry huddle(const Found& found) const;
  [[nodiscard]] std::vector<CalendarEntry> between(const StoredTeam& team, Day from, Day until);
  [[nodiscard]] std::optional<CalendarEntry> next(const StoredTeam& team, Instant after);
  /// Those that are on at that moment.
  [[nodiscard]] std::vector<CalendarEntry> at(const StoredTeam& team, Instant instant);

 private:
  Session& s_;
};

}  // namespace huddlekit
