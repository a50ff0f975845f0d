#include "huddlekit/render.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "hostile.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/json.hpp"
#include "sample_agenda.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono_literals;
using testing::sample_agenda;

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(Text, EverySegmentStartsWhereTheOneBeforeItEnds) {
  const std::string text = to_text(sample_agenda());
  std::size_t at = 0;
  for (const char* start :
       {" 0:00  Open", " 0:30  Value", " 2:00  Win", " 3:15  A lesson", " 4:30  Kept",
        " 5:45  Round", " 7:30  The cust", " 8:10  Close", " 9:10  Finish early"}) {
    at = text.find(start, at);
    EXPECT_NE(at, std::string::npos) << start;
  }
}

TEST(Text, WidthOutsideTheRangeIsRefusedByName) {
  EXPECT_THROW((void)to_text(sample_agenda(), 39), InvalidArgument);
  EXPECT_THROW((void)to_text(sample_agenda(), 201), InvalidArgument);
  EXPECT_NO_THROW((void)to_text(sample_agenda(), 40));
  EXPECT_NO_THROW((void)to_text(sample_agenda(), 200));
}

TEST(Render, APreviewAndARevisionSaySo) {
  Agenda a = sample_agenda();
  for (const auto& out : {to_text(a), to_markdown(a), to_html(a), to_slack(a)}) {
    EXPECT_TRUE(holds(out, "Revision 2: "));
  }
  a.published = false;
  for (const auto& out : {to_text(a), to_markdown(a), to_html(a), to_slack(a)}) {
    EXPECT_TRUE(holds(out, "Preview: not published yet"));
    EXPECT_FALSE(holds(out, "Revision"));
  }
}

TEST(Render, AnAgendaWithNothingInItRendersEverywhere) {
  Agenda a;
  a.day = parse_day("2026-11-23");
  for (const auto& out : {to_text(a), to_markdown(a), to_html(a), to_html_page(a), to_slack(a)}) {
    EXPECT_TRUE(holds(out, "Nobody is down to lead"));
  }
  EXPECT_EQ(from_json<Agenda>(to_json(a)), a);
}

TEST(Render, ATextWithoutALabelAndALabelWithoutATextAreBothShown) {
  Agenda a = sample_agenda();
  a.segments = {
      {SegmentKind::kOpen, "Open", {}, "", {{"only a label", ""}, {"", "only a text"}}, 600s, ""}};
  for (const auto& out : {to_text(a), to_markdown(a), to_html(a), to_slack(a)}) {
    EXPECT_TRUE(holds(out, "only a label"));
    EXPECT_TRUE(holds(out, "only a text"));
  }
}

TEST(Html, TheBarIsSharedAsTheTimeIsAndIsReadAloud) {
  const std::string html = to_html(sample_agenda());
  for (const auto& segment : sample_agenda().segments) {
    EXPECT_TRUE(holds(html, "flex-grow:" + std::to_string(segment.seconds.count()) + "\""));
  }
  EXPECT_TRUE(holds(html,
                    "role=\"img\" aria-label=\"How the 10 minutes are shared: Open 0:30, Value "
                    "1:30, Win 1:15"));
}

TEST(Html, ACardHasNoScriptAndAsksNobodyForAnything) {
  for (const auto& html : {to_html(sample_agenda()), to_html_page(sample_agenda())}) {
    for (const char* reach : {"<script", "http:", "https:", "url(", "@import", " src=", " href="}) {
      EXPECT_FALSE(holds(html, reach)) << reach;
    }
  }
}

TEST(Wall, OnlyItsOwnScriptMayRunAndNobodyIsAsked) {
  const std::string page = to_page(sample_agenda());
  EXPECT_TRUE(holds(page, "default-src 'none'"));
  EXPECT_TRUE(holds(page, "script-src 'sha256-"));
  EXPECT_EQ(page.find("<script"), page.rfind("<script"));
  for (const char* reach : {"http:", "https:", "url(", "@import", " src=", " href=", "fetch("}) {
    EXPECT_FALSE(holds(page, reach)) << reach;
  }
}

TEST(Wall, SaysWhenTheNextHuddleIsAndWhoLeadsIt) {
  Agenda next = sample_agenda();
  next.day += std::chrono::days{1};
  next.local_start += std::chrono::days{1};
  next.facilitator = Person{"mei", "Mei Lin"};
  EXPECT_TRUE(holds(to_page(sample_agenda(), next),
                    "Next huddle: Tuesday 24 November 2026, 06:45 · <bdi>Mei Lin</bdi> leads"));
  EXPECT_FALSE(holds(to_page(sample_agenda()), "Next huddle"));
}

