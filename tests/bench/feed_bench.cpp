#include <benchmark/benchmark.h>

#include <cstring>

#include "huddlekit/feed.hpp"
#include "huddlekit/huddlekit.hpp"
#include "huddlekit/ics.hpp"
#include "sample_agenda.hpp"

// A calendar of 1,000 huddles, beside copying as many bytes: no feed can be made faster than that.

namespace huddlekit {
namespace {

constexpr int kHuddles = 1'000;
const Day kMonday = parse_day("2026-11-23");

void copy(benchmark::State& state, const std::string& text) {
  std::string to(text.size(), ' ');
  for (auto _ : state) {
    std::memcpy(to.data(), text.data(), text.size());
    benchmark::DoNotOptimize(to.data());
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

std::vector<Agenda> agendas() {
  std::vector<Agenda> out(kHuddles, testing::sample_agenda());
  for (int n = 0; n < kHuddles; ++n) {
    auto& agenda = out[static_cast<std::size_t>(n)];
    agenda.id = "front-desk/" + std::to_string(n) + "/morning";
    agenda.starts += std::chrono::hours{12} * n;
  }
  return out;
}

void FeedOfThousandAgendas(benchmark::State& state) {
  const auto all = agendas();
  for (auto _ : state) benchmark::DoNotOptimize(to_ics(all, {.name = "Huddles"}));
  state.SetItemsProcessed(state.iterations() * kHuddles);
}
BENCHMARK(FeedOfThousandAgendas)->Unit(benchmark::kMillisecond);

void FeedOfThousandAgendas_peer(benchmark::State& state) {
  copy(state, to_ics(agendas(), {.name = "Huddles"}));
}
BENCHMARK(FeedOfThousandAgendas_peer)->Unit(benchmark::kMillisecond);

/// Nine teams of twelve for 112 days: 1,008 huddles, all of them planned anew.
Book book_of_teams() {
  Playbook playbook{.source = "bench",
                    .organisation = Organisation{.name = "Bench", .zone = "Europe/Lisbon"}};
  for (int v = 0; v < 10; ++v) {
    const auto key = "value-" + std::to_string(v);
    playbook.values.push_back({.key = key, .name = "Value", .behaviours = {"Calls back."}});
    for (int p = 0; p < 6; ++p) {
      playbook.prompts.push_back({.key = key + "-" + std::to_string(p),
                                  .value = key,
                                  .text = "What did you take on yesterday that was not yours?"});
    }
  }
  for (int t = 0; t < 9; ++t) {
    const auto key = "team-" + std::to_string(t);
    TeamDefinition team{.key = key, .name = key, .zone = "Europe/Lisbon"};
    for (int m = 0; m < 12; ++m) {
      team.members.push_back({.key = key + "-" + std::to_string(m), .name = "Member"});
    }
    team.meetings = {{.rule = "FREQ=DAILY", .start = std::chrono::hours{7}}};
    playbook.teams.push_back(std::move(team));
  }
  auto book = Book::open(
      ":memory:", {.create = true, .now = [] { return parse_instant("2026-11-23T05:00:00Z"); }});
  book.load(playbook);
  return book;
}
const FeedOptions kOptions{.end = kMonday + std::chrono::days{112}};

/// Nothing has changed since it was asked for last, as mostly.
void FeedOfThousandHuddlesFromTheBook(benchmark::State& state) {
  auto book = book_of_teams();
  std::string feed = book.feed(kOptions);
  for (auto _ : state) benchmark::DoNotOptimize(feed = book.feed(kOptions));
  state.SetItemsProcessed(state.iterations() * 1'008);
}
BENCHMARK(FeedOfThousandHuddlesFromTheBook)->Unit(benchmark::kMillisecond);

/// Something has changed, so that all of it is planned anew.
void FeedOfThousandHuddlesAfterAChange(benchmark::State& state) {
  auto book = book_of_teams();
  std::string feed = book.feed(kOptions);
  for (auto _ : state) {
    state.PauseTiming();
    book.team("team-0").note("Lift 2 is out of order.", kMonday, "Front");
    state.ResumeTiming();
    benchmark::DoNotOptimize(feed = book.feed(kOptions));
  }
  state.SetItemsProcessed(state.iterations() * 1'008);
}
BENCHMARK(FeedOfThousandHuddlesAfterAChange)->Unit(benchmark::kMillisecond);

void FeedOfThousandHuddlesFromTheBook_peer(benchmark::State& state) {
  copy(state, book_of_teams().feed(kOptions));
}
BENCHMARK(FeedOfThousandHuddlesFromTheBook_peer)->Unit(benchmark::kMillisecond);

/// What of that is planning the huddles.
void PlanOfThousandHuddles(benchmark::State& state) {
  const auto book = book_of_teams();
  for (auto _ : state) {
    std::size_t bytes = 0;
    book.plan_all(kMonday, *kOptions.end, [&](const Agenda& a) { bytes += a.id.size(); });
    benchmark::DoNotOptimize(bytes);
  }
}
BENCHMARK(PlanOfThousandHuddles)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace huddlekit
