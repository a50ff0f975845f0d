#include "core/agenda/sharing.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "book_fixture.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

const Segment* wins_of(const std::optional<Agenda>& agenda) {
  if (!agenda) return nullptr;  // the team does not meet that day
  const auto it = std::find_if(agenda->segments.begin(), agenda->segments.end(),
                               [](const Segment& s) { return s.kind == SegmentKind::kWin; });
  return it == agenda->segments.end() ? nullptr : &*it;
}

/// The point that tells a win from elsewhere; empty without one.
Point shared_in(const std::optional<Agenda>& agenda) {
  if (const auto* s = wins_of(agenda)) {
    for (const auto& p : s->points) {
      if (p.label.starts_with("From ")) return p;
    }
  }
  return {};
}

class Sharing : public ::testing::Test {
 protected:
  Sharing()
      : book(Book::open(":memory:", {.create = true, .now = [] {
                                       return parse_instant("2026-11-23T05:00:00Z");
                                     }})) {
    playbook = parse_playbook(kSmallPlaybook, "small");
    for (const std::string key : {"bar", "spa"}) {
      playbook.teams.push_back(playbook.teams[1]);
      auto& team = playbook.teams.back();
      team.key = team.name = key;
      team.members = {{.key = key + "-1", .name = "Gil Sá"},
                      {.key = key + "-2", .name = "Hana Ito", .shared = false}};
    }
    book.load(playbook);
  }

  StoryId win(const std::string& team, int day, const std::string& text,
              const std::vector<std::string>& who = {}, const std::string& value = "own-it") {
    StoryDetails details{.who = who, .day = kMonday + days{day}};
    if (!value.empty()) details.values = {value};
    return book.team(team).win(text, details).id;
  }
  std::optional<Agenda> publish(int day) {
    return book.team("kitchen").publish(kMonday + days{day});
  }

  Playbook playbook;
  Book book;
};

TEST_F(Sharing, OnFeatureDaysAWinOfAnotherTeamIsToldOnce) {
  win("bar", 0, "The bar found the ring.", {"bar-1"});
  EXPECT_EQ(wins_of(publish(0)), nullptr) << "Monday is none";
  const auto tuesday = publish(1);
  EXPECT_EQ(shared_in(tuesday),
            (Point{"From bar, yesterday", "The bar found the ring. (Own it) Behind it: Gil Sá."}));
  EXPECT_NE(wins_of(tuesday)->why.find("it is bar’s turn"), std::string::npos);
  EXPECT_EQ(shared_in(publish(3)), Point{}) << "heard already";
  EXPECT_EQ(shared_in(book.team("spa").publish(kMonday + days{3})).label, "From bar, on Monday")
      << "each team hears it for itself";
}

TEST_F(Sharing, WhatShowsNoValueOrIsOurOwnOrOldDoesNotGoRound) {
  win("bar", 0, "No value.", {}, "");
  win("bar", -40, "Long ago.");
  win("kitchen", 0, "Our own.");
  const auto tuesday = publish(1);
  EXPECT_EQ(shared_in(tuesday), Point{});
  ASSERT_NE(wins_of(tuesday), nullptr);
  EXPECT_EQ(wins_of(tuesday)->points[0].text, "Our own. (Own it)");
}

TEST_F(Sharing, TeamsTakeTurnsHoweverMuchOneOfThemTells) {
  for (int i = 0; i < 20; ++i) win("bar", -3, "Bar " + std::to_string(i));
  for (int i = 0; i < 3; ++i) win("spa", -3, "Spa " + std::to_string(i));
  for (int i = 0; i < 3; ++i) win("front-desk", -3, "Desk " + std::to_string(i));
  std::map<std::string, int> told;
  std::set<std::string> texts;
  for (int day = 0; day < 21; ++day) {
    const auto point = shared_in(book.team("kitchen").publish(kMonday + days{day}));
    if (point.text.empty()) continue;
    ++told[point.label.substr(0, point.label.find(','))];
    EXPECT_TRUE(texts.insert(point.text).second) << "told twice: " << point.text;
  }
  EXPECT_EQ(told,
            (std::map<std::string, int>{{"From bar", 2}, {"From spa", 2}, {"From Front desk", 2}}));
}

