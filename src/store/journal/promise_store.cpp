#include "store/journal/promise_store.hpp"

#include "core/journal/commitments.hpp"
#include "core/sentences/phrase.hpp"
#include "core/text/names.hpp"

namespace huddlekit {

void PromiseStore::renegotiate(const Commitment& commitment, Day due, std::string_view reason,
                               Day day) {
  check_new_day(commitment, due, reason);
  database_.run(
      "INSERT INTO renegotiation (commitment_id, day, from_day, to_day, reason)"
      " VALUES (?, ?, ?, ?, ?)",
      commitment.id, day, commitment.due, due, reason);
  database_.run("UPDATE commitment SET due = ? WHERE id = ?", due, commitment.id);
  // It starts anew: nothing is stuck that has just been agreed on.
  database_.run("DELETE FROM commitment_shown WHERE commitment_id = ?", commitment.id);
  database_.run("DELETE FROM hand_off WHERE commitment_id = ? AND answered IS NULL", commitment.id);
}

std::vector<Renegotiation> PromiseStore::renegotiations(Id commitment) {
  std::vector<Renegotiation> out;
  auto q = database_.query(
      "SELECT day, from_day, to_day, reason FROM renegotiation WHERE commitment_id = ? ORDER BY id",
      commitment);
  while (q.next()) out.push_back({q.day(0), q.day(1), q.day(2), q.text(3)});
  return out;
}

KeptRate PromiseStore::kept_rate(Id team, Day from, Day until) {
  KeptCounter counter;
  auto q = database_.query(
      "SELECT for_customer, state, reason, EXISTS"
      " (SELECT 1 FROM renegotiation WHERE commitment_id = commitment.id) FROM commitment"
      " WHERE team_id = ? AND due >= ? AND due < ?",
      team, from, until);
  while (q.next()) {
    counter.add(q.flag(0), q.word<CommitmentState>(1), q.text(2), q.flag(3));
  }
  return std::move(counter).rate();
}

void PromiseStore::show(Id huddle, const StoredTeam& team, Day day,
                        const std::vector<Id>& commitments) {
  for (const Id id : commitments) {
    database_.run("INSERT INTO commitment_shown VALUES (?, ?)", id, huddle);
  }
  if (team.team.parent.empty() || commitments.empty()) return;
  const auto& above = playbook_.team(team.team.parent);
  if (above.retired) return;
  for (const Id id : commitments) {
    // Once for each day that it was promised for.
    database_.run(
        "INSERT INTO hand_off (team_id, to_id, commitment_id, huddle_id, question, raised)"
        " SELECT ?2, ?3, id, ?4, ?5, ?6 FROM commitment WHERE id = ?1"
        " AND (SELECT count(*) FROM commitment_shown WHERE commitment_id = ?1) >= ?7"
        " AND NOT EXISTS (SELECT 1 FROM hand_off AS h WHERE h.commitment_id = ?1"
        "  AND h.raised >= commitment.due)",
        id, team.id, above.id, huddle, sentences::phrase("handoff.stuck_question"), day,
        kStuckAfter);
  }
}

void PromiseStore::unshow(Id huddle) {
  database_.run("DELETE FROM commitment_shown WHERE huddle_id = ?", huddle);
  database_.run("DELETE FROM hand_off WHERE huddle_id = ? AND answered IS NULL", huddle);
}

Outcome PromiseStore::told_at(Id huddle) {
  Outcome out;
  auto q = database_.query(
      "SELECT what, commitment_id, person_id, text, due, for_customer, reason"
      " FROM huddle_commitment JOIN commitment ON id = commitment_id WHERE huddle_id = ?"
      " ORDER BY commitment_id",
      huddle);
  while (q.next()) {
    if (q.view(0) == "kept") {
      out.kept.emplace_back(q.number(1));
    } else if (q.view(0) == "missed") {
      out.missed[CommitmentId(q.number(1))] = q.text(6);
    } else {
      out.commitments.push_back({playbook_.shown(q.number(2)).key, q.text(3), q.day(4), q.flag(5)});
    }
  }
  return out;
}

void PromiseStore::tell(Id huddle, Id commitment, std::string_view what) {
  database_.run("INSERT INTO huddle_commitment VALUES (?, ?, ?) ON CONFLICT DO NOTHING", huddle,
                commitment, what);
}

}  // namespace huddlekit
