#include "store/huddles/presence_store.hpp"

#include <algorithm>
#include <charconv>

#include "core/turns/turns.hpp"

namespace huddlekit {
namespace {

constexpr std::int64_t kMostTimes = 1'000'000'000'000;

/// `value:credit:times:last:` for each value, separated by spaces; days counted from 1970, and
/// nothing for never. Behind the last mark older books have the time before that.
std::string write_heard(const std::vector<Hearing::Value>& heard) {
  constexpr std::size_t kLongest = 20;  // of a number
  std::string out(heard.size() * 5 * (kLongest + 1), '\0');
  char* at = out.data();
  const auto put = [&](std::int64_t n, char after) {
    at = std::to_chars(at, at + kLongest, n).ptr;
    *at++ = after;
  };
  for (const auto& h : heard) {
    put(h.value, ':');
    put(h.credit, ':');
    put(h.times, ':');
    if (h.last) {
      put(h.last->time_since_epoch().count(), ':');
    } else {
      *at++ = ':';
    }
    *at++ = ' ';
  }
  out.resize(heard.empty() ? 0 : static_cast<std::size_t>(at - out.data() - 1));
  return out;
}

/// The number at `at`, if there is one, and moves behind the mark after it. By hand, since
/// publishing reads fifty a colleague.
std::optional<std::int64_t> next_number(const char*& at, const char* end) {
  const bool negative = at < end && *at == '-';
  const char* const first = at += negative;
  std::uint64_t n = 0;  // a file that somebody has damaged may hold a longer number
  for (; at < end && *at >= '0' && *at <= '9'; ++at) n = n * 10 + static_cast<unsigned>(*at - '0');
  const bool some = at != first;
  if (at < end) ++at;
  return some ? std::optional(static_cast<std::int64_t>(negative ? -n : n)) : std::nullopt;
}

std::vector<Hearing::Value> read_heard(std::string_view text) {
  std::vector<Hearing::Value> out;
  out.reserve(static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1);
  const char* at = text.data();
  const char* const end = at + text.size();
  const auto no_further = [&](std::int64_t n, std::int64_t most) {
    if (n < -most || n > most) {
      throw StorageError("the book holds " + in_quotes(text) + " instead of what somebody heard");
    }
  };
  const auto number = [&] { return next_number(at, end).value_or(0); };
  const auto day = [&]() -> std::optional<Day> {
    constexpr std::int64_t kNever = -1'000'000;  // as older books have it
    const auto n = next_number(at, end);
    constexpr std::int64_t kFarthest = 4'000'000;  // some ten thousand years
    if (n) no_further(*n, kFarthest);
    return n && *n != kNever ? std::optional(Day{std::chrono::days{*n}}) : std::nullopt;
  };
  while (at < end) {
    out.push_back({.value = number(), .credit = number(), .times = number(), .last = day()});
    (void)day();
    no_further(out.back().credit, kMostOff);
    no_further(out.back().times, kMostTimes);
  }
  return out;
}

PresenceStore::Absence read_absence(Query& q) {
  return {q.number(0), q.number(1), q.day(2), q.day(3)};
}

}  // namespace

std::unordered_map<Id, Hearing> PresenceStore::hearings(Id team) {
  std::unordered_map<Id, Hearing> out;
  hearings({team, team}, [&](Id, Id person, Hearing hearing) { out[person] = std::move(hearing); });
  return out;
}

void PresenceStore::hearings(Teams teams, const std::function<void(Id, Id, Hearing)>& take) {
  auto q = database_.query(
      "SELECT team_id, person_id, huddles, heard FROM presence WHERE team_id BETWEEN ? AND ?",
      teams.first, teams.last);
  while (q.next()) {
    take(q.number(0), q.number(1), {q.between(2, -kMostTimes, kMostTimes), read_heard(q.view(3))});
  }
}

void PresenceStore::save(Id team, Id person, const Hearing& hearing) {
  const auto heard = write_heard(hearing.values);
  if (database_.run(
          "UPDATE presence SET huddles = ?, heard = ? WHERE team_id = ? AND person_id = ?",
          hearing.huddles, heard, team, person) == 0) {
    database_.run("INSERT INTO presence VALUES (?, ?, ?, ?)", team, person, hearing.huddles, heard);
  }
}

Id PresenceStore::add(const Absence& a) {
  return database_.insert("INSERT INTO absence (person_id, from_day, until_day) VALUES (?, ?, ?)",
                          a.person, a.first, a.last);
}

std::optional<PresenceStore::Absence> PresenceStore::find_absence(Id id) {
  auto q =
      database_.query("SELECT id, person_id, from_day, until_day FROM absence WHERE id = ?", id);
  return q.next() ? std::optional(read_absence(q)) : std::nullopt;
}

void PresenceStore::end(const Absence& a) {
  database_.run("UPDATE absence SET until_day = ? WHERE id = ?", a.last, a.id);
}

void PresenceStore::remove_absence(Id id) { database_.run("DELETE FROM absence WHERE id = ?", id); }

std::vector<PresenceStore::Absence> PresenceStore::absences(Id team, Day from, Day until) {
  std::vector<Absence> out;
  auto q = database_.query(
      "SELECT absence.id, absence.person_id, from_day, until_day FROM membership"
      " JOIN absence ON absence.person_id = membership.person_id"
      " WHERE team_id = ? AND retired = 0 AND until_day >= ? AND from_day < ?",
      team, from, until);
  while (q.next()) out.push_back(read_absence(q));
  return out;
}

std::vector<PresenceStore::Absence> PresenceStore::absences(Day from, Day until) {
  std::vector<Absence> out;
  auto q = database_.query(
      "SELECT id, person_id, from_day, until_day FROM absence WHERE until_day >= ? AND from_day < "
      "?",
      from, until);
  while (q.next()) out.push_back(read_absence(q));
  return out;
}

std::vector<PresenceStore::Absence> PresenceStore::absences_of(Id person, Day first, Day last) {
  std::vector<Absence> out;
  auto q = database_.query(
      "SELECT id, person_id, from_day, until_day FROM absence"
      " WHERE person_id = ? AND until_day >= ? AND from_day <= ? ORDER BY from_day, id",
      person, first, last);
  while (q.next()) out.push_back(read_absence(q));
  return out;
}

void PresenceStore::set_roster(Id team, const HuddleKey& huddle, std::span<const Id> people) {
  database_.run("DELETE FROM roster WHERE team_id = ? AND day = ? AND meeting = ?", team,
                huddle.first, huddle.second);
  for (const Id person : people) {
    database_.run("INSERT INTO roster VALUES (?, ?, ?, ?)", team, huddle.first, huddle.second,
                  person);
  }
}

void PresenceStore::rosters(Teams teams, Day from, Day until, const TakePerson& take) {
  auto q = database_.query(
      "SELECT team_id, day, meeting, person_id FROM roster"
      " WHERE team_id BETWEEN ? AND ? AND day >= ? AND day < ?",
      teams.first, teams.last, from, until);
  while (q.next()) take(q.number(0), {q.day(1), q.text(2)}, q.number(3));
}

void PresenceStore::arrange(Id team, const HuddleKey& huddle, std::string_view role, Id person,
                            bool takes) {
  if (takes) {  // a turn is one person's
    database_.run(
        "DELETE FROM arrangement WHERE team_id = ? AND day = ? AND meeting = ? AND role = ?"
        " AND takes = 1",
        team, huddle.first, huddle.second, role);
  }
  database_.run(
      "INSERT INTO arrangement VALUES (?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (team_id, day, meeting, role, person_id) DO UPDATE SET takes = excluded.takes",
      team, huddle.first, huddle.second, role, person, takes);
}

std::map<PresenceStore::HuddleKey, std::vector<Arrangement>> PresenceStore::arrangements(
    Id team, Day from, Day until) {
  std::map<HuddleKey, std::vector<Arrangement>> out;
  auto q = database_.query(
      "SELECT day, meeting, role, person_id, takes FROM arrangement"
      " WHERE team_id = ? AND day >= ? AND day < ? AND role <> 'away'",
      team, from, until);
  while (q.next()) {
    out[{q.day(0), q.text(1)}].push_back({q.view(2) == "lead", q.number(3), q.flag(4)});
  }
  return out;
}

void PresenceStore::excused(Teams teams, Day from, Day until, const TakePerson& take) {
  auto q = database_.query(
      "SELECT team_id, day, meeting, person_id FROM arrangement"
      " WHERE team_id BETWEEN ? AND ? AND day >= ? AND day < ? AND role = 'away'",
      teams.first, teams.last, from, until);
  while (q.next()) take(q.number(0), {q.day(1), q.text(2)}, q.number(3));
}

}  // namespace huddlekit
