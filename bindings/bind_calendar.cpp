#include "bindings.hpp"
#include "book_handle.hpp"
#include "huddlekit/cadence.hpp"
#include "huddlekit/holiday.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

using Times = std::vector<LocalTime>;
using Moves = std::map<LocalTime, LocalTime>;

Moves moves_of(const Cadence& c) {
  Moves out;
  for (const auto& move : c.options().moved) out[move.from] = move.to;
  return out;
}

Cadence make(std::string_view rule, LocalTime start, const std::string& zone,
             std::vector<Day> holidays, HolidayRule on_holiday, Weekdays work_week, Times cancelled,
             const Moves& moved) {
  Cadence::Options options{.holidays = std::move(holidays),
                           .on_holiday = on_holiday,
                           .work_week = work_week,
                           .cancelled = std::move(cancelled)};
  for (const auto& [from, to] : moved) options.moved.push_back({from, to});
  return {rule, start, Zone(zone), std::move(options)};
}

std::string cadence_repr(const Cadence& c) {
  const Cadence::Options standard, &options = c.options();
  std::string out = py::str("Cadence({!r}, start={!r}, zone={!r}")
                        .format(to_string(c.recurrence()), c.recurrence().start(), c.zone().name());
  const auto show = [&](const char* name, const auto& value, const auto& usual) {
    if (!(value == usual)) out += py::str(", {}={!r}").format(name, value);
  };
  show("holidays", options.holidays, standard.holidays);
  show("on_holiday", options.on_holiday, standard.on_holiday);
  show("work_week", options.work_week, standard.work_week);
  show("cancelled", options.cancelled, standard.cancelled);
  show("moved", moves_of(c), Moves{});
  return out + ")";
}

void bind_cadence(py::module_& m) {
  using O = Cadence::Occurrence;
  bind_value<O, 0>(
      m, "Occurrence",
      "One huddle of a Cadence. `day` is the date that it is planned for, `local` what the wall "
      "clock shows when it starts, `starts` the same in UTC. `moved_from` is the rule's time where "
      "a holiday or an exception changed it.");

  py::class_<Cadence>(
      m, "Cadence",
      R"(When a team meets: a recurrence in a zone's wall-clock time, with exceptions.

>>> from datetime import date, datetime
>>> fridays = Cadence("FREQ=WEEKLY;BYDAY=FR", start=datetime(2026, 11, 27, 9, 15), zone="Europe/London",
...                   holidays=[date(2026, 12, 25)], on_holiday="previous")
>>> [str(o.local) for o in fridays.between(date(2026, 12, 14), date(2027, 1, 1))]
['2026-12-18 09:15:00', '2026-12-24 09:15:00']

`rule` is an RFC 5545 rule as for Recurrence, where UNTIL may be in UTC too; `zone` an IANA name.
`on_holiday` is `skip`, `next` or `previous` (working day of `work_week` that is no holiday, within 31
days) or `keep`. `cancelled` are times that the rule gives, `moved` maps such times to others; what the
rule does not give changes nothing. A huddle that moves to a time at which the rule gives one anyway
becomes one with it. Wrong rules raise ParseError, unknown zones NotFoundError. Immutable; safe to share
between threads.)")
      .def(py::init(&make), "rule"_a, "start"_a, "zone"_a, py::kw_only(),
           "holidays"_a = std::vector<Day>{}, "on_holiday"_a = HolidayRule::kSkip,
           "work_week"_a = Cadence::Options{}.work_week, "cancelled"_a = Times{},
           "moved"_a = Moves{})
      .def("between", &Cadence::between, "start"_a, "end"_a,
           "The occurrences planned for the days from `start` on and before `end`.")
      .def("after", &Cadence::after, "now"_a,
           "The first occurrence that starts later than an aware datetime, or None.")
      .def("on", &Cadence::on, "day"_a, "The first occurrence planned for that day, or None.")
      .def_property_readonly("rule", [](const Cadence& c) { return to_string(c.recurrence()); })
      .def_property_readonly("start", [](const Cadence& c) { return c.recurrence().start(); })
      .def_property_readonly("zone", [](const Cadence& c) { return c.zone().name(); })
      .def_property_readonly("holidays", [](const Cadence& c) { return c.options().holidays; })
      .def_property_readonly("on_holiday", [](const Cadence& c) { return c.options().on_holiday; })
      .def_property_readonly("work_week", [](const Cadence& c) { return c.options().work_week; })
      .def_property_readonly("cancelled", [](const Cadence& c) { return c.options().cancelled; })
      .def_property_readonly("moved", &moves_of)
      .def(py::self == py::self)
      .def("__repr__", &cadence_repr)
      .def(py::pickle(
          [](const Cadence& c) {
            const auto& o = c.options();
            return py::make_tuple(to_string(c.recurrence()), c.recurrence().start(),
                                  c.zone().name(), o.holidays, o.on_holiday, o.work_week,
                                  o.cancelled, moves_of(c));
          },
          from_state("Cadence", 8, [](const py::tuple& t) {
            return make(t[0].cast<std::string>(), t[1].cast<LocalTime>(), t[2].cast<std::string>(),
                        t[3].cast<std::vector<Day>>(), t[4].cast<HolidayRule>(),
                        t[5].cast<Weekdays>(), t[6].cast<Times>(), t[7].cast<Moves>());
          })));
}

}  // namespace

void bind_calendar(py::module_& m) {
  bind_value<Holiday, 2>(
      m, "Holiday",
      "A day on which people do not work. Without a `region` it is kept wherever its calendar is "
      "followed, and everywhere when a playbook says it.");
  bind_value<HolidayCalendar, 1>(
      m, "HolidayCalendar",
      "Holidays from one place, as a book keeps them: `source` tells where they come from, `read` "
      "is the day on which they were read.");
  bind_cadence(m);
  m.def("parse_holidays", &parse_holidays, "csv"_a, py::kw_only(), "name"_a = "holidays",
        R"(Reads holidays from CSV with the header `date,name` or `date,name,region`; at most 4 MiB.

>>> parse_holidays("date,name\n2026-12-25,Christmas Day\n")
[Holiday(day=datetime.date(2026, 12, 25), name='Christmas Day')]

ParseError with every line that is wrong. Files, also of iCalendar, and whole countries: see
`huddlekit.holidays`.)");
}

void bind_calendar_calls(py::class_<BookHandle>& book) {
  book.def("load_holidays", on_book(&Book::load_holidays), "name"_a, "holidays"_a, py::kw_only(),
           "source"_a,
           R"(Replaces the holiday calendar of that name, all or nothing.

Teams that follow the name keep its holidays without a region, those that follow a region that region's.
What is published stays where it is. InvalidArgumentError for an empty list.)")
      .def("holidays", on_book(&Book::holidays), "The holiday calendars of the book, by name.")
      .def("remove_holidays", on_book(&Book::remove_holidays), "name"_a,
           "Forgets a holiday calendar; NotFoundError when there is none of that name.");
}

}  // namespace huddlekit::python
