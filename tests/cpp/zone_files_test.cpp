#include "calendar/zone_files.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "huddlekit/errors.hpp"

namespace huddlekit::detail {
namespace {

using namespace std::chrono;

std::string number(std::int64_t value, int width) {
  std::string out;
  for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
    out += static_cast<char>(static_cast<std::uint64_t>(value) >> shift & 0xff);
  }
  return out;
}

struct Change {
  std::int64_t at;
  int type;
};

/// One block of a file with two offsets, `LMT` of 53:28 and `CET` of one hour.
std::string block(char version, int width, const std::vector<Change>& changes) {
  std::string out = std::string("TZif") + version + std::string(15, '\0');
  const auto count = static_cast<std::int64_t>(changes.size());
  for (const std::int64_t n : {std::int64_t{0}, std::int64_t{0}, std::int64_t{1}, count,
                               std::int64_t{2}, std::int64_t{8}}) {
    out += number(n, 4);
  }
  for (const auto& change : changes) out += number(change.at, width);
  for (const auto& change : changes) out += static_cast<char>(change.type);
  out += number(53 * 60 + 28, 4) + number(0, 2) + number(3600, 4) + number(4, 2);
  out += std::string("LMT\0CET\0", 8);
  return out + number(78796800, width) + number(1, 4);  // a leap second
}

std::string modern(const std::vector<Change>& changes, const std::string& footer = "\nCET-1\n") {
  return block('2', 4, {}) + block('2', 8, changes) + footer;
}

TEST(ZoneFiles, BothVersionsSayTheSame) {
  const auto old = read_zone_file(block('\0', 4, {{-2000000000, 1}}));
  const auto now = read_zone_file(modern({{-2000000000, 1}}));
  ASSERT_EQ(old.changes.size(), 2u);
  ASSERT_EQ(now.changes.size(), 2u);
  for (const auto& file : {old, now}) {
    EXPECT_EQ(file.changes[0].offset, 3208s);
    EXPECT_EQ(file.changes[0].abbreviation, "LMT");
    EXPECT_EQ(file.changes[1].begin, Instant{-2000000000s});
    EXPECT_EQ(file.changes[1].offset, 1h);
    EXPECT_EQ(file.changes[1].abbreviation, "CET");
  }
  EXPECT_EQ(old.footer, "");
  EXPECT_EQ(now.footer, "CET-1");
}

TEST(ZoneFiles, WhatChangesAfterTheYear9999IsLeftOut) {
  const auto file = read_zone_file(modern({{0, 1}, {std::numeric_limits<std::int64_t>::max(), 0}}));
  ASSERT_EQ(file.changes.size(), 2u);
  EXPECT_EQ(file.changes[1].begin, Instant{0s});
}

TEST(ZoneFiles, AnOffsetOfADayIsRefused) {
  auto content = modern({{0, 1}});
  const auto at = content.rfind(number(3600, 4));
  for (const std::int64_t offset : {86'400, -86'400, 1'440'000}) {
    content.replace(at, 4, number(offset, 4));
    EXPECT_THROW(read_zone_file(content), StorageError) << offset;
  }
  content.replace(at, 4, number(86'399, 4));
  EXPECT_EQ(read_zone_file(content).changes[1].offset, 86'399s);
}

TEST(ZoneFiles, ATimeBeforeYearOneIsTheBeginningOfAll) {
  const auto file = read_zone_file(modern({{-(std::int64_t{1} << 59), 1}, {0, 0}}));
  ASSERT_EQ(file.changes.size(), 2u);
  EXPECT_EQ(file.changes[0].abbreviation, "CET");
  EXPECT_EQ(file.changes[1].abbreviation, "LMT");
}

TEST(ZoneFiles, AFileCutAnywhereIsRefused) {
  const auto whole = modern({{-2000000000, 1}, {0, 0}});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_THROW(read_zone_file(std::string_view(whole).substr(0, size)), StorageError) << size;
  }
  EXPECT_NO_THROW(read_zone_file(whole));
}

TEST(ZoneFiles, WhatContradictsItselfIsRefused) {
  EXPECT_THROW(read_zone_file(modern({{0, 2}})), StorageError);          // no third offset
  EXPECT_THROW(read_zone_file(modern({{5, 1}, {5, 0}})), StorageError);  // out of order
  EXPECT_THROW(read_zone_file("no zone file at all, but long enough for its header"), StorageError);
  auto huge = modern({});
  huge.replace(32, 4, number(0x7fffffff, 4));
  EXPECT_THROW(read_zone_file(huge), StorageError);
}

}  // namespace
}  // namespace huddlekit::detail
