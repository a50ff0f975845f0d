// Two years of weekday huddles with one lesson slot each: how much of all that was learned does a
// team still remember in the second year, depending on which due lesson comes back?
//
//   recall_simulation [runs]
//
// A lesson is heard on the day it is learned, without taking the slot. Every policy meets the same
// lessons on the same days, and the nth showing of a lesson draws the same random number under
// every policy, so that differences are between the policies alone.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <numbers>
#include <optional>
#include <vector>

#include "core/lessons/lesson_choice.hpp"

namespace {

using namespace huddlekit;

constexpr int kHuddles = 2 * 52 * 5;
constexpr int kMaxInterval = 180;  // for every policy

// --- what happens to everybody alike ----------------------------------------------------------

/// A number in [0, 1) that depends on its place alone (splitmix64).
double uniform(std::uint64_t run, std::uint64_t lesson, std::uint64_t nth, std::uint64_t use) {
  std::uint64_t x = run;
  for (const std::uint64_t part : {lesson, nth, use}) {
    x += 0x9e3779b97f4a7c15 * (part + 1);
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    x ^= x >> 31;
  }
  return static_cast<double>(x >> 11) * 0x1p-53;
}
enum Use : std::uint64_t { kBorn, kImportance, kRemembered, kHowWell, kPick };

/// How people really forget.
Recall own_model() { return Recall(); }
/// Half the stability from the first showing, half the growth from each later one.
Recall faster_model() {
  auto weights = Recall::kDefaultWeights;
  for (int i = 0; i < 4; ++i) weights[i] /= 2;
  weights[8] -= std::numbers::ln2;
  return Recall(weights);
}

Rating pick(double u, std::array<double, 4> shares) {
  for (int n = 1; n < 4; ++n) {
    if (u < shares[n - 1]) return static_cast<Rating>(n);
    u -= shares[n - 1];
  }
  return Rating::kEasy;
}

struct Lesson {
  Id id = 0;
  int importance = 1;
  int last = 0;  // the day it was last shown
  int shown = 0;
  RecallState truth;
  RecallState believed;  // what the scheduler makes of the ratings
  int box = 0;           // Leitner
  int repetitions = 0;   // SM-2, this and the next two
  double ease = 2.5;
  int gap = 1;
};

// --- the policies -------------------------------------------------------------------------------

enum class Policy { kGain, kOldest, kRandom, kMost, kLeast, kLeitner, kSm2, kPlainGain };
constexpr const char* kNames[] = {
    "gain first",       "oldest due", "random", "most remembered",
    "least remembered", "Leitner",    "SM-2",   "gain, importance ignored"};

void learn_leitner(Lesson& lesson, Rating rating) {
  lesson.box = rating == Rating::kAgain ? 0 : std::min(lesson.box + 1, 7);  // 1, 2, 4 … 128 days
}

void learn_sm2(Lesson& lesson, Rating rating) {
  const int quality = static_cast<int>(rating) + 1;  // Again 2, Hard 3, Good 4, Easy 5
  if (rating == Rating::kAgain) {
    lesson.repetitions = 0;
    lesson.gap = 1;
  } else {
    ++lesson.repetitions;
    lesson.gap = lesson.repetitions == 1   ? 1
                 : lesson.repetitions == 2 ? 6
                                           : static_cast<int>(std::ceil(lesson.gap * lesson.ease));
    lesson.gap = std::min(lesson.gap, kMaxInterval);
  }
  const int miss = 5 - quality;
  lesson.ease = std::max(1.3, lesson.ease + 0.1 - miss * (0.08 + miss * 0.02));
}

int interval(Policy policy, const Recall& recall, const Lesson& lesson) {
  if (policy == Policy::kLeitner) return 1 << lesson.box;
  if (policy == Policy::kSm2) return lesson.gap;
  return recall.interval(lesson.believed);
}

/// The due lesson to show, by the policy; nullptr when none is due.
Lesson* choose(Policy policy, const Recall& recall, std::vector<Lesson>& lessons, int day,
               std::uint64_t run) {
  if (policy == Policy::kGain || policy == Policy::kPlainGain) {
    std::vector<LessonCandidate> candidates;
    for (const auto& l : lessons) {
      const int importance = policy == Policy::kGain ? l.importance : 1;
      candidates.push_back({l.id, l.believed, day - l.last, importance, false});
    }
    const auto ranked = rank_lessons(recall, candidates);
    return ranked.empty() ? nullptr : &lessons[static_cast<std::size_t>(ranked.front().id)];
  }
  Lesson* best = nullptr;
  double best_score = 0;
  for (auto& l : lessons) {
    const int overdue = day - l.last - interval(policy, recall, l);
    if (overdue < 0) continue;
    double score = overdue;
    if (policy == Policy::kRandom) score = uniform(run, l.id, day, kPick);
    if (policy == Policy::kMost) score = recall.retrievability(l.believed, day - l.last);
    if (policy == Policy::kLeast) score = -recall.retrievability(l.believed, day - l.last);
    if (best == nullptr || score > best_score) {
      best = &l;
      best_score = score;
    }
  }
  return best;
}

// --- one run ------------------------------------------------------------------------------------

struct Result {
  double remembered = 0;  // mean retrievability, every lesson counted alike
  double weighted = 0;    // the same, weighted by importance
  double important = 0;   // that of importance 3; NaN when there is none
  double untouched = 0;   // share of lessons never shown again
};

struct Setting {
  double lessons_per_huddle;
  bool importance;  // some lessons matter more; otherwise all are of importance 1
};

void show(Lesson& l, const Recall& truth, const Recall& recall, int day, std::uint64_t run) {
  const double how_well = uniform(run, l.id, l.shown, kHowWell);
  if (l.shown++ == 0) {
    const Rating rating = pick(how_well, {.24, .094, .495, .171});
    l.truth = truth.first(rating);
    l.believed = recall.first(rating);
    learn_leitner(l, rating);
    learn_sm2(l, rating);
  } else {
    const int elapsed = day - l.last;
    const bool remembered =
        uniform(run, l.id, l.shown, kRemembered) < truth.retrievability(l.truth, elapsed);
    const Rating rating = remembered ? pick(how_well, {0, .224, .631, .145}) : Rating::kAgain;
    l.truth = truth.review(l.truth, elapsed, rating);
    l.believed = recall.review(l.believed, elapsed, rating);
    learn_leitner(l, rating);
    learn_sm2(l, rating);
  }
  l.last = day;
}

Result simulate(Policy policy, const Recall& truth, const Setting& setting, std::uint64_t run) {
  static const Recall recall;
  std::vector<Lesson> lessons;
  Result sum;
  double weight = 0, all = 0, important = 0;
  for (int huddle = 0; huddle < kHuddles; ++huddle) {
    const int day = huddle / 5 * 7 + huddle % 5;
    if (huddle >= kHuddles / 2) {
      for (const auto& l : lessons) {
        const double r = truth.retrievability(l.truth, day - l.last);
        sum.remembered += r;
        sum.weighted += l.importance * r;
        all += 1;
        weight += l.importance;
        if (l.importance == 3) {
          sum.important += r;
          important += 1;
        }
      }
    }
    if (Lesson* l = choose(policy, recall, lessons, day, run)) show(*l, truth, recall, day, run);
    if (uniform(run, huddle, 0, kBorn) < setting.lessons_per_huddle) {
      Lesson l;
      l.id = static_cast<Id>(lessons.size());
      const double u = uniform(run, l.id, 0, kImportance);
      if (setting.importance) l.importance = u < .8 ? 1 : u < .95 ? 2 : 3;
      show(l, truth, recall, day, run);
      lessons.push_back(l);
    }
  }
  const auto untouched = std::ranges::count(lessons, 1, &Lesson::shown);
  return {sum.remembered / all, sum.weighted / weight, sum.important / important,
          static_cast<double>(untouched) / static_cast<double>(lessons.size())};
}

// --- the tables ---------------------------------------------------------------------------------

struct Estimate {
  double mean, half_width;  // 95 %
};

Estimate estimate(const std::vector<double>& samples) {
  const auto n = static_cast<double>(samples.size());
  double sum = 0, squares = 0;
  for (const double x : samples) sum += x;
  for (const double x : samples) squares += (x - sum / n) * (x - sum / n);
  return {sum / n, n > 1 ? 1.96 * std::sqrt(squares / (n - 1) / n) : 0};
}

using Runs = std::vector<Result>;

Estimate mean(const Runs& runs, double Result::*what) {
  std::vector<double> samples;
  for (const auto& r : runs) {
    if (!std::isnan(r.*what)) samples.push_back(r.*what);
  }
  return estimate(samples);
}

/// Run by run, since both met the same lessons.
Estimate ahead(const Runs& runs, const Runs& others, double Result::*what) {
  std::vector<double> samples;
  for (std::size_t i = 0; i < runs.size(); ++i) samples.push_back(runs[i].*what - others[i].*what);
  return estimate(samples);
}

void table(const char* title, const Recall& truth, bool importance, int count) {
  constexpr std::array<double, 3> kLoads{.1, .2, .4};
  const auto what = importance ? &Result::weighted : &Result::remembered;
  const int policies = importance ? 8 : 7;
  std::array<std::vector<Runs>, 3> results;
  for (std::size_t at = 0; at < kLoads.size(); ++at) {
    for (int p = 0; p < policies; ++p) {
      Runs runs;
      for (int run = 0; run < count; ++run) {
        runs.push_back(simulate(static_cast<Policy>(p), truth, {kLoads[at], importance},
                                static_cast<std::uint64_t>(run)));
      }
      results[at].push_back(std::move(runs));
    }
  }

  std::printf("%s\n%-24s", title, "lessons per huddle");
  for (const double load : kLoads) std::printf("  %-38.1f", load);
  std::printf("\n%-24s", "");
  for (std::size_t at = 0; at < kLoads.size(); ++at) {
    std::printf("  %-12s %-15s %-9s", "mean", "gain first by", importance ? "of 3" : "untouched");
  }
  for (int p = 0; p < policies; ++p) {
    std::printf("\n%-24s", kNames[p]);
    for (const auto& at : results) {
      const Estimate m = mean(at[p], what);
      const Estimate d = ahead(at[0], at[p], what);
      const double extra = mean(at[p], importance ? &Result::important : &Result::untouched).mean;
      std::printf("  %.4f±%.4f", m.mean, m.half_width);
      if (p == 0) {
        std::printf(" %-15s", "");
      } else {
        std::printf(" %+.4f±%.4f ", d.mean, d.half_width);
      }
      std::printf(" %-9.3f", extra);
    }
  }
  std::printf("\n\n");
}

}  // namespace

int main(int argc, char** argv) {
  const int runs = argc > 1 ? std::atoi(argv[1]) : 200;
  if (runs < 1) {
    std::fprintf(stderr, "runs: must be at least 1, got \"%s\"\n", argv[1]);
    return 2;
  }
  std::printf(
      "Mean retrievability over all lessons in the second year, %d runs, ± 95 %%. \"gain first "
      "by\":\n"
      "its lead, run by run. \"untouched\": lessons that never came back. \"of 3\": the mean over\n"
      "lessons of importance 3.\n\n",
      runs);
  table("The truth is the scheduler's own model", own_model(), false, runs);
  table("The truth forgets faster", faster_model(), false, runs);
  table("Own model, weighted by importance (1: 80 %, 2: 15 %, 3: 5 %)", own_model(), true, runs);
  table("Faster, weighted by importance", faster_model(), true, runs);
}
