// Our reader of zone files against Howard Hinnant's `date`, which reads the same files of this
// system.
#include <date/tz.h>
#include <gtest/gtest.h>

#include "calendar/zone_table.hpp"

namespace huddlekit::detail {
namespace {

using std::chrono::seconds;

TEST(ZoneOracle, EveryZoneHasTheOffsetsThatDateReadsOnBothSidesOfEachChange) {
  std::size_t compared = 0;
  for (const auto& zone : date::get_tzdb().zones) {
    if (zone.name() == "localtime") continue;  // depends on the machine
    const auto* table = ZoneTable::find(zone.name());
    ASSERT_NE(table, nullptr) << zone.name();
    // `date` takes the last change that a file lists to hold for ever, while the rule in the file's
    // footer goes on.
    for (date::sys_info info = zone.get_info(date::sys_seconds::min());
         info.end < date::sys_days{date::year{2037} / 12 / 31}; info = zone.get_info(info.end)) {
      const date::sys_seconds last{info.end - seconds{1}};
      EXPECT_EQ(table->local(last).time_since_epoch(), last.time_since_epoch() + info.offset)
          << zone.name() << " before " << info.end.time_since_epoch().count();
      if (info.begin > date::sys_days{date::year{1} / 1 / 1}) {
        EXPECT_EQ(table->local(info.begin).time_since_epoch(),
                  info.begin.time_since_epoch() + info.offset)
            << zone.name() << " from " << info.begin.time_since_epoch().count();
      }
      ++compared;
    }
  }
  EXPECT_GT(compared, 10'000u);
}

TEST(ZoneOracle, ItKnowsTheZonesThatDateKnows) {
  std::vector<std::string> names;
  for (const auto& zone : date::get_tzdb().zones) {
    if (zone.name() != "localtime") names.push_back(zone.name());
  }
  EXPECT_EQ(ZoneTable::names(), names);
}

}  // namespace
}  // namespace huddlekit::detail
