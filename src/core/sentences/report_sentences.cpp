#include "core/sentences/report_sentences.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace huddlekit::sentences {
namespace {

constexpr std::array kFigures{
    FigureKey{"held.rate", "held", "share"},
    FigureKey{"held.completed", "held", "count"},
    FigureKey{"held.assumed", "held", "count"},
    FigureKey{"held.cancelled", "held", "count"},
    FigureKey{"held.unprepared", "held", "count"},
    FigureKey{"held.holidays", "held", "count"},
    FigureKey{"time.overruns", "time", "share"},
    FigureKey{"time.mean", "time", "seconds"},
    FigureKey{"time.longest_over", "time", "seconds"},
    FigureKey{"values.covered", "values", "share"},
    FigureKey{"values.off", "values", "huddles"},
    FigureKey{"stories.wins", "stories", "count"},
    FigureKey{"stories.misses", "stories", "count"},
    FigureKey{"stories.benchmarks", "stories", "count"},
    FigureKey{"stories.improvements", "stories", "count"},
    FigureKey{"stories.recognitions", "stories", "count"},
    FigureKey{"lessons.learned", "lessons", "count"},
    FigureKey{"lessons.capacity", "lessons", "count"},
    FigureKey{"lessons.came_back", "lessons", "count"},
    FigureKey{"lessons.recall_now", "lessons", "share"},
    FigureKey{"lessons.recall_in_90", "lessons", "share"},
    FigureKey{"handoffs.raised", "handoffs", "count"},
    FigureKey{"handoffs.answered", "handoffs", "share"},
    FigureKey{"handoffs.days", "handoffs", "days"},
    FigureKey{"handoffs.oldest", "handoffs", "days"},
    FigureKey{"staleness.prompts", "freshness", "share"},
    FigureKey{"staleness.stories", "freshness", "share"},
    FigureKey{"people.members", "people", "count"},
    FigureKey{"people.attendance", "people", "share"},
    FigureKey{"people.recognised", "people", "share"},
    FigureKey{"people.led", "people", "share"},
    FigureKey{"people.turns_off", "people", "turns"},
    FigureKey{"people.customers", "people", "share"},
    FigureKey{"people.colleagues", "people", "share"},
};

std::string percent(double share) {
  return phrase("number.percent", fmt::format("{:.0f}", share * 100));
}

std::string decimal(double number, int places = 1) {
  return phrase("number.of", Numeral{fmt::format("{:.{}f}", number, places)});
}

std::string clock(double seconds) {
  return minutes_seconds(std::chrono::seconds{std::llround(seconds)});
}

/// `a fifth`, `a half`, or `12 %`.
std::string part(double share) {
  struct Name {
    double share;
    Key<0> name;
  };
  constexpr std::array kNames{Name{0.1, "part.tenth"}, Name{0.2, "part.fifth"},
                              Name{0.25, "part.quarter"}, Name{1.0 / 3, "part.third"},
                              Name{0.5, "part.half"}};
  for (const auto& name : kNames) {
    if (std::abs(share - name.share) < 0.02) return phrase(name.name);
  }
  return percent(share);
}

std::string spelled(int count) {
  constexpr std::array<Key<0>, 13> kWords{
      "spelled.0", "spelled.1", "spelled.2", "spelled.3",  "spelled.4",  "spelled.5", "spelled.6",
      "spelled.7", "spelled.8", "spelled.9", "spelled.10", "spelled.11", "spelled.12"};
  const auto i = static_cast<std::size_t>(count);
  return i < kWords.size() ? phrase(kWords[i]) : std::to_string(count);
}

std::string signed_number(const std::string& unit, double value) {
  const bool share = unit == "share";
  const double size = std::abs(value) * (share ? 100 : 1);
  const bool zero = share                  ? size < 0.05
                    : unit == "per huddle" ? size < 0.005
                                           : size < 0.5;  // as far as its places go
  const std::string sign = zero ? "±" : value < 0 ? "−" : "+";
  return share ? phrase("number.points", sign + decimal(size)) : sign + number(unit, size);
}

std::vector<std::string> months(const std::vector<Day>& days) {
  std::vector<std::string> names;
  names.reserve(days.size());
  for (const Day day : days) names.push_back(month_year(day));
  return names;
}

}  // namespace

std::span<const FigureKey> figure_keys() { return kFigures; }

