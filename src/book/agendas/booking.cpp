// What follows from an agenda: turns taken, stories told, who has heard what.
#include "book/agendas/booking.hpp"

#include <algorithm>

#include "book/session.hpp"
#include "store/sql/lists.hpp"

namespace huddlekit {

void Booking::apply(const StoredTeam& team, HuddleRow& row, const Composition& made,
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
  row.id = s_.huddles.save(row);
  s_.huddles.save_draft(row.id, made.draft);
  const auto turn = [&](RotaRole role, const Rota& rota, std::optional<std::size_t> chosen) {
    if (chosen) s_.turns.take({role, team.id}, row.id, rota, *chosen, row.day);
  };
  turn(RotaRole::kLead, made.lead, choices.leader);
  turn(RotaRole::kSeat, made.seat, choices.seat);
  turn(RotaRole::kSource, made.source, choices.source);
  if (choices.prompt) {
    auto& use = start.prompts[*choices.prompt];
    for (const Id person : row.expected) add_sorted(use.heard, person);
    use.last = ++start.prompt_clock;
    use.pass = choices.prompt_pass;
    s_.prompts.use(team.id, *choices.prompt, use);
  }
  hear(row, row.expected, values, 1, start.crew->hearings);
  s_.journal.mark_told(row.id, team.id, choices.stories);
  if (choices.lesson) {
    s_.lessons.review(*choices.lesson, team.id, row.id, row.day, row.starts, Rating::kGood, true);
  }
  s_.promises.show(row.id, team, row.day, choices.commitments);
  s_.hand_offs.hear(row.id, choices.answers);
}

void Booking::hear(const HuddleRow& row, const std::vector<Id>& people, const ValueDesk& values,
                   int direction, std::unordered_map<Id, Hearing>& hearings) {
  const auto gain = gains(values.rota.candidates);
  for (const Id person : people) {
    auto& hearing = hearings[person];
    huddlekit::hear(hearing, values.values, gain, row.value, row.day, direction);
  }
  if (direction < 0 && row.value) find_last_heard(row, people, hearings);
  for (const Id person : people) s_.presence.save(row.team, person, hearings[person]);
}

/// When those who have not heard the value at this huddle heard it last.
void Booking::find_last_heard(const HuddleRow& row, const std::vector<Id>& people,
                              std::unordered_map<Id, Hearing>& hearings) {
  std::unordered_map<Id, Hearing::Value*> sought;
  for (const Id person : people) {
    for (auto& heard : hearings[person].values) {
      if (heard.value != *row.value || heard.last != row.day) continue;
      heard.last.reset();
      if (heard.times > 0) sought.emplace(person, &heard);
    }
  }
  if (sought.empty()) return;
  s_.huddles.on_value(row.team, *row.value, [&](Id huddle, Day day, const std::vector<Id>& there) {
    if (huddle == row.id) return true;
    for (const Id person : there) {
      if (const auto it = sought.find(person); it != sought.end()) {
        it->second->last = day;
        sought.erase(it);
      }
    }
    return !sought.empty();
  });
}

void Booking::unapply(const HuddleRow& row, const ValueDesk& values) {
  s_.turns.give_back({RotaRole::kLead, row.team}, row.id);
  s_.turns.give_back({RotaRole::kSeat, row.team}, row.id);
  s_.turns.give_back({RotaRole::kSource, row.team}, row.id);
  if (row.prompt) s_.prompts.give_back(row);
  auto hearings = s_.presence.hearings(row.team);
  hear(row, row.expected, values, -1, hearings);
  s_.journal.unmark_told(row.id);
  if (row.lesson) {
    s_.lessons.review(*row.lesson, row.team, row.id, row.day, row.starts, std::nullopt, true);
  }
  s_.promises.unshow(row.id);
  s_.hand_offs.unhear(row.id);
}

void Booking::give_value_back(const StoredTeam& team, const HuddleRow& row, Day day) {
  const Id where = values_.scope(team);
  const Day period = values_.period_start(day);
  const auto decided = s_.huddles.value_day(where, period);
  if (!decided) return;
  const auto left = s_.huddles.any_held(where, period, values_.period_end(day));
  if (!left) {
    s_.turns.give_back({RotaRole::kValue, where}, decided->huddle);
    s_.huddles.clear_value_day(where, period);
  } else if (decided->huddle == row.id) {
    s_.turns.hand_over({RotaRole::kValue, where}, row.id, *left);
    s_.huddles.clear_value_day(where, period);
    s_.huddles.set_value_day(where, period, decided->value, *left);
  }
}

ValueDesk Booking::values_of(const StoredTeam& team, Day day) {
  auto values = values_.desk(team, day);
  (void)values_.value_of(values, day);
  return values;
}

}  // namespace huddlekit
