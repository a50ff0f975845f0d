#include <algorithm>
#include <numeric>
#include <set>

#include "book_fixture.hpp"
#include "huddlekit/huddlekit.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;
using std::chrono::seconds;

seconds sum(const Agenda& agenda) {
  seconds total{};
  for (const auto& segment : agenda.segments) total += segment.seconds;
  return total;
}

const Segment* segment(const Agenda& agenda, SegmentKind kind) {
  for (const auto& s : agenda.segments) {
    if (s.kind == kind) return &s;
  }
  return nullptr;
}

TEST_P(WithBook, AgendaIsAPreviewUntilItIsPublishedAndThenStays) {
  const auto preview = book.team("front-desk").agenda(kMonday);
  ASSERT_TRUE(preview);
  EXPECT_FALSE(preview->published);
  const auto published = book.team("front-desk").publish(kMonday);
  ASSERT_TRUE(published);
  EXPECT_TRUE(published->published);
  auto same = *preview;
  same.published = true;
  EXPECT_EQ(*published, same) << "publishing stores what the preview showed";

  book.team("front-desk").win("A win.", {.day = kMonday - days{1}});
  book.team("front-desk").note("Lift 2 is out of order", kMonday);
  EXPECT_EQ(book.team("front-desk").agenda(kMonday), published);
  EXPECT_EQ(book.team("front-desk").publish(kMonday), published);
}

TEST_P(WithBook, WithoutAnInstantItIsTodayByTheBooksClock) {
  EXPECT_EQ(book.team("kitchen").day(), kMonday);
  EXPECT_EQ(book.team("kitchen").day(parse_instant("2026-11-24T00:00:00Z")),
            kMonday + std::chrono::days{1});
}

TEST_P(WithBook, SecondsAddUpAndEverySegmentSaysWhy) {
  for (int day = 0; day < 14; ++day) {
    for (const auto& agenda : book.publish_all(kMonday + days{day})) {
      EXPECT_EQ(sum(agenda), agenda.timebox) << agenda.id;
      for (const auto& s : agenda.segments) {
        EXPECT_GT(s.seconds, seconds{0});
        EXPECT_FALSE(s.why.empty()) << agenda.id << " " << s.title;
        EXPECT_FALSE(s.title.empty());
      }
    }
  }
}

TEST_P(WithBook, AllTeamsTalkAboutTheSameValueOnOneDayAndAllValuesHaveTheirTurn) {
  std::set<std::string> values;
  for (int day = 0; day < 3; ++day) {
    const auto agendas = book.publish_all(kMonday + days{day});
    ASSERT_EQ(agendas.size(), 2u);
    EXPECT_EQ(agendas[0].value, agendas[1].value);
    values.insert(agendas[0].value);
  }
  EXPECT_EQ(values.size(), 3u);
}

TEST_P(WithBook, FacilitatorsTakeTurnsAndWhoDoesNotLeadNeverLeads) {
  std::map<std::string, int> turns;
  for (int day = 0; day < 30; ++day) {
    const auto agenda = book.team("front-desk").publish(kMonday + days{day}, "morning");
    ASSERT_TRUE(agenda && agenda->facilitator);
    ++turns[agenda->facilitator->key];
    if (agenda->customers_seat) {
      EXPECT_NE(agenda->facilitator->key, agenda->customers_seat->key);
    }
  }
  EXPECT_EQ(turns.count("dora"), 0u);
  EXPECT_GE(turns["ana"], 9);
  EXPECT_GE(turns["caro"], 9);
  EXPECT_GE(turns["ben"], 6) << "works five days of seven";
}

TEST_P(WithBook, ANewcomerDoesNotLeadTheFirstHuddleButOnLaunchDaySomebodyMust) {
  const auto launch = book.team("front-desk").publish(kMonday, "morning");
  ASSERT_TRUE(launch->facilitator);
  auto playbook = parse_playbook(kSmallPlaybook, "small");
  playbook.teams[0].members.insert(playbook.teams[0].members.begin(),
                                   {.key = "zoe", .name = "Zoe"});
  book.load(playbook);
  for (int day = 1; day < 12; ++day) {
    const auto agenda = book.team("front-desk").publish(kMonday + days{day}, "morning");
    if (day == 1) EXPECT_NE(agenda->facilitator->key, "zoe");
    if (agenda->facilitator->key == "zoe") return;
  }
  ADD_FAILURE() << "the newcomer has to lead some day";
}

