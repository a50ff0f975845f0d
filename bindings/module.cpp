#include "bindings.hpp"
#include "huddlekit/version.hpp"

namespace {
void bind_all(pybind11::module_& m);
}

// Its name is that of the entry below, which first looks at who imports it.
PYBIND11_MODULE(huddlekit_core, m) { bind_all(m); }

/// A sub-interpreter is refused by name: its objects would meet classes and a lock of the main one,
/// and pybind11 would wait there for ever.
extern "C" PYBIND11_EXPORT PyObject* PyInit__core() {
  if (PyInterpreterState_Get() != PyInterpreterState_Main()) {
    PyErr_SetString(PyExc_ImportError,
                    "huddlekit: must be imported by the main interpreter, got a sub-interpreter; "
                    "use threads or processes");
    return nullptr;
  }
  return PyInit_huddlekit_core();
}

namespace {

void bind_all(pybind11::module_& m) {
  m.doc() = "The C++ core of huddlekit.";
  m.attr("__version__") = std::string(huddlekit::version());
  using namespace huddlekit::python;
  bind_errors(m);  // first: every other call can throw them
  // A signature names the types that are bound by then.
  bind_agenda(m);
  bind_zone(m);
  bind_build(m);
  bind_recurrence(m);
  bind_recall(m);
  bind_calendar(m);
  bind_reminders(m);
  bind_playbook(m);
  bind_stories(m);
  bind_journal(m);
  bind_outcome(m);
  bind_live(m);
  bind_holding(m);
  bind_rota(m);
  bind_report(m);
  bind_blameless(m);
  bind_feed(m);
  bind_lessons(m);
  bind_motto(m);
  bind_people(m);
  bind_promises(m);
  bind_rotation(m);
  bind_timebox(m);
  bind_book(m);  // last: its signatures name the types of the others
}

}  // namespace
