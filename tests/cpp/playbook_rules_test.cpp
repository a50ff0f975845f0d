#include <gtest/gtest.h>

#include "huddlekit/playbook.hpp"
#include "playbook_texts.hpp"

namespace huddlekit {
namespace {

using namespace testing;

/// A text, and the rule (or its beginning) that is told of the marked place.
struct Case {
  std::string marked;
  std::string rule;
};

TEST(Playbook, EachBrokenRuleIsToldWithItsPlace) {
  const std::string prompt = "[[prompt]]\nvalue = \"v\"\ntext = \"Why?\"\n";
  const std::string theme = "[[theme]]\nkey = \"h\"\nname = \"H\"\nvalues = [\"v\"]\n";
  const std::string long_line(201, 'x');
  const Case cases[] = {
      // The file.
      {"»", "format: is required; write format = 1 at the top of the file"},
      {"»a = 1", "format: is required; write format = 1 at the top of the file"},
      {"format = »2\nvalue = 3", "format: must be 1, got 2"},
      {"format = »\"1\"", "format: must be 1, got \"1\""},
      {"format = 1\nname = »", "not TOML: "},
      {"format = 1\n[a]\nb = 1\n»[a]", "not TOML: "},
      // Wrong types.
      {"format = 1\nvalue = »3", "value: must be a list of tables, written [[value]], got 3"},
      {"format = 1\n»[value]\nkey = \"v\"",
       "value: must be a list of tables, written [[value]], got a table"},
      {"format = 1\nvalue = [»5]", "value: must be a table, got 5"},
      {"format = 1\norganisation = »true",
       "organisation: must be a table, written [organisation], got true"},
      {"format = 1\ntemplate = »[]",
       "template: must be tables, written [template.NAME], got a list"},
      {"format = 1\ntemplate.open = »\"x\"",
       "template.open: must be a table, written [template.open], got \"x\""},
      {kTop + "motto = »1.5", "organisation.motto: must be text in quotes, got 1.5"},
      {kTop + "motto = »[\"x\"]", "organisation.motto: must be text in quotes, got a list"},
      {kTop + "work_week = »5",
       "organisation.work_week: must be days of the week like \"Mon-Fri\", got 5"},
      {kTop + "scope = »2", "organisation.scope: must be one of \"organisation\", \"team\", got 2"},
      {kValue + "weight = »\"2\"",
       "value.weight: must be a whole number from 1 to 1000, got \"2\""},
      {kValue + "weight = »2.0", "value.weight: must be a whole number from 1 to 1000, got 2.0"},
      {kValue + "renamed_from = »2026-11-23",
       "value.renamed_from: must be a key in quotes, got 2026-11-23"},
      {"[[value]]\nkey = \"v\"\nname = \"V\"\nbehaviours = »\"x\"",
       "value.behaviours: must be a list of texts in quotes, got \"x\""},
      {"[[value]]\nkey = \"v\"\nname = \"V\"\nbehaviours = [\"x\",\n »3]",
       "value.behaviours: must be text in quotes, got 3"},
      {kTop + kTeam + "members = [{ key = \"a\", name = \"A\", leads = »\"no\" }]",
       "team.members.leads: must be true or false, got \"no\""},
      {kTop + kTeam + "members = [{ key = \"a\", name = \"A\", since = »20 }]",
       "team.members.since: must be a calendar date like 2026-11-23, got 20"},
      {kTop + kTeam + "[[team.huddle]]\nstart = »7",
       "team.huddle.start: must be a time of day like \"06:45\", got 7"},
      // Missing.
      {"format = 1\n»[organisation]\nname = \"A\"", "organisation.zone: is required"},
      {"format = 1\n»[organisation]\nzone = \"UTC\"", "organisation.name: is required"},
      {kTop + "»[[value]]\nname = \"V\"", "value.key: is required"},
      {kTop + "»[[value]]\nkey = \"v\"", "value.name: is required"},
      {kTop + "»[[prompt]]\nvalue = \"v\"", "prompt.text: is required"},
      {kTop + "»[[prompt]]\ntext = \"Why?\"", "prompt.value: is required"},
      {kTop + "»[[team]]\nname = \"T\"", "team.key: is required"},
      {kTop + "»[[team]]\nkey = \"t\"", "team.name: is required"},
      {"format = 1\n»" + kTeam, "team.zone: is required in a file without [organisation]"},
      {kTop + kTeam + "members = [»{ name = \"A\" }]", "team.members.key: is required"},
      {kTop + kTeam + "members = [»{ key = \"a\" }]", "team.members.name: is required"},
      {kTop + kTeam + "»[[team.huddle]]\ntimebox = 600", "team.huddle.start: is required"},
      {kValue + "»" + theme + "first = 2026-01-01", "theme.last: is required"},
      {kValue + "»" + theme + "last = 2026-01-01", "theme.first: is required"},
      {kValue + "[[theme]]\nkey = \"h\"\nname = \"H\"\nfirst = 2026-01-01\nlast = "
                "2026-01-01\nvalues = »[]",
       "theme.values: must not be empty"},
      // Keys and texts.
      {"[[value]]\nname = \"V\"\nkey = »\"Welcome!\"",
       "value.key: must be 1 to 64 lower-case letters, digits and hyphens, got \"Welcome!\""},
      {"[[value]]\nname = \"V\"\nkey = »\"\"",
       "value.key: must be 1 to 64 lower-case letters, digits and hyphens, got \"\""},
      {"[[value]]\nname = \"V\"\nkey = »\"" + std::string(65, 'k') + "\"",
       "value.key: must be 1 to 64 lower-case letters, digits and hyphens, got "},
      {kValue + "[[prompt]]\nkey = »\"a b\"\nvalue = \"v\"\ntext = \"Why?\"",
       "prompt.key: must be 1 to 80 lower-case letters, digits, hyphens and slashes, got \"a b\""},
      {"[[value]]\nkey = \"v\"\nname = »\" \\n\"", "value.name: must not be empty, got \"\""},
      {"[[value]]\nkey = \"v\"\nname = »\"a\\nb\"",
       "value.name: must be one line, got \"a\\x0ab\""},
      {"[[value]]\nkey = \"v\"\nname = »\"a\\u0007b\"",
       "value.name: must not hold control characters, got \"a\\x07b\""},
      {"[[value]]\nkey = \"v\"\nname = »\"" + long_line + "\"",
       "value.name: must be at most 200 bytes, got 201"},
      {kValue + "statement = »\"" + std::string(2001, 'x') + "\"",
       "value.statement: must be at most 2000 bytes, got 2001"},
      {kTop + kTeam + "members = [{ key = \"a\", name = »\"\" }]",
       "team.members.name: must not be empty, got \"\""},
      {kTop + kTeam + "zone = »\"\"", "team.zone: must not be empty, got \"\""},
      // Numbers, lengths, days, words.
      {kValue + "weight = »0", "value.weight: must be a whole number from 1 to 1000, got 0"},
      {kValue + "weight = »-1", "value.weight: must be a whole number from 1 to 1000, got -1"},
      {kValue + "weight = »1001", "value.weight: must be a whole number from 1 to 1000, got 1001"},
      {kValue + "weight = »9223372036854775807",
       "value.weight: must be a whole number from 1 to 1000"},
      {kTop + kTeam + kHuddle + "timebox = »0",
       "team.huddle.timebox: must be a length of time from 60 to 14400 s in steps of 5 s, like 600 "
       "or \"10 min\", got 0"},
      {kTop + kTeam + kHuddle + "timebox = »\"24 h\"", "team.huddle.timebox: must be a length"},
      {kTop + kTeam + kHuddle + "timebox = »603", "team.huddle.timebox: must be a length"},
      {kTop + kTeam + kHuddle + "timebox = »\"10 minutes\"",
       "team.huddle.timebox: must be a length"},
      {kTop + kTeam + kHuddle + "timebox = »\"min\"", "team.huddle.timebox: must be a length"},
      {kTop + kTeam + kHuddle + "timebox = »\"99999999999999999999 min\"",
       "team.huddle.timebox: must be a length"},
      {kTop + kTeam + kHuddle + "timebox = »-9223372036854775808",
       "team.huddle.timebox: must be a length"},
      {kTop + kTeam + "[[team.huddle]]\nstart = »\"6:45\"",
       "team.huddle.start: must be between 00:00 and 23:59 like 06:45, got \"6:45\""},
      {kTop + kTeam + "[[team.huddle]]\nstart = »06:45:00.5", "team.huddle.start: must be between"},
      {kTop + kTeam + kHuddle + "since = »\"2026-02-30\"",
       "team.huddle.since: must be a calendar date like 2026-11-23, got \"2026-02-30\""},
      {kTop + kTeam + kHuddle + "since = »2026-01-01T00:00:00",
       "team.huddle.since: must be a calendar date like 2026-11-23, got 2026-01-01T00:00:00"},
      {kTop + "work_week = »\"Mon-Fry\"",
       "organisation.work_week: must name days of the week like Mon-Fri or Mon, Wed, Sat, got "
       "\"Mon-Fry\""},
      {kTop + "period = »\"weak\"",
       "organisation.period: must be one of \"day\", \"week\", \"month\", got \"weak\"; did you "
       "mean "
       "\"week\"?"},
      {kValue + prompt + "kind = »\"riddle\"",
       "prompt.kind: must be one of \"question\", \"exercise\", \"story-starter\", \"benchmark\", "
       "\"role-play\", got \"riddle\""},
      {kValue + theme + "first = 2026-01-01\nlast = 2026-01-01\nfactor = »1",
       "theme.factor: must be a whole number from 2 to 10, got 1"},
      {kValue + theme + "first = 2026-01-02\nlast = »2026-01-01",
       "theme.last: must not be before 2026-01-02, got 2026-01-01"},
      // Recurrence.
      {kTop + kTeam + kHuddle + "rule = »\"FREQ=HOURLY\"", "team.huddle.rule: FREQ: "},
      {kTop + kTeam + kHuddle + "rule = »\"weekdays\"", "team.huddle.rule: part: "},
      {kTop + kTeam + kHuddle + "rule = »\"FREQ=WEEKLY;BYDAY=XX\"", "team.huddle.rule: BYDAY: "},
      {kTop + kTeam + kHuddle + "rule = »\"FREQ=WEEKLY;INTERVAL=0\"",
       "team.huddle.rule: INTERVAL: "},
      // Keys of their own.
      {"[[value]]\nkey = \"v\"\nname = \"W\"\n[[value]]\nkey = »\"v\"\nname = \"V\"",
       "value.key: each value needs a key of its own, got \"v\" as in line "},
      {kTop + kTeam + kHuddle + "[[team]]\nkey = »\"t\"\nname = \"U\"",
       "team.key: each team needs a key of its own, got \"t\" as in line 5"},
      {kTop + kTeam + "members = [{ key = \"a\", name = \"A\" },\n{ name = \"B\", key = »\"a\" }]",
       "team.members.key: each member needs a key of its own, got \"a\" as in line 8"},
      {kTop + kTeam + kHuddle + "»[[team.huddle]]\nstart = \"07:00\"",
       "team.huddle.key: each huddle needs a key of its own, got \"huddle\" as in line 8"},
      {kTop + kTeam +
           "members = [{ key = \"a\", name = \"A\" }]\n[[team]]\nkey = \"u\"\nname = \"U\"\n"
           "members = [{ key = \"a\", name = »\"B\" }]",
       "team.members.name: must be the same as in line 8 (\"A\") or left out, got \"B\""},
      {kValue + "renamed_from = »\"v\"",
       "value.renamed_from: must be a key that nothing else has or takes over, got \"v\""},
      {kValue + "renamed_from = \"x\"\n[[value]]\nkey = \"w\"\nname = \"W\"\nrenamed_from = »\"x\"",
       "value.renamed_from: must be a key that nothing else has or takes over, got \"x\""},
      // Teams above teams.
      {kTop + kTeam + "parent = »\"t\"",
       "team.parent: must not lead back to the team itself, got \"t\""},
      {kTop + kTeam + "parent = »\"u\"\n[[team]]\nkey = \"u\"\nname = \"U\"\nparent = \"t\"",
       "team.parent: must not lead back to the team itself, got \"u\""},
      // The template.
      {kTop + "»[template.open]\nmin = 50",
       "template.open: needs min <= ideal <= max, got min 50, ideal 30, max 45 with the defaults"},
      {kTop + "[template.open]\nmin = »7", "template.open.min: must be a length of time from 0 to"},
      {kTop + "[template.win]\ncut = »-1",
       "template.win.cut: must be a whole number from 0 to 100, got -1"},
      {kTop + kTeam + kHuddle + "timebox = »100",
       "team.huddle.timebox: must hold the minimums of the segments that are never cut, 105 s, got "
       "100 s"},
      {kTop + "[template.round]\nmin = 600\nideal = 600\nmax = 600\ncut = 0\n" + kTeam + "»" +
           kHuddle,
       "team.huddle.timebox: must hold the minimums of the segments that are never cut, 705 s, got "
       "600 s"},
  };
  for (const auto& [marked, rule] : cases) {
    const bool whole = marked.find("format = ") != std::string::npos || marked[0] == '\xC2';
    const Marked expected(whole ? marked : "format = 1\n" + marked);
    const auto problems = problems_of(expected.text);
    SCOPED_TRACE(marked);
    ASSERT_EQ(problems.size(), 1u) << listed(problems);
    EXPECT_EQ(problems[0].rule.substr(0, rule.size()), rule);
    EXPECT_EQ(problems[0].file, "playbook");
    EXPECT_EQ(problems[0].line, expected.line) << listed(problems);
    EXPECT_EQ(problems[0].column, expected.column) << listed(problems);
  }
}

TEST(Playbook, WhatLooksLikeAMistakeIsAWarningAndLoadingGoesOn) {
  const std::string prompt = "[[prompt]]\nvalue = \"v\"\ntext = \"Why?\"\n";
  const Case cases[] = {
      {"»fromat = 1\n" + kTop, "unknown key \"fromat\", left out"},
      {kTop + "»moto = \"x\"",
       "organisation: unknown key \"moto\", left out; did you mean \"motto\"?"},
      {kTop + kTeam + "members = [{ key = \"a\", name = \"A\", »leeds = true }]\n" + kHuddle,
       "team.members: unknown key \"leeds\", left out; did you mean \"leads\"?"},
      {kTop + "[template.»closing]\nmin = 5", "template: unknown key \"closing\", left out"},
      {kTop + "[template.»sheat]\nmin = 5",
       "template: unknown key \"sheat\", left out; did you mean \"seat\"?"},
      {"format = 1\n[organisation]\nname = \"A\"\nzone = »\"Europe/Lisboa\"",
       "organisation.zone: taken as UTC; must be an IANA name like Europe/Berlin, got "
       "\"Europe/Lisboa\"; did you mean "
       "\"Europe/Lisbon\"?"},
      {kTop + kTeam + "zone = »\"../../etc/passwd\"\n" + kHuddle,
       "team.zone: taken as UTC; must be an IANA name like Europe/Berlin, got "
       "\"../../etc/passwd\""},
      {kTop + "»[[value]]\nkey = \"w\"\nname = \"W\"",
       "value: \"w\" has neither behaviours nor prompts, so there is nothing to talk about"},
      {kTop + kValue + "[[prompt]]\nvalue = »\"vv\"\ntext = \"Why?\"",
       "prompt.value: this file has no value \"vv\", so another source must; did you mean \"v\"?"},
      {kTop + kValue + prompt + "[[prompt]]\nvalue = \"v\"\nkey = \"k\"\ntext = \"What?\"\n" +
           "[[prompt]]\nvalue = \"v\"\ntext = \"How?\"\nkey = »\"k\"",
       "prompt.key: each prompt needs a key of its own, got \"k\" as in line 12; this one is left "
       "out"},
      {kTop + kValue + prompt + "»" + prompt,
       "prompt.key: each prompt needs a key of its own, got \"v/50d99212\" as in line 9; this one "
       "is "
       "left out"},
      {kTop + kValue + prompt + "departments = [\"A\", »\"A\"]",
       "prompt.departments: \"A\" is in the list twice; the second is left out"},
      {kTop + kTeam + "department = \"Kitchen\"\n" + kHuddle + kValue + prompt +
           "departments = »[\"Kitchn\"]",
       "prompt.departments: no team of department \"Kitchn\"; did you mean \"Kitchen\"?"},
      {kTop + kTeam + "parent = »\"above\"\n" + kHuddle,
       "team.parent: this file has no team \"above\", so another source must"},
      {kTop + "»" + kTeam, "team: \"t\" never meets; add [[team.huddle]] with a start"},
      {kTop + kTeam + kHuddle + "rule = »\"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\"",
       "team.huddle.rule: never comes up, got \"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\""},
      {kTop + kTeam + "members = [{ key = \"a\", name = \"A\", huddles = »[\"hudle\"] }]\n" +
           kHuddle,
       "team.members.huddles: the team has no huddle \"hudle\", left out; did you mean "
       "\"huddle\"?"},
      {kTop + kTeam + "members = [{ key = \"a\", name = \"A\", days = »\"Sat\" }]\n" + kHuddle,
       "team.members.days: \"a\" works on no day of any huddle, got Sat"},
      {kTop + kValue +
           "[[theme]]\nkey = \"h\"\nname = \"H\"\nvalues = »[\"v\", \"w\"]\nfirst = 2026-01-01\n"
           "last = 2026-01-01",
       "theme.values: this file has no value \"w\", so another source must"},
  };
  for (const auto& [marked, rule] : cases) {
    const Marked expected(marked);
    SCOPED_TRACE(marked);
    EXPECT_EQ(listed(problems_of(expected.text)), "");
    if (!problems_of(expected.text).empty()) continue;
    const auto warnings = parse_playbook(expected.text).warnings;
    ASSERT_EQ(warnings.size(), 1u) << listed(warnings);
    EXPECT_EQ(warnings[0].rule.substr(0, rule.size()), rule);
    EXPECT_EQ(warnings[0].line, expected.line) << listed(warnings);
    EXPECT_EQ(warnings[0].column, expected.column) << listed(warnings);
  }
}

TEST(Playbook, WarningsSayWhatBecameOfTheThing) {
  const auto book =
      parse_playbook("format = 1\n[organisation]\nname = \"A\"\nzone = \"Mars/Base\"\n" + kTeam +
                     "zone = \"Nowhere\"\nmembers = [{ key = \"a\", name = \"A\", huddles = "
                     "[\"x\", \"huddle\"] }]\n" +
                     kHuddle + kValue +
                     "[[prompt]]\nkey = \"k\"\nvalue = \"v\"\ntext = \"First\"\n"
                     "[[prompt]]\nkey = \"k\"\nvalue = \"v\"\ntext = \"Second\"\n"
                     "[[prompt]]\nvalue = \"elsewhere\"\ntext = \"Third\"\n");
  EXPECT_EQ(book.warnings.size(), 5u) << listed(book.warnings);
  EXPECT_EQ(book.organisation->zone, "UTC");
  EXPECT_EQ(book.teams[0].zone, "UTC");
  EXPECT_EQ(book.teams[0].members[0].huddles, std::vector<std::string>{"huddle"});
  ASSERT_EQ(book.prompts.size(), 2u);
  EXPECT_EQ(book.prompts[0].text, "First");
  EXPECT_EQ(book.prompts[1].value, "elsewhere");
}

TEST(Playbook, AllProblemsComeAtOnceInTheOrderOfTheFile) {
  const auto problems = problems_of(R"(format = 1
[[team]]
key = "Front Desk"
name = ""
members = [
  { key = "ana", name = "Ana", days = "Someday" },
  { key = "ana" },
]
[[team.huddle]]
start = "25:00"
timebox = 0
rule = "FREQ=NEVER"
[organisation]
scope = "world"
[[value]]
key = "v"
weight = 0
)");
  std::vector<std::pair<int, int>> places;
  for (const auto& problem : problems) places.emplace_back(problem.line, problem.column);
  EXPECT_EQ(places, (std::vector<std::pair<int, int>>{{3, 7},
                                                      {4, 8},
                                                      {6, 39},
                                                      {7, 11},
                                                      {10, 9},
                                                      {11, 11},
                                                      {12, 8},
                                                      {13, 1},
                                                      {13, 1},
                                                      {14, 9},
                                                      {15, 1},
                                                      {17, 10}}))
      << listed(problems);
}

}  // namespace
}  // namespace huddlekit
