#pragma once
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/agenda/facts.hpp"
#include "store/sql/database.hpp"

namespace huddlekit {

/// The tables of who was, who will be and who will not be at a huddle.
class PresenceStore {
 public:
  explicit PresenceStore(Database& database) : database_(database) {}

  // Who was there, and what they heard.
  [[nodiscard]] std::unordered_map<Id, Hearing> hearings(Id team);
  void save(Id team, Id person, const Hearing& hearing);

  // Who will be.
  struct Absence {
    Id id = 0;
    Id person = 0;
    Day from{};
    Day until{};  // the last day
  };
  Id add(const Absence& absence);
  [[nodiscard]] std::optional<Absence> find_absence(Id id);
  void remove_absence(Id id);
  /// Those of a team's members that touch the days [from, until).
  [[nodiscard]] std::vector<Absence> absences(Id team, Day from, Day until);
  [[nodiscard]] std::vector<Absence> absences_of(Id person, Day from, Day until);

  using HuddleKey = std::pair<Day, std::string>;
  void set_roster(Id team, const HuddleKey& huddle, std::span<const Id> people);
  [[nodiscard]] std::map<HuddleKey, std::vector<Id>> rosters(Id team, Day from, Day until);

  /// @param role  lead or seat, with `takes` as agreed; or away: not at this huddle.
  void arrange(Id team, const HuddleKey& huddle, std::string_view role, Id person, bool takes);
  [[nodiscard]] std::map<HuddleKey, std::vector<Arrangement>> arrangements(Id team, Day from,
                                                                           Day until);
  [[nodiscard]] std::map<HuddleKey, std::vector<Id>> excused(Id team, Day from, Day until);

 private:
  Database& database_;
};

}  // namespace huddlekit
