#pragma once
#include <span>
#include <string>
#include <string_view>

#include "core/sentences/days.hpp"
#include "huddlekit/report.hpp"

/// The sentences of a report that depend on what there is to say: figures, early warnings,
/// comparisons. What each figure is, how it is computed and what it is not for stands in the
/// catalogue under `figure.` and its key.
namespace huddlekit::sentences {

struct FigureKey {
  std::string_view key, section, unit;

  consteval FigureKey(std::string_view k, std::string_view s, std::string_view u)
      : key(k), section(s), unit(u) {
    if (!in_catalogue("figure.", k, "") || !in_catalogue("figure.", k, ".how") ||
        !in_catalogue("figure.", k, ".not_for") || !in_catalogue("section.", s, "")) {
      throw "the figure is not in languages/en.po";
    }
  }

 private:
  static constexpr bool in_catalogue(std::string_view front, std::string_view middle,
                                     std::string_view back) {
    return std::ranges::any_of(kKeys, [&](const KeyInfo& info) {
      return info.key.size() == front.size() + middle.size() + back.size() &&
             info.key.starts_with(front) && info.key.substr(front.size()).starts_with(middle) &&
             info.key.ends_with(back);
    });
  }
};
/// In the order of the page.
[[nodiscard]] std::span<const FigureKey> figure_keys();

[[nodiscard]] std::string title(const Report& report);  ///< `Front desk`, `The organisation`
[[nodiscard]] std::string range(Day from, Day until);   ///< `1 September to 30 November 2026`
[[nodiscard]] std::string made_on(Day day, int teams);
/// Which months the figures about people cover, and which are hidden; never empty.
[[nodiscard]] std::string people_months(const Report& report);
[[nodiscard]] std::string theme_line(const Report::ThemeRow& theme);
[[nodiscard]] std::string value_line(const Report::ValueRow& value);
[[nodiscard]] std::string segment_line(const Report::SegmentRow& segment);
/// By key, of a value that the report need not have.
[[nodiscard]] std::string value_name(const Report& report, const std::string& key);
[[nodiscard]] std::string week_line(const Report::WeekRow& week);
[[nodiscard]] std::string weeks_aloud(const Report& report);  ///< in place of the bars
[[nodiscard]] std::string number(std::string_view unit, double value);

// Early warnings.
[[nodiscard]] std::string weeks(std::size_t first, std::size_t last);  ///< `Weeks 2–4`
[[nodiscard]] std::string overruns(const std::string& when, int overruns, int timed, double drop);
[[nodiscard]] std::string seldom_held(const std::string& when, int held, int planned);
[[nodiscard]] std::string attendance_down(const std::string& when, double drop);

// Comparisons.
[[nodiscard]] std::string too_few(const std::string& label, const std::string& unit, double before,
                                  double after, int weeks_before, int weeks_after);
[[nodiscard]] std::string difference(const std::string& label, const std::string& unit,
                                     double before, double after, double low, double high);

}  // namespace huddlekit::sentences
