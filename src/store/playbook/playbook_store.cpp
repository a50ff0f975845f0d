#include "store/playbook/playbook_store.hpp"

#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "store/playbook/playbook_read.hpp"

namespace huddlekit {
namespace {

const Person kSomebodyErased{"", "a colleague"};

}  // namespace

void PlaybookStore::forget() {
  generation_ = -1;
  rulebook_.reset();
  teams_.clear();
  team_keys_.clear();
  people_.clear();
}

void PlaybookStore::refresh() {
  const auto version = database_->data_version();
  if (version == data_version_ && generation_ >= 0) return;
  data_version_ = version;
  auto q = database_.query("SELECT number FROM generation");
  q.next();
  if (q.number(0) == generation_) return;
  forget();
  generation_ = q.number(0);
}

const Rulebook& PlaybookStore::rulebook() {
  if (!rulebook_) rulebook_ = std::make_unique<Rulebook>(read_rulebook(database_));
  return *rulebook_;
}

const StoredTeam& PlaybookStore::team(std::string_view key) {
  if (const auto it = teams_.find(key); it != teams_.end()) return it->second;
  auto stored = read_team(database_, key);
  if (stored.id == 0) {
    throw NotFound("team: no such team, got " + in_quotes(key) +
                   did_you_mean(key, rulebook().team_keys));
  }
  add_cadences(stored);
  for (std::size_t i = 0; i < stored.people.size(); ++i) {
    people_[stored.people[i]] = {stored.team.members[i].key, stored.team.members[i].name};
  }
  team_keys_[stored.id] = stored.team.key;
  return teams_.emplace(std::string(key), std::move(stored)).first->second;
}

const StoredTeam& PlaybookStore::team(Id id) {
  if (const auto it = team_keys_.find(id); it != team_keys_.end()) return team(it->second);
  auto q = database_.query("SELECT key FROM team WHERE id = ?", id);
  if (!q.next()) throw NotFound("team: no such id, got " + std::to_string(id));
  return team(q.text(0));
}

Id PlaybookStore::team_in_force(std::string_view key) {
  const auto& stored = team(key);
  if (stored.retired) {
    throw NotFound("team: is not in the playbook any more, got " + in_quotes(key));
  }
  return stored.id;
}

const StoredValue& PlaybookStore::value(std::string_view key) {
  std::vector<std::string> known;
  for (const auto& stored : rulebook().values) {
    if (stored.value.key == key) return stored;
    known.push_back(stored.value.key);
  }
  throw NotFound("value: no such value, got " + in_quotes(key) + did_you_mean(key, known));
}

std::optional<Id> PlaybookStore::find_person(std::string_view key) {
  auto q = database_.query("SELECT id FROM person WHERE key = ?", key);
  return q.next() ? std::optional(q.number(0)) : std::nullopt;
}

Id PlaybookStore::person(std::string_view key) {
  if (const auto found = find_person(key)) return *found;
  std::vector<std::string> known;
  auto q = database_.query("SELECT key FROM person WHERE key IS NOT NULL");
  while (q.next()) known.push_back(q.text(0));
  throw NotFound("person: no such person, got " + in_quotes(key) + did_you_mean(key, known));
}

const Person& PlaybookStore::shown(Id person) {
  if (const auto it = people_.find(person); it != people_.end()) return it->second;
  auto q = database_.query("SELECT key, name FROM person WHERE id = ?", person);
  Person found = q.next() && !q.null(0) ? Person{q.text(0), q.text(1)} : kSomebodyErased;
  return people_[person] = std::move(found);
}

std::vector<Id> PlaybookStore::all_teams() {
  std::vector<Id> out;
  auto q = database_.query("SELECT id FROM team ORDER BY source_id, position, id");
  while (q.next()) out.push_back(q.number(0));
  return out;
}

std::vector<std::string> PlaybookStore::names() {
  std::vector<std::string> out;
  auto q = database_.query("SELECT name FROM person WHERE key IS NOT NULL ORDER BY id");
  while (q.next()) out.push_back(q.text(0));
  return out;
}

}  // namespace huddlekit
