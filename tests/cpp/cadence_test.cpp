#include "huddlekit/cadence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;

constexpr const char* kWeekdays = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";

LocalTime at(std::string_view text) {  // `2026-11-23 09:15`
  return parse_day(text.substr(0, 10)) + parse_time_of_day(text.substr(11));
}

/// `2026-12-24T09:15:00<2026-12-25T09:15:00` for one that was moved; `!` where a clock change moved
/// it.
std::string shown(const std::vector<Cadence::Occurrence>& occurrences) {
  std::string out;
  for (const auto& o : occurrences) {
    out += (out.empty() ? "" : " ") + to_string(o.local) + (o.moved_by_clock_change ? "!" : "");
    if (o.moved_from) out += "<" + to_string(*o.moved_from);
  }
  return out;
}

Cadence weekly_on_friday(HolidayRule rule, std::vector<Day> holidays = {parse_day("2026-12-25")}) {
  return {"FREQ=WEEKLY;BYDAY=FR",
          at("2026-11-27 09:15"),
          Zone("Europe/London"),
          {.holidays = std::move(holidays), .on_holiday = rule}};
}

TEST(Cadence, AHolidayIsTreatedAsItsRuleSays) {
  const Day from = parse_day("2026-12-21"), until = parse_day("2027-01-01");
  EXPECT_EQ(shown(weekly_on_friday(HolidayRule::kSkip).between(from, until)), "");
  EXPECT_EQ(shown(weekly_on_friday(HolidayRule::kKeep).between(from, until)),
            "2026-12-25T09:15:00");
  EXPECT_EQ(shown(weekly_on_friday(HolidayRule::kNext).between(from, until)),
            "2026-12-28T09:15:00<2026-12-25T09:15:00");
  EXPECT_EQ(shown(weekly_on_friday(HolidayRule::kPrevious).between(from, until)),
            "2026-12-24T09:15:00<2026-12-25T09:15:00");
}

TEST(Cadence, AMovedHuddleIsFoundWhereItMovedTo) {
  const auto on = [](const Cadence& cadence, const char* day) {
    return cadence.between(parse_day(day), parse_day(day) + days{1}).size();
  };
  EXPECT_EQ(on(weekly_on_friday(HolidayRule::kNext), "2026-12-25"), 0U);
  EXPECT_EQ(on(weekly_on_friday(HolidayRule::kNext), "2026-12-28"), 1U);
  EXPECT_EQ(on(weekly_on_friday(HolidayRule::kPrevious), "2026-12-24"), 1U);
  // Over several holidays and the weekend between them.
  const std::vector<Day> christmas{parse_day("2026-12-28"), parse_day("2026-12-25")};
  EXPECT_EQ(on(weekly_on_friday(HolidayRule::kNext, christmas), "2026-12-29"), 1U);
}

TEST(Cadence, AHuddleThatFindsNoWorkingDayIsSkipped) {
  std::vector<Day> closed;
  for (int n = 0; n < 60; ++n) closed.push_back(parse_day("2026-12-01") + days{n});
  const Day from = parse_day("2026-12-01"), until = parse_day("2027-03-01");
  // Those of January find a day within 31 days, all the same one, and become one huddle.
  EXPECT_EQ(shown(weekly_on_friday(HolidayRule::kNext, closed).between(from, until)),
            "2027-02-01T09:15:00<2027-01-01T09:15:00 2027-02-05T09:15:00 2027-02-12T09:15:00 "
            "2027-02-19T09:15:00 2027-02-26T09:15:00");
}

TEST(Cadence, ADailyHuddleMovedToTheNextDayIsOneWithIt) {
  const Cadence daily(kWeekdays, at("2026-12-21 09:15"), Zone("Europe/London"),
                      {.holidays = {parse_day("2026-12-23")}, .on_holiday = HolidayRule::kNext});
  EXPECT_EQ(shown(daily.between(parse_day("2026-12-22"), parse_day("2026-12-26"))),
            "2026-12-22T09:15:00 2026-12-24T09:15:00 2026-12-25T09:15:00");
}

