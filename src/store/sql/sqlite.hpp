#pragma once
#include <filesystem>
#include <memory>

#include "store/sql/database.hpp"

namespace huddlekit {

/// Opens, creates and migrates a book in a file of SQLite's; `:memory:` is one in memory.
/// @throws StorageError for what is not a book, or is a newer version's.
[[nodiscard]] std::unique_ptr<Connection> open_sqlite(const std::filesystem::path& file,
                                                      const Database::Options& options);

/// The version of the SQLite that runs, which need not be the one that was compiled against.
[[nodiscard]] const char* sqlite_version();

}  // namespace huddlekit
