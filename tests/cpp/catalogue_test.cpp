#include "core/sentences/catalogue.hpp"

#include <gtest/gtest.h>

#include <random>

#include "core/sentences/days.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/language.hpp"

namespace huddlekit::sentences {
namespace {

const Catalogue& kEnglish = catalogue("en");

std::string named(std::string_view text) {
  return say(text, kEnglish, [](Id id) { return "person " + std::to_string(id); });
}

TEST(Catalogue, ASentenceIsItsKeyAndWhatIsPutIn) {
  const auto text = "Hello. " + phrase("open.leads", person(17));
  EXPECT_EQ(text,
            "Hello. \x0Eopen.leads\x1F\x01"
            "17\x02\x0F");
  EXPECT_EQ(named(text), "Hello. person 17 leads.");
  EXPECT_EQ(named("no sentence at all"), "no sentence at all");
  EXPECT_EQ(named(phrase("lead.again", person(1), times(2), phrase("day.yesterday"), 3)),
            "person 1 has led twice, last yesterday: nobody of the 3 who could lead today has "
            "waited longer for a turn.");
}

TEST(Catalogue, TheCountChoosesTheForm) {
  EXPECT_EQ(named(phrase("time.minutes", 1)), "1 minute");
  EXPECT_EQ(named(phrase("time.minutes", 0)), "0 minutes");
  const std::vector<std::string> one{person(1)}, two{person(1), person(2)};
  EXPECT_EQ(named(phrase("open.away", one, one.size())), "person 1 is away.");
  EXPECT_EQ(named(phrase("open.away", two, two.size())), "person 1 and person 2 are away.");
}

TEST(Catalogue, ListsAndNumbersAreWrittenAsTheLanguageDoes) {
  const Say say("en");
  EXPECT_EQ(say.list(std::vector<std::string>{}), "");
  EXPECT_EQ(say.list(std::vector<std::string>{"a"}), "a");
  EXPECT_EQ(say.list(std::vector<std::string>{"a", "b", "c", "d"}), "a, b, c and d");
  for (const auto& [digits, shown] :
       {std::pair("5", "5"), std::pair("500", "500"), std::pair("5000", "5,000"),
        std::pair("1234567", "1,234,567"), std::pair("1.5", "1.5"),
        std::pair("-1000.25", "-1,000.25")}) {
    EXPECT_EQ(say("number.of", Numeral{digits}), shown);
  }
}

TEST(Catalogue, EveryKeyCanBeSaidInEveryLanguage) {
  for (const auto& tag : huddlekit::languages()) {
    const auto& in = spoken(tag);
    for (const auto& info : kKeys) {
      std::string text(1, marks::kPhrase);
      text += info.key;
      for (int i = 0; i < info.arguments; ++i) text += marks::kArgument + std::string("2");
      text += marks::kPhraseEnd;
      EXPECT_TRUE(is_sound(text)) << info.key;
      const auto said = say(text, in);
      EXPECT_FALSE(said.empty()) << info.key;
      EXPECT_EQ(said.find_first_of("{}"), said.npos) << said;
      EXPECT_FALSE(has_marks(said)) << said;
    }
  }
}

TEST(Catalogue, ThePseudoLanguageAccentsAllThatIsOurs) {
  const auto said = Say("en-XA")("open.moved_why", std::string("06:45"), std::string("a party"));
  EXPECT_EQ(said, "Ṁöṽéð ƒŕöɱ 06:45: a party.");
  for (const auto& info : kKeys) {
    if (info.arguments > 0) continue;
    for (const char c : Say("en-XA").named(info.key)) EXPECT_FALSE(std::isalpha(c)) << info.key;
  }
}

TEST(Catalogue, WhatIsNotThereIsRefusedAndShownInEnglish) {
  EXPECT_THROW((void)spoken("xx"), NotFound);
  EXPECT_EQ(&catalogue("xx"), &kEnglish);
  try {
    (void)spoken("en-XB");
    FAIL();
  } catch (const NotFound& error) {
    EXPECT_STREQ(error.what(),
                 "language: must be one of en and en-XA, got \"en-XB\"; did you mean \"en-XA\"?");
  }
}

TEST(Catalogue, ADamagedTextIsSaidAsFarAsItGoes) {
  EXPECT_EQ(named("\x0Eopen.leads\x1F"
                  "Ana"),
            "open.leadsAna")
      << "no end";
  EXPECT_EQ(named("\x0Eno.such\x1F"
                  "Ana\x1F"
                  "Ben\x0F"),
            "Ana Ben")
      << "of a later version";
  EXPECT_EQ(named("\x0Eopen.leads\x0F"), " leads.") << "too few";
  EXPECT_EQ(named("\x0Eopen.leads\x1F"
                  "Ana\x1F"
                  "Ben\x0F"),
            "Ana leads.")
      << "too many";
  EXPECT_EQ(named("\x01"
                  "17"),
            "17");
  EXPECT_EQ(named("\x01x\x02!"), "!");
  EXPECT_EQ(named("\x02\x0F"), "\x02\x0F") << "no mark that begins anything";
  for (const char* text : {"\x0Eopen.leads\x0F",
                           "\x0Eno.such\x1F"
                           "a\x0F",
                           "\x01"
                           "1",
                           "a\x1F"
                           "b",
                           "\x0Eopen.leads\x1F\x02\x0F", "\x0F"}) {
    EXPECT_FALSE(is_sound(text)) << text;
  }
}

TEST(Catalogue, NoBytesTakeLongOrGoDeep) {
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "\x0Eopen.leads\x1F";
  deep += std::string(20'000, '\x0F');
  (void)named(deep);
  EXPECT_FALSE(is_sound(deep));
  std::mt19937 random(20261130);
  constexpr std::string_view kBytes =
      "\x01\x02\x0E\x0F\x1E\x1F\x11"
      "17a.{}";
  for (int run = 0; run < 20'000; ++run) {
    std::string text;
    for (auto n = random() % 40; n > 0; --n) {
      text += random() % 8 == 0 ? std::string("open.away")
                                : std::string(1, kBytes[random() % kBytes.size()]);
    }
    const auto said = named(text);
    if (is_sound(text)) EXPECT_EQ(named(said), said) << "said once, it is words";
  }
}

}  // namespace
}  // namespace huddlekit::sentences
