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
  std::string publish(Day day) { return book.team("front-desk").publish(day, "morning")->id; }

  Segment segment(Day day, SegmentKind kind) {
    const auto agenda = book.team("front-desk").agenda(day, "morning").value();
    return *std::ranges::find(agenda.segments, kind, &Segment::kind);
  }

  Story win(Day day, const char* text) { return book.team("front-desk").win(text, {.day = day}); }
};
INSTANTIATE_TEST_SUITE_P(Store, OutcomeBook, ::testing::Bool(),
                         [](const auto& p) { return p.param ? "File" : "Memory"; });

TEST_P(OutcomeBook, AHuddleThatHasNotComeYetCannotBeCompleted) {
  const auto id = publish(kMonday + days{1});
  try {
    book.huddle(id).complete({.took = 600s});
    FAIL();
  } catch (const Conflict& e) {
    EXPECT_STREQ(e.what(),
                 "huddle front-desk/2026-11-24/morning: is on 2026-11-24, which has not come yet");
  }
  EXPECT_THROW(book.huddle(id).start(), Conflict);
  EXPECT_FALSE(book.huddle(id).live());
  EXPECT_EQ(book.huddle(id).entry().state, HuddleState::kPublished);
  now += std::chrono::hours{18};  // 23:00: a night shift may be early
  EXPECT_NO_THROW(book.huddle(id).start());
  EXPECT_NO_THROW(book.huddle(id).finish());
}

TEST_P(OutcomeBook, CommitmentsAreMadeAndClosedWithTheHuddle) {
  const auto old =
      book.team("front-desk")
          .commit({.who = "ana", .text = "Ring the ferry", .due = kMonday}, kMonday - days{3});
  const auto late =
      book.team("front-desk")
          .commit({.who = "ben", .text = "Mend the bell", .due = kMonday}, kMonday - days{3});
  publish(kMonday);
  const Outcome outcome{.commitments = {{"caro", "Write to Ms Lund", kMonday + days{1}, true},
                                        {"ana", "Order two bells", kMonday + days{2}}},
                        .kept = {old.id},
                        .missed = {{late.id, "no part in the house"}}};
  book.huddle(kHuddle).complete(outcome);
  book.huddle(kHuddle).complete(outcome);  // nothing is made twice
  const auto open = book.team("front-desk").commitments();
  ASSERT_EQ(open.size(), 2U);
  EXPECT_EQ(open[0].who.key, "caro");
  EXPECT_EQ(open[0].made, kMonday);
  EXPECT_TRUE(open[0].for_customer);
  const auto all = book.team("front-desk").commitments(false);
  EXPECT_EQ(std::ranges::find(all, old.id, &Commitment::id)->state, CommitmentState::kKept);
  EXPECT_EQ(std::ranges::find(all, late.id, &Commitment::id)->reason, "no part in the house");

  auto other = outcome;
  other.commitments.pop_back();
  EXPECT_THROW(book.huddle(kHuddle).complete(other), Conflict);
  other = outcome;
  other.commitments.push_back({"dora", "Thank Eli", kMonday + days{1}});
  book.huddle(kHuddle).amend(other);
  book.huddle(kHuddle).amend(other);
  EXPECT_EQ(book.team("front-desk").commitments().size(), 3U);
}

TEST_P(OutcomeBook, AmendingOneThingLeavesTheOthers) {
  publish(kMonday);
  Outcome outcome{.attended = {{"ana", "ben"}},
                  .led_by = "ben",
                  .took = 500s,
                  .seconds = {{"value", 60s}},
                  .covered = {{"open", "value"}}};
  book.huddle(kHuddle).complete(outcome);
  const auto stands = [&] { EXPECT_NO_THROW(book.huddle(kHuddle).complete(outcome)); };
  book.huddle(kHuddle).amend({.took = outcome.took = 480s});
  stands();
  book.huddle(kHuddle).amend({.attended = outcome.attended = {{"ben", "caro"}}});
  stands();
  book.huddle(kHuddle).amend({.led_by = outcome.led_by = "caro"});
  stands();
  book.huddle(kHuddle).amend({.covered = outcome.covered = {{"open", "value", "close"}}});
  stands();
  book.huddle(kHuddle).amend({.seconds = outcome.seconds = {{"value", 70s}}});
  stands();
  EXPECT_THROW(book.huddle(kHuddle).amend({.led_by = "ana"}), InvalidArgument)
      << "ana was not there";
  stands();
}