TEST(Cadence, WorkWeeksNeedNotBeMondayToFriday) {
  const Cadence riyadh("FREQ=WEEKLY;BYDAY=TH", at("2026-09-17 08:00"), Zone("Asia/Riyadh"),
                       {.holidays = {parse_day("2026-09-24")},
                        .on_holiday = HolidayRule::kNext,
                        .work_week = Weekdays::parse("Sun-Thu")});
  EXPECT_EQ(shown(riyadh.between(parse_day("2026-09-20"), parse_day("2026-10-01"))),
            "2026-09-27T08:00:00<2026-09-24T08:00:00");
  // The work week does not take away what the rule asks for.
  const Cadence saturdays("FREQ=WEEKLY;BYDAY=SA", at("2026-09-19 08:00"), Zone("Asia/Riyadh"), {});
  EXPECT_EQ(saturdays.between(parse_day("2026-09-19"), parse_day("2026-09-27")).size(), 2U);
  EXPECT_THROW(Cadence("FREQ=DAILY", at("2026-09-19 08:00"), Zone("UTC"),
                       {.on_holiday = HolidayRule::kNext, .work_week = {}}),
               InvalidArgument);
}

TEST(Cadence, OneHuddleCanBeCancelledOrMoved) {
  const auto start = at("2026-11-23 09:15");
  const Cadence cadence(kWeekdays, start, Zone("Europe/London"),
                        {.holidays = {parse_day("2026-11-25"), parse_day("2026-11-28")},
                         .cancelled = {start + days{1}, start + days{5}},
                         .moved = {{start + days{2}, at("2026-11-28 14:00")},
                                   {start + days{3}, start + days{4}},
                                   {start + days{6}, start + days{7} + hours{1}},
                                   {start + days{1}, start + hours{3}}}});
  // Tuesday is cancelled, whatever else was said of it; Wednesday moved before anybody asked
  // whether it was a holiday; Thursday moved onto Friday and is one with it; Sunday never was a
  // huddle.
  EXPECT_EQ(shown(cadence.between(parse_day("2026-11-23"), parse_day("2026-12-01"))),
            "2026-11-23T09:15:00 2026-11-27T09:15:00 2026-11-28T14:00:00<2026-11-25T09:15:00 "
            "2026-11-30T09:15:00");
}

TEST(Cadence, AHuddleMovedByAClockChangeSaysSo) {
  const Cadence nights("FREQ=DAILY;BYHOUR=2,10,18;BYMINUTE=30", at("2026-03-01 02:30"),
                       Zone("America/New_York"), {});
  const auto day = nights.between(parse_day("2026-03-08"), parse_day("2026-03-09"));
  EXPECT_EQ(shown(day), "2026-03-08T03:30:00! 2026-03-08T10:30:00 2026-03-08T18:30:00");
  EXPECT_EQ(day.front().starts, parse_instant("2026-03-08T07:30:00Z"));
  EXPECT_FALSE(day.front().moved_from);
  const Cadence skipping("FREQ=DAILY", at("2026-03-01 02:30"), Zone("America/New_York"),
                         {.clock_change = LocalPolicy::kSkip});
  EXPECT_TRUE(skipping.between(parse_day("2026-03-08"), parse_day("2026-03-09")).empty());
}

TEST(Cadence, AHuddleMovedPastMidnightKeepsTheDayItIsPlannedFor) {
  // Nuuk goes from 23:00 to midnight on the last Saturday of March.
  const Cadence late("FREQ=DAILY", at("2026-03-01 23:30"), Zone("America/Nuuk"), {});
  const auto saturday = late.between(parse_day("2026-03-28"), parse_day("2026-03-29"));
  ASSERT_EQ(shown(saturday), "2026-03-29T00:30:00!");
  EXPECT_EQ(saturday.front().day, parse_day("2026-03-28"));
  EXPECT_EQ(late.after(saturday.front().starts - seconds{1}), saturday.front());
}

TEST(Cadence, UntilInUtcIsReadInTheZone) {
  const auto count = [](const char* until) {
    const Cadence c(std::string("FREQ=DAILY;UNTIL=") + until, at("2026-11-23 09:15"),
                    Zone("America/New_York"), {});
    return c.between(parse_day("2026-11-01"), parse_day("2026-12-31")).size();
  };
  EXPECT_EQ(count("20261125T141500Z"), 3U);
  EXPECT_EQ(count("20261125T141459Z"), 2U);
  EXPECT_EQ(count("20261125T091500"), 3U);
  EXPECT_EQ(count("99991231T235959Z"), 38U);
  EXPECT_THROW(count("20261125Z"), ParseError);
  const Cadence ever("FREQ=DAILY;UNTIL=99991231T235959Z", at("2026-11-23 09:15"),
                     Zone("Asia/Tokyo"), {});
  EXPECT_EQ(to_string(ever.recurrence()), "FREQ=DAILY;UNTIL=99991231T235959");
}

