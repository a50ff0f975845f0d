#include "store/huddles/turn_store.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace huddlekit {
namespace {

/// `12:1+ 13:2-`: id, weight, and whether it could be chosen.
std::string write_members(std::span<const Candidate> candidates) {
  std::string out;
  out.reserve(candidates.size() * 8);
  for (const auto& c : candidates) {
    if (!out.empty()) out += ' ';
    out += std::to_string(c.id) + ':' + std::to_string(c.weight) + (c.eligible ? '+' : '-');
  }
  return out;
}

std::vector<Candidate> read_members(std::string_view text) {
  std::vector<Candidate> out;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    Candidate c;
    at = std::from_chars(at, end, c.id).ptr + 1;
    at = std::from_chars(at, end, c.weight).ptr;
    c.eligible = *at == '+';
    at += 2;
    out.push_back(c);
  }
  return out;
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
    std::int64_t credit;
    Rota::Past past;
  };
  std::map<Id, Row> rows;
  Stand stand;
  auto q = database_.query(
      "SELECT candidate, credit, turns, last_day FROM credit WHERE role = ? AND scope = ?",
      name.role, name.scope);
  while (q.next()) {
    rows[q.number(0)] = {q.number(1), {q.number(2), q.maybe_day(3)}};
    stand[q.number(0)] = q.number(1);
  }
  Rota rota;
  for (const auto& member : members) {
    rota.candidates.push_back({.id = member.id, .weight = member.weight});
    const auto it = rows.find(member.id);
    rota.past.push_back(it == rows.end() ? Rota::Past{} : it->second.past);
  }
  rota.left = seat_members(rota.candidates, stand);
  return rota;
}

void TurnStore::write(RotaName name, std::span<const Candidate> candidates) {
  for (const auto& c : candidates) {
    database_.run(
        "INSERT INTO credit VALUES (?, ?, ?, ?, 0, NULL)"
        " ON CONFLICT (role, scope, candidate) DO UPDATE SET credit = excluded.credit",
        name.role, name.scope, c.id, c.credit);
  }
}

Id TurnStore::log(RotaName name, Id huddle, std::span<const Candidate> members, Id taker, Day day,
                  bool late) {
  const Id id = database_.insert(
      "INSERT INTO turn (role, scope, huddle_id, taker, day, before, members, late)"
      " VALUES (?1, ?2, ?3, ?4, ?5, (SELECT last_day FROM credit"
      "   WHERE role = ?1 AND scope = ?2 AND candidate = ?4), ?6, ?7)",
      name.role, name.scope, huddle, taker, day, write_members(members), late);
  database_.run(
      "UPDATE credit SET turns = turns + 1,"
      " last_day = CASE WHEN last_day > ?1 THEN last_day ELSE ?1 END"
      " WHERE role = ?2 AND scope = ?3 AND candidate = ?4",
      day, name.role, name.scope, taker);
  return id;
}

Id TurnStore::take(RotaName name, Id huddle, const Rota& rota, std::size_t chosen, Day day) {
  auto candidates = rota.candidates;
  take_turn(candidates, chosen);
  for (const Id id : rota.left) candidates.push_back({.id = id, .credit = 0});
  write(name, candidates);
  return log(name, huddle, rota.candidates, rota.candidates[chosen].id, day, false);
}

TurnStore::Logged TurnStore::read(Query& q) {
  return {q.number(0), q.number(1), q.number(2), q.day(3), q.maybe_day(4), read_members(q.view(5))};
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
      "UPDATE credit SET turns = turns - 1,"
      " last_day = CASE WHEN last_day = ? THEN ? ELSE last_day END"
      " WHERE role = ? AND scope = ? AND candidate = ?",
      turn.day, turn.before, name.role, name.scope, turn.taker);
  database_.run(
      "INSERT INTO turn (role, scope, huddle_id, taker, day, members, late, undoes)"
      " VALUES (?, ?, ?, ?, ?, '', 1, ?)",
      name.role, name.scope, turn.huddle, turn.taker, turn.day, turn.id);
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
  if (index_of(members, taker) == members.size()) return;  // a guest led: nobody's turn
  Stand stand;
  for (const auto& [candidate, credit] : credits(name)) stand[candidate] = credit;
  for (auto& c : members) c.credit = stand[c.id];
  take_turn(members, index_of(members, taker));
  write(name, members);
  log(name, huddle, turn.members, taker, turn.day, true);
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
  while (q.next()) out.push_back({q.number(0), q.number(1)});
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
      auto& turn = turns.at(*undone);
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
