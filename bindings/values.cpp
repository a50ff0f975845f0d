#include "values.hpp"

#include <algorithm>
#include <memory>
#include <string>

namespace huddlekit::python::detail {
namespace {

using Slot = py::detail::value_and_holder;

std::string text(const py::object& object) { return object.cast<std::string>(); }

/// Enumerators as their names, which can be typed again, unlike `<Scope.TEAM: 1>`.
std::string shown(const py::object& value) {
  const auto enumeration = py::module_::import("enum").attr("Enum");
  if (!py::isinstance(value, enumeration)) return text(py::repr(value));
  return text(py::type::of(value).attr("__name__")) + "." + text(value.attr("name"));
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

py::object member(const Field& field, const void* value) {
  return to_python(*field.shape, field.in(value));
}

/// What a field holds, as something that has a hash.
py::object frozen(const py::object& object) {
  if (py::isinstance<py::list>(object)) {
    py::tuple items(py::len(object));
    std::size_t i = 0;
    for (const auto& item : object) {
      items[i++] = frozen(py::reinterpret_borrow<py::object>(item));
    }
    return items;
  }
  if (py::isinstance<py::dict>(object)) return frozen(py::list(object.attr("items")()));
  return object;
}

/// A value in the making, dropped unless it goes into its place.
class Making {
 public:
  explicit Making(const ValueType& type) : type_(type), value_(type.make(), type.drop) {}
  void set(const Field& field, const py::handle& given) {
    if (from_python(field, value_.get(), given)) return;
    throw py::type_error(std::string(type_.name) + ": " + field.name + ": must be " +
                         in_words(type_in(*field.shape)) + ", got " + text(py::repr(given)));
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
  const auto fields = type.shape->fields;
  if (args.size() > type.positional) {
    refuse("takes " + std::to_string(type.positional) + " arguments by position, got " +
           std::to_string(args.size()));
  }
  Making made(type);
  std::size_t named = 0;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto& field = fields[i];
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
      const auto known = [&](const Field& field) { return text(py::str(key)) == field.name; };
      if (std::none_of(fields.begin(), fields.end(), known)) {
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
  for (const auto& field : type.shape->fields) {
    const auto has = member(field, value);
    if (!field.required && has.equal(member(field, type.standard))) continue;
    out += (out.empty() ? "" : ", ") + std::string(field.name) + "=" + shown(has);
  }
  return std::string(type.name) + "(" + out + ")";
}

/// `__init__(self: Person, key: str, *, name: str = '') -> None`
std::string call(const Bound& bound) {
  std::string out = "__init__(self: " + bound.shown;
  const auto fields = bound.type.shape->fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto& field = fields[i];
    if (i == bound.type.positional) out += ", *";
    out += std::string(", ") + field.name + ": " + type_in(*field.shape);
    if (field.required) continue;
    out += " = " + text(py::repr(member(field, bound.type.standard)));
  }
  return out + ") -> None\n";
}

}  // namespace

void define(const py::object& cls, ValueType type) {
  const auto* bound =
      new Bound{.type = std::move(type),
                .of = cls,
                .shown = text(cls.attr("__module__")) + "." + text(cls.attr("__qualname__"))};
  remember(bound);
  const auto fields = bound->type.shape->fields;
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
  for (const auto& field : fields) {
    py::cpp_function getter(
        [bound, &field](const py::object& self) { return member(field, value_of(*bound, self)); },
        py::is_method(cls), (self + ") -> " + type_out(*field.shape) + "\n").c_str());
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
  method(
      "__repr__", [bound](const py::object& self) { return repr(*bound, self); },
      "__repr__" + self + ") -> str\n");
  method(
      "__hash__",
      [bound, fields](const py::object& self) {
        const void* value = value_of(*bound, self);
        py::tuple all(fields.size());
        std::size_t i = 0;
        for (const auto& field : fields) all[i++] = frozen(member(field, value));
        return py::hash(all);
      },
      "__hash__" + self + ") -> int\n");
  method(
      "to_json",
      [bound](const py::object& self) { return bound->type.to_json(value_of(*bound, self)); },
      "to_json" + self + ") -> str\n\nJSON that `from_json` reads back to an equal value.\n");
  const auto function = [&](const char* name, auto&& call, const std::string& doc,
                            const auto&... more) {
    cls.attr(name) = py::staticmethod(py::cpp_function(
        std::forward<decltype(call)>(call), py::name(name), py::scope(cls), more..., doc.c_str()));
  };
  function(
      "from_json",
      [bound](const std::string& text) { return owned(*bound, bound->type.from_json(text)); },
      "from_json(text: str) -> " + bound->shown +
          "\n\nA field that is left out has its default. ParseError says all that is wrong.\n",
      py::arg("text"));
  function(
      "json_schema", [bound] { return bound->type.schema(); },
      "json_schema() -> str\n\nWhat `to_json` writes, as JSON Schema.\n");
  method(
      "__getstate__",
      [bound, fields](const py::object& self) {
        const void* value = value_of(*bound, self);
        py::tuple state(fields.size());
        std::size_t i = 0;
        for (const auto& field : fields) state[i++] = member(field, value);
        return state;
      },
      "__getstate__" + self + ") -> tuple\n");
  method(
      "__setstate__",
      [bound, fields](Slot& slot, const py::object& state) {
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
