// The outbox: what is offered, to whom, and what becomes of it.
#include <map>
#include <random>
#include <set>

#include "huddlekit/errors.hpp"
#include "reminder_fixture.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;
using namespace std::chrono_literals;

const std::string kLead = "[[reminder]]\nkey = \"lead\"\n";
const std::string kAll = "[[reminder]]\nkey = \"all\"\naudience = \"expected\"\n";
const std::string kId = "front-desk/2026-11-23/morning/lead/";

TEST(Outbox, RemindsTheLeaderAQuarterOfAnHourBeforeAndNotOnceItHasBegun) {
  House box(kLead + "teams = [\"front-desk\"]\n");
  EXPECT_EQ(box.at("2026-11-23T06:29").looked_at(), Ids{});
  EXPECT_EQ(box.at("2026-11-23T06:45").looked_at(), Ids{});
  const auto due = box.at("2026-11-23T06:30").due();
  ASSERT_EQ(due.size(), 1u);
  const auto& r = due[0];
  EXPECT_EQ(r.id, kId + box.leader());
  EXPECT_EQ(r.title, "You lead the Front desk · Morning huddle today at 06:45");
  EXPECT_EQ(r.text.rfind("Value of the day: ", 0), 0u) << r.text;
  EXPECT_EQ(r.person->key, box.leader());
  EXPECT_EQ(r.due, utc("2026-11-23T06:30"));
  EXPECT_EQ(r.until, utc("2026-11-23T06:45"));
  EXPECT_EQ(r.lease_until, utc("2026-11-23T06:35"));
}

TEST(Outbox, OffersEachReminderToOneWorkerAndNeverAgainOnceAcknowledged) {
  House box(kAll + "teams = [\"front-desk\"]\n");
  box.at("2026-11-23T06:31");
  const auto first = box.book.outbox().lease(3, std::chrono::minutes{5}, {});
  const auto second = box.book.outbox().lease(3, std::chrono::minutes{5}, {});
  EXPECT_EQ(first.size(), 3u);
  EXPECT_EQ(second.size(), 1u);
  std::set<std::string> ids;
  for (const auto& r : first) ids.insert(r.id);
  for (const auto& r : second) ids.insert(r.id);
  EXPECT_EQ(ids.size(), 4u);
  EXPECT_TRUE(box.due().empty()) << "all on lease";
  for (const auto& id : ids) box.book.outbox().acknowledge(id);
  EXPECT_TRUE(box.at("2026-11-23T06:44").due().empty());
  EXPECT_EQ(box.log(), Ids(4, "sent: "));
  box.book.outbox().acknowledge(*ids.begin());
  EXPECT_EQ(box.log().size(), 4u) << "telling it twice changes nothing";
}

TEST(Outbox, LookingWritesNothingAndSaysWhatWouldBeOffered) {
  House box(kLead + kAll);
  box.at("2026-11-23T06:31");
  const auto seen = box.looked_at();
  EXPECT_EQ(box.looked_at(), seen);
  Ids offered;
  for (const auto& r : box.due()) offered.push_back(r.id);
  EXPECT_EQ(offered, seen);
  EXPECT_EQ(box.looked_at(), Ids{});
}

TEST(Outbox, ALeaseOfACrashedWorkerRunsOutAndTheIdStays) {
  House box(kLead);
  const auto crashed = box.at("2026-11-23T06:30").due();
  EXPECT_TRUE(box.at("2026-11-23T06:34").due().empty());
  const auto again = box.at("2026-11-23T06:35").due();
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].id, crashed[0].id);
  EXPECT_EQ(again[0].attempt, 2);
  // The first worker was only slow: its failure must not take the lease from the second.
  box.book.outbox().fail(crashed[0].id, "no answer", crashed[0].attempt);
  EXPECT_TRUE(box.at("2026-11-23T06:37").due().empty());
  box.book.outbox().acknowledge(crashed[0].id);
  EXPECT_TRUE(box.at("2026-11-23T06:44").due().empty());
}

