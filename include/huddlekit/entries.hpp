#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "huddlekit/agenda.hpp"
#include "huddlekit/audience.hpp"
#include "huddlekit/fwd.hpp"
#include "huddlekit/ids.hpp"
#include "huddlekit/proposals.hpp"
#include "huddlekit/recall.hpp"
#include "huddlekit/time.hpp"
#include "huddlekit/words.hpp"

namespace huddlekit {

enum class StoryKind { kWin, kMiss, kBenchmark, kImprovement };

/// The steps of making a miss good again (service recovery).
enum class Recovery { kHeard, kApologised, kPutRight };

/// One step taken for a customer after a miss.
struct RecoveryStep {
  Recovery step{};
  Person by{};
  Day day{};

  bool operator==(const RecoveryStep&) const = default;
};

/// Something that happened.
struct Story {
  StoryId id{};
  StoryKind kind = StoryKind::kWin;
  std::string team{};
  Day day{};                          ///< the team's local date
  std::string text{};                 ///< 1 to 20,000 bytes of UTF-8
  std::vector<std::string> values{};  ///< keys of the values it shows
  std::vector<Person> who{};          ///< the colleagues behind a win; empty for a miss
  std::optional<Person> by{};         ///< who told it; none: anonymous

  // What more there may be to say; each 1 to 200 bytes where it is not left out.
  std::string touch_point{};     ///< `check-in`
  std::string stage{};           ///< of the customer's life cycle: `before the stay`
  std::string customer{};        ///< what sort of customer, without a name: `a family of four`
  bool inside_customer = false;  ///< a colleague or another team
  std::vector<std::string> tags{};
  std::string promise{};                 ///< which promise a miss broke, up to 2,000 bytes
  std::vector<RecoveryStep> recovery{};  ///< in the order of the steps; recorded by `put_right`

  bool operator==(const Story&) const = default;
};

/// What to change about a story; what is left out stays.
struct StoryChange {
  std::optional<std::string> text{};
  std::optional<std::vector<std::string>> values{};
  std::optional<std::vector<std::string>> who{};  ///< keys
  std::optional<std::string> touch_point{};
  std::optional<std::string> stage{};
  std::optional<std::string> customer{};
  std::optional<bool> inside_customer{};
  std::optional<std::vector<std::string>> tags{};
  std::optional<std::string> promise{};
};

/// A text that a story had before it was edited.
struct StoryEdit {
  Instant at{};                ///< when it was replaced
  std::optional<Person> by{};  ///< by whom
  std::string text{};

  bool operator==(const StoryEdit&) const = default;
};

enum class LessonState { kActive, kMerged, kRetired };

/// What a story taught and what we do differently now.
struct Lesson {
  LessonId id{};
  std::string team{};
  Day day{};              ///< when it was learned
  std::string insight{};  ///< 1 to 20,000 bytes
  std::string change{};   ///< what we do differently now; may be empty
  int importance = 1;     ///< 1 to 3
  std::string value{};    ///< the value it illustrates; may be empty
  std::optional<StoryId> story{};
  std::optional<Day> heard{};  ///< the last huddle of its own team that it came back in
  Audience audience = Audience::kTeam;
  LessonState state = LessonState::kActive;
  std::optional<LessonId> merged_into{};  ///< the lesson that says it now
  std::string reason{};                   ///< why it was retired

  bool operator==(const Lesson&) const = default;
};

enum class CommitmentState { kOpen, kKept, kMissed, kDropped };

/// Who does what by when, for a colleague or for a customer.
struct Commitment {
  CommitmentId id{};
  std::string team{};
  Person who{};
  std::string text{};  ///< 1 to 2,000 bytes
  Day made{};
  Day due{};
  bool for_customer = false;
  CommitmentState state = CommitmentState::kOpen;
  std::string reason{};  ///< why it was missed or dropped

  bool operator==(const Commitment&) const = default;
};

/// Something for one day only, from a person or from the host program.
struct Note {
  NoteId id{};
  std::string team{};
  Day day{};
  std::string text{};    ///< 1 to 2,000 bytes
  std::string source{};  ///< `front office system`, or empty

  bool operator==(const Note&) const = default;
};

/// A commitment made at a huddle; the day it was made is the huddle's.
struct NewCommitment {
  std::string who{};   ///< key
  std::string text{};  ///< 1 to 2,000 bytes
  Day due{};
  bool for_customer = false;

  bool operator==(const NewCommitment&) const = default;
};

/// What became of a huddle. Everything may be left out: it then counts as held as planned.
/// Segments go by the name of their kind, `round`; a host's own by its key.
///
///   huddle.finish({.attended = {{"ana", "ben"}}});  // two pairs of braces: an optional of a list
struct Outcome {
  std::optional<std::vector<std::string>>
      attended{};                              ///< keys of those present; none: not recorded
  std::optional<std::string> led_by{};         ///< who really led; none: the planned facilitator
  std::optional<std::chrono::seconds> took{};  ///< how long it really was
  /// How long each segment really was, 0 to 24 h; empty: not measured.
  std::map<std::string, std::chrono::seconds> seconds{};
  /// The segments there was time for; none: all. Stories of the others come again, and the turn in
  /// the customer's seat is given back.
  std::optional<std::vector<std::string>> covered{};
  /// How well the lesson of the day was remembered; none: remembered, if it was reached.
  std::optional<Rating> lesson_rating{};
  std::vector<NewCommitment> commitments{};
  std::vector<CommitmentId> kept{};              ///< commitments of the team that were kept
  std::map<CommitmentId, std::string> missed{};  ///< and those that were not, with the reason

  bool operator==(const Outcome&) const = default;
};

/// What one person says in a round that is collected; one of the texts may be empty.
struct RoundAnswer {
  std::string who{};          ///< key
  std::string improvement{};  ///< what they do better from now on, at most 20,000 bytes
  std::string learned{};      ///< what a customer taught them, at most 20,000 bytes

  bool operator==(const RoundAnswer&) const = default;
};

/// What such a round has put into the journal, in the order of the answers.
struct CollectedRound {
  std::vector<Story> improvements{};
  std::vector<Lesson> lessons{};

  bool operator==(const CollectedRound&) const = default;
};

enum class HuddleState { kPlanned, kPublished, kAssumedHeld, kCompleted, kCancelled };

/// One huddle in a team's calendar. Its id names the day that the rule gives, and stays the same
/// when the huddle moves.
struct CalendarEntry {
  std::string id{};  ///< `front-desk/2026-11-23/morning`
  std::string team{};
  std::string huddle{};
  Day day{};  ///< the local date on which it takes place
  Instant starts{};
  HuddleState state = HuddleState::kPlanned;
  std::optional<LocalTime> moved_from{};  ///< the rule's time, where a holiday or somebody moved it

  bool operator==(const CalendarEntry&) const = default;
};

/// Something for the playbook that somebody took from a story: another behaviour or prompt for a
/// value, or a better statement of it. It waits for the playbook's owner.
struct Proposal {
  ProposalId id{};
  ProposalKind kind = ProposalKind::kPrompt;
  std::string text{};   ///< 1 to 2,000 bytes
  std::string value{};  ///< key
  std::optional<StoryId> story{};
  std::optional<Person> by{};  ///< none: anonymous
  Day day{};  ///< when it was proposed, in the organisation's zone; filled in by the book
  ProposalState state = ProposalState::kWaiting;
  std::string reason{};  ///< why it was declined

  bool operator==(const Proposal&) const = default;
};

}  // namespace huddlekit
