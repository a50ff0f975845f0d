// When a book's teams meet: holidays, huddles that were moved or cancelled, clock changes.
#include <gtest/gtest.h>

#include "book_fixture.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;

/// Fridays at 09:15 for the back office; every day at 06:45 for the night desk.
std::string house(const std::string& huddle, const std::string& more = "") {
  return R"(format = 1
organisation = { name = "Harbour Hotel", zone = "Europe/London", holidays = ["GB"] }
value = [ { key = "own", name = "Own it", behaviours = ["a"] },
          { key = "listen", name = "Listen", behaviours = ["b"] },
          { key = "easy", name = "Make it easy", behaviours = ["c"] } ]
)" + more +
         R"(
[[team]]
key = "office"
name = "Back office"
members = [ { key = "ana", name = "Ana Costa" }, { key = "ben", name = "Ben Okafor" },
            { key = "caro", name = "Caro Lind" } ]
huddle = [ { rule = "FREQ=WEEKLY;BYDAY=FR", start = "09:15", )" +
         huddle + R"( } ]
[[team]]
key = "night"
name = "Night desk"
members = [ { key = "eli", name = "Eli Brandt" }, { key = "fay", name = "Fay Wu" } ]
huddle = [ { rule = "FREQ=DAILY", start = "06:45", on_holiday = "keep" } ]
)";
}

class BookCalendar : public ::testing::Test {
 protected:
  explicit BookCalendar(const std::string& huddle = "on_holiday = \"skip\"")
      : book(Book::open(":memory:", {.create = true, .now = [this] { return now; }})) {
    book.load(parse_playbook(house(huddle), "house"));
  }

  void meet(const std::string& huddle, const std::string& more = "") {
    book.load(parse_playbook(house(huddle, more), "house"));
  }
  void christmas() {
    book.load_holidays("GB",
                       {{parse_day("2026-12-25"), "Christmas Day", ""},
                        {parse_day("2026-12-28"), "Boxing Day", ""}},
                       "bank.csv");
  }
  /// `2026-12-24 office/2026-12-25/huddle<2026-12-25T09:15:00 published`, a line each.
  [[nodiscard]] std::string shown(const char* team, const char* from, const char* until) const {
    std::string out;
    for (const auto& h : book.team(team).calendar(parse_day(from), parse_day(until))) {
      out += to_string(h.day) + " " + h.id;
      if (h.moved_from) out += "<" + to_string(*h.moved_from);
      if (h.state != HuddleState::kPlanned) out += std::string(" ") + to_string(h.state);
      out += "\n";
    }
    return out;
  }
  [[nodiscard]] std::string christmas_weeks() const {
    return shown("office", "2026-12-19", "2027-01-01");
  }
  /// What the book would publish for the three months after, for one team.
  [[nodiscard]] std::vector<Agenda> to_come() const {
    return book.team("office").plan(parse_day("2026-11-23"), parse_day("2027-02-23"));
  }

  Instant now = parse_instant("2026-11-23T05:00:00Z");
  Book book;
};

TEST_F(BookCalendar, ATeamKeepsTheHolidaysThatItFollows) {
  EXPECT_EQ(christmas_weeks(), "2026-12-25 office/2026-12-25/huddle\n");
  christmas();
  EXPECT_EQ(christmas_weeks(), "");
  meet("on_holiday = \"keep\"");
  EXPECT_EQ(christmas_weeks(), "2026-12-25 office/2026-12-25/huddle\n");
  meet("on_holiday = \"next\"");
  EXPECT_EQ(christmas_weeks(), "2026-12-29 office/2026-12-25/huddle<2026-12-25T09:15:00\n");
  meet("on_holiday = \"previous\"");
  EXPECT_EQ(christmas_weeks(), "2026-12-24 office/2026-12-25/huddle<2026-12-25T09:15:00\n");
  // Holidays of the playbook's own are everybody's.
  meet("on_holiday = \"previous\"",
       "holiday = [{ date = 2026-12-24, name = \"Christmas Eve\" }]\n");
  EXPECT_EQ(christmas_weeks(), "2026-12-23 office/2026-12-25/huddle<2026-12-25T09:15:00\n");
  book.remove_holidays("GB");
  EXPECT_EQ(christmas_weeks(), "2026-12-25 office/2026-12-25/huddle\n");
  EXPECT_THROW(book.remove_holidays("GB"), NotFound);
}

