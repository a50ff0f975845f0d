#include <cstring>

#include "bindings.hpp"
#include "huddlekit/errors.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

/// A class that derives from `bases`, kept for the life of the interpreter.
py::object exception(py::module_& m, const char* name, const py::tuple& bases, const char* doc) {
  const std::string full = m.attr("__name__").cast<std::string>() + "." + name;
  auto type = py::reinterpret_steal<py::object>(
      PyErr_NewExceptionWithDoc(full.c_str(), doc, bases.ptr(), nullptr));
  if (!type) throw py::error_already_set();
  m.attr(name) = type;
  return type;
}

struct Types {
  py::object error, invalid, parse, not_found, conflict, storage;
};

Types& types() {
  static auto* const kept = new Types;  // never destroyed: the interpreter may be gone by then
  return *kept;
}

/// A message may hold the bytes of a file's name, which need not be UTF-8.
py::object readable(const char* text) {
  return py::reinterpret_steal<py::object>(
      PyUnicode_DecodeUTF8(text, static_cast<Py_ssize_t>(std::strlen(text)), "backslashreplace"));
}

void raise(const py::object& type, const char* text) {
  PyErr_SetObject(type.ptr(), readable(text).ptr());
}

}  // namespace

/// A property of every error, worked out of its sentence, so that errors raised in Python have it.
void part(const py::object& type, const char* name, std::string ErrorParts::*member,
          const char* doc) {
  const auto get = [member](const py::object& error) {
    return error_parts(py::str(error).cast<std::string>()).*member;
  };
  type.attr(name) =
      py::module_::import("builtins")
          .attr("property")(py::cpp_function(get, py::name(name)), py::none(), py::none(), doc);
}

void bind_errors(py::module_& m) {
  bind_value<Problem, 2>(
      m, "Problem",
      "One thing wrong in a text or a file; lines and columns count from 1, 0 is unknown.")
      .def("__str__", [](const Problem& p) { return to_string(p); });

  const auto builtin = [](PyObject* type) { return py::reinterpret_borrow<py::object>(type); };
  auto& t = types();
  t.error =
      exception(m, "HuddleError", py::make_tuple(builtin(PyExc_Exception)),
                "Base of every error of this library: one sentence that reads `argument: rule, "
                "got value`, its parts, and a `code` for programs that map errors.");
  t.invalid =
      exception(m, "InvalidArgumentError", py::make_tuple(t.error, builtin(PyExc_ValueError)),
                "A documented rule on an argument is broken.");
  t.parse = exception(m, "ParseError", py::make_tuple(t.invalid),
                      "Text or a file cannot be understood; `problems` lists every reason.");
  t.not_found = exception(m, "NotFoundError", py::make_tuple(t.error, builtin(PyExc_LookupError)),
                          "No such key, id or zone; names the nearest that do exist.");
  t.conflict =
      exception(m, "ConflictError", py::make_tuple(t.error), "Impossible in the present state.");
  t.storage = exception(m, "StorageError", py::make_tuple(t.error, builtin(PyExc_OSError)),
                        "The book cannot be opened, read, written or migrated.");

  part(t.error, "argument", &ErrorParts::argument,
       "The thing, by its name in the call or in the file; empty when the sentence has none.");
  part(t.error, "rule", &ErrorParts::rule, "The rule that it breaks.");
  part(t.error, "value", &ErrorParts::value,
       "What was given instead, as it was typed; text stands in double quotes, cut to 60 "
       "characters.");
  for (const auto& [type, code] :
       {std::pair(&t.error, "error"), std::pair(&t.invalid, "invalid-argument"),
        std::pair(&t.parse, "parse"), std::pair(&t.not_found, "not-found"),
        std::pair(&t.conflict, "conflict"), std::pair(&t.storage, "storage")}) {
    type->attr("code") = code;
  }

  py::register_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const ParseError& e) {
      const py::object error = types().parse(readable(e.what()));
      error.attr("problems") = py::cast(e.problems());
      PyErr_SetObject(types().parse.ptr(), error.ptr());
    } catch (const InvalidArgument& e) {
      raise(types().invalid, e.what());
    } catch (const NotFound& e) {
      raise(types().not_found, e.what());
    } catch (const Conflict& e) {
      raise(types().conflict, e.what());
    } catch (const StorageError& e) {
      raise(types().storage, e.what());
    } catch (const Error& e) {
      raise(types().error, e.what());
    }
  });
}

}  // namespace huddlekit::python
