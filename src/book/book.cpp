// The facade: which session a call works with, and which service answers it.
#include "huddlekit/book.hpp"

#include <algorithm>

#include "book/agendas/revisions.hpp"
#include "book/holding/outcomes.hpp"
#include "book/impl.hpp"
#include "book/turns/presence.hpp"
#include "book/turns/turns.hpp"
#include "core/text/text.hpp"
#include "huddlekit/zone.hpp"
#include "playbook/checked.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

void check_range(Day from, Day until, days most) {
  if (until < from || until - from > most) {
    throw InvalidArgument("until: must be from 0 to " + std::to_string(most.count()) +
                          " days after " + to_string(from) + ", got " + to_string(until));
  }
}

}  // namespace

Book Book::open(const std::filesystem::path& file, const OpenOptions& options) {
  return Book(std::make_shared<Impl>(file, options));
}

Book::Book(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

LoadReport Book::load(const Playbook& playbook) {
  const auto checked = detail::checked(playbook);
  const auto text = caller_.id.empty() ? "" : to_toml(playbook);
  return impl_->write(asked(caller_, "load", playbook.source, text), [&](Session& s) {
    return s.playbook.load(checked, Day{floor<days>(s.now()).time_since_epoch()});
  });
}

Playbook Book::playbook() const {
  return impl_->read([&](Session& s) {
    const auto& rules = s.playbook.rulebook();
    Playbook out{.organisation = rules.organisation};
    for (const auto& stored : rules.values) out.values.push_back(stored.value);
    for (const auto& stored : rules.prompts) out.prompts.push_back(stored.prompt);
    for (const auto& key : rules.team_keys) out.teams.push_back(s.playbook.team(key).team);
    out.themes = rules.themes;
    out.holidays = rules.holidays;
    out.reminders = rules.reminders;
    out.segments = rules.segments;
    return out;
  });
}

std::vector<std::string> Book::teams() const {
  return impl_->read([&](Session& s) { return s.playbook.rulebook().team_keys; });
}

std::vector<Huddle> Book::calendar(std::string_view key, Day from, Day until) const {
  check_range(from, until, days{3'660});
  return impl_->read(
      [&](Session& s) { return Calendar(s).between(s.playbook.team(key), from, until); });
}

Huddle Book::huddle(std::string_view id) const {
  return impl_->read([&](Session& s) {
    Calendar calendar(s);
    return calendar.huddle(calendar.named(id));
  });
}

std::optional<Huddle> Book::next_huddle(std::string_view key, std::optional<Instant> now) const {
  return impl_->read(
      [&](Session& s) { return Calendar(s).next(s.playbook.team(key), now ? *now : s.now()); });
}

std::vector<Huddle> Book::teams_meeting_at(Instant instant) const {
  return impl_->read([&](Session& s) {
    Calendar calendar(s);
    std::vector<Huddle> out;
    for (const auto* team : all_teams(s))
      std::ranges::copy(calendar.at(*team, instant), std::back_inserter(out));
    return out;
  });
}

Huddle Book::move(std::string_view huddle_id, LocalTime to, std::string_view reason) {
  return impl_->write(asked(caller_, "move", huddle_id, to, reason),
                      [&](Session& s) { return Revisions(s).move(huddle_id, to, reason); });
}

Day Book::local_day(std::string_view key, std::optional<Instant> now) const {
  return impl_->read([&](Session& s) {
    const auto& zone = s.playbook.team(key).team.zone;
    return std::chrono::floor<days>(to_local(zone, now ? *now : s.now()));
  });
}

std::optional<Agenda> Book::agenda(std::string_view key, Day day, std::string_view huddle) const {
  return impl_->read([&](Session& s) -> std::optional<Agenda> {
    const auto& team = s.playbook.team(key);
    const auto found = Calendar(s).on(team, day, huddle);
    if (!found) return std::nullopt;
    if (found->row) return Agendas(s).stored(team, *found->row);
    return Agendas(s).preview(team, *found->slot);
  });
}

std::optional<Agenda> Book::publish(std::string_view key, Day day, std::string_view huddle) {
  // Most calls find it published already, or nothing to publish: they need no write lock. What one
  // of a name has answered is another matter.
  struct Seen {
    bool planned = false;
    std::optional<Agenda> agenda;
  };
  const auto seen = impl_->read([&](Session& s) -> Seen {
    if (!caller_.id.empty()) return {.planned = true};
    const auto& team = s.playbook.team(key);
    const auto found = Calendar(s).on(team, day, huddle);
    if (!found) return {};
    if (!found->row) return {.planned = true};
    return {.agenda = Agendas(s).stored(team, *found->row)};
  });
  if (!seen.planned) return seen.agenda;
  return impl_->write(asked(caller_, "publish", key, day, huddle),
                      [&](Session& s) -> std::optional<Agenda> {
                        const auto& team = s.playbook.team(key);
                        const auto found = Calendar(s).on(team, day, huddle);
                        if (!found) return std::nullopt;
                        if (found->row) return Agendas(s).stored(team, *found->row);
                        return Agendas(s).publish(team, *found->slot);
                      });
}

std::vector<Agenda> Book::publish_all(Day day) {
  return impl_->write(asked(caller_, "publish_all", day),
                      [&](Session& s) { return Agendas(s).publish_all(day); });
}

std::vector<Agenda> Book::plan(std::string_view key, Day from, Day until) const {
  check_range(from, until, days{400});
  return impl_->read(
      [&](Session& s) { return Agendas(s).plan(s.playbook.team(key), from, until); });
}

void Book::plan_all(Day from, Day until, const std::function<void(Agenda)>& take) const {
  check_range(from, until, days{400});
  std::vector<Agenda> kept;  // of a book in memory, which is locked meanwhile
  impl_->read([&](Session& s) {
    Agendas(s).plan(all_teams(s), from, until, [&](Agenda agenda) {
      if (impl_->in_memory()) {
        kept.push_back(std::move(agenda));
      } else {
        take(std::move(agenda));
      }
    });
  });
  for (auto& agenda : kept) take(std::move(agenda));
}

std::vector<Agenda> Book::revisions(std::string_view huddle_id) const {
  return impl_->read([&](Session& s) {
    const auto found = Calendar(s).named(huddle_id);
    std::vector<Agenda> out;
    for (int n = 1; found.row && n <= found.row->revision; ++n) {
      out.push_back(Agendas(s).stored(*found.team, *found.row, n));
    }
    return out;
  });
}

Agenda Book::revise(std::string_view huddle_id, std::string_view reason,
                    const std::vector<std::string>& away) {
  return impl_->write(asked(caller_, "revise", huddle_id, reason, away),
                      [&](Session& s) { return Revisions(s).revise(huddle_id, reason, away); });
}

void Book::complete(std::string_view huddle_id, const Outcome& outcome) {
  impl_->write(asked(caller_, "complete", huddle_id, outcome),
               [&](Session& s) { Outcomes(s).complete(huddle_id, outcome, s.now(), false); });
}

void Book::amend(std::string_view huddle_id, const Outcome& outcome) {
  impl_->write(asked(caller_, "amend", huddle_id, outcome),
               [&](Session& s) { Outcomes(s).complete(huddle_id, outcome, s.now(), true); });
}

void Book::cancel(std::string_view huddle_id, std::string_view reason) {
  impl_->write(asked(caller_, "cancel", huddle_id, reason),
               [&](Session& s) { Revisions(s).cancel(huddle_id, reason); });
}

std::vector<Turn> Book::who_is_next(std::string_view key, Role role, int n,
                                    std::optional<Day> from) const {
  if (n < 1 || n > 100) {
    throw InvalidArgument("n: must be between 1 and 100, got " + std::to_string(n));
  }
  return impl_->read([&](Session& s) {
    const auto& team = s.playbook.team(key);
    return TurnsAhead(s).coming(team, role, n, from.value_or(s.today(team)));
  });
}

Turn Book::skip(std::string_view huddle_id, Role role) {
  return impl_->write(asked(caller_, "skip", huddle_id, role),
                      [&](Session& s) { return TurnsAhead(s).skip(huddle_id, role, {}); });
}

std::vector<Turn> Book::swap(std::string_view huddle_id, Role role, std::string_view with) {
  return impl_->write(asked(caller_, "swap", huddle_id, role, with),
                      [&](Session& s) { return TurnsAhead(s).swap(huddle_id, role, with); });
}

Agenda Book::give_back(std::string_view huddle_id, Role role, std::string_view reason) {
  check_text("reason", reason, 2'000);
  return impl_->write(asked(caller_, "give_back", huddle_id, role, reason), [&](Session& s) {
    (void)TurnsAhead(s).skip(huddle_id, role, reason);
    auto found = Calendar(s).named(huddle_id);
    return Agendas(s).stored(*found.team, found.stored());
  });
}

Absence Book::away(std::string_view who, Day from, Day until) {
  return impl_->write(asked(caller_, "away", who, from, until),
                      [&](Session& s) { return Presence(s).away(who, from, until); });
}

void Book::cancel_absence(Id absence) {
  impl_->write(asked(caller_, "cancel_absence", absence), [&](Session& s) {
    if (!s.presence.find_absence(absence)) {
      throw NotFound("absence: no such absence, got " + std::to_string(absence));
    }
    s.presence.remove_absence(absence);
  });
}

std::vector<Absence> Book::absences(std::string_view team, Day from, Day until) const {
  return impl_->read([&](Session& s) {
    std::vector<Absence> out;
    if (until <= from) return out;  // lies within an absence perhaps, but holds no day of it
    for (const auto& a : s.presence.absences(s.playbook.team(team).id, from, until)) {
      out.push_back({a.id, s.playbook.shown(a.person), a.from, a.until});
    }
    return out;
  });
}

int Book::load_roster(std::string_view team, const std::vector<RosterLine>& lines) {
  return impl_->write(asked(caller_, "load_roster", team, lines), [&](Session& s) {
    return Presence(s).load_roster(s.playbook.team(team), lines);
  });
}

std::vector<ExposureRow> Book::exposure(std::string_view team) const {
  return impl_->read([&](Session& s) { return Presence(s).exposure(s.playbook.team(team)); });
}

std::string Book::private_note(std::string_view key, Day day, std::string_view huddle) const {
  return impl_->read([&](Session& s) {
    const auto& team = s.playbook.team(key);
    const auto found = Calendar(s).on(team, day, huddle);
    return found ? Presence(s).private_note(*found) : std::string();
  });
}

Lesson Book::learn(const Lesson& lesson) {
  return impl_->write(asked(caller_, "learn", lesson), [&](Session& s) {
    return s.journal.add(lesson, s.today(s.playbook.team(lesson.team)));
  });
}

Commitment Book::commit(const Commitment& commitment) {
  return impl_->write(asked(caller_, "commit", commitment),
                      [&](Session& s) { return s.journal.add(commitment); });
}

Note Book::note(const Note& note) {
  return impl_->write(asked(caller_, "note", note),
                      [&](Session& s) { return s.journal.add(note); });
}

Commitment Book::close(Id commitment, CommitmentState state, std::string_view reason) {
  return impl_->write(asked(caller_, "close", commitment, state, reason),
                      [&](Session& s) { return s.journal.close(commitment, state, reason); });
}

std::vector<Lesson> Book::lessons(std::string_view team, bool only_active) const {
  return impl_->read(
      [&](Session& s) { return s.journal.lessons(s.playbook.team(team).id, only_active); });
}

std::vector<Commitment> Book::commitments(std::string_view team, bool only_open) const {
  return impl_->read(
      [&](Session& s) { return s.journal.commitments(s.playbook.team(team).id, only_open); });
}

std::vector<Note> Book::notes(std::string_view team, Day day) const {
  return impl_->read([&](Session& s) { return s.journal.notes(s.playbook.team(team).id, day); });
}

void Book::backup(const std::filesystem::path& target) const {
  impl_->beside([&](Session& s) { s.database->backup(target); });
}

const std::filesystem::path& Book::path() const { return impl_->path(); }

}  // namespace huddlekit
