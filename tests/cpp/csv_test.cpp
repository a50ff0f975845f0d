#include "core/text/csv.hpp"

#include <gtest/gtest.h>

#include <random>

#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using Cells = std::vector<std::string>;

std::vector<CsvRow> read(std::string_view text) { return read_csv(text, "t.csv", 1u << 20); }

int line_of_problem(std::string_view text) {
  try {
    (void)read(text);
  } catch (const ParseError& e) {
    return e.problems().front().line;
  }
  return -1;
}

TEST(Csv, QuotesHoldCommasQuotesAndLines) {
  const auto rows = read("a,\"b,\"\"c\"\"\",\"two\nlines\"\r\n\r\nd,,\n");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].cells, (Cells{"a", "b,\"c\"", "two\nlines"}));
  EXPECT_EQ(rows[1].cells, (Cells{"d", "", ""}));
  EXPECT_EQ(rows[1].line, 4) << "lines within quotes and empty ones count";
}

TEST(Csv, ABrokenQuoteIsToldByTheLineInWhichItOpens) {
  std::string text = "a,b\n";
  for (int line = 2; line < 90'000; ++line) text += "x,y\n";
  EXPECT_EQ(line_of_problem(text + "x,\"never closed\nz,z\n"), 90'000);
  EXPECT_EQ(line_of_problem(text + "x,\"closed\" and more\n"), 90'000);
  EXPECT_EQ(line_of_problem(text), -1);
}

TEST(Csv, WhatASpreadsheetWouldCalculateIsGuardedAndComesBack) {
  for (const std::string cell : {"=1+1", "+1", "-1", "@x", "\tx", "'=x", "''-", "＝1"}) {
    const auto row = csv_row(Cells{cell});
    const auto back = read(row)[0].cells[0];
    EXPECT_EQ(back.front(), '\'') << row;
    EXPECT_EQ(unguarded(back), cell);
  }
  for (const std::string cell : {"'tis", "it's", "a=b"}) {
    EXPECT_EQ(unguarded(read(csv_row(Cells{cell}))[0].cells[0]), cell);
  }
}

TEST(Csv, WhateverIsWrittenIsReadAgain) {
  std::mt19937 random(7);
  const std::string alphabet = "ab,;\"'\n=- ";
  for (int round = 0; round < 500; ++round) {
    Cells cells(1 + random() % 4);
    for (auto& cell : cells) {
      for (auto n = random() % 6; n > 0; --n) cell += alphabet[random() % alphabet.size()];
    }
    cells[0] += 'x';  // a lone empty cell is an empty line
    auto back = read(csv_row(cells));
    ASSERT_EQ(back.size(), 1u);
    for (auto& cell : back[0].cells) cell = unguarded(cell);
    EXPECT_EQ(back[0].cells, cells);
  }
}

}  // namespace
}  // namespace huddlekit
