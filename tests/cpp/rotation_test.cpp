#include "huddlekit/rotation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "core/turns/turns.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using Keys = std::vector<std::string>;
using Weights = std::vector<std::pair<std::string, double>>;

Keys take(Rotation& rotation, int steps) {
  Keys taken;
  for (; steps > 0; --steps) {
    taken.push_back(*rotation.next());
    rotation.advance(taken.back());
  }
  return taken;
}

template <class E>
std::string message(const auto& call) {
  try {
    call();
  } catch (const E& e) {
    return e.what();
  }
  return "no error";
}

TEST(Rotation, TurnsComeUpInProportionAndInOrder) {
  Rotation values({{"own-it", 2}, {"listen", 1}});
  EXPECT_EQ(take(values, 6), (Keys{"own-it", "listen", "own-it", "own-it", "listen", "own-it"}));
  EXPECT_EQ(values.turns("own-it"), 4);
  EXPECT_DOUBLE_EQ(values.share("own-it"), 4);
  EXPECT_EQ(values.deviation(), 0);
}

TEST(Rotation, CreditIsShareMinusTurns) {
  Rotation values({{"own-it", 2}, {"listen", 1}});
  values.advance("own-it");
  EXPECT_DOUBLE_EQ(values.credit("own-it"), -1 / 3.0);
  EXPECT_DOUBLE_EQ(values.credit("listen"), 1 / 3.0);
  EXPECT_DOUBLE_EQ(values.share("listen"), 1 / 3.0);
  EXPECT_DOUBLE_EQ(values.deviation(), 1 / 3.0);
}

TEST(Rotation, TakesTheTurnsOfTheIntegerCore) {
  std::mt19937_64 random(1);
  for (const auto rule : {Rotation::Rule::kEarliestDeadline, Rotation::Rule::kLargestCredit}) {
    for (int run = 0; run < 50; ++run) {
      Weights weights;
      std::vector<Candidate> core;
      for (auto n = 1 + random() % 12; n > 0; --n) {
        const auto weight = static_cast<std::int64_t>(1 + random() % 9);
        weights.emplace_back("k" + std::to_string(n), static_cast<double>(weight));
        core.push_back({.weight = weight});
      }
      Rotation rotation(weights, rule);
      for (int step = 0; step < 100; ++step) {
        Keys eligible;
        for (std::size_t i = 0; i < core.size(); ++i) {
          core[i].eligible = random() % 4 != 0;
          if (core[i].eligible) eligible.push_back(weights[i].first);
        }
        const auto expected = rule == Rotation::Rule::kEarliestDeadline ? earliest_deadline(core)
                                                                        : largest_credit(core);
        const auto next = rotation.next(eligible);
        ASSERT_EQ(next.has_value(), expected.has_value());
        if (!next) continue;
        ASSERT_EQ(*next, weights[*expected].first);
        take_turn(core, *expected);
        rotation.advance(*next, eligible);
        for (std::size_t i = 0; i < core.size(); ++i) {
          ASSERT_EQ(rotation.entries()[i].credit, core[i].credit);
        }
      }
    }
  }
}

TEST(Rotation, EverybodyAbsentIsANormalAnswer) {
  Rotation people({{"ana", 1}, {"ben", 1}});
  EXPECT_EQ(people.next(Keys{}), std::nullopt);
  people.advance("ana", Keys{});  // did it all the same
  EXPECT_EQ(people.turns("ana"), 1);
  EXPECT_EQ(people.credit("ana"), 0);
}

TEST(Rotation, NewcomerDoesNotCatchUp) {
  Rotation people({{"ana", 1}, {"ben", 1}});
  take(people, 100);
  people.join("caro");
  const auto turns = take(people, 6);
  EXPECT_EQ(std::count(turns.begin(), turns.end(), "caro"), 2);
  EXPECT_EQ(people.keys(), (Keys{"ana", "ben", "caro"}));
}

TEST(Rotation, ALeaversCreditIsSharedOutByWeight) {
  Rotation people({{"ana", 1}, {"ben", 1}, {"caro", 2}});
  people.advance("ana");  // ana -3/4, ben 1/4, caro 1/2
  people.leave("ana");    // the surplus of three quarters falls to ben and caro, one to two
  EXPECT_DOUBLE_EQ(people.credit("ben"), 0);
  EXPECT_DOUBLE_EQ(people.credit("caro"), 0);
  EXPECT_THROW((void)people.credit("ana"), NotFound);
}

