#pragma once
#include <functional>
#include <optional>
#include <string_view>

#include "core/report/report_counter.hpp"
#include "store/sql/database.hpp"

namespace huddlekit {

/// What reports are made of, read in one pass each and told to a ReportCounter.
class ReportStore {
 public:
  explicit ReportStore(Database& database) : database_(database) {}

  /// Every team with everybody who ever was in it, values in force; nothing asked yet.
  [[nodiscard]] ReportScene scene();
  [[nodiscard]] std::optional<Day> first_huddle(Id team);

  /// Whether the team's calendar of today has the meeting on that day.
  using OnCalendar = std::function<bool(std::size_t team, Day day, std::string_view meeting)>;
  /// @param now  what is published counts as held a day after its start.
  void count(ReportCounter& counter, Instant now, const OnCalendar& on_calendar);

 private:
  /// What is being counted: who is asked, and the range.
  struct Asked;
  void huddles(ReportCounter& counter, const Asked& asked, const OnCalendar& on_calendar);
  void stories(ReportCounter& counter, const Asked& asked);
  void told(ReportCounter& counter, const Asked& asked);
  void commitments(ReportCounter& counter, const Asked& asked);
  void lessons(ReportCounter& counter, const Asked& asked);
  void segments(ReportCounter& counter, const Asked& asked);
  void recall(ReportCounter& counter, const Asked& asked);
  void handoffs(ReportCounter& counter, const Asked& asked);

  Database& database_;
};

}  // namespace huddlekit
