#include "huddlekit/render.hpp"
#include "render/ink/json_writer.hpp"

namespace huddlekit {
namespace {

using detail::JsonWriter;

void write(JsonWriter& json, const Person& person, std::string_view key = {}) {
  json.object(key).field("key", person.key).field("name", person.name).end_object();
}

void write(JsonWriter& json, std::string_view key, const std::optional<Person>& person) {
  if (person) {
    write(json, *person, key);
  } else {
    json.null(key);
  }
}

void write(JsonWriter& json, const Segment& segment) {
  json.object().field("kind", to_string(segment.kind));
  if (!segment.key.empty()) json.field("key", segment.key);
  json.field("title", segment.title).array("who");
  for (const auto& person : segment.who) write(json, person);
  json.end_array().field("text", segment.text).array("points");
  for (const auto& point : segment.points) {
    json.object().field("label", point.label).field("text", point.text).end_object();
  }
  json.end_array().field("seconds", segment.seconds.count()).field("why", segment.why).end_object();
}

}  // namespace

std::string to_json(const Agenda& agenda) {
  JsonWriter json;
  json.object()
      .field("format", 1)
      .field("id", agenda.id)
      .field("organisation", agenda.organisation)
      .field("motto", agenda.motto)
      .field("team", agenda.team)
      .field("team_name", agenda.team_name)
      .field("huddle", agenda.huddle)
      .field("huddle_name", agenda.huddle_name)
      .field("day", to_string(agenda.day))
      .field("starts", to_string(agenda.starts))
      .field("zone", agenda.zone)
      .field("local_start", to_string(agenda.local_start))
      .field("timebox", agenda.timebox.count())
      .field("published", agenda.published)
      .field("revision", agenda.revision)
      .field("reason", agenda.reason)
      .field("value", agenda.value)
      .field("value_name", agenda.value_name);
  write(json, "facilitator", agenda.facilitator);
  write(json, "customers_seat", agenda.customers_seat);
  json.array("segments");
  for (const auto& segment : agenda.segments) write(json, segment);
  json.end_array().end_object();
  return json.take();
}

}  // namespace huddlekit
