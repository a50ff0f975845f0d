#include "store/huddles/turn_store.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>

#include "book_fixture.hpp"
#include "store/huddles/presence_store.hpp"
#include "store/sql/lists.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

/// The book's turns, read beside it through a connection of our own.
class BookTurns : public InFolder {
 protected:
  BookTurns()
      : book_(Book::open(file("t.huddle"), {.create = true, .now = [] {
                                              return parse_instant("2026-11-23T05:00:00Z");
                                            }})) {}

  void expect_sound(const std::string& when) {
    Database database(file("t.huddle"), {.busy_timeout = std::chrono::seconds{5}});
    TurnStore turns(database);
    auto q = database.query("SELECT DISTINCT role, scope FROM credit");
    while (q.next()) {
      const auto role = q.text(0);
      const RotaName name{from_name<RotaRole>(role).value(), q.number(1)};
      const auto credits = turns.credits(name);
      const auto sum =
          std::accumulate(credits.begin(), credits.end(), std::int64_t{0},
                          [](std::int64_t s, const TurnStore::Credit& c) { return s + c.credit; });
      EXPECT_EQ(sum, 0) << role << " " << when;
      std::vector<TurnStore::Credit> replayed;
      for (const auto& credit : turns.replay(name)) {
        if (credit.credit != 0) replayed.push_back(credit);
      }
      std::vector<TurnStore::Credit> stored;
      for (const auto& credit : credits) {
        if (credit.credit != 0) stored.push_back(credit);
      }
      EXPECT_EQ(replayed, stored) << role << " " << when;
    }
    expect_counted(database, when);
    expect_heard(database, when);
  }

  /// How often and when last somebody had a turn is what the log's turns that stand say.
  static void expect_counted(Database& database, const std::string& when) {
    auto q = database.query(
        "SELECT c.role, c.candidate, c.turns, coalesce(c.last_day, ''), count(t.id),"
        " coalesce(max(t.day), '') FROM credit AS c LEFT JOIN turn AS t ON t.role = c.role"
        " AND t.scope = c.scope AND t.taker = c.candidate AND t.undoes IS NULL"
        " AND t.id NOT IN (SELECT undoes FROM turn WHERE undoes IS NOT NULL)"
        " GROUP BY c.role, c.scope, c.candidate");
    while (q.next()) {
      const auto who = q.text(0) + " " + std::to_string(q.number(1)) + " " + when;
      EXPECT_EQ(q.number(2), q.number(4)) << who;
      EXPECT_EQ(q.text(3), q.text(5)) << who;
    }
  }

  /// How often and when last somebody heard a value is what the huddles say at which they were.
  static void expect_heard(Database& database, const std::string& when) {
    struct Said {
      std::int64_t times = 0;
      std::optional<Day> last{};
      bool operator==(const Said&) const = default;
    };
    PresenceStore presence(database);
    auto teams = database.query("SELECT id FROM team");
    while (teams.next()) {
      std::map<std::pair<Id, Id>, Said> kept, told;
      for (const auto& [person, hearing] : presence.hearings(teams.number(0))) {
        for (const auto& h : hearing.values) {
          if (h.times != 0 || h.last) kept[{person, h.value}] = {h.times, h.last};
        }
      }
      auto q = database.query(
          "SELECT value_id, day, coalesce(attended, expected) FROM huddle"
          " WHERE team_id = ? AND state <> 'cancelled' AND value_id IS NOT NULL",
          teams.number(0));
      while (q.next()) {
        for (const Id person : from_id_list(q.text(2))) {
          auto& said = told[{person, q.number(0)}];
          ++said.times;
          said.last = std::max(said.last.value_or(q.day(1)), q.day(1));
        }
      }
      EXPECT_EQ(kept, told) << "team " << teams.number(0) << " " << when;
    }
  }

  Book book_;
};

