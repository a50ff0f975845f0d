#include "store/huddles/live_store.hpp"

#include <algorithm>

#include "core/text/names.hpp"
#include "store/sql/lists.hpp"

namespace huddlekit {
namespace {

constexpr std::size_t kLengths = 9;
constexpr std::size_t kFewest = 3;  // fewer are no habit

}  // namespace

std::optional<LiveState> LiveStore::find(Id huddle) {
  LiveState state;
  {
    auto q = database_.query(
        "SELECT timebox, phase, current, counted_to, started, finished FROM live"
        " WHERE huddle_id = ?",
        huddle);
    if (!q.next()) return std::nullopt;
    state.timebox = q.length(0);
    state.phase = q.word<LivePhase>(1);
    state.current = static_cast<std::size_t>(q.within(2, 0, 1'000));
    state.counted_to = q.instant(3);
    state.started = q.instant(4);
    if (!q.null(5)) state.finished = q.instant(5);
  }
  auto q = database_.query(
      "SELECT kind, planned, min, cut, dropped, took FROM live_segment WHERE huddle_id = ?"
      " ORDER BY position",
      huddle);
  while (q.next()) {
    state.segments.push_back({.key = q.text(0),
                              .planned = q.length(1),
                              .min = q.length(2),
                              .cut = q.small(3),
                              .dropped = q.flag(4),
                              .took = q.length(5)});
  }
  return state;
}

void LiveStore::save(Id huddle, const LiveState& state) {
  database_.run(
      "INSERT INTO live (huddle_id, timebox, phase, current, counted_to, started, finished)"
      " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (huddle_id) DO UPDATE SET"
      " phase = excluded.phase, current = excluded.current, counted_to = excluded.counted_to,"
      " finished = excluded.finished",
      huddle, state.timebox, name_of(state.phase), state.current, state.counted_to, state.started,
      state.finished);
  int position = 0;
  for (const auto& s : state.segments) {
    database_.run(
        "INSERT INTO live_segment VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (huddle_id, position) DO UPDATE SET dropped = excluded.dropped,"
        " took = excluded.took",
        huddle, position++, s.key, s.planned, s.min, s.cut, s.dropped, s.took);
  }
}

LiveStore::Noted LiveStore::noted(Id huddle) {
  Noted out;
  auto q = database_.query("SELECT attended, lesson_rating FROM live WHERE huddle_id = ?", huddle);
  if (!q.next()) return out;
  if (!q.null(0)) out.attended = from_id_list(q.view(0));
  if (!q.null(1)) out.lesson_rating = static_cast<Rating>(q.within(1, 1, 4));
  return out;
}

void LiveStore::note(Id huddle, const Noted& noted) {
  std::optional<std::string> attended;
  if (noted.attended) attended = to_id_list(*noted.attended);
  std::optional<int> rating;
  if (noted.lesson_rating) rating = static_cast<int>(*noted.lesson_rating);
  database_.run("UPDATE live SET attended = ?, lesson_rating = ? WHERE huddle_id = ?", attended,
                rating, huddle);
}

std::map<std::string, std::chrono::seconds> LiveStore::lengths(Id huddle) {
  std::map<std::string, std::chrono::seconds> out;
  auto q = database_.query("SELECT kind, seconds FROM segment_held WHERE huddle_id = ?", huddle);
  while (q.next()) out[q.text(0)] = q.length(1);
  return out;
}

void LiveStore::save_lengths(const HuddleRow& row,
                             const std::map<std::string, std::chrono::seconds>& lengths) {
  auto kinds = this->lengths(row.id);  // what no longer counts is to be unlearned
  database_.run("DELETE FROM segment_held WHERE huddle_id = ?", row.id);
  for (const auto& [kind, length] : lengths) {
    database_.run("INSERT INTO segment_held VALUES (?, ?, ?)", row.id, kind, length);
  }
  kinds.insert(lengths.begin(), lengths.end());
  for (const auto& [kind, length] : kinds) learn(row, kind);
}

void LiveStore::learn(const HuddleRow& row, const std::string& kind) {
  std::vector<std::chrono::seconds> lengths;
  {
    // SQLite keeps the order of a CROSS JOIN: the team's huddles, latest first, until there are
    // enough.
    auto q = database_.query(
        "SELECT seconds FROM huddle CROSS JOIN segment_held WHERE huddle_id = huddle.id"
        " AND kind = ? AND team_id = ? AND seconds > 0 ORDER BY day DESC, meeting DESC LIMIT ?",
        kind, row.team, kLengths);
    while (q.next()) lengths.push_back(q.length(0));
  }
  if (lengths.size() < kFewest) {
    database_.run("DELETE FROM usual_length WHERE team_id = ? AND kind = ?", row.team, kind);
    return;
  }
  database_.run(
      "INSERT INTO usual_length VALUES (?, ?, ?)"
      " ON CONFLICT (team_id, kind) DO UPDATE SET seconds = excluded.seconds",
      row.team, kind, usual_length(lengths, kLengths).value());
}

std::vector<UsualLength> LiveStore::usual(Id team) {
  std::vector<UsualLength> out;
  auto q = database_.query("SELECT kind, seconds FROM usual_length WHERE team_id = ?", team);
  while (q.next()) {
    if (const auto kind = from_name<SegmentKind>(q.view(0))) out.push_back({*kind, q.length(1)});
  }
  return out;
}

}  // namespace huddlekit
