#include "bindings.hpp"
#include "huddlekit/playbook.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

void bind_playbook_words(py::module_& m) {
  py::native_enum<PromptKind>(m, "PromptKind", "enum.Enum", "What a prompt asks people to do.")
      .value("QUESTION", PromptKind::kQuestion)
      .value("EXERCISE", PromptKind::kExercise)
      .value("STORY_STARTER", PromptKind::kStoryStarter)
      .value("BENCHMARK", PromptKind::kBenchmark)
      .value("ROLE_PLAY", PromptKind::kRolePlay)
      .finalize();
  py::native_enum<Scope>(m, "Scope", "enum.Enum",
                         "Whether all teams share one value a day or each has its own rotation.")
      .value("ORGANISATION", Scope::kOrganisation)
      .value("TEAM", Scope::kTeam)
      .finalize();
  py::native_enum<ValuePeriod>(m, "ValuePeriod", "enum.Enum", "How long one value stays the value.")
      .value("DAY", ValuePeriod::kDay)
      .value("WEEK", ValuePeriod::kWeek)
      .value("MONTH", ValuePeriod::kMonth)
      .finalize();
}

void bind_playbook_parts(py::module_& m) {
  bind_value<Organisation, 1>(
      m, "Organisation",
      "Who meets, and in which zone. Days of the week are text: `Mon-Fri`, `Sun-Thu`. `holidays` "
      "names the holiday calendars and regions that its teams follow.");

  bind_value<Value, 2>(
      m, "Value",
      "What the organisation stands for, said as behaviour that can be seen. Turns come up in "
      "proportion to `weight`, 1 to 1000.");

  bind_value<Prompt, 2>(
      m, "Prompt",
      "A question or an exercise that gets people talking about one value. Without `departments` "
      "it fits all of them.");

  bind_value<Member, 2>(
      m, "Member",
      "Somebody's place in a team. The same key in two teams is the same person. Without `huddles` "
      "the person comes to all of the team's.");

  bind_value<Meeting, 1>(
      m, "Meeting",
      "When a team meets: a recurrence rule in its wall-clock time. `start` is a datetime.time "
      "without a zone, `timebox` a number of seconds. `on_holiday` is `skip`, `next`, `previous` "
      "or "
      "`keep`; `template` is `daily` or `monthly`, which wants a timebox of an hour.");

  bind_value<TeamDefinition, 2>(m, "TeamDefinition",
                                "Who meets, for which customers, in which zone, and when.");

  bind_value<Theme, 2>(
      m, "Theme",
      "A campaign: from the day `first` to the day `last`, both included, the chosen values weigh "
      "`factor` times as much, 2 to 10.");

  bind_value<SegmentOverride, 1>(
      m, "SegmentOverride",
      "Changes one segment of the default agenda template; what is None stays as it was. Lengths "
      "are seconds.");
}

}  // namespace

void bind_playbook(py::module_& m) {
  bind_playbook_words(m);
  bind_playbook_parts(m);
  bind_value<Playbook, 1>(
      m, "Playbook",
      R"(Everything an organisation defines, as read from one file or put together in code.

>>> book = Playbook("hotel", values=[Value("see-the-person", "See the person", weight=2)])
>>> print(book.to_toml())
format = 1
<BLANKLINE>
[[value]]
key = "see-the-person"
name = "See the person"
weight = 2
<BLANKLINE>

`source` tells which file or pack it is: loading it again replaces what it said before. `warnings`
are what was read but looks like a mistake. The constructors check types only; rules and references
are checked by `read_playbook`, `parse_playbook` and when a book loads it. A value; lists are copies.)")
      .def("to_toml", &to_toml,
           "The playbook as TOML that reads back to an equal one, without what has its default.");

  m.def(
      "read_playbook", [](const std::filesystem::path& path) { return read_playbook(path); },
      "path"_a, py::call_guard<py::gil_scoped_release>(),
      R"(Reads a playbook file: TOML, UTF-8, at most 4 MiB. `source` becomes the file's stem.

Raises ParseError with the first error of spelling, or else with all other problems at once;
StorageError when the file cannot be read.)");
  m.def("parse_playbook", &parse_playbook, "text"_a, py::kw_only(), "name"_a = "playbook",
        py::call_guard<py::gil_scoped_release>(),
        R"(Reads a playbook from text. `name` stands for the file in problems, and for the source.

>>> parse_playbook('format = 1\nvalue = [{ key = "v", name = "V", weight = 0 }]', name="mine")
Traceback (most recent call last):
huddlekit._core.ParseError: mine:2:44: value.weight: must be a whole number from 1 to 1000, got 0

Raises ParseError as `read_playbook` does.)");
}

}  // namespace huddlekit::python
