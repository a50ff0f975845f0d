// Whatever the bytes: a playbook that survives being written and read back, or problems fit to be
// shown. Nothing else.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "core/text/text.hpp"
#include "huddlekit/playbook.hpp"

using namespace huddlekit;

namespace {

void expect(bool holds, const char* what, const std::string& shown) {
  if (holds) return;
  std::fprintf(stderr, "%s: %s\n", what, shown.c_str());
  std::abort();
}

void expect_showable(const std::vector<Problem>& problems) {
  for (const auto& problem : problems) {
    expect(!problem.rule.empty() && is_utf8(problem.rule), "not fit to be shown", problem.rule);
    expect(problem.rule.find('\n') == std::string::npos, "more than a line", problem.rule);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Playbook book;
  try {
    book = parse_playbook({reinterpret_cast<const char*>(data), size});
  } catch (const ParseError& error) {
    expect(!error.problems().empty(), "an error without a problem", "");
    expect_showable(error.problems());
    return 0;
  }
  expect_showable(book.warnings);
  const std::string toml = to_toml(book);
  try {
    Playbook again = parse_playbook(toml);
    again.warnings = book.warnings;
    expect(again == book, "reads back to something else", toml);
  } catch (const ParseError& error) {
    expect(false, error.what(), toml);
  }
  return 0;
}