TEST_F(BookCalendar, ARegionIsKeptByThoseWhoFollowIt) {
  const Day friday = parse_day("2026-12-25");
  book.load_holidays("Europe", {{friday, "Somewhere else", "PT-11"}}, "europe.csv");
  EXPECT_NE(christmas_weeks(), "");
  auto playbook = book.playbook();
  playbook.source = "house";
  playbook.teams[0].holidays = std::vector<std::string>{"PT-11"};
  book.load(playbook);
  EXPECT_EQ(christmas_weeks(), "");
  playbook.teams[0].holidays.emplace();  // none, whatever the organisation follows
  book.load(playbook);
  christmas();
  EXPECT_NE(christmas_weeks(), "");
}

TEST_F(BookCalendar, AMoveOnHolidayLandsInTheTeamsOwnWorkWeek) {
  auto playbook = parse_playbook(house("on_holiday = \"next\""), "house");
  playbook.teams[0].work_week = Weekdays::parse("Sun");
  book.load(playbook);
  christmas();
  EXPECT_EQ(christmas_weeks(), "2026-12-27 office/2026-12-25/huddle<2026-12-25T09:15:00\n");
  EXPECT_EQ(book.playbook().teams[0].work_week, Weekdays::parse("Sun"));
}

TEST_F(BookCalendar, LoadingHolidaysReplacesThatCalendarOnly) {
  christmas();
  book.load_holidays("school", {{parse_day("2026-12-21"), "Winter break", ""}}, "school.ics");
  book.load_holidays("GB", {{parse_day("2026-12-26"), "Boxing Day", ""}}, "again.csv");
  const auto all = book.holidays();
  ASSERT_EQ(all.size(), 2U);
  const std::vector<Holiday> boxing{{parse_day("2026-12-26"), "Boxing Day", ""}};
  EXPECT_EQ(all[0], (HolidayCalendar{"GB", "again.csv", kMonday, boxing}));
  EXPECT_EQ(all[1].name, "school");
  EXPECT_THROW(book.load_holidays("GB", {}, "empty.csv"), InvalidArgument);
  EXPECT_THROW(book.load_holidays("GB", {{kMonday, "", ""}}, "nameless.csv"), InvalidArgument);
  EXPECT_EQ(book.holidays(), all);
}

TEST_F(BookCalendar, WhatIsPublishedStaysWhateverTheHolidaysSay) {
  now = parse_instant("2026-12-20T08:00:00Z");
  meet("on_holiday = \"next\"");
  const auto published = book.team("office").publish(parse_day("2026-12-25"));
  christmas();
  EXPECT_EQ(christmas_weeks(), "2026-12-25 office/2026-12-25/huddle published\n");
  EXPECT_EQ(book.team("office").agenda(parse_day("2026-12-25")), published);
  EXPECT_EQ(book.team("office").agenda(parse_day("2026-12-29")), std::nullopt);
  EXPECT_EQ(book.team("office").plan(parse_day("2026-12-24"), parse_day("2026-12-30")),
            std::vector{*published});
}

TEST_F(BookCalendar, AHolidayMoveIsPublishedUnderTheNameOfItsOwnDayAndSaysWhy) {
  now = parse_instant("2026-12-20T08:00:00Z");
  meet("on_holiday = \"next\"");
  christmas();
  EXPECT_EQ(book.team("office").publish(parse_day("2026-12-25")), std::nullopt);
  const auto agenda = book.team("office").publish(parse_day("2026-12-29")).value();
  EXPECT_EQ(agenda.id, "office/2026-12-25/huddle");
  EXPECT_EQ(agenda.day, parse_day("2026-12-29"));
  EXPECT_NE(agenda.segments[0].text.find("Moved from Friday 25 December, 09:15: Christmas Day."),
            std::string::npos);
  EXPECT_EQ(book.huddle(agenda.id).revisions(), std::vector{agenda});
  EXPECT_EQ(book.huddle(agenda.id).entry().state, HuddleState::kPublished);
  // Without the holiday it stays where it was published, and is not there twice.
  book.remove_holidays("GB");
  EXPECT_EQ(christmas_weeks(),
            "2026-12-29 office/2026-12-25/huddle<2026-12-25T09:15:00 published\n");
}

