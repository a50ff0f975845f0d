#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace huddlekit {

// Comma-separated values as in RFC 4180, in and out.

struct CsvRow {
  int line = 0;  ///< in which it begins, counted from 1
  std::vector<std::string> cells;
};

/// Reads all rows, empty lines left out. @throws ParseError naming the line in which a quote opens
/// that is never closed, or after which something follows; for what is not UTF-8 or too long.
[[nodiscard]] std::vector<CsvRow> read_csv(std::string_view text, const std::string& name,
                                           std::size_t most_bytes);

/// One row with its end of line. What a spreadsheet would calculate gets an apostrophe in front;
/// the semicolon is quoted as well, being the separator where the comma is in the decimals.
[[nodiscard]] std::string csv_row(std::span<const std::string> cells);

/// A cell as it was before `csv_row` guarded it.
[[nodiscard]] std::string unguarded(std::string cell);

}  // namespace huddlekit
