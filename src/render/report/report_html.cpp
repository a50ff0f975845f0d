#include <fmt/format.h>

#include <algorithm>

#include "core/sentences/catalogue.hpp"
#include "core/sentences/report_sentences.hpp"
#include "huddlekit/report.hpp"
#include "render/agenda/card_style.hpp"
#include "render/agenda/facts.hpp"
#include "render/ink/html.hpp"
#include "render/ink/shown.hpp"

namespace huddlekit {
namespace {

using sentences::Say;

constexpr std::string_view kReportRules = R"(
& .hk-tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin-top: 1.25rem; }
& .hk-tile { padding: .875rem 1rem; border-radius: 10px; background: var(--soft); }
& .hk-tile b { display: block; font-size: 1.625rem; font-weight: 700; line-height: 1.2; letter-spacing: -.02em; color: var(--accent); }
& .hk-tile span { color: var(--quiet); font-size: .875rem; }
& .hk-look { margin-top: 1.25rem; padding: .875rem 1.25rem; border-inline-start: 4px solid var(--accent); background: var(--soft); }
& .hk-look ul, & .hk-list { padding-inline-start: 1.125rem; }
& .hk-part { margin-top: 1.75rem; font-size: 1.125rem; font-weight: 650; break-after: avoid; }
& .hk-weeks { display: flex; align-items: flex-end; gap: 3px; height: 6rem; margin-top: .75rem; }
& .hk-weeks > span { position: relative; flex: 1 1 0; min-width: 2px; background: var(--bar-2); }
& .hk-weeks > span > i { position: absolute; inset: auto 0 0; background: var(--accent); }
& .hk-weeks > span > s { position: absolute; inset: auto 0 0; background: repeating-linear-gradient(135deg, var(--ink) 0 2px, transparent 2px 6px); }
& .hk-axis { display: flex; justify-content: space-between; color: var(--quiet); font-size: .8125rem; }
& .hk-legend { margin-top: .25rem; color: var(--quiet); font-size: .8125rem; }
& .hk-legend i { display: inline-block; width: .75em; height: .75em; margin-inline: .75em .3em; background: var(--accent); }
& .hk-legend i:first-child { margin-inline-start: 0; }
& .hk-legend .hk-planned { background: var(--bar-2); }
& .hk-legend .hk-over { background: var(--accent); background-image: repeating-linear-gradient(135deg, var(--ground) 0 2px, transparent 2px 5px); }
& .hk-rows > div { display: grid; grid-template-columns: minmax(8rem, 13rem) minmax(4rem, 1fr) minmax(9rem, 15rem); gap: .25rem .875rem; align-items: center; padding: .3125rem 0; break-inside: avoid; }
& .hk-rows .hk-track { position: relative; height: .75rem; background: var(--bar); }
& .hk-rows .hk-track i { position: absolute; inset: 0 auto 0 0; background: var(--accent); }
& .hk-rows .hk-track u { position: absolute; inset: -2px auto -2px; width: 2px; background: var(--ink); }
& .hk-rows small { color: var(--quiet); font-size: .875rem; }
& .hk-figures > div { display: grid; grid-template-columns: minmax(9rem, 12rem) minmax(6rem, 9rem) 1fr; gap: .125rem .875rem; padding: .4375rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
& .hk-figures dd { font-weight: 600; }
& .hk-figures dd.hk-how { color: var(--quiet); font-size: .8125rem; font-weight: 400; line-height: 1.4; }
& .hk-note { margin-top: .5rem; color: var(--quiet); font-size: .875rem; }
& .hk-scroll { overflow-x: auto; }
& table { border-collapse: collapse; margin-top: .5rem; font-size: .875rem; }
& th, & td { padding: .25rem .625rem; border-top: 1px solid var(--line); text-align: end; font-weight: 400; vertical-align: bottom; }
& th:first-child { text-align: start; }
@container (max-width: 40rem) {
  & .hk-figures > div { grid-template-columns: 1fr auto; }
  & .hk-figures dd.hk-how { grid-column: 1 / -1; }
  & .hk-rows > div { grid-template-columns: 1fr 1fr; }
  & .hk-rows small { grid-column: 1 / -1; }
}
@media print { & .hk-tiles { grid-template-columns: repeat(4, 1fr); } & .hk-part { margin-top: 1rem; } }
)";

constexpr std::string_view kReportPage = R"(
body { margin: 0; padding: clamp(.5rem, 3vw, 3rem); background: #f3f5f7; }
main { max-width: 60rem; margin: 0 auto; }
@media (prefers-color-scheme: dark) { body { background: #0d1115; } }
@page { margin: 12mm; }
@media print { html { font-size: 9pt; } body { padding: 0; background: none; } }
)";

/// One line of people's words: inert, and isolated from what stands around it.
std::string name(std::string_view text) {
  return "<bdi>" + detail::escape_html(detail::shown_line(text)) + "</bdi>";
}

std::string own(std::string_view text) { return detail::escape_html(text); }

/// A sentence of ours.
std::string said(const Report& report, std::string_view sentence) {
  return own(Say(report.language).text(sentence));
}

std::string heading(int level, std::string_view text) {
  return fmt::format("<h{0} class=\"hk-part\">{1}</h{0}>\n", level, own(text));
}

std::string percent_of(double part, double whole) {
  return fmt::format("{:.2f}%", whole > 0 ? 100 * part / whole : 0.0);
}

std::string tiles(const Report& report, const std::vector<Figure>& all) {
  std::string out = "<div class=\"hk-tiles\">\n";
  for (const auto key : {"held.rate", "time.overruns", "time.mean", "stories.wins"}) {
    const auto it =
        std::find_if(all.begin(), all.end(), [&](const auto& f) { return f.key == key; });
    const auto shown = it->number ? sentences::number(it->unit, *it->number) : std::string("–");
    out += "<div class=\"hk-tile\"><b>" + said(report, shown) + "</b><span>" + own(it->label) +
           "</span></div>\n";
  }
  return out + "</div>\n";
}

std::string warnings(const Report& report, int level) {
  if (report.warnings.empty()) return {};
  std::string out = fmt::format("<div class=\"hk-look\"><h{0} class=\"hk-label\">{1}</h{0}><ul>",
                                level, own(Say(report.language)("report.worth_a_look")));
  for (const auto& warning : report.warnings) out += "<li>" + name(warning) + "</li>";
  return out + "</ul></div>\n";
}

std::string weeks(const Report& report, int level) {
  const Say say(report.language);
  int most = 0;
  for (const auto& week : report.weeks) most = std::max(most, week.planned);
  if (most == 0) return {};
  std::string bars;
  for (const auto& week : report.weeks) {
    bars += fmt::format(
        "<span style=\"height:{}\" title=\"{}\"><i style=\"height:{}\"></i>"
        "<s style=\"height:{}\"></s></span>",
        percent_of(week.planned, most), said(report, sentences::week_line(week)),
        percent_of(week.held, week.planned), percent_of(week.overruns, week.planned));
  }
  return heading(level, say("report.weeks")) +
         "<div class=\"hk-weeks\" role=\"img\" aria-label=\"" +
         said(report, sentences::weeks_aloud(report)) + "\">" + bars +
         "</div>\n<p class=\"hk-axis\"><span>" +
         said(report, sentences::full_date(report.weeks.front().monday)) + "</span><span>" +
         said(report, sentences::full_date(report.weeks.back().monday)) +
         "</span></p>\n<p class=\"hk-legend\"><i></i>" + own(say("report.held")) +
         "<i class=\"hk-planned\"></i>" + own(say("report.planned")) + "<i class=\"hk-over\"></i>" +
         own(say("report.overran")) + "</p>\n";
}

std::string bar_row(const std::string& label, double part, double mark, double most,
                    const std::string& text) {
  const auto tick = mark > 0 ? "<u style=\"left:" + percent_of(mark, most) + "\"></u>" : "";
  return "<div><span>" + label +
         "</span><span class=\"hk-track\"><i style=\"width:" + percent_of(part, most) + "\"></i>" +
         tick + "</span><small>" + text + "</small></div>\n";
}

std::string values(const Report& report, int level) {
  if (report.values.empty()) return {};
  double most = 1;
  for (const auto& v : report.values) most = std::max({most, double(v.huddles), v.due});
  std::string out =
      heading(level, Say(report.language)("report.values")) + "<div class=\"hk-rows\">\n";
  for (const auto& v : report.values) {
    out += bar_row(name(v.name), v.huddles, v.due, most, said(report, sentences::value_line(v)));
  }
  return out + "</div>\n";
}

std::string segments(const Report& report, int level) {
  if (report.segments.empty()) return {};
  double most = 1;
  const auto mean = [](std::chrono::seconds length, int n) {
    return static_cast<double>(length.count()) / n;
  };
  for (const auto& s : report.segments) {
    most = std::max({most, mean(s.took, s.huddles), mean(s.planned, s.huddles)});
  }
  std::string out =
      heading(level, Say(report.language)("report.segments")) + "<div class=\"hk-rows\">\n";
  for (const auto& s : report.segments) {
    out += bar_row(own(s.key.empty() ? detail::short_title(s.kind, report.language) : s.key),
                   mean(s.took, s.huddles), mean(s.planned, s.huddles), most,
                   said(report, sentences::segment_line(s)));
  }
  return out + "</div>\n";
}

std::string themes(const Report& report, int level) {
  if (report.themes.empty()) return {};
  std::string out =
      heading(level, Say(report.language)("report.themes")) + "<div class=\"hk-rows\">\n";
  for (const auto& theme : report.themes) {
    out += bar_row(name(theme.name), theme.on_theme, 0, std::max(theme.huddles, 1),
                   name(Say(report.language).text(sentences::theme_line(theme))));
  }
  return out + "</div>\n";
}

std::string reasons(std::string_view title, const std::vector<Report::Reason>& list, int level) {
  if (list.empty()) return {};
  std::string out = heading(level, title) + "<ul class=\"hk-list\">\n";
  for (const auto& reason : list) {
    out += "<li>" + name(reason.text) + " · " + std::to_string(reason.count) + "</li>\n";
  }
  return out + "</ul>\n";
}

std::string all_figures(const Report& report, const std::vector<Figure>& all, int level) {
  std::string out, section;
  for (const auto& f : all) {
    if (!f.number) continue;
    if (f.section != section) {
      if (!section.empty()) out += "</dl>\n";
      section = f.section;
      out += heading(level, section) + "<dl class=\"hk-figures\">\n";
    }
    out += "<div><dt>" + own(f.label) + "</dt><dd>" + own(f.text) + "</dd><dd class=\"hk-how\">" +
           own(Say(report.language)("report.how_not_for", f.how, f.not_for)) + "</dd></div>\n";
  }
  if (!section.empty()) out += "</dl>\n";
  return out + "<p class=\"hk-note\">" + said(report, sentences::people_months(report)) + "</p>\n";
}

/// Members as rows and values as columns, both in the order of the playbook.
std::string exposure(const Report& report, int level) {
  if (report.exposure.empty()) return {};
  std::string head = "<tr><th></th>";
  std::string body;
  const auto& first = report.exposure.front().who;
  for (const auto& row : report.exposure) {
    if (row.who == first)
      head += "<th scope=\"col\">" + name(sentences::value_name(report, row.value)) + "</th>";
  }
  const Person* who = nullptr;
  for (const auto& row : report.exposure) {
    if (who == nullptr || !(row.who == *who)) {
      body += (who == nullptr ? "<tr>" : "</tr>\n<tr>");
      body +=
          "<th scope=\"row\">" + name(row.who.name.empty() ? row.who.key : row.who.name) + "</th>";
      who = &row.who;
    }
    body += "<td>" + std::to_string(row.times) + "</td>";
  }
  return heading(level, Say(report.language)("report.private")) +
         "<div class=\"hk-scroll\" tabindex=\"0\"><table>\n" + head + "</tr>\n" + body +
         "</tr>\n</table></div>\n";
}

std::string article(const Report& report, int level, std::string_view style) {
  const Say say(report.language);
  const auto all = figures(report);
  const int below = level + 1;
  std::string out = "<article class=\"huddlekit-card hk-report tex2jax_ignore mathjax_ignore\">\n";
  out += style;
  out += fmt::format(
      "<header><h{0} class=\"hk-title\">{1}</h{0}><p class=\"hk-when\">{2} · {3}</p></header>\n",
      level, name(say.text(sentences::title(report))),
      said(report, sentences::range(report.start, report.end)),
      said(report, sentences::made_on(report.made, report.teams)));
  if (report.held.planned == 0)
    out += "<p class=\"hk-note\">" + own(say("report.nothing_so_far")) + "</p>\n";
  out += tiles(report, all) + warnings(report, below) + weeks(report, below);
  out += values(report, below) + segments(report, below) + themes(report, below);
  out += reasons(say("report.why_cancelled"), report.held.reasons, below);
  out += reasons(say("report.why_missed"), report.missed_reasons, below);
  out += exposure(report, below) + all_figures(report, all, below);
  return out + "</article>\n";
}

std::string styles() { return detail::card_style() + detail::card_rules(kReportRules); }

}  // namespace

std::string to_html(const Report& report) {
  return article(report, 2, "<style>" + styles() + "</style>\n");
}

std::string to_html_page(const Report& report) {
  const Say say(report.language);
  return "<!DOCTYPE html>\n<html lang=\"" + std::string(say.tag()) +
         "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
         own(detail::shown_line(say.text(sentences::title(report)))) + ", " +
         said(report, sentences::range(report.start, report.end)) + "</title>\n<style>" +
         std::string(kReportPage) + styles() + "</style>\n</head>\n<body>\n<main>\n" +
         article(report, 1, "") + "</main>\n</body>\n</html>\n";
}

}  // namespace huddlekit
