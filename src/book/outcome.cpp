// What an outcome says beyond who was there: how long the segments took, which there was time for,
// and what became of commitments.
#include <algorithm>
#include <set>

#include "book/impl.hpp"
#include "core/names.hpp"
#include "core/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using std::chrono::seconds;

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

void check_segment(const std::string& kind, const std::vector<std::string>& kinds) {
  if (contains(kinds, kind)) return;
  throw InvalidArgument("segment: must be one of " + listed(kinds) + ", got " + in_quotes(kind));
}

/// @throws InvalidArgument for a length out of range, or a segment that the huddle does not have.
void check_lengths(const Outcome& outcome, const std::vector<std::string>& kinds) {
  for (const auto& [kind, length] : outcome.seconds) {
    check_segment(kind, kinds);
    if (length < seconds{0} || length > std::chrono::hours{24}) {
      throw InvalidArgument("seconds: must be between 0 and 86400 s for " + kind + ", got " +
                            std::to_string(length.count()));
    }
  }
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

/// Whoever corrects one thing does not unsay the others. People are not in it: see `complete`.
Outcome Book::Impl::with_recorded(const HuddleRow& row, Outcome outcome) {
  if (!outcome.took) outcome.took = row.took;
  if (outcome.seconds.empty()) outcome.seconds = lives.lengths(row.id);
  const auto told = huddles.coverage(row.id);
  if (!outcome.covered && told.covered) {
    outcome.covered.emplace();
    for (const auto kind : *told.covered) outcome.covered->push_back(name_of(kind));
    if (outcome.lesson_rating && row.lesson) outcome.covered->push_back("lesson");
  }
  const bool reached = !outcome.covered || contains(*outcome.covered, "lesson");
  if (!outcome.lesson_rating && reached) outcome.lesson_rating = told.lesson_rating;
  return outcome;
}

/// What the outcome says was reached. @throws InvalidArgument for a segment that the huddle does
/// not have, or a rating without a lesson.
Coverage Book::Impl::coverage(const HuddleRow& row, const Outcome& outcome) {
  Coverage out{.lesson_rating = outcome.lesson_rating};
  if (outcome.covered) {
    const auto kinds = kinds_of(database, row);
    auto& reached = out.covered.emplace();
    for (const auto& kind : *outcome.covered) {
      check_segment(kind, kinds);
      reached.push_back(from_name<SegmentKind>(kind).value());
    }
    std::sort(reached.begin(), reached.end());
    reached.erase(std::unique(reached.begin(), reached.end()), reached.end());
  }
  if (out.lesson_rating) {
    const auto rating = static_cast<int>(*out.lesson_rating);
    if (rating < 1 || rating > 4) {
      throw InvalidArgument("lesson_rating: must be between 1 and 4, got " +
                            std::to_string(rating));
    }
    if (!row.lesson || !out.reached(SegmentKind::kLesson)) {
      throw InvalidArgument(std::string("lesson_rating: the huddle ") +
                            (row.lesson ? "did not reach its lesson" : "has no lesson to rate") +
                            ", got " + std::to_string(rating));
    }
  }
  return out;
}

bool Book::Impl::recorded(const HuddleRow& row, const Outcome& outcome, bool amending) {
  if (lives.lengths(row.id) != outcome.seconds) return false;
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
  check_lengths(outcome, kinds_of(database, row));
  lives.save_lengths(row, outcome.seconds);
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
