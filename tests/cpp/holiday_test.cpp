#include "huddlekit/holiday.hpp"

#include <gtest/gtest.h>

#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

std::string wrong(const std::string& csv) {
  try {
    (void)parse_holidays(csv, "x.csv");
  } catch (const ParseError& e) {
    return e.what();
  }
  return "";
}

TEST(Holidays, AreReadWithAndWithoutRegions) {
  const std::vector<Holiday> two{{parse_day("2026-12-25"), "Christmas Day", ""},
                                 {parse_day("2026-12-28"), "Boxing Day, observed", ""}};
  EXPECT_EQ(parse_holidays("\xEF\xBB\xBF"
                           "date,name\r\n2026-12-25,Christmas Day\r\n\r\n"
                           "2026-12-28,\"Boxing Day, observed\""),
            two);
  const std::vector<Holiday> regions{{parse_day("2026-06-13"), "Santo António", "PT-11"},
                                     {parse_day("2026-06-24"), "The \"São João\"", ""}};
  EXPECT_EQ(parse_holidays("date,name,region\n2026-06-13,Santo António,PT-11\n"
                           "2026-06-24,\"The \"\"São João\"\"\",\n"),
            regions);
}

TEST(Holidays, EveryWrongLineIsTold) {
  EXPECT_EQ(wrong("date,name\n2026-02-30,A\n2026-12-25\n2026-12-26,\n2026-12-27,\"B\n2026-12-28,C"),
            "x.csv:2:1: day: must be a calendar date like 2026-11-23, got \"2026-02-30\"\n"
            "x.csv:3:1: must have 2 columns, got \"2026-12-25\"\n"
            "x.csv:4:1: name: must not be empty, got \"\"\n"
            "x.csv:5:1: must have 2 columns, got \"2026-12-27,\"B\"");
}

TEST(Holidays, WhatIsNoSuchFileIsRefusedInOneLine) {
  EXPECT_EQ(wrong(""), "x.csv:1:1: must hold at least one line below the header date,name");
  EXPECT_EQ(wrong("date,name\n"),
            "x.csv:1:1: must hold at least one line below the header date,name");
  EXPECT_EQ(wrong("BEGIN:VCALENDAR\nVERSION:2.0\n"),
            "x.csv:1:1: must begin with the header date,name or date,name,region, got "
            "\"BEGIN:VCALENDAR\"");
  EXPECT_EQ(wrong("date,name\n2026-06-13,Santo Ant\xF3nio"),
            "x.csv: must be UTF-8, is not at byte 30");
  EXPECT_EQ(wrong(std::string(50 << 20, 'x')), "x.csv: must be at most 4 MiB, got 52428800 bytes");
}

}  // namespace
}  // namespace huddlekit
