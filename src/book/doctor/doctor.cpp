#include "book/doctor/doctor.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "book/impl.hpp"
#include "calendar/zone_files.hpp"
#include "core/sentences/days.hpp"
#include "store/people/journal_checks.hpp"
#include "store/sql/os.hpp"

namespace huddlekit {

namespace fs = std::filesystem;
using sentences::phrase;
using std::chrono::days;

namespace {

constexpr std::uint64_t kMegabyte = 1'000'000;

std::string megabytes(std::uint64_t bytes) {
  return phrase("doctor.megabytes", (bytes + kMegabyte / 2) / kMegabyte);
}

/// "a.copy.huddle" and "a-2026.huddle" are named after "a"; "a2.huddle" is another book.
bool named_after(std::string_view stem, std::string_view name) {
  return name.starts_with(stem) && name.size() > stem.size() &&
         std::string_view(".-_ ").find(name[stem.size()]) != std::string_view::npos;
}

}  // namespace

void Doctor::add(const char* key, Health health, const std::string& found,
                 const std::string& advice) {
  out_.push_back({key, health, s_.said(found), s_.said(advice)});
}

std::vector<Checkup> Doctor::check_up() {
  engine();
  zones();
  if (!s_.database->in_memory()) {
    place();
    rights();
    space();
    log();
    backup();
  }
  contents();
  calendars();
  return std::move(out_);
}

void Doctor::engine() {
  const auto engine = s_.database->engine();
  if (engine.may_lose_commits) {
    add("engine", Health::kWarning, phrase("doctor.engine_loses", engine.name),
        phrase("doctor.engine_loses.advice"));
  } else {
    add("engine", Health::kGood, phrase("doctor.engine", engine.name));
  }
}

void Doctor::zones() {
  const auto version = detail::zone_version();
  const auto folder = detail::zone_folder();
  if (folder.empty()) {
    add("zones", Health::kBad, phrase("doctor.no_zones"), phrase("doctor.no_zones.advice"));
  } else if (version.empty()) {
    add("zones", Health::kGood, phrase("doctor.zones_unknown", folder));
  } else {
    // Named by the year: 2026b. Rules change several times a year, somewhere.
    const auto today = std::chrono::year_month_day{s_.today()};
    const int age = static_cast<int>(today.year()) - std::atoi(version.c_str());
    add("zones", age > 1 ? Health::kWarning : Health::kGood,
        phrase("doctor.zones", version, folder), age > 1 ? phrase("doctor.zones_old.advice") : "");
  }
}

void Doctor::place() {
  const auto system = os::network_file_system(s_.database->file());
  if (system.empty()) {
    add("place", Health::kGood, phrase("doctor.place", s_.database->file().string()));
  } else {
    add("place", Health::kBad, phrase("doctor.network", system), phrase("doctor.network.advice"));
  }
}

void Doctor::rights() {
  std::error_code error;
  const auto others = fs::status(s_.database->file(), error).permissions() &
                      (fs::perms::group_all | fs::perms::others_all);
  if (error) return;
  if (others == fs::perms::none) {
    add("rights", Health::kGood, phrase("doctor.rights"));
  } else {
    add("rights", Health::kWarning, phrase("doctor.rights_wide"),
        phrase("doctor.rights_wide.advice"));
  }
}

void Doctor::space() {
  std::error_code error;
  const auto folder = s_.database->file().parent_path();
  const auto free = fs::space(folder, error).available;
  const auto size = error ? 0 : fs::file_size(s_.database->file(), error);
  if (error) return;
  // A backup, or what erasing somebody writes, takes once more as much.
  const bool enough = free > std::max<std::uint64_t>(3 * size, 50 * kMegabyte);
  add("space", enough ? Health::kGood : Health::kWarning,
      phrase("doctor.space", megabytes(free), megabytes(size)),
      enough ? "" : phrase("doctor.space.advice"));
}

void Doctor::log() {
  const auto bytes = os::state(s_.database->file().string() + "-wal").size;
  const bool is_long = bytes > 64 * kMegabyte;
  add("log", is_long ? Health::kWarning : Health::kGood, phrase("doctor.log", megabytes(bytes)),
      is_long ? phrase("doctor.log.advice") : "");
}

/// Whatever stands beside it and is named after it.
void Doctor::backup() {
  const auto& path = s_.database->file();
  const auto stem = path.stem().string();
  std::int64_t latest = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(path.parent_path(), error)) {
    const auto name = entry.path().filename().string();
    const bool ours = name == path.filename().string() || name.ends_with("-wal") ||
                      name.ends_with("-shm") || name.ends_with(".part");
    if (ours || !named_after(stem, name) || !entry.is_regular_file(error)) continue;
    latest = std::max(latest, os::state(entry.path()).changed);
  }
  const Instant made{std::chrono::seconds{latest / 1'000'000'000}};
  if (latest == 0) {
    add("backup", Health::kWarning, phrase("doctor.no_backup"), phrase("doctor.backup.advice"));
  } else {
    const bool fresh = s_.now() - made < days{8};
    const auto day = std::chrono::floor<days>(made);
    add("backup", fresh ? Health::kGood : Health::kWarning,
        phrase("doctor.backup", sentences::full_date(Day{day.time_since_epoch()})),
        fresh ? "" : phrase("doctor.backup.advice"));
  }
}

void Doctor::contents() {
  const auto broken = s_.database->broken();
  if (!broken.empty()) {
    add("contents", Health::kBad, phrase("doctor.broken", broken), phrase("doctor.broken.advice"));
    return;
  }
  const auto problems = journal_problems(s_.database);
  if (problems.empty()) {
    add("contents", Health::kGood, phrase("doctor.contents"));
  } else {
    add("contents", Health::kBad, phrase("doctor.unsound", problems.size(), problems.front()),
        phrase("doctor.broken.advice"));
  }
}

void Doctor::calendars() {
  constexpr days kSoon{60};
  std::set<std::string> followed;
  if (const auto& house = s_.playbook.rulebook().organisation) {
    followed.insert(house->holidays.begin(), house->holidays.end());
  }
  for (const auto* team : all_teams(s_)) {
    if (team->team.holidays)
      followed.insert(team->team.holidays->begin(), team->team.holidays->end());
  }
  const Day today = s_.today();
  for (const auto& name : followed) {
    const auto holidays = s_.moves_and_holidays.kept_by({name});
    if (holidays.empty()) {
      add("calendars", Health::kBad, phrase("doctor.calendar_missing", name),
          phrase("doctor.calendar.advice", name));
      continue;
    }
    const Day last = std::ranges::max_element(holidays, {}, &Holiday::day)->day;
    const bool ends = last < today + kSoon;
    add("calendars", ends ? Health::kWarning : Health::kGood,
        phrase("doctor.calendar", name, sentences::full_date(last)),
        ends ? phrase("doctor.calendar.advice", name) : "");
  }
}

std::vector<Checkup> Book::check_up() const {
  return read(at_, [](Session& s) { return Doctor(s).check_up(); });
}

}  // namespace huddlekit
