#pragma once
#include <utility>
#include <vector>

namespace huddlekit::python {

/// How this copy was made: names and what they were.
[[nodiscard]] std::vector<std::pair<const char*, const char*>> build_facts();

}  // namespace huddlekit::python
