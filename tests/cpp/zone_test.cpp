#include "huddlekit/zone.hpp"

#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "calendar/zone_table.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;

LocalTime at(std::string_view text) {  // `2026-03-08 02:30`
  return parse_day(text.substr(0, 10)) + parse_time_of_day(text.substr(11));
}

std::string resolved(const char* zone, const char* local, LocalPolicy policy) {
  const auto instant = resolve_local(zone, at(local), policy);
  return instant ? to_string(*instant) : "none";
}

TEST(Zone, EachPolicyTreatsASkippedAndARepeatedTimeAsItSays) {
  struct Row {
    LocalPolicy policy;
    const char* skipped;   // New York, 2026-03-08 02:30
    const char* repeated;  // New York, 2026-11-01 01:30
  };
  for (const auto& [policy, skipped, repeated] :
       {Row{LocalPolicy::kCompatible, "2026-03-08T07:30:00Z", "2026-11-01T05:30:00Z"},
        Row{LocalPolicy::kEarlier, "2026-03-08T06:30:00Z", "2026-11-01T05:30:00Z"},
        Row{LocalPolicy::kLater, "2026-03-08T07:30:00Z", "2026-11-01T06:30:00Z"},
        Row{LocalPolicy::kSkip, "none", "2026-11-01T05:30:00Z"},
        Row{LocalPolicy::kTransition, "2026-03-08T07:00:00Z", "2026-11-01T05:30:00Z"}}) {
    EXPECT_EQ(resolved("America/New_York", "2026-03-08 02:30", policy), skipped)
        << to_string(policy);
    EXPECT_EQ(resolved("America/New_York", "2026-11-01 01:30", policy), repeated)
        << to_string(policy);
    EXPECT_EQ(parse_local_policy(to_string(policy)), policy);
  }
  for (const auto* local : {"2026-03-08 02:30", "2026-11-01 01:30"}) {
    EXPECT_THROW((void)resolve_local("America/New_York", at(local), LocalPolicy::kError),
                 InvalidArgument);
  }
  EXPECT_EQ(resolved("America/New_York", "2026-03-08 03:00", LocalPolicy::kError),
            "2026-03-08T07:00:00Z");
}

TEST(Zone, AWeekAroundEachClockChangeHoldsEveryHuddleOfATeamThatNeverSleeps) {
  struct Row {
    const char* zone;
    const char* day;         // of the change
    const char* huddle;      // the time of day that the change skips or repeats
    const char* on_the_day;  // the instant of that huddle
    const char* next_day;    // and of the one a day later
  };
  for (const auto& [zone, day, huddle, on_the_day, next_day] :
       {Row{"America/New_York", "2026-03-08", "02:15", "2026-03-08T07:15:00Z",
            "2026-03-09T06:15:00Z"},
        Row{"America/New_York", "2026-11-01", "01:15", "2026-11-01T05:15:00Z",
            "2026-11-02T06:15:00Z"},
        Row{"Europe/London", "2026-03-29", "01:15", "2026-03-29T01:15:00Z", "2026-03-30T00:15:00Z"},
        Row{"Europe/London", "2026-10-25", "01:15", "2026-10-25T00:15:00Z", "2026-10-26T01:15:00Z"},
        Row{"Africa/Cairo", "2026-04-24", "00:15", "2026-04-23T22:15:00Z", "2026-04-24T21:15:00Z"},
        Row{"Africa/Cairo", "2026-10-29", "23:15", "2026-10-29T20:15:00Z", "2026-10-30T21:15:00Z"},
        Row{"Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45:00Z",
            "2026-10-04T15:15:00Z"},
        Row{"Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00Z",
            "2026-04-05T15:15:00Z"}}) {
    const Zone in(zone);
    const Day change = parse_day(day);
    const seconds time = parse_time_of_day(huddle);
    EXPECT_EQ(to_string(*in.resolve(change + time)), on_the_day) << zone << " " << day;
    EXPECT_EQ(to_string(*in.resolve(change + days{1} + time)), next_day) << zone << " " << day;
    EXPECT_THROW((void)in.resolve(change + time, LocalPolicy::kError), InvalidArgument)
        << zone << " " << day << " has no change at " << huddle;

    // Three shifts a day for a week: never two at once, never out of order, never more than an hour
    // from their usual distance.
    std::optional<Instant> before;
    for (LocalTime local = change - days{3} + time; local < change + days{4}; local += hours{8}) {
      const Instant now = *in.resolve(local);
      if (before) {
        EXPECT_GE(now - *before, hours{7}) << zone << " " << to_string(local);
        EXPECT_LE(now - *before, hours{9}) << zone << " " << to_string(local);
      }
      before = now;
    }
  }
}

