// What an outcome says of segments and commitments, what a team learns from it, and rounds.
#include <algorithm>

#include "book_fixture.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

constexpr const char* kHuddle = "front-desk/2026-11-23/morning";

class OutcomeBook : public WithBook {
 protected:
  std::string publish(Day day) { return book.publish("front-desk", day, "morning")->id; }

  Segment segment(Day day, SegmentKind kind) {
    const auto agenda = book.agenda("front-desk", day, "morning").value();
    return *std::ranges::find(agenda.segments, kind, &Segment::kind);
  }

  Story win(Day day, const char* text) {
    return book.tell({.kind = StoryKind::kWin, .team = "front-desk", .day = day, .text = text});
  }
};
INSTANTIATE_TEST_SUITE_P(Store, OutcomeBook, ::testing::Bool(),
                         [](const auto& p) { return p.param ? "File" : "Memory"; });

TEST_P(OutcomeBook, AHuddleThatHasNotComeYetCannotBeCompleted) {
  const auto id = publish(kMonday + days{1});
  try {
    book.complete(id, {.took = 600s});
    FAIL();
  } catch (const Conflict& e) {
    EXPECT_STREQ(e.what(),
                 "huddle front-desk/2026-11-24/morning: is on 2026-11-24, which has not come yet");
  }
  EXPECT_THROW(book.start(id), Conflict);
  EXPECT_FALSE(book.live(id));
  EXPECT_EQ(book.huddle(id).state, HuddleState::kPublished);
  now += std::chrono::hours{18};  // 23:00: a night shift may be early
  EXPECT_NO_THROW(book.start(id));
  EXPECT_NO_THROW(book.finish(id));
}

TEST_P(OutcomeBook, CommitmentsAreMadeAndClosedWithTheHuddle) {
  const auto old = book.commit({.team = "front-desk",
                                .who = {"ana", ""},
                                .text = "Ring the ferry",
                                .made = kMonday - days{3},
                                .due = kMonday});
  const auto late = book.commit({.team = "front-desk",
                                 .who = {"ben", ""},
                                 .text = "Mend the bell",
                                 .made = kMonday - days{3},
                                 .due = kMonday});
  publish(kMonday);
  const Outcome outcome{.commitments = {{"caro", "Write to Ms Lund", kMonday + days{1}, true},
                                        {"ana", "Order two bells", kMonday + days{2}}},
                        .kept = {old.id},
                        .missed = {{late.id, "no part in the house"}}};
  book.complete(kHuddle, outcome);
  book.complete(kHuddle, outcome);  // nothing is made twice
  const auto open = book.commitments("front-desk");
  ASSERT_EQ(open.size(), 2U);
  EXPECT_EQ(open[0].who.key, "caro");
  EXPECT_EQ(open[0].made, kMonday);
  EXPECT_TRUE(open[0].for_customer);
  const auto all = book.commitments("front-desk", false);
  EXPECT_EQ(std::ranges::find(all, old.id, &Commitment::id)->state, CommitmentState::kKept);
  EXPECT_EQ(std::ranges::find(all, late.id, &Commitment::id)->reason, "no part in the house");

  auto other = outcome;
  other.commitments.pop_back();
  EXPECT_THROW(book.complete(kHuddle, other), Conflict);
  other = outcome;
  other.commitments.push_back({"dora", "Thank Eli", kMonday + days{1}});
  book.amend(kHuddle, other);
  book.amend(kHuddle, other);
  EXPECT_EQ(book.commitments("front-desk").size(), 3U);
}

