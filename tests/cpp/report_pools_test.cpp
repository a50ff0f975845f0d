#include "core/report/report_pools.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "core/report/report_counter.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;
using std::chrono::months;

const std::chrono::year_month kFirst = std::chrono::year{2026} / 1;
constexpr int kMonths = 6;

Day month(int n) { return Day{(kFirst + months{n}) / 1}; }

/// Who was in which team in which month, and how many came: everything that may not be worked out.
struct House {
  std::vector<PooledTeam> teams;
  std::vector<std::vector<int>> came;  // by team and month

  [[nodiscard]] std::set<Id> people(const std::vector<std::size_t>& of, int m) const {
    std::set<Id> out;
    for (const auto t : of) {
      for (const auto& member : teams[t].members) {
        if (member.there_on(month(m))) out.insert(member.person);
      }
    }
    return out;
  }
};

House random_house(std::mt19937& random) {
  const auto upto = [&](int n) {
    return static_cast<int>(random() % static_cast<unsigned>(n + 1));
  };
  House house;
  const int teams = 1 + upto(6);
  const int departments = 1 + upto(2);
  Id next = 1;
  for (int t = 0; t < teams; ++t) {
    PooledTeam team{
        .id = t + 1, .department = std::to_string(upto(departments - 1)), .members = {}};
    const int size = upto(9);
    std::set<Id> in;
    for (int i = 0; i < size; ++i) {
      const bool elsewhere_too = next > 1 && upto(9) == 0;
      in.insert(elsewhere_too ? 1 + upto(static_cast<int>(next) - 2) : next++);
    }
    for (const Id person : in) {
      PooledMember member{.person = person};
      if (upto(5) == 0) member.since = month(upto(kMonths)) + days{upto(3)};
      if (upto(5) == 0) member.gone = month(upto(kMonths)) + days{upto(3)};
      team.members.push_back(member);
    }
    house.teams.push_back(std::move(team));
    auto& came = house.came.emplace_back();
    for (int m = 0; m < kMonths; ++m) came.push_back(upto(50));
  }
  return house;
}

/// The report of some teams, with one huddle a month in each.
Report report(const House& house, const std::vector<bool>& asked, int from, int until) {
  ReportScene scene{.teams = house.teams, .asked = asked, .values = {}, .themes = {}};
  ReportCounter counter(Report{.start = month(from), .end = month(until), .made = month(kMonths)},
                        std::move(scene));
  for (int m = from; m < until; ++m) {
    for (std::size_t t = 0; t < house.teams.size(); ++t) {
      if (!asked[t]) continue;
      const std::vector<Id> people(
          static_cast<std::size_t>(house.came[t][static_cast<std::size_t>(m)]), 1);
      counter.huddle({.team = t,
                      .day = month(m) + days{9},
                      .state = HuddleState::kCompleted,
                      .expected = people,
                      .attended = std::span<const Id>(people)});
    }
  }
  return counter.finish();
}

/// What somebody knows who has read some reports: sums over cells (a team in a month), and all that
/// follows from them by linear algebra, modulo a prime.
class Attacker {
 public:
  using Row = std::vector<std::int64_t>;

  void learn(Row row) {
    reduce(row);
    const auto pivot = std::find_if(row.begin(), row.end(), [](auto x) { return x != 0; });
    if (pivot == row.end()) return;
    const auto inverse = power(*pivot, kPrime - 2);
    for (auto& x : row) x = x * inverse % kPrime;
    known_[static_cast<std::size_t>(pivot - row.begin())] = std::move(row);
  }
  [[nodiscard]] bool works_out(Row row) const {
    reduce(row);
    return std::all_of(row.begin(), row.end(), [](auto x) { return x == 0; });
  }

 private:
  static constexpr std::int64_t kPrime = 2'147'483'647;

  static std::int64_t power(std::int64_t base, std::int64_t exponent) {
    std::int64_t out = 1;
    for (; exponent > 0; exponent /= 2, base = base * base % kPrime) {
      if (exponent % 2 == 1) out = out * base % kPrime;
    }
    return out;
  }
  void reduce(Row& row) const {
    for (const auto& [pivot, by] : known_) {  // in order of the pivots
      const auto factor = row[pivot];
      if (factor == 0) continue;
      for (std::size_t i = pivot; i < row.size(); ++i) {
        row[i] = (row[i] + (kPrime - factor) * by[i]) % kPrime;
      }
    }
  }

  std::map<std::size_t, Row> known_;
};

Attacker::Row cells(const House& house, const std::vector<std::size_t>& teams, int from,
                    int until) {
  Attacker::Row row(house.teams.size() * kMonths, 0);
  for (const auto t : teams) {
    for (int m = from; m < until; ++m) row[t * kMonths + static_cast<std::size_t>(m)] = 1;
  }
  return row;
}

std::vector<std::vector<std::size_t>> units(const House& house) {
  std::vector<std::vector<std::size_t>> out(1);
  std::map<std::string, std::vector<std::size_t>> departments;
  for (std::size_t t = 0; t < house.teams.size(); ++t) {
    out.front().push_back(t);
    out.push_back({t});
    departments[house.teams[t].department].push_back(t);
  }
  for (const auto& [name, teams] : departments) out.push_back(teams);
  return out;
}

/// Months, quarters and the half-year.
const std::vector<std::pair<int, int>> kRanges{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5},
                                               {5, 6}, {0, 3}, {3, 6}, {0, 6}};

