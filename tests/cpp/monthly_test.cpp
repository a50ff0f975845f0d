#include "core/agenda/monthly.hpp"

#include <gtest/gtest.h>

#include <random>

#include "huddlekit/huddlekit.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;

std::string board(int people, const std::string& more = "") {
  std::string out = R"(format = 1
organisation = { name = "Harbour Hotel", zone = "Europe/Lisbon", motto = "Keep promises" }
value = [{ key = "own", name = "Own it", behaviours = ["a"] }]
[template]
open = { title = "Hello" }
win = { min = 200, ideal = 200, max = 200 }
[[team]]
key = "board"
name = "Board"
huddle = [{ rule = "FREQ=MONTHLY;BYDAY=1TU", start = "15:00", template = "monthly")" +
                    more + " }]\nmembers = [\n";
  for (int n = 0; n < people; ++n) {
    out += "{ key = \"p" + std::to_string(n) + "\", name = \"P" + std::to_string(n) + "\" },\n";
  }
  return out + "]\n";
}

const Day kTuesday = parse_day("2026-12-01");

Agenda agenda_of(const std::string& playbook) {
  Book book = Book::open(
      ":memory:", {.create = true, .now = [] { return parse_instant("2026-12-01T05:00:00Z"); }});
  book.load(parse_playbook(playbook, "p"));
  book.team("board").win("A win.", {.day = kTuesday});
  return book.team("board").publish(kTuesday).value();
}

TEST(Monthly, EverybodySharesOneImprovementAndOneThingLearned) {
  const auto agenda = agenda_of(board(14));
  EXPECT_EQ(agenda.timebox, 60min);
  EXPECT_TRUE(agenda.facilitator.has_value());
  EXPECT_EQ(agenda.customers_seat, std::nullopt);
  ASSERT_EQ(agenda.segments.size(), 4U);
  const SegmentKind kinds[] = {SegmentKind::kOpen, SegmentKind::kRound, SegmentKind::kValue,
                               SegmentKind::kClose};
  const seconds lengths[] = {120s, 3000s, 300s, 180s};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(agenda.segments[i].kind, kinds[i]);
    EXPECT_EQ(agenda.segments[i].seconds, lengths[i]);
    EXPECT_NE(agenda.segments[i].why, "");
  }
  const auto& round = agenda.segments[1];
  EXPECT_EQ(round.text, "Everybody has their say, 3:34 each. No discussion until all have spoken.");
  ASSERT_EQ(round.points.size(), 2U);
  EXPECT_EQ(round.points[0].text, "One thing that you have improved in serving our customers.");
  EXPECT_EQ(round.points[1].text, "One thing that you have learned from a customer.");
  EXPECT_EQ(agenda_of(board(14)), agenda);
}

TEST(Monthly, EveryTimeboxIsSharedExactlyHoweverManyCome) {
  std::mt19937 random(11);
  for (int run = 0; run < 400; ++run) {
    const auto box = seconds{60 + 5 * std::uniform_int_distribution(0, 2'868)(random)};
    const auto people = static_cast<std::size_t>(std::uniform_int_distribution(1, 300)(random));
    const auto made = monthly_template(box, people);
    std::vector<Timebox::Request> requests;
    for (const auto& slot : made.slots) {
      if (slot.enabled) requests.push_back(slot.request);
    }
    ASSERT_EQ(requests.size(), 4U);
    const auto fit = Timebox(box).fit(requests);
    ASSERT_TRUE(fit.has_value()) << box.count() << " s, " << people;
    seconds sum{};
    for (const auto& length : *fit) {
      ASSERT_TRUE(length.has_value());  // nothing is cut
      sum += *length;
    }
    EXPECT_LE(sum, box);
    const auto each = share_of_each(*(*fit)[2], people);
    EXPECT_LE(each, 300s);
    if (box >= 20s * people + 45s) {
      EXPECT_GE(each, 20s);
    }
  }
}

TEST(Monthly, ASmallTeamGoesHomeEarlyAndNobodyMeansNoRound) {
  const auto two = agenda_of(board(2));
  EXPECT_EQ(two.segments.back().kind, SegmentKind::kFinishEarly);
  EXPECT_NE(two.segments[1].text.find("5:00 each"), std::string::npos);
  const auto one = agenda_of(board(1, ", timebox = \"5 min\""));
  EXPECT_EQ(one.timebox, 5min);
  EXPECT_NE(one.segments[1].why.find("One person is expected"), std::string::npos);
  const auto nobody = agenda_of(board(0));
  for (const auto& segment : nobody.segments) EXPECT_NE(segment.kind, SegmentKind::kRound);
}

TEST(Monthly, TheFormAndItsHourReadBackAsWritten) {
  const auto playbook = parse_playbook(board(1), "p");
  EXPECT_EQ(playbook.teams[0].meetings[0].timebox, 60min);
  EXPECT_EQ(to_toml(playbook).find("timebox"), std::string::npos);
  auto again = parse_playbook(to_toml(playbook), "p");
  EXPECT_EQ(again, playbook);
  again.teams[0].meetings[0].timebox = 600s;
  EXPECT_EQ(parse_playbook(to_toml(again), "p"), again);
}

}  // namespace
}  // namespace huddlekit
