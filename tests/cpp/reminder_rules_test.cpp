// The rules of the playbook: whom, when, and when not.
#include <algorithm>

#include "early.hpp"
#include "huddlekit/errors.hpp"
#include "playbook_texts.hpp"
#include "reminder_fixture.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;
using namespace std::chrono_literals;

std::string rule(const std::string& kind, const std::string& more = "") {
  return "[[reminder]]\nkey = \"" + kind + "\"\nkind = \"" + kind + "\"\n" + more + "\n";
}

TEST(ReminderRules, QuietHoursMoveAReminderToTheirEnd) {
  // The huddle on Friday is at 18:00.
  House box(rule("huddle",
                 "audience = \"channel\"\nahead = \"1 h\"\nquiet_from = \"17:00\"\nquiet_until = "
                 "\"17:50\"\ndays = \"Fri\"\nteams = [\"front-desk\"]"));
  EXPECT_EQ(box.at("2026-11-27T17:49").sent(), Ids{});
  EXPECT_EQ(box.at("2026-11-27T17:50").sent(), Ids{"front-desk/2026-11-27/evening/huddle"});
}

TEST(ReminderRules, QuietHoursOverMidnightDropWhatWouldBeTooLateAfterwards) {
  House box(rule("huddle", "quiet_from = \"22:00\"\nquiet_until = \"07:00\""));
  EXPECT_EQ(box.at("2026-11-23T06:31").sent(), Ids{});
  EXPECT_EQ(box.at("2026-11-23T06:32").sent(), Ids{});
  EXPECT_EQ(box.log(), Ids{"dropped: no moment within a shift and outside quiet hours is left"})
      << "once";
  EXPECT_EQ(box.at("2026-11-23T09:46").sent().size(), 1u) << "the kitchen's huddle is at 10:00";
}

TEST(ReminderRules, NobodyIsRemindedBeforeTheShiftBegins) {
  House box(rule("huddle", "ahead = \"3 h\"\nearly = \"20 min\"\nteams = [\"front-desk\"]"));
  EXPECT_EQ(box.at("2026-11-23T03:45").sent(), Ids{});
  EXPECT_EQ(box.at("2026-11-23T06:24").sent(), Ids{});
  EXPECT_EQ(box.at("2026-11-23T06:25").sent().size(), 1u);
}

TEST(ReminderRules, WhoIsAwayIsNotRemindedThoughTheAgendaStillSaysSo) {
  House box(rule("huddle", "audience = \"expected\"\nteams = [\"front-desk\"]"));
  box.book.team("front-desk").publish(kMonday, "morning");
  box.book.people().away("ana", kMonday, kMonday);
  EXPECT_EQ(box.at("2026-11-23T06:30").sent(), (Ids{"front-desk/2026-11-23/morning/huddle/ben",
                                                    "front-desk/2026-11-23/morning/huddle/caro",
                                                    "front-desk/2026-11-23/morning/huddle/dora"}));
}

TEST(ReminderRules, ALeaderWhoIsAwayIsDroppedAndLogged) {
  House box(rule("huddle", "teams = [\"front-desk\"]"));
  box.book.team("front-desk").publish(kMonday, "morning");
  box.book.people().away(box.leader(), kMonday, kMonday);
  EXPECT_EQ(box.at("2026-11-23T06:30").sent(), Ids{});
  EXPECT_EQ(box.log(), Ids{"dropped: no moment within a shift and outside quiet hours is left"});
}

TEST(ReminderRules, ADayBringsNobodyMoreThanAtMost) {
  std::string rules;
  for (const char* key : {"a", "b", "c"}) {
    rules += std::string("[[reminder]]\nkey = \"") + key +
             "\"\naudience = \"expected\"\nat_most = 2\nteams = [\"kitchen\"]\n";
  }
  House box(rules);
  EXPECT_EQ(box.at("2026-11-23T09:50").sent().size(), 4u) << "two each for two people";
  EXPECT_EQ(box.log("kitchen").front(), "dropped: as many reminders as a day may bring");
  EXPECT_EQ(box.at("2026-11-24T09:50").sent().size(), 4u) << "another day";
}

TEST(ReminderRules, StopsAfterSoManyUnansweredOnesAndGoesOnAfterAnAnswer) {
  House box(rule("huddle", "audience = \"expected\"\nstop_after = 2\nteams = [\"kitchen\"]"));
  std::string last;
  const auto eli = [&](int day) {
    const auto ids = box.at("2026-11-2" + std::to_string(day) + "T09:50").sent();
    const auto it =
        std::find_if(ids.begin(), ids.end(), [](const auto& id) { return id.ends_with("/eli"); });
    if (it != ids.end()) last = *it;
    return it != ids.end();
  };
  EXPECT_TRUE(eli(3));
  EXPECT_TRUE(eli(4));
  EXPECT_FALSE(eli(5));
  EXPECT_EQ(box.log("kitchen").back(), "dropped: the last ones were not answered");
  box.book.outbox().answered(last);
  EXPECT_TRUE(eli(6));
  EXPECT_TRUE(eli(7));
}

