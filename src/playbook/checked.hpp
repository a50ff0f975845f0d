#pragma once
#include "huddlekit/playbook.hpp"

namespace huddlekit::detail {

/// The playbook, completed and checked as if it had been read from a file: one made in code obeys
/// the same rules.
/// @throws ParseError with every problem; they have no lines.
[[nodiscard]] Playbook checked(const Playbook& playbook);

}  // namespace huddlekit::detail
