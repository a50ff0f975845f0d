#include "bindings.hpp"
#include "book_handle.hpp"
#include "huddlekit/report.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

using R = Report;

void bind_ritual(py::module_& m) {
  bind_value<R::Reason, 2>(m, "ReportReason", "A reason that was given, and how often.");
  bind_value<R::Held, 0>(
      m, "ReportHeld",
      "Whether huddles take place. `planned` are over: `completed`, `assumed` held (published, and "
      "nobody closed them), `cancelled`, or never published (`unprepared`).")
      .def_property_readonly("held", &R::Held::held, "Completed, or assumed to be held.")
      .def_property_readonly("rate", &R::Held::rate,
                             "The share that was held of those planned; None when none was.");
  bind_value<R::Time, 0>(m, "ReportTime",
                         "Whether huddles keep to their time, where their length was recorded.")
      .def_property_readonly("overrun_rate", &R::Time::overrun_rate)
      .def_property_readonly("mean", &R::Time::mean);
  bind_value<R::SegmentRow, 1>(
      m, "ReportSegment",
      "One kind of segment, as the live clock timed it: planned and real, in all.");
  bind_value<R::ValueRow, 0>(
      m, "ReportValue", "One value: held huddles on it, huddles due to it by weight, stories.");
  bind_value<R::ThemeRow, 0>(
      m, "ReportTheme",
      "One theme: held huddles in its days, those on its values, wins that show them.");
  bind_value<R::Stories, 0>(m, "ReportStories",
                            "Stories of the range; `recognitions` are wins that name somebody.");
  bind_value<R::Lessons, 0>(m, "ReportLessons",
                            "New lessons against what the held huddles sustain; predicted recall.");
  bind_value<R::Handoffs, 0>(m, "ReportHandoffs", "Matters that another team had to answer.");
  bind_value<R::Staleness, 0>(m, "ReportStaleness", "Prompts and stories that came again.");
  bind_value<R::WeekRow, 1>(m, "ReportWeek",
                            "One ISO week; attendance is 0 of 0 where it may not be shown.");
}

void bind_members(py::module_& m) {
  bind_value<R::Commitments, 0>(m, "ReportCommitments", "What became of commitments that fell due.")
      .def_property_readonly("kept_rate", &R::Commitments::kept_rate);
  using P = R::PeopleMonth;
  bind_value<P, 1>(
      m, "ReportPeople",
      "People in one calendar month. Whoever is in two teams counts in each; `turns_off` is in "
      "thousandths of a turn.")
      .def_property_readonly("attendance", &P::attendance)
      .def_property_readonly("recognised_rate", &P::recognised_rate)
      .def_property_readonly("led_rate", &P::led_rate)
      .def_property_readonly("mean_turns_off", &P::mean_turns_off);
}

void bind_figures(py::module_& m) {
  bind_value<Figure, 0>(m, "Figure",
                        "One number of a report, how it is computed and what it is not for. `unit` "
                        "is share (0 to 1), "
                        "count, seconds, days, huddles or turns; `number` is None without data, or "
                        "where it is hidden.");
  bind_value<Difference, 0>(
      m, "Difference",
      "One line of a comparison; `low` to `high` is the 95 % interval of after minus before.");
  bind_value<Comparison, 0>(m, "Comparison", "What `compare` answers.")
      .def(
          "to_text", [](const Comparison& self, int width) { return to_text(self, width); },
          py::kw_only(), "width"_a = 80, "For a terminal: at most `width` columns, 40 to 200.")
      .def("__str__", [](const Comparison& self) { return to_text(self); });
}

}  // namespace

void bind_report(py::module_& m) {
  py::native_enum<ReportOf>(m, "ReportOf", "enum.Enum", "What a report is about.")
      .value("TEAM", ReportOf::kTeam)
      .value("DEPARTMENT", ReportOf::kDepartment)
      .value("ORGANISATION", ReportOf::kOrganisation)
      .finalize();
  bind_ritual(m);
  bind_members(m);
  bind_figures(m);
  bind_value<R, 0>(m, "Report",
                   R"(How huddles went from `start` to before `end`; `Book.report` makes one.

Counts, from which the rates follow; `figures()` says of each number how it is computed and what it is
not for. `people` holds the calendar months that may be shown, `hidden_months` those that are hidden so
that nobody can work out the figures of fewer than five people.)")
      .def_property_readonly("people_in_all", &R::people_in_all,
                             "The months of `people` added up; None when there are none.")
      .def(
          "figures", [](const R& self) { return figures(self); },
          "Every number of the report in the order of the page, always the same keys.")
      .def(
          "to_text", [](const R& self, int width) { return to_text(self, width); }, py::kw_only(),
          "width"_a = 80, "For a terminal: at most `width` columns, 40 to 200.")
      .def(
          "to_html", [](const R& self) { return to_html(self); },
          "A fragment, one `<article>` with its own style; no script, no network.")
      .def(
          "to_html_page", [](const R& self) { return to_html_page(self); },
          "A whole document, for a screen, a phone and paper.")
      .def("_repr_html_", [](const R& self) { return to_html(self); });
  m.def("compare", &compare, "before"_a, "after"_a, py::kw_only(), "seed"_a = 1,
        R"(Did it make a difference? After minus before, with 95 % intervals.

Held-rate, overruns, length, wins, misses and attendance. Whole weeks are drawn with replacement within
each report, 4,000 times (percentile bootstrap, Efron & Tibshirani 1993, chapter 13); the same `seed`
gives the same intervals on every machine. With data from fewer than four weeks on a side the answer is
that there are too few huddles to say. InvalidArgumentError when two reports about the same share days.)");
}

void bind_report_calls(py::class_<BookHandle>& book) {
  book.def(
      "report",
      [](const BookHandle& self, const std::optional<std::string>& team, Day start, Day end,
         const std::optional<std::string>& department, bool is_private) {
        if (team && department) {
          throw InvalidArgument("department: must not be given beside a team, got \"" +
                                *department + "\"");
        }
        const auto of = team         ? ReportOf::kTeam
                        : department ? ReportOf::kDepartment
                                     : ReportOf::kOrganisation;
        const auto key = team.value_or(department.value_or(""));
        return self(
            [&](Book& b) { return b.report(of, key, start, end, {.private_view = is_private}); });
      },
      "team"_a, "start"_a, "end"_a, py::kw_only(), "department"_a = py::none(), "private"_a = false,
      R"(How the huddles from `start` to before `end` (1 to 3,660 days) went.

`team` is a key, or None for a `department` by its key or else the whole organisation. Figures about
people cover calendar months that are over and lie whole in the range; they are hidden where a group
under five could be worked out from any set of reports. `private` adds, for a team, how often each
member has heard each value: for the facilitator alone. A range without a huddle gives zeros. Whoever
holds the file can read all of it. NotFoundError for an unknown team or department.)");
}

}  // namespace huddlekit::python
