// Composing for a team that has told and learned a lot.
#include <SQLiteCpp/SQLiteCpp.h>
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <random>

#include "huddlekit/huddlekit.hpp"

namespace huddlekit {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;

const Day kTuesday = parse_day("2026-11-24");  // a feature day
Instant now() { return Instant{kTuesday.time_since_epoch()}; }
constexpr int kYears = 5;

Playbook house(int teams) {
  Playbook book{.source = "bench",
                .organisation = Organisation{.name = "Bench", .zone = "Europe/Lisbon"}};
  for (int v = 0; v < 10; ++v) {
    const auto key = "value-" + std::to_string(v);
    book.values.push_back({.key = key, .name = key, .statement = "Say it."});
    book.prompts.push_back({.key = key + "/1", .value = key, .text = "Who did it, and when?"});
  }
  for (int t = 0; t < teams; ++t) {
    const auto key = "team-" + std::to_string(t);
    TeamDefinition team{.key = key, .name = key, .zone = "Europe/Lisbon"};
    for (int m = 0; m < 12; ++m) {
      team.members.push_back({.key = key + "-" + std::to_string(m), .name = "Member"});
    }
    team.meetings = {{.rule = "FREQ=DAILY", .start = std::chrono::hours{7}}};
    book.teams.push_back(std::move(team));
  }
  return book;
}

/// `stories` and `lessons` of team-0 over five years, a tenth as many stories of the others. All of
/// them are written as the book writes them; of the lessons three in five have come back, a third
/// of these are due.
fs::path grown(int stories, int lessons) {
  const auto folder = fs::temp_directory_path() / ("huddlekit-bench-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const auto file = folder / ("lessons-" + std::to_string(stories));
  if (fs::exists(file)) return file;
  auto book = Book::open(file, {.create = true, .now = now});
  book.load(house(10));
  SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
  db.exec("PRAGMA synchronous = OFF");
  std::mt19937 random(1);
  const auto some_day = [&](int years) {
    return to_string(kTuesday - days{static_cast<int>(random() % (365u * years))});
  };
  SQLite::Transaction transaction(db);
  SQLite::Statement story(db,
                          "INSERT INTO story (kind, team_id, day, text) VALUES (?, ?, ?,"
                          " 'A guest had lost a ring, and we had the drain opened and found it.')");
  SQLite::Statement value(db, "INSERT INTO story_value VALUES (last_insert_rowid(), 0, ?)");
  for (int i = 0; i < stories * 11 / 10; ++i) {
    story.bind(1, random() % 5 > 0 ? "win" : "miss");
    story.bind(2, i < stories ? 1 : 2 + i % 9);
    story.bind(3, some_day(kYears));
    story.exec();
    story.reset();
    value.bind(1, static_cast<int>(1 + random() % 10));
    value.exec();
    value.reset();
  }
  SQLite::Statement lesson(
      db,
      "INSERT INTO lesson (id, team_id, day, insight, change, importance, value_id)"
      " VALUES (?, 1, ?, 'A tray without a label is thrown away.', 'Labels first.', ?, ?)");
  SQLite::Statement state(db, "INSERT INTO lesson_state VALUES (1, ?, ?, ?, 5, ?, 1)");
  for (int id = 1; id <= lessons; ++id) {
    lesson.bind(1, id);
    lesson.bind(2, some_day(kYears));
    lesson.bind(3, id % 20 == 0 ? 3 : 1);
    lesson.bind(4, static_cast<int>(1 + random() % 10));
    lesson.exec();
    lesson.reset();
    if (id % 5 >= 3) continue;
    const auto stability = static_cast<int>(5 + random() % 150);
    const Day heard = kTuesday - days{static_cast<int>(random() % (stability * 3 / 2))};
    state.bind(1, id);
    state.bind(2, to_string(heard));
    state.bind(3, static_cast<double>(stability));
    state.bind(4, to_string(heard + days{stability}));
    state.exec();
    state.reset();
  }
  transaction.commit();
  return file;
}

void agenda_of(benchmark::State& state, int stories, int lessons) {
  auto book = Book::open(grown(stories, lessons), {.now = now});
  for (auto _ : state) benchmark::DoNotOptimize(book.team("team-0").agenda(kTuesday));
}

void AgendaWithAHundredThousandStories(benchmark::State& state) {
  agenda_of(state, 100'000, 2'000);
}
BENCHMARK(AgendaWithAHundredThousandStories)->Unit(benchmark::kMicrosecond);

void AgendaWithAHundredThousandStories_peer(benchmark::State& state) { agenda_of(state, 100, 2); }
BENCHMARK(AgendaWithAHundredThousandStories_peer)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace huddlekit