TEST_P(WithBook, SeveralHuddlesOnADayHaveToBeNamed) {
  const Day friday = kMonday + days{4};
  EXPECT_THROW((void)book.team("front-desk").agenda(friday), Conflict);
  const auto morning = book.team("front-desk").publish(friday, "morning");
  const auto evening = book.team("front-desk").publish(friday, "evening");
  ASSERT_TRUE(morning && evening);
  EXPECT_EQ(morning->value, evening->value);
  EXPECT_NE(morning->facilitator, evening->facilitator);
  EXPECT_FALSE(book.team("front-desk").agenda(kMonday, "evening"))
      << "not on a Monday: a normal answer";
  EXPECT_THROW((void)book.team("front-desk").agenda(friday, "mornig"), NotFound);
  EXPECT_THROW((void)book.team("front-dest").agenda(friday), NotFound);
}

TEST_P(WithBook, WhatHappenedComesIntoTheNextAgendaOnce) {
  book.team("kitchen").publish(kMonday);
  book.team("kitchen").win("Fay cooked the wedding menu twice.",
                           {.who = {"fay"}, .values = {"own-it"}, .day = kMonday});
  book.team("kitchen").miss("Breakfast was late.", {.day = kMonday});
  book.team("kitchen").commit({.who = "eli", .text = "Count the trays", .due = kMonday + days{1}},
                              kMonday);
  book.team("kitchen").note("Two coeliac guests", kMonday + days{1}, "Reception");

  const auto tuesday = book.team("kitchen").publish(kMonday + days{1});
  ASSERT_TRUE(segment(*tuesday, SegmentKind::kWin));
  EXPECT_NE(segment(*tuesday, SegmentKind::kWin)->text.find("thank Fay Wu"), std::string::npos);
  EXPECT_EQ(segment(*tuesday, SegmentKind::kWin)->points[0].label, "Yesterday");
  ASSERT_TRUE(segment(*tuesday, SegmentKind::kLesson));
  ASSERT_TRUE(segment(*tuesday, SegmentKind::kPromises));
  EXPECT_EQ(segment(*tuesday, SegmentKind::kPromises)->points[0].label, "Eli Brandt, due today");
  EXPECT_EQ(segment(*tuesday, SegmentKind::kOpen)->points[0],
            (Point{"Reception", "Two coeliac guests"}));

  const auto wednesday = book.team("kitchen").publish(kMonday + days{2});
  EXPECT_FALSE(segment(*wednesday, SegmentKind::kWin)) << "told once";
  EXPECT_EQ(segment(*wednesday, SegmentKind::kPromises)->points.size(), 2u)
      << "until both are closed";
  book.journal().kept(CommitmentId(1));
  book.journal().put_right(StoryId(2), Recovery::kPutRight, "eli", kMonday);
  const auto thursday = book.team("kitchen").publish(kMonday + days{3});
  EXPECT_FALSE(segment(*thursday, SegmentKind::kPromises));
}

TEST_P(WithBook, LessonsComeBackLongestUnheardFirst) {
  for (const auto* text : {"First.", "Second.", "Third."}) {
    book.team("kitchen").lesson(text, {.day = kMonday});
  }
  std::vector<std::string> heard;
  for (int day = 0; day < 5; ++day) {
    const auto agenda = book.team("kitchen").publish(kMonday + days{day});
    heard.push_back(segment(*agenda, SegmentKind::kLesson)->points[1].text);
  }
  EXPECT_EQ(heard, (std::vector<std::string>{"First.", "Second.", "Third.", "First.", "Second."}));
}

