#pragma once
// Each binder's first include: pybind11, the casters, and the list of binders that module.cpp calls
// in order.
#include <pybind11/native_enum.h>
#include <pybind11/operators.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include "casters.hpp"

namespace py = pybind11;
using namespace pybind11::literals;

namespace huddlekit::python {

/// What a pickle of `size` parts is made into. @throws TypeError for another one.
template <class Make>
auto from_state(const char* name, std::size_t size, Make make) {
  return [=](const py::tuple& state) {
    try {
      if (state.size() == size) return make(state);
    } catch (const py::cast_error&) {
    }
    throw py::type_error(std::string(name) + ": cannot be made of the state " +
                         py::repr(state).template cast<std::string>());
  };
}

void bind_agenda(py::module_& m);
void bind_bad_calls(py::module_& m);
void bind_blameless(py::module_& m);
void bind_book(py::module_& m);
void bind_build(py::module_& m);
void bind_calendar(py::module_& m);
void bind_entries(py::module_& m);
void bind_errors(py::module_& m);
void bind_feed(py::module_& m);
void bind_handles(py::module_& m);
void bind_holding(py::module_& m);
void bind_huddle(py::module_& m);
void bind_journal(py::module_& m);
void bind_lessons(py::module_& m);
void bind_live(py::module_& m);
void bind_motto(py::module_& m);
void bind_outcome(py::module_& m);
void bind_people(py::module_& m);
void bind_playbook(py::module_& m);
void bind_promises(py::module_& m);
void bind_recall(py::module_& m);
void bind_recurrence(py::module_& m);
void bind_reminders(py::module_& m);
void bind_report(py::module_& m);
void bind_rota(py::module_& m);
void bind_rotation(py::module_& m);
void bind_stories(py::module_& m);
void bind_team(py::module_& m);
void bind_timebox(py::module_& m);
void bind_words(py::module_& m);
void bind_zone(py::module_& m);
void declare_book(py::module_& m);

}  // namespace huddlekit::python