TEST(Rotation, AChangedWeightCountsFromTheNextStepOn) {
  Rotation people({{"ana", 1}, {"ben", 1}});
  take(people, 10);
  people.set_weight("ben", 3);
  EXPECT_EQ(people.weight("ben"), 3);
  EXPECT_EQ(people.deviation(), 0);
  const auto turns = take(people, 8);
  EXPECT_EQ(std::count(turns.begin(), turns.end(), "ben"), 6);
}

TEST(Rotation, GivingBackLeavesNoTrace) {
  Rotation people({{"ana", 1}, {"ben", 2}, {"caro", 4}});
  take(people, 5);
  const auto before = people;
  people.advance("ana", {"ana", "ben"});
  people.advance("caro");
  people.give_back("ana", {"ana", "ben"});
  people.give_back("caro");
  EXPECT_EQ(people, before);
  EXPECT_THROW(Rotation({{"ana", 1}}).give_back("ana"), Conflict);
}

TEST(Rotation, EntriesRestoreIt) {
  Rotation people({{"ana", 1}, {"ben", 2}, {"caro", 4}}, Rotation::Rule::kLargestCredit);
  take(people, 5);
  auto again = Rotation::restore(people.entries(), people.rule());
  EXPECT_EQ(again, people);
  EXPECT_EQ(take(again, 20), take(people, 20));
}

TEST(Rotation, BadInputNamesTheRule) {
  for (const double bad : {0.0, -1.0, 0.5, 1'000'001.0, 1e300, std::nan(""),
                           std::numeric_limits<double>::infinity()}) {
    EXPECT_THROW(Rotation({{"ana", bad}}), InvalidArgument) << bad;
  }
  EXPECT_EQ(message<InvalidArgument>([] { Rotation({{"ana", 1}, {"ben", 2.5}}); }),
            "weight of \"ben\": must be a whole number from 1 to 1000000, got 2.5");
  EXPECT_EQ(message<InvalidArgument>([] { Rotation(Weights{}); }),
            "weights: must be 1 to 10000, got 0");
  EXPECT_EQ(message<InvalidArgument>([] { Rotation({{"ana", 1}, {"ana", 2}}); }),
            "key: must be there once, got \"ana\" twice");
  EXPECT_THROW(Rotation({{"", 1}}), InvalidArgument);
  EXPECT_THROW(Rotation({{"\xFF", 1}}), InvalidArgument);

  Rotation people({{"ana", 1}, {"ben", 1}});
  EXPECT_EQ(message<NotFound>([&] { people.advance("anna"); }),
            "key: must be in the rotation, got \"anna\"; did you mean \"ana\"?");
  EXPECT_THROW((void)people.next({"ana", "zoe"}), NotFound);
  EXPECT_THROW(people.advance("ana", {"zoe"}), NotFound);
  EXPECT_THROW(people.join("ana"), Conflict);
  EXPECT_THROW(people.join("caro", -1), InvalidArgument);
  EXPECT_THROW(people.set_weight("ana", 0), InvalidArgument);
  people.leave("ana");
  EXPECT_THROW(people.leave("ben"), Conflict);

  using Entry = Rotation::Entry;
  EXPECT_THROW(Rotation::restore({}), InvalidArgument);
  EXPECT_THROW(Rotation::restore({Entry{"ana", 1, 5, 0}}), InvalidArgument);
  EXPECT_THROW(Rotation::restore({Entry{"ana", 1, 0, -1}}), InvalidArgument);
  const auto far = 201 * Rotation::kTurn;
  EXPECT_THROW(Rotation::restore({Entry{"ana", 1, far, 0}, Entry{"ben", 1, -far, 0}}),
               InvalidArgument);
}

TEST(Rotation, TheBossWhoLeadsForYearsIsToldBeforeTheBooksOverflow) {
  Rotation people({{"boss", 1}, {"ana", 1}});
  for (int huddle = 0; huddle < 400; ++huddle) people.advance("boss");
  EXPECT_EQ(people.credit("boss"), -200);
  const auto before = people;
  EXPECT_EQ(message<Conflict>([&] { people.advance("boss"); }),
            "rotation: must keep everybody within 200 turns of their share, got past that with "
            "\"boss\"");
  EXPECT_EQ(people, before);
  EXPECT_EQ(people.next(), "ana");
}

}  // namespace
}  // namespace huddlekit
