#include "core/turns/exposure.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <random>

#include "exposure_year.hpp"

namespace huddlekit {
namespace {

using Random = std::mt19937_64;
__extension__ using Wide = __int128;

bool soak() { return std::getenv("HUDDLEKIT_SOAK") != nullptr; }

/// Values somewhere in the middle of a fair rotation, and people who have heard anything at all.
struct Scene {
  std::vector<Candidate> values;
  std::vector<Heard> people;
  std::vector<std::uint8_t> chance;
  std::optional<std::size_t> last;

  Scene(Random& random, std::size_t n, std::int64_t heaviest) {
    for (std::size_t i = 0; i < n; ++i) {
      const auto weight = 1 + static_cast<std::int64_t>(random() % heaviest);
      values.push_back({.weight = weight, .eligible = n < 4 || random() % 8 != 0});
    }
    for (auto steps = random() % 30; steps > 0; --steps) {
      if (const auto next = earliest_deadline(values)) take_turn(values, *next);
    }
    const std::size_t crowd = random() % 6;
    people.resize(crowd * n);
    for (auto& e : people) {
      e.credit = (static_cast<std::int64_t>(random() % 1001) - 500) * (kTurn / 100);
      e.times = static_cast<std::int64_t>(random() % 3);
    }
    const auto known = random() % 4 == 0 ? 1 : huddles_ahead(values);
    for (std::size_t k = 0; k < known * crowd; ++k) {
      chance.push_back(random() % 3 == 0 ? 0 : random() % 2 == 0 ? 100 : 90);
    }
    if (random() % 2 == 0) last = random() % n;
  }

  [[nodiscard]] Outlook outlook() const { return {values, people, chance, last}; }
};

// --- windows

TEST(Exposure, WindowsAreWhereWaitingAndGoingBothKeepTheBound) {
  Random random(1);
  for (int run = 0; run < 500; ++run) {
    const Scene scene(random, 2 + random() % 8, 5);
    const auto gain = gains(scene.values);
    const auto n = std::ranges::count(scene.values, true, &Candidate::eligible);
    if (n < 2) continue;
    const auto ahead = huddles_ahead(scene.values);
    const auto turns = coming_turns(scene.values, ahead);
    std::vector<std::int64_t> taken(scene.values.size(), 0);
    for (std::size_t k = 0; k < turns.size(); ++k) {
      const auto& [value, release, deadline] = turns[k];
      const auto credit = scene.values[value].credit - kTurn * taken[value]++;
      for (std::size_t h = 0; h < ahead; ++h) {
        // Nothing in between but this turn: at huddle h it is neither too early nor overdue.
        const auto before = credit + static_cast<std::int64_t>(h) * gain[value];
        const bool early = Wide{before + gain[value]} * (2 * n - 2) < kTurn;
        const bool late = Wide{before} * (2 * n - 2) > Wide{kTurn} * (2 * n - 3);
        ASSERT_EQ(release <= h && h <= deadline, !early && !late)
            << "run " << run << ", turn " << k;
      }
      ASSERT_TRUE(release <= k && k <= deadline) << "run " << run << ", turn " << k;
    }
  }
}

TEST(Exposure, AWholeCycleOfEqualValuesIsFree) {
  const std::vector<Candidate> values(7);
  for (const auto& turn : coming_turns(values, 7)) {
    EXPECT_EQ(turn.release, 0u);
    EXPECT_EQ(turn.deadline, 6u);
  }
}

// --- the choice

/// The best total of need over every way to lay the turns over the huddles, or of those ways alone
/// that start with one value; avoiding a repeat comes first, need second.
struct Oracle {
  explicit Oracle(const Scene& scene) : scene_(scene) {
    turns_ = coming_turns(scene.values, huddles_ahead(scene.values));
    used_.resize(turns_.size());
  }

  using Total = std::pair<int, std::int64_t>;  // repeats avoided, need met

  Total best(std::optional<std::size_t> first) {
    best_ = {-1, 0};
    visit(0, {0, 0}, first);
    return best_;
  }

 private:
  std::int64_t need(std::size_t huddle, std::size_t value) const {
    const std::size_t n = scene_.values.size();
    const std::size_t crowd = scene_.people.size() / n;
    std::int64_t sum = 0;
    for (std::size_t p = 0; p < crowd && (huddle + 1) * crowd <= scene_.chance.size(); ++p) {
      const auto& e = scene_.people[p * n + value];
      const auto behind = e.credit / (kTurn / 10) + (e.times == 0 ? 10 : 0);
      sum += behind * behind * behind * behind * behind * scene_.chance[huddle * crowd + p];
    }
    return sum / 100;
  }

