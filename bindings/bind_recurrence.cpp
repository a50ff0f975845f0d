#include "bindings.hpp"
#include "huddlekit/recurrence.hpp"

namespace huddlekit::python {

void bind_recurrence(py::module_& m) {
  using Times = std::vector<LocalTime>;

  py::class_<Recurrence::Iterator>(m, "_RecurrenceIterator")
      .def("__iter__", [](py::object self) { return self; })
      .def("__next__", [](Recurrence::Iterator& it) {
        if (it == std::default_sentinel) throw py::stop_iteration();
        const LocalTime time = *it;
        ++it;
        return time;
      });

  py::class_<Recurrence>(m, "Recurrence",
                         R"(Days and times that come back: an RFC 5545 rule in wall-clock time.

>>> from datetime import datetime
>>> pairs = Recurrence("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", start=datetime(2026, 11, 24, 9, 15))
>>> [str(t) for t in pairs.take(3)]
['2026-11-24 09:15:00', '2026-11-26 09:15:00', '2026-12-08 09:15:00']

FREQ is DAILY, WEEKLY, MONTHLY or YEARLY; all BY parts, INTERVAL, COUNT, UNTIL and WKST are
understood. `start` is a naive datetime (its microseconds are dropped) and an occurrence only when
the rule gives it. `excluded` dates are taken out, `added` ones put in (EXDATE and RDATE). Where the
RFC can be read in two ways: BYWEEKNO alone means the weekday of `start`; YEARLY with BYMONTHDAY and
no BYMONTH means every month; `MO,2TU` means every Monday and also the second Tuesday; UNTIL as a
date includes that day, and UNTIL in UTC is refused.

Iterating is lazy and ends with the year 9999 at the latest. Reaching a far date costs no walk from
`start`. `str()` gives the rule in a normal form, which equality compares too. A wrong rule raises
ParseError naming each wrong part and its column. Immutable; safe to share between threads.)")
      .def(py::init([](std::string_view rule, LocalTime start, Times excluded, Times added) {
             return Recurrence(rule, start, {std::move(excluded), std::move(added)});
           }),
           "rule"_a, "start"_a, py::kw_only(), "excluded"_a = Times{}, "added"_a = Times{})
      .def("take", &Recurrence::take, "n"_a,
           "The first `n` occurrences, or all when there are fewer.")
      .def("between", &Recurrence::between, "start"_a, "end"_a,
           "The occurrences from `start` on and before `end`.")
      .def("after", &Recurrence::after, "time"_a,
           "The first occurrence later than `time`, or None.")
      .def("falls_on", &Recurrence::falls_on, "day"_a, "Whether anything falls on that day.")
      .def("next_day", &Recurrence::next_day, "day"_a,
           "The first day, from `day` on, that anything falls on, or None.")
      .def("__iter__", &Recurrence::begin)
      .def_property_readonly("start", &Recurrence::start)
      .def_property_readonly("excluded", [](const Recurrence& r) { return r.dates().excluded; })
      .def_property_readonly("added", [](const Recurrence& r) { return r.dates().added; })
      .def(py::self == py::self)
      .def("__hash__",
           [](const Recurrence& r) { return py::hash(py::make_tuple(to_string(r), r.start())); })
      .def("__str__", [](const Recurrence& r) { return to_string(r); })
      .def("__repr__",
           [](const Recurrence& r) {
             std::string out =
                 py::str("Recurrence({!r}, start={!r}").format(to_string(r), r.start());
             const auto dates = [&](const char* name, const Times& times) {
               if (!times.empty()) out += py::str(", {}={!r}").format(name, times);
             };
             dates("excluded", r.dates().excluded);
             dates("added", r.dates().added);
             return out + ")";
           })
      .def(py::pickle(
          [](const Recurrence& r) {
            return py::make_tuple(to_string(r), r.start(), r.dates().excluded, r.dates().added);
          },
          from_state("Recurrence", 4, [](const py::tuple& t) {
            return Recurrence(t[0].cast<std::string>(), t[1].cast<LocalTime>(),
                              {t[2].cast<Times>(), t[3].cast<Times>()});
          })));
}

}  // namespace huddlekit::python
