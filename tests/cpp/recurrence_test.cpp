#include "huddlekit/recurrence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;
using Times = std::vector<LocalTime>;

LocalTime at(std::string_view text) {  // `2026-11-23` or `2026-11-23 09:15`
  const auto time = text.size() > 10 ? parse_time_of_day(text.substr(11)) : seconds{0};
  return parse_day(text.substr(0, 10)) + time;
}

/// The days of the occurrences as text, for comparison with a list.
std::string days_of(const Times& times) {
  std::string out;
  for (const auto time : times) {
    out += (out.empty() ? "" : " ") + to_string(floor<days>(time));
  }
  return out;
}

std::string first_days(std::string_view rule, std::string_view start, std::size_t n) {
  return days_of(Recurrence(rule, at(start)).take(n));
}

TEST(Recurrence, TeamsMeetOnTheDaysThatTheRuleSays) {
  EXPECT_EQ(first_days("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-26", 4),
            "2026-11-26 2026-11-27 2026-11-30 2026-12-01");
  EXPECT_EQ(first_days("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-01", 3),
            "2026-11-30 2026-12-31 2027-01-29");
  EXPECT_EQ(first_days("FREQ=MONTHLY;BYDAY=2TU,-1FR", "2026-11-01", 4),
            "2026-11-10 2026-11-27 2026-12-08 2026-12-25");
  EXPECT_EQ(first_days("FREQ=YEARLY;BYDAY=1MO;BYMONTH=9", "2026-01-01", 2),
            "2026-09-07 2027-09-06");
  EXPECT_EQ(first_days("FREQ=MONTHLY;BYMONTHDAY=31", "2026-11-01", 3),
            "2026-12-31 2027-01-31 2027-03-31");
  EXPECT_EQ(first_days("FREQ=YEARLY", "2024-02-29", 2), "2024-02-29 2028-02-29");
  EXPECT_EQ(first_days("FREQ=DAILY;INTERVAL=10", "2026-12-25", 3),
            "2026-12-25 2027-01-04 2027-01-14");
}

