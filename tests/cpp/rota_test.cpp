#include "huddlekit/rota.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "book_fixture.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

class Rotas : public ::testing::Test {
 protected:
  Rotas()
      : book(Book::open(":memory:", {.create = true, .now = [] {
                                       return parse_instant("2026-11-23T05:00:00Z");
                                     }})) {
    book.load(parse_playbook(kSmallPlaybook, "small"));
    for (int day = 28; day > 0; --day)
      book.team("front-desk").publish(kMonday - days{day}, "morning");
  }

  [[nodiscard]] std::string leader(int day) const {
    return book.team("front-desk").agenda(kMonday + days{day}, "morning")->facilitator->key;
  }
  static std::string id(int day) {
    return "front-desk/" + to_string(kMonday + days{day}) + "/morning";
  }

  Book book;
};

TEST_F(Rotas, WhoIsNextListsTheComingTurnsAsTheyThenCome) {
  const auto turns = book.team("front-desk").rota(Role::kLead, 12);
  ASSERT_EQ(turns.size(), 12u);
  EXPECT_EQ(turns[0].day, kMonday);
  for (const auto& turn : turns) {
    EXPECT_FALSE(turn.published);
    const auto huddle = turn.huddle.substr(turn.huddle.rfind('/') + 1);
    EXPECT_EQ(book.team("front-desk").publish(turn.day, huddle)->facilitator, turn.who);
  }
  EXPECT_TRUE(book.team("front-desk").rota(Role::kSeat, 1)[0].published);
  EXPECT_THROW((void)book.team("front-desk").rota(Role::kLead, 0), InvalidArgument);
}

TEST_F(Rotas, ASkippedTurnIsTakenNextTime) {
  const auto first = leader(0);
  const auto now = book.huddle(id(0)).skip(Role::kLead);
  ASSERT_TRUE(now.who);
  EXPECT_NE(now.who->key, first);
  EXPECT_EQ(book.team("front-desk").publish(kMonday)->facilitator, now.who);
  EXPECT_EQ(leader(1), first) << "still first in line";
}

TEST_F(Rotas, SwappedTurnsAreTakenByTheOtherEach) {
  const auto before = book.team("front-desk").rota(Role::kLead, 20);
  const auto mine = before[0].who->key;
  const std::string theirs = mine == "ana" ? "caro" : "ana";
  const auto their_turn = std::find_if(before.begin(), before.end(),
                                       [&](const Turn& t) { return t.who->key == theirs; });
  const auto swapped = book.huddle(id(0)).swap(Role::kLead, theirs);
  ASSERT_EQ(swapped.size(), 2u);
  EXPECT_EQ(swapped[0].who->key, theirs);
  EXPECT_EQ(swapped[1].who->key, mine);
  EXPECT_EQ(swapped[1].huddle, their_turn->huddle);
  const auto agenda = book.team("front-desk").publish(kMonday);
  EXPECT_EQ(agenda->facilitator->key, theirs);
  EXPECT_NE(agenda->segments[0].why.find("swapped"), std::string::npos);
  EXPECT_THROW(book.huddle(id(1)).swap(Role::kLead, "dora"), Conflict) << "does not lead";
  EXPECT_THROW(book.huddle(id(1)).swap(Role::kLead, "eli"), Conflict) << "another team's";
  EXPECT_THROW(book.huddle(id(5)).swap(Role::kLead, "ben"), Conflict)
      << "does not work on Saturdays";
  EXPECT_THROW(book.huddle(id(1)).swap(Role::kLead, "nobody"), NotFound);
}

TEST_F(Rotas, AnAgreementOnAPublishedHuddleRevisesIt) {
  const auto agenda = book.team("front-desk").publish(kMonday);
  const auto turn = book.huddle(agenda->id).skip(Role::kLead, "Lost her voice");
  const auto revised = book.team("front-desk").agenda(kMonday);
  EXPECT_EQ(revised->revision, 2);
  EXPECT_EQ(revised->reason, "Lost her voice");
  EXPECT_EQ(turn.who, revised->facilitator);
  EXPECT_NE(revised->facilitator, agenda->facilitator);
  EXPECT_EQ(leader(1), agenda->facilitator->key);
  const std::string with = revised->facilitator->key == "ben" ? "caro" : "ben";
  const auto swapped = book.huddle(agenda->id).swap(Role::kLead, with);
  EXPECT_TRUE(swapped[0].published);
  EXPECT_EQ(book.team("front-desk").agenda(kMonday)->facilitator->key, with);
  EXPECT_EQ(book.team("front-desk").agenda(kMonday)->revision, 3);
  EXPECT_THROW(book.huddle(id(1)).skip(Role::kLead, "x"), NotFound);
}

