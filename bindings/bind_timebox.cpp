#include "bindings.hpp"
#include "huddlekit/timebox.hpp"

namespace huddlekit::python {

void bind_timebox(py::module_& m) {
  py::class_<Timebox> timebox(m, "Timebox", R"(The split of one huddle's time among its segments.

>>> Timebox(600).share([Timebox.Request(15, 30, 45), Timebox.Request(60, 90, 180)])
[45, 180]

Lengths are whole seconds. Values; safe to share between threads.)");

  using Request = Timebox::Request;
  py::class_<Request>(timebox, "Request",
                      "What one segment asks for; `cut` 1 falls first, 0 never.")
      .def(
          py::init([](std::chrono::seconds min, std::chrono::seconds ideal,
                      std::chrono::seconds max, int cut) { return Request{min, ideal, max, cut}; }),
          "min"_a, "ideal"_a, "max"_a, "cut"_a = 0)
      .def_readonly("min", &Request::min)
      .def_readonly("ideal", &Request::ideal)
      .def_readonly("max", &Request::max)
      .def_readonly("cut", &Request::cut)
      .def(py::self == py::self)
      .def("__repr__",
           [](const Request& r) {
             return py::str("Timebox.Request(min={}, ideal={}, max={}, cut={})")
                 .format(r.min.count(), r.ideal.count(), r.max.count(), r.cut);
           })
      .def(py::pickle([](const Request& r) { return py::make_tuple(r.min, r.ideal, r.max, r.cut); },
                      from_state("Timebox.Request", 4, [](const py::tuple& t) {
                        return Request{t[0].cast<std::chrono::seconds>(),
                                       t[1].cast<std::chrono::seconds>(),
                                       t[2].cast<std::chrono::seconds>(), t[3].cast<int>()};
                      })));

  timebox
      .def(py::init<std::chrono::seconds, std::chrono::seconds>(), "total"_a, py::kw_only(),
           "tick"_a = std::chrono::seconds{5})
      .def(
          "share", [](const Timebox& t, const std::vector<Request>& r) { return t.share(r); },
          "requests"_a,
          R"(One length per request, adding up to `total` or to the sum of the maximums.

None when even the minimums do not fit. For the same requests a longer box never shortens one
(Sainte-Laguë; Balinski & Young 1982).)")
      .def(
          "fit", [](const Timebox& t, const std::vector<Request>& r) { return t.fit(r); },
          "requests"_a,
          "As `share`, after dropping requests by `cut` until the minimums fit; None for a dropped "
          "one.")
      .def_property_readonly("total", &Timebox::total)
      .def_property_readonly("tick", &Timebox::tick)
      .def(py::self == py::self)
      .def("__repr__",
           [](const Timebox& t) {
             return py::str("Timebox({}, tick={})").format(t.total().count(), t.tick().count());
           })
      .def(py::pickle([](const Timebox& t) { return py::make_tuple(t.total(), t.tick()); },
                      from_state("Timebox", 2, [](const py::tuple& t) {
                        return Timebox{t[0].cast<std::chrono::seconds>(),
                                       t[1].cast<std::chrono::seconds>()};
                      })));
}

}  // namespace huddlekit::python
