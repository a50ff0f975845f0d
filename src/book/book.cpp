// The facade: which session a call works with, and which service answers it.
#include "huddlekit/book.hpp"

#include <algorithm>

#include "book/agendas/agendas.hpp"
#include "book/impl.hpp"
#include "book/ranges.hpp"
#include "playbook/checked.hpp"

namespace huddlekit {

using std::chrono::days;

Book Book::open(const FilePath& file, const OpenOptions& options) {
  try {
    auto book = std::make_shared<detail::OpenBook>(file, options);
    return Book(detail::Handle(new detail::Referred{.book = std::move(book)}));
  } catch (const CallersOwn& own) {
    std::rethrow_exception(own.error);
  }
}

Team Book::team(std::string_view key) const {
  read(at_, [&](Session& s) { (void)s.playbook.team(key); });
  return {*this, std::string(key)};
}

std::vector<Team> Book::teams() const {
  std::vector<Team> out;
  for (auto& key : read(at_, [](Session& s) { return s.playbook.rulebook().team_keys; })) {
    out.emplace_back(*this, std::move(key));
  }
  return out;
}

Huddle Book::huddle(std::string_view id) const {
  read(at_, [&](Session& s) { (void)Calendar(s).named(id); });
  return {*this, std::string(id)};
}

Journal Book::journal() const { return Journal(at_); }
People Book::people() const { return People(at_); }
Proposals Book::proposals() const { return Proposals(at_); }
Outbox Book::outbox() const { return Outbox(at_); }

LoadReport Book::load(const Playbook& playbook) const {
  const auto checked = detail::checked(playbook);
  const auto text = caller(at_).id.empty() ? "" : to_toml(playbook);
  return write(at_, asked(at_, "load(source, text)", playbook.source, text), [&](Session& s) {
    return s.playbook.load(checked, Day{floor<days>(s.now()).time_since_epoch()});
  });
}

Playbook Book::playbook() const {
  return read(at_, [&](Session& s) {
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

std::vector<CalendarEntry> Book::meeting_at(Instant instant) const {
  check_door("instant", instant);
  return read(at_, [&](Session& s) {
    Calendar calendar(s);
    std::vector<CalendarEntry> out;
    for (const auto* team : all_teams(s))
      std::ranges::copy(calendar.at(*team, instant), std::back_inserter(out));
    return out;
  });
}

std::vector<Agenda> Book::agendas(Day day) const {
  check_door("day", day);
  return read(at_, [&](Session& s) {
    std::vector<Agenda> out;
    for (const auto* team : all_teams(s)) {
      for (const auto& found : Calendar(s).all_on(*team, day)) {
        out.push_back(Agendas(s).of(found));
      }
    }
    return out;
  });
}

std::vector<Agenda> Book::publish_all(Day day) const {
  return write(at_, asked(at_, "publish_all(day)", day),
               [&](Session& s) { return Agendas(s).publish_all(day); });
}

void Book::plan_each(Day start, Day end, void (*take)(void*, Agenda&&), void* to) const {
  check_range(start, end, days{400});
  std::vector<Agenda> kept;  // of a book in memory, which is locked meanwhile
  read(at_, [&](Session& s) {
    Agendas(s).plan(all_teams(s), start, end, [&](Agenda agenda) {
      if (opened(at_).in_memory()) {
        kept.push_back(std::move(agenda));
      } else {
        try {
          take(to, std::move(agenda));
        } catch (...) {
          throw CallersOwn{std::current_exception()};
        }
      }
    });
  });
  for (auto& agenda : kept) take(to, std::move(agenda));
}

void Book::backup(const FilePath& target) const {
  opened(at_).beside([&](Session& s) { s.database->backup(target.string()); });
}

std::string Book::path() const { return opened(at_).path().string(); }

}  // namespace huddlekit