TEST_P(OutcomeBook, AmendingOneThingLeavesTheOthers) {
  publish(kMonday);
  Outcome outcome{.attended = {{"ana", "ben"}},
                  .led_by = "ben",
                  .took = 500s,
                  .seconds = {{"value", 60s}},
                  .covered = {{"open", "value"}}};
  book.complete(kHuddle, outcome);
  const auto stands = [&] { EXPECT_NO_THROW(book.complete(kHuddle, outcome)); };
  book.amend(kHuddle, {.took = outcome.took = 480s});
  stands();
  book.amend(kHuddle, {.attended = outcome.attended = {{"ben", "caro"}}});
  stands();
  book.amend(kHuddle, {.led_by = outcome.led_by = "caro"});
  stands();
  book.amend(kHuddle, {.covered = outcome.covered = {{"open", "value", "close"}}});
  stands();
  book.amend(kHuddle, {.seconds = outcome.seconds = {{"value", 70s}}});
  stands();
  EXPECT_THROW(book.amend(kHuddle, {.led_by = "ana"}), InvalidArgument) << "ana was not there";
  stands();
}

TEST_P(OutcomeBook, IsAllOrNothing) {
  const auto theirs = book.commit({.team = "kitchen",
                                   .who = {"eli", ""},
                                   .text = "Label the fridge",
                                   .made = kMonday,
                                   .due = kMonday});
  publish(kMonday);
  const std::vector<NewCommitment> made{{"ana", "Order two bells", kMonday + days{2}}};
  EXPECT_THROW(book.complete(kHuddle, {.commitments = made, .kept = {theirs.id}}), NotFound);
  EXPECT_THROW(book.complete(kHuddle, {.commitments = made, .missed = {{99, "why"}}}), NotFound);
  EXPECT_THROW(book.complete(kHuddle, {.seconds = {{"song", 5s}}}), InvalidArgument);
  EXPECT_THROW(book.complete(kHuddle, {.seconds = {{"round", -1s}}}), InvalidArgument);
  EXPECT_THROW(book.complete(kHuddle, {.covered = {{"seat", "song"}}}), InvalidArgument);
  EXPECT_TRUE(book.commitments("front-desk").empty());
  EXPECT_EQ(book.commitments("kitchen").size(), 1U);
  book.complete(kHuddle, {.commitments = made});
  EXPECT_EQ(book.commitments("front-desk").size(), 1U);
}

TEST_P(OutcomeBook, AStoryThatThereWasNoTimeForComesAgain) {
  win(kMonday - days{1}, "Ana walked a guest to the ferry.");
  publish(kMonday);
  book.complete(kHuddle, {.covered = {{"open", "value", "close"}}});
  EXPECT_EQ(segment(kMonday + days{1}, SegmentKind::kWin).points.size(), 1U);
  book.amend(kHuddle, {.covered = {{"open", "value", "win", "close"}}});
  const auto tuesday = book.agenda("front-desk", kMonday + days{1}).value();
  EXPECT_TRUE(std::ranges::none_of(tuesday.segments,
                                   [](const Segment& s) { return s.kind == SegmentKind::kWin; }));
}

TEST_P(OutcomeBook, ASeatThatThereWasNoTimeForIsGivenBack) {
  const auto agenda = book.publish("front-desk", kMonday).value();
  const auto who = agenda.customers_seat.value().key;
  const auto next = [&] {
    const auto turns = book.who_is_next("front-desk", Role::kSeat, 9, kMonday + days{1});
    return std::ranges::find_if(turns, [&](const Turn& t) { return t.who && t.who->key == who; })
        ->day;
  };
  book.complete(kHuddle, {.covered = {{"open", "value", "close"}}});
  const Day soon = next();
  book.amend(kHuddle, {.attended = {{"ana", "ben", "caro"}}});
  EXPECT_EQ(next(), soon) << "what was covered stays";
  book.amend(kHuddle, {.covered = {{"open", "value", "seat", "close"}}});
  EXPECT_GT(next(), soon);
}

