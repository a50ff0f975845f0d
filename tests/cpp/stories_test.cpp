#include "book_fixture.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

class Stories : public WithBook {
 protected:
  Story miss(int days_ago = 1, const std::string& text = "The wake-up call came late.") {
    return book.tell({.kind = StoryKind::kMiss,
                      .team = "front-desk",
                      .day = kMonday - days{days_ago},
                      .text = text,
                      .promise = "We call at the minute."});
  }
  std::optional<Segment> promises(Day day) {
    const auto agenda = book.publish("front-desk", day, "morning");
    for (const auto& segment : agenda->segments) {
      if (segment.kind == SegmentKind::kPromises) return segment;
    }
    return std::nullopt;
  }
};

TEST_P(Stories, EverythingToldComesBack) {
  const auto told = book.tell({.kind = StoryKind::kWin,
                               .team = "front-desk",
                               .day = kMonday,
                               .text = "Found the ring.",
                               .values = {"own-it", "easy"},
                               .who = {{"ana", ""}, {"eli", ""}},
                               .by = Person{"ben", ""},
                               .touch_point = "check-out",
                               .stage = "after the stay",
                               .customer = "a couple",
                               .inside_customer = true,
                               .tags = {"lost and found", "joy"}});
  EXPECT_EQ(book.story(told.id), told);
  EXPECT_EQ(book.stories("front-desk", kMonday, kMonday + days{1}), std::vector{told});
}

TEST_P(Stories, ABadStoryIsRefusedAndNamesWhy) {
  const Story good{.kind = StoryKind::kWin, .team = "kitchen", .day = kMonday, .text = "Fine."};
  const auto refused = [&](auto change, const std::string& argument) {
    Story story = good;
    change(story);
    try {
      book.tell(story);
      ADD_FAILURE() << argument;
    } catch (const Error& e) {
      EXPECT_TRUE(std::string(e.what()).starts_with(argument + ":")) << e.what();
    }
  };
  refused([](Story& s) { s.day += days{1}; }, "day");
  refused([](Story& s) { s.text = std::string("a\0b", 3); }, "text");
  refused([](Story& s) { s.text = "\xc3\x28"; }, "text");
  refused([](Story& s) { s.text = std::string(1 << 20, 'x'); }, "text");
  refused([](Story& s) { s.customer = std::string(201, 'x'); }, "customer");
  refused([](Story& s) { s.tags = {"a", "a"}; }, "tags");
  refused([](Story& s) { s.tags = {"two\nlines"}; }, "tags");
  refused([](Story& s) { s.tags.assign(21, "x"); }, "tags");
  refused([](Story& s) { s.promise = "A win breaks none."; }, "promise");
  refused([](Story& s) { s.who = {{"eli", ""}}, s.by = Person{"eli", ""}; }, "who");
  refused([](Story& s) { s.who = {{"elli", ""}}; }, "person");
  refused([](Story& s) { s.values = {"own"}; }, "value");
  EXPECT_TRUE(book.stories("kitchen", kMonday - days{9}, kMonday + days{9}).empty());
}

TEST_P(Stories, TodayIsTheTeamsOwn) {
  const auto late = book.local_day("kitchen", parse_instant("2026-11-23T23:59:00Z"));
  EXPECT_EQ(late, kMonday) << "Lisbon is on UTC in November";
  EXPECT_NO_THROW(
      book.tell({.kind = StoryKind::kWin, .team = "kitchen", .day = kMonday, .text = "Today."}));
}

TEST_P(Stories, AMissStaysInTheAgendaUntilItIsPutRight) {
  const auto told = miss();
  EXPECT_EQ(book.open_misses("front-desk"), std::vector{told});
  EXPECT_FALSE(promises(kMonday)) << "told as a miss first";
  const auto next = promises(kMonday + days{1});
  ASSERT_TRUE(next);
  ASSERT_EQ(next->points.size(), 1u);
  EXPECT_EQ(next->points[0].label, "To put right, missed on Sunday");
  EXPECT_EQ(
      next->points[0].text,
      "The wake-up call came late. (still to do: hear the customer, apologise and put it right)");
  EXPECT_EQ(next->why, "1 miss is not put right yet.");

  book.put_right(told.id, Recovery::kHeard, "ana", kMonday);
  const auto heard = promises(kMonday + days{2});
  EXPECT_NE(heard->points[0].text.find("(still to do: apologise and put it right)"),
            std::string::npos);
  const auto done = book.put_right(told.id, Recovery::kPutRight, "ben", kMonday);
  ASSERT_EQ(done.recovery.size(), 2u);
  EXPECT_EQ(done.recovery[1], (RecoveryStep{Recovery::kPutRight, {"ben", "Ben Okafor"}, kMonday}));
  EXPECT_TRUE(book.open_misses("front-desk").empty());
  EXPECT_FALSE(promises(kMonday + days{3}));
}