TEST_F(BookCalendar, AHuddleMovedAwayFromAHolidayCountsOnceInReports) {
  now = parse_instant("2026-12-18T08:00:00Z");
  book.team("office").publish(parse_day("2026-12-18"));
  book.huddle("office/2026-12-25/huddle").move(parse_day("2026-12-23") + 9h, "Before the feast");
  christmas();
  EXPECT_EQ(book.team("office").calendar(parse_day("2026-12-19"), parse_day("2026-12-26")).size(),
            1U);
  now = parse_instant("2026-12-31T08:00:00Z");
  const auto held =
      book.report(ReportOf::kTeam, "office", parse_day("2026-12-18"), parse_day("2026-12-31")).held;
  EXPECT_EQ(held.planned, 2);
  EXPECT_EQ(held.holidays, 0);
}

TEST_F(BookCalendar, ACancelledHuddleIsNobodysNext) {
  const auto before = to_come();
  book.huddle("office/2026-12-04/huddle").cancel("Stocktaking");
  const auto after = to_come();
  ASSERT_EQ(after.size() + 1, before.size());
  EXPECT_EQ(after[1].day, parse_day("2026-12-11"));
  ASSERT_EQ(after[0].day, parse_day("2026-11-27"));
  for (const auto& segment : after[0].segments) {
    for (const auto& point : segment.points) {
      EXPECT_EQ(point.text.find("4 December"), std::string::npos) << point.text;
    }
  }
  EXPECT_EQ(shown("office", "2026-12-01", "2026-12-12"),
            "2026-12-04 office/2026-12-04/huddle cancelled\n2026-12-11 office/2026-12-11/huddle\n");
}

TEST_F(BookCalendar, AnUnpublishedHuddleMovesAndMovesBack) {
  const auto before = shown("office", "2026-11-23", "2027-02-01");
  const auto plan = to_come();
  const auto moved =
      book.huddle("office/2026-12-04/huddle").move(parse_day("2026-12-02") + 14h, "Stocktaking");
  EXPECT_EQ(moved.id, "office/2026-12-04/huddle");
  EXPECT_EQ(moved.day, parse_day("2026-12-02"));
  EXPECT_EQ(moved.starts, parse_instant("2026-12-02T14:00:00Z"));
  EXPECT_EQ(book.huddle(moved.id).entry(), moved);
  EXPECT_EQ(shown("office", "2026-12-01", "2026-12-11"),
            "2026-12-02 office/2026-12-04/huddle<2026-12-04T09:15:00\n");
  const auto preview = book.team("office").agenda(parse_day("2026-12-02")).value();
  EXPECT_NE(preview.segments[0].text.find("Moved from Friday 4 December, 09:15: Stocktaking."),
            std::string::npos);
  book.huddle(moved.id).move(parse_day("2026-12-04") + 9h + 15min, "Called off");
  EXPECT_EQ(shown("office", "2026-11-23", "2027-02-01"), before);
  EXPECT_EQ(to_come(), plan);
}

TEST_F(BookCalendar, APublishedHuddleMovedWithinItsDayKeepsEverythingElse) {
  const auto first = book.team("office").publish(parse_day("2026-11-27")).value();
  book.huddle(first.id).move(parse_day("2026-11-27") + 11h, "Late delivery");
  auto second = book.team("office").agenda(parse_day("2026-11-27")).value();
  EXPECT_EQ(second.revision, 2);
  EXPECT_EQ(second.reason, "Late delivery");
  EXPECT_EQ(second.starts, parse_instant("2026-11-27T11:00:00Z"));
  EXPECT_EQ(second.local_start, parse_day("2026-11-27") + 11h);
  second.revision = 1;
  second.reason.clear();
  second.starts = first.starts;
  second.local_start = first.local_start;
  EXPECT_EQ(second, first);
  EXPECT_EQ(book.huddle(first.id).revisions()[0], first);
}

