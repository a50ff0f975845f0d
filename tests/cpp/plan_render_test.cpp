#include <gtest/gtest.h>

#include "huddlekit/errors.hpp"
#include "huddlekit/render.hpp"
#include "render/plan/plan_table.hpp"
#include "sample_agenda.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

/// The sample huddle on so many days.
std::vector<Agenda> plan(int count) {
  std::vector<Agenda> out;
  for (int n = 0; n < count; ++n) {
    out.push_back(testing::sample_agenda());
    out.back().day += days{n};
    out.back().starts += days{n};
    out.back().local_start += days{n};
  }
  return out;
}

TEST(PlanTable, LeavesOutColumnsThatWouldSayTheSameInEveryRow) {
  auto agendas = plan(2);
  using Columns = std::vector<std::string>;
  EXPECT_EQ(detail::plan_table(agendas).columns,
            (Columns{"Day", "Time", "Value", "Leads", "Customer’s seat", "State"}));
  EXPECT_EQ(detail::plan_table(agendas).team, "Front desk");
  agendas[1].huddle_name = "Late";
  EXPECT_EQ(detail::plan_table(agendas).columns[2], "Huddle");
  agendas[1].team = "kitchen";
  EXPECT_EQ(detail::plan_table(agendas).columns[2], "Team");
  EXPECT_EQ(detail::plan_table(agendas).team, "");
}

TEST(PlanTable, SaysItsDaysAsShortAsItCan) {
  EXPECT_EQ(detail::plan_table(plan(1)).days, "Monday 23 November 2026");
  EXPECT_EQ(detail::plan_table(plan(14)).days, "23 November – 6 December 2026");
  EXPECT_EQ(detail::plan_table(plan(60)).days, "23 November 2026 – 21 January 2027");
}

TEST(PlanTable, NobodyAndNothingAreADash) {
  auto agendas = plan(1);
  agendas[0].facilitator.reset();
  agendas[0].value_name.clear();
  const auto row = detail::plan_table(agendas).rows[0].cells;
  EXPECT_EQ(row[2], "–");
  EXPECT_EQ(row[3], "–");
}

TEST(PlanToText, BecomesAListWhereATableDoesNotFit) {
  EXPECT_NE(plan_to_text(plan(3), 80).find("Day         Time   Value"), std::string::npos);
  EXPECT_NE(plan_to_text(plan(3), 40).find("Mon 23 Nov, 06:45\n  Value: Keep promises first\n"),
            std::string::npos);
  EXPECT_THROW((void)plan_to_text(plan(1), 39), InvalidArgument);
  EXPECT_THROW((void)plan_to_text({}, 201), InvalidArgument);
}

TEST(PlanToHtml, ADayStandsOnceBesideItsHuddles) {
  auto agendas = plan(2);
  agendas.push_back(agendas.back());
  const auto html = plan_to_html(agendas);
  EXPECT_NE(html.find("rowspan=\"1\">Mon 23 Nov"), std::string::npos);
  EXPECT_NE(html.find("rowspan=\"2\">Tue 24 Nov"), std::string::npos);
}

TEST(PlanOfNothing, SaysSo) {
  EXPECT_EQ(plan_to_text({}), "No huddles on these days\n");
  EXPECT_EQ(plan_to_markdown({}), "No huddles on these days\n");
  EXPECT_NE(plan_to_html({}).find("No huddles on these days"), std::string::npos);
  EXPECT_EQ(plan_to_html({}).find("<table"), std::string::npos);
}

}  // namespace
}  // namespace huddlekit
