#include "core/sentences.hpp"
#include "huddlekit/reminder.hpp"
#include "huddlekit/render.hpp"
#include "render/abridge.hpp"
#include "render/clock.hpp"
#include "render/facts.hpp"
#include "render/json_writer.hpp"
#include "render/reminder_lines.hpp"
#include "render/shown.hpp"

namespace huddlekit {
namespace {

using detail::JsonWriter;

// Slack refuses messages of more than 50 blocks and some of about 13,000 characters. There are
// three blocks and at most ten segments.
constexpr std::size_t kLargest = 12'000;

std::string isolate(const std::string& line) { return detail::isolated(line); }

/// For the one text that Slack parses: without these three no mention, channel or link can begin.
std::string escape(const std::string& line) {
  std::string out;
  for (const char c : line) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return detail::isolated(std::move(out));
}

// People's words stand in `rich_text` only: its text elements are literal, so that no asterisk and
// no `<!channel>` has a meaning there.
void text(JsonWriter& json, std::string_view words, const char* style = nullptr) {
  if (words.empty()) return;  // Slack refuses an empty element
  json.object().field("type", "text").field("text", words);
  if (style != nullptr) json.object("style").field(style, true).end_object();
  json.end_object();
}

void open_section(JsonWriter& json) {
  json.object().field("type", "rich_text_section").array("elements");
}

void open_rich_text(JsonWriter& json) {
  json.object().field("type", "rich_text").array("elements");
}

void close(JsonWriter& json) { json.end_array().end_object(); }

void write_segment(JsonWriter& json, const Agenda& agenda, const Segment& segment,
                   std::chrono::seconds start) {
  open_rich_text(json);
  open_section(json);
  text(json, detail::minutes_seconds(start) + "  ");
  text(json, detail::heading(agenda, segment, isolate), "bold");
  const std::string who = detail::names(segment.who, isolate);
  text(json,
       (who.empty() ? "" : " · " + who) + " (" + detail::minutes_seconds(segment.seconds) + ")");
  if (!segment.text.empty()) text(json, "\n" + isolate(segment.text));
  close(json);
  if (!segment.points.empty()) {
    json.object().field("type", "rich_text_list").field("style", "bullet").array("elements");
    for (const auto& point : segment.points) {
      open_section(json);
      if (!point.label.empty()) text(json, isolate(point.label) + ": ", "bold");
      text(json, isolate(point.text));
      close(json);
    }
    close(json);
  }
  if (!segment.why.empty()) {
    open_section(json);
    text(json, std::string(sentences::kWhyToday) + ": " + isolate(segment.why), "italic");
    close(json);
  }
  close(json);
}

std::string message(const Agenda& a) {
  JsonWriter json;
  const std::string about = detail::day_and_time(a) + " · ";
  json.object().field("text", detail::huddle_title(a, escape) + ", " + about +
                                  detail::length_and_leader(a, escape));
  json.field("mrkdwn", false).field("unfurl_links", false).field("unfurl_media", false);
  json.array("blocks");
  json.object().field("type", "header").object("text").field("type", "plain_text");
  json.field("text", detail::huddle_title(a, isolate)).field("emoji", false);
  json.end_object().end_object();
  open_rich_text(json);
  open_section(json);
  text(json, about + detail::length_and_leader(a, isolate));
  if (!a.organisation.empty()) text(json, " · " + isolate(a.organisation));
  if (const auto status = detail::status(a, isolate); !status.empty()) {
    text(json, "\n" + status, "bold");
  }
  close(json);
  close(json);
  std::chrono::seconds start{};
  for (const auto& segment : a.segments) {
    write_segment(json, a, segment, start);
    start += segment.seconds;
  }
  if (!a.motto.empty()) {
    open_rich_text(json);
    open_section(json);
    text(json, isolate(a.motto), "italic");
    close(json);
    close(json);
  }
  json.end_array().end_object();
  return json.take();
}

detail::Abridged abridged(const Agenda& agenda) {
  return detail::abridge(detail::shown(agenda),
                         [](const Agenda& a) { return message(a).size() <= kLargest; });
}

}  // namespace

std::string to_slack(const Agenda& agenda) { return message(abridged(agenda).agenda); }

std::vector<std::string> cut_for_slack(const Agenda& agenda) { return abridged(agenda).cut; }

std::string to_slack(const Reminder& reminder) {
  const auto lines = detail::lines_of(reminder);
  JsonWriter json;
  json.object().field("text", escape(lines.title));
  json.field("mrkdwn", false).field("unfurl_links", false).field("unfurl_media", false);
  json.array("blocks");
  open_rich_text(json);
  open_section(json);
  text(json, isolate(lines.title), "bold");
  text(json, lines.text.empty() ? "" : "\n" + isolate(lines.text));
  close(json);
  close(json);
  json.end_array().end_object();
  return json.take();
}

}  // namespace huddlekit