TEST_F(Rotas, WhoIsAwayIsNotExpectedAndIsSaidToBeAway) {
  const auto absence = book.people().away("ana", kMonday, kMonday + days{6});
  for (int day = 0; day < 7; ++day) EXPECT_NE(leader(day), "ana");
  const auto agenda = book.team("front-desk").agenda(kMonday);
  EXPECT_NE(agenda->segments[0].text.find("Ana Costa is away"), std::string::npos);
  EXPECT_THROW(book.people().away("ana", kMonday + days{6}, kMonday + days{9}), Conflict);
  EXPECT_THROW(book.people().away("ana", kMonday + days{9}, kMonday + days{8}), InvalidArgument);
  EXPECT_EQ(book.team("front-desk").absences(kMonday, kMonday + days{1}).size(), 1u);
  book.people().cancel_absence(absence.id);
  EXPECT_TRUE(book.team("front-desk").absences(kMonday, kMonday + days{9}).empty());
  EXPECT_THROW(book.people().cancel_absence(absence.id), NotFound);
}

TEST_F(Rotas, EverybodyAwayIsANormalAnswer) {
  for (const auto* who : {"ana", "ben", "caro", "dora"}) book.people().away(who, kMonday, kMonday);
  const auto agenda = book.team("front-desk").publish(kMonday);
  ASSERT_TRUE(agenda);
  EXPECT_FALSE(agenda->facilitator);
  EXPECT_FALSE(agenda->customers_seat);
  EXPECT_NE(agenda->segments[0].why.find("Nobody is expected"), std::string::npos);
}

TEST_F(Rotas, ARosterDecidesWhoIsExpected) {
  const auto lines =
      parse_roster("date,huddle,member\r\n2026-11-23,morning,caro\n2026-11-23,morning,dora\n");
  EXPECT_EQ(book.team("front-desk").load_roster(lines), 1);
  EXPECT_EQ(leader(0), "caro");
  EXPECT_EQ(book.team("front-desk").load_roster({{kMonday, "morning", "ben"}}), 1);
  EXPECT_EQ(leader(0), "ben") << "a new roster replaces the old one";
  EXPECT_THROW(book.team("front-desk").load_roster({{kMonday, "noon", "ben"}}), NotFound);
  EXPECT_THROW(book.team("front-desk").load_roster({{kMonday, "morning", "bem"}}), NotFound);
  try {
    (void)parse_roster(
        "date,huddle,member\n2026-02-30,morning,ben\n2026-11-23,morning\n2026-11-23,morning,\n",
        "r.csv");
    ADD_FAILURE();
  } catch (const ParseError& e) {
    ASSERT_EQ(e.problems().size(), 3u);
    EXPECT_EQ(e.problems()[0].line, 2);
    EXPECT_EQ(e.problems()[1].line, 3);
    EXPECT_EQ(e.problems()[2].line, 4);
  }
  EXPECT_THROW((void)parse_roster(""), ParseError);
  EXPECT_THROW((void)parse_roster("day,who\n"), ParseError);
}

TEST_F(Rotas, AmendCorrectsWhatWasRecorded) {
  const auto agenda = book.team("front-desk").publish(kMonday);
  const auto planned = agenda->facilitator->key;
  const std::string other = planned == "ana" ? "caro" : "ana";
  const auto before = book.team("front-desk").exposure();
  book.huddle(agenda->id).complete({.attended = {{other}}, .led_by = other});
  EXPECT_EQ(leader(1), planned);
  EXPECT_THROW(book.huddle(id(1)).amend({}), NotFound);
  EXPECT_THROW(book.huddle(agenda->id).amend({.led_by = planned}), InvalidArgument)
      << "was not there";
  std::vector<std::string> everybody;
  for (const auto& person : book.huddle(agenda->id).expected()) everybody.push_back(person.key);
  book.huddle(agenda->id).amend({.attended = everybody, .led_by = planned});
  EXPECT_EQ(book.team("front-desk").exposure(), before);
  EXPECT_NE(leader(1), planned) << "had the turn after all";
}

