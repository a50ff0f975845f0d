#include "huddlekit/motto.hpp"

#include <gtest/gtest.h>

#include "hostile.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using Texts = std::vector<std::string>;

bool says(const MottoCheck& check, std::string_view part) {
  for (const auto& suggestion : check.suggestions) {
    if (suggestion.find(part) != std::string::npos) return true;
  }
  return false;
}

TEST(Motto, AGoodOneIsLeftAlone) {
  for (const char* text :
       {"Look after whoever is in front of you.", "Treat guests as you would friends.",
        "Keep your word", "Use your best judgment.",
        "Ladies and gentlemen serving ladies and gentlemen", "We find your way home.",
        "Don’t point. Walk with them."}) {
    EXPECT_EQ(check_motto(text).suggestions, Texts{}) << text;
  }
}

TEST(Motto, WordsAndCharactersAreCounted) {
  const MottoCheck check = check_motto("Zoë’s guests — and well-known friends");
  EXPECT_EQ(check.words, 6);
  EXPECT_EQ(check.characters, 37);
}

TEST(Motto, FortyWordsAreTooMany) {
  std::string text = "We";
  for (int n = 0; n < 39; ++n) text += " help";
  const MottoCheck check = check_motto(text);
  EXPECT_EQ(check.words, 40);
  ASSERT_EQ(check.suggestions.size(), 1u);
  EXPECT_TRUE(says(check, "it has 40 words"));
}

TEST(Motto, TwelveWordsAreNotTooMany) {
  EXPECT_EQ(check_motto("We keep our word to you, and to you, and to you.").words, 12);
  EXPECT_FALSE(says(check_motto("We keep our word to you, and to you, and to you."), "Shorten"));
  EXPECT_TRUE(
      says(check_motto("We keep our word to you, and to you, and to you all."), "13 words"));
}

TEST(Motto, LongWordsAreNamedOnceAndAtMostThree) {
  const MottoCheck check = check_motto(
      "We serve you: Innovation, innovation, Innovation, professionalism, individuality, "
      "responsibility.");
  EXPECT_EQ(check.suggestions,
            Texts{"Find a plainer word for “Innovation”, “innovation” and “professionalism”."});
}

TEST(Motto, ATextOfMediumWordsThatReadsLikeAReportIsRemarkedOn) {
  const MottoCheck check = check_motto("Deliver superior customer performance");
  EXPECT_LT(check.reading_ease, 30);
  EXPECT_EQ(check.suggestions,
            Texts{"Say it in words of one or two syllables; it reads like a report."});
}

TEST(Motto, ReadingEaseIsFleschs) {
  // Nine words of a syllable in one sentence; then one, two and two syllables in two.
  EXPECT_NEAR(*check_motto("The cat sat on the mat and ate fish.").reading_ease,
              206.835 - 1.015 * 9 - 84.6, 1e-9);
  EXPECT_NEAR(*check_motto("Named table. Wanted!").reading_ease,
              206.835 - 1.015 * 3 / 2 - 84.6 * 5 / 3, 1e-9);
}

TEST(Motto, AThingThatSoundsLikeADeedIsNone) {
  EXPECT_FALSE(check_motto("Our care, your comfort").names_a_deed);
  EXPECT_FALSE(check_motto("Excellence in work").names_a_deed);
  EXPECT_TRUE(check_motto("Care first").names_a_deed);
  EXPECT_TRUE(check_motto("Running for you").names_a_deed);
  EXPECT_TRUE(check_motto("We never stop").names_a_deed);
}

TEST(Motto, SaysWhatIsMissing) {
  const MottoCheck check = check_motto("Quality");
  EXPECT_FALSE(check.names_somebody);
  EXPECT_FALSE(check.names_a_deed);
  EXPECT_TRUE(says(check, "Say whom it is about"));
  EXPECT_TRUE(says(check, "Say what to do"));
}

TEST(Motto, OfATextWithoutLatinLettersOnlyTheLengthIsKnown) {
  const MottoCheck check = check_motto("用心待客");
  EXPECT_EQ(check.characters, 4);
  EXPECT_EQ(check.reading_ease, std::nullopt);
  EXPECT_EQ(check.suggestions, Texts{});
}

TEST(Motto, NothingToReadIsRefusedByName) {
  for (const std::string text : {"", " ", "\x1b", "\xff"}) {
    try {
      (void)check_motto(text);
      ADD_FAILURE() << text;
    } catch (const InvalidArgument& error) {
      EXPECT_TRUE(std::string_view(error.what()).starts_with("text: ")) << error.what();
    }
  }
  EXPECT_THROW((void)check_motto(std::string(2001, 'a')), InvalidArgument);
}

TEST(Motto, HostileTextIsAnsweredOrRefused) {
  for (const auto& text : testing::hostile_strings()) {
    try {
      const MottoCheck check = check_motto(text);
      EXPECT_EQ(check, check_motto(text)) << text;
      EXPECT_LE(check.words, check.characters) << text;
      EXPECT_LE(check.suggestions.size(), 4u) << text;
    } catch (const InvalidArgument&) {
    }
  }
}

}  // namespace
}  // namespace huddlekit
