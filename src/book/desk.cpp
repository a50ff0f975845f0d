// From the tables to what composition needs to know.
#include "book/desk.hpp"

#include <algorithm>

#include "book/impl.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;

/// A story is news for a week; whoever did not meet by then hears it as a lesson.
constexpr days kNews{7};

std::int64_t theme_factor(const std::vector<Theme>& themes, const Value& value, Day day,
                          std::string* name) {
  std::int64_t factor = 1;
  for (const auto& theme : themes) {
    if (day < theme.from || day > theme.until) continue;
    if (std::find(theme.values.begin(), theme.values.end(), value.key) == theme.values.end()) {
      continue;
    }
    factor *= theme.factor;
    if (name != nullptr) *name = theme.name;
  }
  return factor;
}

}  // namespace

std::vector<Attendee> expected(const Desk& desk, const Slot& slot) {
  std::vector<Attendee> out;
  const auto& members = desk.team->team.members;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const auto& m = members[i];
    if (!m.days.contains(slot.day) || (m.since && *m.since > slot.day)) continue;
    if (!m.huddles.empty() &&
        std::find(m.huddles.begin(), m.huddles.end(), slot.meeting->key) == m.huddles.end()) {
      continue;
    }
    const Id id = desk.team->people[i];
    const auto been = desk.presence.find(id);
    out.push_back({id, m.leads, been == desk.presence.end() || been->second == 0});
  }
  return out;
}

void Desk::advance(const Composition& made, const Facts& facts) {
  const Day day = facts.head.day;
  const auto turn = [&](Rota& rota, const Rota& used, std::optional<std::size_t> chosen) {
    if (!chosen) return;
    rota = used;
    rota.take(*chosen, day);
  };
  turn(lead, made.lead, made.choices.leader);
  turn(seat, made.seat, made.choices.seat);
  if (made.choices.prompt) {
    auto& use = prompts[*made.choices.prompt];
    ++use.uses;
    use.last = ++prompt_clock;
  }
  for (const auto& attendee : facts.expected) ++presence[attendee.id];
  std::erase_if(stories, [&](const StoryFact& story) {
    const auto& told = made.choices.stories;
    return std::find(told.begin(), told.end(), story.id) != told.end();
  });
  if (made.choices.lesson) {
    const auto heard = std::find_if(lessons.begin(), lessons.end(), [&](const LessonFact& l) {
      return l.id == *made.choices.lesson;
    });
    heard->heard = day;
    std::rotate(heard, heard + 1, lessons.end());
  }
}

Id Book::Impl::scope(const StoredTeam& team) {
  const auto& organisation = playbook.rulebook().organisation;
  return organisation && organisation->scope == Scope::kOrganisation ? 0 : team.id;
}

Day Book::Impl::period_start(Day day) {
  const auto& organisation = playbook.rulebook().organisation;
  switch (organisation ? organisation->period : ValuePeriod::kDay) {
    case ValuePeriod::kDay:
      return day;
    case ValuePeriod::kWeek:
      return day - (weekday{day} - Monday);
    case ValuePeriod::kMonth: {
      const year_month_day date{day};
      return local_days{date.year() / date.month() / 1};
    }
  }
  return day;
}

Day Book::Impl::period_end(Day day) {
  const Day start = period_start(day);
  Day end = start + days{1};
  while (period_start(end) == start) end += days{1};
  return end;
}

Desk Book::Impl::desk(const StoredTeam& team, Day from, Day until, int huddle_count) {
  Desk desk;
  desk.team = &team;
  desk.segments = agenda_template(playbook.rulebook().segments);
  std::vector<InRota> people;
  for (const Id id : team.people) people.push_back({.id = id});
  desk.lead = turns.load({"lead", team.id}, people);
  desk.seat = turns.load({"seat", team.id}, people);
  {
    auto q =
        database.query("SELECT prompt_id, uses, last FROM prompt_use WHERE team_id = ?", team.id);
    while (q.next()) {
      desk.prompts[q.number(0)] = {q.number(1), q.number(2)};
      desk.prompt_clock = std::max(desk.prompt_clock, q.number(2));
    }
  }
  {
    auto q = database.query("SELECT person_id, huddles FROM presence WHERE team_id = ?", team.id);
    while (q.next()) desk.presence[q.number(0)] = q.number(1);
  }
  desk.stories = journal.untold(team.id, from - kNews, until);
  desk.lessons = journal.unheard(team.id, huddle_count);
  desk.lesson_count = desk.lessons.size() < static_cast<std::size_t>(huddle_count)
                          ? static_cast<std::int64_t>(desk.lessons.size())
                          : journal.lesson_count(team.id);
  desk.commitments = journal.due(team.id, until);
  return desk;
}

