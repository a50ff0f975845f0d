// Text that is broken, huge or meant to break the reader.
#include <gtest/gtest.h>

#include "core/text/text.hpp"
#include "huddlekit/playbook.hpp"
#include "playbook/toml_guard.hpp"
#include "playbook_texts.hpp"

namespace huddlekit {
namespace {

using namespace testing;

/// Reads, or fails with problems fit to be shown: one line of UTF-8 each, with a rule.
void expect_an_answer(const std::string& toml) {
  for (const auto& problem : problems_of(toml)) {
    EXPECT_FALSE(problem.rule.empty());
    EXPECT_TRUE(is_utf8(problem.rule));
    EXPECT_EQ(problem.rule.find('\n'), std::string::npos) << problem.rule;
    EXPECT_LT(problem.rule.size(), 3000u);
    EXPECT_GE(problem.line, 0);
  }
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  while (times-- > 0) out += text;
  return out;
}

std::string first_rule(const std::string& toml) {
  const auto problems = problems_of(toml);
  return problems.empty() ? "" : problems[0].rule;
}

TEST(HostilePlaybook, CutOffAnywhereItReadsOrTellsWhy) {
  const std::string whole = content(kEverything);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    SCOPED_TRACE(length);
    expect_an_answer(whole.substr(0, length));
  }
}

TEST(HostilePlaybook, WithAnyByteBrokenItReadsOrTellsWhy) {
  const std::string whole = content(kEverything);
  const std::string bytes = std::string("\0\xff\"'[{=.#\n\\", 11);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    SCOPED_TRACE(at);
    std::string broken = whole;
    broken[at] = bytes[at % bytes.size()];
    expect_an_answer(broken);
  }
}

TEST(HostilePlaybook, WhatIsNotUtf8IsToldWithItsPlace) {
  for (const char* bad : {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82"}) {
    const auto problems = problems_of("format = 1\n# é " + std::string(bad) + "\n");
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].line, 2);
    EXPECT_EQ(problems[0].column, 5);
    EXPECT_TRUE(problems[0].rule.starts_with("a playbook must be UTF-8, got \"\\x"))
        << problems[0].rule;
  }
}

TEST(HostilePlaybook, FourMebibytesAreReadAndOneMoreByteIsNot) {
  std::string text = "format = 1\n#";
  text.resize(detail::kMostBytes, 'x');
  EXPECT_EQ(first_rule(text), "");
  EXPECT_EQ(first_rule(text + "x"), "a playbook must be at most 4 MiB");
  EXPECT_EQ(first_rule(repeated("[[value]]\n", 1'000'000)), "a playbook must be at most 4 MiB");
}

TEST(HostilePlaybook, NestingIsBoundedBeforeTheParserSeesIt) {
  const std::string rule = "tables, arrays and dotted keys may nest at most 16 deep";
  const std::size_t n = 150'000;
  for (const std::string& bomb : {
           "[" + repeated("a.", n) + "a]",
           "[[" + repeated("a.", n) + "a]]",
           repeated("a.", n) + "a = 1",
           repeated("\"a\" . ", n) + "a = 1",
           repeated("'a'.", n) + "a = 1",
           "a = { " + repeated("a.", n) + "a = 1 }",
           "a = " + repeated("[", n) + repeated("]", n),
           "a = " + repeated("[", n),
           "a = " + repeated("[\n#]\n", n),
           "a = " + repeated("{ a = ", n) + "1" + repeated(" }", n),
           "a = " + repeated("[{ a = ", n) + "1" + repeated(" }]", n),
           "a = \"\\\"\"\n" + repeated("b.", n) + "b = 1",
           "a = '\\'\n" + repeated("b.", n) + "b = 1",
           "a = \"\"\"\"\"\\\"\"\"\"\"\n" + repeated("b.", n) + "b = 1",
           "a = ''''''''\n" + repeated("b.", n) + "b = 1",
           "# \"\n" + repeated("b.", n) + "b = 1",
       }) {
    EXPECT_EQ(first_rule(bomb), rule) << bomb.substr(0, 40);
  }
}

TEST(HostilePlaybook, DepthCountsOnlyOutsideStringsAndComments) {
  const std::string dots = repeated(".", 100) + repeated("[", 100) + repeated("{", 100);
  for (const std::string& text : {
           "# " + dots,
           "a = \"" + dots + "\"",
           "a = '" + dots + "'",
           "a = \"\"\"\n\" \"\" \\\"\"\"" + dots + "\"\"\"\"\"",
           "a = '''\n' '' " + dots + "'''''",
           "a = [" + repeated("1.5, ", 100) + "]",
           "a = [" + repeated("[1.5],\n", 100) + "]",
           std::string("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p = [[[[1]]]]"),
       }) {
    EXPECT_EQ(first_rule("format = 1\n" + text), "") << text;
  }
}

