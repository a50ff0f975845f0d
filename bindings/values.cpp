#include "values.hpp"

#include <algorithm>
#include <memory>
#include <string>

namespace huddlekit::python::detail {
namespace {

using Slot = py::detail::value_and_holder;

/// A type with the class that stands for it.
struct Bound {
  ValueType type;
  py::handle of;      // lives as long as the module
  std::string shown;  // huddlekit._core.Person
};

std::string text(const py::object& object) { return object.cast<std::string>(); }

/// Enumerators as their names, which can be typed again, unlike `<Scope.TEAM: 1>`.
std::string shown(const py::object& value) {
  const auto enumeration = py::module_::import("enum").attr("Enum");
  return text(py::isinstance(value, enumeration) ? py::object(py::str(value))
                                                 : py::object(py::repr(value)));
}

/// As signatures say it: `(x: IN) -> OUT`.
std::pair<std::string, std::string> signature(const AnyField& field) {
  py::options options;
  options.enable_function_signatures();  // those are what is asked for
  const auto said = text(field.type->probe().attr("__doc__"));
  const auto in = said.find("x: ") + 3, out = said.rfind(") -> ");
  return {said.substr(in, out - in), said.substr(out + 5, said.find_last_not_of(" \n") - out - 4)};
}

/// A type of a signature without where it comes from.
std::string in_words(std::string type) {
  for (const std::string where : {"huddlekit._core.", "collections.abc."}) {
    for (auto at = type.find(where); at != std::string::npos; at = type.find(where)) {
      type.erase(at, where.size());
    }
  }
  return type;
}

const void* member(const AnyField& field, const void* value) {
  return static_cast<const char*>(value) + field.place;
}
void* member(const AnyField& field, void* value) { return static_cast<char*>(value) + field.place; }

/// The value behind an object of Python. @throws TypeError when there is none.
const void* value_of(const Bound& bound, const py::handle& self) {
  if (!py::isinstance(self, bound.of)) {
    throw py::type_error(std::string(bound.type.name) + ": is needed here, got " +
                         text(py::repr(self)));
  }
  auto* instance = reinterpret_cast<py::detail::instance*>(self.ptr());
  const auto* info = py::detail::get_type_info(reinterpret_cast<PyTypeObject*>(bound.of.ptr()));
  const void* value = instance->get_value_and_holder(info).value_ptr();
  if (value == nullptr) {
    throw py::type_error(std::string(bound.type.name) +
                         ": has no value, since its __init__ did not run");
  }
  return value;
}

/// A value in the making, dropped unless it goes into its place.
class Making {
 public:
  explicit Making(const ValueType& type) : type_(type), value_(type.make(), type.drop) {}
  void set(const AnyField& field, const py::handle& given) {
    if (field.type->set(member(field, value_.get()), given)) return;
    throw py::type_error(std::string(type_.name) + ": " + field.name + ": must be " +
                         in_words(signature(field).first) + ", got " + text(py::repr(given)));
  }
  void put_into(Slot& slot) { slot.value_ptr() = value_.release(); }

