#pragma once
#include <string>
#include <vector>

#include "huddlekit/words.hpp"

namespace huddlekit {

/// What goes in and out as CSV.
enum class CsvKind { kStories, kLessons, kCommitments };

struct ImportOptions {
  bool dry_run = false;         ///< only say what would happen
  std::string name = "import";  ///< of the file, for errors
};

/// What an import did, or would do.
struct ImportReport {
  int added = 0;
  int known = 0;                     ///< in the book already
  std::vector<std::string> lines{};  ///< a sentence for each entry, in the order of the file

  bool operator==(const ImportReport&) const = default;
};

}  // namespace huddlekit
