#include "huddlekit/book.hpp"

#include <algorithm>

#include "book/impl.hpp"
#include "core/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/zone.hpp"
#include "playbook/checked.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

Instant system_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

void check_range(Day from, Day until, days most) {
  if (until < from || until - from > most) {
    throw InvalidArgument("until: must be from 0 to " + std::to_string(most.count()) +
                          " days after " + to_string(from) + ", got " + to_string(until));
  }
}

}  // namespace

Book::Impl::Impl(const std::filesystem::path& file, const OpenOptions& options)
    : database(file, {options.create, options.read_only, options.busy_timeout}),
      playbook(database),
      turns(database),
      huddles(database),
      journal(database, playbook),
      lives(database),
      presence(database),
      moves_and_holidays(database),
      lessons(database, playbook),
      promises(database, playbook),
      hand_offs(database, playbook),
      shares(database, playbook),
      proposals(database, playbook),
      feeds(database),
      stories(database, playbook),
      finder(database, playbook),
      consents(database, playbook),
      persons(database, playbook),
      reminders(database),
      process_(os::process_id()),
      now_(options.now ? options.now : system_now) {
  if (!database.read_only()) lessons.settle();
}

Book::Impl::~Impl() {
  // After a fork the connection is the parent's: closing it here would take the parent's locks and
  // log away.
  if (process_ != os::process_id()) database.abandon();
}

void Book::Impl::check_file() const {
  if (process_ != os::process_id()) {
    throw Conflict(database.path().string() + ": opened before a fork; open it anew in the child");
  }
  database.check_file();
}

Book Book::open(const std::filesystem::path& file, const OpenOptions& options) {
  try {
    return Book(std::make_unique<Impl>(file, options));
  } catch (const SQLite::Exception& e) {
    throw StorageError(file.string() + ": " + e.what(), e.getExtendedErrorCode());
  }
}

