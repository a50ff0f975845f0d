// Holidays from CSV: RFC 4180 cells, a header, two or three columns.
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/holiday.hpp"

namespace huddlekit {
namespace {

constexpr std::size_t kMostBytes = 4U << 20;
constexpr std::size_t kNameBytes = 200;

/// The cells of one line, or nothing when its quotes do not match.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted_now = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"' && quoted_now && line.substr(i + 1).starts_with('"')) {
      cells.back() += line[++i];
    } else if (c == '"') {
      if (!quoted_now && !cells.back().empty()) return {};
      quoted_now = !quoted_now;
    } else if (c == ',' && !quoted_now) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  if (quoted_now) return {};
  return cells;
}

}  // namespace

std::vector<Holiday> parse_holidays(std::string_view csv, const std::string& name) {
  std::vector<Problem> problems;
  std::vector<Holiday> out;
  const auto wrong = [&](int line, int column, const std::string& rule) {
    problems.push_back({name, line, column, rule});
  };
  if (csv.size() > kMostBytes) {
    wrong(0, 0, "must be at most 4 MiB, got " + std::to_string(csv.size()) + " bytes");
  } else if (!is_utf8(csv)) {
    wrong(0, 0, "must be UTF-8, is not at byte " + std::to_string(utf8_length(csv)));
  }
  if (!problems.empty()) throw ParseError(problems);

  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  std::size_t columns = 0;  // until there is a header
  for (int number = 1; !csv.empty(); ++number) {
    const auto end = csv.find('\n');
    auto line = csv.substr(0, end);
    csv.remove_prefix(end == csv.npos ? csv.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    const auto cells = cells_of(line);
    if (columns == 0) {
      if (line != "date,name" && line != "date,name,region") {
        wrong(number, 1,
              "must begin with the header date,name or date,name,region, got " + in_quotes(line));
        break;  // not such a file: every line would be wrong
      }
      columns = cells.size();
      continue;
    }
    if (cells.size() != columns) {
      wrong(number, 1, "must have " + std::to_string(columns) + " columns, got " + in_quotes(line));
      continue;
    }
    try {
      Holiday holiday{.day = parse_day(cells[0]), .name = cells[1]};
      check_text("name", holiday.name, kNameBytes);
      if (columns == 3 && !cells[2].empty()) {
        check_text("region", cells[2], kNameBytes);
        holiday.region = cells[2];
      }
      out.push_back(std::move(holiday));
    } catch (const InvalidArgument& e) {
      wrong(number, 1, e.what());
    }
  }
  if (out.empty() && problems.empty()) {
    wrong(1, 1, "must hold at least one line below the header date,name");
  }
  if (!problems.empty()) throw ParseError(problems);
  return out;
}

}  // namespace huddlekit