  void visit(std::size_t huddle, Total so_far, std::optional<std::size_t> first) {
    if (huddle == turns_.size()) {
      best_ = std::max(best_, so_far);
      return;
    }
    for (std::size_t k = 0; k < turns_.size(); ++k) {
      const auto& turn = turns_[k];
      if (used_[k] || huddle < turn.release || huddle > turn.deadline) continue;
      if (huddle == 0 && first && turn.value != *first) continue;
      used_[k] = true;
      const int fresh = huddle == 0 && turn.value != scene_.last ? 1 : 0;
      visit(huddle + 1, {so_far.first + fresh, so_far.second + need(huddle, turn.value)}, first);
      used_[k] = false;
    }
  }

  const Scene& scene_;
  std::vector<PlannedTurn> turns_;
  std::vector<bool> used_;
  Total best_;
};

TEST(Exposure, NoOtherFirstValueServesThePeopleBetter) {
  Random random(2);
  int steered = 0;
  for (int run = 0; run < 600; ++run) {
    const Scene scene(random, 1 + random() % 6, run % 2 == 0 ? 1 : 2);
    if (huddles_ahead(scene.values) > 8) continue;
    const auto chosen = steered_turn(scene.outlook());
    ASSERT_EQ(chosen.has_value(), huddles_ahead(scene.values) > 0);
    if (!chosen) continue;
    Oracle oracle(scene);
    ASSERT_EQ(oracle.best(chosen), oracle.best(std::nullopt)) << "run " << run;
    if (chosen != earliest_deadline(scene.values)) ++steered;
  }
  EXPECT_GT(steered, 100);
}

TEST(Exposure, TheTeamsBoundHoldsWhateverPeopleNeed) {
  Random random(3);
  for (int run = 0; run < (soak() ? 2'000 : 150); ++run) {
    Scene scene(random, 2 + random() % 28, run % 3 == 0 ? 1 : run % 3 == 1 ? 4 : 300);
    for (auto& v : scene.values) v.credit = 0;
    const auto n = std::ranges::count(scene.values, true, &Candidate::eligible);
    if (n < 2) continue;
    for (int huddle = 0; huddle < 200; ++huddle) {
      for (auto& e : scene.people) {  // worse than people: they want something else every day
        e.credit = (static_cast<std::int64_t>(random() % 2001) - 1000) * (kTurn / 100);
      }
      for (auto& c : scene.chance) c = static_cast<std::uint8_t>(random() % 101);
      scene.last = *steered_turn(scene.outlook());
      ASSERT_TRUE(scene.values[*scene.last].eligible);
      take_turn(scene.values, *scene.last);
      for (const auto& v : scene.values) {
        ASSERT_TRUE(Wide{std::abs(v.credit)} * (2 * n - 2) <= Wide{kTurn} * (2 * n - 3))
            << "run " << run << ", huddle " << huddle;
      }
    }
  }
}

TEST(Exposure, ChangesOfWeightAndLeaversAreMendedAndNeverStopTheRotation) {
  Random random(4);
  for (int run = 0; run < 50; ++run) {
    std::vector<Candidate> values(4 + random() % 8);
    for (int huddle = 0; huddle < 200; ++huddle) {
      if (random() % 10 == 0) values[random() % values.size()].weight = 1 + random() % 9;
      if (random() % 25 == 0) values.push_back({});
      if (random() % 25 == 0 && values.size() > 2) leave(values, random() % values.size());
      take_turn(values, *steered_turn({.values = values, .people = {}, .chance = {}, .last = {}}));
      for (const auto& v : values) ASSERT_LT(std::abs(v.credit), 3 * kTurn) << "run " << run;
    }
  }
}

TEST(Exposure, WithNobodyToAskTheEarliestDeadlineGoes) {
  Random random(5);
  for (int run = 0; run < 300; ++run) {
    Scene scene(random, 1 + random() % 30, 5);
    scene.people.clear();
    scene.chance.clear();
    scene.last.reset();
    EXPECT_EQ(steered_turn(scene.outlook()), earliest_deadline(scene.values)) << "run " << run;
  }
}

TEST(Exposure, NothingReturnsBeforeAllHaveHadTheirTurn) {
  Random random(6);  // how prompts are steered: only within a pass
  for (int run = 0; run < 30; ++run) {
    Scene scene(random, 3, 1);
    const std::size_t n = 2 + random() % 30;
    scene.values.assign(n, {});
    scene.people.assign(4 * n, {});
    for (int pass = 0; pass < 4; ++pass) {
      std::vector<std::size_t> said;
      for (std::size_t k = 0; k < n; ++k) {
        for (auto& e : scene.people) {
          e.credit = (static_cast<std::int64_t>(random() % 601) - 300) * (kTurn / 100);
        }
        scene.chance.assign(4, 100);
        said.push_back(*steered_turn(scene.outlook()));
        take_turn(scene.values, said.back());
      }
      std::ranges::sort(said);
      for (std::size_t k = 0; k < n; ++k) ASSERT_EQ(said[k], k) << "run " << run;
    }
  }
}

// --- people

TEST(Exposure, AHuddleTakenBackLeavesNoTrace) {
  const std::vector<Candidate> values{{.weight = 2}, {.weight = 1}, {.eligible = false}};
  const auto gain = gains(values);
  std::vector<Heard> row(3);
  hear(row, gain, 0);
  EXPECT_EQ(row, (std::vector<Heard>{{-kTurn / 3, 1}, {kTurn / 3, 0}, {0, 0}}));
  hear(row, gain, 0, -1);
  EXPECT_EQ(row, std::vector<Heard>(3));
}

TEST(Exposure, CreditsStopWhereTheBooksWouldOverflow) {
  const std::vector<Candidate> values(2);
  const auto gain = gains(values);
  std::vector<Heard> row(2);
  for (int huddle = 0; huddle < 5'000; ++huddle) hear(row, gain, 0);
  EXPECT_EQ(row, (std::vector<Heard>{{-kMostOff, 5'000}, {kMostOff, 0}}));
  const std::vector<std::uint8_t> chance{100};
  EXPECT_EQ(steered_turn({.values = values, .people = row, .chance = chance, .last = {}}), 1);
}

TEST(Exposure, AMondayColleagueHearsTenValuesInsteadOfTwo) {
  const year::Team team{.days = {0b11111, 0b11111, 0b11111, 0b00001}, .presence = 100};
  const auto cycle = year::Year(team, year::weights(10, false), year::Rule::kDeadlines, 1).run(250);
  EXPECT_EQ(cycle.unheard, 8);
  const auto steered =
      year::Year(team, year::weights(10, false), year::Rule::kExpected, 1).run(250);
  EXPECT_EQ(steered.unheard, 0);
  EXPECT_LE(steered.worst, 1);
  EXPECT_LE(steered.patience, 1);  // all ten on the first ten Mondays
  EXPECT_LE(steered.team, 1 - 1 / 18.0);
}

/// Runs of one year each for 5 to 15 values, equal and with one weighing three. Counts the years in
/// which somebody ended more than `limit` turns off.
year::Result scenario(year::Rule rule, double limit, int& beyond) {
  year::Result all;
  for (const bool heavy : {false, true}) {
    for (const std::size_t n : {5, 7, 8, 10, 12, 15}) {
      for (std::uint64_t seed = 1; seed <= (soak() ? 50 : 10); ++seed) {
        const auto one =
            year::Year(year::nine_people(), year::weights(n, heavy), rule, seed).run(250);
        EXPECT_LE(one.team, 1 - 1 / (2.0 * static_cast<double>(n) - 2)) << n << " values";
        EXPECT_EQ(one.unheard, 0) << n << " values, seed " << seed;
        beyond += one.worst > limit ? 1 : 0;
        all.merge(one);
      }
    }
  }
  return all;
}

TEST(Exposure, AYearLeavesNobodyFourTurnsOffWhenAttendanceIsKnownFirst) {
  int beyond = 0;
  const auto all = scenario(year::Rule::kKnown, 4, beyond);
  RecordProperty("worst", std::to_string(all.worst));
  EXPECT_EQ(beyond, 0) << all.worst;
  EXPECT_EQ(all.repeats, 0);
}

TEST(Exposure, AYearLeavesNobodyEightTurnsOffWhenPresenceIsOnlyExpected) {
  int beyond = 0;
  const auto all = scenario(year::Rule::kExpected, 8, beyond);
  RecordProperty("worst", std::to_string(all.worst));
  EXPECT_EQ(beyond, 0) << all.worst;
  EXPECT_EQ(all.repeats, 0);
}

TEST(Exposure, InRandomTeamsEverybodyHearsEveryValue) {
  Random random(7);
  for (int run = 0; run < (soak() ? 200 : 40); ++run) {
    year::Team team;
    for (auto people = 3 + random() % 28; people > 0; --people) {
      team.days.push_back(random() % 2 == 0 ? 0b11111
                                            : static_cast<std::uint8_t>(1 + random() % 31));
    }
    const std::size_t n = 5 + random() % 11;
    const auto rule = random() % 2 == 0 ? year::Rule::kKnown : year::Rule::kExpected;
    const auto one = year::Year(team, year::weights(n, random() % 2 == 0), rule, run).run(250);
    EXPECT_EQ(one.unheard, 0) << "run " << run;
    EXPECT_LE(one.team, 1 - 1 / (2.0 * static_cast<double>(n) - 2)) << "run " << run;
  }
}

}  // namespace
}  // namespace huddlekit
