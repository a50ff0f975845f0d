#include "book/session.hpp"

#include "huddlekit/zone.hpp"

namespace huddlekit {

using std::chrono::days;
using std::chrono::floor;

Session::Session(std::unique_ptr<Connection> connection, const Clock& clock)
    : database(std::move(connection)),
      playbook(database),
      moves_and_holidays(database),
      turns(database),
      huddles(database),
      prompts(database),
      presence(database),
      lives(database),
      rounds(database),
      feeds(database),
      reminders(database),
      calls(database, playbook),
      journal(database, playbook),
      stories(database, playbook),
      lessons(database, playbook),
      promises(database, playbook),
      hand_offs(database, playbook),
      shares(database, playbook),
      proposals(database, playbook),
      finder(database, playbook),
      consents(database, playbook),
      persons(database, playbook),
      clock_(clock) {}

Instant Session::now() const {
  try {
    return clock_();
  } catch (...) {
    throw CallersOwn{std::current_exception()};
  }
}

Day Session::today(const StoredTeam& team) const {
  return floor<days>(to_local(team.team.zone, now()));
}

Day Session::today() {
  const auto& organisation = playbook.rulebook().organisation;
  return floor<days>(to_local(organisation ? organisation->zone : "UTC", now()));
}

std::vector<const StoredTeam*> all_teams(Session& s) {
  std::vector<const StoredTeam*> out;
  for (const auto& key : s.playbook.rulebook().team_keys) out.push_back(&s.playbook.team(key));
  return out;
}

std::string Session::said(std::string_view text, const sentences::Catalogue& in) {
  if (!sentences::has_marks(text)) return std::string(text);
  return sentences::say(text, in, [&](Id id) { return playbook.shown(id).name; });
}

}  // namespace huddlekit
