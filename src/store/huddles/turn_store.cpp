#include "store/huddles/turn_store.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_map>

namespace huddlekit {
namespace {

/// `12:1+ 13:2-`: id, weight, and whether it could be chosen.
std::string write_members(std::span<const Candidate> candidates) {
  std::string out;
  out.reserve(candidates.size() * 8);
  char number[24];
  const auto put = [&](std::int64_t n) {
    out.append(number, std::to_chars(number, number + sizeof number, n).ptr);
  };
  for (const auto& c : candidates) {
    if (!out.empty()) out += ' ';
    put(c.id);
    out += ':';
    put(c.weight);
    out += c.eligible ? '+' : '-';
  }
  return out;
}

/// @throws StorageError for what does not read like that, or breaks what turns rely on.
std::vector<Candidate> read_members(std::string_view text) {
  std::vector<Candidate> out;
  const char* at = text.data();
  const char* const end = at + text.size();
  const auto mark = [&](std::string_view either) {
    const bool there = at < end && either.find(*at) != either.npos;
    return there ? *at++ : '\0';
  };
  while (at < end) {
    Candidate c;
    const auto id = std::from_chars(at, end, c.id);
    at = id.ptr;
    const bool has_weight = id.ec == std::errc{} && mark(":") != '\0';
    const auto weight = std::from_chars(at, end, c.weight);
    at = weight.ptr;
    const char sign = mark("+-");
    c.eligible = sign == '+';
    const bool ends = at == end || (mark(" ") != '\0' && at < end);
    if (!has_weight || weight.ec != std::errc{} || c.weight < 1 || c.weight > kMaxWeight ||
        sign == '\0' || !ends || out.size() == kMaxCandidates) {
      throw StorageError("the book holds " + in_quotes(text) + " instead of those in a rotation");
    }
    out.push_back(c);
  }
  return out;
}

constexpr std::int64_t kMostTurns = 1'000'000'000'000;

/// Of a credit that the book holds.
std::int64_t checked_credit(std::int64_t credit) {
  if (credit >= -kMostOff && credit <= kMostOff) return credit;
  throw StorageError("the book holds a credit of " + std::to_string(credit) +
                     ", which nobody can have");
}

using Stand = std::map<Id, std::int64_t>;  // credit by candidate

/// Gives `candidates` their credits; what others still hold is shared out among them. Answers who
/// these others are.
std::vector<Id> seat_members(std::vector<Candidate>& candidates, const Stand& stand) {
  std::vector<Id> left;
  for (auto& c : candidates) {
    const auto it = stand.find(c.id);
    c.credit = it == stand.end() ? 0 : it->second;
  }
  if (candidates.empty()) return left;
  const auto members = candidates.size();
  for (const auto& [id, credit] : stand) {
    const auto is_member = [&, i = id](const Candidate& c) { return c.id == i; };
    if (credit == 0 || std::any_of(candidates.begin(), candidates.end(), is_member)) continue;
    candidates.push_back({.id = id, .credit = credit});
    leave(candidates, members);
    left.push_back(id);
  }
  return left;
}

std::size_t index_of(std::span<const Candidate> candidates, Id id) {
  const auto it = std::find_if(candidates.begin(), candidates.end(),
                               [&](const Candidate& c) { return c.id == id; });
  return static_cast<std::size_t>(it - candidates.begin());
}

}  // namespace

Rota TurnStore::load(RotaName name, std::span<const InRota> members) {
  struct Row {
    Id candidate = 0;
    std::int64_t credit = 0;
    Rota::Past past;
  };
  std::vector<Row> rows;
  auto q = database_.query(
      "SELECT candidate, credit, turns, last_day FROM credit WHERE role = ? AND scope = ?"
      " ORDER BY candidate",
      name.role, name.scope);
  while (q.next())
    rows.push_back(
        {q.number(0), checked_credit(q.number(1)), {q.between(2, 0, kMostTurns), q.maybe_day(3)}});
  Rota rota;
  rota.candidates.reserve(members.size());
  rota.past.reserve(members.size());
  std::size_t known = 0;
  for (const auto& member : members) {
    const auto it = std::ranges::lower_bound(rows, member.id, {}, &Row::candidate);
    const bool found = it != rows.end() && it->candidate == member.id;
    known += found;
    rota.candidates.push_back(
        {.id = member.id, .weight = member.weight, .credit = found ? it->credit : 0});
    rota.past.push_back(found ? it->past : Rota::Past{});
  }
  rota.whole = known == members.size() && known == rows.size();
  if (rota.whole) return rota;
  Stand stand;
  for (const auto& row : rows) stand[row.candidate] = row.credit;
  rota.left = seat_members(rota.candidates, stand);
  return rota;
}

void TurnStore::write(RotaName name, std::span<const Candidate> candidates) {
  for (const auto& c : candidates) {
    if (database_.run("UPDATE credit SET credit = ? WHERE role = ? AND scope = ? AND candidate = ?",
                      c.credit, name.role, name.scope, c.id) == 0) {
      database_.run("INSERT INTO credit VALUES (?, ?, ?, ?, 0, NULL)", name.role, name.scope, c.id,
                    c.credit);
    }
  }
}

void TurnStore::take(RotaName name, Id huddle, const Rota& rota, std::size_t chosen, Day day) {
  auto after = rota.candidates;
  take_turn(after, chosen);
  const auto taker = after[chosen];
  const auto gained = [&](std::size_t i) { return after[i].credit - rota.candidates[i].credit; };
  if (rota.whole) {
    // Most gain alike, and one more perhaps not: one statement costs a quarter of one for each.
    std::unordered_map<std::int64_t, int> times;
    std::int64_t most = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (i != chosen && ++times[gained(i)] > times[most]) most = gained(i);
    }
    std::vector<Candidate> others;
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (i != chosen && gained(i) != most) others.push_back(after[i]);
    }
    const auto one = others.empty() ? taker : others.back();
    if (!others.empty()) others.pop_back();
    database_.run(
        "UPDATE credit SET credit = CASE candidate WHEN ?1 THEN ?2 WHEN ?7 THEN ?8"
        " ELSE credit + ?3 END,"
        " turns = turns + CASE candidate WHEN ?1 THEN 1 ELSE 0 END,"
        " last_day = CASE WHEN candidate <> ?1 OR last_day > ?4 THEN last_day ELSE ?4 END"
        " WHERE role = ?5 AND scope = ?6",
        taker.id, taker.credit, most, day, name.role, name.scope, one.id, one.credit);
    write(name, others);
  } else {
    for (const Id id : rota.left) after.push_back({.id = id, .credit = 0});
    write(name, after);
    count(name, taker, day);
  }
  log(name, huddle, rota.candidates, taker.id, day, rota.past[chosen].last, false);
}

