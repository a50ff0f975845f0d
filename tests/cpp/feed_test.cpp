#include "huddlekit/feed.hpp"

#include <gtest/gtest.h>

#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/ics.hpp"
#include "huddlekit/zone.hpp"
#include "render/feed/vtimezone.hpp"
#include "render/ink/ics.hpp"
#include "sample_agenda.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono_literals;
using detail::IcsWriter;

std::string unfolded(std::string ics) {
  for (auto at = ics.find("\r\n "); at != std::string::npos; at = ics.find("\r\n ", at)) {
    ics.erase(at, 3);
  }
  return ics;
}

int count(const std::string& text, const std::string& part) {
  int n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

std::string text_line(const std::string& value) {
  IcsWriter ics;
  ics.text("SUMMARY", value);
  return ics.take();
}

FeedEvent event(const std::string& uid, Instant starts, const std::string& zone) {
  return {.uid = uid, .starts = starts, .length = 10min, .zone = zone, .summary = "Huddle"};
}

/// The VTIMEZONE of these years, its lines parted by blanks.
std::string zone_of(const char* name, int first, int last) {
  IcsWriter ics;
  detail::write_vtimezone(ics, *detail::ZoneTable::find(name), std::chrono::year{first},
                          std::chrono::year{last});
  std::string out = ics.take();
  for (auto at = out.find("\r\n"); at != std::string::npos; at = out.find("\r\n")) {
    out.replace(at, 2, " ");
  }
  return out;
}

TEST(Ics, TextIsEscaped) {
  EXPECT_EQ(text_line("a, b; c\\d\ne: \"f\""), "SUMMARY:a\\, b\\; c\\\\d\\ne: \"f\"\r\n");
}

TEST(Ics, ALineOfSeventyFiveOctetsStaysWholeAndOneMoreFolds) {
  const std::string fits(75 - 8, 'x');
  EXPECT_EQ(text_line(fits), "SUMMARY:" + fits + "\r\n");
  EXPECT_EQ(text_line(fits + "y"), "SUMMARY:" + fits + "\r\n y\r\n");
  EXPECT_EQ(text_line(fits + std::string(74, 'y')),
            "SUMMARY:" + fits + "\r\n " + std::string(74, 'y') + "\r\n");
}

TEST(Ics, NoLineIsCutInsideACharacterWhereverItFalls) {
  for (std::size_t before = 0; before < 80; ++before) {
    for (const std::string character : {"é", "林", "🏨"}) {
      std::string text(before, 'x');
      for (int n = 0; n < 60; ++n) text += character;
      const std::string ics = text_line(text);
      EXPECT_EQ(unfolded(ics), "SUMMARY:" + text + "\r\n");
      for (std::size_t at = 0; at < ics.size();) {
        const auto end = ics.find("\r\n", at);
        EXPECT_LE(end - at, 75u);
        EXPECT_TRUE(is_utf8(ics.substr(at, end - at)));
        at = end + 2;
      }
    }
  }
}

TEST(Ics, DurationsAndOffsetsReadAsTheStandardHasThem) {
  EXPECT_EQ(detail::ics_duration(10min), "PT10M");
  EXPECT_EQ(detail::ics_duration(90min), "PT1H30M");
  EXPECT_EQ(detail::ics_duration(1h + 5s), "PT1H0M5S");
  EXPECT_EQ(detail::ics_duration(450s), "PT7M30S");
  EXPECT_EQ(detail::ics_duration(-15min), "-PT15M");
  EXPECT_EQ(detail::ics_duration(0s), "PT0S");
  EXPECT_EQ(detail::ics_offset(0s), "+0000");
  EXPECT_EQ(detail::ics_offset(-(3h + 30min)), "-0330");
  EXPECT_EQ(detail::ics_offset(17min + 30s), "+001730");
}

TEST(Vtimezone, OneStandardAndOneDaylightByRule) {
  EXPECT_EQ(zone_of("Europe/Copenhagen", 2026, 2027),
            "BEGIN:VTIMEZONE TZID:Europe/Copenhagen "
            "BEGIN:STANDARD DTSTART:19701025T030000 TZOFFSETFROM:+0200 TZOFFSETTO:+0100 "
            "TZNAME:CET RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU END:STANDARD "
            "BEGIN:DAYLIGHT DTSTART:19700329T020000 TZOFFSETFROM:+0100 TZOFFSETTO:+0200 "
            "TZNAME:CEST RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU END:DAYLIGHT END:VTIMEZONE ");
  EXPECT_NE(zone_of("America/New_York", 2026, 2026).find("BYMONTH=3;BYDAY=2SU"), std::string::npos);
}

TEST(Vtimezone, SummerIsDaylightInIrelandAndHalfAnHourOnLordHowe) {
  EXPECT_NE(zone_of("Europe/Dublin", 2026, 2026)
                .find("BEGIN:DAYLIGHT DTSTART:19700329T010000 TZOFFSETFROM:+0000 TZOFFSETTO:+0100"),
            std::string::npos);
  const auto island = zone_of("Australia/Lord_Howe", 2026, 2026);
  EXPECT_NE(island.find("BEGIN:DAYLIGHT DTSTART:19701004T020000 TZOFFSETFROM:+1030 "
                        "TZOFFSETTO:+1100 TZNAME:+11 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU"),
            std::string::npos);
}

TEST(Vtimezone, AZoneWithoutChangesIsOneStandard) {
  EXPECT_EQ(zone_of("Asia/Kolkata", 2026, 2030),
            "BEGIN:VTIMEZONE TZID:Asia/Kolkata BEGIN:STANDARD DTSTART:19700101T000000 "
            "TZOFFSETFROM:+0530 TZOFFSETTO:+0530 TZNAME:IST END:STANDARD END:VTIMEZONE ");
}

TEST(Vtimezone, WhereNoRuleGivesEveryChangeTheyAreDated) {
  // History, which no newer zone files change: Ramadan moves, and Russia changed its mind.
  for (const auto& [name, first, last] :
       {std::tuple{"Africa/Casablanca", 2021, 2022}, std::tuple{"Europe/Moscow", 2010, 2014}}) {
    const auto zone = zone_of(name, first, last);
    EXPECT_EQ(zone.find("RRULE"), std::string::npos) << zone;
    EXPECT_GE(count(zone, "DTSTART:20") + count(zone, "RDATE:20"), 3) << zone;
  }
  EXPECT_EQ(count(zone_of("Africa/Casablanca", 2021, 2022), "RDATE:2022"), 2);
}

TEST(Vtimezone, ARuleThatFitsTheYearsAskedForIsEnough) {
  // Chile went back to a rule of its own in 2016, 2019 and 2022; in each single year one fits.
  for (int year = 2016; year <= 2026; ++year) {
    const auto zone = zone_of("America/Santiago", year, year);
    EXPECT_EQ(count(zone, "RRULE"), 2) << zone;
  }
  EXPECT_EQ(count(zone_of("America/Santiago", 2016, 2026), "RRULE"), 0);
}

TEST(ToIcs, OneAgendaIsOneEvent) {
  const auto ics = unfolded(to_ics(testing::sample_agenda()));
  EXPECT_EQ(count(ics, "BEGIN:VEVENT"), 1);
  for (const auto* line :
       {"UID:front-desk/2026-11-23/morning@harbour-hotel\r\n", "SEQUENCE:2\r\n",
        "DTSTART;TZID=Europe/Copenhagen:20261123T064500\r\n", "DURATION:PT10M\r\n",
        "SUMMARY:Front desk · Morning huddle: Keep promises first\r\n",
        "DESCRIPTION:Ana Ruiz leads\\nBen Okafor has the customer’s seat\\nSee it: A",
        "STATUS:CONFIRMED\r\n", "VERSION:2.0\r\n"}) {
    EXPECT_NE(ics.find(line), std::string::npos) << line;
  }
  EXPECT_EQ(ics.find("X-WR-CALNAME"), std::string::npos);
  EXPECT_EQ(ics.find("METHOD"), std::string::npos);
}

TEST(ToIcs, ItsTimeOfChangeIsBeforeAnyoneCouldPlanItAndRisesWithTheRevision) {
  auto agenda = testing::sample_agenda();
  const auto before = feed_event(agenda);
  EXPECT_LE(before.modified, agenda.starts - 24h * 399);
  ++agenda.revision;
  EXPECT_GT(feed_event(agenda).modified, before.modified);
  EXPECT_EQ(feed_event(agenda).uid, before.uid);
}

TEST(ToIcs, ARepeatedHourStandsInUtcSinceProgramsReadItDifferently) {
  const Instant first = *resolve_local("Europe/Copenhagen", parse_day("2026-10-25") + 2h + 30min);
  const std::vector events{event("a", first, "Europe/Copenhagen"),
                           event("b", first + 1h, "Europe/Copenhagen")};
  const auto ics = to_ics(events);
  EXPECT_NE(ics.find("DTSTART:20261025T003000Z\r\n"), std::string::npos);
  EXPECT_NE(ics.find("DTSTART:20261025T013000Z\r\n"), std::string::npos);
}

TEST(ToIcs, AnUnknownZoneAndFarYearsStandInUtc) {
  for (const auto& [zone, starts] :
       {std::pair{"Europe/Atlantis", "2026-11-23T05:45:00Z"}, std::pair{"", "2026-11-23T05:45:00Z"},
        std::pair{"Europe/Lisbon", "1969-11-23T05:45:00Z"},
        std::pair{"Europe/Lisbon", "2300-11-23T05:45:00Z"}}) {
    const std::vector events{event("a", parse_instant(starts), zone)};
    const auto ics = to_ics(events);
    EXPECT_EQ(ics.find("TZID"), std::string::npos) << zone;
    EXPECT_NE(ics.find("1123T054500Z\r\n"), std::string::npos) << zone;
  }
}

TEST(ToIcs, EachZoneStandsOnceWhateverTheOrder) {
  std::vector<FeedEvent> events;
  for (int n = 0; n < 9; ++n) {
    const char* zones[]{"Europe/Lisbon", "Asia/Tokyo", "America/Havana"};
    events.push_back(event(std::to_string(n), parse_instant("2026-11-23T05:45:00Z"), zones[n % 3]));
  }
  EXPECT_EQ(count(to_ics(events), "BEGIN:VTIMEZONE"), 3);
}

TEST(ToIcs, AnEmptyFeedIsAWholeCalendar) {
  const auto ics = to_ics(std::span<const FeedEvent>(), {.name = "Nobody"});
  EXPECT_EQ(count(ics, "BEGIN:VTIMEZONE"), 1);
  EXPECT_TRUE(ics.ends_with("END:VTIMEZONE\r\nEND:VCALENDAR\r\n"));
}

TEST(ToIcs, AnAlarmRingsBeforeWhatTakesPlace) {
  std::vector events{event("a", parse_instant("2026-11-23T05:45:00Z"), "UTC"),
                     event("b", parse_instant("2026-11-24T05:45:00Z"), "UTC")};
  events[1].status = EventStatus::kCancelled;
  const auto ics = to_ics(events, {.alarm = 15min});
  EXPECT_EQ(count(ics, "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\n"), 1);
  EXPECT_EQ(count(ics, "BEGIN:VALARM"), 1);
  EXPECT_THROW((void)to_ics(events, {.alarm = -1min}), InvalidArgument);
  EXPECT_THROW((void)to_ics(events, {.alarm = 24h * 28 + 1min}), InvalidArgument);
}

TEST(ToIcs, TwoEventsWithOneUidAreRefused) {
  const std::vector<Agenda> twice(2, testing::sample_agenda());
  EXPECT_THROW((void)to_ics(twice), InvalidArgument);
}

}  // namespace
}  // namespace huddlekit
