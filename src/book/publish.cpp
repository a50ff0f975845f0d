// What becomes of a huddle: previewed, published, revised, completed, cancelled.
#include <algorithm>

#include "book/impl.hpp"
#include "core/agenda_sentences.hpp"
#include "core/person_token.hpp"
#include "core/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/zone.hpp"

namespace huddlekit {
namespace {

constexpr std::chrono::days kFarthest{31};  // turns count in the order of publishing

}  // namespace

/// An agenda as people see it: names instead of ids.
Agenda Book::Impl::shown(Agenda a, const StoredTeam& team) {
  a.team = team.team.key;
  a.id = huddle_id(a.team, a.day, a.huddle);
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
  auto values = value_desk(scope(team), slot.day);
  return shown(compose(facts(now, slot, value_of(values, slot.day))).agenda, team);
}

Agenda Book::Impl::publish(const StoredTeam& team, const Slot& slot) {
  const auto today = std::chrono::floor<std::chrono::days>(to_local(team.team.zone, now()));
  if (slot.day > today + kFarthest) {
    throw Conflict("day: can be published at most 31 days ahead (today is " + to_string(today) +
                   "), got " + to_string(slot.day));
  }
  const auto start = desk(team, slot.day, slot.day + std::chrono::days{1}, 1);
  auto values = value_desk(scope(team), slot.day);
  auto known = facts(start, slot, value_of(values, slot.day));
  HuddleRow row{.team = team.id,
                .day = slot.day,
                .meeting = slot.meeting->key,
                .starts = slot.starts,
                .state = "published",
                .revision = 1};
  for (const auto& attendee : known.expected) row.expected.push_back(attendee.id);
  auto made = compose(std::move(known));
  made.agenda.published = true;
  apply(team, row, made);

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
void Book::Impl::apply(const StoredTeam& team, HuddleRow& row, const Composition& made) {
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
  if (choices.prompt) {
    database.run(
        "INSERT INTO prompt_use VALUES (?1, ?2, 1,"
        " (SELECT 1 + coalesce(max(last), 0) FROM prompt_use WHERE team_id = ?1))"
        " ON CONFLICT (team_id, prompt_id) DO UPDATE SET uses = uses + 1, last = excluded.last",
        team.id, *choices.prompt);
  }
  for (const Id person : row.expected) {
    database.run(
        "INSERT INTO presence VALUES (?, ?, 1)"
        " ON CONFLICT (team_id, person_id) DO UPDATE SET huddles = huddles + 1",
        team.id, person);
  }
  journal.mark_told(row.id, team.id, choices.stories);
  if (choices.lesson) journal.mark_heard(*choices.lesson, row.day);
}

/// The opposite of `apply`; agendas stay.
void Book::Impl::unapply(const HuddleRow& row) {
  turns.give_back({"lead", row.team}, row.id);
  turns.give_back({"seat", row.team}, row.id);
  if (row.prompt) {  // first in line again
    database.run(
        "UPDATE prompt_use SET uses = uses - 1, last = 0 WHERE team_id = ? AND prompt_id = ?",
        row.team, *row.prompt);
  }
  for (const Id person : row.expected) {
    database.run("UPDATE presence SET huddles = huddles - 1 WHERE team_id = ? AND person_id = ?",
                 row.team, person);
  }
  journal.unmark(row.id, row.lesson);
}

/// Gives the value's turn back when no huddle of its day is left.
void Book::Impl::give_value_back(const StoredTeam& team, const HuddleRow& row) {
  const Id where = scope(team);
  const Day period = period_start(row.day);
  const auto decided = huddles.value_day(where, period);
  if (!decided || huddles.any_held(where, period, period_end(row.day))) return;
  turns.give_back({"value", where}, decided->huddle);
  huddles.clear_value_day(where, period);
}

Agenda Book::Impl::revise(std::string_view id, std::string_view reason,
                          const std::vector<std::string>& away) {
  check_text("reason", reason, 2'000);
  const StoredTeam* team = nullptr;
  auto found = find(id, team);
  if (!found.row || found.row->revision == 0) {
    throw NotFound("huddle: not published, got " + huddlekit::quoted(id));
  }
  auto& row = *found.row;
  if (row.state != "published") {
    throw Conflict("huddle " + std::string(id) + ": is " + row.state +
                   " and cannot be revised any more");
  }
  std::vector<Id> cannot;
  for (const auto& key : away) {
    const Id person = playbook.person(key);
    if (std::find(row.expected.begin(), row.expected.end(), person) == row.expected.end()) {
      throw Conflict("away: is not expected at " + std::string(id) + ", got " +
                     huddlekit::quoted(key));
    }
    cannot.push_back(person);
  }

  const auto before = huddles.read_agenda(row, row.revision);
  const Meeting gone{.key = row.meeting};  // the meeting may have left the playbook since
  Slot slot{&gone, row.day, before.local_start, row.starts};
  if (found.slot) slot.meeting = found.slot->meeting;
  unapply(row);
  const auto start = desk(*team, row.day, row.day + std::chrono::days{1}, 1);
  auto values = value_desk(scope(*team), row.day);
  auto known = facts(start, slot, value_of(values, row.day));
  known.head = before;
  known.head.segments.clear();
  known.head.revision = ++row.revision;
  known.head.reason = reason;
  known.head.facilitator.reset();
  known.head.customers_seat.reset();
  known.kept_prompt = row.prompt;
  known.kept_leader = row.leader;
  known.kept_seat = row.seat;
  std::erase_if(known.expected, [&](const Attendee& a) {
    const bool was_expected =
        std::find(row.expected.begin(), row.expected.end(), a.id) != row.expected.end();
    const bool is_away =
        !was_expected || std::find(cannot.begin(), cannot.end(), a.id) != cannot.end();
    if (is_away) known.away.push_back(a.id);
    return is_away;
  });
  row.expected.clear();
  for (const auto& attendee : known.expected) row.expected.push_back(attendee.id);
  const auto made = compose(std::move(known));
  apply(*team, row, made);
  return shown(made.agenda, *team);
}

void Book::Impl::complete(std::string_view id, const Outcome& outcome) {
  const StoredTeam* team = nullptr;
  auto found = find(id, team);
  if (found.row && found.row->state == "cancelled") {
    throw Conflict("huddle " + std::string(id) + ": was cancelled");
  }
  if (!found.row) throw NotFound("huddle: not published, got " + huddlekit::quoted(id));
  auto& row = *found.row;
  if (outcome.took &&
      (*outcome.took < std::chrono::seconds{0} || *outcome.took > std::chrono::hours{24})) {
    throw InvalidArgument("took: must be between 0 and 86400 s, got " +
                          std::to_string(outcome.took->count()));
  }
  std::optional<std::vector<Id>> attended;
  if (outcome.attended) {
    attended.emplace();
    for (const auto& key : *outcome.attended) attended->push_back(playbook.person(key));
    std::sort(attended->begin(), attended->end());
    attended->erase(std::unique(attended->begin(), attended->end()), attended->end());
  }
  const auto there = [&](Id person) {
    return std::binary_search(attended->begin(), attended->end(), person);
  };
  auto led_by = outcome.led_by ? std::optional(playbook.person(*outcome.led_by)) : row.leader;
  if (attended && led_by && !there(*led_by)) {
    throw InvalidArgument("led_by: must be one of those who attended, got " +
                          huddlekit::quoted(playbook.shown(*led_by).key));
  }
  if (row.state == "completed") {
    if (row.attended == attended && row.led_by == led_by && row.took == outcome.took) return;
    throw Conflict("huddle " + std::string(id) + ": was completed with something else already");
  }

  if (led_by != row.leader) turns.put_right({"lead", team->id}, row.id, led_by);
  if (attended) {
    if (row.seat && !there(*row.seat)) turns.put_right({"seat", team->id}, row.id, std::nullopt);
    const auto shift = [&](Id person, int by) {
      database.run(
          "INSERT INTO presence VALUES (?1, ?2, max(?3, 0)) ON CONFLICT (team_id, person_id)"
          " DO UPDATE SET huddles = huddles + ?3",
          team->id, person, by);
    };
    for (const Id person : row.expected) {
      if (!there(person)) shift(person, -1);
    }
    for (const Id person : *attended) {
      if (std::find(row.expected.begin(), row.expected.end(), person) == row.expected.end()) {
        shift(person, 1);
      }
    }
  }
  row.state = "completed";
  row.attended = attended;
  row.led_by = led_by;
  row.took = outcome.took;
  huddles.save(row);
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
    unapply(row);
  } else {
    row = {.team = team->id,
           .day = found.slot->day,
           .meeting = found.slot->meeting->key,
           .starts = found.slot->starts};
  }
  row.state = "cancelled";
  row.reason = reason;
  huddles.save(row);
  if (row.revision > 0) give_value_back(*team, row);
}

std::vector<Agenda> Book::Impl::plan(const StoredTeam& team, Day from, Day until) {
  std::vector<Agenda> out;
  auto ahead = desk(team, from, until, static_cast<int>((until - from).count()) * 4);
  auto values = value_desk(scope(team), from);
  std::map<std::pair<Day, std::string>, HuddleRow> rows;
  for (auto& row : huddles.between(team.id, from, until)) {
    rows.emplace(std::pair(row.day, row.meeting), std::move(row));
  }
  for (Day day = from; day < until; day += std::chrono::days{1}) {
    const Day period = period_start(day);
    const bool undecided = !playbook.rulebook().values.empty() &&
                           !values.decided.contains(period) &&
                           !huddles.value_day(values.scope, period);
    const auto today = slots(team, day);
    // With one value for everybody a turn is spent on every day on which anybody meets.
    if (undecided && (values.scope == 0 ? anybody_meets(day) : !today.empty())) {
      const auto value = value_of(values, day);
      const auto& candidates = values.rota.candidates;
      const auto chosen = std::find_if(candidates.begin(), candidates.end(),
                                       [&](const Candidate& c) { return c.id == value->id; });
      const auto index = static_cast<std::size_t>(chosen - candidates.begin());
      values.decided[period] = {value->id, values.rota.past[index].last};
      values.rota.take(index, period);
    }
    for (const auto& slot : today) {
      if (const auto it = rows.find({day, slot.meeting->key}); it != rows.end()) {
        if (it->second.state != "cancelled") {
          out.push_back(stored(team, it->second, it->second.revision));
        }
        continue;
      }
      auto known = facts(ahead, slot, value_of(values, day));
      const auto made = compose(known);
      ahead.advance(made, known);
      out.push_back(shown(made.agenda, team));
    }
  }
  return out;
}

}  // namespace huddlekit
