// What all of it reads like together. To accept a change, look at the text and then run with
// HUDDLEKIT_UPDATE_GOLDEN=1.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "book_fixture.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

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

TEST(GoodHuddle, AMissHandedOverTwoCommitmentsALessonAndAWinElsewhereAndTheDayAfter) {
  auto now = parse_instant("2026-11-11T05:00:00Z");
  auto book = Book::open(":memory:", {.create = true, .now = [&] { return now; }});
  book.load(parse_playbook(kSmallPlaybook, "small"));
  const Day tuesday = kMonday + days{1};

  // Two weeks in which the kitchen met every day and learned something.
  book.learn({.team = "kitchen",
              .day = kMonday - days{13},
              .insight = "A tray without a label is thrown away at night.",
              .change = "The label goes on before the food does.",
              .importance = 2,
              .value = "own-it"});
  for (int day = -12; day < 1; ++day) book.publish("kitchen", kMonday + days{day});

  now = parse_instant("2026-11-23T17:00:00Z");
  const auto miss = book.tell({.kind = StoryKind::kMiss,
                               .team = "front-desk",
                               .day = kMonday,
                               .text = "A guest in 204 got nuts at breakfast although the booking "
                                       "said no nuts."});
  book.hand_off(miss.id, "kitchen", "Can allergies stand on the breakfast slip?");
  book.tell({.kind = StoryKind::kWin,
             .team = "front-desk",
             .day = kMonday,
             .text = "A guest had lost a ring: Ana had the bathroom drain opened and found it.",
             .values = {"own-it"},
             .who = {{"ana", ""}}});
  const auto slip = book.commit({.team = "kitchen",
                                 .who = {"fay", ""},
                                 .text = "Show the new slip to the night porter",
                                 .made = kMonday - days{3},
                                 .due = kMonday});
  book.commit({.team = "kitchen",
               .who = {"eli", ""},
               .text = "Call the Lindqvists about their Sunday lunch",
               .made = kMonday - days{1},
               .due = tuesday,
               .for_customer = true});
  now = parse_instant("2026-11-24T05:00:00Z");
  const auto agenda = book.publish("kitchen", tuesday);
  expect_golden("good-huddle.txt", to_text(*agenda));

  // It is held; the lesson was remembered with help, a promise was kept, the question answered.
  book.complete(agenda->id, {.attended = {{"eli", "fay"}}, .lesson_rating = Rating::kHard});
  book.close(slip.id, CommitmentState::kKept);
  book.answer(book.hand_offs("kitchen")[0].id,
              "Yes: from tomorrow on every slip has a red line for it.", "fay");
  book.tell({.kind = StoryKind::kWin,
             .team = "kitchen",
             .day = tuesday,
             .text = "Fay sat down with the night porter until the slip was clear to both.",
             .values = {"listen"},
             .who = {{"fay", ""}}});
  now = parse_instant("2026-11-25T05:00:00Z");
  expect_golden("good-huddle-next-day.txt",
                to_text(*book.publish("kitchen", tuesday + days{1})) + "\n" +
                    to_text(*book.publish("front-desk", tuesday + days{1})));
}

}  // namespace
}  // namespace huddlekit