TEST_P(WithBook, PlanGivesWhatPublishingDayByDayGives) {
  book.team("kitchen").lesson("Label every tray.", {.day = kMonday});
  book.team("kitchen").win("A win.", {.day = kMonday});
  std::map<std::string, Agenda> alone;
  for (const std::string team : {"front-desk", "kitchen"}) {
    const auto plan = book.team(team).plan(kMonday, kMonday + days{28});
    for (const auto& agenda : plan) alone[agenda.id] = agenda;
    EXPECT_EQ(plan.size(), team == "kitchen" ? 20u : 32u);
    EXPECT_EQ(book.team(team).agenda(kMonday, team == "kitchen" ? "" : "morning"), plan.front());
  }
  std::size_t together = 0;
  book.plan_all(kMonday, kMonday + days{28}, [&](const Agenda& agenda) {
    ++together;
    EXPECT_EQ(agenda, alone.at(agenda.id));
  });
  EXPECT_EQ(together, alone.size());
  const auto plan = book.team("kitchen").plan(kMonday, kMonday + days{28});
  std::size_t next = 0;
  for (int day = 0; day < 28; ++day) {
    for (auto agenda : book.publish_all(kMonday + days{day})) {
      if (agenda.team != "kitchen") continue;
      agenda.published = false;
      EXPECT_EQ(agenda, plan[next++]);
    }
  }
  for (auto& agenda : book.team("kitchen").plan(kMonday, kMonday + days{28}))
    EXPECT_TRUE(agenda.published);
}

TEST_P(WithBook, ReviseKeepsTheValueAndEveryEarlierRevision) {
  const auto first = book.team("front-desk").publish(kMonday);
  const auto leader = first->facilitator->key;
  book.team("front-desk").note("A guest complained at 06:45", kMonday);
  const auto second = book.huddle(first->id).revise("Somebody is ill", {leader});
  EXPECT_EQ(second.revision, 2);
  EXPECT_EQ(second.reason, "Somebody is ill");
  EXPECT_EQ(second.value, first->value);
  EXPECT_NE(second.facilitator->key, leader);
  EXPECT_EQ(sum(second), second.timebox);
  EXPECT_EQ(segment(second, SegmentKind::kOpen)->points.size(), 1u);
  EXPECT_NE(segment(second, SegmentKind::kOpen)->text.find("is away"), std::string::npos);
  EXPECT_EQ(book.huddle(first->id).revisions(), (std::vector<Agenda>{*first, second}));
  EXPECT_EQ(book.team("front-desk").agenda(kMonday), second);

  const auto third = book.huddle(first->id).revise("The lift is back");
  EXPECT_EQ(third.facilitator, second.facilitator);
  EXPECT_THROW(book.huddle(first->id).revise(""), InvalidArgument);
  EXPECT_THROW(book.huddle(first->id).revise("x", {"eli"}), Conflict);
  EXPECT_THROW(book.huddle("front-desk/2026-11-24/morning").revise("x"), NotFound);
}

TEST_P(WithBook, ACancelledHuddleGivesItsTurnsBack) {
  const auto before = book.team("kitchen").plan(kMonday, kMonday + days{7});
  const auto monday = book.team("kitchen").publish(kMonday);
  book.huddle(monday->id).cancel("Fire drill");
  EXPECT_FALSE(book.team("kitchen").agenda(kMonday));
  EXPECT_FALSE(book.team("kitchen").publish(kMonday)) << "a normal answer, made for cron";
  const auto tuesday = book.team("kitchen").agenda(kMonday + days{1});
  EXPECT_EQ(tuesday->facilitator, before[0].facilitator);
  EXPECT_EQ(tuesday->value, before[0].value);
  book.huddle(monday->id).cancel("Fire drill");
  book.huddle("kitchen/2026-11-25/huddle").cancel("Never published");
  EXPECT_FALSE(book.team("kitchen").agenda(kMonday + days{2}));
}

TEST_P(WithBook, CompletingPutsTheBooksRight) {
  const auto monday = book.team("front-desk").publish(kMonday);
  const auto planned = monday->facilitator->key;
  const std::string other = planned == "ana" ? "ben" : "ana";
  const Outcome outcome{
      .attended = {{"ana", "ben", "caro"}}, .led_by = other, .took = seconds{640}};
  book.huddle(monday->id).complete(outcome);
  book.huddle(monday->id).complete(outcome);
  EXPECT_THROW(book.huddle(monday->id).complete({.led_by = planned}), Conflict);
  EXPECT_THROW(book.huddle(monday->id).cancel("x"), Conflict);
  EXPECT_THROW(book.huddle(monday->id).revise("x"), Conflict);
  EXPECT_EQ(book.team("front-desk").agenda(kMonday + days{1})->facilitator->key, planned)
      << "whoever stood back is first in line again";
  const auto huddles = book.team("front-desk").calendar(kMonday, kMonday + days{2});
  EXPECT_EQ(huddles[0].state, HuddleState::kCompleted);
  EXPECT_EQ(huddles[1].state, HuddleState::kPlanned);

  const auto tuesday = book.team("front-desk").publish(kMonday + days{1});
  now += days{1};
  EXPECT_THROW(book.huddle(tuesday->id).complete({.attended = {{"dora"}}}), InvalidArgument);
  EXPECT_THROW(book.huddle(tuesday->id).complete({.attended = {{"nobody"}}}), NotFound);
}

