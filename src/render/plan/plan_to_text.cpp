#include <algorithm>
#include <numeric>
#include <utility>

#include "huddlekit/errors.hpp"
#include "huddlekit/render.hpp"
#include "render/ink/shown.hpp"
#include "render/ink/width.hpp"
#include "render/plan/plan_table.hpp"

namespace huddlekit {
namespace {

using detail::display_width;
using detail::PlanTable;
using Widths = std::vector<std::size_t>;

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowestColumn = 10;  // before a table becomes a list

std::size_t total(const Widths& widths) {
  return std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1));
}

/// As wide as the longest cell; the widest give way until all fit. Empty when they do not.
Widths widths_of(const PlanTable& table, std::size_t width) {
  Widths widths;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    widths.push_back(display_width(table.columns[i]));
    for (const auto& row : table.rows) {
      widths.back() = std::max(widths.back(), display_width(row.cells[i]));
    }
  }
  while (total(widths) > width) {
    auto& widest = *std::max_element(widths.begin(), widths.end());
    // In one step down to the next, however long the text.
    const std::size_t over = total(widths) - width;
    if (widest <= kNarrowestColumn) return {};
    std::size_t second = kNarrowestColumn;
    for (const auto w : widths) {
      if (w < widest) second = std::max(second, w);
    }
    widest -= std::min(over, std::max<std::size_t>(1, widest - second));
  }
  return widths;
}

void put_row(std::string& out, const std::vector<std::string>& cells, const Widths& widths) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    lines.push_back(detail::wrap(cells[i], widths[i]));
    height = std::max(height, lines.back().size());
  }
  for (std::size_t n = 0; n < height; ++n) {
    std::string line;
    std::size_t owed = 0;  // blanks before the next cell that says something
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string text = n < lines[i].size() ? lines[i][n] : "";
      if (!text.empty()) line += std::string(std::exchange(owed, 0), ' ') + detail::isolated(text);
      owed += widths[i] - display_width(text) + kGap;
    }
    out += line + "\n";
  }
}

void put_list(std::string& out, const PlanTable& table, std::size_t width) {
  for (const auto& row : table.rows) {
    out += row.cells[0] + ", " + row.cells[1] + "\n";
    for (std::size_t i = 2; i < row.cells.size(); ++i) {
      const std::string text = detail::isolated(table.columns[i]) + ": " + row.cells[i];
      for (const auto& line : detail::wrap(text, width - kGap)) {
        out += std::string(kGap, ' ') + detail::isolated(line) + "\n";
      }
    }
  }
}

}  // namespace

std::string plan_to_text(std::span<const Agenda> agendas, int width, std::string_view language) {
  if (width < 40 || width > 200) {
    throw InvalidArgument("width: must be from 40 to 200 columns, got " + std::to_string(width));
  }
  const PlanTable table = detail::plan_table(agendas, language);
  if (agendas.empty()) return table.days + "\n";
  const auto room = static_cast<std::size_t>(width);
  std::string out;
  for (const auto& line : detail::wrap(detail::plan_title(table, detail::isolated), room)) {
    out += detail::isolated(line) + "\n";
  }
  out += table.days + "\n\n";
  const Widths widths = widths_of(table, room);
  if (widths.empty()) {
    put_list(out, table, room);
    return out;
  }
  put_row(out, table.columns, widths);
  for (std::size_t i = 0; i < total(widths); ++i) out += "─";
  out += "\n";
  for (const auto& row : table.rows) put_row(out, row.cells, widths);
  return out;
}

}  // namespace huddlekit
