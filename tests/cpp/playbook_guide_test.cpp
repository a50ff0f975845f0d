// docs/playbook.md says what the reader does.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/agenda/agenda_template.hpp"
#include "playbook/schema.hpp"
#include "playbook_texts.hpp"

namespace huddlekit {
namespace {

using namespace testing;

const std::filesystem::path kGuide = kData / "../../docs/playbook.md";

/// The keys in the first column of the table under a heading of the guide.
std::vector<std::string> documented(const std::string& guide, const std::string& heading) {
  std::vector<std::string> keys;
  std::istringstream lines(
      guide.substr(std::min(guide.find("\n### " + heading + "\n"), guide.size())));
  std::string line;
  std::getline(lines, line);
  std::getline(lines, line);  // the heading itself
  while (std::getline(lines, line) && !line.starts_with("#")) {
    if (line.starts_with("| `")) keys.push_back(line.substr(3, line.find('`', 3) - 3));
  }
  return keys;
}

TEST(PlaybookGuide, ListsExactlyTheKeysTheReaderKnows) {
  const std::string guide = content(kGuide);
  using namespace detail;
  auto top = keys_of<Playbook>();
  top.insert(top.begin(), "format");
  EXPECT_EQ(documented(guide, "The file"), top);
  EXPECT_EQ(documented(guide, "`[organisation]`"), keys_of<Organisation>());
  EXPECT_EQ(documented(guide, "`[[value]]`"), keys_of<Value>());
  EXPECT_EQ(documented(guide, "`[[prompt]]`"), keys_of<Prompt>());
  EXPECT_EQ(documented(guide, "`[[team]]`"), keys_of<TeamDefinition>());
  EXPECT_EQ(documented(guide, "`members`"), keys_of<Member>());
  EXPECT_EQ(documented(guide, "`[[team.huddle]]`"), keys_of<Meeting>());
  EXPECT_EQ(documented(guide, "`[[theme]]`"), keys_of<Theme>());
  EXPECT_EQ(documented(guide, "`[[holiday]]`"), keys_of<Holiday>());
  EXPECT_EQ(documented(guide, "`[[reminder]]`"), keys_of<ReminderRule>());
  EXPECT_EQ(documented(guide, "`[template.SEGMENT]`"), keys_of<SegmentOverride>());
}

TEST(PlaybookGuide, TheTutorialReadsWithoutAWarningAtEveryStep) {
  std::istringstream lines(content(kGuide));
  std::string file, line;
  int steps = 0;
  while (std::getline(lines, line)) {
    if (line != "```toml") continue;
    ++steps;
    while (std::getline(lines, line) && line != "```") file += line + "\n";
    SCOPED_TRACE(file);
    ASSERT_EQ(listed(problems_of(file)), "");
    EXPECT_EQ(listed(parse_playbook(file).warnings), "");
    if (steps == 1) {
      EXPECT_EQ(std::count(file.begin(), file.end(), '\n'), 6);
    }
  }
  EXPECT_GE(steps, 5);
}

TEST(PlaybookGuide, ShowsTheDefaultTemplate) {
  const std::string guide = content(kGuide);
  for (const auto& slot : agenda_template({}).slots) {
    const auto& r = slot.request;
    std::ostringstream row;
    row << "\n| " << to_string(slot.kind) << " | " << r.min.count() << " | " << r.ideal.count()
        << " | " << r.max.count() << " | " << r.cut << " |\n";
    EXPECT_NE(guide.find(row.str()), std::string::npos) << row.str();
  }
}

}  // namespace
}  // namespace huddlekit
