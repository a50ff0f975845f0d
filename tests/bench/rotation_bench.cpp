#include <benchmark/benchmark.h>

#include <random>

#include "core/turns/exposure.hpp"
#include "core/turns/turns.hpp"
#include "huddlekit/rotation.hpp"

namespace huddlekit {
namespace {

std::vector<Candidate> candidates(std::int64_t n) {
  std::mt19937 random(1);
  std::vector<Candidate> all;
  for (std::int64_t i = 0; i < n; ++i) {
    all.push_back({.id = i, .weight = 1 + static_cast<std::int64_t>(random() % 3)});
  }
  for (std::int64_t step = 0; step < 3 * n; ++step) take_turn(all, *earliest_deadline(all));
  return all;
}

void next_by_deadline(benchmark::State& state) {
  const auto all = candidates(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(earliest_deadline(all));
}
BENCHMARK(next_by_deadline)->Arg(20)->Arg(1000);

void next_by_credit(benchmark::State& state) {
  const auto all = candidates(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(largest_credit(all));
}
BENCHMARK(next_by_credit)->Arg(20)->Arg(1000);

void next_and_advance(benchmark::State& state) {
  auto all = candidates(state.range(0));
  for (auto _ : state) take_turn(all, *earliest_deadline(all));
}
BENCHMARK(next_and_advance)->Arg(20)->Arg(1000);

/// The public value, by key: of everybody, and of a list of those eligible.
void rotation_next(benchmark::State& state) {
  std::vector<std::pair<std::string, double>> weights;
  for (const auto& c : candidates(state.range(0))) {
    weights.emplace_back("candidate-" + std::to_string(c.id), static_cast<double>(c.weight));
  }
  const Rotation rotation(weights);
  const auto keys = rotation.keys();
  const bool listed = state.range(1) != 0;
  for (auto _ : state) benchmark::DoNotOptimize(listed ? rotation.next(keys) : rotation.next());
}
BENCHMARK(rotation_next)->Args({20, 0})->Args({20, 1})->Args({1000, 0})->Args({1000, 1});

/// The loop that load balancers use (smooth weighted round-robin): what fairness by deadlines
/// costs.
void peer_smooth_weighted_round_robin(benchmark::State& state) {
  const auto all = candidates(state.range(0));
  std::vector<std::int64_t> current(all.size(), 0);
  std::int64_t total = 0;
  for (const auto& c : all) total += c.weight;
  for (auto _ : state) {
    std::size_t best = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      current[i] += all[i].weight;
      if (current[i] > current[best]) best = i;
    }
    current[best] -= total;
    benchmark::DoNotOptimize(best);
  }
}
BENCHMARK(peer_smooth_weighted_round_robin)->Arg(20)->Arg(1000);

/// Choosing today's value for those expected, and booking it: values, people.
void next_with_exposure(benchmark::State& state) {
  const auto n = static_cast<std::size_t>(state.range(0));
  const auto people = static_cast<std::size_t>(state.range(1));
  auto values = candidates(state.range(0));
  const auto gain = gains(values);
  const std::size_t ahead = huddles_ahead(values);
  std::vector<Heard> exposure(people * n);
  std::vector<std::uint8_t> chance(ahead * people);
  std::mt19937 random(2);
  std::optional<std::size_t> last;
  for (auto _ : state) {
    state.PauseTiming();
    for (auto& c : chance) c = random() % 3 > 0 ? 93 : 0;
    state.ResumeTiming();
    last = steered_turn({values, exposure, chance, last});
    state.PauseTiming();
    take_turn(values, *last);
    for (std::size_t p = 0; p < people; ++p) {
      if (chance[p] > 0) hear(std::span(exposure).subspan(p * n, n), gain, *last);
    }
    state.ResumeTiming();
  }
}
BENCHMARK(next_with_exposure)->Args({12, 12})->Args({20, 30})->Args({1000, 30});

}  // namespace
}  // namespace huddlekit
