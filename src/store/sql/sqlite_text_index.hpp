#pragma once
#include <memory>

#include "store/sql/database.hpp"
#include "store/sql/text_index.hpp"

namespace huddlekit {

/// SQLite's FTS5; the tables are in the schema's `stories`.
[[nodiscard]] std::unique_ptr<TextIndex> sqlite_text_index(Database& database);

}  // namespace huddlekit
