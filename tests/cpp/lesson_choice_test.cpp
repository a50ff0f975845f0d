#include "core/lessons/lesson_choice.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using Lessons = std::vector<LessonCandidate>;

const Recall& standard() {
  static const Recall recall;
  return recall;
}

RecallState random_state(std::mt19937& random) {
  std::uniform_real_distribution<double> log_stability(-2, 6), difficulty(1, 10);
  const double stability = std::exp(log_stability(random));
  return {stability, difficulty(random)};
}

Lessons random_lessons(std::mt19937& random, int count) {
  std::uniform_int_distribution<int> days(0, 300), importance(1, 3), in_ten(0, 9);
  Lessons lessons;
  for (int i = 0; i < count; ++i) {
    LessonCandidate lesson{.id = 1 + i, .state = random_state(random), .days = days(random)};
    if (in_ten(random) == 0) lesson.state.reset();
    lesson.importance = importance(random);
    lesson.shows_todays_value = in_ten(random) < 3;
    lessons.push_back(lesson);
  }
  return lessons;
}

std::vector<Id> ids(const std::vector<RankedLesson>& ranked) {
  std::vector<Id> all;
  for (const auto& r : ranked) all.push_back(r.id);
  return all;
}

bool due(const LessonCandidate& lesson) {
  return !lesson.state || lesson.days >= standard().interval(*lesson.state);
}

/// The days in the next 90 on which a lesson is remembered, by the trapezoidal rule in steps of a
/// hundredth of a day.
double area(const RecallState& state, int from) {
  const double decay = -Recall::kDefaultWeights[20];
  const double factor = std::pow(0.9, 1 / decay) - 1;
  const auto chance = [&](double t) { return std::pow(1 + factor * t / state.stability, decay); };
  double sum = 0;
  for (int i = 0; i < 9000; ++i) {
    sum += (chance(from + i * 0.01) + chance(from + (i + 1) * 0.01)) / 2 * 0.01;
  }
  return sum;
}

TEST(LessonChoice, TheGainIsTheIntegralItStandsFor) {
  std::mt19937 random(20261123);
  std::uniform_int_distribution<int> day(1, 300);
  for (int run = 0; run < 40; ++run) {
    const RecallState state = random_state(random);
    const int days = day(random);
    const double r = standard().retrievability(state, days);
    const auto after = [&](Rating rating) {
      return area(standard().review(state, days, rating), 0);
    };
    const double expected = (1 - r) * after(Rating::kAgain) +
                            r * (.224 * after(Rating::kHard) + .631 * after(Rating::kGood) +
                                 .145 * after(Rating::kEasy)) -
                            area(state, days);
    EXPECT_NEAR(expected_gain(standard(), state, days), expected, 5e-3)
        << "run " << run << ", stability " << state.stability << ", day " << days;
  }
}

TEST(LessonChoice, ALessonNeverHeardGainsAllThatItWillBeRemembered) {
  const auto after = [](Rating rating) { return area(standard().first(rating), 0); };
  EXPECT_NEAR(expected_gain(standard(), std::nullopt, 5),
              .24 * after(Rating::kAgain) + .094 * after(Rating::kHard) +
                  .495 * after(Rating::kGood) + .171 * after(Rating::kEasy),
              5e-3);
}

TEST(LessonChoice, RankingIsASortOfWhatIsDueByGainTimesImportance) {
  std::mt19937 random(5);
  for (int run = 0; run < 100; ++run) {
    auto lessons = random_lessons(random, 60);
    for (auto& l : lessons) l.shows_todays_value = false;
    const auto ranked = rank_lessons(standard(), lessons);
    std::erase_if(lessons, [](const auto& l) { return !due(l); });
    ASSERT_EQ(ranked.size(), lessons.size()) << "run " << run;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
      const auto& l = *std::ranges::find(lessons, ranked[i].id, &LessonCandidate::id);
      EXPECT_NEAR(ranked[i].gain, l.importance * expected_gain(standard(), l.state, l.days), 1e-6);
      EXPECT_EQ(ranked[i].retrievability,
                l.state ? standard().retrievability(*l.state, l.days) : 0);
      EXPECT_FALSE(ranked[i].for_value);
      if (i > 0) EXPECT_GE(ranked[i - 1].gain, ranked[i].gain) << "run " << run;
    }
  }
}

