#pragma once
#include <string_view>
#include <type_traits>

namespace huddlekit {

/// The word for one of several choices, as playbooks, JSON and the command have it: `put-right`.
///
///   to_string(Recovery::kPutRight);   // -> put-right
///   parse<Recovery>("put-right");     // -> Recovery::kPutRight
///
/// @throws InvalidArgument for an enumerator that there is not.
template <class Enum>
  requires std::is_enum_v<Enum>
[[nodiscard]] const char* to_string(Enum one);

/// @throws InvalidArgument for a word that is none of them; it names them all.
template <class Enum>
  requires std::is_enum_v<Enum>
[[nodiscard]] Enum parse(std::string_view word);

}  // namespace huddlekit
