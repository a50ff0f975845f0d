// What becomes of a huddle: previewed, published, revised, completed, cancelled.
#include <algorithm>

#include "book/impl.hpp"
#include "core/agenda_sentences.hpp"
#include "core/person_token.hpp"
#include "core/text.hpp"
#include "huddlekit/errors.hpp"
#include "store/lists.hpp"

namespace huddlekit {
namespace {

constexpr std::chrono::hours kEarliest{12};

}  // namespace

/// An agenda as people see it: names instead of ids.
Agenda Book::Impl::shown(Agenda a, const StoredTeam& team) {
  a.team = team.team.key;
  a.id = a.team + a.id.substr(a.id.find('/'));
  const auto resolve = [&](Person& person) { person = playbook.shown(std::stoll(person.key)); };
  const auto names = [&](std::string& text) {
    if (text.find('\x01') == std::string::npos) return;
    text = with_names(text, [&](Id id) { return playbook.shown(id).name; });
  };
  if (a.facilitator) resolve(*a.facilitator);
  if (a.customers_seat) resolve(*a.customers_seat);
  for (auto& segment : a.segments) {
    for (auto& person : segment.who) resolve(person);
    names(segment.text);
    names(segment.why);
    for (auto& point : segment.points) {
      names(point.label);
      names(point.text);
    }
  }
  return a;
}

Agenda Book::Impl::stored(const StoredTeam& team, const HuddleRow& row, int revision) {
  return shown(huddles.read_agenda(row, revision), team);
}

Agenda Book::Impl::preview(const StoredTeam& team, const Slot& slot) {
  const auto now = desk(team, slot.day, slot.day + std::chrono::days{1}, 1);
  auto values = value_desk(scope(team), slot.day, slot.day + std::chrono::days{1});
  return shown(compose(facts(now, slot, value_of(values, slot.day))).agenda, team);
}

Agenda Book::Impl::publish(const StoredTeam& team, const Slot& slot) {
  if (slot.day > today(team) + kPublishAhead) {
    throw Conflict("day: can be published at most 31 days ahead (today is " +
                   to_string(today(team)) + "), got " + to_string(slot.day));
  }
  HuddleRow row{.team = team.id, .meeting = slot.meeting->key};
  return compose_into(team, slot, row, {});
}

/// Composes a huddle anew as the next revision, and spends its turns.
Agenda Book::Impl::compose_into(const StoredTeam& team, const Slot& slot, HuddleRow& row,
                                std::string_view reason) {
  auto start = desk(team, slot.day, slot.day + std::chrono::days{1}, 1);
  auto values = value_desk(scope(team), slot.day, slot.day + std::chrono::days{1});
  auto known = facts(start, slot, value_of(values, slot.day));
  row.day = slot.day;
  row.starts = slot.starts;
  row.moved_from = slot.moved_from;
  row.state = "published";
  ++row.revision;
  row.expected.clear();
  for (const auto& attendee : known.expected) row.expected.push_back(attendee.id);
  known.head.revision = row.revision;
  known.head.reason = reason;
  auto made = compose(std::move(known));
  made.agenda.published = true;
  apply(team, row, made, values, start);

  const Day period = period_start(slot.day);
  if (row.value && !huddles.value_day(values.scope, period)) {
    const auto& candidates = values.rota.candidates;
    const auto chosen = std::find_if(candidates.begin(), candidates.end(),
                                     [&](const Candidate& c) { return c.id == *row.value; });
    turns.take({"value", values.scope}, row.id, values.rota,
               static_cast<std::size_t>(chosen - candidates.begin()), period);
    huddles.set_value_day(values.scope, period, *row.value, row.id);
  }
  return shown(std::move(made.agenda), team);
}

/// Stores a revision and everything that follows from its choices, but for the value's turn.
void Book::Impl::apply(const StoredTeam& team, HuddleRow& row, const Composition& made,
                       const ValueDesk& values, Desk& start) {
  const auto& choices = made.choices;
  const auto id_in = [](const Rota& rota, std::optional<std::size_t> index) {
    return index ? std::optional(rota.candidates[*index].id) : std::nullopt;
  };
  row.value = choices.value;
  row.prompt = choices.prompt;
  row.lesson = choices.lesson;
  row.leader = id_in(made.lead, choices.leader);
  row.seat = id_in(made.seat, choices.seat);
  row.id = huddles.save(row);
  huddles.save_agenda(row.id, made.agenda);
  if (choices.leader) turns.take({"lead", team.id}, row.id, made.lead, *choices.leader, row.day);
  if (choices.seat) turns.take({"seat", team.id}, row.id, made.seat, *choices.seat, row.day);
  if (choices.source) {
    turns.take({"source", team.id}, row.id, made.source, *choices.source, row.day);
  }
  if (choices.prompt) {
    auto& use = start.prompts[*choices.prompt];
    for (const Id person : row.expected) add_sorted(use.heard, person);
    database.run(
        "INSERT INTO prompt_use VALUES (?1, ?2, 1,"
        " (SELECT 1 + coalesce(max(last), 0) FROM prompt_use WHERE team_id = ?1), ?3, ?4)"
        " ON CONFLICT (team_id, prompt_id) DO UPDATE SET uses = uses + 1, last = excluded.last,"
        " pass = excluded.pass, heard = excluded.heard",
        team.id, *choices.prompt, choices.prompt_pass, to_id_list(use.heard));
  }
  hear(row, row.expected, values, 1, start.crew.hearings);
  journal.mark_told(row.id, team.id, choices.stories);
  if (choices.lesson) {
    lessons.review(*choices.lesson, team.id, row.id, row.day, row.starts, Rating::kGood, true);
  }
  promises.show(row.id, team, row.day, choices.commitments);
  hand_offs.hear(row.id, choices.answers);
}

/// Books that `people` were at the huddle, or, with direction -1, that they were not.
void Book::Impl::hear(const HuddleRow& row, const std::vector<Id>& people, const ValueDesk& values,
                      int direction, std::unordered_map<Id, Hearing>& hearings) {
  const auto gain = gains(values.rota.candidates);
  for (const Id person : people) {
    auto& hearing = hearings[person];
    huddlekit::hear(hearing, values.values, gain, row.value, row.day, direction);
    presence.save(row.team, person, hearing);
  }
}

/// Works out anew who has heard a huddle's prompt, with or without that huddle.
void Book::Impl::recount_prompt(const HuddleRow& row, bool with) {
  std::vector<Id> heard;
  {
    auto q = database.query(
        "SELECT coalesce(attended, expected) FROM huddle"
        " WHERE team_id = ? AND prompt_id = ? AND state <> 'cancelled' AND (id <> ? OR ? = 1)",
        row.team, *row.prompt, row.id, with);
    while (q.next()) {
      for (const Id person : from_id_list(q.view(0))) add_sorted(heard, person);
    }
  }
  database.run("UPDATE prompt_use SET heard = ? WHERE team_id = ? AND prompt_id = ?",
               to_id_list(heard), row.team, *row.prompt);
}

/// The opposite of `apply`; agendas stay.
void Book::Impl::unapply(const HuddleRow& row, const ValueDesk& values) {
  turns.give_back({"lead", row.team}, row.id);
  turns.give_back({"seat", row.team}, row.id);
  turns.give_back({"source", row.team}, row.id);
  if (row.prompt) {  // first in line again
    database.run(
        "UPDATE prompt_use SET uses = uses - 1, last = 0, pass = pass - 1"
        " WHERE team_id = ? AND prompt_id = ?",
        row.team, *row.prompt);
    recount_prompt(row, false);
  }
  auto hearings = presence.hearings(row.team);
  hear(row, row.expected, values, -1, hearings);
  journal.unmark_told(row.id);
  if (row.lesson) {
    lessons.review(*row.lesson, row.team, row.id, row.day, row.starts, std::nullopt, true);
  }
  promises.unshow(row.id);
  hand_offs.unhear(row.id);
}

/// A huddle has left its day: the value's turn that its publishing took is another huddle's of that
/// day, or given back when none is left.
void Book::Impl::give_value_back(const StoredTeam& team, const HuddleRow& row, Day day) {
  const Id where = scope(team);
  const Day period = period_start(day);
  const auto decided = huddles.value_day(where, period);
  if (!decided) return;
  const auto left = huddles.any_held(where, period, period_end(day));
  if (!left) {
    turns.give_back({"value", where}, decided->huddle);
    huddles.clear_value_day(where, period);
  } else if (decided->huddle == row.id) {
    turns.hand_over({"value", where}, row.id, *left);
    huddles.clear_value_day(where, period);
    huddles.set_value_day(where, period, decided->value, *left);
  }
}

Agenda Book::Impl::revise(std::string_view id, std::string_view reason,
                          const std::vector<std::string>& away) {
  check_text("reason", reason, 2'000);
  const StoredTeam* team = nullptr;
  auto found = find(id, team);
  if (!found.row || found.row->revision == 0) {
    throw NotFound("huddle: not published, got " + in_quotes(id));
  }
  auto& row = *found.row;
  if (row.state != "published") {
    throw Conflict("huddle " + std::string(id) + ": is " + row.state +
                   " and cannot be revised any more");
  }
  for (const auto& key : away) {
    const Id person = playbook.person(key);
    if (std::find(row.expected.begin(), row.expected.end(), person) == row.expected.end()) {
      throw Conflict("away: is not expected at " + std::string(id) + ", got " + in_quotes(key));
    }
    presence.arrange(team->id, {row.day, row.meeting}, "away", person, false);
  }

  const auto before = huddles.read_agenda(row, row.revision);
  const Meeting gone{.key = row.meeting};  // the meeting may have left the playbook since
  Slot slot{&gone, row.day, before.local_start, row.starts, false, row.moved_from};
  if (found.slot) {
    slot.meeting = found.slot->meeting;
    slot.moved_by_clock_change = found.slot->moved_by_clock_change;
  }
  auto values = value_desk(scope(*team), row.day, row.day + std::chrono::days{1});
  auto value = value_of(values, row.day);
  std::optional<Facts::KeptValue> kept;
  if (row.value && (!value || value->id != row.value)) {
    const auto said = std::find_if(before.segments.begin(), before.segments.end(),
                                   [](const Segment& s) { return s.kind == SegmentKind::kValue; });
    if (said != before.segments.end()) kept = {*row.value, *said};
  }
  if (kept || !row.value) value.reset();
  unapply(row, values);
  auto start = desk(*team, row.day, row.day + std::chrono::days{1}, 1);
  auto known = facts(start, slot, value);
  known.head = before;
  known.head.segments.clear();
  known.head.revision = ++row.revision;
  known.head.reason = reason;
  known.head.facilitator.reset();
  known.head.customers_seat.reset();
  known.kept_value = kept;
  known.kept_prompt = row.prompt;
  known.kept_leader = row.leader;
  known.kept_seat = row.seat;
  row.expected.clear();
  for (const auto& attendee : known.expected) row.expected.push_back(attendee.id);
  const auto made = compose(std::move(known));
  apply(*team, row, made, values, start);
  return shown(made.agenda, *team);
}

/// The values with the weights of that day, for booking what was heard.
ValueDesk Book::Impl::values_of(const StoredTeam& team, Day day) {
  auto values = value_desk(scope(team), day, day + std::chrono::days{1});
  (void)value_of(values, day);
  return values;
}

/// A slip in a date would close the wrong huddle. A night shift may be a little before its day.
void Book::Impl::check_has_come(std::string_view id, const StoredTeam& team, const HuddleRow& row,
                                Instant at) {
  const auto today = std::chrono::floor<std::chrono::days>(to_local(team.team.zone, at));
  if (row.day <= today || row.starts - at <= kEarliest) return;
  throw Conflict("huddle " + std::string(id) + ": is on " + to_string(row.day) +
                 ", which has not come yet");
}

void Book::Impl::complete(std::string_view id, const Outcome& given, Instant at, bool amending) {
  const StoredTeam* team = nullptr;
  auto found = find(id, team);
  if (found.row && found.row->state == "cancelled") {
    throw Conflict("huddle " + std::string(id) + ": was cancelled");
  }
  if (!found.row) throw NotFound("huddle: not published, got " + in_quotes(id));
  auto& row = *found.row;
  check_has_come(id, *team, row, at);
  const auto outcome = amending ? with_recorded(row, given) : given;
  if (outcome.took &&
      (*outcome.took < std::chrono::seconds{0} || *outcome.took > std::chrono::hours{24})) {
    throw InvalidArgument("took: must be between 0 and 86400 s, got " +
                          std::to_string(outcome.took->count()));
  }
  auto attended = amending ? row.attended : std::nullopt;
  if (outcome.attended) {
    attended.emplace();
    for (const auto& key : *outcome.attended) attended->push_back(playbook.person(key));
    std::sort(attended->begin(), attended->end());
    attended->erase(std::unique(attended->begin(), attended->end()), attended->end());
  }
  const auto in = [](const std::vector<Id>& people, Id person) {
    return std::find(people.begin(), people.end(), person) != people.end();
  };
  auto led_by = outcome.led_by ? std::optional(playbook.person(*outcome.led_by))
                : amending     ? row.led_by
                               : row.leader;
  if (attended && !outcome.led_by && led_by && !in(*attended, *led_by) &&
      playbook.shown(*led_by).key.empty()) {
    led_by.reset();  // was erased since: nobody can say whether they were there
  }
  if (attended && led_by && !in(*attended, *led_by)) {
    throw InvalidArgument("led_by: must be one of those who attended, got " +
                          in_quotes(playbook.shown(*led_by).key));
  }
  const auto reached = coverage(row, outcome);
  const bool completed = row.state == "completed";
  if (completed && row.attended == attended && row.led_by == led_by && row.took == outcome.took &&
      huddles.coverage(row.id) == reached && recorded(row, outcome, amending)) {
    return;
  }
  if (completed && !amending) {
    throw Conflict("huddle " + std::string(id) +
                   ": was completed with something else already; amend corrects it");
  }
  if (!completed && amending) throw Conflict("huddle " + std::string(id) + ": is not completed");

  turns.put_right({"lead", team->id}, row.id, led_by);
  const bool seat_taken =
      row.seat && reached.reached(SegmentKind::kSeat) && (!attended || in(*attended, *row.seat));
  turns.put_right({"seat", team->id}, row.id, seat_taken ? row.seat : std::nullopt);
  const auto counted = row.attended.value_or(row.expected);
  const auto present = attended.value_or(row.expected);
  std::vector<Id> missing, besides;
  for (const Id person : counted) {
    if (!in(present, person)) missing.push_back(person);
  }
  for (const Id person : present) {
    if (!in(counted, person)) besides.push_back(person);
  }
  const auto values = values_of(*team, row.day);
  auto hearings = presence.hearings(row.team);
  hear(row, missing, values, -1, hearings);
  hear(row, besides, values, 1, hearings);
  row.state = "completed";
  row.attended = attended;
  row.led_by = led_by;
  row.took = outcome.took;
  huddles.save(row);
  cover(row, reached);
  if (row.prompt && !(missing.empty() && besides.empty())) recount_prompt(row, true);
  record(*team, row, outcome, amending);
}

void Book::Impl::cancel(std::string_view id, std::string_view reason) {
  check_text("reason", reason, 2'000);
  const StoredTeam* team = nullptr;
  auto found = find(id, team);
  auto row = found.row.value_or(HuddleRow{});
  if (row.state == "cancelled") return;
  if (row.state == "completed") {
    throw Conflict("huddle " + std::string(id) + ": was held; it cannot be cancelled");
  }
  if (found.row) {
    unapply(row, values_of(*team, row.day));
  } else {
    row = {.team = team->id,
           .day = found.slot->day,
           .meeting = found.slot->meeting->key,
           .starts = found.slot->starts,
           .moved_from = found.slot->moved_from};
  }
  row.state = "cancelled";
  row.reason = reason;
  huddles.save(row);
  if (row.revision > 0) give_value_back(*team, row, row.day);
  playbook.changed();
}

std::vector<Agenda> Book::Impl::plan(const StoredTeam& team, Day from, Day until) {
  std::vector<Agenda> out;
  plan({&team}, from, until, [&](Agenda agenda) { out.push_back(std::move(agenda)); });
  return out;
}

void Book::Impl::plan(const std::vector<const StoredTeam*>& teams, Day from, Day until,
                      const std::function<void(Agenda)>& take) {
  struct Planned {
    const StoredTeam* team;
    Desk desk;
    std::map<PresenceStore::HuddleKey, HuddleRow> rows;
  };
  std::vector<Planned> planned;
  std::map<Id, ValueDesk> values_by_scope;
  for (const auto* team : teams) {
    auto& p = planned.emplace_back(
        Planned{team, desk(*team, from, until, static_cast<int>((until - from).count()) * 4), {}});
    for (auto& row : huddles.between(team->id, from, until)) {
      p.rows.emplace(std::pair(row.day, row.meeting), std::move(row));
    }
    if (!values_by_scope.contains(scope(*team))) {
      values_by_scope.emplace(scope(*team), value_desk(scope(*team), from, until));
    }
  }
  const bool any_values = !playbook.rulebook().values.empty();
  for (Day day = from; day < until; day += std::chrono::days{1}) {
    const Day period = period_start(day);
    for (auto& [id, values] : values_by_scope) {
      const bool decided = !any_values || values.decided.contains(period) ||
                           huddles.value_day(values.scope, period).has_value();
      // With one value for everybody a turn is spent on every day on which anybody meets.
      if (!decided && anybody_meets(values, day)) {
        advance(values, period, value_of(values, day).value());
      }
    }
    for (auto& [team, ahead, rows] : planned) {
      auto& values = values_by_scope.at(scope(*team));
      for (const auto& slot : slots(*team, day)) {
        if (const auto it = rows.find({day, slot.meeting->key}); it != rows.end()) {
          if (it->second.state != "cancelled") take(stored(*team, it->second, it->second.revision));
          continue;
        }
        auto known = facts(ahead, slot, value_of(values, day));
        const auto there = known.expected;
        auto made = compose(std::move(known));
        ahead.advance(made, day, there, values);
        take(shown(std::move(made.agenda), *team));
      }
    }
  }
}

}  // namespace huddlekit
