#include <SQLiteCpp/SQLiteCpp.h>
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <numeric>

#include "core/agenda/compose.hpp"
#include "core/text/names.hpp"
#include "huddlekit/huddlekit.hpp"

namespace huddlekit {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;
using std::chrono::seconds;

const Day kMonday = parse_day("2026-11-23");
Instant now() { return parse_instant("2026-11-23T05:00:00Z"); }

Playbook organisation(int teams) {
  Playbook book{.source = "bench",
                .organisation = Organisation{
                    .name = "Bench", .motto = "Keep promises", .zone = "Europe/Lisbon"}};
  for (int v = 0; v < 10; ++v) {
    const auto key = "value-" + std::to_string(v);
    book.values.push_back(
        {.key = key,
         .name = "Value " + std::to_string(v),
         .statement = "Whoever hears it owns it until the guest says thank you.",
         .behaviours = {"Gives their name.", "Calls back the same day.", "Asks once."}});
    for (int p = 0; p < 6; ++p) {
      book.prompts.push_back(
          {.key = key + "/" + std::to_string(p),
           .value = key,
           .text = "What did you take on yesterday that was not yours, and what did it change? " +
                   std::to_string(p)});
    }
  }
  for (int t = 0; t < teams; ++t) {
    const auto key = "team-" + std::to_string(t);
    TeamDefinition team{.key = key,
                        .name = "Team " + std::to_string(t),
                        .department = "front",
                        .customers = "guests",
                        .zone = "Europe/Lisbon"};
    for (int m = 0; m < 12; ++m) {
      team.members.push_back(
          {.key = key + "-" + std::to_string(m), .name = "Member " + std::to_string(m)});
    }
    team.meetings = {{.rule = "FREQ=DAILY", .start = std::chrono::hours{7}}};
    book.teams.push_back(std::move(team));
  }
  return book;
}

fs::path scratch(const std::string& name) {
  const auto folder = fs::temp_directory_path() / ("huddlekit-bench-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  for (const auto* suffix : {"", "-wal", "-shm"}) fs::remove(folder / (name + suffix));
  return folder / name;
}

Book book_of(const fs::path& file, int teams) {
  auto book = Book::open(file, {.create = true, .now = now});
  book.load(organisation(teams));
  return book;
}

// --- composing in memory ----------------------------------------------------------------------

void ComposeOneAgenda(benchmark::State& state) {
  const auto playbook = organisation(1);
  std::vector<StoredPrompt> prompts;
  for (const auto& prompt : playbook.prompts)
    prompts.push_back({static_cast<Id>(prompts.size() + 1), 1, prompt});
  const auto segments = agenda_template({});
  Facts facts;
  facts.head = {
      .id = "team-0/2026-11-23/huddle", .team = "team-0", .day = kMonday, .timebox = seconds{600}};
  facts.value = ValueOfDay{.id = 1, .value = &playbook.values[0], .weights = 10};
  for (int i = 0; i < 6; ++i) facts.prompts.push_back({&prompts[i], 6 - i, 1});
  for (Id id = 1; id <= 12; ++id) {
    facts.expected.push_back({.id = id});
    facts.lead.candidates.push_back({.id = id});
    facts.lead.past.push_back({.turns = 3, .last = kMonday - days{id}});
  }
  facts.seat = facts.lead;
  facts.notes = {{.text = "Lift 2 is out of order", .source = "Front office"}};
  facts.stories = {{.id = 1,
                    .kind = StoryKind::kWin,
                    .day = kMonday - days{1},
                    .text = "A win.",
                    .who = {3},
                    .values = {"Value 1"}}};
  facts.lesson = LessonFact{
      .id = 1, .day = kMonday - days{9}, .insight = "Label every tray.", .change = "Labels first."};
  facts.commitments = {{.who = 4, .text = "Count the trays", .due = kMonday}};
  facts.next = NextHuddle{kMonday + days{1}, facts.expected};
  facts.segments = &segments;
  for (auto _ : state) benchmark::DoNotOptimize(compose(facts));
}
BENCHMARK(ComposeOneAgenda);

// --- reading a published agenda beside the same rows by hand
// ---------------------------------------

void ReadPublished(benchmark::State& state) {
  auto book = book_of(scratch("read"), 1);
  book.publish_all(kMonday);
  for (auto _ : state) benchmark::DoNotOptimize(book.team("team-0").agenda(kMonday));
}
BENCHMARK(ReadPublished);

void ReadPublished_peer(benchmark::State& state) {
  const auto file = scratch("read-raw");
  book_of(file, 1).publish_all(kMonday);
  SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
  SQLite::Statement huddle(db, "SELECT * FROM huddle WHERE team_id = ? AND day = ?");
  SQLite::Statement agenda(db, "SELECT * FROM agenda WHERE huddle_id = ? AND revision = ?");
  SQLite::Statement segments(
      db, "SELECT * FROM segment WHERE huddle_id = ? AND revision = ? ORDER BY position");
  SQLite::Statement points(
      db, "SELECT * FROM point WHERE huddle_id = ? AND revision = ? ORDER BY position, line");
  SQLite::Statement people(db, "SELECT name FROM person WHERE id IN (?, ?)");
  const auto read = [](SQLite::Statement& statement) {
    std::vector<std::string> texts;
    while (statement.executeStep()) {
      for (int i = 0; i < statement.getColumnCount(); ++i)
        texts.push_back(statement.getColumn(i).getString());
    }
    statement.reset();
    return texts;
  };
  for (auto _ : state) {
    db.exec("BEGIN");
    huddle.bind(1, 1);
    huddle.bind(2, "2026-11-23");
    benchmark::DoNotOptimize(read(huddle));
    for (auto* statement : {&agenda, &segments, &points}) {
      statement->bind(1, 1);
      statement->bind(2, 1);
      benchmark::DoNotOptimize(read(*statement));
    }
    people.bind(1, 1);
    people.bind(2, 2);
    benchmark::DoNotOptimize(read(people));
    db.exec("COMMIT");
  }
}
BENCHMARK(ReadPublished_peer);

// --- publishing for a thousand teams beside raw inserts of the same rows
// -----------------------------

constexpr const char* kWritten[] = {"huddle", "agenda",    "segment",    "point",   "turn",
                                    "credit", "value_day", "prompt_use", "presence"};

void PublishAllThousandTeams(benchmark::State& state) {
  auto book = book_of(scratch("publish"), 1000);
  Day day = kMonday - days{400};
  book.publish_all(day);  // the playbook is in memory from here on, as in any host that stays up
  for (auto _ : state) benchmark::DoNotOptimize(book.publish_all(day += days{1}));
}
BENCHMARK(PublishAllThousandTeams)->Unit(benchmark::kMillisecond)->Iterations(10);

/// Every row that one such publishing wrote, put into an empty copy of the schema in one
/// transaction.
void PublishAllThousandTeams_peer(benchmark::State& state) {
  const auto file = scratch("publish-from");
  book_of(file, 1000).publish_all(kMonday);
  SQLite::Database from(file.string(), SQLite::OPEN_READWRITE);
  struct Table {
    std::string insert;
    std::vector<std::vector<SQLite::Column>> rows;
  };
  const auto target = scratch("publish-raw");
  Book::open(target, {.create = true, .now = now});
  SQLite::Database db(target.string(), SQLite::OPEN_READWRITE);
  db.exec("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = OFF");
  struct Cell {
    bool null, number;
    std::int64_t integer;
    std::string text;
  };
  std::vector<std::pair<std::unique_ptr<SQLite::Statement>, std::vector<std::vector<Cell>>>> tables;
  for (const auto* name : kWritten) {
    SQLite::Statement all(from, std::string("SELECT * FROM ") + name);
    std::string marks;
    for (int i = 0; i < all.getColumnCount(); ++i) marks += i == 0 ? "?" : ", ?";
    auto& [insert, rows] =
        tables.emplace_back(std::make_unique<SQLite::Statement>(
                                db, std::string("INSERT INTO ") + name + " VALUES (" + marks + ")"),
                            std::vector<std::vector<Cell>>{});
    while (all.executeStep()) {
      auto& row = rows.emplace_back();
      for (int i = 0; i < all.getColumnCount(); ++i) {
        const auto column = all.getColumn(i);
        row.push_back({column.isNull(), column.isInteger(), column.getInt64(), column.getString()});
      }
    }
  }
  for (auto _ : state) {
    state.PauseTiming();
    for (const auto* name : kWritten) db.exec(std::string("DELETE FROM ") + name);
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    state.ResumeTiming();
    SQLite::Transaction transaction(db);
    for (auto& [insert, rows] : tables) {
      for (const auto& row : rows) {
        int i = 0;
        for (const auto& cell : row) {
          ++i;
          if (cell.null)
            insert->bind(i);
          else if (cell.number)
            insert->bind(i, cell.integer);
          else
            insert->bind(i, cell.text);
        }
        insert->exec();
        insert->reset();
      }
    }
    transaction.commit();
  }
}
BENCHMARK(PublishAllThousandTeams_peer)->Unit(benchmark::kMillisecond)->Iterations(10);

// --- a year for a thousand teams, in memory ---------------------------------------------------

void PlanAYearForAThousandTeams(benchmark::State& state) {
  auto book = book_of(":memory:", 1000);
  std::int64_t agendas = 0;
  for (auto _ : state) {
    book.plan_all(kMonday, kMonday + days{365}, [&](const Agenda&) { ++agendas; });
  }
  state.SetItemsProcessed(agendas);
}
BENCHMARK(PlanAYearForAThousandTeams)->Unit(benchmark::kSecond)->Iterations(1);

// --- does it slow down with the years?
// ---------------------------------------------------------------

/// A book of a thousand teams with `huddles` published ones each, made once per run: real agendas,
/// copied day by day.
fs::path grown(int huddles) {
  static std::map<int, fs::path>
      made;  // a benchmark is called several times, to find its iterations
  if (const auto it = made.find(huddles); it != made.end()) return it->second;
  const auto file = scratch("grown-" + std::to_string(huddles));
  auto book = book_of(file, 1000);
  const Day first = kMonday - days{huddles + 20};
  for (int day = 0; day < 12; ++day) book.publish_all(first + days{day});
  SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
  db.exec("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF");
  // Copies of the last day under later dates: the same rows as publishing would have written.
  for (int day = 12; day < huddles; ++day) {
    const auto date = to_string(first + days{day});
    db.exec(
        "BEGIN; CREATE TEMP TABLE fresh AS SELECT id + 1000 AS id, id AS old FROM huddle ORDER BY "
        "id DESC LIMIT 1000;"
        "INSERT INTO huddle (id, team_id, day, meeting, starts, state, revision, value_id,"
        " prompt_id, leader_id, seat_id, lesson_id, expected, led_by, took, attended, reason)"
        " SELECT f.id, team_id, '" +
        date +
        "', meeting, starts, state, revision, value_id, prompt_id,"
        " leader_id, seat_id, lesson_id, expected, led_by, took, attended, reason FROM huddle h "
        "JOIN fresh f ON f.old = h.id;"
        "INSERT INTO agenda (huddle_id, revision, reason, organisation, motto, team_name,"
        " huddle_name, zone, local_start, timebox, value_key, value_name, leader_id, seat_id)"
        " SELECT f.id, revision, reason, organisation, motto, team_name, "
        "huddle_name, zone, local_start,"
        " timebox, value_key, value_name, leader_id, seat_id FROM agenda JOIN fresh f ON f.old = "
        "huddle_id;"
        "INSERT INTO segment SELECT f.id, revision, position, kind, title, who, text, seconds, why "
        "FROM segment"
        " JOIN fresh f ON f.old = huddle_id;"
        "INSERT INTO point SELECT f.id, revision, position, line, label, text FROM point JOIN "
        "fresh f ON f.old = huddle_id;"
        "INSERT INTO turn (role, scope, huddle_id, taker, day, before, members, late) SELECT role, "
        "scope, f.id, taker, '" +
        date +
        "', day, members, late FROM turn JOIN fresh f ON f.old = huddle_id;"
        "DROP TABLE fresh; COMMIT");
  }
  return made[huddles] = file;
}

void agenda_in(benchmark::State& state, int huddles) {
  auto book = Book::open(grown(huddles), {.now = now});
  int next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(book.team("team-" + std::to_string(next++ % 1000)).agenda(kMonday));
  }
}

void AgendaInABookOfThreeYears(benchmark::State& state) {
  // 780 huddles a team are three years of working days; HUDDLEKIT_BENCH_HUDDLES makes it quicker to
  // try.
  const char* chosen = std::getenv("HUDDLEKIT_BENCH_HUDDLES");
  agenda_in(state, chosen != nullptr ? std::atoi(chosen) : 780);
}
BENCHMARK(AgendaInABookOfThreeYears)->MinWarmUpTime(0.5);

void AgendaInABookOfThreeYears_peer(benchmark::State& state) { agenda_in(state, 12); }
BENCHMARK(AgendaInABookOfThreeYears_peer)->MinWarmUpTime(0.5);

}  // namespace
}  // namespace huddlekit
