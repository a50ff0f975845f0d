#include "huddlekit/render.hpp"
#include "render/ink/markdown.hpp"
#include "render/plan/plan_table.hpp"

namespace huddlekit {
namespace {

std::string row(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const auto& cell : cells) out += " " + detail::markdown_literal(cell) + " |";
  return out + "\n";
}

}  // namespace

std::string plan_to_markdown(std::span<const Agenda> agendas, std::string_view language) {
  const auto table = detail::plan_table(agendas, language);
  if (agendas.empty()) return table.days + "\n";
  std::string out = "# " + detail::plan_title(table, detail::markdown_literal) + "\n\n";
  out += table.days + "\n\n" + row(table.columns) + "|";
  for (std::size_t i = 0; i < table.columns.size(); ++i) out += " --- |";
  out += "\n";
  for (const auto& line : table.rows) out += row(line.cells);
  return out;
}

}  // namespace huddlekit