TEST_F(BookCalendar, APublishedHuddleMovedToAnotherDayIsComposedAnewThere) {
  const auto plan = to_come();
  const auto first = book.team("office").publish(parse_day("2026-11-27")).value();
  const auto moved = book.huddle(first.id).move(parse_day("2026-12-01") + 10h, "Late delivery");
  EXPECT_EQ(moved.state, HuddleState::kPublished);
  const auto second = book.team("office").agenda(parse_day("2026-12-01")).value();
  EXPECT_EQ(second.id, first.id);
  EXPECT_EQ(second.revision, 2);
  EXPECT_EQ(second.reason, "Late delivery");
  // One value a day for everybody: the night desk meets on both days.
  EXPECT_EQ(second.value, book.team("night").publish(parse_day("2026-12-01"))->value);
  EXPECT_EQ(book.team("office").agenda(parse_day("2026-11-27")), std::nullopt);
  EXPECT_EQ(book.huddle(first.id).revisions(), (std::vector{first, second}));
  // Back again, all turns are as if nothing had been.
  book.huddle(first.id).move(first.local_start, "On time after all");
  auto third = book.team("office").agenda(first.day).value();
  EXPECT_EQ(third.revision, 3);
  third.revision = 1;
  third.reason.clear();
  EXPECT_EQ(third.facilitator, first.facilitator);
  EXPECT_EQ(third.customers_seat, first.customers_seat);
  EXPECT_EQ(book.huddle(first.id).entry().moved_from, std::nullopt);
}

TEST_F(BookCalendar, TheTurnOfAValueStaysWithTheDayThatAHuddleLeaves) {
  const auto night = book.team("night").publish(parse_day("2026-11-27"))->value;
  const auto thursday =
      book.team("night").publish(parse_day("2026-11-26"));  // takes another value's turn
  book.huddle(thursday->id).cancel("Fire drill");
  // The other way round: the office decides the value of a day, and leaves it to the night desk.
  const auto office = book.team("office").publish(parse_day("2026-12-04")).value();
  EXPECT_EQ(book.team("night").publish(parse_day("2026-12-04"))->value, office.value);
  book.huddle(office.id).move(parse_day("2026-12-03") + 9h, "Earlier");
  EXPECT_EQ(book.team("night").agenda(parse_day("2026-12-04"))->value, office.value);
  EXPECT_NE(book.team("office").agenda(parse_day("2026-12-03"))->value, office.value);
  EXPECT_EQ(book.team("office").agenda(parse_day("2026-12-03"))->value,
            book.team("night").agenda(parse_day("2026-12-03"))->value);
  // When the night desk leaves too, the turn is given back: as often heard as before.
  book.huddle("night/2026-12-04/huddle").cancel("Closed");
  book.huddle(office.id).cancel("Closed");
  book.huddle("night/2026-11-27/huddle").cancel("Closed");
  EXPECT_EQ(book.team("night").publish(parse_day("2026-11-28"))->value, night);
}

TEST_F(BookCalendar, NoDayHoldsTwoHuddlesOfOneMeeting) {
  const auto id = "office/2026-12-04/huddle";
  const Day taken = parse_day("2026-12-11");
  EXPECT_THROW(book.huddle(id).move(taken + 15h, "x"), Conflict);
  book.huddle("office/2026-12-11/huddle").cancel("Closed");
  EXPECT_THROW(book.huddle(id).move(taken + 15h, "x"), Conflict);
  EXPECT_EQ(book.huddle(id).entry().moved_from, std::nullopt);
  // A day that has been left is free.
  book.huddle("office/2026-12-18/huddle").move(parse_day("2026-12-17") + 9h, "x");
  EXPECT_EQ(book.huddle(id).move(parse_day("2026-12-18") + 9h, "x").day, parse_day("2026-12-18"));
}

