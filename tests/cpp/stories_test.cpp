#include "book_fixture.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

class Stories : public WithBook {
 protected:
  Story miss(int days_ago = 1, const std::string& text = "The wake-up call came late.") {
    return book.team("front-desk")
        .miss(text, {.day = kMonday - days{days_ago}, .promise = "We call at the minute."});
  }
  std::optional<Segment> promises(Day day) {
    const auto agenda = book.team("front-desk").publish(day, "morning");
    for (const auto& segment : agenda->segments) {
      if (segment.kind == SegmentKind::kPromises) return segment;
    }
    return std::nullopt;
  }
};

TEST_P(Stories, EverythingToldComesBack) {
  const auto told = book.team("front-desk")
                        .win("Found the ring.", {.who = {"ana", "eli"},
                                                 .values = {"own-it", "easy"},
                                                 .by = "ben",
                                                 .day = kMonday,
                                                 .touch_point = "check-out",
                                                 .stage = "after the stay",
                                                 .customer = "a couple",
                                                 .inside_customer = true,
                                                 .tags = {"lost and found", "joy"}});
  EXPECT_EQ(book.journal().story(told.id), told);
  EXPECT_EQ(book.team("front-desk").stories(kMonday, kMonday + days{1}), std::vector{told});
}

TEST_P(Stories, ABadStoryIsRefusedAndNamesWhy) {
  struct Told {
    StoryKind kind = StoryKind::kWin;
    std::string text = "Fine.";
    StoryDetails details{.day = kMonday};
  };
  const auto refused = [&](auto change, const std::string& argument) {
    Told story;
    change(story);
    try {
      book.team("kitchen").tell(story.kind, story.text, story.details);
      ADD_FAILURE() << argument;
    } catch (const Error& e) {
      EXPECT_TRUE(std::string(e.what()).starts_with(argument + ":")) << e.what();
    }
  };
  refused([](Told& s) { s.details.day = kMonday + days{1}; }, "day");
  refused([](Told& s) { s.text = std::string("a\0b", 3); }, "text");
  refused([](Told& s) { s.text = "\xc3\x28"; }, "text");
  refused([](Told& s) { s.text = std::string(1 << 20, 'x'); }, "text");
  refused([](Told& s) { s.details.customer = std::string(201, 'x'); }, "customer");
  refused([](Told& s) { s.details.tags = {"a", "a"}; }, "tags");
  refused([](Told& s) { s.details.tags = {"two\nlines"}; }, "tags");
  refused([](Told& s) { s.details.tags.assign(21, "x"); }, "tags");
  refused([](Told& s) { s.details.promise = "A win breaks none."; }, "promise");
  refused([](Told& s) { s.details.who = {"eli"}, s.details.by = "eli"; }, "who");
  refused([](Told& s) { s.details.who = {"elli"}; }, "person");
  refused([](Told& s) { s.details.values = {"own"}; }, "value");
  EXPECT_TRUE(book.team("kitchen").stories(kMonday - days{9}, kMonday + days{9}).empty());
}

TEST_P(Stories, TodayIsTheTeamsOwn) {
  const auto late = book.team("kitchen").day(parse_instant("2026-11-23T23:59:00Z"));
  EXPECT_EQ(late, kMonday) << "Lisbon is on UTC in November";
  EXPECT_NO_THROW(book.team("kitchen").win("Today.", {.day = kMonday}));
}

TEST_P(Stories, AMissStaysInTheAgendaUntilItIsPutRight) {
  const auto told = miss();
  EXPECT_EQ(book.team("front-desk").open_misses(), std::vector{told});
  EXPECT_FALSE(promises(kMonday)) << "told as a miss first";
  const auto next = promises(kMonday + days{1});
  ASSERT_TRUE(next);
  ASSERT_EQ(next->points.size(), 1u);
  EXPECT_EQ(next->points[0].label, "To put right, missed on Sunday");
  EXPECT_EQ(
      next->points[0].text,
      "The wake-up call came late. (still to do: hear the customer, apologise and put it right)");
  EXPECT_EQ(next->why, "1 miss is not put right yet.");

  book.journal().put_right(told.id, Recovery::kHeard, "ana", kMonday);
  const auto heard = promises(kMonday + days{2});
  EXPECT_NE(heard->points[0].text.find("(still to do: apologise and put it right)"),
            std::string::npos);
  const auto done = book.journal().put_right(told.id, Recovery::kPutRight, "ben", kMonday);
  ASSERT_EQ(done.recovery.size(), 2u);
  EXPECT_EQ(done.recovery[1], (RecoveryStep{Recovery::kPutRight, {"ben", "Ben Okafor"}, kMonday}));
  EXPECT_TRUE(book.team("front-desk").open_misses().empty());
  EXPECT_FALSE(promises(kMonday + days{3}));
}