TEST(Html, TheValueOfTheDayIsToldOnceInFull) {
  const std::string html = to_html(sample_agenda());
  const auto first = html.find("writes it down before");
  EXPECT_NE(first, std::string::npos);
  EXPECT_EQ(html.find("writes it down before", first + 1), std::string::npos);
}

TEST(Json, EveryFieldIsReadBack) {
  const Agenda a = sample_agenda();
  EXPECT_EQ(from_json<Agenda>(to_json(a)), a);
  Agenda b = a;
  b.facilitator.reset();
  b.customers_seat.reset();
  b.published = false;
  EXPECT_EQ(from_json<Agenda>(to_json(b)), b);
  EXPECT_EQ(nlohmann::json::parse(to_json(a))["format"], 1);
}

/// The problems that reading `json` reports, one a line.
std::string problems(const std::string& json) {
  try {
    (void)from_json<Agenda>(json);
  } catch (const ParseError& e) {
    EXPECT_FALSE(e.problems().empty());
    return e.what();
  }
  return "none";
}

TEST(Json, EveryFieldIsRequiredAndNoOtherIsKnown) {
  const auto whole = nlohmann::json::parse(to_json(sample_agenda()));
  for (const auto& [name, value] : whole.items()) {
    auto less = whole;
    less.erase(name);
    const bool is_new = name == "language";  // documents of the first edition do not have it
    EXPECT_TRUE(is_new || holds(problems(less.dump()), name + ": is missing"));
    auto other = whole;
    other[name] = nlohmann::json::array({1});
    EXPECT_TRUE(holds(problems(other.dump()), name)) << name;
    auto more = whole;
    more[name + "s"] = value;
    EXPECT_TRUE(holds(problems(more.dump()), name + "s: no such field; did you mean")) << name;
  }
}

TEST(Json, EveryProblemIsReportedWithItsPlace) {
  auto json = nlohmann::json::parse(to_json(sample_agenda()));
  json["day"] = "2026-02-30";
  json["segments"][2]["seconds"] = 1.5;
  json["segments"][3]["kind"] = "nap";
  json["segments"][0]["points"][1]["text"] = nullptr;
  json["segments"][1]["who"][0].erase("name");
  EXPECT_EQ(
      problems(json.dump()),
      "day: must be a calendar date like 2026-11-23, got \"2026-02-30\"\n"
      "segments[0].points[1].text: must be a string, got null\n"
      "segments[1].who[0].name: is missing\n"
      "segments[2].seconds: must be whole seconds, got 1.5\n"
      "segments[3].kind: must be one of open, value, win, lesson, promises, round, seat, close, "
      "finish-early, custom, got \"nap\"");
}

TEST(Json, TextThatIsNoSuchJsonIsRefusedWithItsPlace) {
  EXPECT_EQ(problems("{\"format\": 1,\n  oops}"),
            "line 2:3: json: must be JSON in UTF-8, got \"oops}\"");
  EXPECT_TRUE(holds(problems(""), "must be JSON"));
  EXPECT_TRUE(holds(problems("{\"format\": 2}"), "format: must be 1, got 2"));
  EXPECT_TRUE(holds(problems("\"\xff\""), "must be JSON in UTF-8"));
  EXPECT_TRUE(holds(problems(std::string(1'000'000, '[')), "nested"));
  EXPECT_TRUE(holds(problems(std::string(17 << 20, ' ')), "at most"));
  const std::string whole = to_json(sample_agenda());
  for (std::size_t size = 0; size < whole.size(); size += 97) {
    EXPECT_NE(problems(whole.substr(0, size)), "none") << size;
  }
}

/// 200 commitments, long stories in every field, and more segments than any template.
Agenda biggest_agenda(const std::string& letter, std::size_t story = 600) {
  std::string text;
  while (text.size() < story) text += letter;
  Agenda a = testing::agenda_of(text);
  for (int more = 0; more < 60; ++more) a.segments.push_back(a.segments[1]);
  for (auto& segment : a.segments) {
    if (segment.kind == SegmentKind::kRound) segment.who.assign(60, {text, text});
    if (segment.kind == SegmentKind::kPromises) segment.points.assign(200, {"Ben", text});
  }
  return a;
}

