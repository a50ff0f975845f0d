#pragma once
// Members of values as objects of Python and back, by their shapes.
#include <string>

#include "bindings.hpp"
#include "fields/shape.hpp"

namespace huddlekit::python {

/// A class for one type of values: what has to be compiled for each.
struct ValueType {
  const char* name;
  const Shape* shape;
  std::size_t positional;  // so many fields may be given by position
  const void* standard;    // a default one
  void* (*make)();         // another
  void (*drop)(void*);
  void (*assign)(void* to, const void* from);
  bool (*equal)(const void*, const void*);
  std::string (*to_json)(const void*);
  void* (*from_json)(std::string_view);  // a new one
  std::string (*schema)();
};

/// A type with the class that stands for it.
struct Bound {
  ValueType type;
  py::handle of;      // lives as long as the module
  std::string shown;  // huddlekit._core.Person
};

/// The enumerators of a class are called by their words too: `str(StoryKind.WIN)` is `win`, and
/// `StoryKind("win")` is it.
void give_words(const py::object& cls, const Shape& shape);

/// Keeps `bound` for ever.
void remember(const Bound* bound);

/// The value behind an object of Python. @throws TypeError when there is none.
[[nodiscard]] const void* value_of(const Bound& bound, const py::handle& self);
/// An object of Python that owns `value`.
[[nodiscard]] py::object owned(const Bound& bound, void* value);

[[nodiscard]] py::object to_python(const Shape& shape, const void* member);
/// False when `given` is of another type. @throws what the conversion throws.
[[nodiscard]] bool from_python(const Field& field, void* value, const py::handle& given);

/// As signatures say it, of what goes in and of what comes out.
[[nodiscard]] std::string type_in(const Shape& shape);
[[nodiscard]] std::string type_out(const Shape& shape);

}  // namespace huddlekit::python
