#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "huddlekit/feed.hpp"
#include "huddlekit/ics.hpp"
#include "huddlekit/json.hpp"
#include "huddlekit/reminder.hpp"
#include "huddlekit/render.hpp"
#include "sample_agenda.hpp"

// Each renderer's output for the sample agenda, to be looked at when it changes. To accept a
// change: HUDDLEKIT_UPDATE_GOLDEN=1 ctest --preset dev -R Golden

namespace huddlekit {
namespace {

void expect_golden(const std::string& name, const std::string& got) {
  const std::string path = std::string(HUDDLEKIT_TEST_DATA "/golden/") + name;
  if (std::getenv("HUDDLEKIT_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << got;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path;
  std::ostringstream expected;
  expected << file.rdbuf();
  EXPECT_EQ(got, expected.str()) << path;
}

const Agenda kSample = testing::sample_agenda();

TEST(Golden, Text) { expect_golden("agenda.txt", to_text(kSample)); }
TEST(Golden, TextOfFortyColumns) { expect_golden("agenda-40.txt", to_text(kSample, 40)); }
TEST(Golden, Markdown) { expect_golden("agenda.md", to_markdown(kSample)); }
TEST(Golden, Card) { expect_golden("agenda-card.html", to_html(kSample)); }
TEST(Golden, Page) { expect_golden("agenda-page.html", to_html_page(kSample)); }
TEST(Golden, Json) { expect_golden("agenda.json", to_json(kSample)); }
TEST(Golden, Slack) { expect_golden("agenda-slack.json", to_slack(kSample)); }

TEST(Golden, Teams) { expect_golden("agenda-teams.json", to_teams(kSample)); }
TEST(Golden, EmailText) { expect_golden("agenda-email.txt", to_email(kSample).text); }
TEST(Golden, EmailHtml) { expect_golden("agenda-email.html", to_email(kSample).html); }

const std::vector<Agenda> kTwo = [] {
  Agenda next = kSample;
  next.id = "front-desk/2026-11-24/morning";
  next.day += std::chrono::days{1};
  next.starts += std::chrono::days{1};
  next.local_start += std::chrono::days{1};
  next.published = false;
  next.revision = 1;
  return std::vector{kSample, next};
}();

TEST(Golden, Wall) { expect_golden("agenda-wall.html", to_page(kTwo[0], kTwo[1])); }
TEST(Golden, Csv) { expect_golden("agendas.csv", to_csv(kTwo)); }
TEST(Golden, Rss) {
  expect_golden("agendas.rss", to_rss(kTwo, "Front desk", "https://intranet.example/huddles"));
}

TEST(Golden, Ics) {
  expect_golden("agendas.ics",
                to_ics(kTwo, {.name = "Front desk", .alarm = std::chrono::minutes{10}}));
}

const std::vector<Agenda> kDays = [] {
  auto plan = kTwo;
  for (const auto* const team : {"Kitchen", "Housekeeping, laundry and linen of the east wing"}) {
    Agenda other = kTwo[1];
    other.id = std::string(team) + "/2026-11-24/service";
    other.team = other.team_name = team;
    other.huddle_name.clear();
    other.local_start += std::chrono::hours{4};
    other.starts += std::chrono::hours{4};
    other.facilitator.reset();
    plan.push_back(other);
  }
  return plan;
}();
TEST(Golden, PlanText) { expect_golden("plan.txt", plan_to_text(kDays)); }
TEST(Golden, PlanTextOfFortyColumns) { expect_golden("plan-40.txt", plan_to_text(kDays, 40)); }
TEST(Golden, PlanMarkdown) { expect_golden("plan.md", plan_to_markdown(kDays)); }
TEST(Golden, PlanHtml) { expect_golden("plan.html", plan_to_html(kDays)); }

TEST(Golden, Reminders) {
  const Reminder lead{.id = "front-desk/2026-11-23/morning/lead/ana",
                      .team = "front-desk",
                      .person = Person{"ana", "Ana Ruiz"},
                      .title = "You lead the Front desk · Morning huddle today at 06:45",
                      .text =
                          "Value of the day: Keep promises first.\nSee it: Says *when*, not "
                          "soon.\nTalk about it: What did we promise <yesterday>?"};
  expect_golden("reminder.txt", to_text(lead));
  expect_golden("reminder.md", to_markdown(lead));
  expect_golden("reminder-slack.json", to_slack(lead));
  expect_golden("reminder-teams.json", to_teams(lead));
  expect_golden("reminder-email.html", to_email(lead).html);
}

TEST(Golden, AnAgendaOfTheRecordedFormatStillReads) {
  std::ifstream file(HUDDLEKIT_TEST_DATA "/golden/agenda.json");
  std::ostringstream json;
  json << file.rdbuf();
  EXPECT_EQ(from_json<Agenda>(json.str()), kSample);
}

}  // namespace
}  // namespace huddlekit