TEST(Render, StoriesOfFiveThousandCharactersFitEverywhere) {
  const Agenda a = biggest_agenda("a ", 5000);
  EXPECT_LE(to_slack(a).size(), 12'000u);
  EXPECT_LE(to_teams(a).size(), 20'000u);
  const std::string story = a.segments[0].text.substr(0, 4999);
  for (const auto& out : {to_markdown(a), to_html(a), to_json(a), to_email(a).html}) {
    EXPECT_TRUE(holds(out, story));
  }
}

TEST(Slack, TheBiggestAgendaKeepsToTheLimitsAndShowsWhatIsMissing) {
  for (const std::string letter : {"a ", "W", "林", "😀", "\"", "<", "&", "\x1b", "שלום "}) {
    const Agenda a = biggest_agenda(letter);
    const std::string json = to_slack(a);
    EXPECT_LE(json.size(), 12'000u) << letter;
    const auto message = nlohmann::json::parse(json);
    EXPECT_LE(message["blocks"].size(), 50u);
    const auto header = message["blocks"][0]["text"]["text"].get<std::string>();
    EXPECT_LE(header.size(), 150u * 4);
    EXPECT_TRUE(holds(json, "…"));
    EXPECT_TRUE(holds(json, "… and 60 more"));
    EXPECT_FALSE(cut_for_slack(a).empty());
  }
}

TEST(Teams, TheBiggestAgendaKeepsToTheLimitAndShowsWhatIsMissing) {
  for (const std::string letter : {"a ", "林", "\"", "<", "\x1b", "x\n", "{"}) {
    const Agenda a = biggest_agenda(letter);
    const std::string json = to_teams(a);
    EXPECT_LE(json.size(), 20'000u) << letter;
    EXPECT_TRUE(nlohmann::json::accept(json));
    EXPECT_TRUE(holds(json, "… and 60 more"));
    EXPECT_FALSE(cut_for_teams(a).empty());
  }
  EXPECT_TRUE(cut_for_teams(sample_agenda()).empty());
}

TEST(Email, TheSubjectIsOneLineOfAtMostOneHundredAndTwentyCharacters) {
  EXPECT_EQ(to_email(sample_agenda()).subject,
            "Front desk · Morning huddle, Monday 23 November 2026, 06:45: Keep promises first");
  EXPECT_LE(to_email(biggest_agenda("a")).subject.size(), 122u);
}

TEST(Feed, AnItemIsTheHuddleAndItsRevision) {
  const Agenda a = sample_agenda();
  const std::string feed = to_rss(std::vector{a}, "Front desk", "https://intranet.example");
  EXPECT_TRUE(holds(feed, "<guid isPermaLink=\"false\">front-desk/2026-11-23/morning#2</guid>"));
  EXPECT_TRUE(holds(feed, "<pubDate>Mon, 23 Nov 2026 05:45:00 GMT</pubDate>"));
}

TEST(Csv, APlanIsOneRowAHuddle) {
  const std::vector<Agenda> plan(3, sample_agenda());
  const std::string csv = to_csv(plan);
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 4);
  EXPECT_TRUE(holds(csv, "\r\nfront-desk/2026-11-23/morning,2026-11-23,06:45,Europe/Copenhagen,"));
  EXPECT_TRUE(holds(csv, ",\"0:00 Open; 0:30 Value of the day; 2:00 Win of yesterday;"));
  EXPECT_TRUE(to_csv({}).starts_with("id,day,"));
}

TEST(Slack, WhatFitsIsWhole) {
  EXPECT_TRUE(cut_for_slack(sample_agenda()).empty());
  EXPECT_FALSE(holds(to_slack(sample_agenda()), "…"));
}

TEST(Slack, TheLeastImportantIsShortenedFirst) {
  Agenda a = sample_agenda();
  const std::string story(4000, 'a');
  for (auto& segment : a.segments) {
    if (segment.kind == SegmentKind::kSeat || segment.kind == SegmentKind::kValue) {
      segment.text = story;
    }
  }
  EXPECT_EQ(cut_for_slack(a), std::vector<std::string>{"The customer’s seat: shortened"});
  EXPECT_TRUE(holds(to_slack(a), story));
}

TEST(Slack, ManyPointsEndInHowManyMoreThereAre) {
  Agenda a = sample_agenda();
  for (auto& segment : a.segments) {
    if (segment.kind == SegmentKind::kPromises) segment.points.assign(200, {"Ben", "calls back"});
  }
  const auto cut = cut_for_slack(a);
  EXPECT_NE(std::find(cut.begin(), cut.end(), "Kept promises: 180 left out"), cut.end());
  EXPECT_TRUE(holds(to_slack(a), "… and 180 more"));
}

}  // namespace
}  // namespace huddlekit
