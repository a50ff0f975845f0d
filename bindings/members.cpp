#include "members.hpp"

#include <unordered_map>

namespace huddlekit::python {
namespace {

using Kind = Shape::Kind;

std::unordered_map<const std::type_info*, const Bound*>& known() {
  static auto& all = *new std::unordered_map<const std::type_info*, const Bound*>();
  return all;
}

/// The class of an enumerator; none: Python sees its word.
py::handle class_of(const Shape& enumerator) {
  return py::detail::global_internals_native_enum_type_map_get_item(*enumerator.type);
}

template <class T, class Shown = T>
py::object cast(const void* member) {
  return py::cast(static_cast<Shown>(*static_cast<const T*>(member)));
}

template <class T, class Shown = T>
bool load(void* member, const py::handle& given) {
  py::detail::make_caster<Shown> caster;
  if (!caster.load(given, true)) return false;
  *static_cast<T*>(member) = static_cast<T>(py::detail::cast_op<Shown&>(caster));
  return true;
}

/// `name` of the field, for what is said of it.
bool put(const Shape& shape, const char* name, void* member, const py::handle& given);

bool load_enumerator(const Shape& shape, const char* name, void* member, const py::handle& given) {
  if (const auto of = class_of(shape)) {
    if (!py::isinstance(given, of)) return false;
    shape.whole->set(member, given.attr("value").cast<std::int64_t>());
    return true;
  }
  std::string word;
  if (!py::isinstance<py::str>(given) || !load<std::string>(&word, given)) return false;
  for (std::size_t i = 0; i < shape.names.size(); ++i) {
    if (word != shape.names[i]) continue;
    shape.whole->set(member, static_cast<std::int64_t>(i));
    return true;
  }
  throw InvalidArgument(std::string(name) + ": must be one of " + all_names(shape) + ", got " +
                        in_quotes(word));
}

bool load_list(const Shape& shape, const char* name, void* member, const py::handle& given) {
  std::vector<py::object> items;
  if (!load<std::vector<py::object>>(&items, given)) return false;
  shape.list->empty(member);
  for (const auto& item : items) {
    if (!put(*shape.item, name, shape.list->add(member), item)) return false;
  }
  return true;
}

bool load_pair(const Shape& shape, const char* name, void* member, const py::handle& given) {
  std::pair<py::object, py::object> both;
  if (!load<std::pair<py::object, py::object>>(&both, given)) return false;
  return put(*shape.fields[0].shape, name, shape.fields[0].in(member), both.first) &&
         put(*shape.fields[1].shape, name, shape.fields[1].in(member), both.second);
}

bool put(const Shape& shape, const char* name, void* member, const py::handle& given) {
  switch (shape.kind) {
    case Kind::kBool:
      return load<bool>(member, given);
    case Kind::kWhole: {
      std::int64_t number = 0;
      if (!load<std::int64_t>(&number, given)) return false;
      if (number < shape.whole->least || number > shape.whole->most) return false;
      shape.whole->set(member, number);
      return true;
    }
    case Kind::kNumber:
      return load<double>(member, given);
    case Kind::kText:
      return load<std::string>(member, given);
    case Kind::kLength:
      return load<std::chrono::seconds>(member, given);
    case Kind::kTimeOfDay:
      return load<std::chrono::seconds, TimeOfDay>(member, given);
    case Kind::kDay:
      return load<Day>(member, given);
    case Kind::kInstant:
      return load<Instant>(member, given);
    case Kind::kLocalTime:
      return load<LocalTime>(member, given);
    case Kind::kWeekdays:
      return load<Weekdays>(member, given);
    case Kind::kEnumerator:
      return load_enumerator(shape, name, member, given);
    case Kind::kOptional:
      if (given.is_none()) return shape.optional->empty(member), true;
      return put(*shape.item, name, shape.optional->fill(member), given);
    case Kind::kList:
      return load_list(shape, name, member, given);
    case Kind::kPair:
      return load_pair(shape, name, member, given);
    case Kind::kMap:  // in no value that Python sees
      return false;
    case Kind::kValue: {
      const auto& bound = *known().at(shape.type);
      if (!py::isinstance(given, bound.of)) return false;
      bound.type.assign(member, value_of(bound, given));
      return true;
    }
  }
  return false;
}

/// A type as signatures say it; `list` and `map` are called differently going in and coming out.
std::string type_of(const Shape& shape, bool in) {
  const auto of = [in](const Shape& other) { return type_of(other, in); };
  switch (shape.kind) {
    case Kind::kBool:
      return "bool";
    case Kind::kWhole:
      return "int";
    case Kind::kNumber:
      return "float";
    case Kind::kText:
    case Kind::kWeekdays:
      return "str";
    case Kind::kLength:
      return in ? "int | datetime.timedelta" : "int";
    case Kind::kTimeOfDay:
      return "datetime.time";
    case Kind::kDay:
      return "datetime.date";
    case Kind::kInstant:
    case Kind::kLocalTime:
      return "datetime.datetime";
    case Kind::kEnumerator: {
      const auto cls = class_of(shape);
      if (!cls) return "str";
      return "huddlekit._core." + cls.attr("__qualname__").cast<std::string>();
    }
    case Kind::kOptional:
      return of(*shape.item) + " | None";
    case Kind::kList:
      return (in ? "collections.abc.Sequence[" : "list[") + of(*shape.item) + "]";
    case Kind::kPair:
      return "tuple[" + of(*shape.fields[0].shape) + ", " + of(*shape.fields[1].shape) + "]";
    case Kind::kMap:
      break;
    case Kind::kValue:
      return known().at(shape.type)->shown;
  }
  return {};
}

}  // namespace

void give_words(const py::object& cls, const Shape& shape) {
  const auto name = cls.attr("__name__").cast<std::string>();
  cls.attr("__str__") = py::cpp_function(
      [&shape](const py::object& self) {
        return shape.names[self.attr("value").cast<std::size_t>()];
      },
      py::name("__str__"), py::is_method(cls));
  const auto known = [&shape, name](const py::object& cls, const py::object& given) -> py::object {
    for (std::size_t i = 0; i < shape.names.size(); ++i) {
      if (given.equal(py::str(shape.names[i]))) return cls(i);
    }
    throw InvalidArgument(name + ": must be one of " + all_names(shape) + ", got " +
                          py::repr(given).cast<std::string>());
  };
  cls.attr("_missing_") = py::reinterpret_steal<py::object>(
      PyClassMethod_New(py::cpp_function(known, py::name("_missing_")).ptr()));
}

void remember(const Bound* bound) { known().emplace(bound->type.shape->type, bound); }

const void* value_of(const Bound& bound, const py::handle& self) {
  if (!py::isinstance(self, bound.of)) {
    throw py::type_error(std::string(bound.type.name) + ": is needed here, got " +
                         py::repr(self).cast<std::string>());
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

py::object owned(const Bound& bound, void* value) {
  const auto made = bound.of.attr("__new__")(bound.of);
  auto* instance = reinterpret_cast<py::detail::instance*>(made.ptr());
  const auto* info = py::detail::get_type_info(reinterpret_cast<PyTypeObject*>(bound.of.ptr()));
  instance->get_value_and_holder(info).value_ptr() = value;
  info->init_instance(instance, nullptr);
  return made;
}

py::object to_python(const Shape& shape, const void* member) {
  switch (shape.kind) {
    case Kind::kBool:
      return cast<bool>(member);
    case Kind::kWhole:
      return py::int_(shape.whole->get(member));
    case Kind::kNumber:
      return cast<double>(member);
    case Kind::kText:
      return cast<std::string>(member);
    case Kind::kLength:
      return cast<std::chrono::seconds>(member);
    case Kind::kTimeOfDay:
      return cast<std::chrono::seconds, TimeOfDay>(member);
    case Kind::kDay:
      return cast<Day>(member);
    case Kind::kInstant:
      return cast<Instant>(member);
    case Kind::kLocalTime:
      return cast<LocalTime>(member);
    case Kind::kWeekdays:
      return cast<Weekdays>(member);
    case Kind::kEnumerator: {
      const auto number = shape.whole->get(member);
      if (const auto of = class_of(shape)) return of(number);
      return py::str(shape.names[static_cast<std::size_t>(number)]);
    }
    case Kind::kOptional: {
      const auto* item = shape.optional->item(member);
      return item == nullptr ? py::none() : to_python(*shape.item, item);
    }
    case Kind::kList: {
      py::list out(shape.list->size(member));
      for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = to_python(*shape.item, shape.list->item(member, i));
      }
      return out;
    }
    case Kind::kPair: {
      const auto part = [&](const Field& f) { return to_python(*f.shape, f.in(member)); };
      return py::make_tuple(part(shape.fields[0]), part(shape.fields[1]));
    }
    case Kind::kMap:
      break;
    case Kind::kValue: {
      const auto& bound = *known().at(shape.type);
      void* copy = bound.type.make();
      bound.type.assign(copy, member);
      return owned(bound, copy);
    }
  }
  return py::none();
}

bool from_python(const Field& field, void* value, const py::handle& given) {
  return put(*field.shape, field.name, field.in(value), given);
}

std::string type_in(const Shape& shape) { return type_of(shape, true); }
std::string type_out(const Shape& shape) { return type_of(shape, false); }

}  // namespace huddlekit::python
