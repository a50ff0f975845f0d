// The outbox: reminders are offered on lease, acknowledged, tried again or given up.
#include <algorithm>
#include <limits>

#include "book/reminder_round.hpp"
#include "core/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;
using std::chrono::seconds;

const char* reason(Verdict verdict) {
  return verdict == Verdict::kNoTime   ? sentences::kNoShift
         : verdict == Verdict::kEnough ? sentences::kEnoughToday
                                       : sentences::kNobodyAnswers;
}

}  // namespace

std::string Book::Impl::reminder_id(const ReminderKey& key) {
  return playbook.team(key.team).team.key + "/" + to_string(key.day) + "/" + key.occasion + "/" +
         key.rule + (key.person ? "/" + playbook.shown(*key.person).key : "");
}

ReminderRow Book::Impl::reminder(std::string_view id) {
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
  ReminderKey key{playbook.team(parts[0]).id, parse_day(parts[1]), parts[2], parts[3], {}};
  if (parts.size() == 5) key.person = playbook.person(parts[4]);
  auto row = reminders.find(key);
  if (!row) throw NotFound("reminder: has not been offered, got " + in_quotes(id));
  return *std::move(row);
}

void Book::Impl::drop(ReminderRow& row, Instant now, const char* why) {
  const bool tried = row.id != 0;
  row.state = tried ? "given-up" : "dropped";
  row.free_at = now;
  reminders.save(row);
  reminders.log(row.id, now, tried ? DeliveryOutcome::kGivenUp : DeliveryOutcome::kDropped, {},
                why);
}

std::vector<Reminder> Book::Impl::offer(Instant now, std::size_t limit,
                                        std::optional<seconds> lease) {
  ReminderRound round(*this, now);
  const auto wanted = round.wanted();
  Day first{std::chrono::floor<days>(now).time_since_epoch()};
  for (const auto& w : wanted) first = std::min(first, w.key.day);
  auto rows = reminders.known(first, now);
  auto had = reminders.counts(first - days{1});

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
    row.state = "leased";
    row.free_at = now + lease.value_or(seconds{0});
    row.counted = timing.today;
    if (lease) reminders.save(row);
    auto said = w.said();
    const auto& person = w.key.person;
    out.push_back({.id = reminder_id(w.key),
                   .team = w.team->team.key,
                   .person = person ? std::optional(playbook.shown(*person)) : std::nullopt,
                   .kind = w.rule->kind,
                   .audience = w.audience,
                   .rule = w.rule->key,
                   .title = std::move(said.title),
                   .text = std::move(said.text),
                   .due = timing.due,
                   .until = timing.until,
                   .attempt = row.attempt,
                   .lease_until = row.free_at,
                   .reached = again ? reminders.reached(row.id) : std::vector<std::string>{}});
  }
  if (lease) {
    for (const auto& w : wanted) rows.erase(w.key);
    for (auto& [key, row] : rows) {
      if (!row.free(now)) continue;
      drop(row, now, row.until <= now ? sentences::kTooLate : sentences::kNotNeeded);
    }
  }
  return out;
}

void Book::Impl::acknowledge(std::string_view id, std::string_view target) {
  const auto row = reminder(id);
  const auto reached = reminders.reached(row.id);
  if (!target.empty()) {
    if (std::find(reached.begin(), reached.end(), target) == reached.end()) {
      reminders.log(row.id, now(), DeliveryOutcome::kSent, target);
    }
    return;
  }
  if (row.state == "sent") return;
  reminders.mark_sent(row.id, now());
  if (reached.empty()) reminders.log(row.id, now(), DeliveryOutcome::kSent);
}

void Book::Impl::fail(std::string_view id, std::string_view why, int attempt) {
  auto row = reminder(id);
  if (row.state != "leased" || (attempt != 0 && attempt != row.attempt)) return;
  reminders.log(row.id, now(), DeliveryOutcome::kFailed, {}, why);
  row.state = "waiting";
  row.free_at = now() + pause_after(row.attempt);
  if (row.free_at >= row.until) {
    drop(row, now(), sentences::kTooLate);
  } else {
    reminders.save(row);
  }
}

std::vector<Reminder> Book::reminders(std::optional<Instant> now) const {
  return impl_->read([&] {
    return impl_->offer(now.value_or(impl_->now()), std::numeric_limits<std::size_t>::max(), {});
  });
}

std::vector<Reminder> Book::due_reminders(std::optional<Instant> now, int limit, seconds lease) {
  if (limit < 1 || limit > 10'000) {
    throw InvalidArgument("limit: must be from 1 to 10000, got " + std::to_string(limit));
  }
  if (lease < seconds{1} || lease > days{1}) {
    throw InvalidArgument("lease: must be from 1 to 86400 s, got " + std::to_string(lease.count()));
  }
  return impl_->write([&] {
    return impl_->offer(now.value_or(impl_->now()), static_cast<std::size_t>(limit), lease);
  });
}

void Book::delivered(std::string_view id, std::string_view target) {
  check_text("target", target, 200);
  impl_->write([&] { impl_->acknowledge(id, target); });
}

void Book::acknowledge(std::string_view id) {
  impl_->write([&] { impl_->acknowledge(id, {}); });
}

void Book::fail(std::string_view id, std::string_view why, int attempt) {
  check_text("why", why, 2'000);
  impl_->write([&] { impl_->fail(id, why, attempt); });
}

void Book::answered(std::string_view id) {
  impl_->write([&] {
    const auto row = impl_->reminder(id);
    impl_->reminders.mark_answered(row.id);
    impl_->reminders.log(row.id, impl_->now(), DeliveryOutcome::kAnswered);
  });
}

std::vector<Delivery> Book::deliveries(std::string_view team, Day from, Day until) const {
  return impl_->read([&] {
    std::vector<Delivery> out;
    for (auto& [key, delivery] :
         impl_->reminders.log_of(impl_->playbook.team(team).id, from, until)) {
      out.push_back(std::move(delivery));
      out.back().reminder = impl_->reminder_id(key);
    }
    return out;
  });
}

}  // namespace huddlekit
