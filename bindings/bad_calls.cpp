// What is wrong with a call, in one sentence. pybind11 lists the signatures that it knows, and one
// has to find out which argument is meant. It has no hook for that: so each of its functions gets
// an entry of ours, which has the sentence made when a call was refused, and keeps None from being
// the object of a method.
#include <string>

#include "bindings.hpp"

namespace huddlekit::python {
namespace {

using Entry = PyObject* (*)(PyObject* self, PyObject* const* args, Py_ssize_t size,
                            PyObject* names);

Entry pybind11s = nullptr;    // the entry that all its functions share
PyObject* explain = nullptr;  // (message, args, kwargs) -> exception; of the Python side

PyObject* enter(PyObject* self, PyObject* const* args, Py_ssize_t size, PyObject* names) {
  const auto* record = py::detail::function_record_ptr_from_PyObject(self);
  if (size > 0 && args[0] == Py_None && record->is_method) {  // pybind11 passes a null pointer
    PyErr_Format(PyExc_TypeError, "%s: self: must be a value, got None", record->name);
    return nullptr;
  }
  PyObject* answer = pybind11s(self, args, size, names);
  if (answer != nullptr || explain == nullptr || !PyErr_ExceptionMatches(PyExc_TypeError)) {
    return answer;
  }
  py::error_already_set refused;
  try {
    const py::str message(refused.value());
    // Not one of a function that a callback of the caller's has called wrongly.
    const auto ours = std::string(record->name) + "(): incompatible ";
    if (message.cast<std::string>().starts_with(ours)) {
      py::tuple given(size);
      for (Py_ssize_t i = 0; i < size; ++i) given[i] = py::handle(args[i]);
      py::dict named;
      for (Py_ssize_t i = 0; names != nullptr && i < PyTuple_GET_SIZE(names); ++i) {
        named[py::handle(PyTuple_GET_ITEM(names, i))] = py::handle(args[size + i]);
      }
      const auto error = py::handle(explain)(message, given, named);
      PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(error.ptr())), error.ptr());
      return nullptr;
    }
  } catch (py::error_already_set& failed) {  // for instance a repr of the caller's that raises
    failed.discard_as_unraisable("huddlekit: what is wrong with a call");
  }
  refused.restore();
  return nullptr;
}

void give_entry(PyObject* function) {
  if (function == nullptr || !PyCFunction_Check(function)) return;
  auto* const definition = reinterpret_cast<PyCFunctionObject*>(function)->m_ml;
  if (definition->ml_flags != (METH_FASTCALL | METH_KEYWORDS) ||
      py::detail::function_record_ptr_from_PyObject(PyCFunction_GET_SELF(function)) == nullptr) {
    return;
  }
  const auto entry = reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(enter));
  if (definition->ml_meth == entry) return;
  pybind11s = reinterpret_cast<Entry>(reinterpret_cast<void (*)()>(definition->ml_meth));
  definition->ml_meth = entry;
}

void give_entries(const py::handle& owner) {
  for (const auto& [name, member] : py::dict(owner.attr("__dict__"))) {
    if (PyInstanceMethod_Check(member.ptr())) {
      give_entry(PyInstanceMethod_GET_FUNCTION(member.ptr()));
    } else if (Py_IS_TYPE(member.ptr(), &PyStaticMethod_Type)) {
      give_entry(member.attr("__func__").ptr());
    } else if (PyObject_TypeCheck(member.ptr(), &PyProperty_Type)) {
      give_entry(member.attr("fget").ptr());
      give_entry(member.attr("fset").ptr());
    } else if (PyType_Check(member.ptr())) {
      if (py::detail::get_type_info(reinterpret_cast<PyTypeObject*>(member.ptr()))) {
        give_entries(member);
      }
    } else {
      give_entry(member.ptr());
    }
  }
}

}  // namespace

void bind_bad_calls(py::module_& m) {
  give_entries(m);
  m.def(
      "_explain_with", [](const py::function& how) { explain = how.inc_ref().ptr(); },
      "For the Python side: what makes the exception for a call that does not fit.");
}

}  // namespace huddlekit::python