TEST(LessonChoice, TheOrderOfTheInputDoesNotMatter) {
  std::mt19937 random(6);
  for (int run = 0; run < 100; ++run) {
    auto lessons = random_lessons(random, 30);
    for (int twin = 0; twin < 10; ++twin) {  // equal but for the id
      lessons.push_back(lessons[twin]);
      lessons.back().id = 100 + twin;
    }
    const auto before = ids(rank_lessons(standard(), lessons));
    std::ranges::shuffle(lessons, random);
    EXPECT_EQ(ids(rank_lessons(standard(), lessons)), before) << "run " << run;
  }
}

TEST(LessonChoice, OfEqualOnesTheLongestUnheardGoesFirstThenTheSmallerId) {
  const Lessons never{{.id = 4, .days = 3}, {.id = 9, .days = 8}, {.id = 2, .days = 3}};
  EXPECT_EQ(ids(rank_lessons(standard(), never)), (std::vector<Id>{9, 2, 4}));
}

TEST(LessonChoice, WhatIsNotDueStaysAway) {
  const RecallState state{10, 5};
  const Lessons lessons{{.id = 1, .state = state, .days = 9},
                        {.id = 2, .state = state, .days = 10},
                        {.id = 3, .state = state, .days = 0, .importance = 3}};
  EXPECT_EQ(ids(rank_lessons(standard(), lessons)), std::vector<Id>{2});
  EXPECT_TRUE(rank_lessons(standard(), {}).empty());
}

TEST(LessonChoice, TodaysValueIsPreferredAmongNearEqualsOnly) {
  std::mt19937 random(8);
  int moved = 0;
  for (int run = 0; run < 300; ++run) {
    auto lessons = random_lessons(random, 12);
    auto plain = lessons;
    for (auto& l : plain) l.shows_todays_value = false;
    const auto by_gain = rank_lessons(standard(), plain);
    const auto ranked = rank_lessons(standard(), lessons);
    if (by_gain.empty()) continue;

    const auto shows = [&](const RankedLesson& r) {
      return std::ranges::find(lessons, r.id, &LessonCandidate::id)->shows_todays_value;
    };
    const auto expected = std::ranges::find_if(by_gain, [&](const RankedLesson& r) {
      return shows(r) && r.gain >= 0.9 * by_gain.front().gain;
    });
    const Id first = expected == by_gain.end() ? by_gain.front().id : expected->id;
    EXPECT_EQ(ranked.front().id, first) << "run " << run;
    EXPECT_EQ(ranked.front().for_value, first != by_gain.front().id) << "run " << run;
    moved += ranked.front().for_value;
    EXPECT_EQ(std::ranges::count(ranked, true, &RankedLesson::for_value), ranked[0].for_value);

    auto others = ids(by_gain);  // nothing else moves
    std::erase(others, first);
    others.insert(others.begin(), first);
    EXPECT_EQ(ids(ranked), others) << "run " << run;
  }
  EXPECT_GT(moved, 10);
}

/// How often a lesson is shown within `days`, if always when it is due; by chance.
double mean_showings(std::optional<RecallState> start, int since, int days, int lives) {
  std::mt19937 random(20261123);
  std::uniform_real_distribution<double> uniform(0, 1);
  const auto draw = [&](double again, double hard, double good) {
    const double u = uniform(random);
    return u < again                 ? Rating::kAgain
           : u < again + hard        ? Rating::kHard
           : u < again + hard + good ? Rating::kGood
                                     : Rating::kEasy;
  };
  int shown = 0;
  for (int life = 0; life < lives; ++life) {
    auto state = start;
    int day = state ? std::max(standard().interval(*state) - since, 0) : 0;
    int elapsed = state ? std::max(standard().interval(*state), since) : 0;
    while (day < days) {
      ++shown;
      if (state) {
        const double r = standard().retrievability(*state, elapsed);
        state = standard().review(*state, elapsed, draw(1 - r, .224 * r, .631 * r));
      } else {
        state = standard().first(draw(.24, .094, .495));
      }
      elapsed = standard().interval(*state);
      day += elapsed;
    }
  }
  return static_cast<double>(shown) / lives;
}