TEST(Outbox, FailuresAreTriedAgainAfterGrowingPausesAndGivenUpWhenItIsTooLate) {
  House box(kLead + "ahead = \"1 h\"\nearly = \"1 h\"\n");
  Ids times;
  for (auto now = utc("2026-11-23T05:45"); now < utc("2026-11-23T06:50"); now += 1min) {
    const auto time = to_string(now).substr(0, 16);
    for (const auto& r : box.at(time).due()) {
      times.push_back(time.substr(11));
      box.book.outbox().fail(r.id, "500 Internal Server Error", r.attempt);
    }
  }
  EXPECT_EQ(times, (Ids{"05:45", "05:46", "05:51", "06:16"}));
  EXPECT_EQ(box.log(),
            (Ids{"failed: 500 Internal Server Error", "failed: 500 Internal Server Error",
                 "failed: 500 Internal Server Error", "failed: 500 Internal Server Error",
                 "given-up: too late"}));
}

TEST(Outbox, WhatWasNotTriedAgainInTimeIsLogged) {
  House box(kLead);
  const auto leased = box.at("2026-11-23T06:30").due();
  ASSERT_EQ(leased.size(), 1u);
  EXPECT_TRUE(box.at("2026-11-23T12:00").due().empty());
  EXPECT_EQ(box.log(), Ids{"given-up: too late"});
}

TEST(Outbox, AfterAnOutageOffersOnlyWhatStillMakesSense) {
  House box(kLead + kAll + "[[reminder]]\nkey = \"nudge\"\nkind = \"nudge\"\n");
  // Nobody asked since Monday; on Wednesday the morning huddle is over, its nudge is not.
  for (const auto& id : box.at("2026-11-25T11:00").looked_at()) {
    EXPECT_EQ(id.rfind("front-desk/2026-11-25/day/nudge/", 0), 0u) << id;
  }
  EXPECT_EQ(box.looked_at().size(), 4u);
}

TEST(Outbox, TargetsThatHaveItAreToldToTheNextAttempt) {
  House box(kLead);
  const auto first = box.at("2026-11-23T06:30").due().at(0);
  EXPECT_EQ(first.reached, Ids{});
  box.book.outbox().delivered(first.id, "DESK_SLACK");
  box.book.outbox().delivered(first.id, "DESK_SLACK");
  box.book.outbox().fail(first.id, "DESK_MAIL: refused", first.attempt);
  const auto again = box.at("2026-11-23T06:31").due().at(0);
  EXPECT_EQ(again.reached, Ids{"DESK_SLACK"});
  box.book.outbox().delivered(first.id, "DESK_MAIL");
  box.book.outbox().acknowledge(first.id);
  EXPECT_EQ(box.log(), (Ids{"sent: DESK_SLACK", "failed: DESK_MAIL: refused", "sent: DESK_MAIL"}));
}

TEST(Outbox, ACancelledHuddleTakesItsRemindersWithIt) {
  House box(kLead);
  box.book.team("front-desk").publish(kMonday, "morning");
  const auto r = box.at("2026-11-23T06:30").due().at(0);
  box.book.outbox().fail(r.id, "refused");
  box.book.huddle("front-desk/2026-11-23/morning").cancel("storm");
  EXPECT_TRUE(box.at("2026-11-23T06:32").due().empty());
  EXPECT_EQ(box.log(), (Ids{"failed: refused", "given-up: not needed any more"}));
}

TEST(Outbox, WhoeverTakesTheTurnIsRemindedToo) {
  House box(kLead);
  box.book.team("front-desk").publish(kMonday, "morning");
  const auto first = box.leader();
  EXPECT_EQ(box.at("2026-11-23T06:30").sent(), Ids{kId + first});
  box.book.huddle("front-desk/2026-11-23/morning").skip(Role::kLead, "ill");
  const auto second = box.leader();
  ASSERT_NE(first, second);
  EXPECT_EQ(box.at("2026-11-23T06:35").sent(), Ids{kId + second});
}

TEST(Outbox, ARuleThatIsSwitchedOffOffersNothing) {
  House box(kLead + "enabled = false\n");
  EXPECT_EQ(box.at("2026-11-23T06:31").looked_at(), Ids{});
}

