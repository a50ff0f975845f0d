#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "huddlekit/huddlekit.hpp"

namespace huddlekit {

/// A small organisation with everything that composition looks at.
inline constexpr const char* kSmallPlaybook = R"toml(
format = 1

[organisation]
name = "Harbour Hotel"
motto = "Keep promises, mend at once"
zone = "Europe/Lisbon"

[[value]]
key = "own-it"
name = "Own it"
statement = "Whoever hears it, owns it."
behaviours = ["Gives their name.", "Calls back the same day."]

[[value]]
key = "listen"
name = "Listen first"
statement = "Understand before you answer."
behaviours = ["Repeats what was asked."]

[[value]]
key = "easy"
name = "Make it easy"
statement = "Save people's time."
behaviours = ["Asks once."]

[[prompt]]
value = "own-it"
text = "What did you take on yesterday that was not yours?"
[[prompt]]
value = "own-it"
text = "Who owned something for you this week?"
[[prompt]]
value = "listen"
text = "What did a guest really want?"
[[prompt]]
value = "easy"
text = "Which form could go?"

[[team]]
key = "front-desk"
name = "Front desk"
department = "front-desk"
customers = "guests"
members = [
  { key = "ana", name = "Ana Costa" },
  { key = "ben", name = "Ben Okafor", days = "Mon-Fri" },
  { key = "caro", name = "Caro Lind" },
  { key = "dora", name = "Dora Szabó", leads = false },
]
[[team.huddle]]
key = "morning"
rule = "FREQ=DAILY"
start = "06:45"
[[team.huddle]]
key = "evening"
rule = "FREQ=WEEKLY;BYDAY=FR"
start = "18:00"

[[team]]
key = "kitchen"
name = "Kitchen"
department = "kitchen"
parent = "front-desk"
members = [ { key = "eli", name = "Eli Brandt" }, { key = "fay", name = "Fay Wu" } ]
[[team.huddle]]
rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
start = "10:00"
)toml";

inline const Day kMonday = parse_day("2026-11-23");

inline std::vector<std::string> keys(const std::vector<Team>& teams) {
  std::vector<std::string> out;
  for (const auto& team : teams) out.push_back(team.key());
  return out;
}

/// A folder of its own for each test, gone afterwards.
class InFolder : public ::testing::Test {
 protected:
  InFolder() {
    std::string name = ::testing::UnitTest::GetInstance()->current_test_info()->name();
    std::ranges::replace(name, '/', '-');  // before what it is tried on
    folder_ = std::filesystem::temp_directory_path() /
              ("huddlekit-" + std::to_string(::getpid()) + "-" + name);
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~InFolder() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::filesystem::path file(const std::string& name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_;
};

/// The same tests in memory and on a file.
class WithBook : public InFolder, public ::testing::WithParamInterface<bool> {
 protected:
  WithBook()
      : book(Book::open(GetParam() ? file("test.huddle").string() : std::string(":memory:"),
                        {.create = true, .now = [this] { return now; }})) {
    book.load(parse_playbook(kSmallPlaybook, "small"));
  }

  Instant now = parse_instant("2026-11-23T05:00:00Z");
  Book book;
};

}  // namespace huddlekit