Book::Book(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Book::Book(Book&&) noexcept = default;
Book& Book::operator=(Book&&) noexcept = default;
Book::~Book() = default;

Book::LoadReport Book::load(const Playbook& playbook) {
  const auto checked = detail::checked(playbook);
  return impl_->write([&] {
    return impl_->playbook.load(checked, Day{floor<days>(impl_->now()).time_since_epoch()});
  });
}

Playbook Book::playbook() const {
  return impl_->read([&] {
    const auto& rules = impl_->playbook.rulebook();
    Playbook out{.organisation = rules.organisation};
    for (const auto& stored : rules.values) out.values.push_back(stored.value);
    for (const auto& stored : rules.prompts) out.prompts.push_back(stored.prompt);
    for (const auto& key : rules.team_keys) out.teams.push_back(impl_->playbook.team(key).team);
    out.themes = rules.themes;
    out.holidays = rules.holidays;
    out.reminders = rules.reminders;
    out.segments = rules.segments;
    return out;
  });
}

std::vector<std::string> Book::teams() const {
  return impl_->read([&] { return impl_->playbook.rulebook().team_keys; });
}

std::vector<Huddle> Book::calendar(std::string_view key, Day from, Day until) const {
  check_range(from, until, days{3'660});
  return impl_->read([&] { return impl_->calendar(impl_->playbook.team(key), from, until); });
}

Huddle Book::huddle(std::string_view id) const {
  return impl_->read([&] {
    const StoredTeam* team = nullptr;
    const auto found = impl_->find(id, team);
    return impl_->huddle(*team, found);
  });
}

std::optional<Huddle> Book::next_huddle(std::string_view key, std::optional<Instant> now) const {
  return impl_->read(
      [&] { return impl_->next_huddle(impl_->playbook.team(key), now ? *now : impl_->now()); });
}

std::vector<Huddle> Book::teams_meeting_at(Instant instant) const {
  return impl_->read([&] {
    std::vector<Huddle> out;
    for (const auto& key : impl_->playbook.rulebook().team_keys) {
      impl_->meeting_at(impl_->playbook.team(key), instant, out);
    }
    return out;
  });
}

void Book::load_holidays(const std::string& name, const std::vector<Holiday>& holidays,
                         const std::string& source) {
  impl_->write(
      [&] { impl_->load_holidays({.name = name, .source = source, .holidays = holidays}); });
}

std::vector<HolidayCalendar> Book::holidays() const {
  return impl_->read([&] { return impl_->moves_and_holidays.calendars(); });
}

void Book::remove_holidays(std::string_view name) {
  impl_->write([&] { impl_->remove_holidays(name); });
}

Huddle Book::move(std::string_view huddle_id, LocalTime to, std::string_view reason) {
  return impl_->write([&] { return impl_->move(huddle_id, to, reason); });
}

Day Book::local_day(std::string_view key, std::optional<Instant> now) const {
  return impl_->read([&] {
    const auto& zone = impl_->playbook.team(key).team.zone;
    return std::chrono::floor<days>(to_local(zone, now ? *now : impl_->now()));
  });
}

std::optional<Agenda> Book::agenda(std::string_view key, Day day, std::string_view huddle) const {
  return impl_->read([&]() -> std::optional<Agenda> {
    const auto& team = impl_->playbook.team(key);
    const auto found = impl_->find(team, day, huddle);
    if (!found) return std::nullopt;
    if (found->row) return impl_->stored(team, *found->row, found->row->revision);
    return impl_->preview(team, *found->slot);
  });
}

std::optional<Agenda> Book::publish(std::string_view key, Day day, std::string_view huddle) {
  // Most calls find it published already, or nothing to publish: they need no write lock.
  const auto seen = agenda(key, day, huddle);
  if (!seen || seen->published) return seen;
  return impl_->write([&]() -> std::optional<Agenda> {
    const auto& team = impl_->playbook.team(key);
    const auto found = impl_->find(team, day, huddle);
    if (!found) return std::nullopt;
    if (found->row) return impl_->stored(team, *found->row, found->row->revision);
    return impl_->publish(team, *found->slot);
  });
}

std::vector<Agenda> Book::publish_all(Day day) {
  return impl_->write([&] {
    std::vector<Agenda> out;
    for (const auto& key : impl_->playbook.rulebook().team_keys) {
      const auto& team = impl_->playbook.team(key);
      const auto rows = impl_->huddles.on_day(team.id, day);
      for (const auto& slot : impl_->slots(team, day)) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const HuddleRow& r) {
          return r.meeting == slot.meeting->key;
        });
        if (row == rows.end()) {
          out.push_back(impl_->publish(team, slot));
        } else if (row->state != "cancelled") {
          out.push_back(impl_->stored(team, *row, row->revision));
        }
      }
    }
    return out;
  });
}

std::vector<Agenda> Book::plan(std::string_view key, Day from, Day until) const {
  check_range(from, until, days{400});
  return impl_->read([&] { return impl_->plan(impl_->playbook.team(key), from, until); });
}

void Book::plan_all(Day from, Day until, const std::function<void(Agenda)>& take) const {
  check_range(from, until, days{400});
  impl_->read([&] {
    std::vector<const StoredTeam*> teams;
    for (const auto& key : impl_->playbook.rulebook().team_keys) {
      teams.push_back(&impl_->playbook.team(key));
    }
    impl_->plan(teams, from, until, take);
  });
}

std::vector<Agenda> Book::revisions(std::string_view huddle_id) const {
  return impl_->read([&] {
    const StoredTeam* team = nullptr;
    const auto found = impl_->find(huddle_id, team);
    std::vector<Agenda> out;
    for (int n = 1; found.row && n <= found.row->revision; ++n) {
      out.push_back(impl_->stored(*team, *found.row, n));
    }
    return out;
  });
}

Agenda Book::revise(std::string_view huddle_id, std::string_view reason,
                    const std::vector<std::string>& away) {
  return impl_->write([&] { return impl_->revise(huddle_id, reason, away); });
}

void Book::complete(std::string_view huddle_id, const Outcome& outcome) {
  impl_->write([&] { impl_->complete(huddle_id, outcome, impl_->now(), false); });
}

void Book::amend(std::string_view huddle_id, const Outcome& outcome) {
  impl_->write([&] { impl_->complete(huddle_id, outcome, impl_->now(), true); });
}

void Book::cancel(std::string_view huddle_id, std::string_view reason) {
  impl_->write([&] { impl_->cancel(huddle_id, reason); });
}