TEST_F(BookCalendar, WhatIsOverOrUnknownDoesNotMove) {
  const LocalTime to = parse_day("2026-11-26") + 9h;
  book.huddle("office/2026-12-04/huddle").cancel("Closed");
  EXPECT_THROW(book.huddle("office/2026-12-04/huddle").move(to, "x"), Conflict);
  book.team("office").publish(parse_day("2026-11-27"));
  now = parse_instant("2026-11-27T10:00:00Z");
  book.huddle("office/2026-11-27/huddle").complete();
  EXPECT_THROW(book.huddle("office/2026-11-27/huddle").move(to, "x"), Conflict);
  EXPECT_THROW(book.huddle("office/2026-11-26/huddle").move(to, "x"), NotFound);
  EXPECT_THROW(book.huddle("office/2026-12-11/hudle").move(to, "x"), NotFound);
  EXPECT_THROW(book.huddle("office/2026-12-11/huddle").move(to, ""), InvalidArgument);
  book.team("office").publish(parse_day("2026-12-11"));
  EXPECT_THROW(book.huddle("office/2026-12-11/huddle").move(parse_day("2027-01-08") + 9h, "x"),
               Conflict);
}

TEST_F(BookCalendar, TheNextHuddleIsTheFirstThatTakesPlace) {
  const auto next = [&](const char* instant) {
    const auto found = book.team("office").next(parse_instant(instant));
    return found ? found->id : "";
  };
  EXPECT_EQ(book.team("office").next()->id, "office/2026-11-27/huddle");
  EXPECT_EQ(next("2026-11-27T09:14:59Z"), "office/2026-11-27/huddle");
  EXPECT_EQ(next("2026-11-27T09:15:00Z"), "office/2026-12-04/huddle");
  book.huddle("office/2026-12-04/huddle").cancel("Closed");
  EXPECT_EQ(next("2026-11-27T09:15:00Z"), "office/2026-12-11/huddle");
  book.team("office").publish(parse_day("2026-12-11"));
  EXPECT_EQ(next("2026-11-27T09:15:00Z"), "office/2026-12-11/huddle");
  book.huddle("office/2026-12-18/huddle").move(parse_day("2026-12-10") + 9h, "Earlier");
  EXPECT_EQ(next("2026-11-27T09:15:00Z"), "office/2026-12-18/huddle");
  auto ended = book.playbook();
  ended.source = "house";
  ended.teams[0].meetings[0].rule = "FREQ=DAILY;UNTIL=20261218";
  book.load(ended);
  EXPECT_EQ(next("2027-11-27T09:15:00Z"), "");
}

TEST_F(BookCalendar, TeamsMeetFromTheirStartUntilTheirTimeIsUp) {
  const auto at = [&](const char* instant) {
    std::string out;
    for (const auto& h : book.meeting_at(parse_instant(instant))) out += h.id + " ";
    return out;
  };
  EXPECT_EQ(at("2026-11-27T06:44:59Z"), "");
  EXPECT_EQ(at("2026-11-27T06:45:00Z"), "night/2026-11-27/huddle ");
  EXPECT_EQ(at("2026-11-27T06:54:59Z"), "night/2026-11-27/huddle ");
  EXPECT_EQ(at("2026-11-27T06:55:00Z"), "");
  book.team("office").publish(parse_day("2026-11-27"));
  book.huddle("office/2026-11-27/huddle").move(parse_day("2026-11-27") + 6h + 50min, "Together");
  EXPECT_EQ(at("2026-11-27T06:50:00Z"), "office/2026-11-27/huddle night/2026-11-27/huddle ");
  book.huddle("night/2026-11-27/huddle").cancel("Closed");
  EXPECT_EQ(at("2026-11-27T06:50:00Z"), "office/2026-11-27/huddle ");
}

