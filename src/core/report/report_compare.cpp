#include <algorithm>
#include <vector>

#include "core/sentences/catalogue.hpp"
#include "core/sentences/report_sentences.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/report.hpp"

namespace huddlekit {
namespace {

constexpr int kDraws = 4'000;
constexpr int kFewestWeeks = 4;

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t n) {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    z ^= z >> 31;
    return static_cast<std::size_t>(((z >> 32) * n) >> 32);  // n is a number of weeks
  }

 private:
  std::uint64_t state_;
};

/// A ratio of sums over weeks; weeks without a denominator have nothing to say.
struct Week {
  std::int64_t part = 0;
  std::int64_t whole = 0;
};

double ratio(const std::vector<Week>& weeks) {
  Week sum;
  for (const auto& week : weeks) sum = {sum.part + week.part, sum.whole + week.whole};
  return static_cast<double>(sum.part) / static_cast<double>(sum.whole);
}

double drawn_ratio(const std::vector<Week>& weeks, Random& random) {
  Week sum;
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    const auto& week = weeks[random.below(weeks.size())];
    sum = {sum.part + week.part, sum.whole + week.whole};
  }
  return static_cast<double>(sum.part) / static_cast<double>(sum.whole);
}

struct Measure {
  std::string_view key;
  sentences::Key<0> label;
  std::string_view unit;
  Week (*of)(const Report::WeekRow&);
};

using Row = Report::WeekRow;
constexpr Measure kMeasures[] = {
    {"held.rate", "figure.held.rate", "share",
     [](const Row& w) { return Week{w.held, w.planned}; }},
    {"time.overruns", "figure.time.overruns", "share",
     [](const Row& w) { return Week{w.overruns, w.timed}; }},
    {"time.mean", "figure.time.mean", "seconds",
     [](const Row& w) { return Week{w.took.count(), w.timed}; }},
    {"stories.wins", "compare.wins_per_huddle", "per huddle",
     [](const Row& w) { return Week{w.wins, w.held}; }},
    {"stories.misses", "compare.misses_per_huddle", "per huddle",
     [](const Row& w) { return Week{w.misses, w.held}; }},
    {"people.attendance", "figure.people.attendance", "share",
     [](const Row& w) { return Week{w.attended, w.expected}; }},
};

std::vector<Week> weeks_of(const Report& report, const Measure& measure) {
  std::vector<Week> out;
  for (const auto& row : report.weeks) {
    if (const Week week = measure.of(row); week.whole > 0) out.push_back(week);
  }
  return out;
}

Difference difference(const Report& before, const Report& after, const Measure& measure,
                      std::uint64_t seed) {
  const sentences::Say say(after.language);
  Difference out{.figure = std::string(measure.key),
                 .label = say(measure.label),
                 .unit = std::string(measure.unit)};
  const auto was = weeks_of(before, measure);
  const auto is = weeks_of(after, measure);
  if (!was.empty()) out.before = ratio(was);
  if (!is.empty()) out.after = ratio(is);
  if (!out.before || !out.after) {
    out.sentence = say("compare.no_data", out.label);
    return out;
  }
  const int n_was = static_cast<int>(was.size());
  const int n_is = static_cast<int>(is.size());
  if (std::min(n_was, n_is) < kFewestWeeks) {
    out.sentence =
        say.text(sentences::too_few(out.label, out.unit, *out.before, *out.after, n_was, n_is));
    return out;
  }
  Random random(seed);
  std::vector<double> drawn(kDraws);
  for (auto& d : drawn) {
    const double then = drawn_ratio(was, random);  // in this order on every compiler
    d = drawn_ratio(is, random) - then;
  }
  std::sort(drawn.begin(), drawn.end());
  out.low = drawn[kDraws / 40];
  out.high = drawn[kDraws - 1 - kDraws / 40];
  out.sentence = say.text(
      sentences::difference(out.label, out.unit, *out.before, *out.after, *out.low, *out.high));
  return out;
}

}  // namespace

Comparison compare(const Report& before, const Report& after, std::uint64_t seed) {
  const bool same = before.of == after.of && before.key == after.key;
  if (same && before.start < after.end && after.start < before.end) {
    throw InvalidArgument("after: must not share days with before (" + to_string(before.start) +
                          " to " + to_string(before.end) + "), got " + to_string(after.start) +
                          " to " + to_string(after.end));
  }
  Comparison out{.rows = {}, .caution = sentences::Say(after.language)("compare.caution")};
  for (const auto& measure : kMeasures) {
    out.rows.push_back(difference(before, after, measure, seed));
  }
  return out;
}

}  // namespace huddlekit