std::string number(std::string_view unit, double value) {
  if (unit == "share") return percent(value);
  if (unit == "seconds") return clock(value);
  if (unit == "count") return fmt::format("{:.0f}", value);
  return decimal(value, unit == "per huddle" ? 2 : 1);
}

std::string title(const Report& report) {
  if (!report.name.empty()) return report.name;
  return report.key.empty() ? phrase("report.organisation") : report.key;
}

std::string range(Day from, Day until) {
  const Day last = until - std::chrono::days{1};
  if (from == last) return full_date(last);
  return phrase("date.range", date_of(from, last), full_date(last));
}

std::string made_on(Day day, int teams) {
  return phrase("report.made_on", phrase("count.teams", teams), full_date(day));
}

std::string people_months(const Report& report) {
  std::vector<std::string> out;
  if (!report.people.empty()) {
    std::vector<Day> shown;
    for (const auto& row : report.people) shown.push_back(row.month);
    out.push_back(phrase("report.people_cover", months(shown)));
  }
  if (const auto& hidden = report.hidden_months; !hidden.empty()) {
    out.push_back(phrase("report.people_hidden", months(hidden), hidden.size()));
  }
  return out.empty() ? phrase("report.people_none") : one_by_one(out);
}

std::string theme_line(const Report::ThemeRow& theme) {
  const auto huddles = phrase("count.huddles", theme.huddles);
  const auto wins = phrase("count.wins", theme.wins);
  return theme.goal.empty()
             ? phrase("report.theme", theme.on_theme, huddles, wins)
             : phrase("report.theme_goal", theme.on_theme, huddles, wins, theme.goal);
}

std::string value_line(const Report::ValueRow& value) {
  auto line = phrase("report.value", phrase("count.huddles", value.huddles), decimal(value.due));
  const auto add = [&](const std::string& more) { line = phrase("list.more", line, more); };
  if (value.wins > 0) add(phrase("count.wins", value.wins));
  if (value.misses > 0) add(phrase("count.misses", value.misses));
  return line;
}

std::string segment_line(const Report::SegmentRow& segment) {
  const auto mean = [&](std::chrono::seconds length) {
    return clock(static_cast<double>(length.count()) / segment.huddles);
  };
  return phrase("report.segment", mean(segment.took), mean(segment.planned),
                phrase("count.huddles", segment.huddles));
}

std::string value_name(const Report& report, const std::string& key) {
  const auto row = std::ranges::find(report.values, key, &Report::ValueRow::key);
  return row == report.values.end() || row->name.empty() ? key : row->name;
}

std::string week_line(const Report::WeekRow& week) {
  const auto monday = day_month(week.monday);
  return week.overruns > 0
             ? phrase("report.week_overran", monday, week.held, week.planned, week.overruns)
             : phrase("report.week", monday, week.held, week.planned);
}

std::string weeks_aloud(const Report& report) {
  std::string out;
  for (const auto& week : report.weeks) {
    out = out.empty() ? week_line(week) : phrase("list.clause", out, week_line(week));
  }
  return out;
}

std::string weeks(std::size_t first, std::size_t last) {
  return first == last ? phrase("report.week_number", first)
                       : phrase("report.week_numbers", first, last);
}

std::string overruns(const std::string& when, int overruns, int timed, double drop) {
  const auto huddles = phrase("count.timed_huddles", timed);
  return drop > 0 ? phrase("warning.overruns_fewer", when, spelled(overruns), huddles, part(drop),
                           overruns)
                  : phrase("warning.overruns", when, spelled(overruns), huddles, overruns);
}

std::string seldom_held(const std::string& when, int held, int planned) {
  return phrase("warning.seldom_held", when, held, phrase("count.huddles", planned));
}

std::string attendance_down(const std::string& when, double drop) {
  return phrase("warning.attendance_down", when, part(drop));
}

std::string too_few(const std::string& label, const std::string& unit, double before, double after,
                    int weeks_before, int weeks_after) {
  return phrase("compare.too_few", label, number(unit, before), number(unit, after),
                phrase("count.weeks", weeks_before), weeks_after);
}

std::string difference(const std::string& label, const std::string& unit, double before,
                       double after, double low, double high) {
  const auto was = number(unit, before), is = number(unit, after);
  const auto from = signed_number(unit, low), to = signed_number(unit, high);
  if (low <= 0 && high >= 0) return phrase("compare.unclear", label, was, is, from, to);
  return phrase("compare.clear", label, was, is, signed_number(unit, after - before), from, to);
}

}  // namespace huddlekit::sentences
