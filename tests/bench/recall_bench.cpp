#include <benchmark/benchmark.h>

#include <cmath>
#include <random>
#include <vector>

#include "core/lessons/lesson_choice.hpp"
#include "huddlekit/recall.hpp"

namespace huddlekit {
namespace {

constexpr int kReviews = 4096;

struct Showing {
  int elapsed_days;
  Rating rating;
};

/// One in ten forgotten, one in twenty on the same day.
std::vector<Showing> showings() {
  std::mt19937 random(20261123);
  std::uniform_int_distribution<int> gap(1, 60), in_ten(0, 9), in_twenty(0, 19), well(2, 4);
  std::vector<Showing> all(kReviews);
  for (auto& s : all) {
    s.elapsed_days = in_twenty(random) == 0 ? 0 : gap(random);
    s.rating = in_ten(random) == 0 ? Rating::kAgain : static_cast<Rating>(well(random));
  }
  return all;
}

void RecallUpdates(benchmark::State& state) {
  const Recall recall;
  const auto reviews = showings();
  for (auto _ : state) {
    std::vector<RecallState> lessons(8, recall.first(Rating::kGood));
    for (std::size_t i = 0; i < reviews.size(); ++i) {
      auto& lesson = lessons[i % lessons.size()];
      lesson = recall.review(lesson, reviews[i].elapsed_days, reviews[i].rating);
    }
    benchmark::DoNotOptimize(lessons);
  }
  state.SetItemsProcessed(state.iterations() * kReviews);
}
BENCHMARK(RecallUpdates);

/// Stabilities from half a day to a year; one lesson in twenty was never rated.
std::vector<LessonCandidate> lessons(std::size_t count) {
  std::mt19937 random(20261123);
  std::uniform_real_distribution<double> log_stability(-1, 6), difficulty(1, 10);
  std::uniform_int_distribution<int> days(0, 400), importance(1, 3), in_twenty(0, 19);
  std::vector<LessonCandidate> all(count);
  for (std::size_t i = 0; i < count; ++i) {
    all[i].id = static_cast<Id>(i + 1);
    if (in_twenty(random) != 0) {
      all[i].state = RecallState{std::exp(log_stability(random)), difficulty(random)};
    }
    all[i].days = days(random);
    all[i].importance = importance(random);
    all[i].shows_todays_value = i % 10 == 0;
  }
  return all;
}

void RankTenThousandLessons(benchmark::State& state) {
  const Recall recall;
  const auto all = lessons(10'000);
  for (auto _ : state) benchmark::DoNotOptimize(rank_lessons(recall, all));
}
BENCHMARK(RankTenThousandLessons)->Unit(benchmark::kMillisecond);

void CapacityWithTwoThousandLessons(benchmark::State& state) {
  const Recall recall;
  const auto all = lessons(2'000);
  for (auto _ : state) benchmark::DoNotOptimize(lesson_capacity(recall, all, 21));
}
BENCHMARK(CapacityWithTwoThousandLessons)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace huddlekit
