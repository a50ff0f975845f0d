// The outbox: reminders are offered on lease, acknowledged, tried again or given up.
#include <algorithm>
#include <limits>

#include "book/impl.hpp"
#include "book/reminders/offers.hpp"
#include "book/reminders/reminder_round.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;
using std::chrono::seconds;

using sentences::phrase;

std::string reason(Verdict verdict) {
  return verdict == Verdict::kNoTime   ? phrase("reminder.no_shift")
         : verdict == Verdict::kEnough ? phrase("reminder.enough")
                                       : phrase("reminder.nobody_answers");
}

}  // namespace

std::string Offers::id_of(const ReminderKey& key) {
  return s_.playbook.team(key.team).team.key + "/" + to_string(key.day) + "/" + key.occasion + "/" +
         key.rule + (key.person ? "/" + s_.playbook.shown(*key.person).key : "");
}

ReminderRow Offers::find(std::string_view id) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= id.size();) {
    const auto end = std::min(id.find('/', at), id.size());
    parts.emplace_back(id.substr(at, end - at));
    at = end + 1;
  }
  if (parts.size() < 4 || parts.size() > 5) {
    throw InvalidArgument("reminder: must read like front-desk/2026-11-23/morning/lead/ana, got " +
                          in_quotes(id));
  }
  ReminderKey key{s_.playbook.team(parts[0]).id, parse_day(parts[1]), parts[2], parts[3], {}};
  if (parts.size() == 5) key.person = s_.playbook.person(parts[4]);
  auto row = s_.reminders.find(key);
  if (!row) throw NotFound("reminder: has not been offered, got " + in_quotes(id));
  return *std::move(row);
}

void Offers::drop(ReminderRow& row, Instant now, std::string_view why) {
  const bool tried = row.id != 0;
  row.state = tried ? ReminderState::kGivenUp : ReminderState::kDropped;
  row.free_at = now;
  s_.reminders.save(row);
  s_.reminders.log(row.id, now, tried ? DeliveryOutcome::kGivenUp : DeliveryOutcome::kDropped, {},
                   why);
}

std::vector<Reminder> Offers::offer(Instant now, std::size_t limit, std::optional<seconds> lease) {
  ReminderRound round(s_, now);
  const auto wanted = round.wanted();
  Day first{std::chrono::floor<days>(now).time_since_epoch()};
  for (const auto& w : wanted) first = std::min(first, w.key.day);
  auto rows = s_.reminders.known(first, now);
  auto had = s_.reminders.counts(first - days{1});

  std::vector<Reminder> out;
  for (const auto& w : wanted) {
    if (out.size() == limit) break;
    const auto known = rows.find(w.key);
    const bool again = known != rows.end();
    if (again && !known->second.free(now)) continue;
    auto timing = round.timing(w);
    timing.counted = again && known->second.counted == timing.today;
    const auto verdict = decide(now, timing, had).verdict;
    if (verdict == Verdict::kLater) continue;
    auto row = again ? known->second : ReminderRow{.key = w.key};
    row.until = timing.until;
    if (verdict != Verdict::kNow) {
      if (lease) drop(row, now, reason(verdict));
      continue;
    }
    ++row.attempt;
    row.state = ReminderState::kLeased;
    row.free_at = now + lease.value_or(seconds{0});
    row.counted = timing.today;
    if (lease) s_.reminders.save(row);
    const auto said = w.said();
    const auto& person = w.key.person;
    out.push_back({.id = id_of(w.key),
                   .team = w.team->team.key,
                   .person = person ? std::optional(s_.playbook.shown(*person)) : std::nullopt,
                   .kind = w.rule->kind,
                   .audience = w.audience,
                   .rule = w.rule->key,
                   .title = s_.said(said.title),
                   .text = s_.said(said.text),
                   .due = timing.due,
                   .until = timing.until,
                   .attempt = row.attempt,
                   .lease_until = row.free_at,
                   .reached = again ? s_.reminders.reached(row.id) : std::vector<std::string>{},
                   .language = std::string(s_.language->tag)});
  }
  if (lease) {
    for (const auto& w : wanted) rows.erase(w.key);
    for (auto& [key, row] : rows) {
      if (!row.free(now)) continue;
      drop(row, now,
           row.until <= now ? phrase("reminder.too_late") : phrase("reminder.not_needed"));
    }
  }
  return out;
}

