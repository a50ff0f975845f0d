// This one, at another time.
#include "book/agendas/revisions.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/zone.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;
using std::chrono::floor;

}  // namespace

CalendarEntry Revisions::move(std::string_view id, LocalTime to, std::string_view reason) {
  check_text("reason", reason, 2'000);
  auto found = calendar_.named(id);
  const auto* team = found.team;
  const auto now_is = calendar_.huddle(found);
  if (now_is.state != HuddleState::kPlanned && now_is.state != HuddleState::kPublished) {
    throw Conflict("huddle " + std::string(id) + ": is " + to_string(now_is.state) +
                   " and cannot be moved any more");
  }
  if (found.row && s_.lives.find(found.row->id)) {
    throw Conflict("huddle " + std::string(id) + ": has begun and cannot be moved any more");
  }
  const auto starts = resolve_local(team->team.zone, to);
  if (starts == now_is.starts) return now_is;
  const Day day = floor<days>(to);
  const Day rule_day = found.rule_day();
  if (found.row && day > s_.today(*team) + kPublishAhead) {
    throw Conflict("to: a published huddle can be moved at most 31 days ahead (today is " +
                   to_string(s_.today(*team)) + "), got " + to_string(to));
  }
  if (day != now_is.day) {
    for (const auto& other : calendar_.between(*team, day, day + days{1})) {
      if (other.huddle != now_is.huddle) continue;
      throw Conflict("to: " + other.id +
                     (other.state == HuddleState::kCancelled ? " was cancelled on that day, got "
                                                             : " takes place on that day, got ") +
                     to_string(to));
    }
  }

  s_.moves_and_holidays.set_move(team->id, {now_is.huddle, rule_day, to, std::string(reason)});
  s_.playbook.changed();
  team = &s_.playbook.team(now_is.team);
  const auto slot = slot_named(*team, rule_day, now_is.huddle);
  if (!slot) {
    throw Conflict("huddle " + std::string(id) + ": its meeting's rule gives no such day any more");
  }
  if (!slot->moved_from && !team->is_holiday(rule_day)) {  // back where it belongs
    s_.moves_and_holidays.clear_move(team->id, now_is.huddle, rule_day);
  }
  if (found.row) move_published(*team, *found.row, *slot, reason);
  return calendar_.huddle({team, *slot, found.row});
}

void Revisions::move_published(const StoredTeam& team, HuddleRow& row, const Slot& slot,
                               std::string_view reason) {
  if (slot.day == row.day) {
    auto draft = s_.huddles.draft(row, row.revision);
    row.starts = draft.head.starts = slot.starts;
    row.moved_from = slot.moved_from;
    draft.head.local_start = slot.local;
    draft.head.revision = ++row.revision;
    draft.head.reason = reason;
    s_.huddles.save(row);
    s_.huddles.save_draft(row.id, draft);
    return;
  }
  booking_.unapply(row, booking_.values_of(team, row.day));
  const Day left = row.day;
  row.day = slot.day;
  row.moved_from = slot.moved_from;
  s_.huddles.save(row);
  if (values_.period_start(left) != values_.period_start(slot.day))
    booking_.give_value_back(team, row, left);
  (void)agendas_.compose_into(team, slot, row, reason);
}

}  // namespace huddlekit
