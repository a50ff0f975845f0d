#include "book/calls/asked.hpp"

namespace huddlekit {
namespace {

template <class Time>
std::int64_t since_epoch(const void* time) {
  return static_cast<const Time*>(time)->time_since_epoch().count();
}

}  // namespace

void digest_text(Fnv& hash, std::string_view text) {
  hash.add(text);
  hash.add(static_cast<unsigned char>(0xff));  // no byte of UTF-8: where one text ends
}

void digest_value(Fnv& hash, const Shape& shape, const void* value) {
  using Kind = Shape::Kind;
  const auto add = [&](auto number) { hash.add(static_cast<std::uint64_t>(number)); };
  switch (shape.kind) {
    case Kind::kBool:
      return add(*static_cast<const bool*>(value));
    case Kind::kWhole:
    case Kind::kEnumerator:
      return add(shape.whole->get(value));
    case Kind::kNumber:
      return add(std::bit_cast<std::uint64_t>(*static_cast<const double*>(value)));
    case Kind::kText:
      return digest_text(hash, *static_cast<const std::string*>(value));
    case Kind::kLength:
    case Kind::kTimeOfDay:
      return add(static_cast<const std::chrono::seconds*>(value)->count());
    case Kind::kDay:
      return add(since_epoch<Day>(value));
    case Kind::kInstant:
      return add(since_epoch<Instant>(value));
    case Kind::kLocalTime:
      return add(since_epoch<LocalTime>(value));
    case Kind::kWeekdays:
      return digest_text(hash, to_string(*static_cast<const Weekdays*>(value)));
    case Kind::kOptional: {
      const auto* item = shape.optional->item(value);
      add(item != nullptr);
      if (item != nullptr) digest_value(hash, *shape.item, item);
      return;
    }
    case Kind::kList:
      add(shape.list->size(value));
      for (std::size_t i = 0; i < shape.list->size(value); ++i) {
        digest_value(hash, *shape.item, shape.list->item(value, i));
      }
      return;
    case Kind::kMap: {
      const auto entries = shape.map->entries(value);
      add(entries.size());
      for (const auto& [key, item] : entries) {
        digest_value(hash, *shape.map->key, key);
        digest_value(hash, *shape.item, item);
      }
      return;
    }
    case Kind::kPair:
    case Kind::kValue:
      for (const auto& field : shape.fields) {
        digest_value(hash, *field.shape, field.in(value));
      }
      return;
  }
}

}  // namespace huddlekit
