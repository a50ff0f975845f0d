#include "calendar/posix_tz.hpp"

#include <gtest/gtest.h>

namespace huddlekit::detail {
namespace {

using namespace std::chrono;

/// The changes of one year as text: `2026-03-08T07:00:00Z -14400 EDT`.
std::vector<std::string> changes(const char* rule, year y) {
  std::vector<std::string> out;
  const auto parsed = PosixTz::parse(rule);
  if (!parsed) return {"not a rule"};
  for (const auto& c : parsed->changes(y, y)) {
    out.push_back(to_string(c.begin) + " " + std::to_string(c.offset.count()) + " " +
                  c.abbreviation);
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(PosixTz, RulesOfRealZoneFilesGiveTheChangesOfAYear) {
  EXPECT_EQ(changes("EST5EDT,M3.2.0,M11.1.0", 2040y),
            (Lines{"2040-03-11T07:00:00Z -14400 EDT", "2040-11-04T06:00:00Z -18000 EST"}));
  EXPECT_EQ(changes("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 2026y),
            (Lines{"2026-04-04T15:00:00Z 37800 +1030", "2026-10-03T15:30:00Z 39600 +11"}));
  EXPECT_EQ(changes("IST-1GMT0,M10.5.0,M3.5.0/1", 2026y),
            (Lines{"2026-03-29T01:00:00Z 3600 IST", "2026-10-25T01:00:00Z 0 GMT"}));
  // Hours below 0 and above 24 lie on another day.
  EXPECT_EQ(changes("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2026y),
            (Lines{"2026-03-29T01:00:00Z -3600 -01", "2026-10-25T01:00:00Z -7200 -02"}));
  EXPECT_EQ(changes("EET-2EEST,M3.4.4/50,M10.4.4/50", 2026y),
            (Lines{"2026-03-28T00:00:00Z 10800 EEST", "2026-10-23T23:00:00Z 7200 EET"}));
  EXPECT_EQ(changes("CET-1", 2026y), Lines{});
}

TEST(PosixTz, DaysOfTheYearCountWithAndWithoutTheLeapDay) {
  EXPECT_EQ(changes("AAA0BBB,J60/0,J365/0", 2024y),
            (Lines{"2024-03-01T00:00:00Z 3600 BBB", "2024-12-30T23:00:00Z 0 AAA"}));
  EXPECT_EQ(changes("AAA0BBB,59/0,365/0", 2024y),
            (Lines{"2024-02-29T00:00:00Z 3600 BBB", "2024-12-30T23:00:00Z 0 AAA"}));
}

TEST(PosixTz, WhatIsNotARuleIsNotRead) {
  for (const auto* text :
       {"", "EST", "E5", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,M11.1.0,", "EST25",
        "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0",
        "EST5EDT,J0,J365", "EST5EDT,0,366", "EST5EDT,M3.2.0/168,M11.1.0", "<+03-3", "EST5:60",
        "EST5EDT,M3.2.0,M11.1.0x", "EST5EDT,M3.2,M11.1.0", "EST--5", "\n"}) {
    EXPECT_FALSE(PosixTz::parse(text)) << text;
  }
}

}  // namespace
}  // namespace huddlekit::detail
