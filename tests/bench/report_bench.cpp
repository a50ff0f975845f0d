#include <SQLiteCpp/SQLiteCpp.h>
#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <map>

#include "huddlekit/huddlekit.hpp"

namespace huddlekit {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;

const Day kEnd = parse_day("2026-01-01");
Instant now() { return parse_instant("2026-01-02T05:00:00Z"); }

/// A book of `teams` teams with a daily huddle over `length` days, all completed and timed, a win
/// every other day, a commitment every third: written as bulk rows, since publishing them would
/// take hours. Made once a run.
fs::path book_of(int teams, int length) {
  static std::map<std::pair<int, int>, fs::path> made;
  if (const auto it = made.find({teams, length}); it != made.end()) return it->second;
  const auto folder =
      fs::temp_directory_path() / ("huddlekit-report-bench-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const auto file = folder / (std::to_string(teams) + "-" + std::to_string(length));
  const int size = teams > 1'000 ? 5 : 12;  // a playbook holds 4 MiB
  const auto members = std::to_string(size);
  Playbook playbook{.source = "bench",
                    .organisation = Organisation{.name = "Bench", .zone = "Europe/Lisbon"}};
  for (int v = 0; v < 10; ++v) {
    playbook.values.push_back({.key = "value-" + std::to_string(v),
                               .name = "Value " + std::to_string(v),
                               .statement = "Own it.",
                               .behaviours = {"Calls back."}});
    for (int p = 0; p < 6; ++p) {
      playbook.prompts.push_back({.key = std::to_string(v) + "/" + std::to_string(p),
                                  .value = playbook.values.back().key,
                                  .text = "What did you take on?"});
    }
  }
  for (int t = 0; t < teams; ++t) {
    const auto key = "team-" + std::to_string(t);
    TeamDefinition team{
        .key = key, .name = key, .department = "department-" + std::to_string(t / 20)};
    team.zone = "Europe/Lisbon";
    for (int m = 0; m < size; ++m) {
      team.members.push_back({.key = key + "-" + std::to_string(m), .name = "Member"});
    }
    team.meetings = {{.rule = "FREQ=DAILY", .start = std::chrono::hours{7}}};
    playbook.teams.push_back(std::move(team));
  }
  Book::open(file, {.create = true, .now = now}).load(playbook);
  SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
  db.exec("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA journal_mode = MEMORY");
  const auto first = to_string(kEnd - days{length});
  const auto range = "WITH RECURSIVE d(n, day) AS (SELECT 0, '" + first +
                     "' UNION ALL SELECT n + 1, date(day, '+1 day') FROM d WHERE n < " +
                     std::to_string(length - 1) + ") ";
  db.exec(
      "CREATE TEMP TABLE crew AS SELECT team_id, group_concat(person_id, ' ') AS people,"
      " min(person_id) AS first FROM membership GROUP BY team_id");
  db.exec(
      "BEGIN;" + range +
      "INSERT INTO huddle (team_id, day, meeting, starts, state, revision, value_id, prompt_id,"
      " leader_id, expected, led_by, took, attended) SELECT team_id, day, 'huddle',"
      " unixepoch(day) + 25200, 'completed', 1, 1 + n % 10, 1 + n % 60, first + n % " +
      members + ", people, first + n % " + members +
      ", 500 + n * 7 % 200, people FROM d, crew;"
      "INSERT INTO agenda (huddle_id, revision, reason, organisation, motto, team_name,"
      " huddle_name, zone, local_start, timebox, value_key, value_name, leader_id, seat_id)"
      " SELECT id, 1, '', 'Bench', 'Keep promises', 'Team', '',"
      " 'Europe/Lisbon', starts, 600, 'value', 'Value', leader_id, NULL FROM huddle;"
      "INSERT INTO story (kind, team_id, day, text) SELECT CASE id % 8 WHEN 0 THEN 'miss' ELSE"
      " 'win' END, team_id, day, 'Found the ring before the guest knew that it was gone, and"
      " took it to the room.' FROM huddle WHERE id % 2 = 0;"
      "INSERT INTO story_value SELECT id, 0, 1 + id % 10 FROM story;"
      "INSERT INTO story_person SELECT s.id, 0, c.first + s.id % " +
      members +
      " FROM story AS s JOIN crew"
      " AS c USING (team_id) WHERE kind = 'win';"
      "INSERT INTO told (huddle_id, story_id, team_id) SELECT h.id, s.id, h.team_id FROM story AS "
      "s JOIN huddle AS h ON"
      " h.team_id = s.team_id AND h.day = s.day;"
      "INSERT INTO commitment (team_id, person_id, text, made, due, for_customer, state, reason)"
      " SELECT team_id, leader_id, 'Call back', day, day, id % 2, CASE id % 9 WHEN 0 THEN"
      " 'missed' ELSE 'kept' END, CASE id % 9 WHEN 0 THEN 'Ran out of time' ELSE '' END FROM"
      " huddle WHERE id % 3 = 0; COMMIT");
  return made[{teams, length}] = file;
}

void report_of(benchmark::State& state, int teams, int length, ReportOf of, const char* key) {
  auto book = Book::open(book_of(teams, length), {.now = now});
  for (auto _ : state) {
    benchmark::DoNotOptimize(book.report(of, key, kEnd - days{length}, kEnd));
  }
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
}

void ReportOfOneTeamAndAYear(benchmark::State& state) {
  report_of(state, 1'000, 365, ReportOf::kTeam, "team-7");
}
BENCHMARK(ReportOfOneTeamAndAYear)->Unit(benchmark::kMillisecond);

void ReportOfADepartmentAndAYear(benchmark::State& state) {
  report_of(state, 1'000, 365, ReportOf::kDepartment, "department-3");
}
BENCHMARK(ReportOfADepartmentAndAYear)->Unit(benchmark::kMillisecond)->Iterations(3);

void ReportOfAThousandTeamsAndAYear(benchmark::State& state) {
  report_of(state, 1'000, 365, ReportOf::kOrganisation, "");
}
BENCHMARK(ReportOfAThousandTeamsAndAYear)->Unit(benchmark::kMillisecond)->Iterations(3);

/// 10,000 teams and three years: a file of 6 GB, so only where it is asked for.
void ReportOfTenThousandTeamsAndThreeYears(benchmark::State& state) {
  if (std::getenv("HUDDLEKIT_SOAK") == nullptr) {
    state.SkipWithError("set HUDDLEKIT_SOAK=1");
    return;
  }
  report_of(state, 10'000, 1'095, ReportOf::kOrganisation, "");
}
BENCHMARK(ReportOfTenThousandTeamsAndThreeYears)->Unit(benchmark::kSecond)->Iterations(1);

}  // namespace
}  // namespace huddlekit