TEST(Recurrence, WeeksBeginWhereWkstSays) {
  EXPECT_EQ(first_days("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "1997-08-05", 4),
            "1997-08-05 1997-08-10 1997-08-19 1997-08-24");
  EXPECT_EQ(first_days("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "1997-08-05", 4),
            "1997-08-05 1997-08-17 1997-08-19 1997-08-31");
}

TEST(Recurrence, WhereReadingsDifferOursIsTheStatedOne) {
  // BYWEEKNO alone means the weekday of the start, here a Tuesday.
  EXPECT_EQ(first_days("FREQ=YEARLY;BYWEEKNO=20", "1997-09-02", 2), "1998-05-12 1999-05-18");
  EXPECT_EQ(first_days("FREQ=YEARLY;BYMONTHDAY=30", "2026-01-01", 3),
            "2026-01-30 2026-03-30 2026-04-30");
  EXPECT_EQ(first_days("FREQ=MONTHLY;BYDAY=MO,2TU", "2026-11-01", 6),
            "2026-11-02 2026-11-09 2026-11-10 2026-11-16 2026-11-23 2026-11-30");
  EXPECT_EQ(first_days("FREQ=WEEKLY;BYDAY=FR", "2026-11-23", 1), "2026-11-27");
  // The third working day of a month counts from its first day, not from the start.
  EXPECT_EQ(first_days("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3", "2026-11-03", 1),
            "2026-11-04");
  EXPECT_EQ(first_days("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2", "2026-11-25", 1),
            "2026-12-01");
  // Monday of week 1 of 2025 lies in 2024, a year that INTERVAL allows; that of 2026 does not.
  EXPECT_EQ(first_days("FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO", "2024-01-01", 3),
            "2024-01-01 2024-12-30 2028-01-03");
}

TEST(Recurrence, UntilIsTheLastMomentThatMayStillOccur) {
  const auto start = at("2026-11-23 09:15");
  EXPECT_EQ(Recurrence("FREQ=DAILY;UNTIL=20261125", start).take(9).size(), 3U);
  EXPECT_EQ(Recurrence("FREQ=DAILY;UNTIL=20261125T091500", start).take(9).size(), 3U);
  EXPECT_EQ(Recurrence("FREQ=DAILY;UNTIL=20261125T091459", start).take(9).size(), 2U);
  EXPECT_EQ(Recurrence("FREQ=DAILY;UNTIL=20261122", start).take(9).size(), 0U);
  // A week that ends after UNTIL still counts whole: its last day is 3 January.
  EXPECT_EQ(
      days_of(Recurrence("FREQ=WEEKLY;BYDAY=MO,SU;BYSETPOS=-1;UNTIL=20261231", start).take(9)),
      "2026-11-29 2026-12-06 2026-12-13 2026-12-20 2026-12-27");
}

TEST(Recurrence, SeveralTimesADayComeInOrder) {
  const Recurrence shifts("FREQ=DAILY;BYHOUR=22,6,14;BYMINUTE=45;COUNT=4", at("2026-11-23 10:00"));
  EXPECT_EQ(shifts.take(9), (Times{at("2026-11-23 14:45"), at("2026-11-23 22:45"),
                                   at("2026-11-24 06:45"), at("2026-11-24 14:45")}));
  EXPECT_TRUE(shifts.falls_on(parse_day("2026-11-23")));
  EXPECT_FALSE(shifts.falls_on(parse_day("2026-11-25")));
  const Recurrence early("FREQ=DAILY;BYHOUR=6", at("2026-11-23 10:00"));
  EXPECT_FALSE(early.falls_on(parse_day("2026-11-23")));
  EXPECT_EQ(early.next_day(parse_day("2020-01-01")), parse_day("2026-11-24"));
  // A leap second counts as the one before it.
  EXPECT_EQ(Recurrence("FREQ=DAILY;BYSECOND=59,60", at("2026-11-23")).take(2),
            (Times{at("2026-11-23 00:00:59"), at("2026-11-24 00:00:59")}));
}

TEST(Recurrence, DatesAreTakenOutWhateverPutThemIn) {
  const auto day = [](int n) { return at("2026-11-23") + days{n}; };
  const Recurrence dated("FREQ=DAILY;INTERVAL=2;COUNT=3", day(0),
                         {{day(5), day(2), day(2)}, {day(5), day(0), day(-3), day(7), day(7)}});
  EXPECT_EQ(dated.take(9), (Times{day(-3), day(0), day(4), day(7)}));
  EXPECT_EQ(dated.after(day(0)), day(4));
  EXPECT_EQ(dated.between(day(-3), day(4)), (Times{day(-3), day(0)}));
  EXPECT_FALSE(dated.falls_on(floor<days>(day(2))));
  EXPECT_TRUE(dated.falls_on(floor<days>(day(7))));
  EXPECT_EQ(dated.dates().added, (Times{day(-3), day(0), day(5), day(7)}));
}

TEST(Recurrence, TextIsNormalisedAndReadsBack) {
  const auto normal = [](const char* rule) {
    const Recurrence r(rule, at("2026-11-23 09:15"));
    EXPECT_EQ(Recurrence(to_string(r), r.start()), r) << rule;
    return to_string(r);
  };
  EXPECT_EQ(normal("RRULE:byday=we,MO,we;INTERVAL=1;freq=weekly"), "FREQ=WEEKLY;BYDAY=MO,WE");
  EXPECT_EQ(normal("FREQ=MONTHLY;BYSETPOS=+1,-1,1;BYDAY=SU,-1FR,+2MO,MO,1MO;COUNT=007"),
            "FREQ=MONTHLY;COUNT=7;BYDAY=MO,SU,1MO,2MO,-1FR;BYSETPOS=-1,1");
  EXPECT_EQ(normal("FREQ=DAILY;UNTIL=20261231;WKST=SU"), "FREQ=DAILY;UNTIL=20261231");
  EXPECT_EQ(normal("FREQ=DAILY;UNTIL=20261231t235959"), "FREQ=DAILY;UNTIL=20261231T235959");
  EXPECT_EQ(normal("WKST=SU;FREQ=WEEKLY;INTERVAL=2"), "FREQ=WEEKLY;INTERVAL=2;WKST=SU");
  EXPECT_EQ(normal("FREQ=YEARLY;WKST=SU;BYWEEKNO=-1,3;BYMONTH=2,1;BYYEARDAY=9;BYHOUR=0;BYMINUTE=5"),
            "FREQ=YEARLY;BYMONTH=1,2;BYWEEKNO=-1,3;BYYEARDAY=9;BYHOUR=0;BYMINUTE=5;WKST=SU");
}

TEST(Recurrence, EqualMeansSameRuleStartAndDates) {
  const auto start = at("2026-11-23");
  const Recurrence rule("FREQ=DAILY", start);
  EXPECT_EQ(rule, Recurrence("freq=daily;wkst=TU", start));
  EXPECT_NE(rule, Recurrence("FREQ=DAILY", start + seconds{1}));
  EXPECT_NE(rule, Recurrence("FREQ=DAILY;INTERVAL=2", start));
  EXPECT_NE(rule, Recurrence("FREQ=DAILY", start, {{start}, {}}));
}

struct Wrong {
  const char* rule;
  int column;
  const char* says;
};

class WrongRule : public testing::TestWithParam<Wrong> {};

TEST_P(WrongRule, NamesThePartAndTheColumn) {
  const auto& [rule, column, says] = GetParam();
  try {
    const Recurrence accepted(rule, at("2026-11-23"));
    FAIL() << rule << " read as " << to_string(accepted);
  } catch (const ParseError& e) {
    ASSERT_EQ(e.problems().size(), 1U) << e.what();
    EXPECT_EQ(e.problems()[0].column, column) << e.what();
    EXPECT_NE(e.problems()[0].rule.find(says), std::string::npos) << e.what();
  }
}

INSTANTIATE_TEST_SUITE_P(
    Recurrence, WrongRule,
    testing::Values(
        Wrong{"", 1, "part: must read NAME=VALUE, got \"\""},
        Wrong{"WEEKLY", 1, "part: must read NAME=VALUE"},
        Wrong{"FREQ=DAILY;;COUNT=1", 12, "part: must read NAME=VALUE"},
        Wrong{"FREQ=DAILY;", 12, "part: must read NAME=VALUE"},
        Wrong{"INTERVAL=2", 1, "FREQ: must be given"},
        Wrong{"FREQ=DAILY;FREQ=DAILY", 17, "FREQ: must be given once"},
        Wrong{"FREQ=HOURLY", 6, "FREQ: must not be sub-daily"},
        Wrong{"FREQ=MINUTELY", 6, "FREQ: must not be sub-daily"},
        Wrong{"FREQ=SECONDLY", 6, "FREQ: must not be sub-daily"},
        Wrong{"FREQ=FORTNIGHTLY", 6, "FREQ: must be DAILY, WEEKLY, MONTHLY or YEARLY"},
        Wrong{"FREQ=DAILY;BYDAYS=MO", 12, "got \"BYDAYS\"; did you mean \"BYDAY\"?"},
        Wrong{"FREQ=DAILY;INTERVAL=0", 21, "INTERVAL: must be a whole number from 1"},
        Wrong{"FREQ=DAILY;INTERVAL=-1", 21, "INTERVAL: must be a whole number from 1"},
        Wrong{"FREQ=DAILY;INTERVAL=99999999999999999999", 21, "to 999999999"},
        Wrong{"FREQ=DAILY;COUNT=0", 18, "COUNT: must be a whole number from 1"},
        Wrong{"FREQ=DAILY;COUNT=1.5", 18, "COUNT: must be a whole number"},
        Wrong{"FREQ=DAILY;COUNT=3;UNTIL=20261231", 18, "not be given together with UNTIL"},
        Wrong{"FREQ=DAILY;UNTIL=20261332T250000", 18, "UNTIL: must be a date like"},
        Wrong{"FREQ=DAILY;UNTIL=20260230", 18, "UNTIL: must be a date like"},
        Wrong{"FREQ=DAILY;UNTIL=20261231T", 18, "UNTIL: must be a date like"},
        Wrong{"FREQ=DAILY;UNTIL=2026-12-31", 18, "UNTIL: must be a date like"},
        Wrong{"FREQ=DAILY;UNTIL=00001231", 18, "UNTIL: must be a date like"},
        Wrong{"FREQ=DAILY;UNTIL=20261231T000000Z", 18, "UNTIL: must be a local time"},
        Wrong{"FREQ=DAILY;WKST=1MO", 17, "WKST: must be one of MO"},
        Wrong{"FREQ=WEEKLY;BYDAY=MO, TU", 22, "BYDAY: must list days"},
        Wrong{"FREQ=WEEKLY;BYDAY=", 19, "BYDAY: must list days"},
        Wrong{"FREQ=WEEKLY;BYDAY=MO,,TU", 22, "BYDAY: must list days"},
        Wrong{"FREQ=WEEKLY;BYDAY=Monday", 19, "BYDAY: must list days"},
        Wrong{"FREQ=WEEKLY;BYDAY=1MO", 19, "BYDAY: must not have numbers unless FREQ is MONTHLY"},
        Wrong{"FREQ=MONTHLY;BYDAY=0MO", 20, "BYDAY: must list days"},
        Wrong{"FREQ=MONTHLY;BYDAY=54MO", 20, "BYDAY: must list days"},
        Wrong{"FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO", 30, "not have numbers together with BYWEEKNO"},
        Wrong{"FREQ=YEARLY;BYMONTH=0", 21, "BYMONTH: must list numbers from 1 to 12"},
        Wrong{"FREQ=YEARLY;BYMONTH=-1", 21, "BYMONTH: must list numbers from 1 to 12"},
        Wrong{"FREQ=YEARLY;BYMONTHDAY=1,32", 26, "from 1 to 31 or -1 to -31"},
        Wrong{"FREQ=YEARLY;BYMONTHDAY=0", 24, "from 1 to 31 or -1 to -31"},
        Wrong{"FREQ=YEARLY;BYWEEKNO=-54", 22, "BYWEEKNO: must list numbers"},
        Wrong{"FREQ=YEARLY;BYYEARDAY=367", 23, "BYYEARDAY: must list numbers"},
        Wrong{"FREQ=DAILY;BYHOUR=24", 19, "BYHOUR: must list numbers from 0 to 23"},
        Wrong{"FREQ=DAILY;BYMINUTE=60", 21, "BYMINUTE: must list numbers from 0 to 59"},
        Wrong{"FREQ=DAILY;BYSECOND=61", 21, "BYSECOND: must list numbers from 0 to 60"},
        Wrong{"FREQ=DAILY;BYSETPOS=1", 21, "BYSETPOS: must go with another BY part"},
        Wrong{"FREQ=DAILY;BYHOUR=9;BYSETPOS=--1", 30, "BYSETPOS: must list numbers"}));

TEST(Recurrence, EveryWrongPartIsNamedAtOnce) {
  try {
    const Recurrence accepted("FREQ=DAYLY;INTERVAL=0;BYDAY=XX", at("2026-11-23"));
    FAIL();
  } catch (const ParseError& e) {
    EXPECT_EQ(e.problems().size(), 3U) << e.what();
  }
}

TEST(Recurrence, RulesThatNeverMatchEnd) {
  for (const auto* rule : {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYDAY=6MO",
                           "FREQ=YEARLY;BYMONTH=1;BYWEEKNO=30;BYDAY=MO,TU,WE,TH,FR,SA,SU",
                           "FREQ=YEARLY;BYDAY=MO;BYSETPOS=366", "FREQ=DAILY;BYHOUR=9;BYSETPOS=2",
                           "FREQ=YEARLY;INTERVAL=400;BYYEARDAY=366"}) {
    const Recurrence never(rule, at("2026-11-23 09:15"));
    EXPECT_TRUE(never.take(1).empty()) << rule;
    EXPECT_EQ(never.after(at("2500-01-01")), std::nullopt) << rule;
    EXPECT_FALSE(never.falls_on(parse_day("2026-11-23"))) << rule;
  }
}

TEST(Recurrence, LongListsCostNoMoreThanShortOnes) {
  std::string list = "1";
  for (int n = 0; n < 10'000; ++n) list += "," + std::to_string(n % 366 + 1);
  const Recurrence all("FREQ=YEARLY;BYYEARDAY=" + list, at("2026-11-23"));
  EXPECT_EQ(all.take(400).back(), at("2026-11-23") + days{399});
  EXPECT_LT(to_string(all).size(), 1600U);
  EXPECT_THROW(Recurrence("FREQ=YEARLY;BYYEARDAY=" + list + ",367", at("2026-11-23")), ParseError);
}

TEST(Recurrence, HugeNumbersEndWithTheCalendar) {
  for (const auto* rule : {"FREQ=DAILY;INTERVAL=999999999", "FREQ=WEEKLY;INTERVAL=999999999",
                           "FREQ=MONTHLY;INTERVAL=999999999", "FREQ=YEARLY;INTERVAL=999999999"}) {
    EXPECT_EQ(Recurrence(rule, at("2026-11-23")).take(5), Times{at("2026-11-23")}) << rule;
  }
  const Recurrence counted("FREQ=DAILY;COUNT=999999999", at("9999-12-30"));
  EXPECT_EQ(counted.take(5), (Times{at("9999-12-30"), at("9999-12-31")}));
  EXPECT_EQ(counted.after(LocalTime::max()), std::nullopt);
  EXPECT_EQ(counted.after(LocalTime::min()), at("9999-12-30"));
  EXPECT_EQ(counted.between(LocalTime::min(), LocalTime::max()), counted.take(5));
  EXPECT_EQ(counted.next_day(Day::min()), parse_day("9999-12-30"));
  const Recurrence dated("FREQ=DAILY", at("2026-11-23"), {{at("2026-11-23")}, {}});
  for (const auto& r : {counted, dated}) {
    EXPECT_FALSE(r.falls_on(Day::max()));
    EXPECT_FALSE(r.falls_on(Day::min()));
    EXPECT_EQ(r.next_day(Day::max()), std::nullopt);
  }
}

TEST(Recurrence, TimesOutsideTheCalendarAreRefused) {
  EXPECT_THROW(Recurrence("FREQ=DAILY", LocalTime::max()), InvalidArgument);
  EXPECT_THROW(Recurrence("FREQ=DAILY", at("0001-01-01") - seconds{1}), InvalidArgument);
  EXPECT_THROW(Recurrence("FREQ=DAILY", at("2026-11-23"), {{LocalTime::min()}, {}}),
               InvalidArgument);
}

TEST(Recurrence, IterationGivesWhatTakeGives) {
  const Recurrence r("FREQ=MONTHLY;BYDAY=-1FR;COUNT=7", at("2026-11-23 09:15"),
                     {{}, {at("2026-12-01")}});
  Times walked;
  for (const LocalTime time : r) walked.push_back(time);
  EXPECT_EQ(walked, r.take(100));
}

}  // namespace
}  // namespace huddlekit
