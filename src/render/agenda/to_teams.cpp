#include <algorithm>

#include "core/sentences/days.hpp"
#include "huddlekit/reminder.hpp"
#include "huddlekit/render.hpp"
#include "render/agenda/abridge.hpp"
#include "render/agenda/facts.hpp"
#include "render/ink/json_writer.hpp"
#include "render/ink/reminder_lines.hpp"
#include "render/ink/shown.hpp"

namespace huddlekit {
namespace {

using detail::JsonWriter;

// Teams takes 28 KB a message, and what it adds on the way counts.
constexpr std::size_t kTeamsBytes = 20'000;

/// How one run of text looks; unset is the default look.
struct Look {
  const char* size = nullptr;
  const char* weight = nullptr;
  const char* color = nullptr;
  bool subtle = false;
};
constexpr Look kPlain{};
constexpr Look kBold{.weight = "Bolder"};
constexpr Look kSubtle{.subtle = true};
constexpr Look kSmall{.size = "Small", .subtle = true};
constexpr Look kTitle{.size = "Large", .weight = "Bolder"};
constexpr Look kValue{.size = "ExtraLarge", .weight = "Bolder", .color = "Accent"};

// People's words stand in text runs only: unlike text blocks those know no Markdown. What they do
// know is `{{DATE(…)}}`, which an invisible word joiner between the braces breaks.
void run(JsonWriter& json, const std::string& words, const Look& look) {
  if (words.empty()) return;
  std::string text;
  for (const char c : words) {
    if (c == '{' && text.ends_with('{')) text += "\u2060";
    text += c;
  }
  json.object().field("type", "TextRun").field("text", text);
  if (look.size != nullptr) json.field("size", look.size);
  if (look.weight != nullptr) json.field("weight", look.weight);
  if (look.color != nullptr) json.field("color", look.color);
  if (look.subtle) json.field("isSubtle", true);
  json.end_object();
}

void open_line(JsonWriter& json, const char* spacing) {
  json.object().field("type", "RichTextBlock").field("spacing", spacing).array("inlines");
}

void close_line(JsonWriter& json) { json.end_array().end_object(); }

/// A paragraph: a block for each of its lines, since a run knows no line breaks.
void paragraph(JsonWriter& json, const std::string& words, const Look& look,
               const std::string& label = {}) {
  for (std::size_t at = 0; at < words.size();) {
    const auto end = std::min(words.find('\n', at), words.size());
    if (end > at) {
      open_line(json, at == 0 ? "Small" : "None");
      if (at == 0) run(json, label, kBold);
      run(json, detail::isolated(words.substr(at, end - at)), look);
      close_line(json);
    }
    at = end + 1;
  }
}

void segment_card(JsonWriter& json, const Agenda& agenda, const Segment& segment,
                  std::chrono::seconds start) {
  const bool is_value = segment.kind == SegmentKind::kValue && !agenda.value_name.empty();
  json.object().field("type", "Container").field("separator", true).field("spacing", "Medium");
  if (is_value) json.field("style", "emphasis");
  json.array("items");
  open_line(json, "None");
  run(json, sentences::minutes_seconds(start) + "  ", kSubtle);
  run(json, detail::isolated(segment.title), kBold);
  const std::string who = detail::names(agenda, segment.who, detail::isolated);
  run(json,
      (who.empty() ? "" : " · " + who) + " (" + sentences::minutes_seconds(segment.seconds) + ")",
      kSubtle);
  close_line(json);
  if (is_value) paragraph(json, agenda.value_name, kValue);
  paragraph(json, segment.text, kPlain);
  for (const auto& point : segment.points) {
    paragraph(json, point.text, kPlain,
              "• " + (point.label.empty() ? "" : detail::isolated(point.label) + ": "));
  }
  if (!segment.why.empty()) {
    paragraph(json, detail::why_today(agenda, segment, detail::isolated), kSmall);
  }
  close_line(json);
}

/// The message as far as its body.
void open_message(JsonWriter& json, const std::string& fallback) {
  json.object().field("type", "message").array("attachments").object();
  json.field("contentType", "application/vnd.microsoft.card.adaptive").object("content");
  json.field("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
  json.field("type", "AdaptiveCard").field("version", "1.4");
  json.object("msteams").field("width", "Full").end_object();
  json.field("fallbackText", fallback).array("body");
}

std::string close_message(JsonWriter& json) {
  json.end_array().end_object().end_object().end_array().end_object();
  return json.take();
}

std::string teams_message(const Agenda& a) {
  JsonWriter json;
  open_message(json, detail::headline(a, detail::isolated));
  paragraph(json, detail::huddle_title(a, detail::isolated), kTitle);
  paragraph(json, detail::day_and_time(a) + " · " + detail::length_and_leader(a, detail::isolated),
            kSubtle);
  paragraph(json, a.organisation, kSubtle);
  paragraph(json, detail::status(a, detail::isolated), kBold);
  std::chrono::seconds start{};
  for (const auto& segment : a.segments) {
    segment_card(json, a, segment, start);
    start += segment.seconds;
  }
  paragraph(json, a.motto, kSubtle);
  return close_message(json);
}

detail::Abridged for_teams(const Agenda& agenda) {
  return detail::abridge(detail::shown(agenda),
                         [](const Agenda& a) { return teams_message(a).size() <= kTeamsBytes; });
}

}  // namespace

std::string to_teams(const Agenda& agenda) { return teams_message(for_teams(agenda).agenda); }

std::vector<std::string> cut_for_teams(const Agenda& agenda) { return for_teams(agenda).cut; }

std::string to_teams(const Reminder& reminder) {
  const auto lines = detail::lines_of(reminder);
  JsonWriter json;
  open_message(json, detail::isolated(lines.title));
  paragraph(json, lines.title, kBold);
  paragraph(json, lines.text, kPlain);
  return close_message(json);
}

}  // namespace huddlekit
