#include "playbook/checked.hpp"

namespace huddlekit::detail {

Playbook checked(const Playbook& playbook) {
  try {
    // By way of its text: whatever a file may not say, code may not either, and there is one place
    // that knows.
    return parse_playbook(to_toml(playbook), playbook.source);
  } catch (const ParseError& e) {
    auto problems = e.problems();
    for (auto& problem : problems)
      problem.line = problem.column = 0;  // of a text that nobody has seen
    throw ParseError(std::move(problems));
  }
}

}  // namespace huddlekit::detail
