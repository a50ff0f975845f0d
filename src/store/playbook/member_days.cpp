#include "store/playbook/member_days.hpp"

#include <algorithm>

namespace huddlekit {

std::vector<Id> members_in_force(Database& database, Id team) {
  std::vector<Id> out;
  auto q = database.query(
      "SELECT person_id FROM membership WHERE team_id = ? AND retired = 0 ORDER BY person_id",
      team);
  while (q.next()) out.push_back(q.number(0));
  return out;
}

void date_members(Database& database, Id team, const std::vector<Id>& were, Day today) {
  if (were.empty()) return;
  const auto are = members_in_force(database, team);
  const auto in = [](const std::vector<Id>& people, Id person) {
    return std::binary_search(people.begin(), people.end(), person);
  };
  for (const Id person : are) {
    if (in(were, person)) continue;
    database.run(
        "INSERT INTO member_day VALUES (?, ?, ?, NULL)"
        " ON CONFLICT (team_id, person_id) DO UPDATE SET joined = excluded.joined, gone = NULL",
        team, person, today);
  }
  for (const Id person : were) {
    if (in(are, person)) continue;
    database.run(
        "INSERT INTO member_day VALUES (?, ?, NULL, ?)"
        " ON CONFLICT (team_id, person_id) DO UPDATE SET gone = excluded.gone",
        team, person, today);
  }
}

}  // namespace huddlekit
