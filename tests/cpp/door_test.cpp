// What no call can mean is refused before anything is done with it, by the name of its argument.
#include <functional>

#include "book_fixture.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;

class Door : public WithBook {
 protected:
  /// Which argument `call` is refused for, "" when it is not.
  static std::string refused(const std::function<void()>& call) {
    try {
      call();
    } catch (const InvalidArgument& e) {
      return e.what();
    }
    return "";
  }
};

TEST_P(Door, ADayOutsideTheYearsOneTo9999) {
  const auto team = book.team("front-desk");
  for (const Day day :
       {Day{local_days{12000y / 1 / 3}}, Day{local_days{0y / 12 / 31}}, Day::max(), Day::min()}) {
    const std::map<std::string, std::function<void()>> calls{
        {"agenda", [&] { (void)team.agenda(day); }},
        {"publish", [&] { team.publish(day); }},
        {"agendas", [&] { (void)book.agendas(day); }},
        {"publish_all", [&] { book.publish_all(day); }},
        {"calendar", [&] { (void)team.calendar(day, day); }},
        {"plan", [&] { (void)team.plan(day, day); }},
        {"rota", [&] { (void)team.rota(Role::kLead, 3, day); }},
        {"leader_note", [&] { (void)team.leader_note(day); }},
        {"stories", [&] { (void)team.stories(day, day); }},
        {"absences", [&] { (void)team.absences(day, day); }},
        {"notes", [&] { (void)team.notes(day); }},
        {"win", [&] { team.win("Found it", {.day = day}); }},
        {"lesson", [&] { team.lesson("Look twice", {.day = day}); }},
        {"commit", [&] { team.commit({.who = "ana", .text = "Call", .due = day}); }},
        {"note", [&] { team.note("Lift 2 is out", day); }},
        {"away", [&] { book.people().away("ana", day); }},
        {"recall", [&] { (void)book.journal().recall("front-desk", day); }},
        {"kept_rate", [&] { (void)book.journal().kept_rate("front-desk", day, day); }},
        {"deliveries", [&] { (void)book.outbox().deliveries("front-desk", day, day); }},
        {"report", [&] { (void)book.report(ReportOf::kTeam, "front-desk", day, day); }},
        {"feed", [&] { (void)book.feed({.start = day}); }},
        {"search", [&] { (void)book.search("ring", {.start = day}); }},
    };
    const auto before = book.export_jsonl();
    for (const auto& [name, call] : calls) {
      EXPECT_TRUE(
          refused(call).ends_with("must be in the years 1 to 9999, got one outside of them"))
          << name << ": " << refused(call);
    }
    EXPECT_EQ(book.export_jsonl(), before);
  }
}

TEST_P(Door, AnEnumeratorThatThereIsNot) {
  const auto team = book.team("front-desk");
  const auto before = book.export_jsonl();
  EXPECT_EQ(refused([&] { (void)team.rota(static_cast<Role>(7), 3); }),
            "role: must be one of lead, seat, got 7");
  EXPECT_EQ(refused([&] { team.tell(static_cast<StoryKind>(-1), "Found it"); }),
            "kind: must be one of win, miss, benchmark, improvement, got -1");
  EXPECT_EQ(refused([&] { team.lesson("Look twice", {.audience = static_cast<Audience>(3)}); }),
            "audience: must be one of team, department, everyone, got 3");
  EXPECT_EQ(refused([&] { (void)book.export_csv(static_cast<CsvKind>(9)); }),
            "kind: must be one of stories, lessons, commitments, got 9");
  EXPECT_EQ(refused([&] {
              (void)book.report(static_cast<ReportOf>(5), "x", kMonday, kMonday + days{1});
            }),
            "of: must be one of team, department, organisation, got 5");
  EXPECT_EQ(refused([] { (void)to_string(static_cast<StoryKind>(99)); }),
            "enumerator: must be one of win, miss, benchmark, improvement, got 99");
  EXPECT_EQ(book.export_jsonl(), before);
}

TEST_P(Door, ATextThatIsNotUtf8) {
  const auto team = book.team("front-desk");
  EXPECT_EQ(refused([&] { team.win("half \xed\xa0\x80"); }).substr(0, 22),
            "text: must be UTF-8, g");
  EXPECT_EQ(refused([&] { team.win("Found it", {.who = {"\xff"}}); }).substr(0, 18),
            "who: must be UTF-8");
}

TEST_P(Door, AHandleThatWasMovedAway) {
  auto team = book.team("front-desk");
  auto journal = book.journal();
  const auto new_place = std::move(team);
  const auto other = std::move(journal);
  EXPECT_THROW((void)team.agenda(kMonday), Conflict);  // NOLINT: that is what is tried
  EXPECT_THROW(team.win("Found it"), Conflict);        // NOLINT
  EXPECT_THROW((void)journal.calls(), Conflict);       // NOLINT
  EXPECT_NO_THROW((void)new_place.agenda(kMonday));
}

INSTANTIATE_TEST_SUITE_P(Everywhere, Door, ::testing::Bool());

}  // namespace
}  // namespace huddlekit
