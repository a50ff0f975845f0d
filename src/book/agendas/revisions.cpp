// An agenda that changes after it was published, and a huddle that is called off.
#include "book/agendas/revisions.hpp"

#include <algorithm>

#include "core/text/names.hpp"
#include "core/text/text.hpp"

namespace huddlekit {

Agenda Revisions::revise(std::string_view id, std::string_view reason,
                         const std::vector<std::string>& away) {
  auto found = calendar_.named(id);
  const auto& team = *found.team;
  if (!found.row || found.row->revision == 0) {
    throw NotFound("huddle: not published, got " + in_quotes(id));
  }
  auto& row = *found.row;
  if (row.state != HuddleState::kPublished) {
    throw Conflict("huddle " + std::string(id) + ": is " + name_of(row.state) +
                   " and cannot be revised any more");
  }
  for (const auto& key : away) {
    const Id person = s_.playbook.person(key);
    if (std::find(row.expected.begin(), row.expected.end(), person) == row.expected.end()) {
      throw Conflict("away: is not expected at " + std::string(id) + ", got " + in_quotes(key));
    }
    s_.presence.arrange(team.id, {row.day, row.meeting}, "away", person, false);
  }

  const auto before = s_.huddles.draft(row, row.revision);
  const Meeting gone{.key = row.meeting};  // the meeting may have left the playbook since
  Slot slot{&gone, row.day, before.head.local_start, row.starts, false, row.moved_from};
  if (found.slot) {
    slot.meeting = found.slot->meeting;
    slot.moved_by_clock_change = found.slot->moved_by_clock_change;
  }
  auto values = values_.desk(team, row.day);
  auto value = values_.value_of(values, row.day);
  std::optional<Facts::KeptValue> kept;
  if (row.value && (!value || value->id != row.value)) {
    const auto said =
        std::find_if(before.segments.begin(), before.segments.end(),
                     [](const DraftSegment& s) { return s.kind == SegmentKind::kValue; });
    if (said != before.segments.end()) kept = {*row.value, *said};
  }
  if (kept || !row.value) value.reset();
  booking_.unapply(row, values);
  auto start = desks_.load(team, row.day);
  auto known = desks_.facts(start, slot, value);
  known.head = before.head;
  known.head.revision = ++row.revision;
  known.head.reason = reason;
  known.kept_value = kept;
  known.kept_prompt = row.prompt;
  known.kept_leader = row.leader;
  known.kept_seat = row.seat;
  row.expected.clear();
  for (const auto& attendee : known.expected) row.expected.push_back(attendee.id);
  auto made = compose(std::move(known));
  booking_.apply(team, row, made, values, start);
  return agendas_.shown(std::move(made.draft), team);
}

void Revisions::cancel(std::string_view id, std::string_view reason) {
  check_text("reason", reason, 2'000);
  auto found = calendar_.named(id);
  const auto& team = *found.team;
  auto row = found.row.value_or(HuddleRow{});
  if (row.state == HuddleState::kCancelled) return;
  if (row.state == HuddleState::kCompleted) {
    throw Conflict("huddle " + std::string(id) + ": was held; it cannot be cancelled");
  }
  if (found.row) {
    booking_.unapply(row, booking_.values_of(team, row.day));
  } else {
    row = {.team = team.id,
           .day = found.slot->day,
           .meeting = found.slot->meeting->key,
           .starts = found.slot->starts,
           .moved_from = found.slot->moved_from};
  }
  row.state = HuddleState::kCancelled;
  row.reason = reason;
  s_.huddles.save(row);
  if (row.revision > 0) booking_.give_value_back(team, row, row.day);
  s_.playbook.changed();
}

}  // namespace huddlekit