TEST_P(OutcomeBook, ATeamsUsualLengthBecomesWhatItAsksFor) {
  // A full agenda: only then does anybody have to ask for time.
  for (int n = 0; n < 12; ++n) win(kMonday, "Ana walked a guest to the ferry.");
  book.learn({.team = "front-desk", .day = kMonday, .insight = "A time can be kept."});
  book.commit({.team = "front-desk",
               .who = {"ana", ""},
               .text = "Ring the ferry",
               .made = kMonday,
               .due = kMonday});
  const auto planned = segment(kMonday, SegmentKind::kOpen).seconds;
  now += days{2};
  for (int n = 0; n < 2; ++n) {
    book.complete(publish(kMonday + days{n}), {.seconds = {{"open", 17s}}});
  }
  EXPECT_EQ(segment(kMonday + days{2}, SegmentKind::kOpen).seconds, planned) << "two are no habit";
  book.complete(publish(kMonday + days{2}), {.seconds = {{"open", 600s}}});
  const auto usual = segment(kMonday + days{3}, SegmentKind::kOpen);
  EXPECT_LT(usual.seconds, planned);
  EXPECT_NE(usual.why.find("This usually takes 0:17 here."), std::string::npos) << usual.why;
  EXPECT_EQ(book.agenda("kitchen", kMonday + days{3})->segments.front().why.find("usually"),
            std::string::npos)
      << "another team";
  // It never leaves its bounds, and what is corrected is unlearned.
  for (int n = 0; n < 3; ++n) {
    book.amend("front-desk/" + to_string(kMonday + days{n}) + "/morning",
               {.seconds = {{"open", 900s}}});
  }
  EXPECT_GE(segment(kMonday + days{3}, SegmentKind::kOpen).seconds, planned);
  EXPECT_LE(segment(kMonday + days{3}, SegmentKind::kOpen).seconds, 45s);
  for (int n = 0; n < 3; ++n) {
    book.amend("front-desk/" + to_string(kMonday + days{n}) + "/morning",
               {.seconds = {{"value", 90s}}});
  }
  EXPECT_EQ(segment(kMonday + days{3}, SegmentKind::kOpen).why.find("usually"), std::string::npos);
}

TEST_P(OutcomeBook, ARoundGoesStraightIntoTheJournal) {
  publish(kMonday);
  const std::vector<RoundAnswer> answers{
      {"ana", "I read the notes before the shift.", "A guest wants a time, not an apology."},
      {"ben", "I keep the lift key on my belt.", ""}};
  const auto round = book.collect_round(kHuddle, answers);
  ASSERT_EQ(round.improvements.size(), 2U);
  ASSERT_EQ(round.lessons.size(), 1U);
  EXPECT_EQ(round.improvements[0].kind, StoryKind::kImprovement);
  EXPECT_EQ(round.improvements[0].by->key, "ana");
  EXPECT_EQ(round.lessons[0].insight, "A guest wants a time, not an apology.");
  EXPECT_EQ(book.collect_round(kHuddle, answers), round);
  EXPECT_EQ(book.stories("front-desk", kMonday, kMonday + days{1}), round.improvements);
  EXPECT_EQ(book.lessons("front-desk"), round.lessons);

  const auto more = book.collect_round(kHuddle, {{"caro", "", "Children like the ferry horn."}});
  EXPECT_EQ(more.lessons.size(), 1U);
  EXPECT_EQ(book.lessons("front-desk").size(), 2U);
}

TEST_P(OutcomeBook, ARoundThatCannotBeIsNotHalfCollected) {
  EXPECT_THROW(book.collect_round(kHuddle, {{"ana", "a", "b"}}), NotFound) << "not published";
  publish(kMonday);
  book.collect_round(kHuddle, {{"ana", "I read the notes.", ""}});
  const RoundAnswer good{"ben", "I keep the key on my belt.", ""};
  EXPECT_THROW(book.collect_round(kHuddle, {good, {"ana", "Something else.", ""}}), Conflict);
  EXPECT_THROW(book.collect_round(kHuddle, {good, {"nobody", "a", ""}}), NotFound);
  EXPECT_THROW(book.collect_round(kHuddle, {good, {"caro", "", ""}}), InvalidArgument);
  EXPECT_THROW(book.collect_round(kHuddle, {good, good}), InvalidArgument);
  EXPECT_EQ(book.stories("front-desk", kMonday, kMonday + days{1}).size(), 1U);
  book.cancel(kHuddle, "Fire drill");
  EXPECT_THROW(book.collect_round(kHuddle, {good}), Conflict);
}

}  // namespace
}  // namespace huddlekit
