// What an outcome says beyond who was there: how long the segments took, which there was time for,
// and what became of commitments.
#include "book/holding/outcomes.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "book/holding/segments.hpp"
#include "core/text/names.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using std::chrono::seconds;

constexpr std::chrono::hours kEarliest{12};

template <class T>
bool contains(const std::vector<T>& all, const T& one) {
  return std::ranges::find(all, one) != all.end();
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

}  // namespace

/// Whoever corrects one thing does not unsay the others. People are not in it: see `complete`.
Outcome Outcomes::with_recorded(const HuddleRow& row, Outcome outcome) {
  if (!outcome.took) outcome.took = row.took;
  if (outcome.seconds.empty()) outcome.seconds = s_.lives.lengths(row.id);
  const auto told = s_.huddles.coverage(row.id);
  if (!outcome.covered && told.covered) {
    outcome.covered = told.covered;
    if (outcome.lesson_rating && row.lesson) outcome.covered->push_back("lesson");
  }
  const bool reached = !outcome.covered || contains<std::string>(*outcome.covered, "lesson");
  if (!outcome.lesson_rating && reached) outcome.lesson_rating = told.lesson_rating;
  return outcome;
}

bool Outcomes::recorded(const HuddleRow& row, const Outcome& outcome, bool amending) {
  if (s_.lives.lengths(row.id) != outcome.seconds) return false;
  const auto told = s_.promises.told_at(row.id);
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

void Outcomes::record(const StoredTeam& team, const HuddleRow& row, const Outcome& outcome,
                      bool amending) {
  check_lengths(outcome, s_.huddles.segments(row.id));
  s_.lives.save_lengths(row, outcome.seconds);
  const auto told = s_.promises.told_at(row.id);
  const auto note = [&](Id commitment, const char* what) {
    s_.promises.tell(row.id, commitment, what);
  };
  for (const auto& c : outcome.commitments) {
    if (amending && std::ranges::find(told.commitments, c) != told.commitments.end()) continue;
    note(s_.journal
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
    if (s_.journal.close(id, state, reason).team != team.team.key) {
      throw NotFound("commitment: not one of " + team.team.key + ", got " + std::to_string(id));
    }
    note(id, name_of(state));
  };
  for (const Id id : outcome.kept) close(id, CommitmentState::kKept, "");
  for (const auto& [id, reason] : outcome.missed) close(id, CommitmentState::kMissed, reason);
}

void Outcomes::check_has_come(std::string_view id, const StoredTeam& team, const HuddleRow& row,
                              Instant at) {
  const auto today = std::chrono::floor<std::chrono::days>(to_local(team.team.zone, at));
  if (row.day <= today || row.starts - at <= kEarliest) return;
  throw Conflict("huddle " + std::string(id) + ": is on " + to_string(row.day) +
                 ", which has not come yet");
}

/// Who was there and led, as an outcome tells it and what was recorded before.
Outcomes::There Outcomes::there(const HuddleRow& row, const Outcome& outcome, bool amending) {
  There out{.attended = amending ? row.attended : std::nullopt,
            .led_by = amending ? row.led_by : row.leader};
  if (outcome.attended) {
    out.attended.emplace();
    for (const auto& key : *outcome.attended) out.attended->push_back(s_.playbook.person(key));
    std::sort(out.attended->begin(), out.attended->end());
    out.attended->erase(std::unique(out.attended->begin(), out.attended->end()),
                        out.attended->end());
  }
  if (outcome.led_by) out.led_by = s_.playbook.person(*outcome.led_by);
  if (!out.attended || !out.led_by || contains(*out.attended, *out.led_by)) return out;
  const auto& leader = s_.playbook.shown(*out.led_by).key;
  if (outcome.led_by) {
    throw InvalidArgument("led_by: must be one of those who attended, got " + in_quotes(leader));
  }
  if (!leader.empty()) {
    throw InvalidArgument("led_by: must say who led, since " + in_quotes(leader) +
                          " was to and did not attend, got nobody");
  }
  out.led_by.reset();  // was erased since: nobody can say whether they were there
  return out;
}

/// Books who heard the huddle although it was not expected, and who did not.
void Outcomes::book_presence(const StoredTeam& team, const HuddleRow& row,
                             const std::optional<std::vector<Id>>& attended) {
  const auto counted = row.attended.value_or(row.expected);
  const auto present = attended.value_or(row.expected);
  std::vector<Id> missing, besides;
  std::ranges::copy_if(counted, std::back_inserter(missing),
                       [&](Id person) { return !contains(present, person); });
  std::ranges::copy_if(present, std::back_inserter(besides),
                       [&](Id person) { return !contains(counted, person); });
  const auto values = booking_.values_of(team, row.day);
  auto hearings = s_.presence.hearings(row.team);
  booking_.hear(row, missing, values, -1, hearings);
  booking_.hear(row, besides, values, 1, hearings);
}

void Outcomes::complete(std::string_view id, const Outcome& given, Instant at, bool amending) {
  auto found = calendar_.named(id);
  const auto& team = *found.team;
  auto& row = found.stored();
  if (row.state == HuddleState::kCancelled) {
    throw Conflict("huddle " + std::string(id) + ": was cancelled");
  }
  check_has_come(id, team, row, at);
  const auto outcome = amending ? with_recorded(row, given) : given;
  if (outcome.took && (*outcome.took < seconds{0} || *outcome.took > std::chrono::hours{24})) {
    throw InvalidArgument("took: must be between 0 and 86400 s, got " +
                          std::to_string(outcome.took->count()));
  }
  const auto [attended, led_by] = there(row, outcome, amending);
  const auto reached = coverage(row, outcome);
  const bool completed = row.state == HuddleState::kCompleted;
  if (completed && row.attended == attended && row.led_by == led_by && row.took == outcome.took &&
      s_.huddles.coverage(row.id) == reached && recorded(row, outcome, amending)) {
    return;
  }
  if (completed && !amending) {
    throw Conflict("huddle " + std::string(id) +
                   ": was completed with something else already; amend corrects it");
  }
  if (!completed && amending) throw Conflict("huddle " + std::string(id) + ": is not completed");

  s_.turns.put_right({RotaRole::kLead, team.id}, row.id, led_by);
  const bool seat_taken = row.seat && reached.reached(SegmentKind::kSeat) &&
                          (!attended || contains(*attended, *row.seat));
  s_.turns.put_right({RotaRole::kSeat, team.id}, row.id, seat_taken ? row.seat : std::nullopt);
  book_presence(team, row, attended);
  const bool others = attended.value_or(row.expected) != row.attended.value_or(row.expected);
  row.state = HuddleState::kCompleted;
  row.attended = attended;
  row.led_by = led_by;
  row.took = outcome.took;
  s_.huddles.save(row);
  cover(row, reached);
  if (row.prompt && others) s_.prompts.recount(row, true);
  record(team, row, outcome, amending);
}

}  // namespace huddlekit
