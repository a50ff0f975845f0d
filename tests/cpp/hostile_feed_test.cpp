#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/text.hpp"
#include "hostile.hpp"
#include "huddlekit/feed.hpp"
#include "huddlekit/ics.hpp"
#include "huddlekit/render.hpp"
#include "render/ink/shown.hpp"
#include "render/ink/width.hpp"
#include "sample_agenda.hpp"

// Whatever people write stays text in a calendar and in a plan of days as well; see
// hostile_test.cpp.

namespace huddlekit {
namespace {

using testing::agenda_of;

/// The content lines of a calendar, unfolded.
std::vector<std::string> content_lines(std::string ics) {
  for (auto at = ics.find("\r\n "); at != std::string::npos; at = ics.find("\r\n ", at)) {
    ics.erase(at, 3);
  }
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < ics.size();) {
    const auto end = ics.find("\r\n", at);
    lines.push_back(ics.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

std::vector<std::string> names(const std::string& ics) {
  std::vector<std::string> out;
  for (const auto& line : content_lines(ics))
    out.push_back(line.substr(0, line.find_first_of(":;")));
  return out;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '\\';
    if (escape) ++i;
    out += escape && text[i] == 'n' ? '\n' : text[i];
  }
  return out;
}

/// Without the marks that isolate right-to-left text.
std::string bare(std::string text) {
  for (const std::string mark : {"\u2068", "\u2069"}) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
      text.erase(at, mark.size());
    }
  }
  return text;
}

TEST(HostileFeed, ACalendarHasThePropertiesOfHarmlessTextAndNoOthers) {
  const auto ics_of = [](const std::string& text) {
    return to_ics(agenda_of(text), {.name = "Huddles " + text, .alarm = std::chrono::minutes{5}});
  };
  const auto harmless = names(ics_of("x"));
  for (const auto& text : testing::hostile_strings()) {
    const std::string ics = ics_of(text);
    EXPECT_EQ(names(ics), harmless) << text;
    EXPECT_TRUE(is_utf8(ics)) << text;
    for (std::size_t i = 0; i < ics.size(); ++i) {
      const auto c = static_cast<unsigned char>(ics[i]);
      const bool line_end = (c == '\r' && ics[i + 1] == '\n') || (c == '\n' && ics[i - 1] == '\r');
      EXPECT_TRUE(line_end || (c >= 0x20 && c != 0x7F)) << text;
    }
  }
}

TEST(HostileFeed, TheTextIsThereInFull) {
  for (const auto& text : testing::hostile_strings()) {
    const std::string shown = detail::shown_line(text);
    if (shown.empty() || shown.size() > 80) continue;
    for (const auto& line : content_lines(to_ics(agenda_of(text)))) {
      if (line.starts_with("SUMMARY:")) {
        EXPECT_EQ(bare(unescaped(line.substr(8))), bare(shown + " · " + shown + ": " + shown));
      }
    }
  }
}

TEST(HostileFeed, APlanKeepsItsRowsAndColumns) {
  const auto plan_of = [](const std::string& text) {
    std::vector plan{agenda_of(text), agenda_of(text), testing::sample_agenda()};
    plan[1].huddle_name = "Late";
    return plan;
  };
  const auto count = [](std::string_view text, std::string_view of, char escape) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == escape) {
        ++i;
      } else if (of.find(text[i]) != of.npos) {
        ++n;
      }
    }
    return n;
  };
  const auto harmless = plan_of("x");
  const auto html = count(plan_to_html(harmless), "<>\"'", 0);
  const auto markdown = count(plan_to_markdown(harmless), "`*_[]<>&|~#$@\n", '\\');
  for (const auto& text : testing::hostile_strings()) {
    if (detail::shown_line(text).empty()) continue;
    const auto plan = plan_of(text);
    EXPECT_EQ(count(plan_to_html(plan), "<>\"'", 0), html) << text;
    EXPECT_EQ(count(plan_to_markdown(plan), "`*_[]<>&|~#$@\n", '\\'), markdown) << text;
    for (const int width : {40, 80, 200}) {
      const std::string page = plan_to_text(plan, width);
      for (std::size_t at = 0; at < page.size();) {
        const auto end = page.find('\n', at);
        EXPECT_LE(detail::display_width(page.substr(at, end - at)), std::size_t(width)) << text;
        at = end + 1;
      }
      EXPECT_EQ(page.find_first_of("\r\t\x1b\x07\x7f"), std::string::npos) << text;
    }
  }
}

TEST(HostileFeed, BytesThatAreNotUtf8AreShownAsSuch) {
  for (const std::string bytes : {"\xff", "a\xc3", "\xed\xa0\x80", "\xf4\x90\x80\x80"}) {
    const std::vector plan{agenda_of("x" + bytes)};
    for (const auto& out :
         {to_ics(plan), plan_to_text(plan), plan_to_markdown(plan), plan_to_html(plan)}) {
      EXPECT_TRUE(is_utf8(out));
      EXPECT_NE(out.find("\uFFFD"), std::string::npos);
    }
  }
}

TEST(HostileFeed, StoriesOfFiveThousandCharactersAndTwoHundredCommitments) {
  auto agenda = testing::sample_agenda();
  std::string story;
  while (story.size() < 5'000) story += "The guest, who had waited; twice\\thrice. ";
  for (auto& segment : agenda.segments) {
    segment.text = story;
    for (int n = 0; n < 200; ++n) segment.points.push_back({"Ana, due today", story});
  }
  agenda.value_name = agenda.huddle_name = story;
  agenda.facilitator->name = story;
  const std::string ics = to_ics(agenda);
  EXPECT_LT(ics.size(), 20'000u);
  for (const auto& line : content_lines(ics)) EXPECT_LT(line.size(), 12'000u);
  EXPECT_NE(ics.find("…"), std::string::npos);
  const std::vector plan(3, agenda);
  const auto text = plan_to_text(plan, 100);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n') > 100, true);
  EXPECT_LT(plan_to_html(plan).size(), 100'000u);
}

}  // namespace
}  // namespace huddlekit
