#include "render/plan/plan_table.hpp"

#include <algorithm>

#include "core/sentences/catalogue.hpp"
#include "core/sentences/days.hpp"
#include "render/agenda/facts.hpp"

namespace huddlekit::detail {
namespace {

using sentences::phrase;
using sentences::Say;

/// A sentence still to be said.
std::string all_days(std::span<const Agenda> agendas) {
  const auto [first, last] = std::minmax_element(
      agendas.begin(), agendas.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
  if (first->day == last->day) return sentences::long_day(first->day);
  return phrase("date.range_short", sentences::date_of(first->day, last->day),
                sentences::full_date(last->day));
}

std::string name(const std::optional<Person>& who) {
  return who ? who->name : std::string(kNobody);
}

}  // namespace

PlanTable plan_table(std::span<const Agenda> agendas, std::string_view language) {
  PlanTable table{.language = std::string(agendas.empty() ? language : agendas.front().language)};
  const Say say(table.language);
  if (agendas.empty()) {
    table.days = say("plan.none");
    return table;
  }
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
  table.days = say.text(all_days(agendas));
  table.columns = {say("plan.day"), say("plan.time")};
  if (teams) table.columns.push_back(say("plan.team"));
  if (huddles) table.columns.push_back(say("plan.huddle"));
  table.value = table.columns.size();
  for (auto& name : {say("plan.value"), say("plan.leads"), say("plan.seat"), say("plan.state")}) {
    table.columns.push_back(name);
  }
  for (const auto& a : all) {
    PlanTable::Row row{
        a.day,
        a.starts,
        {say.text(sentences::short_day(a.day)), sentences::time_of_day(a.local_start)}};
    if (teams) row.cells.push_back(a.team_name);
    if (huddles) row.cells.push_back(a.huddle_name);
    row.cells.push_back(a.value_name);
    row.cells.push_back(name(a.facilitator));
    row.cells.push_back(name(a.customers_seat));
    row.cells.push_back(a.published ? say("plan.published") : say("plan.planned"));
    for (auto& cell : row.cells) {
      if (cell.empty()) cell = kNobody;
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string plan_title(const PlanTable& table, std::string (*escape)(const std::string&)) {
  const auto& whose = table.team.empty() ? table.organisation : table.team;
  const Say say(table.language);
  return whose.empty() ? say("plan.title") : say("plan.title_of", escape(whose));
}

}  // namespace huddlekit::detail
