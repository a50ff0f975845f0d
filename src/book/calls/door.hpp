#pragma once
#include <chrono>
#include <string_view>
#include <type_traits>

#include "fields/fields.hpp"

namespace huddlekit {

inline constexpr Day kFirstDay{std::chrono::local_days{std::chrono::year{1} / 1 / 1}};
inline constexpr Day kLastDay{std::chrono::local_days{std::chrono::year{9999} / 12 / 31}};

// Refuses what no call can mean, before anything else is done with it: a day or time outside the
// years 1 to 9999, an enumerator that there is not, a text that is not UTF-8. A field of a value is
// named alone, as a keyword argument of Python is.

/// @throws InvalidArgument.
void check_utf8(std::string_view argument, std::string_view text);
/// @throws InvalidArgument.
void check_value(std::string_view argument, const Shape& shape, const void* value);

/// All arguments of a call. @param names  of them, separated by ", ". @throws InvalidArgument.
template <class... Arguments>
void check_door(std::string_view names, const Arguments&... arguments) {
  const auto check = [&]<class T>(const T& value) {
    const auto end = names.find(", ");
    const auto name = names.substr(0, end);
    names = end == names.npos ? std::string_view{} : names.substr(end + 2);
    if constexpr (std::is_convertible_v<const T&, std::string_view>) {
      check_utf8(name, value);
    } else {
      check_value(name, kShape<T>, &value);
    }
  };
  (check(arguments), ...);
}

}  // namespace huddlekit
