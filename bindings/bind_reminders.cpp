#include "bindings.hpp"
#include "book_handle.hpp"
#include "huddlekit/reminder.hpp"
#include "huddlekit/render.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

void bind_reminder_words(py::module_& m) {
  py::native_enum<ReminderKind>(m, "ReminderKind", "enum.Enum", "What a reminder is about.")
      .value("HUDDLE", ReminderKind::kHuddle)
      .value("NUDGE", ReminderKind::kNudge)
      .value("COMMITMENT", ReminderKind::kCommitment)
      .value("LESSON", ReminderKind::kLesson)
      .value("MONTHLY", ReminderKind::kMonthly)
      .finalize();
  py::native_enum<Recipient>(m, "Recipient", "enum.Enum", "Who is reminded.")
      .value("LEADER", Recipient::kLeader)
      .value("SEAT", Recipient::kSeat)
      .value("EXPECTED", Recipient::kExpected)
      .value("OWNER", Recipient::kOwner)
      .value("CHANNEL", Recipient::kChannel)
      .finalize();
  py::native_enum<DeliveryOutcome>(m, "DeliveryOutcome", "enum.Enum",
                                   "What became of a reminder, or of one attempt.")
      .value("SENT", DeliveryOutcome::kSent)
      .value("FAILED", DeliveryOutcome::kFailed)
      .value("DROPPED", DeliveryOutcome::kDropped)
      .value("GIVEN_UP", DeliveryOutcome::kGivenUp)
      .value("ANSWERED", DeliveryOutcome::kAnswered)
      .finalize();
}

void bind_values(py::module_& m) {
  using R = ReminderRule;
  bind_value<R, 2>(m, "ReminderRule",
                   R"(Who is reminded of what, when, and when not: a `[[reminder]]` of the playbook.

>>> from datetime import time
>>> ReminderRule("lead", ahead=900, quiet_from=time(20), quiet_until=time(6), stop_after=3)
ReminderRule(key='lead', ahead=900, quiet_from=datetime.time(20, 0), quiet_until=datetime.time(6, 0), stop_after=3)

Nobody is ever reminded outside a shift: from `early` seconds before a huddle that the person is
expected at until `shift` seconds after its start. `audience` None is whomever the kind is for;
`ahead` is in seconds, `at` and the quiet hours are the team's wall clock. `at_most` counts a
person's reminders a day, of whatever rule; `stop_after` the unanswered ones in a row, 0 for never.
Without `teams` it is for all.)");

  bind_value<Delivery, 0>(
      m, "Delivery",
      "One line of the log of what went where. `target` is the name of the environment variable "
      "that holds the address, never the address.");

  auto reminder =
      bind_value<Reminder, 1>(m, "Reminder",
                              R"(One reminder that is due, on lease to whoever asked for it.

>>> print(Reminder("front-desk/2026-11-23/morning/lead/ana", team="front-desk", person=Person("ana", "Ana"),
...                title="You lead the Front desk huddle today at 06:45"))
Ana: You lead the Front desk huddle today at 06:45
<BLANKLINE>

`id` is the same whenever it is offered again, so that a receiver can drop a repeat. Without
`person` it is for the team's channel. `due` is when the rule wanted it, from `until` on it makes no
sense any more. `attempt` counts the leases, and names the present one in `fail`. `reached` are the
targets that have it already. What the renderers show is escaped for their targets.)");
  reminder.def("__str__", [](const Reminder& r) { return to_text(r); })
      .def(
          "to_text", [](const Reminder& r, int width) { return to_text(r, width); }, py::kw_only(),
          "width"_a = 80, "For a terminal or a plain mail: at most `width` columns, 40 to 200.")
      .def(
          "to_markdown", [](const Reminder& r) { return to_markdown(r); }, "CommonMark.")
      .def(
          "to_slack", [](const Reminder& r) { return to_slack(r); },
          "A Slack message as Block Kit JSON.")
      .def(
          "to_teams", [](const Reminder& r) { return to_teams(r); },
          "A message for a Teams webhook: one Adaptive Card as JSON.")
      .def("to_email", [](const Reminder& r) { return to_email(r); }, "The parts of a mail.");
}

}  // namespace

void bind_reminders(py::module_& m) {
  bind_reminder_words(m);
  bind_values(m);
}

}  // namespace huddlekit::python