TEST_P(Stories, MissesComeBeforeCommitments) {
  miss(9);
  book.team("front-desk")
      .commit({.who = "ana", .text = "Ring the guest", .due = kMonday, .for_customer = true},
              kMonday);
  const auto segment = promises(kMonday);
  ASSERT_EQ(segment->points.size(), 2u);
  EXPECT_TRUE(segment->points[0].label.starts_with("To put right"));
  EXPECT_EQ(segment->why, "1 miss is not put right yet; 1 commitment is due, to a customer.");
}

TEST_P(Stories, TellingAStepTwiceChangesNothingAndContradictingItIsAConflict) {
  const auto told = miss();
  const auto once = book.journal().put_right(told.id, Recovery::kApologised, "ana", kMonday);
  EXPECT_EQ(book.journal().put_right(told.id, Recovery::kApologised, "ana", kMonday), once);
  EXPECT_THROW(book.journal().put_right(told.id, Recovery::kApologised, "ben", kMonday), Conflict);
  EXPECT_THROW(book.journal().put_right(told.id, Recovery::kApologised, "ana", kMonday - days{1}),
               Conflict);
  EXPECT_THROW(book.journal().put_right(told.id, Recovery::kHeard, "ana", kMonday - days{2}),
               InvalidArgument);
  EXPECT_THROW(book.journal().put_right(told.id, Recovery::kHeard, "ana", kMonday + days{1}),
               InvalidArgument);
  EXPECT_THROW(book.journal().put_right(told.id, Recovery::kHeard, "anna", kMonday), NotFound);
  EXPECT_THROW(book.journal().put_right(StoryId(99), Recovery::kHeard, "ana", kMonday), NotFound);
  const auto win = book.team("front-desk").win("Fine.", {.day = kMonday});
  EXPECT_THROW(book.journal().put_right(win.id, Recovery::kHeard, "ana", kMonday), Conflict);
  EXPECT_EQ(book.journal().story(told.id), once);
}

TEST_P(Stories, EditingKeepsTheEarlierTexts) {
  const auto told = miss();
  book.journal().edit(told.id, {.text = "The call came at seven."}, "ana");
  const auto now = book.journal().edit(told.id, {.text = "The call came at ten past seven.",
                                                 .values = std::vector<std::string>{"own-it"},
                                                 .tags = std::vector<std::string>{"phone"}});
  EXPECT_EQ(now.text, "The call came at ten past seven.");
  EXPECT_EQ(now.promise, told.promise) << "what is left out stays";
  EXPECT_EQ(book.journal().story(told.id), now);
  const auto edits = book.journal().edits(told.id);
  ASSERT_EQ(edits.size(), 2u);
  EXPECT_EQ(edits[0].text, told.text);
  EXPECT_EQ(edits[0].by, (Person{"ana", "Ana Costa"}));
  EXPECT_EQ(edits[0].at, parse_instant("2026-11-23T05:00:00Z"));
  EXPECT_EQ(edits[1].text, "The call came at seven.");
  EXPECT_FALSE(edits[1].by);

  book.journal().edit(told.id, {.text = now.text});
  EXPECT_EQ(book.journal().edits(told.id).size(), 2u) << "nothing changed";
  EXPECT_THROW(book.journal().edit(told.id, {.text = ""}), InvalidArgument);
  EXPECT_THROW(book.journal().edit(told.id, {.who = std::vector<std::string>{"ana"}}),
               InvalidArgument)
      << "a miss names nobody";
  EXPECT_THROW(book.journal().edit(StoryId(99), {}), NotFound);
  EXPECT_THROW((void)book.journal().edits(StoryId(99)), NotFound);
  EXPECT_EQ(book.journal().story(told.id), now);
}

TEST_P(Stories, CheckingAMissKnowsEverybodysName) {
  const auto checked = book.journal().check_miss("At six, Caro Lind forgot the call.");
  ASSERT_EQ(checked.findings.size(), 2u);
  EXPECT_EQ(checked.findings[0].found, "Caro Lind");
  EXPECT_FALSE(checked.form.happened.empty());
}

INSTANTIATE_TEST_SUITE_P(Book, Stories, ::testing::Bool(), [](const auto& parameter) {
  return parameter.param ? "OnAFile" : "InMemory";
});

}  // namespace
}  // namespace huddlekit
