#include "huddlekit/time.hpp"

#include <gtest/gtest.h>

#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

TEST(Time, DaysReadAndWriteTheSame) {
  for (const auto* text : {"0001-01-01", "1970-01-01", "2000-02-29", "2026-11-23", "9999-12-31"}) {
    EXPECT_EQ(to_string(parse_day(text)), text);
  }
}

TEST(Time, WhatIsNotADayIsRefused) {
  for (const auto* text : {"", "2026-02-30", "2026-11-23 ", "26-11-23", "2026-11-3", "2026/11/23",
                           "0000-01-01", "٢٠٢٦-11-23"}) {
    EXPECT_THROW((void)parse_day(text), InvalidArgument) << text;
  }
}

TEST(Time, InstantsReadAndWriteTheSame) {
  EXPECT_EQ(to_string(parse_instant("2026-11-23T06:45:09Z")), "2026-11-23T06:45:09Z");
  EXPECT_EQ(to_string(parse_instant("1969-12-31T23:59:59Z")), "1969-12-31T23:59:59Z");
  EXPECT_THROW((void)parse_instant("2026-11-23T06:45:09"), InvalidArgument);
  EXPECT_THROW((void)parse_instant("2026-11-23T24:00:00Z"), InvalidArgument);
}

TEST(Time, WeekdaysReadListsAndRanges) {
  using namespace std::chrono;
  EXPECT_EQ(Weekdays::parse("Mon-Fri"), (Weekdays{Monday, Tuesday, Wednesday, Thursday, Friday}));
  EXPECT_EQ(Weekdays::parse("fri - mon"), (Weekdays{Friday, Saturday, Sunday, Monday}));
  EXPECT_EQ(Weekdays::parse("Mo, WEDNESDAY,sat"), (Weekdays{Monday, Wednesday, Saturday}));
  for (const auto* text :
       {"", "M", "Mon-", "-Mon", "Mon-Tue-Wed-", "Monk", "Mon,,Tue-", "Mon;Tue", ","}) {
    EXPECT_THROW(Weekdays::parse(text), InvalidArgument) << text;
  }
}

TEST(Time, EverySetOfWeekdaysReadsBack) {
  for (int bits = 1; bits <= 127; ++bits) {
    const auto days = Weekdays::from_bits(static_cast<std::uint8_t>(bits));
    EXPECT_EQ(Weekdays::parse(to_string(days)), days) << to_string(days);
  }
  EXPECT_EQ(to_string(Weekdays::parse("Sun-Thu")), "Mon-Thu, Sun");
  EXPECT_EQ(to_string(Weekdays::all()), "every day");
}

}  // namespace
}  // namespace huddlekit
