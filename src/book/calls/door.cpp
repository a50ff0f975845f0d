#include "book/calls/door.hpp"

#include "core/text/text.hpp"

namespace huddlekit {
namespace {

[[noreturn]] void refuse(std::string_view argument, const std::string& rule,
                         const std::string& value) {
  throw InvalidArgument(std::string(argument) + ": " + rule + ", got " + value);
}

void check_enumerator(std::string_view argument, const Shape& shape, std::int64_t number) {
  const auto& [least, most, get, set] = *shape.whole;
  if (number >= least && number <= most) return;
  const auto got = std::to_string(number);
  if (shape.names.empty()) {
    refuse(argument, "must be between " + std::to_string(least) + " and " + std::to_string(most),
           got);
  }
  refuse(argument, "must be one of " + all_names(shape), got);
}

template <class Time>
void check_time(std::string_view argument, const void* value) {
  const auto since = static_cast<const Time*>(value)->time_since_epoch();
  const auto day = std::chrono::floor<std::chrono::days>(since);
  if (day >= kFirstDay.time_since_epoch() && day <= kLastDay.time_since_epoch()) return;
  refuse(argument, "must be in the years 1 to 9999", "one outside of them");
}

}  // namespace

void check_utf8(std::string_view argument, std::string_view text) {
  if (!is_utf8(text)) refuse(argument, "must be UTF-8", in_quotes(text));
}

void check_value(std::string_view argument, const Shape& shape, const void* value) {
  using Kind = Shape::Kind;
  switch (shape.kind) {
    case Kind::kText:
      return check_utf8(argument, *static_cast<const std::string*>(value));
    case Kind::kDay:
      return check_time<Day>(argument, value);
    case Kind::kInstant:
      return check_time<Instant>(argument, value);
    case Kind::kLocalTime:
      return check_time<LocalTime>(argument, value);
    case Kind::kEnumerator:
      return check_enumerator(argument, shape, shape.whole->get(value));
    case Kind::kOptional:
      if (const auto* item = shape.optional->item(value)) check_value(argument, *shape.item, item);
      return;
    case Kind::kList:
      for (std::size_t i = 0; i < shape.list->size(value); ++i) {
        check_value(argument, *shape.item, shape.list->item(value, i));
      }
      return;
    case Kind::kMap:
      for (const auto& [key, item] : shape.map->entries(value)) {
        check_value(argument, *shape.map->key, key);
        check_value(argument, *shape.item, item);
      }
      return;
    case Kind::kPair:
    case Kind::kValue:
      for (const auto& field : shape.fields) {
        check_value(field.name, *field.shape, field.in(value));
      }
      return;
    case Kind::kBool:
    case Kind::kWhole:
    case Kind::kNumber:
    case Kind::kLength:
    case Kind::kTimeOfDay:
    case Kind::kWeekdays:
      return;
  }
}

}  // namespace huddlekit
