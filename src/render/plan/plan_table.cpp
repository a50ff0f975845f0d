#include "render/plan/plan_table.hpp"

#include <algorithm>

#include "core/sentences/plan_sentences.hpp"
#include "render/agenda/facts.hpp"
#include "render/ink/clock.hpp"

namespace huddlekit::detail {
namespace {

/// `23 November 2026`.
std::string date(Day day) {
  const std::string text = long_day(day);
  return text.substr(text.find(' ') + 1);
}

/// `Mon 23 Nov`.
std::string short_day(Day day) {
  const std::string text = long_day(day);
  const std::string number_and_month = date(day).substr(0, date(day).rfind(' '));
  return text.substr(0, 3) + " " + number_and_month.substr(0, number_and_month.find(' ') + 4);
}

std::string all_days(std::span<const Agenda> agendas) {
  const auto [first, last] = std::minmax_element(
      agendas.begin(), agendas.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
  if (first->day == last->day) return long_day(first->day);
  const std::string from = date(first->day), until = date(last->day);
  const auto year = [](const std::string& text) { return text.substr(text.rfind(' ')); };
  const bool same = year(from) == year(until);
  return (same ? from.substr(0, from.rfind(' ')) : from) + " – " + until;
}

std::string name(const std::optional<Person>& who) {
  return who ? who->name : std::string(sentences::kNobody);
}

}  // namespace

PlanTable plan_table(std::span<const Agenda> agendas) {
  PlanTable table;
  if (agendas.empty()) return table;
  std::vector<Agenda> all;
  for (const auto& agenda : agendas) {
    Agenda head = agenda;
    head.segments.clear();  // of no use here, and most of the work
    all.push_back(shown(head));
  }
  const auto differ = [&](auto member) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Agenda& a) { return a.*member != all.front().*member; });
  };
  const bool teams = differ(&Agenda::team);
  const bool huddles = differ(&Agenda::huddle_name);
  table.organisation = all.front().organisation;
  if (!teams) table.team = all.front().team_name;
  table.days = all_days(agendas);
  const auto column = [&](std::string_view name) { table.columns.emplace_back(name); };
  column(sentences::kDay);
  column(sentences::kTime);
  if (teams) column(sentences::kTeam);
  if (huddles) column(sentences::kHuddleColumn);
  table.value = table.columns.size();
  for (const auto text :
       {sentences::kValue, sentences::kLeadsColumn, sentences::kSeatColumn, sentences::kState}) {
    column(text);
  }
  for (const auto& a : all) {
    PlanTable::Row row{a.day, a.starts, {short_day(a.day), time_of_day(a.local_start)}};
    if (teams) row.cells.push_back(a.team_name);
    if (huddles) row.cells.push_back(a.huddle_name);
    row.cells.push_back(a.value_name);
    row.cells.push_back(name(a.facilitator));
    row.cells.push_back(name(a.customers_seat));
    row.cells.emplace_back(a.published ? sentences::kPublished : sentences::kPlanned);
    for (auto& cell : row.cells) {
      if (cell.empty()) cell = sentences::kNobody;
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string plan_title(const PlanTable& table, std::string (*escape)(const std::string&)) {
  const auto& whose = table.team.empty() ? table.organisation : table.team;
  return (whose.empty() ? "" : escape(whose) + " · ") + std::string(sentences::kPlanOfHuddles);
}

}  // namespace huddlekit::detail
