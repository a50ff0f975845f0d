#include <benchmark/benchmark.h>

#include "huddlekit/recurrence.hpp"
#include "huddlekit/zone.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;

constexpr LocalTime kStart = local_days{2024y / January / 1} + 9h + 15min;
constexpr const char* kWeekdays = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";

void WeekdayOccurrences(benchmark::State& state) {
  const Recurrence weekdays(kWeekdays, kStart);
  for (auto _ : state) benchmark::DoNotOptimize(weekdays.take(20'000));
  state.SetItemsProcessed(state.iterations() * 20'000);
}
BENCHMARK(WeekdayOccurrences);

void WeekdayInstants(benchmark::State& state) {
  const Recurrence weekdays(kWeekdays, kStart);
  const Zone zone("America/New_York");
  std::vector<Instant> instants(20'000);
  for (auto _ : state) {
    auto out = instants.begin();
    for (const LocalTime time : weekdays.take(instants.size())) *out++ = *zone.resolve(time);
    benchmark::DoNotOptimize(instants.data());
  }
  state.SetItemsProcessed(state.iterations() * 20'000);
}
BENCHMARK(WeekdayInstants);

void OneWeekTenYearsAhead(benchmark::State& state) {
  const Recurrence weekdays(kWeekdays, kStart);
  const LocalTime monday = local_days{2034y / January / 2};
  for (auto _ : state) benchmark::DoNotOptimize(weekdays.between(monday, monday + days{7}));
}
BENCHMARK(OneWeekTenYearsAhead);

void OneWeekTenYearsAheadWithCount(benchmark::State& state) {
  const Recurrence weekdays(std::string(kWeekdays) + ";COUNT=5000", kStart);
  const LocalTime monday = local_days{2034y / January / 2};
  for (auto _ : state) benchmark::DoNotOptimize(weekdays.between(monday, monday + days{7}));
}
BENCHMARK(OneWeekTenYearsAheadWithCount);

void FallsOn(benchmark::State& state) {
  const Recurrence weekdays("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR", kStart);
  Day day = local_days{2026y / November / 23};
  for (auto _ : state) benchmark::DoNotOptimize(weekdays.falls_on(++day));
}
BENCHMARK(FallsOn);

void NextDay(benchmark::State& state) {
  const Recurrence weekdays("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR", kStart);
  Day day = local_days{2026y / November / 23};
  for (auto _ : state) benchmark::DoNotOptimize(weekdays.next_day(++day));
}
BENCHMARK(NextDay)->Iterations(100'000);

void ResolveWithinOneOffset(benchmark::State& state) {
  const Zone zone("America/New_York");
  LocalTime time = kStart;
  for (auto _ : state) {
    benchmark::DoNotOptimize(zone.resolve(time));
    time += seconds{1};
  }
}
BENCHMARK(ResolveWithinOneOffset);

void ResolveAnywhere(benchmark::State& state) {
  const Zone zone("America/New_York");
  LocalTime time = kStart;
  for (auto _ : state) {
    benchmark::DoNotOptimize(zone.resolve(time));
    time = kStart + (time + days{12'345} + hours{1} - kStart) % days{36'500};
  }
}
BENCHMARK(ResolveAnywhere);

void ResolveByName(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(resolve_local("America/New_York", kStart));
}
BENCHMARK(ResolveByName);

void Parse(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Recurrence(kWeekdays, kStart));
}
BENCHMARK(Parse);

}  // namespace
}  // namespace huddlekit
