// Who reads a book waits for nobody, and reading scales with the cores: two ratios, both sides
// measured in this run. `readers counted` leaves SQLite counting its memory, under one lock for the
// whole process, as a host does that knows nothing of it (docs/guide/embedding.md).
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string_view>
#include <thread>
#include <vector>

#include "huddlekit/huddlekit.hpp"

namespace {

using namespace huddlekit;
using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr int kReads = 2'000;
constexpr int kThreads = 8;
constexpr Seconds kRound{0.5};
constexpr int kRounds = 5;

/// Of one team's huddles, published and to come.
void read(const Book& book) {
  const Day day = parse_day("2026-11-23");
  if (!book.team("front-desk").agenda(day, "morning") || !book.team("kitchen").agenda(day))
    std::abort();
}

double p99(const Book& book) {
  std::vector<double> took;
  for (int i = 0; i < kReads; ++i) {
    const auto began = Clock::now();
    read(book);
    took.push_back(Seconds(Clock::now() - began).count());
  }
  std::ranges::sort(took);
  return took[took.size() * 99 / 100];
}

/// How often all threads together did it in a second; the best of some rounds, alternating with
/// nothing else.
double rate(int threads, const std::function<void()>& work) {
  std::atomic<std::int64_t> done = 0;
  const auto until = Clock::now() + kRound;
  std::vector<std::thread> all;
  for (int t = 0; t < threads; ++t) {
    all.emplace_back([&] {
      for (; Clock::now() < until; ++done) work();
    });
  }
  for (auto& thread : all) thread.join();
  return static_cast<double>(done) / kRound.count();
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

void count() {
  volatile std::uint64_t sum = 0;
  for (std::uint64_t i = 0; i < 100'000; ++i) sum = sum + i * i;
}

}  // namespace

int main(int argc, char** argv) {
  const bool counted = argc > 1 && std::string_view(argv[1]) == "counted";
  if (!counted) sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  std::printf("SQLite's memory is %s\n", counted ? "counted" : "not counted");
  const auto folder =
      std::filesystem::temp_directory_path() / ("huddlekit-readers-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  {
    const auto path = folder / "bench.huddle";
    auto book = Book::open(
        path, {.create = true, .now = [] { return parse_instant("2026-11-23T05:00:00Z"); }});
    book.load(parse_playbook(pack_text("harbour-hotel").value(), "harbour-hotel"));
    (void)book.team("front-desk").publish(parse_day("2026-11-23"), "morning");
    for (int i = 0; i < 200; ++i) read(book);

    std::vector<double> alone, beside, own, peer;
    for (int round = 0; round < kRounds; ++round) {
      alone.push_back(p99(book));
      SQLite::Database writer(path.string(), SQLite::OPEN_READWRITE);
      writer.exec("BEGIN IMMEDIATE");
      beside.push_back(p99(book));
      writer.exec("COMMIT");
      own.push_back(rate(kThreads, [&] { read(book); }) / rate(1, [&] { read(book); }));
      peer.push_back(rate(kThreads, count) / rate(1, count));
    }
    std::printf("p99 of reads beside a held write lock, to undisturbed      %6.2f (at most 2)\n",
                median(beside) / median(alone));
    std::printf(
        "gain of %d threads that read, to that of pure arithmetic    %6.2f (at least 0.8;"
        " %.2f and %.2f)\n",
        kThreads, median(own) / median(peer), median(own), median(peer));
  }
  std::filesystem::remove_all(folder);
}
