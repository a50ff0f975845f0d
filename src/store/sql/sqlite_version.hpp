#pragma once

namespace huddlekit {

/// The version of the SQLite that runs, which need not be the one that was compiled against.
[[nodiscard]] const char* sqlite_version();

}  // namespace huddlekit
