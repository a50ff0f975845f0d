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

/// What `__new__` alone has made holds no value. pybind11 would let a call read memory that nobody
/// has written: here it throws instead.
void refuse_empty(const pybind11::object& owner) {
  for (const auto& [name, member] : pybind11::dict(owner.attr("__dict__"))) {
    if (!PyType_Check(member.ptr())) continue;
    auto* info = pybind11::detail::get_type_info(reinterpret_cast<PyTypeObject*>(member.ptr()));
    if (info == nullptr) continue;
    info->operator_new = [](std::size_t) -> void* {
      throw pybind11::type_error("self: has no value, since its __init__ did not run");
    };
    refuse_empty(pybind11::reinterpret_borrow<pybind11::object>(member));
  }
}

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
  bind_entries(m);
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
  declare_book(m);  // which handles name
  bind_team(m);
  bind_huddle(m);
  bind_journal(m);
  bind_handles(m);
  bind_book(m);  // last: its signatures name the types of the others
  bind_words(m);
  refuse_empty(m);
  bind_bad_calls(m);
}

}  // namespace
