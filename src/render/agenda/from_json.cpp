#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/render.hpp"

namespace huddlekit {
namespace {

using Json = nlohmann::json;

constexpr int kFormat = 1;
constexpr std::size_t kLargestJson = 16 << 20;
constexpr int kDeepest = 6;  // an agenda has five levels: a point in the points of a segment

/// Reads the fields of one object by name and notes everything that is wrong with them, each with
/// its place in the document (`segments[2].seconds`).
class Reader {
 public:
  Reader(const Json& object, std::string place, std::vector<Problem>& problems)
      : object_(object), place_(std::move(place)), problems_(problems) {
    if (!object_.is_object()) fail("", "must be an object", object_);
  }

  void read(const char* name, std::string& text) {
    if (const auto* value = find(name)) {
      if (value->is_string()) {
        text = value->get<std::string>();
      } else {
        fail(name, "must be a string", *value);
      }
    }
  }

  void read(const char* name, bool& flag) {
    if (const auto* value = find(name)) {
      if (value->is_boolean()) {
        flag = value->get<bool>();
      } else {
        fail(name, "must be true or false", *value);
      }
    }
  }

  void read(const char* name, int& number) {
    std::int64_t wide = number;
    read_integer(name, wide, 1, 1'000'000, "must be a whole number from 1 to 1000000");
    number = static_cast<int>(wide);
  }

  void read(const char* name, std::chrono::seconds& length) {
    std::int64_t count = length.count();
    read_integer(name, count, 0, 86'400, "must be whole seconds from 0 to 86400");
    length = std::chrono::seconds{count};
  }

  void read(const char* name, Day& day) {
    parse(name, "must be a calendar date like 2026-11-23",
          [&](const std::string& text) { day = parse_day(text); });
  }

  void read(const char* name, Instant& instant) {
    parse(name, "must be UTC like 2026-11-23T06:45:00Z",
          [&](const std::string& text) { instant = parse_instant(text); });
  }

  void read(const char* name, LocalTime& time) {
    parse(name, "must be a wall-clock moment like 2026-11-23T06:45:00",
          [&](const std::string& text) {
            time = LocalTime{parse_instant(text + "Z").time_since_epoch()};
          });
  }

  void read(const char* name, SegmentKind& kind) {
    const auto* value = find(name);
    if (value == nullptr) return;
    for (auto k = SegmentKind::kOpen; k <= SegmentKind::kCustom;
         k = static_cast<SegmentKind>(static_cast<int>(k) + 1)) {
      if (value->is_string() && value->get_ref<const std::string&>() == to_string(k)) {
        kind = k;
        return;
      }
    }
    fail(name, "must be a kind of segment like \"open\"", *value);
  }

  void read(const char* name, Person& person) {
    if (const auto* value = find(name)) read_person(*value, at(name), person);
  }

  void read(const char* name, std::optional<Person>& person) {
    const auto* value = find(name);
    if (value == nullptr || value->is_null()) return;
    read_person(*value, at(name), person.emplace());
  }

  /// Reads each element of an array with `read_one(element, place, item)`.
  template <class Item, class ReadOne>
  void read(const char* name, std::vector<Item>& items, ReadOne read_one) {
    const auto* value = find(name);
    if (value == nullptr) return;
    if (!value->is_array()) return fail(name, "must be an array", *value);
    for (const auto& element : *value) {
      const std::string place = at(name) + "[" + std::to_string(items.size()) + "]";
      read_one(element, place, items.emplace_back());
    }
  }

  void read_people(const char* name, std::vector<Person>& people) {
    read(name, people, [this](const Json& element, const std::string& place, Person& person) {
      read_person(element, place, person);
    });
  }

  /// Complains about every field that nobody asked for.
  void finish() {
    if (!object_.is_object()) return;
    for (const auto& [name, value] : object_.items()) {
      if (std::find(known_.begin(), known_.end(), name) == known_.end()) {
        problems_.push_back({"", 0, 0, at(name) + ": no such field" + did_you_mean(name, known_)});
      }
    }
  }

 private:
  void read_person(const Json& object, const std::string& place, Person& person) {
    Reader reader(object, place, problems_);
    reader.read("key", person.key);
    reader.read("name", person.name);
    reader.finish();
  }

  void read_integer(const char* name, std::int64_t& number, std::int64_t least, std::int64_t most,
                    const char* rule) {
    const auto* value = find(name);
    if (value == nullptr) return;
    const bool whole = value->is_number_integer() &&
                       !(value->is_number_unsigned() && value->get<std::uint64_t>() > INT64_MAX);
    const std::int64_t got = whole ? value->get<std::int64_t>() : 0;
    if (!whole || got < least || got > most) return fail(name, rule, *value);
    number = got;
  }

  template <class Parse>
  void parse(const char* name, const char* rule, Parse parse_text) {
    const auto* value = find(name);
    if (value == nullptr) return;
    try {
      if (value->is_string()) return parse_text(value->get_ref<const std::string&>());
    } catch (const InvalidArgument&) {
    }
    fail(name, rule, *value);
  }

  const Json* find(const char* name) {
    if (!object_.is_object()) return nullptr;
    known_.emplace_back(name);
    const auto found = object_.find(name);
    if (found != object_.end()) return &*found;
    problems_.push_back({"", 0, 0, at(name) + ": is missing"});
    return nullptr;
  }

  [[nodiscard]] std::string at(const std::string& name) const {
    return place_.empty() || name.empty() ? place_ + name : place_ + "." + name;
  }

  void fail(const char* name, const std::string& rule, const Json& got) {
    const std::string place = at(name);
    const auto* text = got.get_ptr<const Json::string_t*>();
    const std::string value = text != nullptr ? in_quotes(*text)
                              : got.is_structured()
                                  ? std::string(got.is_array() ? "an array" : "an object")
                                  : got.dump();
    problems_.push_back(
        {"", 0, 0, (place.empty() ? "agenda" : place) + ": " + rule + ", got " + value});
  }

  const Json& object_;
  std::string place_;
  std::vector<Problem>& problems_;
  std::vector<std::string> known_;
};

void read_segment(const Json& object, const std::string& place, Segment& segment,
                  std::vector<Problem>& problems) {
  Reader reader(object, place, problems);
  reader.read("kind", segment.kind);
  const bool named = object.is_object() && object.contains("key");
  if (named || segment.kind == SegmentKind::kCustom) reader.read("key", segment.key);
  reader.read("title", segment.title);
  reader.read_people("who", segment.who);
  reader.read("text", segment.text);
  reader.read("points", segment.points,
              [&](const Json& element, const std::string& where, Point& point) {
                Reader fields(element, where, problems);
                fields.read("label", point.label);
                fields.read("text", point.text);
                fields.finish();
              });
  reader.read("seconds", segment.seconds);
  reader.read("why", segment.why);
  reader.finish();
}

[[noreturn]] void fail(const std::string& rule) {
  throw ParseError({{"", 0, 0, "agenda: " + rule}});
}

Json parse(std::string_view text) {
  if (text.size() > kLargestJson) {
    fail("must be at most " + std::to_string(kLargestJson) + " bytes, got " +
         std::to_string(text.size()));
  }
  const auto shallow = [](int depth, Json::parse_event_t, Json&) {
    if (depth > kDeepest)
      fail("must not be nested more than " + std::to_string(kDeepest) + " deep");
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
          "agenda: must be JSON in UTF-8, got " + in_quotes(text.substr(before.size(), 20))}});
  } catch (const Json::out_of_range&) {
    fail("must not hold a number too large to read");
  }
}

}  // namespace