/// How many figures of fewer than five people the attacker works out.
int recovered(const House& house, const Attacker& attacker) {
  int out = 0;
  const auto small = [&](const std::vector<std::size_t>& group, int from, int until) {
    for (int m = from; m < until; ++m) {
      const auto n = house.people(group, m).size();
      if (n == 0 || n >= kSmallestGroup) return false;
    }
    return true;
  };
  std::vector<std::vector<std::size_t>> groups = units(house);
  for (std::size_t a = 0; a < house.teams.size(); ++a) {
    for (std::size_t b = a + 1; b < house.teams.size(); ++b) groups.push_back({a, b});
  }
  for (const auto& group : groups) {
    for (const auto& [from, until] : kRanges) {
      out += small(group, from, until) && attacker.works_out(cells(house, group, from, until));
    }
  }
  return out;
}

TEST(ReportPools, NoSetOfReportsGivesAwayTheFigureOfASmallGroupInAThousandHouses) {
  for (unsigned seed = 1; seed <= 1'000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const auto house = random_house(random);
    Attacker attacker;
    for (const auto& unit : units(house)) {
      std::vector<bool> asked(house.teams.size());
      for (const auto t : unit) asked[t] = true;
      for (const auto& [from, until] : kRanges) {
        const auto r = report(house, asked, from, until);
        int in_months = 0, in_weeks = 0;
        for (const auto& row : r.people) {
          const int m = (std::chrono::year_month_day(row.month).year() /
                             std::chrono::year_month_day(row.month).month() -
                         kFirst)
                            .count();
          int came = 0;
          for (const auto t : unit) came += house.came[t][static_cast<std::size_t>(m)];
          ASSERT_EQ(row.attended, came);  // what is published is what the attacker takes it for
          ASSERT_EQ(static_cast<std::size_t>(row.members) >= kSmallestGroup, true);
          attacker.learn(cells(house, unit, m, m + 1));
          in_months += row.attended;
        }
        for (const auto& week : r.weeks) in_weeks += week.attended;
        ASSERT_EQ(in_weeks, in_months);  // weeks show nothing of the months that are hidden
      }
    }
    ASSERT_EQ(recovered(house, attacker), 0);
  }
}

TEST(ReportPools, HidingSmallGroupsAloneWouldGiveThemAway) {
  int houses = 0;
  for (unsigned seed = 1; seed <= 100; ++seed) {
    std::mt19937 random(seed);
    const auto house = random_house(random);
    Attacker attacker;
    for (const auto& unit : units(house)) {
      for (int m = 0; m < kMonths; ++m) {
        if (house.people(unit, m).size() >= kSmallestGroup)
          attacker.learn(cells(house, unit, m, m + 1));
      }
    }
    houses += recovered(house, attacker) > 0;
  }
  EXPECT_GT(houses, 20);  // so the attacker above is one to be afraid of
}

TEST(ReportPools, MostTeamsOfFiveAndMoreCanBeShown) {
  int shown = 0, big = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    std::mt19937 random(seed);
    const auto house = random_house(random);
    for (std::size_t t = 0; t < house.teams.size(); ++t) {
      if (house.people({t}, 0).size() < kSmallestGroup) continue;
      std::vector<bool> asked(house.teams.size());
      asked[t] = true;
      ++big;
      shown += may_show(house.teams, asked, month(0));
    }
  }
  EXPECT_GT(shown * 2, big);
}

PooledTeam team(Id id, const std::string& department, int members) {
  PooledTeam out{.id = id, .department = department, .members = {}};
  for (int i = 0; i < members; ++i) out.members.push_back({.person = id * 100 + i});
  return out;
}

TEST(ReportPools, ASmallTeamJoinsTheSmallestBigOneOfItsDepartment) {
  const std::vector<PooledTeam> teams{team(1, "front", 9), team(2, "front", 6), team(3, "front", 3),
                                      team(4, "back", 7)};
  const auto pool = pools(teams, month(0)).value();
  EXPECT_EQ(pool[2], pool[1]);
  EXPECT_NE(pool[0], pool[1]);
  EXPECT_NE(pool[3], pool[0]);
  EXPECT_TRUE(may_show(teams, {true, false, false, false}, month(0)));
  EXPECT_FALSE(may_show(teams, {false, true, false, false}, month(0)));
  EXPECT_FALSE(may_show(teams, {false, false, true, false}, month(0)));
  EXPECT_TRUE(may_show(teams, {true, true, true, false}, month(0)));  // the department
}

TEST(ReportPools, SmallTeamsThatAreFiveTogetherAreShownTogether) {
  const std::vector<PooledTeam> teams{team(1, "front", 3), team(2, "front", 3), team(3, "back", 6)};
  EXPECT_TRUE(may_show(teams, {true, true, false}, month(0)));
  EXPECT_FALSE(may_show(teams, {true, false, false}, month(0)));
}

TEST(ReportPools, ADepartmentThatIsTooSmallTakesAnotherWithIt) {
  const std::vector<PooledTeam> teams{team(1, "front", 4), team(2, "back", 6), team(3, "roof", 8)};
  EXPECT_FALSE(may_show(teams, {true, false, false}, month(0)));
  EXPECT_FALSE(may_show(teams, {false, true, false}, month(0)));  // else the house less roof, back
  EXPECT_TRUE(may_show(teams, {false, false, true}, month(0)));
  EXPECT_TRUE(may_show(teams, {true, true, true}, month(0)));
}

TEST(ReportPools, AHouseOfFourShowsNothingAboutPeople) {
  const std::vector<PooledTeam> teams{team(1, "front", 2), team(2, "back", 2)};
  EXPECT_FALSE(may_show(teams, {true, true}, month(0)));
}

TEST(ReportPools, WhoeverIsInTwoTeamsIsOnePerson) {
  auto a = team(1, "front", 3);
  auto b = a;
  b.id = 2;
  EXPECT_FALSE(may_show(std::vector{a, b}, {true, true}, month(0)));
}

}  // namespace
}  // namespace huddlekit
