#include "core/report/report_pools.hpp"

#include <algorithm>
#include <map>

namespace huddlekit {
namespace {

/// Teams that are shown only together; `people` are distinct.
struct Pool {
  std::vector<std::size_t> teams;
  std::vector<Id> people;  // sorted
  Id first = 0;            // lowest id of a team, to break ties

  [[nodiscard]] bool enough() const { return people.size() >= kSmallestGroup; }

  void take_in(const Pool& other) {
    if (other.teams.empty()) return;
    first = teams.empty() ? other.first : std::min(first, other.first);
    teams.insert(teams.end(), other.teams.begin(), other.teams.end());
    const auto middle = static_cast<std::ptrdiff_t>(people.size());
    people.insert(people.end(), other.people.begin(), other.people.end());
    std::inplace_merge(people.begin(), people.begin() + middle, people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
  }
};

Pool alone(std::span<const PooledTeam> teams, std::size_t i, Day day) {
  Pool pool{.teams = {i}, .people = {}, .first = teams[i].id};
  for (const auto& member : teams[i].members) {
    if (member.there_on(day)) pool.people.push_back(member.person);
  }
  return pool;
}

Pool* smallest(std::vector<Pool>& pools) {
  const auto it = std::min_element(pools.begin(), pools.end(), [](const Pool& a, const Pool& b) {
    return std::pair(a.people.size(), a.first) < std::pair(b.people.size(), b.first);
  });
  return it == pools.end() ? nullptr : &*it;
}

}  // namespace

std::optional<std::vector<std::size_t>> pools(std::span<const PooledTeam> teams, Day day) {
  struct Department {
    std::vector<Pool> big;
    Pool small;
  };
  std::map<std::string, Department> departments;
  for (std::size_t i = 0; i < teams.size(); ++i) {
    auto pool = alone(teams, i, day);
    auto& department = departments[teams[i].department];
    if (pool.enough()) {
      department.big.push_back(std::move(pool));
    } else {
      department.small.take_in(pool);
    }
  }
  std::vector<Pool> made;
  Pool rest;  // departments that are too small themselves
  for (auto& [name, department] : departments) {
    auto& [big, small] = department;
    if (small.enough()) {
      big.push_back(std::move(small));
    } else if (auto* host = smallest(big)) {
      host->take_in(small);
    } else {
      rest.take_in(small);
    }
    std::move(big.begin(), big.end(), std::back_inserter(made));
  }
  if (rest.enough()) {
    made.push_back(std::move(rest));
  } else if (!rest.teams.empty()) {
    auto* host = smallest(made);
    if (host == nullptr) return std::nullopt;
    host->take_in(rest);
  }
  std::vector<std::size_t> out(teams.size());
  for (std::size_t p = 0; p < made.size(); ++p) {
    for (const auto team : made[p].teams) out[team] = p;
  }
  return out;
}

bool may_show(std::span<const PooledTeam> teams, const std::vector<bool>& asked, Day day) {
  const auto pool = pools(teams, day);
  if (!pool) return false;
  enum Seen : unsigned char { kNone = 0, kAsked = 1, kOther = 2 };
  std::vector<unsigned char> seen(teams.size(), kNone);
  bool any = false;
  for (std::size_t i = 0; i < teams.size(); ++i) {
    seen[(*pool)[i]] |= asked[i] ? kAsked : kOther;
    any = any || asked[i];
  }
  return any && std::find(seen.begin(), seen.end(), kAsked | kOther) == seen.end();
}

}  // namespace huddlekit
