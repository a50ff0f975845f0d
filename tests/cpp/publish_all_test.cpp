// Publishing all teams reads what they share once. The definition is the other way: each huddle of
// the day by itself, in the order of the teams.
#include <random>

#include "book_fixture.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

Book fresh(const Playbook& playbook) {
  auto book = Book::open(
      ":memory:", {.create = true, .now = [] { return parse_instant("2026-11-23T05:00:00Z"); }});
  book.load(playbook);
  return book;
}

/// The same thing happens to both books.
void happen(Book& book, const Playbook& playbook, Day day, unsigned seed) {
  std::mt19937 random(seed);
  const auto some = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
  for (const auto& team : playbook.teams) {
    const auto& who = team.members[static_cast<std::size_t>(some(3))].key;
    try {
      if (some(3) == 0) book.people().away(who, day, day + days{some(4)});
    } catch (const Conflict&) {  // away already
    }
    if (some(6) == 0) book.people().set_consent(who, {.leads = some(2) == 0});
    if (some(3) == 0) {
      book.team(team.key).tell(some(2) == 0 ? StoryKind::kWin : StoryKind::kMiss,
                               "Something happened.", {.values = {"own-it"}, .day = day});
    }
    if (some(4) == 0) {
      book.team(team.key).lesson("Ask " + std::to_string(seed), {.day = day});
    }
    if (some(4) > 0) continue;
    std::vector<RosterLine> roster;  // with somebody from the first team, lent to all others
    for (const auto& member : team.members) {
      if (some(2) == 0) roster.push_back({day, team.meetings[0].key, member.key});
    }
    roster.push_back({day, team.meetings[0].key, "ana"});
    if (team.key != playbook.teams[0].key) book.team(team.key).load_roster(roster);
  }
}

class PublishAll : public ::testing::TestWithParam<Scope> {};

TEST_P(PublishAll, IsEachHuddleOfTheDayPublishedByItself) {
  auto playbook = parse_playbook(kSmallPlaybook, "small");
  playbook.organisation->scope = GetParam();
  playbook.teams[1].members.push_back({.key = "gus", .name = "Gus"});
  for (const std::string key : {"bar", "spa", "pool"}) {
    auto& team = playbook.teams.emplace_back(playbook.teams[1]);
    team.key = team.name = key;
    for (auto& member : team.members) member.key = key + "-" + member.key;
    team.members.push_back({.key = "caro", .name = "Caro Lind"});  // in two teams
  }
  auto together = fresh(playbook);
  auto apart = fresh(playbook);
  std::size_t agendas = 0;
  for (int step = 0; step < 28; ++step) {
    const Day day = kMonday - days{28 - step};
    SCOPED_TRACE(to_string(day));
    happen(together, playbook, day, static_cast<unsigned>(step));
    happen(apart, playbook, day, static_cast<unsigned>(step));
    std::vector<Agenda> one_by_one;
    for (const auto& team : playbook.teams) {
      for (const auto& huddle : apart.team(team.key).calendar(day, day + days{1})) {
        one_by_one.push_back(apart.team(team.key).publish(day, huddle.huddle).value());
      }
    }
    const auto all = together.publish_all(day);
    ASSERT_EQ(all, one_by_one);
    EXPECT_EQ(together.publish_all(day), all);
    agendas += all.size();
  }
  EXPECT_EQ(together.export_jsonl(), apart.export_jsonl());
  EXPECT_GT(agendas, 100u);
}

INSTANTIATE_TEST_SUITE_P(Values, PublishAll, ::testing::Values(Scope::kOrganisation, Scope::kTeam));

}  // namespace
}  // namespace huddlekit
