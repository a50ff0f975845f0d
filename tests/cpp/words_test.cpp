#include "core/text/words.hpp"

#include <gtest/gtest.h>

namespace huddlekit {
namespace {

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> all;
  for (const auto& [start, end] : read_words(text).sentences) {
    all.emplace_back(text.substr(start, end - start));
  }
  return all;
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> all;
  for (const auto& word : read_words(text).words) all.push_back(word.folded);
  return all;
}

using Strings = std::vector<std::string>;

TEST(Words, SentencesEndWhereAReaderWouldPause) {
  EXPECT_EQ(sentences("One. Two!  Three?\nFour"), (Strings{"One.", "Two!", "Three?", "Four"}));
  EXPECT_EQ(sentences("At 6.30 a.m. Mr. Lee and J. Doe left, e.g. early."),
            Strings{"At 6.30 a.m. Mr. Lee and J. Doe left, e.g. early."});
  EXPECT_EQ(sentences("\"No.\" She left... and came back."),
            (Strings{"\"No.\"", "She left... and came back."}));
  EXPECT_EQ(sentences(" \n\t\n"), Strings{});
  EXPECT_EQ(sentences("end of the list no."), Strings{"end of the list no."});
}

TEST(Words, ApostrophesStayInsideAndEndingsFall) {
  EXPECT_EQ(words("Ana's O’Brien didn't; they'll 'quote' us"),
            (Strings{"ana", "o'brien", "didn't", "they", "quote", "us"}));
  EXPECT_EQ(words("wake-up — e‑mail"), (Strings{"wake", "up", "e", "mail"}));
}

TEST(Words, PlacesAndMarksAreThoseOfTheText) {
  const std::string_view text = "Yes. Élan’s post-box, ANA I";
  const auto read = read_words(text);
  ASSERT_EQ(read.words.size(), 6u);
  for (const auto& word : read.words) {
    EXPECT_EQ(folded(text.substr(word.start, word.end - word.start)), word.folded);
  }
  const auto& [yes, elan, post, box, ana, i] = std::tie(
      read.words[0], read.words[1], read.words[2], read.words[3], read.words[4], read.words[5]);
  EXPECT_TRUE(elan.first && elan.capital && elan.genitive && !elan.hyphened);
  EXPECT_TRUE(post.hyphened && box.hyphened && !box.first);
  EXPECT_TRUE(!ana.hyphened && !ana.capital);
  EXPECT_TRUE(i.capital);
  EXPECT_EQ(yes.sentence, 0u);
  EXPECT_EQ(elan.sentence, 1u);
}

TEST(Words, QuotationsNeedBothMarks) {
  for (const std::string_view text : {"He said \"it was late\" then", "He said “it was late” then",
                                      "He said „it was late“ then", "He said «it was late» then"}) {
    const auto read = read_words(text);
    for (const auto& word : read.words) {
      const bool inside = word.folded == "it" || word.folded == "was" || word.folded == "late";
      EXPECT_EQ(word.quoted, inside) << text << ": " << word.folded;
    }
  }
  for (const auto& word : read_words("a 12\" pipe\nand 3\" more").words) EXPECT_FALSE(word.quoted);
}

TEST(Words, FoldingIsForReadersWhoTypeQuickly) {
  EXPECT_EQ(folded("JOSÉ Núñez’s ÄÖÜ Łódź Žižek ŞİŞ Ÿ"), "jose nunez's aou lodz zizek sis y");
  EXPECT_EQ(folded("Jose\u0301"), "jose");
  EXPECT_EQ(folded("ΑΝΝΑ АННА Ђ straße 田中 🙂"), "αννα анна ђ straße 田中 🙂");
}

TEST(Words, ScriptsWithoutSpacesAreKnown) {
  for (const auto* text : {"田中", "たなか", "김민수", "สมชาย"}) EXPECT_TRUE(runs_on(text)) << text;
  for (const auto* text : {"Ana", "Анна", "محمد", "Άννα", "🙂"})
    EXPECT_FALSE(runs_on(text)) << text;
}

}  // namespace
}  // namespace huddlekit