TEST(ReminderRules, ANudgeComesOnceInMidShiftWithTodaysBehaviour) {
  House box(rule("nudge", "teams = [\"front-desk\"]"));
  EXPECT_EQ(box.at("2026-11-27T10:44").due().size(), 0u);
  const auto due = box.at("2026-11-27T10:45").due();
  ASSERT_EQ(due.size(), 4u);
  const auto agenda = *box.book.team("front-desk").agenda(kMonday + days{4}, "morning");
  EXPECT_EQ(due[0].title, "Value of the day: " + agenda.value_name);
  EXPECT_NE(due[0].text.find("Where have you seen it today?"), std::string::npos);
  for (const auto& r : due) box.book.outbox().acknowledge(r.id);
  EXPECT_EQ(box.at("2026-11-27T22:30").looked_at(), Ids{}) << "the evening's huddle adds nothing";
}

TEST(ReminderRules, ACommitmentRemindsItsOwnerInTheNextShiftUntilItIsKept) {
  House box(rule("commitment", "at = \"07:00\""));
  // Saturday; Ben works from Monday to Friday.
  const auto made = box.book.team("front-desk")
                        .commit({.who = "ben",
                                 .text = "Call the lady in 12",
                                 .due = kMonday + days{5},
                                 .for_customer = true});
  EXPECT_EQ(box.at("2026-11-28T07:00").sent(), Ids{});
  EXPECT_EQ(box.at("2026-11-30T06:14").sent(), Ids{});
  const auto due = box.at("2026-11-30T06:15").due();
  ASSERT_EQ(due.size(), 1u);
  EXPECT_EQ(due[0].id,
            "front-desk/2026-11-28/commitment-" + std::to_string(made.id) + "/commitment/ben");
  EXPECT_EQ(due[0].title, "What you promised was due on Saturday");
  EXPECT_EQ(due[0].text, "Call the lady in 12 (to a customer)");
  box.book.outbox().fail(due[0].id, "refused");
  box.book.journal().kept(made.id);
  EXPECT_EQ(box.at("2026-11-30T06:30").sent(), Ids{});
  EXPECT_EQ(box.log().back(), "given-up: not needed any more");
}

TEST(ReminderRules, TheLessonOfTheWeekIsTheOneThatTheTeamMetLast) {
  House box(rule("lesson", "at = \"12:00\"\nteams = [\"kitchen\"]"));
  box.book.team("kitchen").lesson("An old one", {.day = kMonday - days{20}});
  box.book.team("kitchen").lesson(
      "Ask about nuts", {.change = "The card has a line for it", .day = kMonday - days{2}});
  EXPECT_EQ(box.at("2026-11-23T11:59").due().size(), 0u);
  const auto due = box.at("2026-11-24T09:00").due();
  ASSERT_EQ(due.size(), 1u);
  EXPECT_EQ(due[0].id, "kitchen/2026-11-23/week/lesson");
  EXPECT_FALSE(due[0].person);
  EXPECT_EQ(due[0].text, "Ask about nuts\nSince then: The card has a line for it");
  box.book.outbox().acknowledge(due[0].id);
  EXPECT_EQ(box.at("2026-11-27T12:00").sent(), Ids{}) << "once a week";
  EXPECT_EQ(box.at("2026-11-30T12:00").sent(), Ids{"kitchen/2026-11-30/week/lesson"});
}

TEST(ReminderRules, AMonthlyMeetingIsAnnouncedTwoDaysAhead) {
  House box(rule("monthly", "audience = \"channel\"") +
            "[[team]]\nkey = \"it\"\nname = \"IT\"\n[[team.huddle]]\nrule = "
            "\"FREQ=MONTHLY;BYDAY=-1TH\"\nstart = \"15:00\"\n");
  EXPECT_EQ(box.at("2026-11-24T14:59").due().size(), 0u);
  const auto due = box.at("2026-11-24T15:00").due();
  ASSERT_EQ(due.size(), 1u) << "the daily huddles are not announced";
  EXPECT_EQ(due[0].title, "IT huddle on Thursday 26 November at 15:00");
  EXPECT_NE(due[0].text.find("Everybody brings two things"), std::string::npos);
}

const std::string kNight =
    "[[team]]\nkey = \"night\"\nname = \"Night\"\nmembers = [{ key = \"nuno\", name = \"Nuno\" "
    "}]\n[[team.huddle]]\nrule = \"FREQ=DAILY\"\nstart = \"03:00\"\n";

