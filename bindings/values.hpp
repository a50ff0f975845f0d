#pragma once
// Plain values of C++ as immutable classes of Python: from one list of fields come the constructor,
// the properties, ==, a repr that reads like the call, pickle and copy.
//
// What all values have in common is compiled once, in values.cpp, and finds a field by its place in
// the value: templates of a class for each value were more than a third of what the module took to
// compile.
#include <cstddef>
#include <vector>

#include "bindings.hpp"

namespace huddlekit::python {

/// What can be done with the members of one type, whichever value they are in.
struct MemberType {
  py::object (*get)(const void* member);
  /// False when `given` is of another type. @throws what the conversion throws.
  bool (*set)(void* member, const py::handle& given);
  bool (*equal)(const void* one, const void* other);
  /// What signatures say of it: going in, and coming out.
  py::cpp_function (*probe)();
};

/// One field of a value.
struct AnyField {
  const char* name;
  std::ptrdiff_t place;  // in the value, in bytes
  bool required;
  const MemberType* type;
};

/// One type of values.
struct ValueType {
  const char* name;
  std::size_t positional;  // so many fields may be given by position
  std::vector<AnyField> fields;
  const void* standard;  // a default one
  void* (*make)();       // another
  void (*drop)(void*);
  bool (*equal)(const void*, const void*);
};

namespace detail {

/// Where defaults are read. Not a local: GCC 12 and 14 read a member of a local before they have
/// written it (tests/data/compiler/member_of_a_local.cpp).
template <class T>
const T& standard() {
  static const T value{};
  return value;
}

template <class Member, class Shown>
inline constexpr MemberType kMemberType{
    .get = [](const void* member) -> py::object {
      return py::cast(static_cast<Shown>(*static_cast<const Member*>(member)));
    },
    .set =
        [](void* member, const py::handle& given) {
          py::detail::make_caster<Shown> caster;
          if (!caster.load(given, true)) return false;
          try {
            *static_cast<Member*>(member) =
                static_cast<Member>(py::detail::cast_op<Shown>(std::move(caster)));
          } catch (const py::cast_error&) {  // None in the place of a value
            return false;
          }
          return true;
        },
    .equal =
        [](const void* one, const void* other) {
          return *static_cast<const Member*>(one) == *static_cast<const Member*>(other);
        },
    .probe =
        [] {
          return py::cpp_function([](const Shown& value) -> Shown { return value; }, py::arg("x"));
        }};

template <class Shown, class T, class Member>
AnyField field(const char* name, Member T::*at, bool required) {
  const T& value = standard<T>();
  return {name, reinterpret_cast<const char*>(&(value.*at)) - reinterpret_cast<const char*>(&value),
          required, &kMemberType<Member, Shown>};
}

/// Gives the class all that follows from the fields. `type` is kept for ever.
void define(const py::object& bound, ValueType type);

}  // namespace detail

/// A field that may be left out: it then has the value of a default-constructed `T`.
template <class T, class Member>
AnyField field(const char* name, Member T::*at) {
  return detail::field<Member>(name, at, false);
}
template <class T, class Member>
AnyField required(const char* name, Member T::*at) {
  return detail::field<Member>(name, at, true);
}
/// `Shown` is the type that Python sees; it converts from and to `Member`.
template <class Shown, class T, class Member>
AnyField field_as(const char* name, Member T::*at) {
  return detail::field<Shown>(name, at, false);
}
template <class Shown, class T, class Member>
AnyField required_as(const char* name, Member T::*at) {
  return detail::field<Shown>(name, at, true);
}

/// Binds `T`. Its first `kPositional` fields may be given by position, the others only by name.
template <class T, std::size_t kPositional, class... Fields>
py::class_<T> bind_value(py::module_& m, const char* name, const char* doc, Fields... fields) {
  py::class_<T> bound(m, name, doc);
  detail::define(bound, {.name = name,
                         .positional = kPositional,
                         .fields = {fields...},
                         .standard = &detail::standard<T>(),
                         .make = []() -> void* { return new T{}; },
                         .drop = [](void* value) { delete static_cast<T*>(value); },
                         .equal =
                             [](const void* one, const void* other) {
                               return *static_cast<const T*>(one) == *static_cast<const T*>(other);
                             }});
  return bound;
}

}  // namespace huddlekit::python
