// One team: which session a call works with, and which service answers it.
#include "huddlekit/team.hpp"

#include "book/agendas/publish.hpp"
#include "book/impl.hpp"
#include "book/ranges.hpp"
#include "book/turns/presence.hpp"
#include "book/turns/turns.hpp"
#include "huddlekit/zone.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

std::vector<Person> people(const std::vector<std::string>& keys) {
  std::vector<Person> out;
  for (const auto& key : keys) out.push_back({.key = key});
  return out;
}

}  // namespace

Team::Team(const Book& book, std::string key) : at_(book.at_), key_(std::move(key)) {}

std::vector<CalendarEntry> Team::calendar(Day start, Day end) const {
  check_range(start, end, days{3'660});
  return read(at_,
              [&](Session& s) { return Calendar(s).between(s.playbook.team(key_), start, end); });
}

std::optional<CalendarEntry> Team::next(std::optional<Instant> now) const {
  check_door("now", now);
  return read(at_, [&](Session& s) {
    return Calendar(s).next(s.playbook.team(key_), now ? *now : s.now());
  });
}

Day Team::day(std::optional<Instant> now) const {
  check_door("now", now);
  return read(at_, [&](Session& s) {
    const auto& zone = s.playbook.team(key_).team.zone;
    return std::chrono::floor<days>(to_local(zone, now ? *now : s.now()));
  });
}

std::optional<Agenda> Team::agenda(Day day, std::string_view huddle) const {
  check_door("day, huddle", day, huddle);
  return read(at_, [&](Session& s) {
    const auto found = Calendar(s).on(s.playbook.team(key_), day, huddle);
    return found ? std::optional(Agendas(s).of(*found)) : std::nullopt;
  });
}

std::optional<Agenda> Team::publish(Day day, std::string_view huddle) const {
  return huddlekit::publish(
      at_, asked(at_, "publish(team, day, huddle)", key_, day, huddle),
      [&](Session& s) { return Calendar(s).on(s.playbook.team(key_), day, huddle); });
}

std::vector<Agenda> Team::plan(Day start, Day end) const {
  check_range(start, end, days{400});
  return read(at_, [&](Session& s) { return Agendas(s).plan(s.playbook.team(key_), start, end); });
}

std::vector<Turn> Team::rota(Role role, int n, std::optional<Day> start) const {
  check_door("role, start", role, start);
  if (n < 1 || n > 100) {
    throw InvalidArgument("n: must be between 1 and 100, got " + std::to_string(n));
  }
  return read(at_, [&](Session& s) {
    const auto& team = s.playbook.team(key_);
    return TurnsAhead(s).coming(team, role, n, start.value_or(s.today(team)));
  });
}

std::vector<Absence> Team::absences(Day start, Day end) const {
  check_door("start, end", start, end);
  return read(at_, [&](Session& s) {
    std::vector<Absence> out;
    if (end <= start) return out;  // lies within an absence perhaps, but holds no day of it
    for (const auto& a : s.presence.absences(s.playbook.team(key_).id, start, end)) {
      out.push_back(Presence(s).shown(a));
    }
    return out;
  });
}

int Team::load_roster(const std::vector<RosterLine>& lines) const {
  return write(at_, asked(at_, "load_roster(team, roster)", key_, lines),
               [&](Session& s) { return Presence(s).load_roster(s.playbook.team(key_), lines); });
}

std::vector<ExposureRow> Team::exposure() const {
  return read(at_, [&](Session& s) { return Presence(s).exposure(s.playbook.team(key_)); });
}

std::string Team::leader_note(Day day, std::string_view huddle) const {
  check_door("day, huddle", day, huddle);
  return read(at_, [&](Session& s) {
    const auto& team = s.playbook.team(key_);
    const auto found = Calendar(s).on(team, day, huddle);
    return found ? Presence(s).private_note(*found) : std::string();
  });
}

std::vector<Lesson> Team::lessons(bool only_active) const {
  return read(at_,
              [&](Session& s) { return s.journal.lessons(s.playbook.team(key_).id, only_active); });
}

std::vector<Commitment> Team::commitments(bool only_open) const {
  return read(
      at_, [&](Session& s) { return s.journal.commitments(s.playbook.team(key_).id, only_open); });
}

std::vector<Note> Team::notes(Day day) const {
  check_door("day", day);
  return read(at_, [&](Session& s) { return s.journal.notes(s.playbook.team(key_).id, day); });
}

Story Team::tell(StoryKind kind, std::string_view text, const StoryDetails& details) const {
  return write(at_, asked(at_, "tell(team, kind, text, details)", key_, kind, text, details),
               [&](Session& s) {
                 const Day today = s.today(s.playbook.team(key_));
                 Story story{.kind = kind,
                             .team = key_,
                             .day = details.day.value_or(today),
                             .text = std::string(text),
                             .values = details.values,
                             .who = people(details.who),
                             .touch_point = details.touch_point,
                             .stage = details.stage,
                             .customer = details.customer,
                             .inside_customer = details.inside_customer,
                             .tags = details.tags,
                             .promise = details.promise};
                 if (details.by) story.by = Person{.key = *details.by};
                 return s.stories.add(story, today);
               });
}

Story Team::win(std::string_view text, const StoryDetails& details) const {
  return tell(StoryKind::kWin, text, details);
}

Story Team::miss(std::string_view text, const StoryDetails& details) const {
  return tell(StoryKind::kMiss, text, details);
}

Lesson Team::lesson(std::string_view insight, const LessonDetails& details) const {
  return write(at_, asked(at_, "lesson(team, insight, details)", key_, insight, details),
               [&](Session& s) {
                 const Day today = s.today(s.playbook.team(key_));
                 return s.journal.add(Lesson{.team = key_,
                                             .day = details.day.value_or(today),
                                             .insight = std::string(insight),
                                             .change = details.change,
                                             .importance = details.importance,
                                             .value = details.value,
                                             .story = details.story,
                                             .audience = details.audience},
                                      today);
               });
}

Commitment Team::commit(const NewCommitment& commitment, std::optional<Day> made) const {
  return write(
      at_, asked(at_, "commit(team, commitment, made)", key_, commitment, made), [&](Session& s) {
        return s.journal.add(Commitment{.team = key_,
                                        .who = {.key = commitment.who},
                                        .text = commitment.text,
                                        .made = made.value_or(s.today(s.playbook.team(key_))),
                                        .due = commitment.due,
                                        .for_customer = commitment.for_customer});
      });
}

Note Team::note(std::string_view text, std::optional<Day> day, std::string_view source) const {
  return write(at_, asked(at_, "note(team, text, day, source)", key_, text, day, source),
               [&](Session& s) {
                 return s.journal.add(Note{.team = key_,
                                           .day = day.value_or(s.today(s.playbook.team(key_))),
                                           .text = std::string(text),
                                           .source = std::string(source)});
               });
}

}  // namespace huddlekit
