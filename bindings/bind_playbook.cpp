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
      "names the holiday calendars and regions that its teams follow.",
      required("name", &Organisation::name), field("motto", &Organisation::motto),
      field("promise", &Organisation::promise), required("zone", &Organisation::zone),
      field("work_week", &Organisation::work_week), field("scope", &Organisation::scope),
      field("period", &Organisation::period), field("feature_days", &Organisation::feature_days),
      field("holidays", &Organisation::holidays));

  bind_value<Value, 2>(
      m, "Value",
      "What the organisation stands for, said as behaviour that can be seen. Turns come up in "
      "proportion to `weight`, 1 to 1000.",
      required("key", &Value::key), required("name", &Value::name),
      field("statement", &Value::statement), field("behaviours", &Value::behaviours),
      field("weight", &Value::weight), field("promise", &Value::promise),
      field("renamed_from", &Value::renamed_from));

  bind_value<Prompt, 2>(
      m, "Prompt",
      "A question or an exercise that gets people talking about one value. Without `departments` "
      "it fits all of them.",
      required("value", &Prompt::value), required("text", &Prompt::text),
      field("key", &Prompt::key), field("kind", &Prompt::kind),
      field("departments", &Prompt::departments), field("touch_point", &Prompt::touch_point),
      field("renamed_from", &Prompt::renamed_from));

  bind_value<Member, 2>(
      m, "Member",
      "Somebody's place in a team. The same key in two teams is the same person. Without `huddles` "
      "the person comes to all of the team's.",
      required("key", &Member::key), required("name", &Member::name), field("days", &Member::days),
      field("huddles", &Member::huddles), field("since", &Member::since),
      field("leads", &Member::leads), field("shared", &Member::shared),
      field("celebrated", &Member::celebrated), field("renamed_from", &Member::renamed_from));

  bind_value<Meeting, 1>(
      m, "Meeting",
      "When a team meets: a recurrence rule in its wall-clock time. `start` is a datetime.time "
      "without a zone, `timebox` a number of seconds. `on_holiday` is `skip`, `next`, `previous` "
      "or "
      "`keep`; `template` is `daily` or `monthly`, which wants a timebox of an hour.",
      required_as<TimeOfDay>("start", &Meeting::start), field("key", &Meeting::key),
      field("name", &Meeting::name), field("rule", &Meeting::rule), field("since", &Meeting::since),
      field("timebox", &Meeting::timebox), field("on_holiday", &Meeting::on_holiday),
      field("template", &Meeting::form));

  bind_value<TeamDefinition, 2>(
      m, "TeamDefinition", "Who meets, for which customers, in which zone, and when.",
      required("key", &TeamDefinition::key), required("name", &TeamDefinition::name),
      field("department", &TeamDefinition::department),
      field("customers", &TeamDefinition::customers), field("zone", &TeamDefinition::zone),
      field("parent", &TeamDefinition::parent), field("holidays", &TeamDefinition::holidays),
      field("work_week", &TeamDefinition::work_week), field("members", &TeamDefinition::members),
      field("meetings", &TeamDefinition::meetings), field("targets", &TeamDefinition::targets),
      field("renamed_from", &TeamDefinition::renamed_from));

  bind_value<Theme, 2>(
      m, "Theme",
      "A campaign: from the day `first` to the day `last`, both included, the chosen values weigh "
      "`factor` times as much, 2 to 10.",
      required("key", &Theme::key), required("name", &Theme::name),
      required("values", &Theme::values), required("first", &Theme::first),
      required("last", &Theme::last), field("factor", &Theme::factor), field("goal", &Theme::goal),
      field("goal_count", &Theme::goal_count));

  bind_value<SegmentOverride, 1>(
      m, "SegmentOverride",
      "Changes one segment of the default agenda template; what is None stays as it was. Lengths "
      "are seconds.",
      required("segment", &SegmentOverride::segment), field("min", &SegmentOverride::min),
      field("ideal", &SegmentOverride::ideal), field("max", &SegmentOverride::max),
      field("cut", &SegmentOverride::cut), field("title", &SegmentOverride::title),
      field("enabled", &SegmentOverride::enabled));
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
are checked by `read_playbook`, `parse_playbook` and when a book loads it. A value; lists are copies.)",
      required("source", &Playbook::source), field("organisation", &Playbook::organisation),
      field("values", &Playbook::values), field("prompts", &Playbook::prompts),
      field("teams", &Playbook::teams), field("themes", &Playbook::themes),
      field("holidays", &Playbook::holidays), field("reminders", &Playbook::reminders),
      field("segments", &Playbook::segments), field("warnings", &Playbook::warnings))
      .def("to_toml", &to_toml,
           "The playbook as TOML that reads back to an equal one, without what has its default.");

  m.def("read_playbook", &read_playbook, "path"_a, py::call_guard<py::gil_scoped_release>(),
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
