#include "huddlekit/report.hpp"
#include "render/ink/json_writer.hpp"

namespace huddlekit {
namespace {

using detail::JsonWriter;

void write(JsonWriter& json, std::string_view key, const std::optional<double>& number) {
  number ? json.field(key, *number) : json.null(key);
}

void write(JsonWriter& json, std::string_view key, const std::vector<Report::Reason>& reasons) {
  json.array(key);
  for (const auto& reason : reasons) {
    json.object().field("text", reason.text).field("count", reason.count).end_object();
  }
  json.end_array();
}

void write(JsonWriter& json, std::string_view key, const Report::Commitments& counts) {
  json.object(key)
      .field("kept", counts.kept)
      .field("missed", counts.missed)
      .field("dropped", counts.dropped)
      .field("open", counts.open)
      .end_object();
}

void write_held(JsonWriter& json, const Report& r) {
  json.object("held")
      .field("planned", r.held.planned)
      .field("completed", r.held.completed)
      .field("assumed", r.held.assumed)
      .field("cancelled", r.held.cancelled)
      .field("unprepared", r.held.unprepared)
      .field("holidays", r.held.holidays);
  write(json, "reasons", r.held.reasons);
  json.end_object()
      .object("time")
      .field("huddles", r.time.huddles)
      .field("overruns", r.time.overruns)
      .field("took", r.time.took.count())
      .field("timebox", r.time.timebox.count())
      .field("longest_over", r.time.longest_over.count())
      .end_object();
}

void write_rows(JsonWriter& json, const Report& r) {
  json.array("segments");
  for (const auto& row : r.segments) {
    json.object().field("kind", to_string(row.kind));
    if (row.kind == SegmentKind::kCustom) json.field("key", row.key);
    json.field("huddles", row.huddles)
        .field("planned", row.planned.count())
        .field("took", row.took.count())
        .end_object();
  }
  json.end_array().array("values");
  for (const auto& row : r.values) {
    json.object()
        .field("key", row.key)
        .field("name", row.name)
        .field("huddles", row.huddles)
        .field("due", row.due)
        .field("wins", row.wins)
        .field("misses", row.misses);
    row.last ? json.field("last", to_string(*row.last)) : json.null("last");
    json.end_object();
  }
  json.end_array().array("themes");
  for (const auto& row : r.themes) {
    json.object()
        .field("key", row.key)
        .field("name", row.name)
        .field("goal", row.goal)
        .field("huddles", row.huddles)
        .field("on_theme", row.on_theme)
        .field("wins", row.wins)
        .end_object();
  }
  json.end_array();
}

void write_journal(JsonWriter& json, const Report& r) {
  json.object("stories")
      .field("wins", r.stories.wins)
      .field("misses", r.stories.misses)
      .field("benchmarks", r.stories.benchmarks)
      .field("improvements", r.stories.improvements)
      .field("recognitions", r.stories.recognitions)
      .end_object()
      .object("lessons")
      .field("learned", r.lessons.learned)
      .field("kept", r.lessons.kept)
      .field("came_back", r.lessons.came_back)
      .field("capacity", r.lessons.capacity);
  write(json, "recall_now", r.lessons.recall_now);
  write(json, "recall_in_90", r.lessons.recall_in_90);
  json.end_object()
      .object("handoffs")
      .field("raised", r.handoffs.raised)
      .field("answered", r.handoffs.answered)
      .field("waiting", r.handoffs.waiting)
      .field("days_to_answer", r.handoffs.days_to_answer)
      .field("oldest_waiting", r.handoffs.oldest_waiting)
      .end_object()
      .object("staleness")
      .field("prompts", r.staleness.prompts)
      .field("prompts_again", r.staleness.prompts_again)
      .field("stories", r.staleness.stories)
      .field("stories_again", r.staleness.stories_again)
      .end_object();
}

void write_weeks(JsonWriter& json, const Report& r) {
  json.array("weeks");
  for (const auto& row : r.weeks) {
    json.object()
        .field("monday", to_string(row.monday))
        .field("planned", row.planned)
        .field("held", row.held)
        .field("timed", row.timed)
        .field("overruns", row.overruns)
        .field("took", row.took.count())
        .field("wins", row.wins)
        .field("misses", row.misses)
        .field("expected", row.expected)
        .field("attended", row.attended)
        .end_object();
  }
  json.end_array();
}

void write_people(JsonWriter& json, const Report& r) {
  json.array("people");
  for (const auto& row : r.people) {
    json.object()
        .field("month", to_string(row.month))
        .field("members", row.members)
        .field("expected", row.expected)
        .field("attended", row.attended)
        .field("recognised", row.recognised)
        .field("lead", row.lead)
        .field("led", row.led)
        .field("turns_off", row.turns_off);
    write(json, "customers", row.customers);
    write(json, "colleagues", row.colleagues);
    json.end_object();
  }
  json.end_array().array("hidden_months");
  for (const Day month : r.hidden_months) json.field({}, to_string(month));
  json.end_array();
  write(json, "missed_reasons", r.missed_reasons);
  json.array("exposure");
  for (const auto& row : r.exposure) {
    json.object()
        .field("who", row.who.key)
        .field("name", row.who.name)
        .field("value", row.value)
        .field("times", row.times)
        .field("behind", row.behind)
        .end_object();
  }
  json.end_array();
}

}  // namespace

std::string to_json(const Report& r) {
  JsonWriter json;
  json.object()
      .field("format", 1)
      .field("of", to_string(r.of))
      .field("key", r.key)
      .field("name", r.name)
      .field("start", to_string(r.start))
      .field("end", to_string(r.end))
      .field("made", to_string(r.made))
      .field("teams", r.teams);
  write_held(json, r);
  write_rows(json, r);
  write_journal(json, r);
  write_weeks(json, r);
  write_people(json, r);
  json.array("warnings");
  for (const auto& warning : r.warnings) json.field({}, warning);
  json.end_array().array("figures");
  for (const auto& figure : figures(r)) {
    json.object()
        .field("key", figure.key)
        .field("section", figure.section)
        .field("label", figure.label);
    write(json, "number", figure.number);
    json.field("unit", figure.unit)
        .field("text", figure.text)
        .field("how", figure.how)
        .field("not_for", figure.not_for)
        .end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string to_json(const Comparison& comparison) {
  JsonWriter json;
  json.object().field("format", 1).array("rows");
  for (const auto& row : comparison.rows) {
    json.object().field("figure", row.figure).field("label", row.label).field("unit", row.unit);
    write(json, "before", row.before);
    write(json, "after", row.after);
    write(json, "low", row.low);
    write(json, "high", row.high);
    json.field("sentence", row.sentence).end_object();
  }
  json.end_array().field("caution", comparison.caution).end_object();
  return json.take();
}

}  // namespace huddlekit
