#pragma once
// Plain values of C++ as immutable classes of Python: from one list of fields come the constructor,
// the properties, ==, a repr that reads like the call, pickle and copy.
#include <tuple>
#include <utility>

#include "bindings.hpp"

namespace huddlekit::python {

/// One field. `Shown` is the type that Python sees; it converts from and to `Member`.
template <class T, class Member, class Shown, bool required>
struct Field {
  using Owner = T;
  using ShownType = Shown;
  static constexpr bool kRequired = required;

  const char* name;
  Member T::*at;

  Shown get(const T& value) const { return static_cast<Shown>(value.*at); }
  void set(T& value, Shown shown) const { value.*at = static_cast<Member>(std::move(shown)); }
};

/// A field that may be left out: it then has the value of a default-constructed `T`.
template <class T, class Member>
Field<T, Member, Member, false> field(const char* name, Member T::*at) {
  return {name, at};
}
template <class T, class Member>
Field<T, Member, Member, true> required(const char* name, Member T::*at) {
  return {name, at};
}
template <class Shown, class T, class Member>
Field<T, Member, Shown, false> field_as(const char* name, Member T::*at) {
  return {name, at};
}
template <class Shown, class T, class Member>
Field<T, Member, Shown, true> required_as(const char* name, Member T::*at) {
  return {name, at};
}

namespace detail {

/// Where defaults are read. Not a local: GCC 12 and 14 read a member of a local before they have
/// written it (tests/data/compiler/member_of_a_local.cpp).
template <class T>
const T& standard() {
  static const T value{};
  return value;
}

/// Not a lambda: fields of one type then share what pybind11 makes of it, a fifth of a binder's
/// compile time.
template <class Field>
struct Getter {
  Field field;
  typename Field::ShownType operator()(const typename Field::Owner& value) const {
    return field.get(value);
  }
};

template <class T, class Field>
auto argument(const Field& f) {
  if constexpr (Field::kRequired) {
    return py::arg(f.name);
  } else {
    return py::arg(f.name) = f.get(standard<T>());
  }
}

/// Enumerators as their names, which can be typed again, unlike `<Scope.TEAM: 1>`.
inline py::str shown(const py::handle& value) {
  const auto enumeration = py::module_::import("enum").attr("Enum");
  return py::isinstance(value, enumeration) ? py::str(value) : py::repr(value);
}

template <class T, class... Fields>
std::string repr(const char* name, const T& value, const Fields&... fields) {
  std::string out;
  const auto show = [&](const auto& f) {
    if (!f.kRequired && value.*f.at == standard<T>().*f.at) return;
    out += (out.empty() ? "" : ", ") + std::string(f.name) + "=" +
           shown(py::cast(f.get(value))).template cast<std::string>();
  };
  (show(fields), ...);
  return std::string(name) + "(" + out + ")";
}

template <class T, std::size_t... I, class... Fields>
T from_tuple(const py::tuple& state, std::index_sequence<I...>, const Fields&... fields) {
  T value{};
  (fields.set(value, state[I].template cast<typename Fields::ShownType>()), ...);
  return value;
}

}  // namespace detail

/// Binds `T`. Its first `kPositional` fields may be given by position, the others only by name.
template <class T, std::size_t kPositional, class... Fields>
py::class_<T> bind_value(py::module_& m, const char* name, const char* doc, Fields... fields) {
  py::class_<T> bound(m, name, doc);

  const auto arguments = std::make_tuple(detail::argument<T>(fields)...);
  const auto define = [&]<std::size_t... P, std::size_t... K>(std::index_sequence<P...>,
                                                              std::index_sequence<K...>) {
    bound.def(py::init([fields...](typename Fields::ShownType... values) {
                T value{};
                (fields.set(value, std::move(values)), ...);
                return value;
              }),
              std::get<P>(arguments)..., py::kw_only(), std::get<kPositional + K>(arguments)...);
  };
  define(std::make_index_sequence<kPositional>{},
         std::make_index_sequence<sizeof...(Fields) - kPositional>{});

  (bound.def_property_readonly(fields.name, detail::Getter<Fields>{fields}), ...);
  bound.def(py::self == py::self);
  bound.def("__repr__", [=](const T& value) { return detail::repr<T>(name, value, fields...); });
  bound.def(py::pickle(
      [fields...](const T& value) {
        py::tuple state(sizeof...(Fields));
        std::size_t i = 0;
        ((state[i++] = py::cast(fields.get(value))), ...);
        return state;
      },
      [fields...](const py::tuple& state) {
        return detail::from_tuple<T>(state, std::index_sequence_for<Fields...>{}, fields...);
      }));
  return bound;
}

}  // namespace huddlekit::python
