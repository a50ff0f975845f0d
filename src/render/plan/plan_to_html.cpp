#include <algorithm>

#include "huddlekit/render.hpp"
#include "render/agenda/card.hpp"
#include "render/agenda/card_style.hpp"
#include "render/ink/html.hpp"
#include "render/plan/plan_table.hpp"

namespace huddlekit {
namespace {

using detail::PlanTable;

// `&` stands for the card. Where it is narrow, each huddle becomes a block of lines.
constexpr std::string_view kPlanRules = R"(
& .hk-plan { width: 100%; margin-top: 1.25rem; border-collapse: collapse; text-align: start; }
& .hk-plan :is(th, td) {
  padding: .4375rem .75rem .4375rem 0; text-align: start; vertical-align: baseline;
  font-weight: 400; overflow-wrap: break-word;
}
& .hk-plan thead th { color: var(--quiet); font-size: .8125rem; font-weight: 600; }
& .hk-plan tbody { border-top: 1px solid var(--line); break-inside: avoid; }
& .hk-plan .hk-day { font-weight: 650; white-space: nowrap; }
& .hk-plan :is(.hk-time, .hk-state) { white-space: nowrap; }
& .hk-plan .hk-of-day { color: var(--accent); font-weight: 600; }
& .hk-plan .hk-state { padding-inline-end: 0; color: var(--quiet); font-size: .875rem; }
@container (max-width: 40rem) {
  & .hk-plan :is(thead, .hk-state) { display: none; }
  & .hk-plan :is(table, tbody, tr, th, td) { display: block; padding: 0; }
  & .hk-plan tbody { padding: .75rem 0; }
  & .hk-plan tr { padding-block: .25rem; }
  & .hk-plan :is(.hk-time, .hk-where) { display: inline; margin-inline-end: .25rem; }
  & .hk-plan .hk-none { display: none; }
  & .hk-plan td.hk-labelled::before {
    content: attr(data-label) ": "; color: var(--quiet); font-size: .875rem;
  }
}
)";

std::string cell(const PlanTable& table, const PlanTable::Row& row, std::size_t i) {
  const std::string text = detail::bdi(row.cells[i]);
  if (i == 1) {
    return "<td class=\"hk-time\"><time datetime=\"" + to_string(row.starts) + "\">" +
           detail::escape_html(row.cells[i]) + "</time></td>\n";
  }
  if (i == table.value) return "<td class=\"hk-of-day\">" + text + "</td>\n";
  if (i + 1 == table.columns.size()) return "<td class=\"hk-state\">" + text + "</td>\n";
  if (i < table.value) {
    const bool none = row.cells[i] == detail::kNobody;
    return "<td class=\"hk-where" + std::string(none ? " hk-none" : "") + "\">" + text + "</td>\n";
  }
  return "<td class=\"hk-labelled\" data-label=\"" + detail::escape_html(table.columns[i]) + "\">" +
         text + "</td>\n";
}

/// The rows of one day, which stands beside the first of them.
std::string day_group(const PlanTable& table, std::span<const PlanTable::Row> rows) {
  std::string out = "<tbody>\n";
  for (std::size_t n = 0; n < rows.size(); ++n) {
    out += "<tr>\n";
    if (n == 0) {
      out += "<th class=\"hk-day\" scope=\"rowgroup\" rowspan=\"" + std::to_string(rows.size()) +
             "\">" + detail::escape_html(rows[n].cells[0]) + "</th>\n";
    }
    for (std::size_t i = 1; i < table.columns.size(); ++i) out += cell(table, rows[n], i);
    out += "</tr>\n";
  }
  return out + "</tbody>\n";
}

std::string body(const PlanTable& table) {
  std::string out = "<table class=\"hk-plan\">\n<thead>\n<tr>\n";
  for (const auto& column : table.columns) {
    out += "<th scope=\"col\">" + detail::escape_html(column) + "</th>\n";
  }
  out += "</tr>\n</thead>\n";
  const std::span rows(table.rows);
  for (std::size_t at = 0; at < rows.size();) {
    std::size_t end = at;
    while (end < rows.size() && rows[end].day == rows[at].day) ++end;
    out += day_group(table, rows.subspan(at, end - at));
    at = end;
  }
  return out + "</table>\n";
}

}  // namespace

std::string plan_to_html(std::span<const Agenda> agendas, std::string_view language) {
  const auto table = detail::plan_table(agendas, language);
  std::string out = "<article class=\"huddlekit-card tex2jax_ignore mathjax_ignore\">\n<style>";
  out += detail::card_style() + detail::card_rules(kPlanRules) + "</style>\n<header>\n";
  if (!table.organisation.empty() && !table.team.empty()) {
    out += "<p class=\"hk-organisation\">" + detail::bdi(table.organisation) + "</p>\n";
  }
  out += "<h2 class=\"hk-title\">" + detail::plan_title(table, detail::bdi) + "</h2>\n";
  out += "<p class=\"hk-when\">" + table.days + "</p>\n</header>\n";
  if (!agendas.empty()) out += body(table);
  return out + "</article>\n";
}

}  // namespace huddlekit