Agenda agenda_from_json(std::string_view json) {
  const Json document = parse(json);
  if (!document.is_object() || !document.contains("format")) {
    fail("must be an object with a field \"format\", as to_json writes it");
  }
  if (const auto& format = document["format"]; format != kFormat) {
    fail("format must be " + std::to_string(kFormat) + ", got " + format.dump().substr(0, 20));
  }
  std::vector<Problem> problems;
  Agenda agenda;
  Reader reader(document, "", problems);
  int format = 0;
  reader.read("format", format);
  reader.read("id", agenda.id);
  reader.read("organisation", agenda.organisation);
  reader.read("motto", agenda.motto);
  reader.read("team", agenda.team);
  reader.read("team_name", agenda.team_name);
  reader.read("huddle", agenda.huddle);
  reader.read("huddle_name", agenda.huddle_name);
  reader.read("day", agenda.day);
  reader.read("starts", agenda.starts);
  reader.read("zone", agenda.zone);
  reader.read("local_start", agenda.local_start);
  reader.read("timebox", agenda.timebox);
  reader.read("published", agenda.published);
  reader.read("revision", agenda.revision);
  reader.read("reason", agenda.reason);
  reader.read("value", agenda.value);
  reader.read("value_name", agenda.value_name);
  reader.read("facilitator", agenda.facilitator);
  reader.read("customers_seat", agenda.customers_seat);
  reader.read("segments", agenda.segments,
              [&](const Json& element, const std::string& place, Segment& segment) {
                read_segment(element, place, segment, problems);
              });
  reader.finish();
  if (!problems.empty()) throw ParseError(std::move(problems));
  return agenda;
}

}  // namespace huddlekit
