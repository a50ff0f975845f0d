#include "store/huddles/reminder_store.hpp"

#include <algorithm>

#include "core/text/names.hpp"

namespace huddlekit {
namespace {

ReminderKey read_key(Query& q) {
  return {q.number(0), q.day(1), q.text(2), q.text(3), q.maybe_id(4)};
}

ReminderRow read_reminder(Query& q) {
  return {.id = q.number(5),
          .key = read_key(q),
          .state = q.word<ReminderState>(6),
          .attempt = q.small(7),
          .free_at = q.instant(8),
          .until = q.instant(9),
          .counted = q.maybe_day(10)};
}

#define HUDDLEKIT_REMINDER                                                                      \
  "SELECT team_id, day, occasion, rule, person_id, id, state, attempt, free_at, until, counted" \
  " FROM reminder"

}  // namespace

std::optional<ReminderRow> ReminderStore::find(const ReminderKey& key) {
  auto q = database_.query(HUDDLEKIT_REMINDER
                           " WHERE team_id = ? AND day = ? AND occasion = ? AND rule = ?"
                           " AND coalesce(person_id, 0) = ?",
                           key.team, key.day, key.occasion, key.rule, key.person.value_or(0));
  return q.next() ? std::optional(read_reminder(q)) : std::nullopt;
}

std::map<ReminderKey, ReminderRow> ReminderStore::known(Day from, Instant now) {
  std::map<ReminderKey, ReminderRow> out;
  const auto put = [&](Query q) {
    while (q.next()) {
      auto row = read_reminder(q);
      out.emplace(row.key, std::move(row));
    }
  };
  put(database_.query(HUDDLEKIT_REMINDER " WHERE day >= ?", from));
  put(database_.query(HUDDLEKIT_REMINDER " WHERE state IN ('leased', 'waiting') AND free_at <= ?",
                      now));
  return out;
}
#undef HUDDLEKIT_REMINDER

void ReminderStore::save(ReminderRow& row) {
  if (row.id == 0) {
    row.id = database_.insert(
        "INSERT INTO reminder (team_id, day, occasion, rule, person_id, state, attempt, free_at,"
        " until, counted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.key.team, row.key.day, row.key.occasion, row.key.rule, row.key.person, row.state,
        row.attempt, row.free_at, row.until, row.counted);
  } else {
    database_.run(
        "UPDATE reminder SET state = ?, attempt = ?, free_at = ?, until = ?, counted = ?"
        " WHERE id = ?",
        row.state, row.attempt, row.free_at, row.until, row.counted, row.id);
  }
}

void ReminderStore::mark_sent(Id reminder, Instant at) {
  database_.run("UPDATE reminder SET state = 'sent', sent = ? WHERE id = ?", at, reminder);
}

void ReminderStore::mark_answered(Id reminder) {
  database_.run("UPDATE reminder SET answered = 1 WHERE id = ?", reminder);
}

ReminderCounts ReminderStore::counts(Day from) {
  ReminderCounts out;
  auto q = database_.query(
      "SELECT coalesce(person_id, -team_id), counted, count(*) FROM reminder WHERE counted >= ?"
      " GROUP BY 1, 2",
      from);
  while (q.next()) out[{q.number(0), q.day(1)}] = q.small(2);
  return out;
}

int ReminderStore::unanswered(Id person, std::string_view rule, int most) {
  int run = 0;
  auto q = database_.query(
      "SELECT answered FROM reminder WHERE person_id = ? AND rule = ? AND state = 'sent'"
      " ORDER BY sent DESC, id DESC LIMIT ?",
      person, rule, most);
  while (q.next() && !q.flag(0)) ++run;
  return run;
}

void ReminderStore::log(Id reminder, Instant at, DeliveryOutcome outcome, std::string_view target,
                        std::string_view why) {
  database_.run(
      "INSERT INTO delivery (reminder_id, at, outcome, target, why) VALUES (?, ?, ?, ?, ?)",
      reminder, at, name_of(outcome), target, why);
}

std::vector<std::string> ReminderStore::reached(Id reminder) {
  std::vector<std::string> out;
  auto q = database_.query(
      "SELECT DISTINCT target FROM delivery WHERE reminder_id = ? AND outcome = 'sent'"
      " AND target <> '' ORDER BY target",
      reminder);
  while (q.next()) out.push_back(q.text(0));
  return out;
}

std::vector<ReminderStore::Logged> ReminderStore::log_of(Id team, Day from, Day until) {
  std::vector<Logged> out;
  auto q = database_.query(
      "SELECT team_id, day, occasion, rule, person_id, at, outcome, target, why"
      " FROM delivery JOIN reminder ON reminder.id = reminder_id"
      " WHERE team_id = ? AND day >= ? AND day < ? ORDER BY delivery.id",
      team, from, until);
  while (q.next()) {
    out.push_back({read_key(q),
                   {.at = q.instant(5),
                    .outcome = q.word<DeliveryOutcome>(6),
                    .target = q.text(7),
                    .why = q.text(8)}});
  }
  return out;
}

}  // namespace huddlekit
