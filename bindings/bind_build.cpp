#include "bindings.hpp"
#include "build_facts.hpp"
#include "huddlekit/surroundings.hpp"
#include "huddlekit/version.hpp"

namespace huddlekit::python {

void bind_build(py::module_& m) {
  m.def("_look_for_zones_in", &look_for_zones_in, "folder"_a);
  m.def("_zone_folder", [] { return surroundings().zones; });
  m.def(
      "build_info",
      [] {
        py::dict info;
        info["version"] = std::string(version());
        for (const auto& [name, said] : build_facts()) info[name] = said;
        info["python"] = PY_VERSION;
        info["pybind11"] = PYBIND11_TOSTRING(PYBIND11_VERSION_MAJOR) "." PYBIND11_TOSTRING(
            PYBIND11_VERSION_MINOR) "." PYBIND11_TOSTRING(PYBIND11_VERSION_MICRO);
        const auto around = surroundings();
        info["sqlite"] = around.sqlite;
        info["zones"] = around.zones.empty() ? "none" : around.zones;
        return py::typing::Dict<py::str, py::str>(info);
      },
      R"(How this copy of huddlekit was made, for a report of a fault: names and what they were.

>>> info = huddlekit.build_info()
>>> info["version"] == huddlekit.__version__
True
>>> info["sqlite_linked"] in ("shared", "static")
True

`commit` ends in `+changes` when the tree held more than the commit, and is `unknown` outside a checkout; `python`
is the version that the module was compiled for, `sqlite` the version that runs, which is a copy of our own when
`sqlite_linked` is `static`; `zones` is the folder that time zones are read from, or `none`. `huddlekit --build-info`
prints all of it.)");
}

}  // namespace huddlekit::python
