#pragma once
// Plain values of C++ as immutable classes of Python: from the fields of a value come the
// constructor, the properties, ==, hash, a repr that reads like the call, pickle, copy and JSON.
#include "bindings.hpp"
#include "fields/fields.hpp"
#include "huddlekit/json.hpp"
#include "members.hpp"

namespace huddlekit::python {
namespace detail {

/// Where defaults are read. Not a local: GCC 12 and 14 read a member of a local before they have
/// written it (tests/data/compiler/member_of_a_local.cpp).
template <class T>
const T& standard() {
  static const T value{};
  return value;
}

/// Gives the class all that follows from the fields.
void define(const py::object& bound, ValueType type);

}  // namespace detail

/// Binds `T` with its fields. The first `kPositional` may be given by position, the others only by
/// name; what may be left out has the value of a default-constructed `T`.
template <class T, std::size_t kPositional>
py::class_<T> bind_value(py::module_& m, const char* name, const char* doc) {
  py::class_<T> bound(m, name, doc);
  detail::define(
      bound,
      {.name = name,
       .shape = &kShape<T>,
       .positional = kPositional,
       .standard = &detail::standard<T>(),
       .make = []() -> void* { return new T{}; },
       .drop = [](void* value) { delete static_cast<T*>(value); },
       .assign = [](void* to,
                    const void* from) { *static_cast<T*>(to) = *static_cast<const T*>(from); },
       .equal = [](const void* one, const void* other) -> bool {
         return *static_cast<const T*>(one) == *static_cast<const T*>(other);
       },
       .to_json = [](const void* value) { return to_json(*static_cast<const T*>(value)); },
       .from_json = [](std::string_view json) -> void* { return new T(from_json<T>(json)); },
       .schema = &json_schema<T>});
  return bound;
}

}  // namespace huddlekit::python