TEST(HostilePlaybook, LettersWhereTheParserLooksForSpaceAreTakenAsLetters) {
  for (const char* text : {"name = é", "é = 1", "[é]", "[!]", "[[=", "a = [1, é]", "a = 1é",
                           "a = b\"é\"", "a = \"\"\"\\é\"\"\""}) {
    EXPECT_TRUE(first_rule(text).starts_with("not TOML: ")) << text << " " << first_rule(text);
  }
  const auto book = parse_playbook("\ufeff" + kTop + "promise = \"\"\"\\\n  Él \\\n  ū\"\"\"\n");
  EXPECT_EQ(book.organisation->promise, "Él ū");
}

TEST(HostilePlaybook, AMillionKeysAreOneListOfWarningsThatEnds) {
  std::string text = "format = 1\n";
  for (int i = 0; text.size() + 16 < detail::kMostBytes; ++i)
    text += "k" + std::to_string(i) + "=0\n";
  const auto book = parse_playbook(text);
  ASSERT_EQ(book.warnings.size(), 1001u);
  EXPECT_TRUE(book.warnings.back().rule.starts_with("and "));
  EXPECT_TRUE(book.warnings.back().rule.ends_with(" more"));
}

TEST(HostilePlaybook, AMillionTablesAreRefused) {
  EXPECT_EQ(first_rule("format = 1\n" + repeated("[[team]]\n", 400'000)),
            "team: must be at most 100000 tables, got 400000");
  EXPECT_EQ(first_rule("format = 1\nvalue = [" + repeated("{},", 1'000'000) + "]"),
            "value: must be at most 100000 tables, got 1000000");
}

TEST(HostilePlaybook, TenThousandPromptsAreFine) {
  std::string text = "format = 1\n" + kValue;
  for (int i = 0; i < 10'000; ++i) {
    text += "[[prompt]]\nvalue = \"v\"\ntext = \"Question " + std::to_string(i) + "?\"\nkey = \"p" +
            std::to_string(i) + "\"\n";
  }
  EXPECT_EQ(parse_playbook(text).prompts.size(), 10'000u);
}

TEST(HostilePlaybook, EverySortOfValueInEveryPlaceIsReadOrToldWhy) {
  const std::string values[] = {"1",
                                "-1",
                                "1.5",
                                "inf",
                                "nan",
                                "true",
                                "\"x\"",
                                "\"\"",
                                "''",
                                "[]",
                                "[1]",
                                "[\"x\"]",
                                "[[]]",
                                "[{}]",
                                "{}",
                                "{a=1}",
                                "2026-09-01",
                                "06:45:00",
                                "0x7f",
                                "2026-09-01T00:00:00Z",
                                "'a\tb'",
                                "\"\\u0000\"",
                                "\"\\U0010ffff\""};
  const std::string whole = content(kEverything);
  // Every `key = value` of the sample, also within inline tables.
  for (std::size_t at = whole.find(" = "); at != std::string::npos;
       at = whole.find(" = ", at + 1)) {
    const auto end = whole.find_first_of(",\n", at);
    for (const auto& value : values) {
      SCOPED_TRACE(whole.substr(at > 20 ? at - 20 : 0, 40) + " <- " + value);
      expect_an_answer(whole.substr(0, at + 3) + value + whole.substr(end));
    }
  }
}

TEST(HostilePlaybook, TheEndsOfTheCalendarAreDaysLikeOthers) {
  for (const char* since : {"0001-01-01", "9999-12-31"}) {
    const auto book =
        parse_playbook(kTop + kTeam + kHuddle + "since = " + since + "\nrule = \"FREQ=DAILY\"");
    EXPECT_EQ(listed(book.warnings), "");
    EXPECT_EQ(parse_playbook(to_toml(book)), book);
  }
}

TEST(HostilePlaybook, NamesKeepWhateverPeopleAreCalled) {
  for (const char* name :
       {"<script>alert(1)</script>", "O'Brien \\\"Bob\\\"", "=1+1", "[link](x)", "مريم", "שרה",
        "👩🏽‍🍳 Zoë", "@channel", "a\\tb", "\\u202Edesrever", "'; DROP TABLE team; --"}) {
    const auto book =
        parse_playbook(kTop + "[[team]]\nkey = \"t\"\nname = \"" + name + "\"\n" + kHuddle);
    EXPECT_EQ(parse_playbook(to_toml(book)), book) << name;
  }
}

TEST(HostilePlaybook, WhatCannotBeReadIsAStorageError) {
  EXPECT_THROW((void)read_playbook(kData / "no-such-file.toml"), StorageError);
  EXPECT_THROW((void)read_playbook(kData), StorageError);
}

}  // namespace
}  // namespace huddlekit
