#pragma once
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/agenda/facts.hpp"
#include "store/playbook/stored_team.hpp"
#include "store/sql/database.hpp"

namespace huddlekit {

/// The last day that there is: of an absence whose end is not known yet.
inline constexpr Day kNoLastDay{
    std::chrono::local_days{std::chrono::year{9999} / std::chrono::December / 31}};

/// The tables of who was, who will be and who will not be at a huddle.
class PresenceStore {
 public:
  explicit PresenceStore(Database& database) : database_(database) {}

  // Who was there, and what they heard.
  [[nodiscard]] std::unordered_map<Id, Hearing> hearings(Id team);
  void hearings(Teams teams, const std::function<void(Id team, Id person, Hearing)>& take);
  void save(Id team, Id person, const Hearing& hearing);

  // Who will be.
  struct Absence {
    Id id = 0;
    Id person = 0;
    Day first{};
    Day last{};  // kNoLastDay: it is not known yet
  };
  Id add(const Absence& absence);
  [[nodiscard]] std::optional<Absence> find_absence(Id id);
  void end(const Absence& absence);
  void remove_absence(Id id);
  /// Those of a team's members that touch the days [from, until).
  [[nodiscard]] std::vector<Absence> absences(Id team, Day from, Day until);
  [[nodiscard]] std::vector<Absence> absences(Day from, Day until);
  /// Those that touch the days from `first` to `last`, both included.
  [[nodiscard]] std::vector<Absence> absences_of(Id person, Day first, Day last);

  using HuddleKey = std::pair<Day, std::string>;
  using TakePerson = std::function<void(Id team, const HuddleKey& huddle, Id person)>;
  void set_roster(Id team, const HuddleKey& huddle, std::span<const Id> people);
  void rosters(Teams teams, Day from, Day until, const TakePerson& take);

  /// @param role  lead or seat, with `takes` as agreed; or away: not at this huddle.
  void arrange(Id team, const HuddleKey& huddle, std::string_view role, Id person, bool takes);
  [[nodiscard]] std::map<HuddleKey, std::vector<Arrangement>> arrangements(Id team, Day from,
                                                                           Day until);
  void excused(Teams teams, Day from, Day until, const TakePerson& take);

 private:
  Database& database_;
};

}  // namespace huddlekit
