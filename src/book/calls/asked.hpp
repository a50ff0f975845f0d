#pragma once
#include <string_view>
#include <tuple>
#include <type_traits>

#include "book/calls/caller.hpp"
#include "book/calls/door.hpp"
#include "core/text/fnv.hpp"

namespace huddlekit {

/// One write as it was asked for: by whom, under which name, and with what.
template <class... Arguments>
struct Asked {
  const Caller& caller;
  std::string_view what;
  std::tuple<const Arguments&...> with;

  /// Tells one question from another.
  [[nodiscard]] std::int64_t digest() const;
};

/// @param call  the verb, and what its arguments are called: `away(who, first, last)`.
/// @throws InvalidArgument as check_door does.
template <class... Arguments>
[[nodiscard]] Asked<Arguments...> asked(const Caller& caller, std::string_view call,
                                        const Arguments&... with) {
  const auto verb = call.substr(0, call.find('('));
  if constexpr (sizeof...(with) > 0) {
    check_door(call.substr(verb.size() + 1, call.size() - verb.size() - 2), with...);
  }
  return {caller, verb, {with...}};
}

void digest_text(Fnv& hash, std::string_view text);
void digest_value(Fnv& hash, const Shape& shape, const void* value);

template <class... Arguments>
std::int64_t Asked<Arguments...>::digest() const {
  Fnv hash;
  const auto add = [&]<class T>(const T& value) {
    if constexpr (std::is_convertible_v<const T&, std::string_view>) {
      digest_text(hash, value);
    } else {
      digest_value(hash, kShape<T>, &value);
    }
  };
  add(what);
  std::apply([&](const auto&... arguments) { (add(arguments), ...); }, with);
  return hash.get();
}

}  // namespace huddlekit
