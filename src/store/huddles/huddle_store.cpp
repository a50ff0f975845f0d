#include "store/huddles/huddle_store.hpp"

#include "core/text/names.hpp"
#include "store/sql/lists.hpp"

namespace huddlekit {
namespace {

#define HUDDLEKIT_HUDDLE                                                                       \
  "SELECT id, team_id, day, meeting, starts, state, revision, value_id, prompt_id, leader_id," \
  " seat_id, lesson_id, expected, led_by, took, attended, reason, moved_from FROM huddle"

LocalTime read_local(std::string_view text) {  // 2026-11-23T06:45:00
  try {
    if (text.size() > 11) return parse_day(text.substr(0, 10)) + parse_time_of_day(text.substr(11));
  } catch (const InvalidArgument&) {
  }
  throw StorageError("the book holds " + in_quotes(text) + " instead of a local time");
}

HuddleRow read_row(Query& q) {
  HuddleRow row{.id = q.number(0),
                .team = q.number(1),
                .day = q.day(2),
                .meeting = q.text(3),
                .starts = q.instant(4),
                .state = q.word<HuddleState>(5),
                .revision = q.small(6),
                .value = q.maybe_id(7),
                .prompt = q.maybe_id(8),
                .leader = q.maybe_id(9),
                .seat = q.maybe_id(10),
                .lesson = q.maybe_id(11),
                .expected = from_id_list(q.view(12)),
                .led_by = q.maybe_id(13)};
  if (!q.null(14)) row.took = q.length(14);
  if (!q.null(15)) row.attended = from_id_list(q.view(15));
  row.reason = q.text(16);
  if (!q.null(17)) row.moved_from = read_local(q.view(17));
  return row;
}

std::vector<HuddleRow> read_rows(Query q) {
  std::vector<HuddleRow> rows;
  while (q.next()) rows.push_back(read_row(q));
  return rows;
}

/// The column `kind` holds what names a segment: the word of its kind, or the host's own key.
std::string key_of(const DraftSegment& segment) {
  return segment.kind == SegmentKind::kCustom ? segment.key : name_of(segment.kind);
}

}  // namespace

HuddleState state_of(HuddleState stored, Instant starts, Instant now) {
  if (stored != HuddleState::kPublished) return stored;
  return starts + std::chrono::days{1} <= now ? HuddleState::kAssumedHeld : HuddleState::kPublished;
}

std::optional<HuddleRow> HuddleStore::find(Id team, Day day, std::string_view meeting) {
  auto q = database_.query(HUDDLEKIT_HUDDLE " WHERE team_id = ? AND day = ? AND meeting = ?", team,
                           day, meeting);
  return q.next() ? std::optional(read_row(q)) : std::nullopt;
}

std::optional<HuddleRow> HuddleStore::named(Id team, Day rule_day, std::string_view meeting) {
  auto q = database_.query(HUDDLEKIT_HUDDLE
                           " WHERE team_id = ? AND meeting = ?"
                           " AND coalesce(substr(moved_from, 1, 10), day) = ?",
                           team, meeting, rule_day);
  return q.next() ? std::optional(read_row(q)) : std::nullopt;
}

std::optional<HuddleRow> HuddleStore::after(Id team, Instant now) {
  // The day bound lets the index help; no zone is a whole day from UTC.
  const auto day = LocalTime{now.time_since_epoch()};
  auto q =
      database_.query(HUDDLEKIT_HUDDLE
                      " WHERE team_id = ? AND day >= ? AND starts > ?"
                      " AND state <> 'cancelled' ORDER BY starts LIMIT 1",
                      team, std::chrono::floor<std::chrono::days>(day) - std::chrono::days{1}, now);
  return q.next() ? std::optional(read_row(q)) : std::nullopt;
}

std::chrono::seconds HuddleStore::timebox(const HuddleRow& row) {
  auto q = database_.query("SELECT timebox FROM agenda WHERE huddle_id = ? AND revision = ?",
                           row.id, row.revision);
  return q.next() ? q.length(0) : std::chrono::seconds{0};
}

std::vector<HuddleRow> HuddleStore::on_day(Id team, Day day) {
  return read_rows(database_.query(
      HUDDLEKIT_HUDDLE " WHERE team_id = ? AND day = ? ORDER BY starts, meeting", team, day));
}

std::vector<HuddleRow> HuddleStore::on_day(Day day) {
  return read_rows(database_.query(HUDDLEKIT_HUDDLE " WHERE day = ?", day));
}

std::vector<HuddleRow> HuddleStore::between(Id team, Day from, Day until) {
  return read_rows(database_.query(HUDDLEKIT_HUDDLE " WHERE team_id = ? AND day >= ? AND day < ?"
                                                    " ORDER BY starts, meeting",
                                   team, from, until));
}

Id HuddleStore::save(const HuddleRow& row) {
  const auto own = row.id == 0 ? std::nullopt : std::optional(row.id);
  const auto attended = row.attended ? std::optional(to_id_list(*row.attended)) : std::nullopt;
  const Id inserted = database_.insert(
      "INSERT INTO huddle (id, team_id, day, meeting, starts, state, revision, value_id,"
      " prompt_id, leader_id, seat_id, lesson_id, expected, led_by, took, attended, reason,"
      " moved_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (id) DO UPDATE SET day = excluded.day, starts = excluded.starts,"
      " moved_from = excluded.moved_from, state = excluded.state, revision = excluded.revision,"
      " value_id = excluded.value_id, prompt_id = excluded.prompt_id,"
      " leader_id = excluded.leader_id, seat_id = excluded.seat_id,"
      " lesson_id = excluded.lesson_id, expected = excluded.expected, led_by = excluded.led_by,"
      " took = excluded.took, attended = excluded.attended, reason = excluded.reason",
      own, row.team, row.day, row.meeting, row.starts, row.state, row.revision, row.value,
      row.prompt, row.leader, row.seat, row.lesson, to_id_list(row.expected), row.led_by, row.took,
      attended, row.reason,
      row.moved_from ? std::optional(to_string(*row.moved_from)) : std::nullopt);
  return row.id == 0 ? inserted : row.id;
}

void HuddleStore::save_draft(Id huddle, const Draft& draft) {
  const auto& a = draft.head;
  database_.run(
      "INSERT INTO agenda (huddle_id, revision, reason, organisation, motto, team_name,"
      " huddle_name, zone, local_start, timebox, value_key, value_name, leader_id, seat_id, day,"
      " starts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      huddle, a.revision, a.reason, a.organisation, a.motto, a.team_name, a.huddle_name, a.zone,
      std::chrono::seconds{a.local_start.time_since_epoch()}, a.timebox, a.value, a.value_name,
      draft.facilitator, draft.customers_seat, a.day, a.starts);
  int position = 0;
  for (const auto& s : draft.segments) {
    database_.run("INSERT INTO segment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", huddle, a.revision,
                  position, key_of(s), s.title, to_id_list(s.who), s.text, s.seconds, s.why);
    int line = 0;
    for (const auto& point : s.points) {
      database_.run("INSERT INTO point VALUES (?, ?, ?, ?, ?, ?)", huddle, a.revision, position,
                    line++, point.label, point.text);
    }
    ++position;
  }
}

Draft HuddleStore::draft(const HuddleRow& row, int revision) {
  Draft out;
  auto& a = out.head;
  a = {.id = "/" + to_string(row.rule_day()) + "/" + row.meeting,  // the team may be renamed
       .huddle = row.meeting,
       .day = row.day,
       .starts = row.starts,
       .published = true,
       .revision = revision};
  {
    auto q = database_.query(
        "SELECT reason, organisation, motto, team_name, huddle_name, zone, local_start, timebox,"
        " value_key, value_name, leader_id, seat_id, day, starts FROM agenda"
        " WHERE huddle_id = ? AND revision = ?",
        row.id, revision);
    if (!q.next()) {
      throw StorageError("the book does not hold revision " + std::to_string(revision) +
                         " of huddle " + std::to_string(row.id));
    }
    a.reason = q.text(0);
    a.organisation = q.text(1);
    a.motto = q.text(2);
    a.team_name = q.text(3);
    a.huddle_name = q.text(4);
    a.zone = q.text(5);
    a.local_start = LocalTime{q.length(6)};
    a.timebox = q.length(7);
    a.value = q.text(8);
    a.value_name = q.text(9);
    out.facilitator = q.maybe_id(10);
    out.customers_seat = q.maybe_id(11);
    if (!q.null(12)) a.day = q.day(12);
    if (!q.null(13)) a.starts = q.instant(13);
  }
  {
    auto q = database_.query(
        "SELECT kind, title, who, text, seconds, why FROM segment"
        " WHERE huddle_id = ? AND revision = ? ORDER BY position",
        row.id, revision);
    while (q.next()) {
      const auto known = from_name<SegmentKind>(q.view(0));
      out.segments.push_back({.kind = known.value_or(SegmentKind::kCustom),
                              .key = known ? "" : q.text(0),
                              .title = q.text(1),
                              .who = from_id_list(q.view(2)),
                              .text = q.text(3),
                              .seconds = q.length(4),
                              .why = q.text(5)});
    }
  }
  auto q = database_.query(
      "SELECT position, label, text FROM point WHERE huddle_id = ? AND revision = ?"
      " ORDER BY position, line",
      row.id, revision);
  while (q.next()) {
    const auto position = q.number(0);
    if (position < 0 || position >= std::ssize(out.segments)) {
      throw StorageError("the book holds a line of segment " + std::to_string(position) +
                         " of an agenda of " + std::to_string(out.segments.size()));
    }
    out.segments[static_cast<std::size_t>(position)].points.push_back({q.text(1), q.text(2)});
  }
  return out;
}

std::vector<std::string> HuddleStore::segments(Id huddle) {
  std::vector<std::string> out;
  auto q = database_.query(
      "SELECT kind FROM segment WHERE huddle_id = ? AND kind <> 'finish-early'"
      " ORDER BY revision DESC, position",
      huddle);
  while (q.next()) {
    if (std::ranges::find(out, q.view(0)) == out.end()) out.push_back(q.text(0));
  }
  return out;
}

Coverage HuddleStore::coverage(Id huddle) {
  Coverage out;
  auto q =
      database_.query("SELECT covered, lesson_rating FROM coverage WHERE huddle_id = ?", huddle);
  if (!q.next()) return out;
  if (!q.null(0)) {
    out.covered = from_json_list(q.view(0));
    std::ranges::sort(*out.covered);
  }
  if (!q.null(1)) out.lesson_rating = static_cast<Rating>(q.within(1, 1, 4));
  return out;
}

void HuddleStore::save_coverage(Id huddle, const Coverage& coverage) {
  std::optional<std::string> covered;
  if (coverage.covered) covered = to_json_list(*coverage.covered);
  std::optional<int> rating;
  if (coverage.lesson_rating) rating = static_cast<int>(*coverage.lesson_rating);
  database_.run(
      "INSERT INTO coverage VALUES (?, ?, ?) ON CONFLICT (huddle_id) DO UPDATE"
      " SET covered = excluded.covered, lesson_rating = excluded.lesson_rating",
      huddle, covered, rating);
}

void HuddleStore::on_value(Id team, Id value,
                           const std::function<bool(Id, Day, const std::vector<Id>&)>& take) {
  auto q = database_.query(
      "SELECT id, day, coalesce(attended, expected) FROM huddle WHERE team_id = ? AND value_id = ?"
      " AND state <> 'cancelled' ORDER BY day DESC",
      team, value);
  while (q.next() && take(q.number(0), q.day(1), from_id_list(q.view(2)))) {
  }
}

std::optional<HuddleStore::ValueDay> HuddleStore::value_day(Id scope, Day period) {
  auto q = database_.query("SELECT value_id, huddle_id FROM value_day WHERE scope = ? AND day = ?",
                           scope, period);
  return q.next() ? std::optional(ValueDay{q.number(0), q.number(1)}) : std::nullopt;
}

std::optional<Id> HuddleStore::value_before(Id scope, Day period) {
  auto q = database_.query(
      "SELECT value_id FROM value_day WHERE scope = ? AND day < ? ORDER BY day DESC LIMIT 1", scope,
      period);
  return q.next() ? std::optional(q.number(0)) : std::nullopt;
}

void HuddleStore::set_value_day(Id scope, Day period, Id value, Id huddle) {
  database_.run("INSERT INTO value_day VALUES (?, ?, ?, ?)", scope, period, value, huddle);
}

void HuddleStore::clear_value_day(Id scope, Day period) {
  database_.run("DELETE FROM value_day WHERE scope = ? AND day = ?", scope, period);
}

std::optional<Id> HuddleStore::any_held(Id scope, Day from, Day until) {
  auto q = database_.query(
      "SELECT id FROM huddle WHERE day >= ?1 AND day < ?2 AND state <> 'cancelled'"
      " AND (?3 = 0 OR team_id = ?3) ORDER BY id LIMIT 1",
      from, until, scope);
  return q.next() ? std::optional(q.number(0)) : std::nullopt;
}

}  // namespace huddlekit
