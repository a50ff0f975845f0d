#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/agenda.hpp"

namespace huddlekit::detail {

/// A plan of days as a table, every text as it may be shown, one line each, not escaped yet.
/// Columns that would say the same in every row are left out.
struct PlanTable {
  struct Row {
    Day day{};
    Instant starts{};
    std::vector<std::string> cells;  // beside the columns
  };
  std::string language;
  std::string organisation;
  std::string team;  ///< empty when there are several
  std::string days;  ///< `23 November – 6 December 2026`; that there are none
  std::vector<std::string> columns;
  std::size_t value = 0;  ///< which of them holds the value of the day
  std::vector<Row> rows;
};
/// @param language  of a plan without a huddle.
[[nodiscard]] PlanTable plan_table(std::span<const Agenda> agendas,
                                   std::string_view language = "en");

/// What stands for nobody, and for nothing.
inline constexpr std::string_view kNobody = "–";

/// `Front desk · huddles`, `Harbour Hotel · huddles`.
[[nodiscard]] std::string plan_title(const PlanTable& table,
                                     std::string (*escape)(const std::string&));

}  // namespace huddlekit::detail
