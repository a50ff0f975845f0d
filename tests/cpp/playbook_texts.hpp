#pragma once
// Shared by the tests of the playbook reader: small texts to start from.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "huddlekit/playbook.hpp"

namespace huddlekit::testing {

inline const std::filesystem::path kData = HUDDLEKIT_TEST_DATA;
inline const std::filesystem::path kEverything = kData / "playbook" / "everything.toml";

inline const std::string kTop = "format = 1\n[organisation]\nname = \"A\"\nzone = \"UTC\"\n";
inline const std::string kValue = "[[value]]\nkey = \"v\"\nname = \"V\"\nbehaviours = [\"do\"]\n";
inline const std::string kTeam = "[[team]]\nkey = \"t\"\nname = \"T\"\n";
inline const std::string kHuddle = "[[team.huddle]]\nstart = \"06:45\"\n";

inline std::string content(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

inline std::vector<Problem> problems_of(const std::string& toml) {
  try {
    (void)parse_playbook(toml);
    return {};
  } catch (const ParseError& error) {
    return error.problems();
  }
}

inline std::string listed(const std::vector<Problem>& problems) {
  std::string out;
  for (const auto& problem : problems) out += to_string(problem) + "\n";
  return out;
}

/// A text in which `»` marks the place that a finding should have.
struct Marked {
  explicit Marked(std::string marked) : text(std::move(marked)) {
    const std::string mark = "»";
    const auto at = text.find(mark);
    if (at == std::string::npos) throw std::logic_error("no mark in " + text);
    line = column = 1;
    for (std::size_t i = 0; i < at; ++i) {
      if ((text[i] & 0xC0) != 0x80) ++column;
      if (text[i] == '\n') {
        ++line;
        column = 1;
      }
    }
    text.erase(at, mark.size());
  }
  std::string text;
  int line = 0;
  int column = 0;
};

}  // namespace huddlekit::testing
