// The sentences of a report that are put together from its numbers.
#include <fmt/format.h>

#include <array>
#include <cmath>

#include "core/sentences/report_sentences.hpp"
#include "core/sentences/sentences.hpp"
#include "core/text/text.hpp"

namespace huddlekit::sentences {
namespace {

std::string day_month(Day day, bool with_year) {
  const std::chrono::year_month_day date(day);
  std::string out = std::to_string(static_cast<unsigned>(date.day())) + " " +
                    std::string(kMonths[static_cast<unsigned>(date.month()) - 1]);
  return with_year ? out + " " + std::to_string(static_cast<int>(date.year())) : out;
}

/// `a fifth`, `a half`, or `12 %`.
std::string part(double share) {
  struct Name {
    double share;
    const char* name;
  };
  constexpr std::array kNames{Name{0.1, "a tenth"}, Name{0.2, "a fifth"}, Name{0.25, "a quarter"},
                              Name{1.0 / 3, "a third"}, Name{0.5, "a half"}};
  for (const auto& name : kNames) {
    if (std::abs(share - name.share) < 0.02) return name.name;
  }
  return percent(share);
}

std::string spelled(int count) {
  constexpr std::array kWords{"no",    "one",   "two",  "three", "four",   "five",  "six",
                              "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  const auto i = static_cast<std::size_t>(count);
  return i < kWords.size() ? kWords[i] : std::to_string(count);
}

std::string signed_number(const std::string& unit, double value) {
  const std::string size =
      unit == "share" ? decimal(std::abs(value) * 100) : number(unit, std::abs(value));
  const bool zero = size.find_first_not_of("0.:") == std::string::npos;
  const std::string sign = zero ? "±" : value < 0 ? "−" : "+";
  return sign + size + (unit == "share" ? " points" : "");
}

std::string months(const std::vector<Day>& days) {
  std::vector<std::string> names;
  names.reserve(days.size());
  for (const Day day : days) names.push_back(month(day));
  return listed(names);
}

}  // namespace

std::string percent(double share) { return fmt::format("{:.0f} %", share * 100); }
std::string decimal(double number) { return fmt::format("{:.1f}", number); }
std::string clock(double seconds) {
  const auto whole = std::llround(seconds);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}
std::string number(std::string_view unit, double value) {
  if (unit == "share") return percent(value);
  if (unit == "seconds") return clock(value);
  if (unit == "count") return fmt::format("{:.0f}", value);
  if (unit == "per huddle") return fmt::format("{:.2f}", value);
  return decimal(value);
}
std::string counted(int count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string title(const Report& report) {
  if (!report.name.empty()) return report.name;
  return report.key.empty() ? "The organisation" : report.key;
}

std::string range(Day from, Day until) {
  const Day last = until - std::chrono::days{1};
  const bool same_year =
      std::chrono::year_month_day(from).year() == std::chrono::year_month_day(last).year();
  if (from == last) return day_month(last, true);
  return day_month(from, !same_year) + " to " + day_month(last, true);
}

std::string made_on(Day day, int teams) {
  return counted(teams, "team", "teams") + " · made on " + day_month(day, true);
}

std::string month(Day day) {
  const std::chrono::year_month_day date(day);
  return std::string(kMonths[static_cast<unsigned>(date.month()) - 1]) + " " +
         std::to_string(static_cast<int>(date.year()));
}

std::string people_months(const Report& report) {
  std::string out;
  if (!report.people.empty()) {
    std::vector<Day> shown;
    for (const auto& row : report.people) shown.push_back(row.month);
    out = "Figures about people cover " + months(shown) + ".";
  }
  if (!report.hidden_months.empty()) {
    out += (out.empty() ? "" : " ") + months(report.hidden_months) +
           (report.hidden_months.size() == 1 ? " is" : " are") +
           " hidden: with it somebody could work out the figures of fewer than five people.";
  }
  if (out.empty()) {
    out = "Figures about people need a calendar month that is over and lies whole in the range.";
  }
  return out;
}

std::string theme_line(const Report::ThemeRow& theme) {
  std::string out = std::to_string(theme.on_theme) + " of " +
                    counted(theme.huddles, "huddle", "huddles") + " on its values, " +
                    counted(theme.wins, "win", "wins");
  return theme.goal.empty() ? out : out + ". Goal: " + theme.goal;
}

std::string value_line(const Report::ValueRow& value) {
  std::string out =
      counted(value.huddles, "huddle", "huddles") + " (" + decimal(value.due) + " due)";
  if (value.wins > 0) out += ", " + counted(value.wins, "win", "wins");
  if (value.misses > 0) out += ", " + counted(value.misses, "miss", "misses");
  return out;
}

std::string segment_line(const Report::SegmentRow& segment) {
  const auto mean = [&](std::chrono::seconds length) {
    return clock(static_cast<double>(length.count()) / segment.huddles);
  };
  return mean(segment.took) + " on average, " + mean(segment.planned) + " planned, in " +
         counted(segment.huddles, "huddle", "huddles");
}

std::string week_line(const Report::WeekRow& week) {
  return "Week of " + day_month(week.monday, false) + ": " + std::to_string(week.held) + " of " +
         std::to_string(week.planned) + " held" +
         (week.overruns > 0 ? ", " + std::to_string(week.overruns) + " overran" : "");
}

std::string weeks_aloud(const Report& report) {
  std::string out;
  for (const auto& week : report.weeks) out += (out.empty() ? "" : "; ") + week_line(week);
  return out;
}

std::string weeks(std::size_t first, std::size_t last) {
  return first == last ? "Week " + std::to_string(first)
                       : "Weeks " + std::to_string(first) + "–" + std::to_string(last);
}

std::string overruns(const std::string& when, int overruns, int timed, double drop) {
  return when + ": " + spelled(overruns) + (overruns == 1 ? " overrun" : " overruns") + " in " +
         counted(timed, "timed huddle", "timed huddles") +
         (drop > 0 ? ", attendance down " + part(drop) : "") + ": shorten the round.";
}
std::string seldom_held(const std::string& when, int held, int planned) {
  return when + ": " + std::to_string(held) + " of " + counted(planned, "huddle", "huddles") +
         " held: meet less often and keep to it, or find a better time.";
}
std::string attendance_down(const std::string& when, double drop) {
  return when + ": attendance down " + part(drop) + ": ask what keeps people away.";
}
std::string stale_prompts(int again, int prompts) {
  return "In " + std::to_string(again) + " of " + counted(prompts, "huddle", "huddles") +
         " the prompt was less than a month old: add prompts.";
}
std::string stale_stories(int again, int stories) {
  return std::to_string(again) + " of " + counted(stories, "story", "stories") +
         " had been told before: collect new ones.";
}
std::string silent_values(const std::vector<std::string>& names) {
  return "Not talked about: " + listed(names) + ".";
}
std::string more_misses(int wins, int misses) {
  return counted(wins, "win", "wins") + " and " + counted(misses, "miss", "misses") +
         " told: recognise what goes well at least as often.";
}
std::string too_many_lessons(int learned, int capacity) {
  return counted(learned, "new lesson", "new lessons") + ", and room for " +
         std::to_string(capacity) + ": merge or retire some, or they will be forgotten.";
}
std::string unanswered(int waiting, int oldest) {
  return counted(waiting, "hand-off waits", "hand-offs wait") + " for an answer, the oldest for " +
         counted(oldest, "day", "days") + ": whoever raises something should hear back.";
}
std::string unprepared(int count, int planned) {
  return std::to_string(count) + " of " + counted(planned, "huddle", "huddles") +
         " had no published agenda: publish by itself, every morning.";
}

std::string caution() {
  return "A difference is not a cause: seasons, people and other changes fall into the same weeks. "
         "An interval says which differences fit the weeks seen, if weeks like them had come "
         "again.";
}
std::string no_data(const std::string& label) { return label + ": nothing to compare."; }
std::string too_few(const std::string& label, const std::string& unit, double before, double after,
                    int weeks_before, int weeks_after) {
  return label + ": " + number(unit, before) + " before, " + number(unit, after) +
         " after; too few huddles to say (" + counted(weeks_before, "week", "weeks") +
         " with data before, " + std::to_string(weeks_after) + " after).";
}
std::string difference(const std::string& label, const std::string& unit, double before,
                       double after, double low, double high) {
  const std::string between =
      signed_number(unit, low) + " to " + signed_number(unit, high) + " (95 % interval)";
  const std::string both = number(unit, before) + " before, " + number(unit, after) + " after";
  if (low <= 0 && high >= 0) {
    return label + ": " + both + "; no clear difference, anything from " + between +
           " fits what was seen.";
  }
  return label + ": " + both + ", a difference of " + signed_number(unit, after - before) + "; " +
         between + ".";
}

}  // namespace huddlekit::sentences