TEST(LessonChoice, CapacityIsWhatChanceSaysOnAverage) {
  const Lessons lessons{{.id = 1},
                        {.id = 2, .state = RecallState{1, 9}, .days = 40},
                        {.id = 3, .state = RecallState{12, 4}, .days = 3},
                        {.id = 4, .state = RecallState{12, 8}, .days = 12},
                        {.id = 5, .state = RecallState{120, 5}, .days = 85}};
  double load = 0;
  for (const auto& l : lessons) load += mean_showings(l.state, l.days, 30, 4000);
  const double first_year = mean_showings(std::nullopt, 0, 365, 4000);

  const auto capacity = lesson_capacity(standard(), lessons, 22);
  EXPECT_NEAR(capacity.load, load, 0.03 * load);
  EXPECT_NEAR(capacity.first_year, first_year, 0.03 * first_year);
  EXPECT_DOUBLE_EQ(capacity.new_per_month, 22 / capacity.first_year);
}

TEST(LessonChoice, OneSlotEachWeekdayCarriesAboutTwoNewLessonsAMonth) {
  EXPECT_NEAR(lesson_capacity(standard(), {}, 21.7).new_per_month, 2, 0.05);
  EXPECT_EQ(lesson_capacity(standard(), {}, 21.7).load, 0);
  EXPECT_EQ(lesson_capacity(standard(), {}, 0).new_per_month, 0);
}

TEST(LessonChoice, WhatComesBackAfterTheMonthIsNoLoad) {
  const RecallState stable{40, 5};
  EXPECT_EQ(lesson_capacity(standard(), Lessons{{.id = 1, .state = stable, .days = 10}}, 22).load,
            0);
  EXPECT_GE(lesson_capacity(standard(), Lessons{{.id = 1, .state = stable, .days = 11}}, 22).load,
            1);
}

TEST(LessonChoice, CapacityHoldsAtTheWeightsBounds) {
  auto slow = Recall::kDefaultWeights;  // nothing is ever learned
  slow[0] = slow[1] = slow[2] = slow[3] = 0.001;
  slow[8] = 0;
  EXPECT_GT(lesson_capacity(Recall(slow), {}, 22).first_year, 100);
  auto quick = Recall::kDefaultWeights;
  quick[0] = quick[1] = quick[2] = quick[3] = 100;
  quick[8] = 4.5;
  EXPECT_LT(lesson_capacity(Recall(quick), {}, 22).first_year, 4);
}

TEST(LessonChoice, AHabitIsStableForAYearAndGoodThreeTimesRunning) {
  EXPECT_TRUE(may_retire({366, 5}, 3));
  EXPECT_FALSE(may_retire({365, 5}, 3));
  EXPECT_FALSE(may_retire({366, 5}, 2));

  const Day monday = parse_day("2026-11-23");
  std::vector<Recall::Review> log;
  const auto rated = [&](int day, Rating rating) {
    log.push_back({monday + std::chrono::days{day}, rating});
    return good_in_a_row(log);
  };
  EXPECT_EQ(good_in_a_row(log), 0);
  EXPECT_EQ(rated(0, Rating::kGood), 1);
  EXPECT_EQ(rated(2, Rating::kEasy), 2);
  EXPECT_EQ(rated(9, Rating::kHard), 0);
  EXPECT_EQ(rated(9, Rating::kGood), 3);  // the later shift counts
  EXPECT_EQ(rated(30, Rating::kAgain), 0);
}

TEST(LessonChoice, BadInputNamesTheLesson) {
  const auto rank = [](LessonCandidate l) { return rank_lessons(standard(), Lessons{l}); };
  EXPECT_THROW(rank({.id = 7, .days = -1}), InvalidArgument);
  EXPECT_THROW(rank({.id = 7, .days = 2'000'000'000}), InvalidArgument);
  EXPECT_THROW(rank({.id = 7, .importance = 0}), InvalidArgument);
  EXPECT_THROW(rank({.id = 7, .importance = 4}), InvalidArgument);
  EXPECT_THROW(rank({.id = 7, .state = RecallState{0, 5}}), InvalidArgument);
  try {
    rank({.id = 7, .importance = 4});
  } catch (const InvalidArgument& e) {
    EXPECT_STREQ(e.what(), "lesson 7: importance must be 1, 2 or 3, got 4");
  }
  for (const double bad : {-1.0, 1001.0, std::nan("")}) {
    EXPECT_THROW((void)lesson_capacity(standard(), {}, bad), InvalidArgument);
  }
}

}  // namespace
}  // namespace huddlekit
