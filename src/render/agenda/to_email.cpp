#include "core/sentences/catalogue.hpp"
#include "core/sentences/days.hpp"
#include "huddlekit/reminder.hpp"
#include "huddlekit/render.hpp"
#include "render/agenda/card.hpp"
#include "render/agenda/facts.hpp"
#include "render/ink/html.hpp"
#include "render/ink/reminder_lines.hpp"
#include "render/ink/width.hpp"

namespace huddlekit {
namespace {

using detail::bdi;

constexpr int kColumns = 72;
constexpr std::size_t kLongestSubject = 120;

// Mail programs drop style sheets, flexible boxes and most of the rest: tables and inline styles
// are what arrives everywhere.
constexpr std::string_view kFont =
    "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
constexpr std::string_view kAccent = "#0c5f5a";
constexpr std::string_view kQuiet = "#56616f";

std::string styled(std::string_view tag, std::string_view style, std::string_view html) {
  if (html.empty()) return {};
  std::string out = "<";
  out.append(tag).append(" style=\"margin:0;").append(style).append("\">").append(html);
  return out.append("</").append(tag).append(">\n");
}

std::string quiet(std::string_view html) {
  return styled("p", "padding-top:4px;font-size:14px;line-height:20px;color:" + std::string(kQuiet),
                html);
}

std::string points(const std::vector<Point>& points) {
  std::string out;
  for (const auto& point : points) {
    const std::string label = point.label.empty() ? "" : "<b>" + bdi(point.label) + "</b>: ";
    out += styled("li", "padding-top:2px", label + detail::lines(point.text));
  }
  return styled("ul", "padding:4px 0 0 20px", out);
}

std::string why(const Agenda& agenda, const Segment& segment) {
  if (segment.why.empty()) return {};
  return quiet(detail::why_today(agenda, segment, bdi));
}

/// The value of the day stands on a ground of its own, its prompts large.
std::string value(const Agenda& agenda, const Segment& segment) {
  const std::string accent = "color:" + std::string(kAccent);
  std::string out =
      styled("h2", "font-size:28px;line-height:34px;" + accent, bdi(agenda.value_name));
  out += styled("p", "padding-top:6px", detail::lines(segment.text));
  for (const auto& point : segment.points) {
    out += styled("p", "padding-top:12px;font-size:13px;font-weight:bold;" + accent,
                  point.label.empty() ? "" : bdi(point.label));
    out +=
        styled("p", "font-size:18px;line-height:26px;font-weight:bold", detail::lines(point.text));
  }
  return out;
}

std::string row(const Agenda& agenda, const Segment& segment, std::chrono::seconds start) {
  const bool is_value = segment.kind == SegmentKind::kValue && !agenda.value_name.empty();
  std::string title = "<b>" + bdi(segment.title) + "</b>";
  if (!segment.who.empty()) title += " · " + detail::names(agenda, segment.who, bdi);
  title += " (" + sentences::minutes_seconds(segment.seconds) + ")";
  const std::string cell = "valign=\"top\" style=\"padding:14px 0;border-top:1px solid #dfe4e9";
  std::string out = "<tr>\n<td width=\"52\" " + cell + ";color:" + std::string(kQuiet) + "\">" +
                    sentences::minutes_seconds(start) + "</td>\n<td " + cell + "\">\n";
  out += styled("p", "", title);
  if (is_value) {
    out +=
        "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" "
        "style=\"margin-top:8px\">\n<tr><td style=\"padding:18px;background:#eaf4f2\">\n" +
        value(agenda, segment) + "</td></tr>\n</table>\n";
  } else {
    out += styled("p", "padding-top:2px", detail::lines(segment.text)) + points(segment.points);
  }
  return out + why(agenda, segment) + "</td>\n</tr>\n";
}

/// A whole document as far as the first cell of its table.
std::string opening(const std::string& subject, std::string_view language) {
  return "<!DOCTYPE html>\n<html lang=\"" + std::string(sentences::Say(language).tag()) +
         "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
         detail::escape_html(subject) +
         "</title>\n</head>\n<body style=\"margin:0;padding:0 16px\">\n"
         "<table role=\"presentation\" align=\"center\" cellpadding=\"0\" cellspacing=\"0\" "
         "style=\"width:100%;max-width:640px;color:#1b2530;background:#ffffff;font-size:16px;"
         "line-height:24px;overflow-wrap:anywhere;word-break:break-word;" +
         std::string(kFont) + "\">\n<tr><td colspan=\"2\" style=\"padding:20px 0\">\n";
}

std::string html(const Agenda& agenda, const std::string& subject) {
  std::string out = opening(subject, agenda.language);
  out += quiet(bdi(agenda.organisation));
  out += styled("h1", "font-size:24px;line-height:30px", detail::huddle_title(agenda, bdi));
  out += quiet(detail::day_and_time(agenda) + " · " + detail::length_and_leader(agenda, bdi));
  out += styled("p", "padding-top:8px;font-weight:bold", detail::status(agenda, bdi));
  out += "</td></tr>\n";
  std::chrono::seconds start{};
  for (const auto& segment : agenda.segments) {
    out += row(agenda, segment, start);
    start += segment.seconds;
  }
  out += "<tr><td colspan=\"2\" align=\"center\" style=\"padding:20px 0\">\n" +
         quiet(bdi(agenda.motto)) + "</td></tr>\n</table>\n</body>\n</html>\n";
  return out;
}

/// As a mail's subject: one line, and whoever unfolds a header would decode a word like
/// `=?utf-8?q?…?=`, so an invisible joiner stands within.
std::string as_subject(std::string line) {
  for (auto at = line.find("=?"); at != std::string::npos; at = line.find("=?", at + 2)) {
    line.insert(at + 1, "\u2060");
  }
  return detail::shorten(line, kLongestSubject);
}

}  // namespace

Email to_email(const Agenda& agenda) {
  const Agenda a = detail::shown(agenda);
  const auto plain = [](const std::string& line) { return line; };
  const std::string subject = as_subject(detail::headline(a, plain));
  return {subject, to_text(agenda, kColumns), html(a, subject)};
}

Email to_email(const Reminder& reminder) {
  const auto lines = detail::lines_of(reminder);
  const std::string subject = as_subject(lines.title);
  std::string html = opening(subject, reminder.language);
  html += styled("p", "font-size:18px;font-weight:bold", bdi(lines.title));
  html += styled("p", "padding-top:8px", detail::lines(lines.text));
  html += "</td></tr>\n</table>\n</body>\n</html>\n";
  return {subject, to_text(reminder, kColumns), html};
}

}  // namespace huddlekit
