#include "huddlekit/playbook.hpp"

#include <gtest/gtest.h>

#include "playbook_texts.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono_literals;
using namespace testing;

TEST(Playbook, ReadsEveryField) {
  const Playbook book = read_playbook(kEverything);
  EXPECT_EQ(listed(book.warnings), "");
  EXPECT_EQ(book.source, "everything");

  ASSERT_TRUE(book.organisation);
  EXPECT_EQ(*book.organisation,
            (Organisation{.name = "Harbour Hotel",
                          .motto = "The sea is calmer here",
                          .promise = "A room that is ready, and a person who listens.",
                          .zone = "Europe/Lisbon",
                          .work_week = Weekdays::parse("Sun-Thu"),
                          .scope = Scope::kTeam,
                          .period = ValuePeriod::kWeek,
                          .feature_days = Weekdays{std::chrono::Wednesday}}));
  ASSERT_EQ(book.values.size(), 2u);
  EXPECT_EQ(
      book.values[0],
      (Value{.key = "see-the-person",
             .name = "See the person",
             .statement = "A guest is somebody before a guest is a room number.",
             .behaviours = {"We say the name once it is known.", "We look up before we speak."},
             .weight = 3,
             .promise = "You are greeted within a minute.",
             .renamed_from = "welcome"}));
  ASSERT_EQ(book.prompts.size(), 2u);
  EXPECT_EQ(book.prompts[0],
            (Prompt{.key = "see-the-person/first-name",
                    .value = "see-the-person",
                    .text = "Who did you greet by name yesterday, and how did you know it?",
                    .kind = PromptKind::kStoryStarter,
                    .departments = {"Rooms", "Kitchen"},
                    .touch_point = "arrival",
                    .renamed_from = "see-the-person/0badcafe"}));
  EXPECT_EQ(book.prompts[1].text,
            "What was broken this week?\nWhat did we do before anybody asked?");
  ASSERT_EQ(book.teams.size(), 2u);
  EXPECT_EQ(book.teams[1],
            (TeamDefinition{
                .key = "front-desk",
                .name = "Front \"desk\" <b>&</b> ⚓",
                .department = "Rooms",
                .customers = "Guests, and the colleagues upstairs.",
                .zone = "Asia/Riyadh",
                .parent = "leadership",
                .members = {{.key = "ana",
                             .name = "Ana",
                             .days = Weekdays::parse("Mon, Wed-Fri"),
                             .huddles = {"early-shift"},
                             .since = parse_day("2026-09-01"),
                             .leads = false,
                             .shared = false,
                             .celebrated = false,
                             .renamed_from = "anna"},
                            {.key = "ines", .name = "Inês", .days = Weekdays::parse("Mon-Fri")},
                            {.key = "yusuf", .name = "يوسف", .since = parse_day("2025-01-31")}},
                .meetings = {{.key = "early-shift",
                              .name = "Early birds",
                              .rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR",
                              .since = parse_day("2026-01-05"),
                              .start = 6h + 45min,
                              .timebox = 12min},
                             {.key = "late-shift",
                              .name = "Late shift",
                              .since = parse_day("2024-01-02"),
                              .start = 14h + 30min,
                              .timebox = 5min}},
                .targets = {"FRONT_DESK_CHAT", "HOTEL_MAIL"},
                .renamed_from = "reception"}));
  EXPECT_EQ(book.themes, (std::vector<Theme>{{.key = "summer",
                                              .name = "High season",
                                              .values = {"see-the-person"},
                                              .first = parse_day("2026-06-01"),
                                              .last = parse_day("2026-08-31"),
                                              .factor = 3,
                                              .goal = "A thousand names.",
                                              .goal_count = 1000}}));
  EXPECT_EQ(book.segments, (std::vector<SegmentOverride>{{.segment = "open",
                                                          .min = 20s,
                                                          .ideal = 45s,
                                                          .max = 60s,
                                                          .cut = 9,
                                                          .title = "Good morning"},
                                                         {.segment = "seat", .enabled = false}}));
}

