#include <array>

#include "core/sentences/catalogue.hpp"
#include "core/sentences/days.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/render.hpp"
#include "render/agenda/card.hpp"
#include "render/agenda/facts.hpp"
#include "render/ink/html.hpp"
#include "render/ink/shown.hpp"

namespace huddlekit {
namespace {

std::string element(std::string_view name, std::string_view text) {
  std::string out = "<";
  out.append(name).append(">").append(detail::escape_html(text));
  return out.append("</").append(name).append(">\n");
}

/// `Mon, 23 Nov 2026 05:45:00 GMT` (RFC 822 as RSS takes it: a year of four digits).
std::string rfc822(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day date{day};
  const std::string iso = to_string(instant);
  constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return std::string(kDays[std::chrono::weekday{day}.c_encoding()]) + ", " + iso.substr(8, 2) +
         " " + kMonths[static_cast<unsigned>(date.month()) - 1] + " " + iso.substr(0, 4) + " " +
         iso.substr(11, 8) + " GMT";
}

/// The agenda in the few plain tags that every feed reader keeps.
std::string rss_description(const Agenda& agenda) {
  using detail::bdi;
  std::string out = "<p>" + detail::length_and_leader(agenda, bdi) + "</p>\n";
  if (const auto status = detail::status(agenda, bdi); !status.empty()) {
    out += "<p><strong>" + status + "</strong></p>\n";
  }
  std::chrono::seconds start{};
  for (const auto& segment : agenda.segments) {
    out += "<h3>" + sentences::minutes_seconds(start) + " " +
           detail::heading(agenda, segment, bdi) + "</h3>\n";
    if (!segment.who.empty()) out += "<p>" + detail::names(agenda, segment.who, bdi) + "</p>\n";
    if (!segment.text.empty()) out += "<p>" + detail::lines(segment.text) + "</p>\n";
    if (!segment.points.empty()) out += "<ul>\n";
    for (const auto& point : segment.points) {
      const std::string label =
          point.label.empty() ? "" : "<strong>" + bdi(point.label) + "</strong>: ";
      out += "<li>" + label + detail::lines(point.text) + "</li>\n";
    }
    if (!segment.points.empty()) out += "</ul>\n";
    if (!segment.why.empty()) {
      out += "<p><em>" + detail::why_today(agenda, segment, bdi) + "</em></p>\n";
    }
    start += segment.seconds;
  }
  return out;
}

std::string item(const Agenda& agenda) {
  const Agenda a = detail::shown(agenda);
  return "<item>\n" + element("title", detail::headline(a, detail::isolated)) +
         element("description", rss_description(a)) + element("pubDate", rfc822(a.starts)) +
         "<guid isPermaLink=\"false\">" +
         detail::escape_html(a.id + "#" + std::to_string(a.revision)) + "</guid>\n</item>\n";
}

}  // namespace

std::string to_rss(std::span<const Agenda> agendas, std::string_view title, std::string_view link) {
  if (!link.starts_with("http://") && !link.starts_with("https://")) {
    throw InvalidArgument("link: must start with http:// or https://, got " + in_quotes(link));
  }
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">\n<channel>\n";
  out += element("title", detail::isolated(detail::shown_line(title)));
  out += element("link", detail::shown_line(link));
  const sentences::Say say(agendas.empty() ? "" : agendas.front().language);
  out += element("description", say("feed.about"));
  out += element("language", say.tag());
  for (const auto& agenda : agendas) out += item(agenda);
  return out + "</channel>\n</rss>\n";
}

}  // namespace huddlekit
