#pragma once
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "book/calls/door.hpp"
#include "book/calls/fields.hpp"
#include "core/text/fnv.hpp"

namespace huddlekit {

/// One write as it was asked for: by whom, under which name, and with what.
template <class... Arguments>
struct Asked {
  const detail::Caller& caller;
  std::string_view what;
  std::tuple<const Arguments&...> with;

  /// Tells one question from another.
  [[nodiscard]] std::int64_t digest() const;
};

/// @param call  the verb, and what its arguments are called: `away(who, first, last)`.
/// @throws InvalidArgument as Door does.
template <class... Arguments>
[[nodiscard]] Asked<Arguments...> asked(const detail::Caller& caller, std::string_view call,
                                        const Arguments&... with) {
  const auto verb = call.substr(0, call.find('('));
  if constexpr (sizeof...(with) > 0) {
    check_door(call.substr(verb.size() + 1, call.size() - verb.size() - 2), with...);
  }
  return {caller, verb, {with...}};
}

/// Of any value that goes into a call.
class Digest {
 public:
  template <class T>
  void add(const T& value) {
    if constexpr (std::is_convertible_v<const T&, std::string_view>) {
      const std::string_view text = value;
      hash_.add(text);
      hash_.add(static_cast<unsigned char>(0xff));  // no byte of UTF-8: where one text ends
    } else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
      hash_.add(static_cast<std::uint64_t>(value));
    } else {
      fields_of(value);
    }
  }

  [[nodiscard]] std::int64_t get() const { return hash_.get(); }

 private:
  template <class Rep, class Period>
  void fields_of(const std::chrono::duration<Rep, Period>& length) {
    add(length.count());
  }
  template <class Clock, class Unit>
  void fields_of(const std::chrono::time_point<Clock, Unit>& time) {
    add(time.time_since_epoch());
  }
  template <class T>
  void fields_of(const std::optional<T>& value) {
    add(value.has_value());
    if (value) add(*value);
  }
  template <class T>
  void fields_of(const std::vector<T>& values) {
    add(values.size());
    for (const auto& value : values) add(value);
  }
  template <class Key, class T>
  void fields_of(const std::map<Key, T>& values) {
    add(values.size());
    for (const auto& [key, value] : values) {
      add(key);
      add(value);
    }
  }
  template <class T>
  void fields_of(const T& value) {
    std::apply([&](const auto&... f) { (add(value.*f.at), ...); }, kFields<T>);
  }

  Fnv hash_;
};

template <class... Arguments>
std::int64_t Asked<Arguments...>::digest() const {
  Digest digest;
  digest.add(what);
  std::apply([&](const auto&... arguments) { (digest.add(arguments), ...); }, with);
  return digest.get();
}

}  // namespace huddlekit
