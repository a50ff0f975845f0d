#include "store/huddles/presence_store.hpp"

#include <gtest/gtest.h>

#include <random>

#include "book_fixture.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

class Hearings : public InFolder {
 protected:
  Hearings()
      : book_(Book::open(file("h.huddle"), {.create = true, .now = [] {
                                              return parse_instant("2026-11-23T05:00:00Z");
                                            }})) {
    book_.load({.source = "test",
                .organisation = Organisation{.name = "Test", .zone = "UTC"},
                .values = {{.key = "care", .name = "Care", .statement = "We care."}},
                .teams = {{.key = "desk",
                           .name = "Desk",
                           .department = "front",
                           .customers = "guests",
                           .zone = "UTC",
                           .members = {{.key = "ana", .name = "Ana"}},
                           .meetings = {{.rule = "FREQ=DAILY", .start = std::chrono::hours{8}}}}}});
  }

  Hearing kept() { return presence_.hearings(1).at(1); }

  Book book_;
  Database database_{file("h.huddle"), {.busy_timeout = std::chrono::seconds{5}}};
  PresenceStore presence_{database_};
};

void expect_equal(const Hearing& a, const Hearing& b) {
  EXPECT_EQ(a.huddles, b.huddles);
  ASSERT_EQ(a.values.size(), b.values.size());
  for (std::size_t i = 0; i < a.values.size(); ++i) {
    EXPECT_EQ(a.values[i].value, b.values[i].value);
    EXPECT_EQ(a.values[i].credit, b.values[i].credit);
    EXPECT_EQ(a.values[i].times, b.values[i].times);
    EXPECT_EQ(a.values[i].last, b.values[i].last);
  }
}

TEST_F(Hearings, AreReadAsTheyWereSaved) {
  std::mt19937 random(7);
  const auto number = [&](std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(random);
  };
  const auto day = [&]() -> std::optional<Day> {
    if (number(0, 2) == 0) return std::nullopt;
    return Day{days{number(-1000, 40'000)}};  // 1970-01-01 among them, which is day 0
  };
  for (int round = 0; round < 200; ++round) {
    Hearing hearing{.huddles = number(0, 5000)};
    for (auto n = number(0, 12); n > 0; --n) {
      hearing.values.push_back({number(1, 1'000'000'000), number(-1'000'000'000, 1'000'000'000),
                                number(0, 3000), day()});
    }
    hearing.values.push_back({3, 0, 1, Day{}});
    presence_.save(1, 1, hearing);
    expect_equal(hearing, kept());
  }
}

TEST_F(Hearings, AreReadAsAnOlderBookHasThem) {
  presence_.save(1, 1, {});
  expect_equal(kept(), {});
  database_.run("UPDATE presence SET huddles = 5, heard = ?",
                "1:-300:2:20780:20775 4:900:1:20781:-1000000 9:12:0:-1000000:-1000000");
  expect_equal(kept(), {.huddles = 5,
                        .values = {{1, -300, 2, Day{days{20780}}},
                                   {4, 900, 1, Day{days{20781}}},
                                   {9, 12, 0, std::nullopt}}});
}

}  // namespace
}  // namespace huddlekit
