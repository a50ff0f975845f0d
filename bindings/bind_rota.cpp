#include "bindings.hpp"
#include "book_handle.hpp"
#include "huddlekit/rota.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

using MaybeText = std::optional<std::string>;

void bind_rows(py::module_& m) {
  bind_value<Turn, 2>(m, "Turn",
                      "Whose turn it is at one huddle; `published` is False for what is planned.");
  bind_value<Absence, 0>(
      m, "Absence",
      "Days on which somebody will not come, from `first` to `last`; `last` None: not known yet.");
  bind_value<RosterLine, 3>(m, "RosterLine", "One line of a roster: who is expected at what.");
  bind_value<ExposureRow, 0>(
      m, "ExposureRow",
      "How often one member has heard one value. `behind` is the turns due by weight over the "
      "huddles attended, minus the times heard.");
}

void bind_simulation(py::module_& m) {
  using S = Simulation;
  bind_value<S::PersonRow, 0>(m, "SimulatedPerson", "One member's weeks.");
  bind_value<S::ValueRow, 0>(m, "SimulatedValue", "How many huddles of a team had a value.");
  bind_value<S::TimeRow, 0>(m, "SimulatedTime", "The seconds that one kind of segment took.");
  bind_value<S, 0>(m, "Simulation",
                   "What would come of a playbook; `warnings` are plain sentences.");
  m.def(
      "simulate",
      [](const Playbook& playbook, int weeks, double attendance, std::optional<Day> start,
         std::uint32_t seed, const std::string& language) {
        SimulationOptions options{
            .weeks = weeks, .attendance = attendance, .seed = seed, .language = language};
        if (start) options.start = *start;
        const py::gil_scoped_release release;
        return simulate(playbook, options);
      },
      "playbook"_a, py::kw_only(), "weeks"_a = 6, "attendance"_a = 1.0, "start"_a = py::none(),
      "seed"_a = 1, "language"_a = "en",
      R"(Plays a playbook for some weeks (1 to 104) in memory, before anybody launches it.

`attendance` is the share of those expected who come, 0 to 1; `start` is 2024-01-01 unless given. The same `seed` gives the same weeks on
every machine. Warns, in `language`, of values that a part-timer would not meet and of huddles that only one
person could lead.)");
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

}  // namespace huddlekit::python
