#pragma once
#include <span>
#include <string>
#include <string_view>

#include "huddlekit/report.hpp"

/// Every word of the library's own in a report, so that a language can be added: what each figure
/// is, how it is computed and what it is not for; early warnings; comparisons.
namespace huddlekit::sentences {

struct FigureText {
  std::string_view key, section, label, unit, how, not_for;
};
/// In the order of the page.
[[nodiscard]] std::span<const FigureText> figure_texts();
/// @pre there is one.
[[nodiscard]] const FigureText& figure_text(std::string_view key);

inline constexpr std::string_view kWorthALook = "Worth a look";
inline constexpr std::string_view kWeekByWeek = "Week by week";
inline constexpr std::string_view kValuesOneByOne = "Values, one by one";
inline constexpr std::string_view kThemes = "Themes";
inline constexpr std::string_view kWhyCancelled = "Why cancelled";
inline constexpr std::string_view kWhyMissed = "Why commitments were missed";
inline constexpr std::string_view kSegments = "Length of each part";
inline constexpr std::string_view kHowComputed = "How each number is computed";
inline constexpr std::string_view kNotFor = "Not for";
inline constexpr std::string_view kPrivate = "Private: for the facilitator alone";
inline constexpr std::string_view kNothing = "no data";
inline constexpr std::string_view kNothingSoFar = "No huddle was over in this time.";
inline constexpr std::string_view kHuddlesHeld = "held";
inline constexpr std::string_view kHuddlesPlanned = "planned";
inline constexpr std::string_view kOverran = "overran";

[[nodiscard]] std::string title(const Report& report);  ///< `Front desk`, `The organisation`
[[nodiscard]] std::string range(Day from, Day until);   ///< `1 September to 30 November 2026`
[[nodiscard]] std::string made_on(Day day, int teams);
/// Which months the figures about people cover, and which are hidden; never empty.
[[nodiscard]] std::string people_months(const Report& report);
[[nodiscard]] std::string month(Day month);  ///< `September 2026`
[[nodiscard]] std::string theme_line(const Report::ThemeRow& theme);
[[nodiscard]] std::string value_line(const Report::ValueRow& value);
[[nodiscard]] std::string segment_line(const Report::SegmentRow& segment);
[[nodiscard]] std::string week_line(const Report::WeekRow& week);
[[nodiscard]] std::string weeks_aloud(const Report& report);  ///< in place of the bars

[[nodiscard]] std::string percent(double share);   ///< `90 %`
[[nodiscard]] std::string decimal(double number);  ///< `1.5`
[[nodiscard]] std::string clock(double seconds);   ///< `9:40`
[[nodiscard]] std::string number(std::string_view unit, double value);
[[nodiscard]] std::string counted(int count, const char* one, const char* many);

// Early warnings.
[[nodiscard]] std::string weeks(std::size_t first, std::size_t last);  ///< `Weeks 2–4`
[[nodiscard]] std::string overruns(const std::string& when, int overruns, int timed, double drop);
[[nodiscard]] std::string seldom_held(const std::string& when, int held, int planned);
[[nodiscard]] std::string attendance_down(const std::string& when, double drop);
[[nodiscard]] std::string stale_prompts(int again, int prompts);
[[nodiscard]] std::string stale_stories(int again, int stories);
[[nodiscard]] std::string silent_values(const std::vector<std::string>& names);
[[nodiscard]] std::string more_misses(int wins, int misses);
[[nodiscard]] std::string too_many_lessons(int learned, int capacity);
[[nodiscard]] std::string unanswered(int waiting, int oldest);
[[nodiscard]] std::string unprepared(int count, int planned);

// Comparisons.
[[nodiscard]] std::string caution();
[[nodiscard]] std::string no_data(const std::string& label);
[[nodiscard]] std::string too_few(const std::string& label, const std::string& unit, double before,
                                  double after, int weeks_before, int weeks_after);
[[nodiscard]] std::string difference(const std::string& label, const std::string& unit,
                                     double before, double after, double low, double high);

}  // namespace huddlekit::sentences
