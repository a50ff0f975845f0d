#include "bindings.hpp"
#include "book_handle.hpp"
#include "huddlekit/rota.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

using MaybeText = std::optional<std::string>;

void bind_rows(py::module_& m) {
  bind_value<Turn, 2>(
      m, "Turn", "Whose turn it is at one huddle; `published` is False for what is planned.",
      required("huddle", &Turn::huddle), required("day", &Turn::day), field("role", &Turn::role),
      field("who", &Turn::who), field("published", &Turn::published));
  bind_value<Absence, 0>(m, "Absence",
                         "Days on which somebody will not come; `until` is the last of them.",
                         required("who", &Absence::who), required("start", &Absence::from),
                         required("until", &Absence::until), field("id", &Absence::id));
  bind_value<RosterLine, 3>(m, "RosterLine", "One line of a roster: who is expected at what.",
                            required("day", &RosterLine::day),
                            required("huddle", &RosterLine::huddle),
                            required("member", &RosterLine::member));
  bind_value<ExposureRow, 0>(
      m, "ExposureRow",
      "How often one member has heard one value. `behind` is the turns due by weight over the "
      "huddles attended, minus the times heard.",
      required("who", &ExposureRow::who), required("value", &ExposureRow::value),
      field("times", &ExposureRow::times), field("behind", &ExposureRow::behind),
      field("last", &ExposureRow::last));
}

void bind_simulation(py::module_& m) {
  using S = Simulation;
  bind_value<S::PersonRow, 0>(
      m, "SimulatedPerson", "One member's weeks.", required("team", &S::PersonRow::team),
      required("who", &S::PersonRow::who), field("attended", &S::PersonRow::attended),
      field("led", &S::PersonRow::led), field("seat", &S::PersonRow::seat),
      field("unheard", &S::PersonRow::unheard));
  bind_value<S::ValueRow, 0>(m, "SimulatedValue", "How many huddles of a team had a value.",
                             required("team", &S::ValueRow::team),
                             required("value", &S::ValueRow::value),
                             field("huddles", &S::ValueRow::huddles));
  bind_value<S::TimeRow, 0>(m, "SimulatedTime", "The seconds that one kind of segment took.",
                            required("segment", &S::TimeRow::segment),
                            field("huddles", &S::TimeRow::huddles),
                            field("total", &S::TimeRow::total));
  bind_value<S, 0>(
      m, "Simulation", "What would come of a playbook; `warnings` are plain sentences.",
      field("huddles", &S::huddles), field("people", &S::people), field("values", &S::values),
      field("time", &S::time), field("warnings", &S::warnings));
  m.def(
      "simulate",
      [](const Playbook& playbook, int weeks, double attendance, std::optional<Day> start,
         std::uint32_t seed) {
        SimulationOptions options{.weeks = weeks, .attendance = attendance, .seed = seed};
        if (start) options.start = *start;
        const py::gil_scoped_release release;
        return simulate(playbook, options);
      },
      "playbook"_a, py::kw_only(), "weeks"_a = 6, "attendance"_a = 1.0, "start"_a = py::none(),
      "seed"_a = 1,
      R"(Plays a playbook for some weeks (1 to 104) in memory, before anybody launches it.

`attendance` is the share of those expected who come, 0 to 1; `start` is 2024-01-01 unless given. The same `seed` gives the same weeks on
every machine. Warns of values that a part-timer would not meet and of huddles that only one person
could lead.)");
}

}  // namespace

void bind_rota(py::module_& m) {
  py::native_enum<Role>(m, "Role", "enum.Enum", "What people take turns in.")
      .value("LEAD", Role::kLead, "leads the huddle")
      .value("SEAT", Role::kSeat, "speaks as the customer")
      .finalize();
  bind_rows(m);
  bind_simulation(m);
  m.def("parse_roster", &parse_roster, "csv"_a, py::kw_only(), "name"_a = "roster",
        "Reads a roster, CSV with the header `date,huddle,member`. ParseError with every line that "
        "is wrong.");
}

void bind_rota_calls(py::class_<BookHandle>& book) {
  book.def("who_is_next", on_book(&Book::who_is_next), "team"_a, "role"_a = Role::kLead, "n"_a = 5,
           py::kw_only(), "start"_a = py::none(),
           R"(The next `n` turns (1 to 100), from the team's today or from `start` on.

Published ones, and the others as they come if nothing changes. Fewer where the team does not meet
often enough within 400 days.)")
      .def("skip", on_book(&Book::skip), "huddle"_a, "role"_a = Role::kLead,
           R"(Lets the turn at a huddle pass whoever it falls to; that person stays first in line.

Answers whose turn it is now. A published huddle is revised.)")
      .def(
          "swap",
          [](const BookHandle& self, const std::string& id, const std::string& with, Role role) {
            return self([&](Book& b) { return b.swap(id, role, with); });
          },
          "huddle"_a, "colleague"_a, "role"_a = Role::kLead,
          R"(`colleague` takes this turn, and whoever had it takes the colleague's next one.

Answers both turns, or one where the colleague has none within 60 days. A published huddle is revised.
ConflictError when the colleague is not expected there or does not take turns.)")
      .def(
          "give_back",
          [](const BookHandle& self, const std::string& id, const std::string& reason, Role role) {
            return self([&](Book& b) { return b.give_back(id, role, reason); });
          },
          "huddle"_a, "reason"_a, "role"_a = Role::kLead,
          "Revises a published huddle: somebody else takes the turn, and the reason is shown.")
      .def("expected", on_book(&Book::expected), "huddle"_a,
           "Those expected at a huddle, in the team's order; for a published one, when it was "
           "published.")
      .def("away", on_book(&Book::away), "who"_a, "start"_a, "until"_a,
           R"(Somebody will not come from `start` to `until`, both included.

InvalidArgumentError when it ends before it begins, ConflictError when it overlaps another. Huddles
that are published already change by `revise`.)")
      .def("cancel_absence", on_book(&Book::cancel_absence), "id"_a,
           "The person will come after all.")
      .def("absences", on_book(&Book::absences), "team"_a, "start"_a, "end"_a,
           "Those of the team's members from `start` to before `end`.")
      .def("load_roster", on_book(&Book::load_roster), "team"_a, "lines"_a,
           "Replaces who is expected at every huddle that the lines name; answers at how many.")
      .def("exposure", on_book(&Book::exposure), "team"_a,
           "Who has heard which value how often: a row for every member and value.")
      .def(
          "private_note",
          [](const BookHandle& self, const std::string& team, Day day, const MaybeText& huddle) {
            return self([&](Book& b) { return b.private_note(team, day, huddle.value_or("")); });
          },
          "team"_a, "day"_a, py::kw_only(), "huddle"_a = py::none(),
          "For the facilitator alone: who has not heard the value yet, who is new, who is away.");
}

}  // namespace huddlekit::python