/// One more turn of theirs.
void TurnStore::count(RotaName name, const Candidate& taker, Day day) {
  database_.run(
      "UPDATE credit SET credit = ?1, turns = turns + 1,"
      " last_day = CASE WHEN last_day > ?2 THEN last_day ELSE ?2 END"
      " WHERE role = ?3 AND scope = ?4 AND candidate = ?5",
      taker.credit, day, name.role, name.scope, taker.id);
}

void TurnStore::log(RotaName name, Id huddle, std::span<const Candidate> members, Id taker, Day day,
                    std::optional<Day> before, bool late) {
  database_.run(
      "INSERT INTO turn (role, scope, huddle_id, taker, day, before, members, late)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      name.role, name.scope, huddle, taker, day, before, write_members(members), late);
}

TurnStore::Logged TurnStore::read(Query& q) {
  Logged turn{q.number(0), q.number(1),    q.number(2),
              q.day(3),    q.maybe_day(4), read_members(q.view(5))};
  if (index_of(turn.members, turn.taker) == turn.members.size()) {
    throw StorageError("the book holds a turn, number " + std::to_string(turn.id) +
                       ", of somebody who was not in the rotation");
  }
  return turn;
}

std::optional<TurnStore::Logged> TurnStore::last_turn(RotaName name, Id huddle) {
  auto q = database_.query(
      "SELECT id, huddle_id, taker, day, before, members, EXISTS"
      " (SELECT 1 FROM turn WHERE huddle_id = t.huddle_id AND undoes = t.id) FROM turn AS t"
      " WHERE huddle_id = ? AND role = ? AND scope = ? AND undoes IS NULL ORDER BY id DESC LIMIT 1",
      huddle, name.role, name.scope);
  if (!q.next()) return std::nullopt;
  auto turn = read(q);
  turn.live = !q.flag(6);
  return turn;
}

void TurnStore::undo(RotaName name, const Logged& turn) {
  auto members = turn.members;
  Stand stand;
  for (const auto& [candidate, credit] : credits(name)) stand[candidate] = credit;
  for (auto& c : members) c.credit = stand[c.id];
  give_back_turn(members, index_of(members, turn.taker));
  write(name, members);
  database_.run(
      "INSERT INTO turn (role, scope, huddle_id, taker, day, members, late, undoes)"
      " VALUES (?, ?, ?, ?, ?, '', 1, ?)",
      name.role, name.scope, turn.huddle, turn.taker, turn.day, turn.id);
  database_.run(
      "UPDATE credit SET turns = turns - 1,"
      " last_day = CASE WHEN last_day = ? THEN ? ELSE last_day END"
      " WHERE role = ? AND scope = ? AND candidate = ?",
      turn.day, last_taken(name, turn), name.role, name.scope, turn.taker);
}

/// The day of the taker's last turn but this one, as the log has it: huddles may be published, and
/// turns given back, out of the order of their days.
std::optional<Day> TurnStore::last_taken(RotaName name, const Logged& but) {
  if (name.role == RotaRole::kValue) {
    auto q = database_.query(
        "SELECT max(day) FROM value_day WHERE scope = ? AND value_id = ? AND day <> ?", name.scope,
        but.taker, but.day);
    return q.next() ? q.maybe_day(0) : std::nullopt;
  }
  auto q = database_.query(
      "SELECT turn.day FROM huddle CROSS JOIN turn ON turn.huddle_id = huddle.id"
      " WHERE team_id = ?1 AND role = ?2 AND scope = ?1 AND taker = ?3 AND undoes IS NULL"
      " AND NOT EXISTS (SELECT 1 FROM turn AS u WHERE u.huddle_id = huddle.id"
      "  AND u.undoes = turn.id)"
      " ORDER BY huddle.day DESC LIMIT 1",
      name.scope, name.role, but.taker);
  return q.next() ? q.maybe_day(0) : std::nullopt;
}

void TurnStore::give_back(RotaName name, Id huddle) {
  const auto turn = last_turn(name, huddle);
  if (turn && turn->live) undo(name, *turn);
}

void TurnStore::put_right(RotaName name, Id huddle, std::optional<Id> taker) {
  const auto turn = last_turn(name, huddle);
  if (!turn || (turn->live && turn->taker == taker)) return;
  if (turn->live) undo(name, *turn);
  if (taker) take_late(name, *turn, huddle, *taker);
}

void TurnStore::hand_over(RotaName name, Id from, Id to) {
  const auto turn = last_turn(name, from);
  if (!turn || !turn->live) return;
  undo(name, *turn);
  take_late(name, *turn, to, turn->taker);
}

/// Takes a turn that was taken differently before.
void TurnStore::take_late(RotaName name, const Logged& turn, Id huddle, Id taker) {
  auto members = turn.members;
  const auto place = index_of(members, taker);
  if (place == members.size()) return;  // a guest led: nobody's turn
  Stand stand;
  for (const auto& [candidate, credit] : credits(name)) stand[candidate] = credit;
  for (auto& c : members) c.credit = stand[c.id];
  take_turn(members, place);
  write(name, members);
  log(name, huddle, turn.members, taker, turn.day, last_day(name, taker), true);
  count(name, members[place], turn.day);
}

std::optional<Day> TurnStore::last_day(RotaName name, Id candidate) {
  auto q =
      database_.query("SELECT last_day FROM credit WHERE role = ? AND scope = ? AND candidate = ?",
                      name.role, name.scope, candidate);
  return q.next() ? q.maybe_day(0) : std::nullopt;
}

std::optional<Day> TurnStore::before(RotaName name, Id huddle) {
  const auto turn = last_turn(name, huddle);
  return turn ? turn->before : std::nullopt;
}

std::vector<TurnStore::Credit> TurnStore::credits(RotaName name) {
  std::vector<Credit> out;
  auto q = database_.query(
      "SELECT candidate, credit FROM credit WHERE role = ? AND scope = ? ORDER BY candidate",
      name.role, name.scope);
  while (q.next()) out.push_back({q.number(0), checked_credit(q.number(1))});
  return out;
}

std::vector<TurnStore::Credit> TurnStore::replay(RotaName name) {
  Stand stand;
  std::map<Id, Logged> turns;
  auto q = database_.query(
      "SELECT id, huddle_id, taker, day, before, members, late, undoes FROM turn"
      " WHERE role = ? AND scope = ? ORDER BY id",
      name.role, name.scope);
  while (q.next()) {
    if (const auto undone = q.maybe_id(7)) {
      const auto given_back = turns.find(*undone);
      if (given_back == turns.end()) {
        throw StorageError("the book holds a turn that gives back turn " + std::to_string(*undone) +
                           ", which there is not");
      }
      auto& turn = given_back->second;
      for (auto& c : turn.members) c.credit = stand[c.id];
      give_back_turn(turn.members, index_of(turn.members, turn.taker));
      for (const auto& c : turn.members) stand[c.id] = c.credit;
      continue;
    }
    auto turn = read(q);
    auto members = turn.members;
    if (q.flag(6)) {
      for (auto& c : members) c.credit = stand[c.id];
    } else {
      for (const Id id : seat_members(members, stand)) stand[id] = 0;
    }
    take_turn(members, index_of(members, turn.taker));
    for (const auto& c : members) stand[c.id] = c.credit;
    turns[turn.id] = std::move(turn);
  }
  std::vector<Credit> out;
  for (const auto& [id, credit] : stand) out.push_back({id, credit});
  return out;
}

}  // namespace huddlekit
