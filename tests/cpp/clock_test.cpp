#include "huddlekit/clock.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <memory>

#include "huddlekit/file_path.hpp"

namespace huddlekit {
namespace {

const Instant kEarly = parse_instant("2026-11-23T06:45:00Z");
Instant early() { return kEarly; }

TEST(Clock, AsksWhateverItWasMadeOf) {
  const std::function<Instant()> kept = early;
  EXPECT_EQ(Clock(early)(), kEarly);
  EXPECT_EQ(Clock(kept)(), kEarly);
  EXPECT_EQ(Clock([at = kEarly] { return at; })(), kEarly);
}

TEST(Clock, IsEmptyWhenNothingIsBehindIt) {
  EXPECT_FALSE(Clock());
  EXPECT_FALSE(Clock(std::function<Instant()>{}));
  EXPECT_FALSE(Clock(static_cast<Instant (*)()>(nullptr)));
  EXPECT_TRUE(Clock(early));
}

TEST(Clock, CopiesAndMovesWithWhatItHolds) {
  const auto counted = std::make_shared<int>(0);
  {
    Clock one([counted] { return kEarly + std::chrono::seconds{*counted}; });
    Clock copy = one;
    Clock moved = std::move(one);
    EXPECT_FALSE(one);  // NOLINT: what it promises
    *counted = 7;
    EXPECT_EQ(copy(), kEarly + std::chrono::seconds{7});
    copy = moved;
    copy = copy;  // NOLINT
    EXPECT_EQ(copy(), moved());
    moved = Clock{};
    EXPECT_FALSE(moved);
    EXPECT_TRUE(copy);
  }
  EXPECT_EQ(counted.use_count(), 1);
}

TEST(FilePath, IsMadeOfTextAndOfPaths) {
  const std::string text = "a/b.huddle";
  EXPECT_EQ(FilePath(text).string(), text);
  EXPECT_EQ(FilePath("a/b.huddle").string(), text);
  EXPECT_EQ(FilePath(std::string_view(text)).string(), text);
  EXPECT_EQ(FilePath(std::filesystem::path(text)).string(), text);
}

}  // namespace
}  // namespace huddlekit
