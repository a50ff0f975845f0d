#include "render/agenda/card.hpp"

#include <algorithm>

#include "core/sentences/catalogue.hpp"
#include "core/sentences/days.hpp"
#include "render/agenda/facts.hpp"
#include "render/ink/html.hpp"

namespace huddlekit::detail {
namespace {

using sentences::minutes_seconds;
using sentences::Say;

std::string escape(const std::string& line) { return escape_html(line); }

/// `<p class="hk-why" dir="auto">…</p>`, or nothing for an empty text. `dir="auto"` lets a text in
/// a right-to-left script read from the right.
std::string block(std::string_view tag, std::string_view css_class, std::string_view text) {
  if (text.empty()) return {};
  std::string out = "<";
  out.append(tag).append(" class=\"hk-").append(css_class).append("\" dir=\"auto\">");
  return out.append(escape_html(text)).append("</").append(tag).append(">\n");
}

std::string why(const Agenda& agenda, const Segment& segment) {
  if (segment.why.empty()) return {};
  return "<p class=\"hk-why\">" + why_today(agenda, segment, bdi) + "</p>\n";
}

std::string header(const Agenda& agenda, int level) {
  const std::string h = "h" + std::to_string(level);
  std::string out = "<header>\n" + block("p", "organisation", agenda.organisation);
  out += "<" + h + " class=\"hk-title\">" + huddle_title(agenda, bdi) + "</" + h + ">\n";
  out += "<p class=\"hk-when\"><time datetime=\"" + to_string(agenda.starts) + "\">" +
         day_and_time(agenda) + "</time> · " + length_and_leader(agenda, bdi) + "</p>\n";
  if (const auto text = status(agenda, bdi); !text.empty()) {
    out += "<p class=\"hk-status\">" + text + "</p>\n";
  }
  return out + "</header>\n";
}

/// The value of the day, large, with what `segment` says about it.
std::string hero(const Agenda& agenda, const Segment& segment, int level) {
  const std::string h = "h" + std::to_string(level + 1);
  std::string out = "<section class=\"hk-hero\">\n<p class=\"hk-label\">";
  out += Say(agenda.language)("card.value_of_the_day") + "</p>\n";
  out += "<" + h + " class=\"hk-value\">" + bdi(agenda.value_name) + "</" + h + ">\n";
  out += block("p", "statement", segment.text);
  if (!segment.points.empty()) out += "<dl class=\"hk-prompts\">\n";
  for (const auto& point : segment.points) {
    out += "<div>" + block("dt", "label", point.label.empty() ? " " : point.label) +
           block("dd", "prompt", point.text) + "</div>\n";
  }
  if (!segment.points.empty()) out += "</dl>\n";
  return out + why(agenda, segment) + "</section>\n";
}

/// Each segment as wide as its time. Read aloud as one sentence.
std::string bar(const Agenda& agenda) {
  std::string parts;
  std::string spans;
  int number = 0;
  for (const auto& segment : agenda.segments) {
    const bool own = segment.kind == SegmentKind::kCustom;
    const std::string label = own ? bdi(segment.title) : short_title(segment.kind, agenda.language);
    parts += (parts.empty() ? "" : ", ") + (own ? escape(segment.title) : label) + " " +
             minutes_seconds(segment.seconds);
    const auto grow = std::max<long long>(0, segment.seconds.count());
    spans += "<span class=\"hk-is-" + std::string(to_string(segment.kind)) +
             "\" style=\"flex-grow:" + std::to_string(grow) + "\"><span class=\"hk-number\">" +
             std::to_string(++number) + "</span> <span>" + label + "</span></span>\n";
  }
  return "<div class=\"hk-bar\" role=\"img\" aria-label=\"" +
         Say(agenda.language)("card.shared", sentences::in_words(agenda.timebox), parts) + "\">\n" +
         spans + "</div>\n";
}

std::string points(const std::vector<Point>& points) {
  if (points.empty()) return {};
  std::string out = "<ul class=\"hk-points\">\n";
  for (const auto& point : points) {
    out += "<li dir=\"auto\">";
    if (!point.label.empty()) out += "<b>" + bdi(point.label) + "</b>: ";
    out += "<span class=\"hk-text\">" + bdi(point.text) + "</span></li>\n";
  }
  return out + "</ul>\n";
}

std::string running_order(const Agenda& agenda, const Segment* told, int level) {
  const std::string h = "h" + std::to_string(level + 1);
  std::string out = "<ol class=\"hk-run\">\n";
  std::chrono::seconds start{};
  int number = 0;
  for (const auto& segment : agenda.segments) {
    out += "<li" + std::string(&segment == told ? " class=\"hk-told\"" : "") + " data-kind=\"" +
           to_string(segment.kind) + "\" data-seconds=\"" +
           std::to_string(segment.seconds.count()) + "\">\n<span class=\"hk-clock\">" +
           minutes_seconds(start) + "</span>\n<div>\n";
    out += "<div class=\"hk-head\"><div><" + h + " class=\"hk-name\"><span class=\"hk-number\">" +
           std::to_string(++number) + "</span> " + heading(agenda, segment, bdi) + "</" + h + ">";
    if (!segment.who.empty()) {
      out += " <span class=\"hk-who\">" + names(agenda, segment.who, bdi) + "</span>";
    }
    out +=
        "</div> <span class=\"hk-length\">" + minutes_seconds(segment.seconds) + "</span></div>\n";
    if (&segment != told) {
      out += block("p", "body", segment.text) + points(segment.points) + why(agenda, segment);
    }
    out += "</div>\n</li>\n";
    start += segment.seconds;
  }
  return out + "</ol>\n";
}

}  // namespace

std::string bdi(const std::string& line) { return "<bdi>" + escape_html(line) + "</bdi>"; }

std::string lines(const std::string& paragraph) {
  if (paragraph.empty()) return {};
  std::string out = "<bdi>" + escape_html(paragraph) + "</bdi>";
  for (auto at = out.find('\n'); at != std::string::npos; at = out.find('\n', at + 5)) {
    out.insert(at, "<br>");
  }
  return out;
}

std::string html_head(const Agenda& agenda, std::string_view more) {
  return "<!DOCTYPE html>\n<html lang=\"" + std::string(Say(agenda.language).tag()) +
         "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
         std::string(more) + "<title>" + huddle_title(agenda, escape) + ", " +
         Say(agenda.language).text(sentences::long_day(agenda.day)) + "</title>\n";
}

Card card(const Agenda& agenda, int level) {
  const auto value =
      std::find_if(agenda.segments.begin(), agenda.segments.end(), [&](const Segment& segment) {
        return segment.kind == SegmentKind::kValue && !agenda.value_name.empty();
      });
  const Segment* told = value == agenda.segments.end() ? nullptr : &*value;
  std::string body = told == nullptr ? "" : hero(agenda, *told, level);
  if (!agenda.segments.empty()) body += bar(agenda) + running_order(agenda, told, level);
  return {header(agenda, level), body, block("p", "motto", agenda.motto)};
}

}  // namespace huddlekit::detail
