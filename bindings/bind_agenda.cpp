#include "bindings.hpp"
#include "huddlekit/agenda.hpp"
#include "huddlekit/render.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

/// Whole, it would fill the screen.
py::str summary(const Agenda& a) {
  return py::str("<Agenda {!r}, {} segments in {} s, {}>")
      .format(a.id, a.segments.size(), a.timebox.count(),
              !a.published     ? "a preview"
              : a.revision > 1 ? "revision " + std::to_string(a.revision)
                               : "published");
}

void bind_agenda_parts(py::module_& m) {
  py::native_enum<SegmentKind>(m, "SegmentKind", "enum.Enum", "What a segment of an agenda is for.")
      .value("OPEN", SegmentKind::kOpen, "who leads, who is missing, notes of the day")
      .value("VALUE", SegmentKind::kValue, "the value of the day with a behaviour and a prompt")
      .value("WIN", SegmentKind::kWin, "what went well")
      .value("LESSON", SegmentKind::kLesson, "a miss, blameless, or a lesson that comes back")
      .value("PROMISES", SegmentKind::kPromises, "commitments due, those to customers first")
      .value("ROUND", SegmentKind::kRound, "what is ahead and what is stuck")
      .value("SEAT", SegmentKind::kSeat, "one person speaks as the customer")
      .value("CLOSE", SegmentKind::kClose, "new commitments, thanks, who leads next")
      .value("FINISH_EARLY", SegmentKind::kFinishEarly, "what the others cannot use")
      .value("CUSTOM", SegmentKind::kCustom, "the host program's: its key says which")
      .finalize();

  bind_value<Person, 2>(
      m, "Person", "Somebody, as shown. Whoever was erased is \"a colleague\" in old agendas too.");
  bind_value<Point, 2>(m, "Point", "One line within a segment: what it is, and what it says.");
  bind_value<Segment, 2>(
      m, "Segment",
      "One timed part of a huddle. `why` says in a sentence why it is there today; `key` names a "
      "segment of the host program's own.");
}

}  // namespace

void bind_agenda(py::module_& m) {
  bind_agenda_parts(m);
  auto agenda = bind_value<Agenda, 1>(
      m, "Agenda",
      R"(The plan of one huddle: its timed parts, which add up to `timebox` seconds exactly.

>>> import huddlekit
>>> from datetime import date
>>> with huddlekit.open(":memory:", create=True) as book:
...     report = book.load_pack("harbour-hotel")
...     agenda = book.team("kitchen").agenda(date(2026, 11, 23))
>>> for segment in agenda.segments:
...     print(segment.seconds, segment.kind.name)
45 OPEN
130 VALUE
155 ROUND
60 SEAT
90 CLOSE
>>> Agenda.from_json(agenda.to_json()) == agenda
True

`id` names the huddle in every other call. `day` and `local_start` are the team's, in `zone`;
`starts` is the same moment in UTC. What is not `published` is a preview that nobody has been
promised; `revision` n > 1 has a `reason`. `value` is empty in a book without values. `facilitator`
is None when nobody who may lead is expected. `timebox` and lengths are seconds. Whatever a renderer
shows of people's text is escaped for its target.)");
  bind_value<Email, 0>(m, "Email", "The parts of a mail: a line, plain text, and HTML.");
  agenda.attr("__repr__") = py::cpp_function(&summary, py::name("__repr__"), py::is_method(agenda));
  agenda.def("__str__", [](const Agenda& a) { return to_text(a); })
      .def("_repr_html_", py::overload_cast<const Agenda&>(&to_html))
      .def("to_text", py::overload_cast<const Agenda&, int>(&to_text), py::kw_only(),
           "width"_a = 80,
           "For a terminal or a plain mail: at most `width` columns, 40 to 200, no escape codes.")
      .def("to_markdown", py::overload_cast<const Agenda&>(&to_markdown), "CommonMark.")
      .def("to_html", py::overload_cast<const Agenda&>(&to_html),
           "The card: one `<article>` with a style of its own, to put into a page.")
      .def("to_html_page", py::overload_cast<const Agenda&>(&to_html_page),
           "A whole HTML document around the card.")
      .def("to_slack", py::overload_cast<const Agenda&>(&to_slack),
           "A Slack message as Block Kit JSON; what is over Slack's limits is shortened visibly.")
      .def("to_page", &to_page, py::kw_only(), "next"_a = py::none(),
           "The page for a wall screen, a phone and paper, with a clock that walks through the "
           "huddle; `next` is the agenda of the team's next one. One file, no network.")
      .def("to_teams", py::overload_cast<const Agenda&>(&to_teams),
           "A message for a Teams webhook: one Adaptive Card as JSON, at most 20,000 bytes.")
      .def("cut_for_slack", &cut_for_slack,
           "What `to_slack` has to leave out, a phrase each; mostly nothing.")
      .def("cut_for_teams", &cut_for_teams,
           "What `to_teams` has to leave out, a phrase each; mostly nothing.")
      .def("to_email", py::overload_cast<const Agenda&>(&to_email), "The parts of a mail.");
  m.def(
      "to_rss",
      [](const std::vector<Agenda>& agendas, const std::string& title, const std::string& link) {
        return to_rss(agendas, title, link);
      },
      "agendas"_a, py::kw_only(), "title"_a, "link"_a,
      "An RSS 2.0 feed, an item an agenda; `link` is the page it belongs to, http or https.");
  m.def(
      "to_csv", [](const std::vector<Agenda>& agendas) { return to_csv(agendas); }, "agendas"_a,
      "A table with a row an agenda; no cell is a formula to a spreadsheet.");
}

}  // namespace huddlekit::python
