#include "render/json/write_value.hpp"

#include <fmt/format.h>

#include <cmath>

namespace huddlekit::detail {
namespace {

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}

/// `06:45:00`
std::string time_of_day(std::chrono::seconds since_midnight) {
  const auto second = since_midnight.count();
  return fmt::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
}

void write_number(JsonWriter& json, std::string_view key, double number) {
  if (!std::isfinite(number)) {
    throw InvalidArgument(std::string(key) + ": must be a finite number, got " +
                          std::to_string(number));
  }
  json.field(key, number);
}

void write_enumerator(JsonWriter& json, std::string_view key, const Shape& shape,
                      std::int64_t number) {
  if (number < shape.whole->least || number > shape.whole->most) {
    throw InvalidArgument(std::string(key) + ": is no such enumerator, got " +
                          std::to_string(number));
  }
  if (shape.names.empty()) {
    json.field(key, number);
  } else {
    json.field(key, shape.names[static_cast<std::size_t>(number)]);
  }
}

void write_map(JsonWriter& json, std::string_view key, const Shape& shape, const void* map) {
  json.object(key);
  for (const auto& [name, item] : shape.map->entries(map)) {
    if (const auto* whole = shape.map->key->whole) {
      write_value(json, std::to_string(whole->get(name)), *shape.item, item);
    } else {
      write_value(json, as<std::string>(name), *shape.item, item);
    }
  }
  json.end_object();
}

}  // namespace

void write_value(JsonWriter& json, std::string_view key, const Shape& shape, const void* value) {
  using Kind = Shape::Kind;
  switch (shape.kind) {
    case Kind::kBool:
      json.field(key, as<bool>(value));
      break;
    case Kind::kWhole:
      json.field(key, shape.whole->get(value));
      break;
    case Kind::kNumber:
      write_number(json, key, as<double>(value));
      break;
    case Kind::kText:
      json.field(key, as<std::string>(value));
      break;
    case Kind::kLength:
      json.field(key, as<std::chrono::seconds>(value).count());
      break;
    case Kind::kTimeOfDay:
      json.field(key, time_of_day(as<std::chrono::seconds>(value)));
      break;
    case Kind::kDay:
      json.field(key, to_string(as<Day>(value)));
      break;
    case Kind::kInstant:
      json.field(key, to_string(as<Instant>(value)));
      break;
    case Kind::kLocalTime:
      json.field(key, to_string(as<LocalTime>(value)));
      break;
    case Kind::kWeekdays:
      json.field(key, to_string(as<Weekdays>(value)));
      break;
    case Kind::kEnumerator:
      write_enumerator(json, key, shape, shape.whole->get(value));
      break;
    case Kind::kOptional:
      if (const auto* item = shape.optional->item(value)) {
        write_value(json, key, *shape.item, item);
      } else {
        json.null(key);
      }
      break;
    case Kind::kList:
      json.array(key);
      for (std::size_t i = 0; i < shape.list->size(value); ++i) {
        write_value(json, {}, *shape.item, shape.list->item(value, i));
      }
      json.end_array();
      break;
    case Kind::kPair:
      json.array(key);
      for (const auto& part : shape.fields) write_value(json, {}, *part.shape, part.in(value));
      json.end_array();
      break;
    case Kind::kMap:
      write_map(json, key, shape, value);
      break;
    case Kind::kValue:
      json.object(key);
      write_fields(json, shape, value);
      json.end_object();
      break;
  }
}

void write_fields(JsonWriter& json, const Shape& shape, const void* value) {
  for (const auto& field : shape.fields) {
    write_value(json, field.name, *field.shape, field.in(value));
  }
}

}  // namespace huddlekit::detail
