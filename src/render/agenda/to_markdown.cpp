#include "core/sentences/days.hpp"
#include "huddlekit/reminder.hpp"
#include "huddlekit/render.hpp"
#include "render/agenda/facts.hpp"
#include "render/ink/markdown.hpp"
#include "render/ink/reminder_lines.hpp"
#include "render/ink/shown.hpp"

namespace huddlekit {

std::string detail::markdown_literal(const std::string& line) {
  constexpr std::string_view kSpecial = "\\`*_[]<>&|~#$@";
  std::string out;
  bool number = true;  // only digits so far: a dot or bracket would make it an ordered list
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool starts_block = i == 0 && (c == '-' || c == '+' || c == '=');
    const bool ends_number = number && i > 0 && (c == '.' || c == ')');
    if (starts_block || ends_number || kSpecial.find(c) != std::string_view::npos) out += '\\';
    out += c;
    number = number && c >= '0' && c <= '9';
  }
  return isolated(std::move(out));
}

namespace {

using detail::markdown_literal;

/// Text with its line breaks, continued behind `indent`.
std::string paragraph(const std::string& text, const std::string& indent) {
  std::string out;
  for (std::size_t at = 0;;) {
    const auto end = text.find('\n', at);
    out += markdown_literal(text.substr(at, end - at));
    if (end == std::string::npos) return out;
    const bool blank = text[end + 1] == '\n';
    out += blank ? "\n\n" + indent : "\\\n" + indent;
    at = end + (blank ? 2 : 1);
  }
}

std::string segment_text(const Agenda& agenda, const Segment& segment, std::chrono::seconds start) {
  std::string out = "\n## " + sentences::minutes_seconds(start) + " · " +
                    detail::heading(agenda, segment, markdown_literal) + " (" +
                    sentences::minutes_seconds(segment.seconds) + ")\n";
  if (!segment.who.empty())
    out += "\n" + detail::names(agenda, segment.who, markdown_literal) + "\n";
  if (!segment.text.empty()) out += "\n" + paragraph(segment.text, "") + "\n";
  if (!segment.points.empty()) out += "\n";
  for (const auto& point : segment.points) {
    out += "- " + (point.label.empty() ? "" : "**" + markdown_literal(point.label) + ":** ") +
           paragraph(point.text, "  ") + "\n";
  }
  if (!segment.why.empty()) {
    out += "\n*" + detail::why_today(agenda, segment, markdown_literal) + "*\n";
  }
  return out;
}

}  // namespace

std::string to_markdown(const Agenda& agenda) {
  const Agenda a = detail::shown(agenda);
  std::string out = "# " + detail::huddle_title(a, markdown_literal) + "\n\n";
  if (!a.organisation.empty()) out += markdown_literal(a.organisation) + "\\\n";
  out += detail::day_and_time(a) + " · " + detail::length_and_leader(a, markdown_literal) + "\n";
  if (const auto status = detail::status(a, markdown_literal); !status.empty()) {
    out += "\n**" + status + "**\n";
  }
  std::chrono::seconds start{};
  for (const auto& segment : a.segments) {
    out += segment_text(a, segment, start);
    start += segment.seconds;
  }
  if (!a.motto.empty()) out += "\n---\n\n" + markdown_literal(a.motto) + "\n";
  return out;
}

std::string to_markdown(const Reminder& reminder) {
  const auto lines = detail::lines_of(reminder);
  const std::string title = "**" + detail::markdown_literal(lines.title) + "**\n";
  return lines.text.empty() ? title : title + "\n" + paragraph(lines.text, "") + "\n";
}

}  // namespace huddlekit