TEST_P(Stories, MissesComeBeforeCommitments) {
  miss(9);
  book.commit({.team = "front-desk",
               .who = {"ana", ""},
               .text = "Ring the guest",
               .made = kMonday,
               .due = kMonday,
               .for_customer = true});
  const auto segment = promises(kMonday);
  ASSERT_EQ(segment->points.size(), 2u);
  EXPECT_TRUE(segment->points[0].label.starts_with("To put right"));
  EXPECT_EQ(segment->why, "1 miss is not put right yet. 1 commitment is due, to a customer.");
}

TEST_P(Stories, TellingAStepTwiceChangesNothingAndContradictingItIsAConflict) {
  const auto told = miss();
  const auto once = book.put_right(told.id, Recovery::kApologised, "ana", kMonday);
  EXPECT_EQ(book.put_right(told.id, Recovery::kApologised, "ana", kMonday), once);
  EXPECT_THROW(book.put_right(told.id, Recovery::kApologised, "ben", kMonday), Conflict);
  EXPECT_THROW(book.put_right(told.id, Recovery::kApologised, "ana", kMonday - days{1}), Conflict);
  EXPECT_THROW(book.put_right(told.id, Recovery::kHeard, "ana", kMonday - days{2}),
               InvalidArgument);
  EXPECT_THROW(book.put_right(told.id, Recovery::kHeard, "ana", kMonday + days{1}),
               InvalidArgument);
  EXPECT_THROW(book.put_right(told.id, Recovery::kHeard, "anna", kMonday), NotFound);
  EXPECT_THROW(book.put_right(99, Recovery::kHeard, "ana", kMonday), NotFound);
  const auto win =
      book.tell({.kind = StoryKind::kWin, .team = "front-desk", .day = kMonday, .text = "Fine."});
  EXPECT_THROW(book.put_right(win.id, Recovery::kHeard, "ana", kMonday), Conflict);
  EXPECT_EQ(book.story(told.id), once);
}

TEST_P(Stories, EditingKeepsTheEarlierTexts) {
  const auto told = miss();
  book.edit_story(told.id, {.text = "The call came at seven."}, "ana");
  const auto now = book.edit_story(told.id, {.text = "The call came at ten past seven.",
                                             .values = std::vector<std::string>{"own-it"},
                                             .tags = std::vector<std::string>{"phone"}});
  EXPECT_EQ(now.text, "The call came at ten past seven.");
  EXPECT_EQ(now.promise, told.promise) << "what is left out stays";
  EXPECT_EQ(book.story(told.id), now);
  const auto edits = book.story_edits(told.id);
  ASSERT_EQ(edits.size(), 2u);
  EXPECT_EQ(edits[0].text, told.text);
  EXPECT_EQ(edits[0].by, (Person{"ana", "Ana Costa"}));
  EXPECT_EQ(edits[0].at, parse_instant("2026-11-23T05:00:00Z"));
  EXPECT_EQ(edits[1].text, "The call came at seven.");
  EXPECT_FALSE(edits[1].by);

  book.edit_story(told.id, {.text = now.text});
  EXPECT_EQ(book.story_edits(told.id).size(), 2u) << "nothing changed";
  EXPECT_THROW(book.edit_story(told.id, {.text = ""}), InvalidArgument);
  EXPECT_THROW(book.edit_story(told.id, {.who = std::vector<std::string>{"ana"}}), InvalidArgument)
      << "a miss names nobody";
  EXPECT_THROW(book.edit_story(99, {}), NotFound);
  EXPECT_THROW((void)book.story_edits(99), NotFound);
  EXPECT_EQ(book.story(told.id), now);
}

TEST_P(Stories, CheckingAMissKnowsEverybodysName) {
  const auto checked = book.check_miss("At six, Caro Lind forgot the call.");
  ASSERT_EQ(checked.findings.size(), 2u);
  EXPECT_EQ(checked.findings[0].found, "Caro Lind");
  EXPECT_FALSE(checked.form.happened.empty());
}

INSTANTIATE_TEST_SUITE_P(Book, Stories, ::testing::Bool(), [](const auto& parameter) {
  return parameter.param ? "OnAFile" : "InMemory";
});

}  // namespace
}  // namespace huddlekit
