#include "store/journal/promise_store.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "core/sentences/agenda_sentences.hpp"
#include "core/text/names.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

constexpr int kStuck = 3;  // huddles
constexpr const char* kOwnWords = "own words";

constexpr std::array kMissReasons{
    MissReason{"waiting", "somebody else had to do something first"},
    MissReason{"no-time", "there was no time"},
    MissReason{"more-urgent", "something more urgent came up"},
    MissReason{"no-means", "a tool, a part or a permission was missing"},
    MissReason{"unclear", "it was not clear what to do"},
    MissReason{"forgotten", "it was forgotten"},
    MissReason{"changed", "the customer or the plan changed"},
};

}  // namespace

std::span<const MissReason> miss_reasons() { return kMissReasons; }

Id PromiseStore::team_of(Id commitment) {
  auto q = database_.query("SELECT team_id FROM commitment WHERE id = ?", commitment);
  if (!q.next()) {
    throw NotFound("commitment: no such commitment, got " + std::to_string(commitment));
  }
  return q.number(0);
}

void PromiseStore::renegotiate(Id commitment, Day due, std::string_view reason, Day day) {
  check_text("reason", reason, 2'000);
  Day before{}, made{};
  {
    auto q = database_.query("SELECT made, due, state FROM commitment WHERE id = ?", commitment);
    q.next();
    made = q.day(0);
    before = q.day(1);
    if (q.view(2) != "open") {
      throw Conflict("commitment " + std::to_string(commitment) + ": is " + q.text(2) + " already");
    }
  }
  if (due < made) {
    throw InvalidArgument("due: must not be before the day it was made (" + to_string(made) +
                          "), got " + to_string(due));
  }
  if (due == before) {
    throw InvalidArgument("due: must be another day than before, got " + to_string(due));
  }
  database_.run(
      "INSERT INTO renegotiation (commitment_id, day, from_day, to_day, reason)"
      " VALUES (?, ?, ?, ?, ?)",
      commitment, day, before, due, reason);
  database_.run("UPDATE commitment SET due = ? WHERE id = ?", due, commitment);
  // It starts anew: nothing is stuck that has just been agreed on.
  database_.run("DELETE FROM commitment_shown WHERE commitment_id = ?", commitment);
  database_.run("DELETE FROM hand_off WHERE commitment_id = ? AND answered IS NULL", commitment);
}

std::vector<Renegotiation> PromiseStore::renegotiations(Id commitment) {
  (void)team_of(commitment);
  std::vector<Renegotiation> out;
  auto q = database_.query(
      "SELECT day, from_day, to_day, reason FROM renegotiation WHERE commitment_id = ? ORDER BY id",
      commitment);
  while (q.next()) out.push_back({q.day(0), q.day(1), q.day(2), q.text(3)});
  return out;
}

KeptRate PromiseStore::kept_rate(Id team, Day from, Day until) {
  KeptRate out;
  std::map<std::string, int> reasons;
  auto q = database_.query(
      "SELECT for_customer, state, reason, EXISTS"
      " (SELECT 1 FROM renegotiation WHERE commitment_id = commitment.id) FROM commitment"
      " WHERE team_id = ? AND due >= ? AND due < ?",
      team, from, until);
  while (q.next()) {
    auto& side = q.flag(0) ? out.customers : out.colleagues;
    side.renegotiated += q.flag(3) ? 1 : 0;
    switch (q.word<CommitmentState>(1)) {
      case CommitmentState::kOpen:
        ++side.open;
        break;
      case CommitmentState::kKept:
        ++side.kept;
        break;
      case CommitmentState::kDropped:
        ++side.dropped;
        break;
      case CommitmentState::kMissed: {
        ++side.missed;
        const auto word = q.text(2);
        const bool known = std::any_of(kMissReasons.begin(), kMissReasons.end(),
                                       [&](const MissReason& r) { return word == r.word; });
        ++reasons[known ? word : kOwnWords];
      }
    }
  }
  for (const auto& [word, count] : reasons) out.reasons.push_back({word, count});
  std::stable_sort(
      out.reasons.begin(), out.reasons.end(),
      [](const KeptRate::Reason& a, const KeptRate::Reason& b) { return a.count > b.count; });
  return out;
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
        id, team.id, above.id, huddle, sentences::stuck_question(), day, kStuck);
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
      out.kept.push_back(q.number(1));
    } else if (q.view(0) == "missed") {
      out.missed[q.number(1)] = q.text(6);
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
