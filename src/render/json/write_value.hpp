#pragma once
#include <string_view>

#include "fields/shape.hpp"
#include "render/ink/json_writer.hpp"

namespace huddlekit::detail {

/// Writes a value of that shape into what is open; `key` is {} within an array.
/// @throws InvalidArgument for a number that is not finite.
void write_value(JsonWriter& json, std::string_view key, const Shape& shape, const void* value);

/// The fields of a value whose object is open.
void write_fields(JsonWriter& json, const Shape& shape, const void* value);

}  // namespace huddlekit::detail