TEST(ReminderRules, AClockChangeBeforeTheHuddleLeavesTheLeadTimeAsLongAsItIs) {
  // Lisbon's clocks go from 01:00 to 02:00 on 29 March 2026: 03:00 is 02:00 UTC.
  House box(rule("huddle", "audience = \"channel\"\nahead = \"2 h\"\nteams = [\"night\"]") +
            kNight);
  EXPECT_EQ(box.at("2026-03-28T23:59").looked_at(), Ids{});
  const auto due = box.at("2026-03-29T00:00").due();
  ASSERT_EQ(due.size(), 1u);
  EXPECT_EQ(due[0].due, utc("2026-03-29T00:00"));
  EXPECT_EQ(due[0].until, utc("2026-03-29T02:00"));
  // And back from 02:00 to 01:00 on 25 October: 03:00 is 03:00 UTC.
  EXPECT_EQ(box.at("2026-10-25T00:59").looked_at(), Ids{});
  EXPECT_EQ(box.at("2026-10-25T01:00").due().at(0).until, utc("2026-10-25T03:00"));
}

TEST(ReminderRules, AWallClockTimeThatAChangeSkipsComesLaterAndARepeatedOneFirst) {
  House box(rule("nudge", "at = \"01:30\"\naudience = \"channel\"\nteams = [\"night\"]") + kNight);
  EXPECT_EQ(box.at("2026-03-29T01:29").looked_at(), Ids{});
  EXPECT_EQ(box.at("2026-03-29T01:30").due().at(0).due, utc("2026-03-29T01:30")) << "02:30 there";
  EXPECT_EQ(box.at("2026-10-25T00:30").due().at(0).due, utc("2026-10-25T00:30"));
}

TEST(ReminderRules, AreReadWrittenLoadedAndRetired) {
  using namespace testing;
  const auto playbook = read_playbook(kEverything);
  ASSERT_EQ(playbook.reminders.size(), 2u);
  const auto& r = playbook.reminders[0];
  EXPECT_EQ(r.kind, ReminderKind::kCommitment);
  EXPECT_EQ(r.audience, Recipient::kOwner);
  EXPECT_EQ(r.ahead, 2h);
  EXPECT_EQ(r.at, 9h + 30min);
  EXPECT_EQ(r.quiet_until, 6h);
  EXPECT_EQ(parse_playbook(to_toml(playbook)).reminders, playbook.reminders);

  auto book = Book::open(":memory:", {.create = true, .now = early});
  book.load(playbook);
  EXPECT_EQ(book.playbook().reminders, playbook.reminders);
  EXPECT_EQ(book.playbook().teams, [&] {
    auto teams = playbook.teams;
    for (auto& team : teams) {
      team.renamed_from.clear();
      for (auto& member : team.members) member.renamed_from.clear();
    }
    return teams;
  }());
  const auto again = book.load(playbook);
  EXPECT_EQ(again.added, 0);
  auto fewer = playbook;
  fewer.reminders.pop_back();
  fewer.teams[1].targets.clear();
  const auto report = book.load(fewer);
  EXPECT_EQ(report.retired, 1);
  EXPECT_EQ(book.playbook().reminders.size(), 1u);
  EXPECT_TRUE(book.playbook().teams[1].targets.empty());
}

TEST(ReminderRules, WhatTheyMayNotSayIsToldWithoutShowingASecret) {
  using namespace testing;
  const std::string base = kTop + kTeam;
  const auto told = [&](const std::string& toml) { return listed(problems_of(base + toml)); };
  const std::string secret = "slack://T0ken/Secret";
  const auto problem = listed(problems_of(base + "targets = [\"" + secret + "\"]\n"));
  EXPECT_NE(problem.find("team.targets: must be the name of an environment variable"),
            std::string::npos);
  EXPECT_EQ(problem.find("T0ken"), std::string::npos);
  const std::string head = "[[reminder]]\nkey = \"r\"\n";
  EXPECT_NE(told(head + "quiet_from = \"20:00\"").find("needs quiet_from and quiet_until"),
            std::string::npos);
  EXPECT_NE(told(head + "quiet_from = \"20:00\"\nquiet_until = \"20:00\"").find("two different"),
            std::string::npos);
  EXPECT_NE(told(head + "audience = \"owner\"").find("got \"owner\""), std::string::npos);
  EXPECT_NE(told(head + "kind = \"lesson\"\naudience = \"leader\"").find("for a lesson"),
            std::string::npos);
  EXPECT_NE(told(head + "kind = \"commitment\"\naudience = \"seat\"").find("for a commitment"),
            std::string::npos);
  EXPECT_NE(told(head + "ahead = \"337 h\"").find("from 0 to 1209600 s"), std::string::npos);
  EXPECT_NE(told(head + "at_most = 0").find("from 1 to 100"), std::string::npos);

  const auto warnings =
      listed(parse_playbook(base + head + "at = \"09:00\"\nteams = [\"tt\"]").warnings);
  EXPECT_NE(warnings.find("reminder.at: has no effect for this kind"), std::string::npos);
  EXPECT_NE(warnings.find("no team \"tt\""), std::string::npos);
  auto book = Book::open(":memory:", {.create = true, .now = early});
  EXPECT_THROW(book.load(parse_playbook(base + head + "teams = [\"tt\"]")), NotFound);
}

}  // namespace
}  // namespace huddlekit
