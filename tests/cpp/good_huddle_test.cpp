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
  book.team("kitchen").lesson("A tray without a label is thrown away at night.",
                              {.change = "The label goes on before the food does.",
                               .importance = 2,
                               .value = "own-it",
                               .day = kMonday - days{13}});
  for (int day = -12; day < 1; ++day) book.team("kitchen").publish(kMonday + days{day});

  now = parse_instant("2026-11-23T17:00:00Z");
  const auto miss = book.team("front-desk")
                        .miss(
                            "A guest in 204 got nuts at breakfast although the booking "
                            "said no nuts.",
                            {.day = kMonday});
  book.journal().hand_off(miss.id, "kitchen", "Can allergies stand on the breakfast slip?");
  book.team("front-desk")
      .win("A guest had lost a ring: Ana had the bathroom drain opened and found it.",
           {.who = {"ana"}, .values = {"own-it"}, .day = kMonday});
  const auto slip = book.team("kitchen").commit(
      {.who = "fay", .text = "Show the new slip to the night porter", .due = kMonday},
      kMonday - days{3});
  book.team("kitchen").commit({.who = "eli",
                               .text = "Call the Lindqvists about their Sunday lunch",
                               .due = tuesday,
                               .for_customer = true},
                              kMonday - days{1});
  now = parse_instant("2026-11-24T05:00:00Z");
  const auto agenda = book.team("kitchen").publish(tuesday);
  expect_golden("good-huddle.txt", to_text(*agenda));

  // It is held; the lesson was remembered with help, a promise was kept, the question answered.
  book.huddle(agenda->id).complete({.attended = {{"eli", "fay"}}, .lesson_rating = Rating::kHard});
  book.journal().kept(slip.id);
  book.journal().answer(book.team("kitchen").hand_offs()[0].id,
                        "Yes: from tomorrow on every slip has a red line for it.", "fay");
  book.team("kitchen").win("Fay sat down with the night porter until the slip was clear to both.",
                           {.who = {"fay"}, .values = {"listen"}, .day = tuesday});
  now = parse_instant("2026-11-25T05:00:00Z");
  expect_golden("good-huddle-next-day.txt",
                to_text(*book.team("kitchen").publish(tuesday + days{1})) + "\n" +
                    to_text(*book.team("front-desk").publish(tuesday + days{1})));
}

}  // namespace
}  // namespace huddlekit
