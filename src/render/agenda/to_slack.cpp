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

// Slack refuses messages of more than 50 blocks and some of about 13,000 characters. There are
// three blocks and at most ten segments.
constexpr std::size_t kSlackBytes = 12'000;

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
  text(json, sentences::minutes_seconds(start) + "  ");
  text(json, detail::heading(agenda, segment, detail::isolated), "bold");
  const std::string who = detail::names(agenda, segment.who, detail::isolated);
  text(json,
       (who.empty() ? "" : " · " + who) + " (" + sentences::minutes_seconds(segment.seconds) + ")");
  if (!segment.text.empty()) text(json, "\n" + detail::isolated(segment.text));
  close(json);
  if (!segment.points.empty()) {
    json.object().field("type", "rich_text_list").field("style", "bullet").array("elements");
    for (const auto& point : segment.points) {
      open_section(json);
      if (!point.label.empty()) text(json, detail::isolated(point.label) + ": ", "bold");
      text(json, detail::isolated(point.text));
      close(json);
    }
    close(json);
  }
  if (!segment.why.empty()) {
    open_section(json);
    text(json, detail::why_today(agenda, segment, detail::isolated), "italic");
    close(json);
  }
  close(json);
}

std::string slack_message(const Agenda& a) {
  JsonWriter json;
  const std::string about = detail::day_and_time(a) + " · ";
  json.object().field("text", detail::huddle_title(a, escape) + ", " + about +
                                  detail::length_and_leader(a, escape));
  json.field("mrkdwn", false).field("unfurl_links", false).field("unfurl_media", false);
  json.array("blocks");
  json.object().field("type", "header").object("text").field("type", "plain_text");
  json.field("text", detail::huddle_title(a, detail::isolated)).field("emoji", false);
  json.end_object().end_object();
  open_rich_text(json);
  open_section(json);
  text(json, about + detail::length_and_leader(a, detail::isolated));
  if (!a.organisation.empty()) text(json, " · " + detail::isolated(a.organisation));
  if (const auto status = detail::status(a, detail::isolated); !status.empty()) {
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
    text(json, detail::isolated(a.motto), "italic");
    close(json);
    close(json);
  }
  json.end_array().end_object();
  return json.take();
}

detail::Abridged for_slack(const Agenda& agenda) {
  return detail::abridge(detail::shown(agenda),
                         [](const Agenda& a) { return slack_message(a).size() <= kSlackBytes; });
}

}  // namespace

std::string to_slack(const Agenda& agenda) { return slack_message(for_slack(agenda).agenda); }

std::vector<std::string> cut_for_slack(const Agenda& agenda) { return for_slack(agenda).cut; }

std::string to_slack(const Reminder& reminder) {
  const auto lines = detail::lines_of(reminder);
  JsonWriter json;
  json.object().field("text", escape(lines.title));
  json.field("mrkdwn", false).field("unfurl_links", false).field("unfurl_media", false);
  json.array("blocks");
  open_rich_text(json);
  open_section(json);
  text(json, detail::isolated(lines.title), "bold");
  text(json, lines.text.empty() ? "" : "\n" + detail::isolated(lines.text));
  close(json);
  close(json);
  json.end_array().end_object();
  return json.take();
}

}  // namespace huddlekit
