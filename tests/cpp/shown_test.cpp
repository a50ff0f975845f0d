#include "render/ink/shown.hpp"

#include <gtest/gtest.h>

#include <random>

#include "hostile.hpp"
#include "render/ink/utf8.hpp"
#include "render/ink/width.hpp"

namespace huddlekit::detail {
namespace {

std::vector<std::string> strings() { return testing::hostile_strings(); }

TEST(Shown, ControlCharactersBecomeTheirPictures) {
  EXPECT_EQ(shown("\x1b[31mred"), "␛[31mred");
  EXPECT_EQ(shown(std::string("a\0b\x7f", 4)), "a␀b␡");
  EXPECT_EQ(shown("\u009b31m"), "\uFFFD31m");
}

TEST(Shown, LineBreaksOfEveryKindAreOneAndBlankLinesDoNotPileUp) {
  EXPECT_EQ(shown("a\r\nb\rc\u2028d\u0085e"), "a\nb\nc\nd\ne");
  EXPECT_EQ(shown("\n\n a  \n \t\n\n\n b \n"), "a\n\nb");
  EXPECT_EQ(shown_line(" a \r\n\t b\n"), "a b");
}

TEST(Shown, WhatReordersOtherTextIsLeftOutAndRightToLeftTextIsIsolated) {
  EXPECT_EQ(shown("\u202Eevil\u2066!\u2069"), "evil!");
  EXPECT_EQ(isolated("שלום"), "\u2068שלום\u2069");
  EXPECT_EQ(isolated("Ana"), "Ana");
}

TEST(Shown, ShowingTwiceChangesNothing) {
  for (const auto& text : strings()) {
    EXPECT_EQ(shown(shown(text)), shown(text)) << text;
    EXPECT_EQ(shown_line(shown_line(text)), shown_line(text)) << text;
  }
}

TEST(Width, CountsColumnsAsATerminalDoes) {
  EXPECT_EQ(display_width("Ana"), 3u);
  EXPECT_EQ(display_width("林美"), 4u);
  EXPECT_EQ(display_width("é"), 1u);
  EXPECT_EQ(display_width("e\u0301"), 1u);
  EXPECT_EQ(display_width("😀"), 2u);
  EXPECT_EQ(display_width("👩‍🍳"), 2u);  // joined: one picture
  EXPECT_EQ(display_width("👍🏽"), 2u);
  EXPECT_EQ(display_width("🇩🇰🇸🇪"), 4u);  // two flags
  EXPECT_EQ(display_width("☎"), 1u);
  EXPECT_EQ(display_width("☎️"), 2u);
  EXPECT_EQ(display_width("שָׁלוֹם"), 4u);
  EXPECT_EQ(display_width("\u200b"), 0u);
}

TEST(Width, WrappingKeepsEveryWordAndEveryLineFits) {
  for (const auto& text : strings()) {
    const std::string clean = shown_line(text);
    for (std::size_t columns : {2, 7, 40}) {
      std::string joined;
      for (const auto& line : wrap(clean, columns)) {
        EXPECT_LE(display_width(line), columns) << text;
        EXPECT_FALSE(line.empty()) << text;
        joined += line;
      }
      std::string letters = clean;
      std::erase(letters, ' ');
      std::erase(joined, ' ');
      EXPECT_EQ(joined, letters);
    }
  }
}

TEST(Width, WrapsAtBlanksAndBreaksOnlyWhatIsLongerThanALine) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(wrap("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(wrap("a unbreakable", 5), (Lines{"a", "unbre", "akabl", "e"}));
  EXPECT_EQ(wrap("林美林美", 5), (Lines{"林美", "林美"}));
  EXPECT_EQ(wrap("a\n\nb", 5), (Lines{"a", "", "b"}));
  EXPECT_EQ(wrap("", 5), Lines{});
}

/// UTF-16 units, counted the plain way.
std::size_t units(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) count += take(text) > 0xFFFF ? 2 : 1;
  return count;
}

TEST(Shorten, FitsSaysSoAndNeverSplitsACharacter) {
  for (const auto& text : strings()) {
    const std::string clean = shown(text);
    for (std::size_t limit = 1; limit < 45; ++limit) {
      const std::string shorter = shorten(clean, limit);
      EXPECT_LE(units(shorter), limit) << text;
      EXPECT_TRUE(is_utf8(shorter)) << text;
      if (shorter == clean) continue;
      EXPECT_GT(units(clean), limit) << text;
      ASSERT_TRUE(shorter.ends_with("…")) << text;
      EXPECT_TRUE(clean.starts_with(shorter.substr(0, shorter.size() - 3))) << text;
    }
  }
}

TEST(Shorten, CutsBetweenWordsWhereThatCostsLittle) {
  EXPECT_EQ(shorten("The west lift is out", 20), "The west lift is out");
  EXPECT_EQ(shorten("The west lift is out", 19), "The west lift is…");
  EXPECT_EQ(shorten("A supercalifragilistic", 12), "A supercali…");
  EXPECT_EQ(shorten("cook 👩‍🍳", 8), "cook…");
}

}  // namespace
}  // namespace huddlekit::detail
