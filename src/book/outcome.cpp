// What an outcome says beyond who was there: how long the segments took, which there was time for,
// and what became of commitments.
#include "book/outcome.hpp"

#include <algorithm>
#include <set>

#include "book/impl.hpp"
#include "core/names.hpp"
#include "core/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using std::chrono::seconds;
using Held = LiveStore::Held;

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

/// The segments of all revisions: a huddle is held by the one that it began with.
std::vector<std::string> kinds_of(Database& database, const HuddleRow& row) {
  std::vector<std::string> out;
  auto q = database.query(
      "SELECT kind FROM segment WHERE huddle_id = ? AND kind <> 'finish-early'"
      " GROUP BY kind ORDER BY max(revision) DESC, position",
      row.id);
  while (q.next()) out.push_back(q.text(0));
  return out;
}

/// What the outcome says of each segment; empty when it says nothing.
std::map<std::string, Held> held(const Outcome& outcome, const std::vector<std::string>& kinds) {
  std::map<std::string, Held> out;
  for (const auto& [kind, length] : outcome.seconds) {
    if (length < seconds{0} || length > std::chrono::hours{24}) {
      throw InvalidArgument("seconds: must be between 0 and 86400 s for " + kind + ", got " +
                            std::to_string(length.count()));
    }
    out[kind].seconds = length;
  }
  if (outcome.covered) {
    for (const auto& kind : kinds) out[kind].covered = false;
    for (const auto& kind : *outcome.covered) out[kind].covered = true;
  }
  for (const auto& [kind, h] : out) {
    if (!contains(kinds, kind)) {
      throw InvalidArgument("segment: must be one of " + listed(kinds) + ", got " +
                            huddlekit::quoted(kind));
    }
  }
  return out;
}

/// The commitments that came up at a huddle, as an outcome tells them.
Outcome commitments_of(Database& database, PlaybookStore& playbook, Id huddle) {
  Outcome out;
  auto q = database.query(
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
      out.commitments.push_back({playbook.shown(q.number(2)).key, q.text(3), q.day(4), q.flag(5)});
    }
  }
  return out;
}

}  // namespace

bool covers(const Outcome& outcome, SegmentKind kind) {
  return !outcome.covered || contains(*outcome.covered, name_of(kind));
}

/// Whoever corrects attendance alone does not unsay what was measured.
Outcome Book::Impl::with_measured(const HuddleRow& row, Outcome outcome) {
  if (!outcome.seconds.empty() || outcome.covered) return outcome;
  for (const auto& [kind, h] : lives.held(row.id)) {
    if (h.seconds) outcome.seconds[kind] = *h.seconds;
    if (!h.covered) continue;
    if (!outcome.covered) outcome.covered.emplace();
    if (*h.covered) outcome.covered->push_back(kind);
  }
  return outcome;
}

bool Book::Impl::recorded(const HuddleRow& row, const Outcome& outcome, bool amending) {
  if (lives.held(row.id) != held(outcome, kinds_of(database, row))) return false;
  const auto told = commitments_of(database, playbook, row.id);
  const auto subset = [](const auto& some, const auto& all) {
    return std::ranges::all_of(
        some, [&](const auto& one) { return std::ranges::find(all, one) != std::end(all); });
  };
  if (amending) {  // they stay, so that only new ones make a difference
    return subset(outcome.commitments, told.commitments) && subset(outcome.kept, told.kept) &&
           subset(outcome.missed, told.missed);
  }
  const std::set<Id> kept(outcome.kept.begin(), outcome.kept.end());
  return told.commitments == outcome.commitments && std::ranges::equal(told.kept, kept) &&
         told.missed == outcome.missed;
}

void Book::Impl::record(const StoredTeam& team, const HuddleRow& row, const Outcome& outcome,
                        bool amending) {
  lives.save_held(row, held(outcome, kinds_of(database, row)));
  lives.mark_not_reached(row.id, !covers(outcome, SegmentKind::kWin),
                         !covers(outcome, SegmentKind::kLesson));

  const auto told = commitments_of(database, playbook, row.id);
  const auto note = [&](Id commitment, const char* what) {
    database.run("INSERT OR IGNORE INTO huddle_commitment VALUES (?, ?, ?)", row.id, commitment,
                 what);
  };
  for (const auto& c : outcome.commitments) {
    if (amending && std::ranges::find(told.commitments, c) != told.commitments.end()) continue;
    note(journal
             .add(Commitment{.team = team.team.key,
                             .who = {c.who, ""},
                             .text = c.text,
                             .made = row.day,
                             .due = c.due,
                             .for_customer = c.for_customer})
             .id,
         "made");
  }
  const auto close = [&](Id id, CommitmentState state, const std::string& reason) {
    if (journal.close(id, state, reason).team != team.team.key) {
      throw NotFound("commitment: not one of " + team.team.key + ", got " + std::to_string(id));
    }
    note(id, name_of(state));
  };
  for (const Id id : outcome.kept) close(id, CommitmentState::kKept, "");
  for (const auto& [id, reason] : outcome.missed) close(id, CommitmentState::kMissed, reason);
}

}  // namespace huddlekit