TEST(Zone, LocalTimesAndInstantsAreInverse) {
  std::mt19937 random(1970);
  for (const auto* name : {"America/New_York", "Europe/Dublin", "Australia/Lord_Howe",
                           "Africa/Casablanca", "Asia/Tokyo", "UTC", "Antarctica/Troll"}) {
    const Zone zone(name);
    for (int run = 0; run < 3000; ++run) {
      const Instant instant =
          sys_days{1800y / January / 1} +
          seconds{std::uniform_int_distribution<std::int64_t>(0, 250'000'000'000)(random)};
      const LocalTime local = zone.local(instant);
      EXPECT_TRUE(zone.resolve(local, LocalPolicy::kEarlier) == instant ||
                  zone.resolve(local, LocalPolicy::kLater) == instant)
          << name << " " << to_string(instant);
    }
  }
}

/// The truth as far as a table of changes says it: the offsets are tried one by one.
std::vector<Instant> readings(const std::vector<detail::OffsetChange>& changes, LocalTime local) {
  std::vector<Instant> found;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const Instant instant = Instant{local.time_since_epoch()} - changes[i].offset;
    const bool begun = i == 0 || instant >= changes[i].begin;
    if (begun && (i + 1 == changes.size() || instant < changes[i + 1].begin)) {
      found.push_back(instant);
    }
  }
  return found;
}

TEST(ZoneTable, CrowdedChangesAreReadAsTryingEveryOffsetDoes) {
  std::mt19937 random(26);
  const auto number = [&](int low, int high) {
    return std::uniform_int_distribution(low, high)(random);
  };
  for (int run = 0; run < 200; ++run) {
    std::vector<detail::OffsetChange> changes{{Instant::min(), hours{number(-12, 12)}, "A"}};
    Instant t = sys_days{2026y / January / 1};
    for (int i = 0; i < 12; ++i) {
      changes.push_back({t += hours{number(1, 40)}, hours{number(-12, 12)}, "B"});
    }
    const detail::ZoneTable table("Test/Zone", changes, std::nullopt);
    for (int i = 0; i < 200; ++i) {
      const LocalTime local = local_days{2025y / December / 30} + minutes{number(0, 22 * 24 * 60)};
      const auto expected = readings(changes, local);
      if (expected.empty()) {
        EXPECT_EQ(table.resolve(local, LocalPolicy::kSkip), std::nullopt) << "run " << run;
        continue;
      }
      EXPECT_EQ(table.resolve(local, LocalPolicy::kEarlier), expected.front()) << "run " << run;
      EXPECT_EQ(table.resolve(local, LocalPolicy::kLater), expected.back()) << "run " << run;
    }
  }
}

TEST(ZoneTable, ASlimFileKeepsItsDaylightSaving) {
  // What a slim file of New York lists after 2006, and its footer.
  const detail::ZoneTable slim("Slim/New_York",
                               {{Instant::min(), -5h, "EST"},
                                {sys_days{2007y / March / 11} + 7h, -4h, "EDT"},
                                {sys_days{2007y / November / 4} + 6h, -5h, "EST"}},
                               detail::PosixTz::parse("EST5EDT,M3.2.0,M11.1.0"));
  const Zone full("America/New_York");
  for (const year y : {2007y, 2008y, 2026y, 2037y, 2038y, 2100y, 2407y, 2408y, 2409y, 9999y}) {
    for (unsigned m = 1; m <= 12; ++m) {
      for (unsigned d = 1; d <= 28; ++d) {
        const LocalTime local = local_days{y / month{m} / day{d}} + 2h + 30min;
        const Instant instant{local.time_since_epoch()};
        for (const auto policy : {LocalPolicy::kEarlier, LocalPolicy::kLater, LocalPolicy::kSkip,
                                  LocalPolicy::kTransition}) {
          ASSERT_EQ(slim.resolve(local, policy), full.resolve(local, policy)) << to_string(local);
        }
        ASSERT_EQ(slim.local(instant), full.local(instant)) << to_string(instant);
      }
    }
  }
}

TEST(ZoneTable, DaylightSavingAllYearRoundNeverChanges) {
  const detail::ZoneTable table("Test/Always", {{Instant::min(), -3h, "XXX"}},
                                detail::PosixTz::parse("XXX3EDT4,0/0,J365/23"));
  for (const year y : {1970y, 2026y, 5000y, 9998y}) {
    const LocalTime local = local_days{y / December / 31} + 23h + 30min;
    EXPECT_EQ(table.resolve(local, LocalPolicy::kError), Instant{local.time_since_epoch()} + 4h);
  }
}

TEST(ZoneTable, ChangesOfARangeBeginWithWhatHolds) {
  const auto* table = detail::ZoneTable::find("Europe/Berlin");
  ASSERT_NE(table, nullptr);
  const auto changes = table->changes(sys_days{2039y / January / 1}, sys_days{2040y / January / 1});
  ASSERT_EQ(changes.size(), 3U);
  EXPECT_EQ(changes[0], (detail::OffsetChange{sys_days{2038y / October / 31} + 1h, 1h, "CET"}));
  EXPECT_EQ(changes[1], (detail::OffsetChange{sys_days{2039y / March / 27} + 1h, 2h, "CEST"}));
  EXPECT_EQ(changes[2], (detail::OffsetChange{sys_days{2039y / October / 30} + 1h, 1h, "CET"}));
  EXPECT_THROW((void)table->changes(sys_days{2039y / January / 1}, sys_days{9999y / January / 1}),
               InvalidArgument);
}

TEST(Zone, UnknownNamesAreRefusedWithTheNearest) {
  const auto refused = [](std::string_view name) -> std::string {
    try {
      const Zone zone(name);
      return "accepted";
    } catch (const NotFound& e) {
      return e.what();
    }
  };
  EXPECT_EQ(refused("Europe/Berln"),
            "zone: must be an IANA name like Europe/Berlin, got \"Europe/Berln\"; did you mean "
            "\"Europe/Berlin\"?");
  EXPECT_EQ(refused("W. Europe Standard Time"),
            "zone: must be an IANA name like Europe/Berlin, got the Windows name \"W. Europe "
            "Standard Time\"");
  EXPECT_EQ(refused(""), "zone: must be an IANA name like Europe/Berlin, got \"\"");
  for (const auto* name : {"posix/UTC", "right/UTC", "../UTC", "localtime", "UTC\n"}) {
    EXPECT_NE(refused(name), "accepted") << name;
  }
  EXPECT_EQ(Zone("UTC"), Zone("UTC"));
  EXPECT_EQ(Zone("Europe/Berlin").name(), "Europe/Berlin");
}

TEST(Zone, TimesOutsideTheCalendarAreRefused) {
  for (const auto* name : {"UTC", "America/New_York", "Asia/Tokyo"}) {
    const Zone zone(name);
    for (const auto since :
         {seconds::min(), seconds::max(), seconds{253'402'300'800}, seconds{-62'135'596'801}}) {
      EXPECT_THROW((void)zone.resolve(LocalTime{since}), InvalidArgument) << name;
      EXPECT_THROW((void)zone.local(Instant{since}), InvalidArgument) << name;
    }
    EXPECT_TRUE(zone.resolve(LocalTime{seconds{253'402'300'799}})) << name;
    EXPECT_TRUE(zone.resolve(LocalTime{seconds{-62'135'596'800}})) << name;
  }
}

TEST(Zone, ManyThreadsReadZonesForTheFirstTime) {
  std::vector<std::jthread> threads;
  std::atomic<int> wrong = 0;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&wrong] {
      for (const auto* name : {"America/Lima", "America/Adak", "Asia/Kathmandu", "Asia/Gaza"}) {
        for (int year = 1990; year < 2050; ++year) {
          const LocalTime noon = local_days{std::chrono::year{year} / June / 15} + 12h;
          if (to_local(name, *resolve_local(name, noon)) != noon) ++wrong;
        }
      }
    });
  }
  threads.clear();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace huddlekit
