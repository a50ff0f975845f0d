#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/errors.hpp"
#include "huddlekit/file_path.hpp"
#include "huddlekit/holiday.hpp"
#include "huddlekit/time.hpp"

namespace huddlekit {

/// What a prompt asks people to do.
enum class PromptKind { kQuestion, kExercise, kStoryStarter, kBenchmark, kRolePlay };

/// Whether all teams share one value a day or each team has its own rotation.
enum class Scope { kOrganisation, kTeam };

/// How long one value stays the value: a day, an ISO week or a calendar month.
enum class ValuePeriod { kDay, kWeek, kMonth };

/// What the organisation stands for, said as behaviour that can be seen.
struct Value {
  std::string key{};
  std::string name{};
  std::string statement{};
  std::vector<std::string> behaviours{};
  int weight = 1;         ///< 1 to 1000: turns come up in proportion
  std::string promise{};  ///< what this value promises customers; may be empty
  std::string renamed_from{};

  bool operator==(const Value&) const = default;
};

/// A question or an exercise that gets people talking about one value.
struct Prompt {
  std::string key{};  ///< made from value and text where the file gives none
  std::string value{};
  std::string text{};
  PromptKind kind = PromptKind::kQuestion;
  std::vector<std::string> departments{};  ///< empty: fits every department
  std::string touch_point{};
  std::string renamed_from{};

  bool operator==(const Prompt&) const = default;
};

/// Somebody's place in a team. The same key in two teams is the same person.
struct Member {
  std::string key{};
  std::string name{};
  Weekdays days = Weekdays::all();  ///< the days on which the person works
  std::vector<std::string>
      huddles;                 ///< the team's huddles (shifts) the person comes to; empty: all
  std::optional<Day> since{};  ///< first day in the team
  bool leads = true;           ///< consents to lead and to take the customer's seat
  bool shared = true;          ///< consents to be named in stories shared with other teams
  bool celebrated = true;      ///< consents to be recognised by name
  std::string renamed_from{};

  bool operator==(const Member&) const = default;
};

/// What an agenda consists of.
enum class AgendaForm {
  kDaily,    ///< the ten minutes of every day
  kMonthly,  ///< everybody shares one improvement and one thing learned from customers
};

/// When a team meets: a rule in the team's wall-clock time.
struct Meeting {
  std::string key = "huddle";
  std::string
      name{};  ///< shown when the team has several; made from the key where the file gives none
  std::string rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
  /// The day from which the rule counts (RFC 5545 DTSTART): a Monday by default.
  Day since = Day{std::chrono::year{2024} / 1 / 1};
  std::chrono::seconds start{};       ///< since midnight
  std::chrono::seconds timebox{600};  ///< a file that gives none means an hour for kMonthly
  HolidayRule on_holiday = HolidayRule::kSkip;
  AgendaForm form = AgendaForm::kDaily;  ///< `template` in the file

  bool operator==(const Meeting&) const = default;
};

struct TeamDefinition {
  std::string key{};
  std::string name{};
  std::string department{};
  std::string customers{};  ///< who *its* customers are, inside or outside
  std::string zone{};       ///< IANA name; the organisation's where the file gives none
  std::string parent{};     ///< key of the team above, or empty
  /// Names of the holiday calendars and regions that it follows; none: the organisation's.
  std::optional<std::vector<std::string>> holidays{};
  /// The days that a huddle may move to from a holiday; none: the organisation's.
  std::optional<Weekdays> work_week{};
  std::vector<Member> members{};
  std::vector<Meeting> meetings{};
  /// Environment variables that hold where the team's reminders go; the addresses are secrets.
  std::vector<std::string> targets{};
  std::string renamed_from{};

  bool operator==(const TeamDefinition&) const = default;
};

/// A campaign: from its first to its last day the chosen values weigh `factor` times as much.
struct Theme {
  std::string key{};
  std::string name{};
  std::vector<std::string> values{};
  Day first{};
  Day last{};
  int factor = 2;  ///< 2 to 10
  std::string goal{};
  int goal_count = 0;  ///< wins for its values that are aimed at, up to 1,000,000,000; 0: no number

  bool operator==(const Theme&) const = default;
};

/// Changes one segment of the default agenda template. Whatever is unset stays as it was.
struct SegmentOverride {
  std::string
      segment{};  ///< `open`, `value`, `win`, `lesson`, `promises`, `round`, `seat` or `close`
  std::optional<std::chrono::seconds> min{};
  std::optional<std::chrono::seconds> ideal{};
  std::optional<std::chrono::seconds> max{};
  std::optional<int> cut{};
  std::string title{};  ///< empty: the default
  bool enabled = true;

