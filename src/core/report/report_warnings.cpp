#include <algorithm>

#include "core/report/report_counter.hpp"
#include "core/sentences/catalogue.hpp"
#include "core/sentences/report_sentences.hpp"

namespace huddlekit {
namespace {

constexpr std::size_t kSpan = 3;  // weeks that a pattern has to last: one bad week is no pattern

struct Sum {
  int planned = 0, held = 0, timed = 0, overruns = 0, expected = 0, attended = 0;
};

Sum sum(std::span<const Report::WeekRow> weeks) {
  Sum out;
  for (const auto& week : weeks) {
    out.planned += week.planned;
    out.held += week.held;
    out.timed += week.timed;
    out.overruns += week.overruns;
    out.expected += week.expected;
    out.attended += week.attended;
  }
  return out;
}

/// By which part attendance in the weeks from `first` on lies below that of all weeks before; 0
/// where it does not, or nobody knows.
double attendance_drop(std::span<const Report::WeekRow> weeks, std::size_t first,
                       std::size_t count) {
  const Sum before = sum(weeks.first(first));
  const Sum then = sum(weeks.subspan(first, count));
  if (before.attended == 0 || then.expected == 0) return 0;
  const double was = static_cast<double>(before.attended) / before.expected;
  const double is = static_cast<double>(then.attended) / then.expected;
  return std::max(0.0, 1 - is / was);
}

/// The longest stretches of weeks, each `kSpan` of which in a row are `bad`.
template <class Bad>
std::vector<std::pair<std::size_t, std::size_t>> stretches(std::span<const Report::WeekRow> weeks,
                                                           Bad bad) {
  std::vector<std::pair<std::size_t, std::size_t>> out;  // first, behind the last
  for (std::size_t i = 0; i + kSpan <= weeks.size(); ++i) {
    if (!bad(i)) continue;
    if (!out.empty() && out.back().second >= i) {
      out.back().second = i + kSpan;
    } else {
      out.emplace_back(i, i + kSpan);
    }
  }
  return out;
}

void weekly(const Report& report, std::vector<std::string>& out) {
  const std::span<const Report::WeekRow> weeks(report.weeks);
  const auto when = [](const auto& s) { return sentences::weeks(s.first + 1, s.second); };
  constexpr double kDown = 0.095;  // a tenth, give or take a rounding
  const auto overran = stretches(weeks, [&](std::size_t i) {
    const Sum s = sum(weeks.subspan(i, kSpan));
    return s.overruns >= 3 && s.overruns * 4 >= s.timed;
  });
  for (const auto& stretch : overran) {
    const auto length = stretch.second - stretch.first;
    const Sum s = sum(weeks.subspan(stretch.first, length));
    const double drop = attendance_drop(weeks, stretch.first, length);
    out.push_back(
        sentences::overruns(when(stretch), s.overruns, s.timed, drop >= kDown ? drop : 0));
  }
  const auto seldom = stretches(weeks, [&](std::size_t i) {
    const Sum s = sum(weeks.subspan(i, kSpan));
    return s.planned >= 3 && s.held * 10 < s.planned * 6;
  });
  for (const auto& stretch : seldom) {
    const Sum s = sum(weeks.subspan(stretch.first, stretch.second - stretch.first));
    out.push_back(sentences::seldom_held(when(stretch), s.held, s.planned));
  }
  const auto fewer =
      stretches(weeks, [&](std::size_t i) { return attendance_drop(weeks, i, kSpan) >= kDown; });
  for (const auto& stretch : fewer) {
    const bool said = std::any_of(overran.begin(), overran.end(), [&](const auto& o) {
      return o.first < stretch.second && stretch.first < o.second;
    });
    const double drop = attendance_drop(weeks, stretch.first, stretch.second - stretch.first);
    if (!said && drop >= kDown) out.push_back(sentences::attendance_down(when(stretch), drop));
  }
}

}  // namespace

std::vector<std::string> early_warnings(const Report& report) {
  using sentences::phrase;
  std::vector<std::string> out;
  weekly(report, out);
  const auto& r = report;
  if (r.held.unprepared * 5 > r.held.planned) {
    out.push_back(
        phrase("warning.unprepared", r.held.unprepared, phrase("count.huddles", r.held.planned)));
  }
  if (r.staleness.prompts_again * 5 > r.staleness.prompts) {
    out.push_back(phrase("warning.stale_prompts", r.staleness.prompts_again,
                         phrase("count.huddles", r.staleness.prompts)));
  }
  if (r.staleness.stories_again * 3 > r.staleness.stories) {
    out.push_back(phrase("warning.stale_stories", r.staleness.stories_again,
                         phrase("count.stories", r.staleness.stories)));
  }
  // Only when each value could have had two turns is silence worth a word.
  std::vector<std::string> silent;
  for (const auto& value : r.values) {
    if (value.huddles == 0 && value.due >= 2) silent.push_back(value.name);
  }
  if (!silent.empty()) out.push_back(phrase("warning.silent_values", silent));
  if (r.stories.misses >= 3 && r.stories.misses > r.stories.wins) {
    out.push_back(phrase("warning.more_misses", phrase("count.wins", r.stories.wins),
                         phrase("count.misses", r.stories.misses)));
  }
  if (r.lessons.learned > r.lessons.capacity + 1) {
    out.push_back(phrase("warning.too_many_lessons", r.lessons.learned, r.lessons.capacity));
  }
  if (r.handoffs.waiting > 0 && r.handoffs.oldest_waiting > 7) {
    out.push_back(phrase("warning.unanswered", r.handoffs.waiting,
                         phrase("count.days", r.handoffs.oldest_waiting)));
  }
  const sentences::Say say(report.language);
  for (auto& sentence : out) sentence = say.text(sentence);
  return out;
}

}  // namespace huddlekit