TEST_F(Sharing, TodaysValueGoesBeforeFreshness) {
  const auto value = book.team("kitchen").agenda(kMonday + days{1})->value;
  const std::string other = value == "listen" ? "easy" : "listen";
  win("bar", -5, "Of the value.", {}, value);
  win("bar", 0, "Fresh.", {}, other);
  const auto tuesday = publish(1);
  EXPECT_EQ(shared_in(tuesday).text.substr(0, 13), "Of the value.");
  EXPECT_NE(wins_of(tuesday)->why.find("shows today’s value"), std::string::npos);
}

TEST_F(Sharing, WhoDoesNotLikeToBeNamedIsAColleague) {
  win("bar", 0, "Hana stayed until nine. Then Hana Ito and Gil cleaned up: Hana's idea.",
      {"bar-1", "bar-2"});
  EXPECT_EQ(shared_in(publish(1)).text,
            "A colleague stayed until nine. Then a colleague and Gil cleaned up: a colleague's "
            "idea. (Own it) Behind it: Gil Sá and a colleague.");
}

TEST_F(Sharing, APersonsOwnWishNotToBeNamedElsewhereGoesBeforeThePlaybook) {
  book.people().set_consent("bar-1", {.shared = false});
  book.people().set_consent("bar-2", {.shared = true});
  win("bar", 0, "Gil Sá and Hana Ito cleaned up.", {"bar-1", "bar-2"});
  EXPECT_EQ(shared_in(publish(1)).text,
            "A colleague and Hana Ito cleaned up. (Own it) Behind it: Hana Ito and a colleague.");
}

TEST_F(Sharing, WhoHelpedFromAnotherTeamIsAskedToo) {
  win("bar", 0, "Hana Ito came over from the spa, and so did Gil.", {"spa-1", "spa-2"});
  EXPECT_EQ(shared_in(publish(1)).text,
            "A colleague came over from the spa, and so did Gil. (Own it) Behind it: Gil Sá and a "
            "colleague.");
}

TEST_F(Sharing, AnotherWeekdayCanBeTheFeatureDay) {
  playbook.organisation->feature_days = Weekdays{std::chrono::Monday};
  book.load(playbook);
  EXPECT_EQ(book.playbook().organisation->feature_days, Weekdays{std::chrono::Monday});
  win("bar", 0, "The bar found the ring.");
  EXPECT_EQ(shared_in(publish(0)).label, "From bar, today");
}

TEST_F(Sharing, ACancelledHuddleGivesTheStoryAndTheTurnBack) {
  win("bar", 0, "The bar found the ring.");
  win("spa", 0, "The spa stayed open.");
  const auto first = publish(1);
  const auto told = shared_in(first);
  book.huddle(first->id).cancel("Fire drill");
  EXPECT_EQ(shared_in(publish(3)).text, told.text) << "the same turn, taken now";
}

TEST_F(Sharing, PlanTellsWhatPublishingWillTell) {
  for (int i = 0; i < 4; ++i) win("bar", -i, "Bar " + std::to_string(i));
  for (int i = 0; i < 3; ++i) win("spa", -i, "Spa " + std::to_string(i));
  for (int i = 0; i < 6; ++i) {
    book.team("kitchen").miss("A miss.", {.day = kMonday});
  }
  const auto plan = book.team("kitchen").plan(kMonday, kMonday + days{30});
  auto planned = plan.begin();
  for (int day = 0; day < 30; ++day) {
    for (const auto& published : book.publish_all(kMonday + days{day})) {
      if (published.team != "kitchen") continue;
      ASSERT_NE(planned, plan.end());
      auto agenda = *planned++;
      agenda.published = true;
      EXPECT_EQ(to_text(agenda), to_text(published));
    }
  }
  EXPECT_EQ(planned, plan.end());
}

TEST_F(Sharing, WithMoreMissesThanWinsTheTeamLooksForAWin) {
  const auto tell = [&](StoryKind kind) {
    book.team("kitchen").tell(kind, "Something.", {.day = kMonday});
  };
  const auto looks = [&](int day) {
    const auto agenda = book.team("kitchen").agenda(kMonday + days{day});
    const auto* s = wins_of(agenda);
    return s != nullptr && s->points.back().label == "Look for it";
  };
  tell(StoryKind::kMiss);
  publish(0);
  EXPECT_TRUE(looks(1));
  EXPECT_TRUE(looks(28)) << "heard four weeks before";
  EXPECT_FALSE(looks(29));
  tell(StoryKind::kWin);
  publish(1);
  EXPECT_FALSE(looks(2)) << "even";
}

