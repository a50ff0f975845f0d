#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "huddlekit/holiday.hpp"
#include "huddlekit/recurrence.hpp"
#include "huddlekit/time.hpp"
#include "huddlekit/zone.hpp"

namespace huddlekit {

/// When a team meets: a recurrence in the wall-clock time of a zone, with holidays and exceptions.
///
///   Cadence mornings{"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", start, Zone{"Europe/London"},
///                    {.holidays = {christmas_day}, .on_holiday = HolidayRule::kSkip}};
///   mornings.between(monday, monday + days{7});
///
/// A huddle that moves to a time at which the rule gives one anyway becomes one with it, so a daily
/// huddle moved to the next working day is simply skipped. An immutable value; safe to share
/// between threads.
class Cadence {
 public:
  /// This one huddle, another time. It then stays there, holiday or not.
  struct Move {
    LocalTime from{};  ///< as the rule gives it
    LocalTime to{};

    bool operator==(const Move&) const = default;
  };

  struct Options {
    std::vector<Day> holidays{};  ///< in any order
    HolidayRule on_holiday = HolidayRule::kSkip;
    /// The days that a huddle may move to. Which days it falls on is the rule's business.
    Weekdays work_week = Weekdays::from_bits(0b0111110);
    /// Huddles that do not take place, by the time that the rule gives. A time that it does not
    /// give changes nothing, here and in `moved`, so that a rule can change under its exceptions.
    std::vector<LocalTime> cancelled{};
    std::vector<Move> moved{};
    LocalPolicy clock_change = LocalPolicy::kCompatible;

    bool operator==(const Options&) const = default;
  };

  struct Occurrence {
    Day day{};          ///< the local date that it is planned for
    LocalTime local{};  ///< what the wall clock shows when it starts
    Instant starts{};
    bool moved_by_clock_change = false;  ///< a clock change skips the time that it is planned for
    std::optional<LocalTime>
        moved_from{};  ///< the rule's time, where a holiday or a move changed it

    bool operator==(const Occurrence&) const = default;
  };

  /// As Recurrence, and UNTIL may be in UTC: it is read as what the wall clock shows then.
  /// @throws as Recurrence; InvalidArgument for huddles that move to working days without any.
  Cadence(std::string_view rule, LocalTime start, const Zone& zone, Options options);

  /// The occurrences planned for the days [start, end), by planned time. A huddle that finds no
  /// working day within 31 days is skipped. @throws InvalidArgument with LocalPolicy::kError.
  [[nodiscard]] std::vector<Occurrence> between(Day start, Day end) const;
  /// The first occurrence that starts later than `now`.
  [[nodiscard]] std::optional<Occurrence> after(Instant now) const;
  /// The first occurrence planned for that day. Where no holiday and no exception is in reach, as
  /// quick as Recurrence::falls_on.
  [[nodiscard]] std::optional<Occurrence> on(Day day) const;
  /// The first day, from `day` on, that an occurrence is planned for.
  [[nodiscard]] std::optional<Day> next_day(Day day) const;
  /// What becomes of the time that the rule gives on that day: nullopt when it gives none, or one
  /// that is cancelled, skipped, or one with another.
  [[nodiscard]] std::optional<Occurrence> of(Day rule_day) const;
  [[nodiscard]] bool is_holiday(Day day) const;

  [[nodiscard]] const Recurrence& recurrence() const { return recurrence_; }
  [[nodiscard]] const Zone& zone() const { return zone_; }
  [[nodiscard]] const Options& options() const { return options_; }

  bool operator==(const Cadence&) const = default;

 private:
  struct Planned;
  [[nodiscard]] std::optional<Day> working_day_for(Day holiday) const;
  [[nodiscard]] std::optional<Planned> instead_of(LocalTime given) const;
  [[nodiscard]] std::optional<Occurrence> occurrence(const Planned& planned) const;
  [[nodiscard]] bool cancelled(LocalTime given) const;
  [[nodiscard]] std::vector<Planned> planned(Day start, Day end) const;

  Zone zone_;
  Recurrence recurrence_;     // cancelled ones included: dates taken out would slow it down
  Options options_;           // lists sorted
  std::vector<Day> touched_;  // days that a holiday or an exception takes from or gives to; sorted
};

}  // namespace huddlekit
