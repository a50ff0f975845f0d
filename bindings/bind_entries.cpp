#include "bindings.hpp"
#include "huddlekit/call.hpp"
#include "huddlekit/entries.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

void bind_journal_words(py::module_& m) {
  py::native_enum<CommitmentState>(m, "CommitmentState", "enum.Enum", "What became of it.")
      .value("OPEN", CommitmentState::kOpen)
      .value("KEPT", CommitmentState::kKept)
      .value("MISSED", CommitmentState::kMissed)
      .value("DROPPED", CommitmentState::kDropped)
      .finalize();
  py::native_enum<Audience>(m, "Audience", "enum.Enum", "Whom a lesson comes back to.")
      .value("TEAM", Audience::kTeam, "the team that learned it")
      .value("DEPARTMENT", Audience::kDepartment, "every team of its department")
      .value("EVERYONE", Audience::kEveryone)
      .finalize();
  py::native_enum<LessonState>(m, "LessonState", "enum.Enum", "Whether a lesson comes back.")
      .value("ACTIVE", LessonState::kActive)
      .value("MERGED", LessonState::kMerged, "another one says it")
      .value("RETIRED", LessonState::kRetired, "a habit by now, or no longer true")
      .finalize();
  py::native_enum<Health>(m, "Health", "enum.Enum",
                          "How a thing stands that `Book.check_up` looks at.")
      .value("GOOD", Health::kGood)
      .value("WARNING", Health::kWarning, "works, and may not for ever")
      .value("BAD", Health::kBad, "something is lost, or will be")
      .finalize();
  py::native_enum<HuddleState>(m, "HuddleState", "enum.Enum", "How far a huddle has come.")
      .value("PLANNED", HuddleState::kPlanned, "on the calendar only")
      .value("PUBLISHED", HuddleState::kPublished)
      .value("ASSUMED_HELD", HuddleState::kAssumedHeld, "over for a day, and nobody closed it")
      .value("COMPLETED", HuddleState::kCompleted)
      .value("CANCELLED", HuddleState::kCancelled)
      .finalize();
}

}  // namespace

void bind_entries(py::module_& m) {
  bind_journal_words(m);
  bind_value<Lesson, 0>(m, "Lesson",
                        "What a story taught and what is done differently now. `heard` is the day "
                        "of the last huddle it came back in.");
  bind_value<Commitment, 0>(m, "Commitment",
                            "Who does what by when, for a colleague or for a customer.");
  bind_value<Note, 0>(m, "Note",
                      "Something for one day only; `source` is the person or program it is from.");
  bind_value<CalendarEntry, 1>(
      m, "CalendarEntry",
      "One huddle in a team's calendar. `starts` is in UTC. `id` names the day that the rule "
      "gives, and "
      "stays the same when the huddle moves; `day` is the local date on which it takes place, "
      "`moved_from` the rule's local time where that is another.");

  bind_value<Call, 0>(m, "Call",
                      "A write that said who made it (`by`) or that had a name (`id`), as the book "
                      "remembers it for 30 days; `what` is the call, `at` when it was made.");
  bind_value<Checkup, 3>(m, "Checkup",
                         "One thing that `Book.check_up` has looked at; `advice` says what to do "
                         "about it, and is empty when nothing need be done.");
}

}  // namespace huddlekit::python