TEST(Playbook, WhatIsLeftOutHasItsDefault) {
  const auto book = parse_playbook(kTop + kTeam + "members = [{ key = \"a\", name = \"A\" }]\n" +
                                   kHuddle + "[[value]]\nkey = \"v\"\nname = \"V\"\n" +
                                   "[[prompt]]\nvalue = \"v\"\ntext = \"Why?\"\n");
  EXPECT_EQ(listed(book.warnings), "");
  EXPECT_EQ(*book.organisation, (Organisation{.name = "A", .zone = "UTC"}));
  EXPECT_EQ(book.organisation->work_week, Weekdays::parse("Mon-Fri"));
  const TeamDefinition& team = book.teams.at(0);
  EXPECT_EQ(team.zone, "UTC");
  EXPECT_EQ(team.members.at(0), (Member{.key = "a", .name = "A"}));
  EXPECT_EQ(team.meetings.at(0), (Meeting{.key = "huddle", .name = "Huddle", .start = 6h + 45min}));
  EXPECT_EQ(team.meetings.at(0).since, parse_day("2024-01-01"));
  EXPECT_EQ(book.prompts.at(0).key, "v/50d99212");  // FNV-1a of "Why?"
  EXPECT_EQ(parse_playbook("format = 1"), (Playbook{.source = "playbook"}));
}

TEST(Playbook, OptionalTextThatIsEmptyCountsAsLeftOut) {
  const auto book = parse_playbook(kTop + "motto = \"\"\npromise = \" \"\n" + kTeam + kHuddle +
                                   "key = \"\"\nname = \"\"\nrule = \"\"\n");
  EXPECT_EQ(book.warnings, (std::vector<Problem>{}));
  EXPECT_EQ(*book.organisation, (Organisation{.name = "A", .zone = "UTC"}));
  EXPECT_EQ(book.teams[0].meetings[0], (Meeting{.name = "Huddle", .start = 6h + 45min}));
}

TEST(Playbook, PacksNeedNoOrganisation) {
  const auto pack = parse_playbook("format = 1\n" + kValue, "hotel");
  EXPECT_FALSE(pack.organisation);
  EXPECT_EQ(pack.source, "hotel");
  EXPECT_EQ(listed(pack.warnings), "");
}

TEST(Playbook, WrittenAndReadBackItIsEqual) {
  const auto book = read_playbook(kEverything);
  const std::string toml = to_toml(book);
  EXPECT_EQ(parse_playbook(toml, book.source), book) << toml;
  EXPECT_EQ(to_toml(parse_playbook(toml)), toml);
  EXPECT_EQ(to_toml(Playbook{}), "format = 1\n");
  const std::string small = kTop + "\n" + kValue + "\n" + kTeam + "\n" + kHuddle;
  std::string shortest = to_toml(parse_playbook(small));
  std::erase(shortest, '\n');
  std::string expected = small;
  std::erase(expected, '\n');
  EXPECT_EQ(shortest, expected);
}

TEST(Playbook, WritingEscapesWhateverTextHolds) {
  Playbook book;
  book.source = "playbook";
  book.values.push_back({.key = "v",
                         .name = "\"\\ <b>&amp;</b> \t \u202e"
                                 "abc 🎉 \\u0041 '''",
                         .statement = "one\ntwo \"\"\" three\\\n# four\n[[value]]\nkey = 5",
                         .behaviours = {"a, \"b\"]", "{c = 1}"}});
  EXPECT_EQ(parse_playbook(to_toml(book)), book) << to_toml(book);
}

TEST(Playbook, WhatCodeLeavesEmptyIsMadeUpWhenReadBack) {
  Playbook book;
  book.organisation = {.name = "A", .zone = "UTC"};
  book.prompts = {{.value = "v", .text = "Why?"}};
  book.teams = {{.key = "t", .name = "T", .meetings = {{.start = 6h}}}};
  book.segments = {{.segment = "no]\n[[such", .cut = 1}};
  const auto again = parse_playbook(to_toml(book));
  EXPECT_EQ(again.teams[0].zone, "UTC");
  EXPECT_EQ(again.teams[0].meetings[0].name, "Huddle");
  EXPECT_EQ(again.prompts[0].key, "v/50d99212");
  EXPECT_EQ(again.segments, (std::vector<SegmentOverride>{}));
}

TEST(Playbook, ASecondMentionTakesThePersonsName) {
  const auto book = parse_playbook(kTop + kTeam + "members = [{ key = \"a\" }]\n" + kHuddle +
                                   "[[team]]\nkey = \"u\"\nname = \"U\"\n" +
                                   "members = [{ key = \"a\", name = \"Ada\" }]\n" + kHuddle);
  EXPECT_EQ(book.teams[0].members[0].name, "Ada");
}

}  // namespace
}  // namespace huddlekit
