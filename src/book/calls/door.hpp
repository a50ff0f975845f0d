#pragma once
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "book/calls/fields.hpp"
#include "core/text/names.hpp"
#include "core/text/text.hpp"

namespace huddlekit {

inline constexpr Day kFirstDay{std::chrono::local_days{std::chrono::year{1} / 1 / 1}};
inline constexpr Day kLastDay{std::chrono::local_days{std::chrono::year{9999} / 12 / 31}};

/// Refuses what no call can mean, before anything else is done with it: a day or time outside the
/// years 1 to 9999, an enumerator that there is not, a text that is not UTF-8. A field of a value
/// is named alone, as a keyword argument of Python is.
/// @throws InvalidArgument.
class Door {
 public:
  template <class T>
  static void check(std::string_view argument, const T& value) {
    if constexpr (std::is_convertible_v<const T&, std::string_view>) {
      const std::string_view text = value;
      if (!is_utf8(text)) refuse(argument, "must be UTF-8", in_quotes(text));
    } else if constexpr (std::is_enum_v<T>) {
      if constexpr (!kNames<T>.empty()) check_enumerator(argument, value);
    } else if constexpr (!std::is_arithmetic_v<T>) {
      check_fields(argument, value);
    }
  }

 private:
  [[noreturn]] static void refuse(std::string_view argument, const std::string& rule,
                                  const std::string& value) {
    throw InvalidArgument(std::string(argument) + ": " + rule + ", got " + value);
  }

  template <class Enum>
  static void check_enumerator(std::string_view argument, Enum value) {
    if (static_cast<std::size_t>(value) < kNames<Enum>.size()) return;
    refuse(argument, "must be one of " + all_names<Enum>(),
           std::to_string(static_cast<int>(value)));
  }

  template <class Rep, class Period>
  static void check_fields(std::string_view, const std::chrono::duration<Rep, Period>&) {}
  template <class Clock, class Unit>
  static void check_fields(std::string_view argument,
                           const std::chrono::time_point<Clock, Unit>& time) {
    const auto since = std::chrono::floor<std::chrono::days>(time.time_since_epoch());
    if (since >= kFirstDay.time_since_epoch() && since <= kLastDay.time_since_epoch()) return;
    refuse(argument, "must be in the years 1 to 9999", "one outside of them");
  }
  template <class T>
  static void check_fields(std::string_view argument, const std::optional<T>& value) {
    if (value) check(argument, *value);
  }
  template <class T>
  static void check_fields(std::string_view argument, const std::vector<T>& values) {
    for (const auto& value : values) check(argument, value);
  }
  template <class Key, class T>
  static void check_fields(std::string_view argument, const std::map<Key, T>& values) {
    for (const auto& [key, value] : values) {
      check(argument, key);
      check(argument, value);
    }
  }
  template <class T>
  static void check_fields(std::string_view, const T& value) {
    std::apply([&](const auto&... f) { (check(f.name, value.*f.at), ...); }, kFields<T>);
  }
};

/// All arguments of a call. @param names  of them, separated by ", ".
template <class... Arguments>
void check_door(std::string_view names, const Arguments&... arguments) {
  const auto next = [&] {
    const auto end = names.find(", ");
    const auto name = names.substr(0, end);
    names = end == names.npos ? std::string_view{} : names.substr(end + 2);
    return name;
  };
  (Door::check(next(), arguments), ...);
}

}  // namespace huddlekit