ValueDesk Book::Impl::value_desk(Id scope_id, Day day) {
  ValueDesk desk{.scope = scope_id};
  const auto& book = playbook.rulebook();
  std::vector<InRota> values;
  for (const auto& stored : book.values) {
    values.push_back(
        {stored.id, stored.value.weight * theme_factor(book.themes, stored.value, day, nullptr)});
  }
  desk.rota = turns.load({"value", scope_id}, values);
  return desk;
}

std::optional<ValueOfDay> Book::Impl::value_of(ValueDesk& desk, Day day) {
  const auto& book = playbook.rulebook();
  if (book.values.empty()) return std::nullopt;
  const Day period = period_start(day);
  std::optional<ValueDesk::Decided> decided;
  if (const auto it = desk.decided.find(period); it != desk.decided.end()) {
    decided = it->second;
  } else if (const auto stored = huddles.value_day(desk.scope, period)) {
    decided = {stored->value, turns.before({"value", desk.scope}, stored->huddle)};
  }

  ValueOfDay out;
  for (std::size_t i = 0; i < book.values.size(); ++i) {
    auto& candidate = desk.rota.candidates[i];
    candidate.weight = book.values[i].value.weight *
                       theme_factor(book.themes, book.values[i].value, period, nullptr);
    out.weights += candidate.weight;
  }
  out.weights -= 1;  // it starts at one
  const auto find = [&](Id id) {
    return std::find_if(book.values.begin(), book.values.end(),
                        [&](const StoredValue& v) { return v.id == id; });
  };
  auto value = decided ? find(decided->value) : book.values.end();
  if (value == book.values.end()) {  // not decided yet, or decided for one that is retired by now
    decided.reset();
    value = book.values.begin() +
            static_cast<std::ptrdiff_t>(earliest_deadline(desk.rota.candidates).value());
  }
  const auto index = static_cast<std::size_t>(value - book.values.begin());
  out.id = value->id;
  out.value = &value->value;
  out.weight = desk.rota.candidates[index].weight;
  theme_factor(book.themes, value->value, period, &out.theme);
  const auto& past = desk.rota.past[index];
  out.turn = past.turns + (decided ? 0 : 1);
  out.last = decided ? decided->before : past.last;
  return out;
}

Facts Book::Impl::facts(const Desk& desk, const Slot& slot, std::optional<ValueOfDay> value) {
  const auto& book = playbook.rulebook();
  const auto& team = desk.team->team;
  Facts f;
  f.head = {.id = huddle_id(team.key, slot.day, slot.meeting->key),
            .organisation = book.organisation ? book.organisation->name : "",
            .motto = book.organisation ? book.organisation->motto : "",
            .team = team.key,
            .team_name = team.name,
            .huddle = slot.meeting->key,
            .huddle_name = team.meetings.size() > 1 ? slot.meeting->name : "",
            .day = slot.day,
            .starts = slot.starts,
            .zone = team.zone,
            .local_start = slot.local,
            .timebox = slot.meeting->timebox};
  f.customers = team.customers;
  if (value) {
    for (const auto& stored : book.prompts) {
      const auto& fits = stored.prompt.departments;
      if (stored.value_id != value->id ||
          (!fits.empty() && std::find(fits.begin(), fits.end(), team.department) == fits.end())) {
        continue;
      }
      const auto use = desk.prompts.find(stored.id);
      f.prompts.push_back(use == desk.prompts.end()
                              ? PromptUse{&stored}
                              : PromptUse{&stored, use->second.uses, use->second.last});
    }
  }
  f.value = std::move(value);
  f.expected = expected(desk, slot);
  f.lead = desk.lead;
  f.seat = desk.seat;
  f.notes = journal.notes(desk.team->id, slot.day);
  for (const auto& story : desk.stories) {
    if (story.day <= slot.day && story.day >= slot.day - kNews) f.stories.push_back(story);
  }
  if (!desk.lessons.empty()) f.lessons = {desk.lessons.front()};
  f.lesson_count = desk.lesson_count;
  for (const auto& due : desk.commitments) {
    if (due.due <= slot.day) f.commitments.push_back(due);
  }
  if (const auto next = next_slot(*desk.team, slot)) {
    f.next = NextHuddle{next->day, expected(desk, *next)};
  }
  f.segments = &desk.segments;
  f.huddles_before = desk.prompt_clock;
  return f;
}

}  // namespace huddlekit
