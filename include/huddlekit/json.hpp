#pragma once
#include <string>
#include <string_view>

namespace huddlekit {

/// Any value of the library as JSON, and back to an equal one.
///
///   const auto json = huddlekit::to_json(story);
///   assert(huddlekit::from_json<huddlekit::Story>(json) == story);
///
/// Every field stands under its own name: days as `2026-11-23`, instants as `2026-11-23T06:45:00Z`,
/// wall-clock times as `2026-11-23T06:45:00`, times of day as `06:45:00`, lengths as whole seconds,
/// enumerators as the words of the documents (a Rating as 1 to 4), what is not there as null. An
/// agenda and a report begin with `"format": 1`. `<` is escaped, so that the text may stand inside
/// a script element.
/// @throws InvalidArgument for a number that is not finite.
template <class Value>
[[nodiscard]] std::string to_json(const Value& value);

/// Reads JSON (UTF-8, at most 16 MiB). A field that is left out has its default.
/// @throws ParseError with every field that is wrong, missing or not known, each with its place
/// (`segments[2].seconds`).
template <class Value>
[[nodiscard]] Value from_json(std::string_view json);

/// What `to_json` writes of such a value, as JSON Schema (draft 2020-12).
template <class Value>
[[nodiscard]] std::string json_schema();

}  // namespace huddlekit
