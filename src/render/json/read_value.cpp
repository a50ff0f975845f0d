#include "render/json/read_value.hpp"

#include <algorithm>

#include "core/text/text.hpp"

namespace huddlekit::detail {
namespace {

constexpr std::size_t kLargestJson = 16 << 20;
constexpr int kDeepest = 8;  // a report has six levels, an agenda five

[[noreturn]] void fail(const std::string& rule) { throw ParseError({{"", 0, 0, "json: " + rule}}); }

std::string within(const std::string& place, const std::string& name) {
  return place.empty() ? name : place + "." + name;
}

}  // namespace

Json parse_json(std::string_view text) {
  if (text.size() > kLargestJson) {
    fail("must be at most " + std::to_string(kLargestJson) + " bytes, got " +
         std::to_string(text.size()));
  }
  const auto shallow = [](int depth, Json::parse_event_t, Json&) {
    if (depth > kDeepest) {
      fail("must not be nested more than " + std::to_string(kDeepest) + " deep");
    }
    return true;
  };
  try {
    return Json::parse(text, shallow);
  } catch (const Json::parse_error& e) {
    const auto before = text.substr(0, std::min(e.byte == 0 ? 0 : e.byte - 1, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto column = before.size() - (before.rfind('\n') + 1) + 1;
    throw ParseError(
        {{"", static_cast<int>(line), static_cast<int>(column),
          "json: must be JSON in UTF-8, got " + in_quotes(text.substr(before.size(), 20))}});
  } catch (const Json::out_of_range&) {
    fail("must not hold a number too large to read");
  }
}

template <class Parse>
void ValueReader::read_text(const Json& json, const std::string& place, const char* rule,
                            Parse parse) {
  if (json.is_string()) {
    try {
      return parse(json.get_ref<const std::string&>());
    } catch (const InvalidArgument&) {
    }
  }
  wrong(place, rule, json);
}

bool ValueReader::read_whole(const Json& json, const std::string& place, const Shape::Whole& whole,
                             void* value, const char* rule) {
  const bool fits = json.is_number_unsigned()
                        ? json.get<std::uint64_t>() <= static_cast<std::uint64_t>(whole.most)
                        : json.is_number_integer() && json.get<std::int64_t>() <= whole.most;
  if (!fits || json.get<std::int64_t>() < whole.least) {
    wrong(place, rule, json);
    return false;
  }
  whole.set(value, json.get<std::int64_t>());
  return true;
}

void ValueReader::read_length(const Json& json, const std::string& place,
                              std::chrono::seconds& length) {
  constexpr std::int64_t kLongest = 1'000'000'000'000;  // so that sums cannot overflow
  Shape::Whole within = fields::kWhole<std::int64_t>;
  within.least = -kLongest;
  within.most = kLongest;
  std::int64_t count = 0;
  if (read_whole(json, place, within, &count, "must be whole seconds")) {
    length = std::chrono::seconds{count};
  }
}

void ValueReader::read_enumerator(const Json& json, const std::string& place, const Shape& shape,
                                  void* value) {
  const auto& names = shape.names;
  if (names.empty()) {
    const auto rule = "must be a whole number from " + std::to_string(shape.whole->least) + " to " +
                      std::to_string(shape.whole->most);
    read_whole(json, place, *shape.whole, value, rule.c_str());
    return;
  }
  const auto* text = json.get_ptr<const Json::string_t*>();
  const auto found = text == nullptr ? names.end() : std::find(names.begin(), names.end(), *text);
  if (found == names.end()) return wrong(place, "must be one of " + all_names(shape), json);
  shape.whole->set(value, found - names.begin());
}

void ValueReader::read_list(const Json& json, const std::string& place, const Shape& shape,
                            void* value) {
  if (!json.is_array()) return wrong(place, "must be an array", json);
  shape.list->empty(value);
  std::size_t i = 0;
  for (const auto& item : json) {
    read(item, place + "[" + std::to_string(i++) + "]", *shape.item, shape.list->add(value));
  }
}

void ValueReader::read_pair(const Json& json, const std::string& place, const Shape& shape,
                            void* value) {
  if (!json.is_array() || json.size() != 2) return wrong(place, "must be an array of two", json);
  for (std::size_t i = 0; i < 2; ++i) {
    const auto& part = shape.fields[i];
    read(json[i], place + "[" + std::to_string(i) + "]", *part.shape, part.in(value));
  }
}

void ValueReader::read_map(const Json& json, const std::string& place, const Shape& shape,
                           void* value) {
  if (!json.is_object()) return wrong(place, "must be an object", json);
  const auto& map = *shape.map;
  map.empty(value);
  for (const auto& [name, item] : json.items()) {
    const auto at = within(place, name);
    std::int64_t number = 0;
    const void* key = &name;
    if (map.key->whole != nullptr) {
      const auto given = Json::parse(name, nullptr, false);
      if (!read_whole(given, at, fields::kWhole<Id>, &number, "must be called a whole number")) {
        continue;
      }
      key = &number;
    }
    read(item, at, *shape.item, map.item(value, key));
  }
}

void ValueReader::read_fields(const Json& json, const std::string& place, const Shape& shape,
                              void* value) {
  if (!json.is_object()) return wrong(place, "must be an object", json);
  for (const auto& field : shape.fields) {
    const auto at = within(place, field.name);
    if (const auto found = json.find(field.name); found != json.end()) {
      read(*found, at, *field.shape, field.in(value));
    } else if (field.required || (missing_ == Missing::kWrong && !field.later)) {
      missing(at);
    }
  }
  for (const auto& [name, item] : json.items()) {
    const auto is_it = [&](const auto& field) { return name == field.name; };
    if (std::any_of(shape.fields.begin(), shape.fields.end(), is_it)) continue;
    if (place.empty() && std::find(passing_.begin(), passing_.end(), name) != passing_.end()) {
      continue;
    }
    std::vector<std::string> known;
    for (const auto& field : shape.fields) known.emplace_back(field.name);
    if (place.empty()) known.insert(known.end(), passing_.begin(), passing_.end());
    problems_.push_back(
        {"", 0, 0, within(place, name) + ": no such field" + did_you_mean(name, known)});
  }
}

void ValueReader::read(const Json& json, const std::string& place, const Shape& shape,
                       void* value) {
  using Kind = Shape::Kind;
  switch (shape.kind) {
    case Kind::kBool:
      if (!json.is_boolean()) return wrong(place, "must be true or false", json);
      *static_cast<bool*>(value) = json.get<bool>();
      return;
    case Kind::kWhole:
      read_whole(json, place, *shape.whole, value, "must be a whole number");
      return;
    case Kind::kNumber:
      if (!json.is_number()) return wrong(place, "must be a number", json);
      *static_cast<double*>(value) = json.get<double>();
      return;
    case Kind::kText:
      return read_text(json, place, "must be a string",
                       [&](const auto& text) { *static_cast<std::string*>(value) = text; });
    case Kind::kLength:
      return read_length(json, place, *static_cast<std::chrono::seconds*>(value));
    case Kind::kTimeOfDay:
      return read_text(json, place, "must be a time of day like 06:45:00", [&](const auto& text) {
        *static_cast<std::chrono::seconds*>(value) = parse_time_of_day(text);
      });
    case Kind::kDay:
      return read_text(json, place, "must be a calendar date like 2026-11-23",
                       [&](const auto& text) { *static_cast<Day*>(value) = parse_day(text); });
    case Kind::kInstant:
      return read_text(json, place, "must be UTC like 2026-11-23T06:45:00Z", [&](const auto& text) {
        *static_cast<Instant*>(value) = parse_instant(text);
      });
    case Kind::kLocalTime:
      return read_text(json, place, "must be a wall-clock moment like 2026-11-23T06:45:00",
                       [&](const auto& text) {
                         *static_cast<LocalTime*>(value) =
                             LocalTime{parse_instant(text + "Z").time_since_epoch()};
                       });
    case Kind::kWeekdays:
      return read_text(json, place, "must be days of the week like Mon-Fri", [&](const auto& text) {
        *static_cast<Weekdays*>(value) = text.empty() ? Weekdays{} : Weekdays::parse(text);
      });
    case Kind::kEnumerator:
      return read_enumerator(json, place, shape, value);
    case Kind::kOptional:
      if (json.is_null()) return shape.optional->empty(value);
      return read(json, place, *shape.item, shape.optional->fill(value));
    case Kind::kList:
      return read_list(json, place, shape, value);
    case Kind::kPair:
      return read_pair(json, place, shape, value);
    case Kind::kMap:
      return read_map(json, place, shape, value);
    case Kind::kValue:
      return read_fields(json, place, shape, value);
  }
}

void ValueReader::missing(const std::string& place) {
  problems_.push_back({"", 0, 0, place + ": is missing"});
}

void ValueReader::wrong(const std::string& place, const std::string& rule, const Json& got) {
  const auto* text = got.get_ptr<const Json::string_t*>();
  const std::string value = text != nullptr   ? in_quotes(*text)
                            : got.is_array()  ? "an array"
                            : got.is_object() ? "an object"
                                              : got.dump();
  problems_.push_back(
      {"", 0, 0, (place.empty() ? "json" : place) + ": " + rule + ", got " + value});
}

}  // namespace huddlekit::detail
