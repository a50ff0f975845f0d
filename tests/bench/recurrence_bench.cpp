#include "huddlekit/recurrence.hpp"

#include <benchmark/benchmark.h>

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

void Parse(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Recurrence(kWeekdays, kStart));
}
BENCHMARK(Parse);

}  // namespace
}  // namespace huddlekit