TEST(Cadence, AfterIsTheFirstOfAllThatFollow) {
  std::mt19937 random(4);
  const auto number = [&](int low, int high) {
    return std::uniform_int_distribution(low, high)(random);
  };
  for (int run = 0; run < 100; ++run) {
    const Day first = parse_day("2026-01-01") + days{number(0, 300)};
    Cadence::Options options{.on_holiday = static_cast<HolidayRule>(number(0, 3))};
    for (int n = number(0, 60); n > 0; --n) options.holidays.push_back(first + days{number(0, 99)});
    const Cadence cadence("FREQ=DAILY;INTERVAL=" + std::to_string(number(1, 9)),
                          first + minutes{number(0, 1439)}, Zone("Australia/Lord_Howe"), options);
    const auto all = cadence.between(first - days{40}, first + days{200});
    ASSERT_FALSE(all.empty());
    for (std::size_t i = 1; i < all.size(); ++i) {
      ASSERT_EQ(cadence.after(all[i - 1].starts), all[i]) << "run " << run;
      // A window that cuts the days in two loses none and doubles none.
      const auto left = cadence.between(first - days{40}, all[i].day);
      ASSERT_EQ(left.size() + cadence.between(all[i].day, first + days{200}).size(), all.size());
    }
  }
  const Cadence once("FREQ=DAILY;COUNT=1", at("2026-11-23 09:15"), Zone("UTC"), {});
  EXPECT_EQ(once.after(parse_instant("2026-11-23T09:15:00Z")), std::nullopt);
  EXPECT_EQ(once.after(parse_instant("0001-01-02T00:00:00Z"))->day, parse_day("2026-11-23"));
}

TEST(Cadence, ADayAskedAloneSaysTheSameAsAllOfThem) {
  std::mt19937 random(9);
  const auto number = [&](int low, int high) {
    return std::uniform_int_distribution(low, high)(random);
  };
  for (int run = 0; run < 200; ++run) {
    const Day first = parse_day("2026-01-01") + days{number(0, 300)};
    const auto time = minutes{number(0, 1439)};
    const auto any_day = [&] { return first + days{number(-10, 120)}; };
    Cadence::Options options{.on_holiday = static_cast<HolidayRule>(number(0, 3))};
    for (int n = number(0, 20); n > 0; --n) options.holidays.push_back(any_day());
    for (int n = number(0, 5); n > 0; --n) options.cancelled.push_back(any_day() + time);
    for (int n = number(0, 5); n > 0; --n) {
      const LocalTime from = any_day() + time;
      const auto taken = [&](const Cadence::Move& m) { return m.from == from; };
      if (std::any_of(options.moved.begin(), options.moved.end(), taken)) continue;
      options.moved.push_back({from, any_day() + minutes{number(0, 1439)}});
    }
    const Cadence cadence("FREQ=DAILY;INTERVAL=" + std::to_string(number(1, 5)), first + time,
                          Zone("America/New_York"), options);
    const Day from = first - days{60}, until = first + days{180};
    const auto all = cadence.between(from, until);
    auto next = all.begin();
    for (Day day = from; day < until; day += days{1}) {
      const auto here =
          std::find_if(all.begin(), all.end(), [&](const auto& o) { return o.day == day; });
      ASSERT_EQ(cadence.on(day), here == all.end() ? std::nullopt : std::optional(*here))
          << "run " << run << ", " << to_string(day);
      while (next != all.end() && next->day < day) ++next;
      if (next != all.end()) ASSERT_EQ(cadence.next_day(day), next->day) << "run " << run;
      // By the day that the rule gives: what is there, or nothing.
      const auto named = std::find_if(all.begin(), all.end(), [&](const auto& o) {
        return (o.moved_from ? floor<days>(*o.moved_from) : o.day) == day;
      });
      const auto of = cadence.of(day);
      if (!of || of->day >= from) {
        ASSERT_EQ(of, named == all.end() ? std::nullopt : std::optional(*named))
            << "run " << run << ", " << to_string(day);
      }
    }
  }
}

TEST(Cadence, EqualMeansSameRuleZoneAndOptions) {
  const auto start = at("2026-11-23 09:15");
  const Cadence cadence(kWeekdays, start, Zone("UTC"), {});
  EXPECT_EQ(cadence, Cadence(kWeekdays, start, Zone("UTC"), {}));
  EXPECT_NE(cadence, Cadence(kWeekdays, start, Zone("Etc/UTC"), {}));
  EXPECT_NE(cadence, Cadence(kWeekdays, start, Zone("UTC"), {.on_holiday = HolidayRule::kKeep}));
}

}  // namespace
}  // namespace huddlekit
