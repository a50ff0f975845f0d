#include "hostile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "huddlekit/errors.hpp"
#include "huddlekit/json.hpp"
#include "huddlekit/reminder.hpp"
#include "huddlekit/render.hpp"
#include "render/ink/html.hpp"
#include "render/ink/shown.hpp"
#include "render/ink/utf8.hpp"
#include "render/ink/width.hpp"

// Whatever people write stays text: every hostile string stands in every field of an agenda, and
// the result must have the very structure that the harmless text "x" gives.

namespace huddlekit {
namespace {

using testing::agenda_of;

const std::vector<std::string>& strings() {
  static const auto all = testing::hostile_strings();
  return all;
}

/// Strings of which something can be seen, so that no renderer leaves the field out.
std::vector<std::string> visible_strings() {
  std::vector<std::string> visible;
  for (const auto& text : strings()) {
    if (!detail::shown_line(text).empty()) visible.push_back(text);
  }
  return visible;
}

/// How often each of `characters` occurs in `text`, where `escape` does not stand before it.
std::map<char, int> census(std::string_view text, std::string_view characters, char escape = 0) {
  std::map<char, int> count;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (escape != 0 && text[i] == escape) {
      ++i;
    } else if (characters.find(text[i]) != std::string_view::npos) {
      ++count[text[i]];
    }
  }
  return count;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// What no medium may be given: control characters but `\n`, and marks that reorder text.
::testing::AssertionResult clean(std::string_view text) {
  int isolates = 0;
  while (!text.empty()) {
    const char32_t code = detail::take(text);
    if ((code < 0x20 && code != '\n') || (code >= 0x7F && code < 0xA0)) {
      return ::testing::AssertionFailure() << "control character " << static_cast<unsigned>(code);
    }
    if ((code >= 0x202A && code <= 0x202E) || code == 0x2066 || code == 0x2067) {
      return ::testing::AssertionFailure() << "bidi control " << static_cast<unsigned>(code);
    }
    isolates += code == 0x2068 ? 1 : code == 0x2069 ? -1 : 0;
    if (isolates < 0 || (code == '\n' && isolates != 0)) {
      return ::testing::AssertionFailure() << "an isolate that is not closed on its line";
    }
  }
  return ::testing::AssertionSuccess();
}

TEST(Hostile, ThereAreTwoHundredStringsOrMore) { EXPECT_GE(strings().size(), 200u); }

TEST(Hostile, HtmlHasTheStructureOfHarmlessText) {
  const std::string harmless = to_html(agenda_of("x"));
  for (const auto& text : visible_strings()) {
    const std::string html = to_html(agenda_of(text));
    EXPECT_EQ(census(html, "<>\"'"), census(harmless, "<>\"'")) << text;
    EXPECT_TRUE(clean(html)) << text;
    if (detail::shown(text) == detail::shown_line(text) && text != "x") {
      // Nothing but the text differs, and the text is there in full.
      const std::string escaped = ">" + detail::escape_html(detail::shown_line(text)) + "<";
      EXPECT_EQ(replaced(html, escaped, ">x<"), harmless) << text;
    }
  }
}

TEST(Hostile, HtmlEscapesWhateverCouldEndATextOrAnAttribute) {
  for (const auto& text : strings()) {
    EXPECT_TRUE(census(detail::escape_html(text), "<>\"'").empty()) << text;
  }
  EXPECT_EQ(detail::escape_html("<a href=\"&amp;\">'"),
            "&lt;a href=&quot;&amp;amp;&quot;&gt;&#39;");
}

TEST(Hostile, APageHasTheStructureOfHarmlessText) {
  const auto wall = [](const std::string& text) {
    return to_page(agenda_of(text), agenda_of(text));
  };
  const auto harmless = census(to_html_page(agenda_of("x")), "<>\"'");
  const auto harmless_wall = census(wall("x"), "<>\"'");
  for (const auto& text : visible_strings()) {
    EXPECT_EQ(census(to_html_page(agenda_of(text)), "<>\"'"), harmless) << text;
    EXPECT_EQ(census(wall(text), "<>\"'"), harmless_wall) << text;
  }
}

TEST(Hostile, MailAndFeedHaveTheStructureOfHarmlessText) {
  constexpr std::string_view kLink = "https://intranet.example/?a=1&b=2";
  const auto feed_of = [&](const std::string& text) {
    return to_rss(std::vector{agenda_of(text)}, text, kLink);
  };
  const Email harmless = to_email(agenda_of("x"));
  const std::string harmless_feed = feed_of("x");
  for (const auto& text : visible_strings()) {
    const Email mail = to_email(agenda_of(text));
    EXPECT_TRUE(clean(mail.html) && clean(mail.text) && clean(mail.subject)) << text;
    EXPECT_EQ(mail.subject.find('\n'), std::string::npos) << text;
    const std::string feed = feed_of(text);
    EXPECT_TRUE(clean(feed)) << text;
    EXPECT_EQ(census(feed, "<>\"'"), census(harmless_feed, "<>\"'")) << text;
    if (detail::shown(text) != detail::shown_line(text)) continue;  // line breaks are elements
    EXPECT_EQ(census(mail.html, "<>\"'"), census(harmless.html, "<>\"'")) << text;
  }
}

TEST(Hostile, AFeedLinksToPagesOnly) {
  for (const char* link : {"", "javascript:alert(1)", "/huddles", "HTTP://x", " https://x"}) {
    EXPECT_THROW((void)to_rss({}, "Huddles", link), InvalidArgument) << link;
  }
}

/// The rows of a CSV text, read the plain way of RFC 4180.
std::vector<std::vector<std::string>> csv_rows(const std::string& csv) {
  std::vector<std::vector<std::string>> rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted && c == '"' && csv[i + 1] == '"') {
      rows.back().back() += csv[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      rows.back().emplace_back();
    } else if (!quoted && c == '\r' && csv[i + 1] == '\n') {
      rows.emplace_back(1);
      ++i;
    } else {
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

TEST(Hostile, ACellIsOneCellAndNeverAFormula) {
  for (const auto& text : strings()) {
    const auto rows = csv_rows(to_csv(std::vector{agenda_of(text)}));
    ASSERT_EQ(rows.size(), 2u) << text;
    EXPECT_EQ(rows[1].size(), rows[0].size()) << text;
    const std::string shown = detail::shown_line(text);
    EXPECT_TRUE(rows[1][0] == shown || rows[1][0] == "'" + shown) << text;
    for (const auto& cell : rows[1]) {
      EXPECT_TRUE(cell.empty() || std::string_view("=+-@\t\r").find(cell[0]) == std::string::npos)
          << text;
    }
  }
}

TEST(Hostile, MarkdownHasTheStructureOfHarmlessText) {
  constexpr std::string_view kMarks = "`*_[]<>&|~#$@";
  const auto harmless = census(to_markdown(agenda_of("x")), kMarks, '\\');
  for (const auto& text : visible_strings()) {
    const std::string markdown = to_markdown(agenda_of(text));
    EXPECT_EQ(census(markdown, kMarks, '\\'), harmless) << text;
    EXPECT_TRUE(clean(markdown)) << text;
    for (std::size_t line = 0, end = 0; end != std::string::npos; line = end + 1) {
      end = markdown.find('\n', line);
      const auto is_rule = markdown.substr(line, end - line) == "---";
      const char first = is_rule ? ' ' : markdown[line];
      const bool bullet = first == '-' && markdown[line + 1] == ' ';
      EXPECT_TRUE(bullet || std::string_view("-+=>").find(first) == std::string_view::npos) << text;
    }
  }
}

TEST(Hostile, TextKeepsToItsColumnsAndHasNoControlCharacters) {
  for (const auto& text : strings()) {
    for (const int width : {40, 80}) {
      const std::string page = to_text(agenda_of(text), width);
      EXPECT_TRUE(clean(page)) << text;
      for (std::size_t line = 0, end = 0; end != std::string::npos; line = end + 1) {
        end = page.find('\n', line);
        EXPECT_LE(detail::display_width(page.substr(line, end - line)), std::size_t(width)) << text;
      }
    }
  }
}

TEST(Hostile, JsonReadsBackToAnEqualValue) {
  for (const auto& text : strings()) {
    const Agenda agenda = agenda_of(text);
    const std::string json = to_json(agenda);
    EXPECT_EQ(from_json<Agenda>(json), agenda) << text;
    EXPECT_TRUE(census(json, "<").empty()) << text;  // safe within a script element
  }
}

/// Every text that Slack is given, with the type of the object it stands in.
void slack_texts(const nlohmann::json& node,
                 std::vector<std::pair<std::string, std::string>>& out) {
  if (node.is_object() && node.contains("type") && node.contains("text") &&
      node["text"].is_string()) {
    out.emplace_back(node["type"].get<std::string>(), node["text"].get<std::string>());
  }
  for (const auto& child : node) {
    if (child.is_structured()) slack_texts(child, out);
  }
}

TEST(Hostile, SlackGetsPeoplesWordsAsLiteralTextOnly) {
  for (const auto& text : visible_strings()) {
    const auto message = nlohmann::json::parse(to_slack(agenda_of(text)));
    std::vector<std::pair<std::string, std::string>> texts;
    slack_texts(message["blocks"], texts);
    EXPECT_GT(texts.size(), 25u);
    for (const auto& [type, words] : texts) {
      EXPECT_TRUE(type == "plain_text" || type == "text") << type;
      EXPECT_FALSE(words.empty()) << text;
      EXPECT_TRUE(clean(words)) << text;
    }
    // The one text that Slack parses has nothing that could begin a mention or a link.
    EXPECT_TRUE(census(message["text"].get<std::string>(), "<>").empty()) << text;
    EXPECT_EQ(message["mrkdwn"], false);
  }
}

void teams_texts(const nlohmann::json& node, std::vector<std::string>& out) {
  if (node.is_object() && node.contains("text")) {
    EXPECT_EQ(node["type"], "TextRun");
    out.push_back(node["text"].get<std::string>());
  }
  for (const auto& child : node) {
    if (child.is_structured()) teams_texts(child, out);
  }
}

TEST(Hostile, TeamsGetsPeoplesWordsInRunsWithoutMarkdownOnly) {
  for (const auto& text : visible_strings()) {
    std::vector<std::string> texts;
    teams_texts(nlohmann::json::parse(to_teams(agenda_of(text))), texts);
    EXPECT_GT(texts.size(), 25u);
    for (const auto& words : texts) {
      EXPECT_FALSE(words.empty()) << text;
      EXPECT_TRUE(clean(words)) << text;
      EXPECT_EQ(words.find("{{"), std::string::npos) << text;
      EXPECT_EQ(words.find('\n'), std::string::npos) << text;
    }
  }
}

Reminder reminder_of(const std::string& text) {
  return {.id = text, .team = text, .person = Person{text, text}, .title = text, .text = text};
}

TEST(Hostile, RemindersHaveTheStructureOfHarmlessTextInEveryTarget) {
  const auto harmless = reminder_of("x");
  for (const auto& text : visible_strings()) {
    const auto reminder = reminder_of(text);
    for (const int width : {40, 80}) EXPECT_TRUE(clean(to_text(reminder, width))) << text;
    constexpr std::string_view kMarks = "`*_[]<>&|~#$@";
    EXPECT_EQ(census(to_markdown(reminder), kMarks, '\\'),
              census(to_markdown(harmless), kMarks, '\\'))
        << text;
    EXPECT_TRUE(clean(to_markdown(reminder))) << text;

    const auto slack = nlohmann::json::parse(to_slack(reminder));
    std::vector<std::pair<std::string, std::string>> pieces;
    slack_texts(slack["blocks"], pieces);
    EXPECT_EQ(pieces.size(), 2u) << text;
    for (const auto& [type, words] : pieces) EXPECT_TRUE(type == "text" && clean(words)) << text;
    EXPECT_TRUE(census(slack["text"].get<std::string>(), "<>").empty()) << text;

    std::vector<std::string> runs;
    teams_texts(nlohmann::json::parse(to_teams(reminder)), runs);
    EXPECT_GE(runs.size(), 2u);
    for (const auto& words : runs) {
      EXPECT_TRUE(clean(words)) << text;
      EXPECT_EQ(words.find("{{"), std::string::npos) << text;
    }

    const auto mail = to_email(reminder);
    EXPECT_TRUE(clean(mail.subject) && clean(mail.text) && clean(mail.html)) << text;
    EXPECT_EQ(mail.subject.find('\n'), std::string::npos) << text;
    if (detail::shown(text) != detail::shown_line(text)) continue;  // line breaks are elements
    EXPECT_EQ(census(mail.html, "<>\"'"), census(to_email(harmless).html, "<>\"'")) << text;
  }
}

TEST(Hostile, AVeryLongReminderStaysWithinTheLimitsOfChats) {
  const auto reminder = reminder_of(std::string(20'000, 'x') + " end");
  EXPECT_LT(to_slack(reminder).size(), 12'000u);
  EXPECT_LT(to_teams(reminder).size(), 20'000u);
  EXPECT_LE(to_email(reminder).subject.size(), 123u);
  EXPECT_NE(to_text(reminder).find("…"), std::string::npos);
}

TEST(Hostile, BytesThatAreNotUtf8AreShownAsSuch) {
  for (const std::string bytes :
       {"\xff", "a\xc3", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\xaf"}) {
    const Agenda agenda = agenda_of("x" + bytes);
    for (const auto& out :
         {to_text(agenda), to_markdown(agenda), to_html(agenda), to_html_page(agenda),
          to_json(agenda), to_slack(agenda), to_teams(agenda), to_email(agenda).html,
          to_email(agenda).subject, to_csv(std::vector{agenda}),
          to_rss(std::vector{agenda}, "Huddles", "https://x")}) {
      EXPECT_TRUE(is_utf8(out));
      EXPECT_NE(out.find("\uFFFD"), std::string::npos);
    }
    EXPECT_NO_THROW((void)from_json<Agenda>(to_json(agenda)));
  }
}

}  // namespace
}  // namespace huddlekit
