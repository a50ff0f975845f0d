#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "huddlekit/errors.hpp"

namespace huddlekit {

/// The names under which enumerators appear in files, in the book, in JSON and on the command line;
/// in their order.
template <class Enum>
inline constexpr std::array<const char*, 0> kNames{};

/// `win, miss, benchmark, improvement`
template <class Enum>
[[nodiscard]] std::string all_names() {
  std::string out;
  for (const char* name : kNames<Enum>) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

/// @throws InvalidArgument for an enumerator that there is not.
template <class Enum>
[[nodiscard]] constexpr const char* name_of(Enum value) {
  static_assert(!kNames<Enum>.empty(), "its names are in core/text/names.hpp, or beside it");
  const auto place = static_cast<std::size_t>(value);
  if (place < kNames<Enum>.size()) return kNames<Enum>[place];
  throw InvalidArgument("enumerator: must be one of " + all_names<Enum>() + ", got " +
                        std::to_string(static_cast<int>(value)));
}

template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> from_name(std::string_view name) {
  static_assert(!kNames<Enum>.empty(), "its names are in core/text/names.hpp, or beside it");
  for (std::size_t i = 0; i < kNames<Enum>.size(); ++i) {
    if (kNames<Enum>[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace huddlekit