  bool operator==(const SegmentOverride&) const = default;
};

/// What a reminder is about.
enum class ReminderKind {
  kHuddle,      ///< a huddle that is about to begin
  kNudge,       ///< the value of the day, in mid-shift
  kCommitment,  ///< a commitment that falls due
  kLesson,      ///< the lesson of the week
  kMonthly,     ///< a meeting that comes up monthly, early enough to prepare for it
};

/// Who is reminded.
enum class Recipient { kLeader, kSeat, kExpected, kOwner, kChannel };

/// Who is reminded of what, when, and when not. Nobody is ever reminded outside a shift: from
/// `early` before a huddle that the person is expected at until `shift` after its start.
struct ReminderRule {
  std::string key{};
  ReminderKind kind = ReminderKind::kHuddle;
  std::optional<Recipient> audience{};          ///< none: whom the kind is for, `usual_audience`
  std::optional<std::chrono::seconds> ahead{};  ///< none: as early as the kind needs, `usual_ahead`
  /// The team's wall-clock time of a nudge, a commitment or a lesson; none: half a shift after the
  /// huddle, for a commitment 09:00.
  std::optional<std::chrono::seconds> at{};
  Weekdays days = Weekdays::all();  ///< on which of the team's days
  std::chrono::seconds early = std::chrono::minutes{30};
  std::chrono::seconds shift = std::chrono::hours{8};
  std::optional<std::chrono::seconds> quiet_from{};   ///< wall-clock; both or neither
  std::optional<std::chrono::seconds> quiet_until{};  ///< may be on the next day
  int at_most = 3;                   ///< reminders a day and person, of whatever rule; 1 to 100
  int stop_after = 0;                ///< unanswered ones in a row, 1 to 100; 0: never
  std::vector<std::string> teams{};  ///< empty: all
  bool enabled = true;

  bool operator==(const ReminderRule&) const = default;
};

/// Whom a kind is for: the leader of a huddle, the owner of a commitment, the channel for a lesson,
/// everybody expected for the others.
[[nodiscard]] Recipient usual_audience(ReminderKind kind);
/// 15 minutes before a huddle, two days before a monthly meeting, none for the others.
[[nodiscard]] std::chrono::seconds usual_ahead(ReminderKind kind);

struct Organisation {
  std::string name{};
  std::string motto{};
  std::string promise{};
  std::string zone{};
  Weekdays work_week = Weekdays::from_bits(0b0111110);
  Scope scope = Scope::kOrganisation;
  ValuePeriod period = ValuePeriod::kDay;
  std::vector<std::string> holidays{};  ///< names of the holiday calendars and regions it follows
  /// On these a win of another team is told too; Tuesday and Thursday by default.
  Weekdays feature_days = Weekdays::from_bits(0b0010100);

  bool operator==(const Organisation&) const = default;
};

/// Everything an organisation defines, as read from one TOML file. A plain value.
struct Playbook {
  std::string
      source{};  ///< which file or pack this is; loading it again replaces what it said before
  std::optional<Organisation> organisation{};  ///< absent in starter packs
  std::vector<Value> values{};
  std::vector<Prompt> prompts{};
  std::vector<TeamDefinition> teams{};
  std::vector<Theme> themes{};
  std::vector<Holiday> holidays{};
  std::vector<ReminderRule> reminders{};
  std::vector<SegmentOverride> segments{};
  std::vector<Problem> warnings{};  ///< what was read but looks like a mistake

  bool operator==(const Playbook&) const = default;
};

/// Reads a playbook file (TOML, UTF-8, at most 4 MiB). `source` becomes the file's stem.
/// @throws ParseError with the first syntax error, or else with every other problem at once;
/// StorageError when the file cannot be read.
[[nodiscard]] Playbook read_playbook(const FilePath& file);

/// Reads a playbook from text. @param name  stands for the file in problems, and for the source.
/// @throws ParseError as above.
[[nodiscard]] Playbook parse_playbook(std::string_view toml, const std::string& name = "playbook");

/// The playbook as TOML that reads back to an equal one, in the shortest spelling: what has its
/// default value is left out. `source` and `warnings` are not part of it.
[[nodiscard]] std::string to_toml(const Playbook& playbook);

/// What loading a playbook did to the book: entries by what became of them.
struct LoadReport {
  int added = 0;
  int changed = 0;
  int retired = 0;  ///< was in this source before; kept, since old agendas refer to it
  int unchanged = 0;

  bool operator==(const LoadReport&) const = default;
};

}  // namespace huddlekit