TEST_P(WithBook, AHuddleThatNobodyClosedCountsAsHeldAfterADay) {
  book.team("kitchen").publish(kMonday - days{3});
  book.team("kitchen").publish(kMonday);
  const auto huddles = book.team("kitchen").calendar(kMonday - days{3}, kMonday + days{1});
  ASSERT_EQ(huddles.size(), 2u);
  EXPECT_EQ(huddles[0].state, HuddleState::kAssumedHeld);
  EXPECT_EQ(huddles[1].state, HuddleState::kPublished);
}

TEST_P(WithBook, LoadingTwiceChangesNothingAndWhatDisappearsIsRetired) {
  const auto playbook = parse_playbook(kSmallPlaybook, "small");
  auto report = book.load(playbook);
  EXPECT_EQ(report.added + report.changed + report.retired, 0);
  EXPECT_EQ(report.unchanged, 3 + 4 + 2);

  const auto monday = book.team("kitchen").publish(kMonday);
  auto smaller = playbook;
  std::erase_if(smaller.values, [&](const Value& v) { return v.key == monday->value; });
  std::erase_if(smaller.prompts, [&](const Prompt& p) { return p.value == monday->value; });
  smaller.teams[1].members.pop_back();
  report = book.load(smaller);
  EXPECT_GE(report.retired, 2);
  EXPECT_EQ(report.changed, 1);
  EXPECT_EQ(book.team("kitchen").agenda(kMonday), monday) << "what was published stays";
  EXPECT_EQ(book.playbook().values.size(), 2u);
  for (int day = 1; day < 9; ++day) {
    const auto agenda = book.team("front-desk").publish(kMonday + days{day}, "morning");
    EXPECT_NE(agenda->value, monday->value);
  }
}

TEST_P(WithBook, ARenamedKeyKeepsItsHistory) {
  const auto monday = book.team("front-desk").publish(kMonday);
  auto playbook = parse_playbook(kSmallPlaybook, "small");
  for (auto& value : playbook.values) {
    if (value.key != monday->value) continue;
    value.renamed_from = value.key;
    value.key = "new-name";
  }
  for (auto& prompt : playbook.prompts) {
    if (prompt.value == monday->value) prompt.value = "new-name";
  }
  const auto report = book.load(playbook);
  EXPECT_EQ(report.added, 0);
  EXPECT_NE(book.team("front-desk").agenda(kMonday + days{1})->value, "new-name")
      << "it had its turn";
}

TEST_P(WithBook, AnotherSourceStaysAndCannotTakeAKey) {
  Playbook pack{.source = "pack",
                .values = {{.key = "warm", .name = "Warm", .statement = "Be warm."}}};
  EXPECT_EQ(book.load(pack).added, 1);
  book.load(parse_playbook(kSmallPlaybook, "small"));
  EXPECT_EQ(book.playbook().values.size(), 4u);
  pack.values.push_back({.key = "listen", .name = "Mine", .statement = "Mine."});
  EXPECT_THROW(book.load(pack), Conflict);
  EXPECT_EQ(book.playbook().values.size(), 4u) << "nothing half loaded";
}

TEST_P(WithBook, APlaybookMadeInCodeObeysTheRulesOfTheFile) {
  const auto good = parse_playbook(kSmallPlaybook, "small");
  const auto refused = [&](auto&& spoil) {
    auto playbook = good;
    spoil(playbook);
    EXPECT_THROW(book.load(playbook), ParseError);
  };
  refused([](Playbook& p) { p.values[0].weight = 0; });
  refused([](Playbook& p) { p.values[0].weight = -5; });
  refused([](Playbook& p) { p.teams[0].key = "front desk/x"; });
  refused([](Playbook& p) { p.teams[0].meetings[0].rule = "NONSENSE"; });
  refused([](Playbook& p) { p.teams[0].meetings[0].timebox = seconds{-5}; });
  refused([](Playbook& p) {
    p.themes = {{.key = "t",
                 .name = "T",
                 .values = {"listen"},
                 .first = kMonday,
                 .last = kMonday,
                 .factor = 0}};
  });
  refused([](Playbook& p) { p.segments = {{.segment = "open"}, {.segment = "open"}}; });
  refused([](Playbook& p) {
    p.teams[0].meetings[0].key = "";  // counts as left out: both are `huddle`
    p.teams[0].meetings[1].key = "";
  });
  EXPECT_EQ(book.load(good).unchanged, 3 + 4 + 2);
}