TEST_F(BookTurns, AddUpToZeroAndReplayToTheStoredStateWhateverHappens) {
  const unsigned seed = 20261123;
  std::mt19937 random(seed);
  auto playbook = parse_playbook(kSmallPlaybook, "small");
  for (const std::string key : {"bar", "spa"}) {  // so that several teams take turns in being heard
    playbook.teams.push_back(playbook.teams[1]);
    auto& team = playbook.teams.back();
    team.key = team.name = key;
    team.members = {{.key = key + "-1", .name = "One"}, {.key = key + "-2", .name = "Two"}};
  }
  book_.load(playbook);
  std::vector<Agenda> open;
  std::set<std::string> seen;
  Day day = kMonday - days{300};
  for (int step = 0; step < 250; ++step) {
    const int what = std::uniform_int_distribution<int>(0, 12)(random);
    if (what < 5 || open.empty()) {
      for (const auto& team : book_.teams()) {
        if (random() % 3 > 0) continue;
        team.win("A win.", {.values = {"own-it"}, .day = day});
      }
      // Mostly the next day; now and then one further ahead, which those before then follow.
      const Day which = random() % 4 == 0 ? day + days{1 + random() % 3} : day;
      for (auto& agenda : book_.publish_all(which)) {
        if (seen.insert(agenda.id).second) open.push_back(std::move(agenda));
      }
      if (which == day) day += days{1};
    } else {
      const auto pick = std::uniform_int_distribution<std::size_t>(0, open.size() - 1)(random);
      const auto agenda = open[pick];
      const auto leader = agenda.facilitator ? agenda.facilitator->key : std::string();
      if (what == 5) {
        book_.huddle(agenda.id).cancel("cancelled");
      } else if (what == 6 && !leader.empty()) {
        open[pick] = book_.huddle(agenda.id).revise("ill", {leader});
        continue;
      } else if (what == 7) {
        const std::string led_by = agenda.team == "kitchen" ? "fay" : "caro";
        book_.huddle(agenda.id).complete({.led_by = led_by, .covered = {{"open"}}});
        if (random() % 2 == 0) book_.huddle(agenda.id).amend({.led_by = led_by});
      } else if (what == 8) {
        book_.huddle(agenda.id).complete(
            {.attended = {{"ana", "eli"}}, .led_by = agenda.team == "kitchen" ? "eli" : "ana"});
      } else if (what == 9 && !leader.empty()) {
        const auto huddle = book_.huddle(agenda.id);
        huddle.skip(Role::kLead, "has to run");
        open[pick] = *huddle.agenda();
        continue;
      } else if (what == 10) {
        const std::string with = agenda.team == "kitchen" ? "fay" : "caro";
        try {
          book_.huddle(agenda.id).swap(Role::kLead, with);
        } catch (const Conflict&) {
          // has the turn already, has left, or is not expected there: a normal answer here
        } catch (const NotFound&) {
        }
        continue;
      } else {  // somebody joins or leaves, a value changes its weight or goes
        auto changed = playbook;
        for (auto& team : changed.teams) {
          if (random() % 2 == 0)
            team.members.push_back({.key = "x" + std::to_string(random() % 5), .name = "X"});
          if (random() % 2 == 0) team.members.erase(team.members.begin());
        }
        changed.values[0].weight = 1 + static_cast<int>(random() % 3);
        if (random() % 3 == 0) {
          std::erase_if(changed.prompts, [](const Prompt& p) { return p.value == "easy"; });
          changed.values.pop_back();
        }
        book_.load(changed);
        continue;
      }
      open.erase(open.begin() + static_cast<std::ptrdiff_t>(pick));
    }
    if (step % 25 == 0)
      expect_sound("step " + std::to_string(step) + ", seed " + std::to_string(seed));
  }
  expect_sound("end, seed " + std::to_string(seed));
  Database database(file("t.huddle"), {.busy_timeout = std::chrono::seconds{5}});
  auto q = database.query(
      "SELECT count(*), count(undoes), count(DISTINCT taker) FROM turn WHERE role = 'source'");
  ASSERT_TRUE(q.next());
  EXPECT_GT(q.number(0), 50) << "stories from elsewhere went round";
  EXPECT_GT(q.number(1), 5) << "and some were given back";
  EXPECT_EQ(q.number(2), 4) << "of every team";
}

TEST_F(BookTurns, ALeaverComesBackWithNothingToCatchUp) {
  auto playbook = parse_playbook(kSmallPlaybook, "small");
  book_.load(playbook);
  Day day = kMonday - days{100};
  const auto play = [&](int n) {
    std::map<std::string, int> led;
    for (int i = 0; i < n; ++i)
      ++led[book_.team("front-desk").publish(day += days{1}, "morning")->facilitator->key];
    return led;
  };
  play(20);
  auto without = playbook;
  without.teams[0].members.erase(without.teams[0].members.begin());  // ana
  book_.load(without);
  EXPECT_EQ(play(20).count("ana"), 0u);
  book_.load(playbook);
  const auto led = play(9);
  EXPECT_GE(led.at("ana"), 2);
  EXPECT_LE(led.at("ana"), 4);
}

}  // namespace
}  // namespace huddlekit