void Offers::acknowledge(std::string_view id, std::string_view target) {
  const auto row = find(id);
  const auto reached = s_.reminders.reached(row.id);
  if (!target.empty()) {
    if (std::find(reached.begin(), reached.end(), target) == reached.end()) {
      s_.reminders.log(row.id, s_.now(), DeliveryOutcome::kSent, target);
    }
    return;
  }
  if (row.state == ReminderState::kSent) return;
  s_.reminders.mark_sent(row.id, s_.now());
  if (reached.empty()) s_.reminders.log(row.id, s_.now(), DeliveryOutcome::kSent);
}

void Offers::fail(std::string_view id, std::string_view why, int attempt) {
  auto row = find(id);
  if (row.state != ReminderState::kLeased || (attempt != 0 && attempt != row.attempt)) return;
  s_.reminders.log(row.id, s_.now(), DeliveryOutcome::kFailed, {}, why);
  row.state = ReminderState::kWaiting;
  row.free_at = s_.now() + pause_after(row.attempt);
  if (row.free_at >= row.until) {
    drop(row, s_.now(), phrase("reminder.too_late"));
  } else {
    s_.reminders.save(row);
  }
}

void Offers::answered(std::string_view id) {
  const auto row = find(id);
  s_.reminders.mark_answered(row.id);
  s_.reminders.log(row.id, s_.now(), DeliveryOutcome::kAnswered);
}

std::vector<Delivery> Offers::deliveries(const StoredTeam& team, Day from, Day until) {
  std::vector<Delivery> out;
  for (auto& [key, delivery] : s_.reminders.log_of(team.id, from, until)) {
    out.push_back(std::move(delivery));
    out.back().reminder = id_of(key);
    out.back().why = s_.said(out.back().why);
  }
  return out;
}

std::vector<Reminder> Outbox::pending(std::optional<Instant> now) const {
  check_door("now", now);
  return read(at_, [&](Session& s) {
    return Offers(s).offer(now.value_or(s.now()), std::numeric_limits<std::size_t>::max(), {});
  });
}

std::vector<Reminder> Outbox::lease(int limit, seconds lease, std::optional<Instant> now) const {
  if (limit < 1 || limit > 10'000) {
    throw InvalidArgument("limit: must be from 1 to 10000, got " + std::to_string(limit));
  }
  if (lease < seconds{1} || lease > days{1}) {
    throw InvalidArgument("lease: must be from 1 to 86400 s, got " + std::to_string(lease.count()));
  }
  return write(at_, asked(at_, "lease(limit, lease, now)", limit, lease, now), [&](Session& s) {
    return Offers(s).offer(now.value_or(s.now()), static_cast<std::size_t>(limit), lease);
  });
}

void Outbox::delivered(std::string_view id, std::string_view target) const {
  check_text("target", target, 200);
  write(at_, asked(at_, "delivered(reminder, target)", id, target),
        [&](Session& s) { Offers(s).acknowledge(id, target); });
}

void Outbox::acknowledge(std::string_view id) const {
  write(at_, asked(at_, "acknowledge(reminder)", id),
        [&](Session& s) { Offers(s).acknowledge(id, {}); });
}

void Outbox::fail(std::string_view id, std::string_view why, int attempt) const {
  check_text("why", why, 2'000);
  write(at_, asked(at_, "fail(reminder, why, attempt)", id, why, attempt),
        [&](Session& s) { Offers(s).fail(id, why, attempt); });
}

void Outbox::answered(std::string_view id) const {
  write(at_, asked(at_, "answered(reminder)", id), [&](Session& s) { Offers(s).answered(id); });
}

std::vector<Delivery> Outbox::deliveries(std::string_view team, Day start, Day end) const {
  check_door("team, start, end", team, start, end);
  return read(at_,
              [&](Session& s) { return Offers(s).deliveries(s.playbook.team(team), start, end); });
}

}  // namespace huddlekit
