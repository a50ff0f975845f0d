#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/agenda/rulebook.hpp"
#include "store/playbook/stored_team.hpp"
#include "store/sql/database.hpp"

namespace huddlekit {

/// The playbook's tables. Remembers what it has read until this or another connection loads
/// something else.
class PlaybookStore {
 public:
  explicit PlaybookStore(Database& database) : database_(database) {}

  /// Inside a transaction of the caller's. @param today  when members join or leave by it.
  LoadReport load(const Playbook& playbook, Day today);

  /// Forgets what another connection has changed since; to be called when a book's call begins.
  void refresh();
  /// To be called after a change that moves huddles: makes this and other processes read anew.
  /// Teams that were handed out before are gone.
  void changed();
  /// Forgets everything, for instance what was read in a transaction that failed.
  void forget();
  [[nodiscard]] const Rulebook& rulebook();
  /// A retired one has no meetings. @throws NotFound naming the nearest key.
  [[nodiscard]] const StoredTeam& team(std::string_view key);
  [[nodiscard]] const StoredTeam& team(Id id);
  /// The id of a team that is not retired. @throws NotFound.
  [[nodiscard]] Id team_in_force(std::string_view key);
  [[nodiscard]] const StoredValue& value(std::string_view key);
  /// Somebody's id, whether in a team or not. @throws NotFound naming the nearest key.
  [[nodiscard]] Id person(std::string_view key);
  [[nodiscard]] std::optional<Id> find_person(std::string_view key);
  /// Key and name as shown; "a colleague" once erased.
  [[nodiscard]] const Person& shown(Id person);
  /// Retired ones too, in the order of the playbook.
  [[nodiscard]] std::vector<Id> all_teams();
  /// Full names of everybody, in a team or not.
  [[nodiscard]] std::vector<std::string> names();

 private:
  class Load;  // in playbook_load.cpp

  void add_cadences(StoredTeam& stored);  // in team_calendar.cpp

  Database& database_;
  std::int64_t data_version_ = -1;
  std::int64_t generation_ = -1;
  std::unique_ptr<Rulebook> rulebook_;
  std::map<std::string, StoredTeam, std::less<>> teams_;
  std::unordered_map<Id, std::string> team_keys_;
  std::unordered_map<Id, Person> people_;
};

}  // namespace huddlekit
