#pragma once
#include "fields/shape.hpp"
#include "render/ink/json_writer.hpp"

namespace huddlekit::detail {

/// Says into an object that is open what the JSON of a value looks like, as JSON Schema (draft
/// 2020-12): its type and its fields. @param format  0: it has none.
void write_schema(JsonWriter& json, const Shape& value, int format = 0);

}  // namespace huddlekit::detail