TEST_P(OutcomeBook, IsAllOrNothing) {
  const auto theirs = book.team("kitchen").commit(
      {.who = "eli", .text = "Label the fridge", .due = kMonday}, kMonday);
  publish(kMonday);
  const std::vector<NewCommitment> made{{"ana", "Order two bells", kMonday + days{2}}};
  EXPECT_THROW(book.huddle(kHuddle).complete({.commitments = made, .kept = {theirs.id}}), NotFound);
  EXPECT_THROW(
      book.huddle(kHuddle).complete({.commitments = made, .missed = {{CommitmentId(99), "why"}}}),
      NotFound);
  EXPECT_THROW(book.huddle(kHuddle).complete({.seconds = {{"song", 5s}}}), InvalidArgument);
  EXPECT_THROW(book.huddle(kHuddle).complete({.seconds = {{"round", -1s}}}), InvalidArgument);
  EXPECT_THROW(book.huddle(kHuddle).complete({.covered = {{"seat", "song"}}}), InvalidArgument);
  EXPECT_TRUE(book.team("front-desk").commitments().empty());
  EXPECT_EQ(book.team("kitchen").commitments().size(), 1U);
  book.huddle(kHuddle).complete({.commitments = made});
  EXPECT_EQ(book.team("front-desk").commitments().size(), 1U);
}

TEST_P(OutcomeBook, AStoryThatThereWasNoTimeForComesAgain) {
  win(kMonday - days{1}, "Ana walked a guest to the ferry.");
  publish(kMonday);
  book.huddle(kHuddle).complete({.covered = {{"open", "value", "close"}}});
  EXPECT_EQ(segment(kMonday + days{1}, SegmentKind::kWin).points.size(), 1U);
  book.huddle(kHuddle).amend({.covered = {{"open", "value", "win", "close"}}});
  const auto tuesday = book.team("front-desk").agenda(kMonday + days{1}).value();
  EXPECT_TRUE(std::ranges::none_of(tuesday.segments,
                                   [](const Segment& s) { return s.kind == SegmentKind::kWin; }));
}

TEST_P(OutcomeBook, ASeatThatThereWasNoTimeForIsGivenBack) {
  const auto agenda = book.team("front-desk").publish(kMonday).value();
  const auto who = agenda.customers_seat.value().key;
  const auto next = [&] {
    const auto turns = book.team("front-desk").rota(Role::kSeat, 9, kMonday + days{1});
    return std::ranges::find_if(turns, [&](const Turn& t) { return t.who && t.who->key == who; })
        ->day;
  };
  book.huddle(kHuddle).complete({.covered = {{"open", "value", "close"}}});
  const Day soon = next();
  book.huddle(kHuddle).amend({.attended = {{"ana", "ben", "caro"}}});
  EXPECT_EQ(next(), soon) << "what was covered stays";
  book.huddle(kHuddle).amend({.covered = {{"open", "value", "seat", "close"}}});
  EXPECT_GT(next(), soon);
}