TEST_F(Sharing, TheFacilitatorSeesWhoHasNotBeenThankedForLong) {
  for (int day = -30; day < 0; ++day) publish(day);
  EXPECT_EQ(book.team("kitchen").leader_note(kMonday).find("Not thanked"), std::string::npos)
      << "nobody thanks anybody here: no news";
  win("kitchen", -2, "Eli helped out.", {"eli"});
  EXPECT_NE(
      book.team("kitchen").leader_note(kMonday).find("Not thanked by name for two months: Fay Wu"),
      std::string::npos);
  const auto agenda = book.team("kitchen").agenda(kMonday);
  for (const auto& s : agenda->segments) {
    EXPECT_EQ(s.why.find("Fay Wu. What do they"), std::string::npos) << "for the facilitator alone";
  }
  book.people().set_consent("fay", {.celebrated = false});
  EXPECT_EQ(book.team("kitchen").leader_note(kMonday).find("Not thanked"), std::string::npos)
      << "does not want to be";
  book.people().set_consent("fay", {.celebrated = true});
  win("kitchen", -1, "Fay helped out.", {"fay"});
  EXPECT_EQ(book.team("kitchen").leader_note(kMonday).find("Not thanked"), std::string::npos);
}

TEST_F(Sharing, NewcomersAreAskedAsCustomersAndNamedACoach) {
  auto& kitchen = playbook.teams[1];
  kitchen.members.push_back({.key = "new", .name = "Noa Berg", .since = kMonday - days{3}});
  kitchen.members.push_back({.key = "shy", .name = "Shy One", .celebrated = false});
  book.load(playbook);
  const auto value = book.team("kitchen").agenda(kMonday)->value;
  for (int i = 0; i < 3; ++i) {
    win("kitchen", -60 - i, "Thanks.", {"fay"}, value);
    win("kitchen", -60 - i, "Thanks.", {"shy"}, value);
  }
  win("kitchen", -61, "Thanks.", {"eli"}, value);
  const auto point = [&](int day) {
    const auto agenda = book.team("kitchen").agenda(kMonday + days{day});
    for (const auto& s : agenda->segments) {
      for (const auto& p : s.points) {
        if (p.label == "First weeks") return p.text;
      }
    }
    return std::string();
  };
  EXPECT_EQ(point(0).substr(0, 46), "Noa Berg, you still see us as a customer does:");
  EXPECT_NE(point(0).find("Fay Wu is often thanked"), std::string::npos) << point(0);
  EXPECT_EQ(point(0).find("Shy One"), std::string::npos);
  EXPECT_EQ(point(25), "") << "four weeks after the first day";
  // Their own wish goes before the playbook.
  book.people().set_consent("fay", {.celebrated = false});
  EXPECT_EQ(point(0).find("is often thanked"), std::string::npos) << point(0);
  book.people().set_consent("shy", {.celebrated = true});
  EXPECT_NE(point(0).find("Shy One is often thanked"), std::string::npos) << point(0);
}