TEST(Outbox, KeepsItsPromisesHoweverRarelyItIsAskedAndHoweverOftenSendingFails) {
  const std::string quiet = "quiet_from = \"20:00\"\nquiet_until = \"06:20\"\nat_most = 2\n";
  for (std::uint32_t seed = 0; seed < 4; ++seed) {
    SCOPED_TRACE(seed);
    House box(kLead + "ahead = \"1 h\"\nearly = \"1 h\"\n" + quiet + kAll + quiet +
              "[[reminder]]\nkey = \"nudge\"\nkind = \"nudge\"\n" + quiet);
    std::mt19937 random(seed);
    const auto upto = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    std::set<std::string> sent;
    std::map<std::pair<std::string, std::string>, std::set<std::string>> of_a_day;
    for (auto now = utc("2026-11-23T05:00"); now < utc("2026-11-28T00:00");
         now += std::chrono::minutes{1 + upto(seed == 0 ? 9 : 180)}) {
      const auto time = to_string(now).substr(0, 16);  // Lisbon's winter is UTC
      for (const auto& r :
           box.at(time).book.outbox().lease(1 + upto(4), std::chrono::minutes{5}, {})) {
        SCOPED_TRACE(time + " " + r.id);
        EXPECT_FALSE(sent.contains(r.id));
        EXPECT_TRUE(r.due <= now && now < r.until);
        EXPECT_TRUE(time.substr(11) >= "06:20" && time.substr(11) < "20:00") << "quiet hours";
        of_a_day[{r.person->key, time.substr(0, 10)}].insert(r.id);
        switch (upto(3)) {
          case 0:
            break;  // killed: the lease runs out
          case 1:
            box.book.outbox().fail(r.id, "refused", r.attempt);
            break;
          default:
            box.book.outbox().acknowledge(r.id);
            sent.insert(r.id);
        }
      }
    }
    EXPECT_GT(sent.size(), 10u);
    for (const auto& [who, ids] : of_a_day) EXPECT_LE(ids.size(), 2u) << who.first << who.second;
  }
}

TEST(Outbox, WhatIsTriedAgainOnALaterDayTakesAPlaceAmongThatDaysReminders) {
  House box("[[reminder]]\nkey = \"owed\"\nkind = \"commitment\"\nat_most = 1\n");
  for (int n = 0; n < 2; ++n) {
    box.book.team("front-desk")
        .commit({.who = "ana", .text = "Ring the guest", .due = kMonday + days{n}}, kMonday);
  }
  const auto first = box.at("2026-11-23T09:00").due().at(0);
  box.book.outbox().fail(first.id, "refused", first.attempt);
  EXPECT_EQ(box.at("2026-11-24T09:05").sent(), Ids{first.id});
  EXPECT_EQ(box.at("2026-11-24T10:00").sent(), Ids{}) << "Tuesday has had its one";
}

TEST(Outbox, BadArgumentsAreNamed) {
  House box(kLead);
  const auto message = [](auto&& call) -> std::string {
    try {
      call();
    } catch (const Error& e) {
      return e.what();
    }
    return "";
  };
  auto& book = box.at("2026-11-23T06:31").book;
  EXPECT_EQ(message([&] { book.outbox().lease(0, std::chrono::minutes{5}, {}); }),
            "limit: must be from 1 to 10000, got 0");
  EXPECT_EQ(message([&] { book.outbox().lease(1, 0s, {}); }),
            "lease: must be from 1 to 86400 s, got 0");
  EXPECT_EQ(message([&] { book.outbox().acknowledge("lead/ana"); }),
            "reminder: must read like front-desk/2026-11-23/morning/lead/ana, got \"lead/ana\"");
  EXPECT_EQ(message([&] { book.outbox().answered("front-desk/2026-11-23/morning/lead"); }),
            "reminder: has not been offered, got \"front-desk/2026-11-23/morning/lead\"");
  EXPECT_NE(message([&] { book.outbox().fail(kId + "anna", "x"); }).find("did you mean \"ana\"?"),
            std::string::npos);
  const auto r = book.outbox().lease().at(0);
  EXPECT_EQ(message([&] { book.outbox().fail(r.id, ""); }), "why: must not be empty, got \"\"");
}

}  // namespace
}  // namespace huddlekit