 private:
  const ValueType& type_;
  std::unique_ptr<void, void (*)(void*)> value_;
};

void construct(const ValueType& type, Slot& slot, const py::args& args, const py::kwargs& kwargs) {
  const auto refuse = [&](const std::string& what) {
    throw py::type_error(std::string(type.name) + ": " + what);
  };
  if (args.size() > type.positional) {
    refuse("takes " + std::to_string(type.positional) + " arguments by position, got " +
           std::to_string(args.size()));
  }
  Making made(type);
  std::size_t named = 0;
  for (std::size_t i = 0; i < type.fields.size(); ++i) {
    const auto& field = type.fields[i];
    const py::str name(field.name);
    const bool by_name = kwargs.contains(name);
    named += by_name;
    if (i < args.size()) {
      if (by_name) refuse(std::string(field.name) + ": is given twice");
      made.set(field, args[i]);
    } else if (by_name) {
      made.set(field, kwargs[name]);
    } else if (field.required) {
      refuse(std::string(field.name) + ": is missing");
    }
  }
  if (named < kwargs.size()) {
    for (const auto& [key, given] : kwargs) {
      const auto known = [&](const AnyField& field) { return text(py::str(key)) == field.name; };
      if (std::none_of(type.fields.begin(), type.fields.end(), known)) {
        refuse("has no argument " + text(py::repr(key)));
      }
    }
  }
  made.put_into(slot);
}

std::string repr(const Bound& bound, const py::handle& self) {
  const auto& type = bound.type;
  const void* value = value_of(bound, self);
  std::string out;
  for (const auto& field : type.fields) {
    if (!field.required && field.type->equal(member(field, value), member(field, type.standard))) {
      continue;
    }
    out += (out.empty() ? "" : ", ") + std::string(field.name) + "=" +
           shown(field.type->get(member(field, value)));
  }
  return std::string(type.name) + "(" + out + ")";
}

/// `__init__(self: Person, key: str, *, name: str = '') -> None`
std::string call(const Bound& bound) {
  std::string out = "__init__(self: " + bound.shown;
  for (std::size_t i = 0; i < bound.type.fields.size(); ++i) {
    const auto& field = bound.type.fields[i];
    if (i == bound.type.positional) out += ", *";
    out += std::string(", ") + field.name + ": " + signature(field).first;
    if (field.required) continue;
    out += " = " + text(py::repr(field.type->get(member(field, bound.type.standard))));
  }
  return out + ") -> None\n";
}

}  // namespace

void define(const py::object& cls, ValueType type) {
  const auto* bound =
      new Bound{.type = std::move(type),
                .of = cls,
                .shown = text(cls.attr("__module__")) + "." + text(cls.attr("__qualname__"))};
  py::options options;
  options.disable_function_signatures();  // they would say `object`
  const auto method = [&](const char* name, auto&& call, const std::string& doc,
                          const auto&... more) {
    cls.attr(name) = py::cpp_function(std::forward<decltype(call)>(call), py::name(name),
                                      py::is_method(cls), more..., doc.c_str());
  };
  const auto self = "(self: " + bound->shown;

  method(
      "__init__",
      [bound](Slot& slot, const py::args& args, const py::kwargs& kwargs) {
        construct(bound->type, slot, args, kwargs);
      },
      call(*bound), py::detail::is_new_style_constructor());
  for (const auto& field : bound->type.fields) {
    py::cpp_function getter(
        [bound, &field](const py::object& self) {
          return field.type->get(member(field, value_of(*bound, self)));
        },
        py::is_method(cls), (self + ") -> " + signature(field).second + "\n").c_str());
    cls.attr(field.name) =
        py::reinterpret_borrow<py::object>(reinterpret_cast<PyObject*>(&PyProperty_Type))(getter);
  }
  method(
      "__eq__",
      [bound](const py::object& self, const py::object& other) -> py::object {
        if (!py::isinstance(other, bound->of)) {
          return py::reinterpret_borrow<py::object>(Py_NotImplemented);
        }
        return py::bool_(bound->type.equal(value_of(*bound, self), value_of(*bound, other)));
      },
      "__eq__" + self + ", arg0: " + bound->shown + ") -> bool\n");
  cls.attr("__hash__") = py::none();
  method(
      "__repr__", [bound](const py::object& self) { return repr(*bound, self); },
      "__repr__" + self + ") -> str\n");
  method(
      "__getstate__",
      [bound](const py::object& self) {
        const void* value = value_of(*bound, self);
        py::tuple state(bound->type.fields.size());
        std::size_t i = 0;
        for (const auto& f : bound->type.fields) state[i++] = f.type->get(member(f, value));
        return state;
      },
      "__getstate__" + self + ") -> tuple\n");
  method(
      "__setstate__",
      [bound](Slot& slot, const py::object& state) {
        const auto& fields = bound->type.fields;
        if (!PyTuple_Check(state.ptr()) || py::len(state) != fields.size()) {
          throw py::type_error(std::string(bound->type.name) + ": cannot be made of the state " +
                               text(py::repr(state)));
        }
        Making made(bound->type);
        std::size_t i = 0;
        for (const auto& field : fields) {
          made.set(field, py::reinterpret_borrow<py::tuple>(state)[i++]);
        }
        made.put_into(slot);
      },
      "__setstate__" + self + ", arg0: tuple) -> None\n", py::detail::is_new_style_constructor());
}

}  // namespace huddlekit::python::detail