TEST_F(Rotas, ExposureCountsAttendanceWhereItWasRecorded) {
  const auto agenda = book.team("front-desk").publish(kMonday);
  const auto times = [&](const std::string& who) {
    for (const auto& row : book.team("front-desk").exposure()) {
      if (row.who.key == who && row.value == agenda->value) return row.times;
    }
    return std::int64_t{-1};
  };
  const auto ana = times("ana"), caro = times("caro");
  book.huddle(agenda->id).complete({.attended = {{"caro"}}, .led_by = "caro"});
  EXPECT_EQ(times("ana"), ana - 1);
  EXPECT_EQ(times("caro"), caro);
  double sum = 0;
  for (const auto& row : book.team("front-desk").exposure()) sum += row.behind;
  EXPECT_NEAR(sum, 0, 1e-9) << "what one value lacks the others have had";
}

TEST_F(Rotas, ThePrivateNoteNamesWhoHasNotHeardTheValueAndTheAgendaDoesNot) {
  auto playbook = parse_playbook(kSmallPlaybook, "small");
  playbook.teams[0].members.push_back({.key = "zoe", .name = "Zoe Marsh"});
  book.load(playbook);
  const auto agenda = book.team("front-desk").publish(kMonday);
  const auto note = book.team("front-desk").leader_note(kMonday);
  EXPECT_NE(note.find("Zoe Marsh"), std::string::npos);
  EXPECT_EQ(to_json(*agenda).find("Zoe Marsh"), std::string::npos);
  EXPECT_NE(to_json(*agenda).find("has not heard it yet"), std::string::npos);
}

TEST_F(Rotas, AThemeOverARetiredValueIsLeftOut) {
  auto playbook = parse_playbook(kSmallPlaybook, "small");
  playbook.themes = {{.key = "t",
                      .name = "T",
                      .values = {"gone", "listen"},
                      .first = kMonday,
                      .last = kMonday + days{30},
                      .factor = 4}};
  book.load(playbook);
  int listen = 0;
  for (int day = 0; day < 30; ++day) {
    listen +=
        book.team("front-desk").publish(kMonday + days{day}, "morning")->value == "listen" ? 1 : 0;
  }
  EXPECT_NEAR(listen, 20, 2) << "four turns in six";
}

TEST(Simulate, WarnsOfWhatWouldGoWrong) {
  auto playbook = parse_playbook(kSmallPlaybook, "small");
  const auto good = simulate(playbook, {.weeks = 8, .attendance = 0.9});
  EXPECT_EQ(good, simulate(playbook, {.weeks = 8, .attendance = 0.9})) << "the same every time";
  EXPECT_GT(good.huddles, 90);
  int led = 0;
  for (const auto& row : good.people) led += row.led;
  EXPECT_EQ(led, good.huddles);
  EXPECT_TRUE(good.warnings.empty()) << good.warnings.front();

  playbook.teams[1].members[0].leads = false;
  playbook.values.resize(1);
  playbook.prompts.resize(2);
  for (int i = 0; i < 12; ++i) {
    playbook.values.push_back({.key = "v" + std::to_string(i), .name = "V", .statement = "S"});
  }
  playbook.teams[0].members[1].days = Weekdays::parse("Mon");
  const auto bad = simulate(playbook, {.weeks = 6});
  ASSERT_GE(bad.warnings.size(), 2u);
  const auto mentions = [&](const char* text) {
    return std::any_of(bad.warnings.begin(), bad.warnings.end(),
                       [&](const std::string& w) { return w.find(text) != std::string::npos; });
  };
  EXPECT_TRUE(mentions("Ben Okafor"));
  EXPECT_TRUE(mentions("only one person could lead"));
  EXPECT_THROW((void)simulate(playbook, {.weeks = 0}), InvalidArgument);
  EXPECT_THROW((void)simulate(playbook, {.attendance = std::nan("")}), InvalidArgument);
}

}  // namespace
}  // namespace huddlekit