TEST_F(Sharing, AThemeCountsTowardsItsGoal) {
  playbook.themes = {{.key = "smiles",
                      .name = "A thousand smiles",
                      .values = {"own-it", "listen", "easy"},
                      .first = kMonday - days{30},
                      .last = kMonday + days{30},
                      .goal_count = 1000}};
  book.load(playbook);
  win("bar", -31, "Before.");
  win("bar", -30, "On the first day.");
  book.team("spa").win("Two values.", {.values = {"own-it", "easy"}, .day = kMonday});
  win("spa", 0, "None.", {}, "");
  const auto agenda = book.team("kitchen").agenda(kMonday);
  const auto& points = agenda->segments[1].points;
  EXPECT_EQ(points.back(), (Point{"A thousand smiles", "2 of 1,000 so far, until 23 December."}));
  playbook.themes[0].goal_count = 2;
  book.load(playbook);
  EXPECT_EQ(book.team("kitchen").agenda(kMonday)->segments[1].points.back().text,
            "2 of 2: the goal is reached.");
  const auto shown = [&] {
    book.load(playbook);
    return book.team("kitchen").agenda(kMonday)->segments[1].points.back().label ==
           "A thousand smiles";
  };
  playbook.themes[0].last = kMonday;
  EXPECT_TRUE(shown()) << "the last day belongs to it";
  playbook.themes[0].last = kMonday - days{1};
  EXPECT_FALSE(shown()) << "it is over";
  playbook.themes[0].last = kMonday + days{30};
  playbook.themes[0].first = kMonday + days{1};
  EXPECT_FALSE(shown()) << "it has not begun";
  playbook.themes[0].first = kMonday;
  EXPECT_TRUE(shown());
  playbook.themes[0].goal_count = 0;
  EXPECT_FALSE(shown());
}

TEST_F(Sharing, AcceptedProposalsAreTomlToPaste) {
  const auto story = win("kitchen", 0, "Eli walked the guest to the tram.", {"eli"});
  const auto prompt = book.proposals().add({.kind = ProposalKind::kPrompt,
                                            .text = "Whom did you walk a step with?",
                                            .value = "own-it",
                                            .story = story,
                                            .by = Person{"fay", ""}});
  EXPECT_EQ(prompt.by->name, "Fay Wu");
  EXPECT_EQ(prompt.day, kMonday);
  const auto behaviour = book.proposals().add({.kind = ProposalKind::kBehaviour,
                                               .text = "Walks along instead of pointing.",
                                               .value = "own-it"});
  const auto wording = book.proposals().add(
      {.kind = ProposalKind::kWording, .text = "Nobody is sent on.", .value = "listen"});
  EXPECT_EQ(book.proposals().list().size(), 3u);
  EXPECT_EQ(book.proposals().toml(), to_toml({})) << "nothing is accepted yet";
  book.proposals().accept(prompt.id);
  book.proposals().accept(behaviour.id);
  EXPECT_EQ(book.proposals().decline(wording.id, "Ours is shorter").reason, "Ours is shorter");
  EXPECT_EQ(book.proposals().list(ProposalState::kAccepted).size(), 2u);
  EXPECT_EQ(book.proposals().list(std::nullopt).size(), 3u);
  EXPECT_THROW(book.proposals().accept(wording.id), Conflict);
  EXPECT_THROW(book.proposals().accept(ProposalId(99)), NotFound);

  const auto pasted = parse_playbook(book.proposals().toml());
  ASSERT_EQ(pasted.values.size(), 1u);
  EXPECT_EQ(pasted.values[0].behaviours,
            (std::vector<std::string>{"Gives their name.", "Calls back the same day.",
                                      "Walks along instead of pointing."}));
  ASSERT_EQ(pasted.prompts.size(), 1u);
  // Once it is in the playbook it is not proposed any more.
  playbook.values[0] = pasted.values[0];
  playbook.prompts.push_back(pasted.prompts[0]);
  book.load(playbook);
  EXPECT_EQ(book.proposals().toml(), to_toml({}));

  EXPECT_THROW(book.proposals().add({.text = "x", .value = "own-itt"}), NotFound);
  EXPECT_THROW(book.proposals().add({.text = "", .value = "own-it"}), InvalidArgument);
  EXPECT_THROW(book.proposals().add({.text = "x", .value = "own-it", .story = StoryId(99)}),
               NotFound);
  EXPECT_THROW(book.proposals().add({.text = "x", .value = "own-it", .by = Person{"nobody", ""}}),
               NotFound);
}

TEST(WithoutNames, LeavesEverybodyElseAlone) {
  const std::vector<std::string> people{"Will Stone", "Al"};
  EXPECT_EQ(without_names("We will see. Will will see Stone and Will Stone's list.", people),
            "We will see. A colleague will see Stone and a colleague's list.");
  EXPECT_EQ(without_names("Al and Alba.", people), "A colleague and Alba.");
  EXPECT_EQ(without_names("", people), "");
  EXPECT_EQ(without_names("Nobody here.", {}), "Nobody here.");
}

}  // namespace
}  // namespace huddlekit
