#include <SQLiteCpp/SQLiteCpp.h>
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <random>

#include "huddlekit/huddlekit.hpp"

namespace huddlekit {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;

const Day kMonday = parse_day("2026-11-23");

/// Words as often as in running text: the n-th one 1/n as often as the first.
class Prose {
 public:
  std::string operator()(int words) {
    std::string out;
    for (int i = 0; i < words; ++i) out += (i == 0 ? "" : " ") + word();
    return out + ".";
  }

 private:
  std::string word() {
    const double u = std::uniform_real_distribution(0.0, 1.0)(random_);
    const auto n = static_cast<int>(std::pow(20'000.0, u));
    return "w" + std::to_string(n);
  }
  std::mt19937 random_{1};
};

fs::path scratch(const std::string& name) {
  const auto folder = fs::temp_directory_path() / ("huddlekit-bench-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  for (const auto* suffix : {"", "-wal", "-shm"}) fs::remove(folder / (name + suffix));
  return folder / name;
}

Book book_at(const fs::path& file) {
  auto book = Book::open(
      file, {.create = true, .now = [] { return parse_instant("2026-11-23T12:00:00Z"); }});
  book.load(parse_playbook(R"(
format = 1
organisation = { name = "Bench", zone = "UTC" }
[[value]]
key = "own-it"
name = "Own it"
[[team]]
key = "desk"
name = "Desk"
members = [{ key = "ana", name = "Ana" }, { key = "ben", name = "Ben" }]
huddle = [{ rule = "FREQ=DAILY", start = "07:00" }]
)",
                           "bench"));
  return book;
}

// --- recording a story durably beside a raw insert into one FTS5 table
// -----------------------------

void RecordAStory(benchmark::State& state) {
  auto book = book_at(scratch("record"));
  Prose prose;
  for (auto _ : state) {
    book.team("desk").win(prose(40),
                          {.who = {"ana"}, .values = {"own-it"}, .by = "ben", .day = kMonday});
  }
}
BENCHMARK(RecordAStory)->UseRealTime()->Unit(benchmark::kMicrosecond);

void RawInsertIntoFts5(benchmark::State& state) {
  SQLite::Database raw(scratch("raw").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  raw.exec("PRAGMA journal_mode = WAL");
  raw.exec("PRAGMA synchronous = FULL");
  raw.exec("CREATE VIRTUAL TABLE story USING fts5(text, tokenize='unicode61 remove_diacritics 2')");
  SQLite::Statement insert(raw, "INSERT INTO story VALUES (?)");
  Prose prose;
  for (auto _ : state) {
    insert.bind(1, prose(40));
    insert.exec();
    insert.reset();
  }
}
BENCHMARK(RawInsertIntoFts5)->UseRealTime()->Unit(benchmark::kMicrosecond);

// --- the first ten of 100,000 stories ------------------------------------------------------------

/// Made once: as CSV, in one transaction.
Book& grown() {
  static Book book = [] {
    auto made = book_at(scratch("grown"));
    Prose prose;
    std::string csv = "kind,team,day,text\n";
    for (int n = 0; n < 100'000; ++n) {
      csv += "win,desk," + to_string(kMonday - days{n % 1'000}) + "," + prose(30) + " s" +
             std::to_string(n) + "\n";
    }
    made.import_csv(CsvKind::kStories, csv);
    return made;
  }();
  return book;
}

/// From a word in almost every story to one in a few.
void SearchAmong100000(benchmark::State& state) {
  const auto word = "w" + std::to_string(state.range(0));
  std::size_t hits = 0;
  const auto& book = grown();
  for (auto _ : state) hits = book.search(word).size();
  state.counters["hits"] = static_cast<double>(hits);
}
BENCHMARK(SearchAmong100000)
    ->Arg(1)
    ->Arg(10)
    ->Arg(100)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Unit(benchmark::kMillisecond);

void SearchTwoWordsOfATeam(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(grown().search(
        "w3 w40", {.team = "desk", .kind = EntryKind::kWin, .start = kMonday - days{300}}));
  }
}
BENCHMARK(SearchTwoWordsOfATeam)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace huddlekit
