#include "core/text/csv.hpp"

#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

/// Whether a spreadsheet would calculate the cell, whatever apostrophes stand in front. The wide
/// forms are what an East Asian keyboard types.
bool is_formula(std::string_view cell) {
  while (cell.starts_with('\'')) cell.remove_prefix(1);
  for (const std::string_view start : {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"}) {
    if (cell.starts_with(start)) return true;
  }
  return false;
}

class Reader {
 public:
  Reader(std::string_view text, const std::string& name) : rest_(text), name_(name) {}

  std::vector<CsvRow> all() {
    std::vector<CsvRow> rows;
    while (!rest_.empty()) {
      CsvRow row{line_, {}};
      do row.cells.push_back(cell());
      while (skip(','));
      if (!end_of_line() && !rest_.empty())
        fail(line_, "quote: nothing may follow its end but a comma");
      if (row.cells.size() > 1 || !row.cells.front().empty()) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  [[noreturn]] void fail(int line, const std::string& rule) const {
    throw ParseError({{name_, line, 0, rule}});
  }

  bool skip(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool end_of_line() {
    const bool ends = rest_.starts_with("\r\n") || rest_.starts_with('\n');
    if (!ends) return false;
    skip('\r');
    skip('\n');
    ++line_;
    return true;
  }

  std::string cell() {
    if (!skip('"')) {
      auto end = rest_.find_first_of(",\n");
      if (end != rest_.npos && rest_[end] == '\n' && end > 0 && rest_[end - 1] == '\r') --end;
      std::string plain(rest_.substr(0, end));
      rest_.remove_prefix(plain.size());
      return plain;
    }
    const int opened = line_;
    std::string out;
    while (true) {
      const auto end = rest_.find('"');
      if (end == rest_.npos) fail(opened, "quote: is opened here and never closed");
      for (const char c : rest_.substr(0, end)) line_ += c == '\n' ? 1 : 0;
      out += rest_.substr(0, end);
      rest_.remove_prefix(end + 1);
      if (!skip('"')) return out;
      out += '"';
    }
  }

  std::string_view rest_;
  const std::string& name_;
  int line_ = 1;
};

}  // namespace

std::vector<CsvRow> read_csv(std::string_view text, const std::string& name,
                             std::size_t most_bytes) {
  std::vector<Problem> problems;
  if (text.size() > most_bytes) {
    problems.push_back(
        {name, 0, 0, "must be at most " + std::to_string(most_bytes >> 20) + " MiB"});
  }
  if (!is_utf8(text)) problems.push_back({name, 0, 0, "must be UTF-8"});
  if (!problems.empty()) throw ParseError(problems);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return Reader(text, name).all();
}

std::string csv_row(std::span<const std::string> cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    const std::string text = (is_formula(cells[i]) ? "'" : "") + cells[i];
    if (text.find_first_of(",;\"\n'") == std::string::npos) {
      out += text;
      continue;
    }
    out += '"';
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    out += '"';
  }
  return out + "\r\n";
}

std::string unguarded(std::string cell) {
  if (cell.starts_with('\'') && is_formula(cell)) cell.erase(0, 1);
  return cell;
}

}  // namespace huddlekit
