#include "render/json/write_schema.hpp"

namespace huddlekit::detail {
namespace {

void write_type(JsonWriter& json, std::string_view key, const Shape& shape);

void say(JsonWriter& json, const char* type, const char* format = nullptr) {
  json.field("type", type);
  if (format != nullptr) json.field("format", format);
}

/// Into an object that is open.
void say_type(JsonWriter& json, const Shape& shape) {
  using Kind = Shape::Kind;
  switch (shape.kind) {
    case Kind::kBool:
      return say(json, "boolean");
    case Kind::kWhole:
    case Kind::kLength:
      return say(json, "integer");
    case Kind::kNumber:
      return say(json, "number");
    case Kind::kText:
    case Kind::kWeekdays:
      return say(json, "string");
    case Kind::kTimeOfDay:
      return say(json, "string", "time");
    case Kind::kDay:
      return say(json, "string", "date");
    case Kind::kInstant:
      return say(json, "string", "date-time");
    case Kind::kLocalTime:
      say(json, "string");
      json.field("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$");
      return;
    case Kind::kEnumerator:
      if (shape.names.empty()) {
        say(json, "integer");
        json.field("minimum", shape.whole->least).field("maximum", shape.whole->most);
      } else {
        json.array("enum");
        for (const char* name : shape.names) json.field({}, name);
        json.end_array();
      }
      return;
    case Kind::kOptional:
      json.array("anyOf");
      write_type(json, {}, *shape.item);
      json.object();
      say(json, "null");
      json.end_object().end_array();
      return;
    case Kind::kList:
      say(json, "array");
      return write_type(json, "items", *shape.item);
    case Kind::kPair:
      say(json, "array");
      json.array("prefixItems");
      for (const auto& part : shape.fields) write_type(json, {}, *part.shape);
      json.end_array().field("minItems", 2).field("maxItems", 2);
      return;
    case Kind::kMap:
      say(json, "object");
      return write_type(json, "additionalProperties", *shape.item);
    case Kind::kValue:
      write_schema(json, shape);
      json.field("additionalProperties", false);
      return;
  }
}

void write_type(JsonWriter& json, std::string_view key, const Shape& shape) {
  json.object(key);
  say_type(json, shape);
  json.end_object();
}

}  // namespace

void write_schema(JsonWriter& json, const Shape& value, int format) {
  say(json, "object");
  json.object("properties");
  if (format > 0) json.object("format").field("const", format).end_object();
  for (const auto& field : value.fields) write_type(json, field.name, *field.shape);
  json.end_object().array("required");
  if (format > 0) json.field({}, "format");
  for (const auto& field : value.fields) {
    if (field.required) json.field({}, field.name);
  }
  json.end_array();
}

}  // namespace huddlekit::detail