TEST_P(WithBook, WhatIsEmptyInCodeIsAsLeftOutInAFile) {
  auto playbook = parse_playbook(kSmallPlaybook, "small");
  playbook.teams[1].meetings = {{.key = "", .rule = "", .start = std::chrono::hours{10}}};
  book.load(playbook);
  const auto meeting = book.playbook().teams[1].meetings.at(0);
  EXPECT_EQ(meeting.key, "huddle");
  EXPECT_EQ(meeting.rule, Meeting{}.rule);
}

TEST_P(WithBook, ARenameIsAChangeOnce) {
  auto playbook = parse_playbook(kSmallPlaybook, "small");
  playbook.teams[0].members[0] = {.key = "anna", .name = "Ana Costa", .renamed_from = "ana"};
  EXPECT_EQ(book.load(playbook).changed, 1);
  EXPECT_EQ(book.load(playbook).changed, 0);
  EXPECT_EQ(book.playbook().teams[0].members[0].key, "anna");
}

TEST_P(WithBook, ARefusedValueIsOneProblem) {
  auto playbook = parse_playbook(kSmallPlaybook, "small");
  playbook.segments = {{.segment = "open", .ideal = seconds{7}}};
  try {
    book.load(playbook);
    FAIL();
  } catch (const ParseError& e) {
    EXPECT_EQ(e.problems().size(), 1u) << e.what();
  }
}

TEST_P(WithBook, PublishingReachesAtMostAMonthAhead) {
  EXPECT_NO_THROW((void)book.team("kitchen").publish(parse_day("2026-12-24")));
  EXPECT_THROW((void)book.team("kitchen").publish(parse_day("2026-12-25")), Conflict);
}

TEST_P(WithBook, BadInputIsRefusedAndLeavesNothingBehind) {
  EXPECT_THROW(book.team("kitchen").win("", {.day = kMonday}), InvalidArgument);
  EXPECT_THROW(book.team("kitchen").win(std::string("a\0b", 3), {.day = kMonday}), InvalidArgument);
  EXPECT_THROW(book.team("kitchen").win("\x01"
                                        "1\x02",
                                        {.day = kMonday}),
               InvalidArgument);
  EXPECT_THROW(book.team("kitchen").win("\xff\xfe", {.day = kMonday}), InvalidArgument);
  EXPECT_THROW(book.team("kitchen").win(std::string(1'000'000, 'x'), {.day = kMonday}),
               InvalidArgument);
  EXPECT_THROW(book.team("kitchen").win("x", {.values = {"lisen"}, .day = kMonday}), NotFound);
  EXPECT_THROW(book.team("kitchen").win("x", {.who = {"eli"}, .by = "eli", .day = kMonday}),
               InvalidArgument);
  EXPECT_THROW(book.team("kitchen").lesson("x", {.importance = 4, .day = kMonday}),
               InvalidArgument);
  EXPECT_THROW(
      book.team("kitchen").commit({.who = "eli", .text = "x", .due = kMonday - days{1}}, kMonday),
      InvalidArgument);
  EXPECT_THROW(book.journal().kept(CommitmentId(99)), NotFound);
  EXPECT_TRUE(book.team("kitchen").stories(kMonday - days{9}, kMonday + days{9}).empty());
  EXPECT_TRUE(book.team("kitchen").lessons().empty());
  EXPECT_TRUE(book.team("kitchen").commitments(false).empty());
}

INSTANTIATE_TEST_SUITE_P(Book, WithBook, ::testing::Bool(),
                         [](const auto& info) { return info.param ? "OnAFile" : "InMemory"; });

}  // namespace
}  // namespace huddlekit
