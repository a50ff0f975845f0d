#include "bindings.hpp"
#include "huddlekit/zone.hpp"

namespace huddlekit::python {

void bind_zone(py::module_& m) {
  m.def(
      "resolve_local",
      [](std::string_view zone, LocalTime local, std::string_view policy) {
        return resolve_local(zone, local, parse_local_policy(policy));
      },
      "zone"_a, "local"_a, "policy"_a = "compatible",
      R"(The instant, in UTC, at which the wall clock of an IANA zone shows `local`.

>>> from datetime import datetime
>>> print(resolve_local("America/New_York", datetime(2026, 3, 8, 2, 30)))
2026-03-08 07:30:00+00:00

`local` is a naive datetime of the years 1 to 9999. `policy` says what becomes of a time that a clock
change skips or repeats. In a gap, `compatible` (as fold=0 of Python) and `later` move on by the gap,
`earlier` moves back by it, `transition` gives the moment of the change, `skip` gives None, `error`
raises InvalidArgumentError. Of a repeated time `later` takes the second, `error` raises, the others
take the first. Raises NotFoundError for an unknown zone.)");
  m.def(
      "to_local",
      [](const std::string& zone, Instant instant) {
        const Zone in(zone);
        const LocalTime local = in.local(instant);
        const bool second = in.resolve(local, LocalPolicy::kEarlier) != instant;
        return py::cast(local).attr("replace")(
            "tzinfo"_a = py::module_::import("zoneinfo").attr("ZoneInfo")(zone), "fold"_a = second);
      },
      "zone"_a, "instant"_a,
      R"(What the wall clock of an IANA zone shows at an aware datetime, with its ZoneInfo.

>>> from datetime import datetime, timezone
>>> print(to_local("America/New_York", datetime(2026, 11, 1, 6, 30, tzinfo=timezone.utc)))
2026-11-01 01:30:00-05:00

Raises NotFoundError for an unknown zone.)");
  m.def("zone_exists", &zone_exists, "name"_a,
        "Whether `name` is a zone of the IANA database on this machine; letter case counts.");
}

}  // namespace huddlekit::python