std::vector<Turn> Book::who_is_next(std::string_view key, Role role, int n,
                                    std::optional<Day> from) const {
  if (n < 1 || n > 100) {
    throw InvalidArgument("n: must be between 1 and 100, got " + std::to_string(n));
  }
  return impl_->read([&] {
    const auto& team = impl_->playbook.team(key);
    return impl_->coming_turns(team, role, n, from.value_or(impl_->today(team)));
  });
}

Turn Book::skip(std::string_view huddle_id, Role role) {
  return impl_->write([&] { return impl_->skip(huddle_id, role, {}); });
}

std::vector<Turn> Book::swap(std::string_view huddle_id, Role role, std::string_view with) {
  return impl_->write([&] { return impl_->swap(huddle_id, role, with); });
}

Agenda Book::give_back(std::string_view huddle_id, Role role, std::string_view reason) {
  check_text("reason", reason, 2'000);
  return impl_->write([&] {
    const auto turn = impl_->skip(huddle_id, role, reason);
    if (!turn.published) {
      throw NotFound("huddle: not published, got " + in_quotes(huddle_id));
    }
    const StoredTeam* team = nullptr;
    const auto found = impl_->find(huddle_id, team);
    return impl_->stored(*team, *found.row, found.row->revision);
  });
}

Absence Book::away(std::string_view who, Day from, Day until) {
  return impl_->write([&] { return impl_->away(who, from, until); });
}

void Book::cancel_absence(Id absence) {
  impl_->write([&] {
    if (!impl_->presence.find_absence(absence)) {
      throw NotFound("absence: no such absence, got " + std::to_string(absence));
    }
    impl_->presence.remove_absence(absence);
  });
}

std::vector<Absence> Book::absences(std::string_view team, Day from, Day until) const {
  return impl_->read([&] {
    std::vector<Absence> out;
    if (until <= from) return out;  // lies within an absence perhaps, but holds no day of it
    for (const auto& a : impl_->presence.absences(impl_->playbook.team(team).id, from, until)) {
      out.push_back({a.id, impl_->playbook.shown(a.person), a.from, a.until});
    }
    return out;
  });
}

int Book::load_roster(std::string_view team, const std::vector<RosterLine>& lines) {
  return impl_->write([&] { return impl_->load_roster(impl_->playbook.team(team), lines); });
}

std::vector<ExposureRow> Book::exposure(std::string_view team) const {
  return impl_->read([&] { return impl_->exposure(impl_->playbook.team(team)); });
}

std::string Book::private_note(std::string_view key, Day day, std::string_view huddle) const {
  return impl_->read([&] {
    const auto& team = impl_->playbook.team(key);
    const auto found = impl_->find(team, day, huddle);
    return found ? impl_->private_note(team, *found) : std::string();
  });
}

Lesson Book::learn(const Lesson& lesson) {
  return impl_->write(
      [&] { return impl_->journal.add(lesson, impl_->today(impl_->playbook.team(lesson.team))); });
}

Commitment Book::commit(const Commitment& commitment) {
  return impl_->write([&] { return impl_->journal.add(commitment); });
}

Note Book::note(const Note& note) {
  return impl_->write([&] { return impl_->journal.add(note); });
}

Commitment Book::close(Id commitment, CommitmentState state, std::string_view reason) {
  return impl_->write([&] { return impl_->journal.close(commitment, state, reason); });
}

std::vector<Lesson> Book::lessons(std::string_view team, bool only_active) const {
  return impl_->read(
      [&] { return impl_->journal.lessons(impl_->playbook.team(team).id, only_active); });
}

std::vector<Commitment> Book::commitments(std::string_view team, bool only_open) const {
  return impl_->read(
      [&] { return impl_->journal.commitments(impl_->playbook.team(team).id, only_open); });
}

std::vector<Note> Book::notes(std::string_view team, Day day) const {
  return impl_->read([&] { return impl_->journal.notes(impl_->playbook.team(team).id, day); });
}

void Book::backup(const std::filesystem::path& target) const {
  impl_->alone([&] { impl_->database.backup(target); });
}

const std::filesystem::path& Book::path() const { return impl_->database.path(); }

}  // namespace huddlekit
