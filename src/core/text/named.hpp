#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace huddlekit {

/// The names under which enumerators appear in files, in the book, in JSON and on the command line;
/// in their order.
template <class Enum>
inline constexpr std::array<const char*, 0> kNames{};

template <class Enum>
[[nodiscard]] constexpr const char* name_of(Enum value) {
  static_assert(!kNames<Enum>.empty(), "its names are in core/text/names.hpp, or beside it");
  return kNames<Enum>[static_cast<std::size_t>(value)];
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