TEST(BookClockChange, AWeekAroundEachChangeHasEveryHuddleOfEveryDay) {
  struct Row {
    const char* zone;
    const char* day;    // of the change
    const char* start;  // of the night shift
    const char* wall;   // what the clock shows then
    const char* utc;    // from three days before to three days after, by Python's zoneinfo
  };
  const Row rows[] = {
      {"America/New_York", "2026-03-08", "02:30", "03:30",
       "03-05T07:30 03-06T07:30 03-07T07:30 03-08T07:30 03-09T06:30 03-10T06:30 03-11T06:30"},
      {"America/New_York", "2026-11-01", "01:30", "01:30",
       "10-29T05:30 10-30T05:30 10-31T05:30 11-01T05:30 11-02T06:30 11-03T06:30 11-04T06:30"},
      {"Europe/London", "2026-03-29", "01:15", "02:15",
       "03-26T01:15 03-27T01:15 03-28T01:15 03-29T01:15 03-30T00:15 03-31T00:15 04-01T00:15"},
      {"Europe/London", "2026-10-25", "01:15", "01:15",
       "10-22T00:15 10-23T00:15 10-24T00:15 10-25T00:15 10-26T01:15 10-27T01:15 10-28T01:15"},
      {"Africa/Cairo", "2026-04-24", "00:30", "01:30",
       "04-20T22:30 04-21T22:30 04-22T22:30 04-23T22:30 04-24T21:30 04-25T21:30 04-26T21:30"},
      {"Africa/Cairo", "2026-10-29", "23:30", "23:30",
       "10-26T20:30 10-27T20:30 10-28T20:30 10-29T20:30 10-30T21:30 10-31T21:30 11-01T21:30"},
      {"Australia/Lord_Howe", "2026-10-04", "02:10", "02:40",
       "09-30T15:40 10-01T15:40 10-02T15:40 10-03T15:40 10-04T15:10 10-05T15:10 10-06T15:10"},
      {"Australia/Lord_Howe", "2026-04-05", "01:45", "01:45",
       "04-01T14:45 04-02T14:45 04-03T14:45 04-04T14:45 04-05T15:15 04-06T15:15 04-07T15:15"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(std::string(row.zone) + " " + row.day);
    Book book = Book::open(
        ":memory:", {.create = true, .now = [] { return parse_instant("2026-01-01T00:00:00Z"); }});
    book.load(parse_playbook(
        "format = 1\norganisation = { name = \"H\", zone = \"" + std::string(row.zone) +
            "\" }\n[[team]]\nkey = \"t\"\nname = \"T\"\nmembers = [{ key = \"a\", name = \"A\" }]\n"
            "huddle = [{ key = \"night\", rule = \"FREQ=DAILY\", start = \"" +
            row.start + "\" }, { key = \"day\", rule = \"FREQ=DAILY\", start = \"12:00\" }]",
        "p"));
    const Day day = parse_day(row.day);
    const auto week = book.team("t").calendar(day - days{3}, day + days{4});
    EXPECT_EQ(week.size(), 14U);
    std::string utc;
    for (int n = 0; n < 7; ++n) {
      for (const auto& h : week) {
        if (h.day == day + days{n - 3} && h.huddle == "night") {
          utc += (utc.empty() ? "" : " ") + to_string(h.starts).substr(5, 11);
        }
      }
    }
    EXPECT_EQ(utc, row.utc);
    const auto agenda = book.team("t").agenda(day, "night").value();
    EXPECT_EQ(to_string(agenda.local_start).substr(11, 5), row.wall);
    const bool jumped = std::string_view(row.wall) != row.start;
    const auto said = std::string(
                          "The clocks go forward: the usual time does not exist today, so "
                          "we start at ") +
                      row.wall + ".";
    EXPECT_EQ(agenda.segments[0].text.find(said) != std::string::npos, jumped);
    for (const auto& other : book.team("t").plan(day - days{3}, day + days{4})) {
      if (other.id != agenda.id) {
        EXPECT_EQ(other.segments[0].text.find("clocks"), std::string::npos) << other.id;
      }
    }
  }
}

}  // namespace
}  // namespace huddlekit