TEST_P(OutcomeBook, ATeamsUsualLengthBecomesWhatItAsksFor) {
  // A full agenda: only then does anybody have to ask for time.
  for (int n = 0; n < 12; ++n) win(kMonday, "Ana walked a guest to the ferry.");
  book.team("front-desk").lesson("A time can be kept.", {.day = kMonday});
  book.team("front-desk").commit({.who = "ana", .text = "Ring the ferry", .due = kMonday}, kMonday);
  const auto planned = segment(kMonday, SegmentKind::kOpen).seconds;
  now += days{2};
  for (int n = 0; n < 2; ++n) {
    book.huddle(publish(kMonday + days{n})).complete({.seconds = {{"open", 17s}}});
  }
  EXPECT_EQ(segment(kMonday + days{2}, SegmentKind::kOpen).seconds, planned) << "two are no habit";
  book.huddle(publish(kMonday + days{2})).complete({.seconds = {{"open", 600s}}});
  const auto usual = segment(kMonday + days{3}, SegmentKind::kOpen);
  EXPECT_LT(usual.seconds, planned);
  EXPECT_NE(usual.why.find("This usually takes 0:17 here."), std::string::npos) << usual.why;
  EXPECT_EQ(book.team("kitchen").agenda(kMonday + days{3})->segments.front().why.find("usually"),
            std::string::npos)
      << "another team";
  // It never leaves its bounds, and what is corrected is unlearned.
  for (int n = 0; n < 3; ++n) {
    book.huddle("front-desk/" + to_string(kMonday + days{n}) + "/morning")
        .amend({.seconds = {{"open", 900s}}});
  }
  EXPECT_GE(segment(kMonday + days{3}, SegmentKind::kOpen).seconds, planned);
  EXPECT_LE(segment(kMonday + days{3}, SegmentKind::kOpen).seconds, 45s);
  for (int n = 0; n < 3; ++n) {
    book.huddle("front-desk/" + to_string(kMonday + days{n}) + "/morning")
        .amend({.seconds = {{"value", 90s}}});
  }
  EXPECT_EQ(segment(kMonday + days{3}, SegmentKind::kOpen).why.find("usually"), std::string::npos);
}

TEST_P(OutcomeBook, ARoundGoesStraightIntoTheJournal) {
  publish(kMonday);
  const std::vector<RoundAnswer> answers{
      {"ana", "I read the notes before the shift.", "A guest wants a time, not an apology."},
      {"ben", "I keep the lift key on my belt.", ""}};
  const auto round = book.huddle(kHuddle).collect_round(answers);
  ASSERT_EQ(round.improvements.size(), 2U);
  ASSERT_EQ(round.lessons.size(), 1U);
  EXPECT_EQ(round.improvements[0].kind, StoryKind::kImprovement);
  EXPECT_EQ(round.improvements[0].by->key, "ana");
  EXPECT_EQ(round.lessons[0].insight, "A guest wants a time, not an apology.");
  EXPECT_EQ(book.huddle(kHuddle).collect_round(answers), round);
  EXPECT_EQ(book.team("front-desk").stories(kMonday, kMonday + days{1}), round.improvements);
  EXPECT_EQ(book.team("front-desk").lessons(), round.lessons);

  const auto more =
      book.huddle(kHuddle).collect_round({{"caro", "", "Children like the ferry horn."}});
  EXPECT_EQ(more.lessons.size(), 1U);
  EXPECT_EQ(book.team("front-desk").lessons().size(), 2U);
}

TEST_P(OutcomeBook, ARoundThatCannotBeIsNotHalfCollected) {
  EXPECT_THROW(book.huddle(kHuddle).collect_round({{"ana", "a", "b"}}), NotFound)
      << "not published";
  publish(kMonday);
  book.huddle(kHuddle).collect_round({{"ana", "I read the notes.", ""}});
  const RoundAnswer good{"ben", "I keep the key on my belt.", ""};
  EXPECT_THROW(book.huddle(kHuddle).collect_round({good, {"ana", "Something else.", ""}}),
               Conflict);
  EXPECT_THROW(book.huddle(kHuddle).collect_round({good, {"nobody", "a", ""}}), NotFound);
  EXPECT_THROW(book.huddle(kHuddle).collect_round({good, {"caro", "", ""}}), InvalidArgument);
  EXPECT_THROW(book.huddle(kHuddle).collect_round({good, good}), InvalidArgument);
  EXPECT_EQ(book.team("front-desk").stories(kMonday, kMonday + days{1}).size(), 1U);
  book.huddle(kHuddle).cancel("Fire drill");
  EXPECT_THROW(book.huddle(kHuddle).collect_round({good}), Conflict);
}

}  // namespace
}  // namespace huddlekit
