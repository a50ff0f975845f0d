#pragma once
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/report/report_pools.hpp"
#include "huddlekit/playbook.hpp"
#include "huddlekit/recall.hpp"
#include "huddlekit/report.hpp"

namespace huddlekit {

/// What a report is asked of: the organisation as it is.
struct ReportScene {
  struct Value {
    Id id = 0;
    std::string key, name;
    int weight = 1;
  };
  /// Members and departments of *every* team: whether a figure may be shown depends on all of them.
  std::vector<PooledTeam> teams;
  std::vector<bool> asked;  ///< beside `teams`: those the report is about
  std::vector<Value> values;
  std::vector<Theme> themes;
};

/// One huddle as the book keeps it.
struct HuddleCount {
  std::size_t team = 0;  ///< index in the scene
  Day day{};
  HuddleState state{};
  bool on_calendar = false;  ///< the team's calendar of today has it too
  std::optional<Id> value, prompt, leader;
  bool lesson = false;
  std::optional<std::chrono::seconds> took;
  std::chrono::seconds timebox{};  ///< where `took` is known
  std::span<const Id> expected;
  std::optional<std::span<const Id>> attended;
  std::string_view reason;  ///< of a cancellation
};

struct StoryCount {
  Day day{};
  StoryKind kind{};
  bool names_somebody = false;
  std::span<const Id> values;
};

struct CommitmentCount {
  Day due{};
  CommitmentState state{};
  bool for_customer = false;
  std::string_view reason;
};

/// Adds up a report from rows that it is told one by one, so that a book of any size needs no more
/// memory than the report. The arithmetic only: no clock, no file.
class ReportCounter {
 public:
  /// @param head  what it is about, the range, and the day it is made on.
  ReportCounter(Report head, ReportScene scene);

  /// A huddle of the calendar that is over, before `made`.
  void slot(Day day);
  void holiday() { ++report_.held.holidays; }
  /// A team's huddles must come in order of their days.
  void huddle(const HuddleCount& huddle);
  void story(const StoryCount& story);
  void told(bool again);
  /// Somebody was named in a win of that month; once for each person, month and team.
  void recognised(std::size_t team, Day month, Id person);
  void commitment(const CommitmentCount& commitment);
  /// A lesson that came back to a team, last on the day `heard`.
  void remembered(const RecallState& state, Day heard);
  /// @param closed  there is no need of an answer any more.
  void handoff(Day raised, std::optional<Day> answered, bool closed = false);

  /// Filled in by the caller, who has the tables.
  Report& report() { return report_; }
  [[nodiscard]] const ReportScene& scene() const { return scene_; }
  [[nodiscard]] Report finish();

 private:
  struct Turns {  // of one member in the team's open month
    Id person = 0;
    double due = 0;
    int led = 0;
  };
  struct OpenMonth {
    Day month{};
    std::vector<Turns> turns;
  };

  [[nodiscard]] Report::WeekRow& week(Day day);
  /// Where people of that day are counted; nullptr where they may not be shown.
  [[nodiscard]] Report::PeopleMonth* people(Day day);
  void held(const HuddleCount& huddle);
  void attendance(const HuddleCount& huddle);
  void turn(const HuddleCount& huddle);
  void close_month(std::size_t team);

  Report report_;
  ReportScene scene_;
  std::unordered_map<Id, std::size_t> value_index_;
  std::vector<std::set<std::string>> theme_values_;
  std::map<std::string, int, std::less<>> cancelled_, missed_;
  std::unordered_map<std::uint64_t, Day> prompt_last_;  // by team and prompt
  std::vector<OpenMonth> open_;                         // beside scene_.teams
  int with_value_ = 0;
  int remembered_ = 0;
  double recall_now_ = 0, recall_in_90_ = 0;  // summed over these
  Day first_monday_{};
};

/// What deserves attention early: in plain sentences, each with what to try.
[[nodiscard]] std::vector<std::string> early_warnings(const Report& report);

}  // namespace huddlekit
