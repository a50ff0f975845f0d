#include "core/lessons/lesson_choice.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

constexpr int kHorizon = 90;  // days over which a showing is judged
constexpr int kMonth = 30;
constexpr int kYear = 365;
constexpr double kPerDay = 1e6;  // units of gain in a day when gains are compared

// How lessons are rated, Again to Easy: at first, and later when remembered.
constexpr std::array<double, 4> kFirst{.24, .094, .495, .171};
constexpr std::array<double, 4> kRecalled{0, .224, .631, .145};
constexpr std::array<Rating, 4> kRatings{Rating::kAgain, Rating::kHard, Rating::kGood,
                                         Rating::kEasy};

struct Outcome {
  double chance;
  RecallState state;
};

/// What showing a lesson can lead to.
std::array<Outcome, 4> outcomes(const Recall& recall, const std::optional<RecallState>& state,
                                int days) {
  const double remembered = state ? recall.retrievability(*state, days) : 0;
  std::array<Outcome, 4> all{};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Rating rating = kRatings[i];
    all[i].state = state ? recall.review(*state, days, rating) : recall.first(rating);
    all[i].chance = !state                     ? kFirst[i]
                    : rating == Rating::kAgain ? 1 - remembered
                                               : remembered * kRecalled[i];
  }
  return all;
}

void check(const LessonCandidate& lesson) {
  const auto fail = [&](const char* rule, int got) {
    throw InvalidArgument("lesson " + std::to_string(lesson.id) + ": " + rule + ", got " +
                          std::to_string(got));
  };
  if (lesson.days < 0 || lesson.days > 1'000'000) {
    fail("days must be between 0 and 1000000", lesson.days);
  }
  if (lesson.importance < 1 || lesson.importance > 3) {
    fail("importance must be 1, 2 or 3", lesson.importance);
  }
}

/// Lessons that come back whenever they are due. Those due on one day that have become alike
/// (stability within a quarter of an octave, difficulty within a half) go on as one, or their
/// number would grow fourfold with each showing. Against many random lives this is within 1 %.
class Shelf {
 public:
  Shelf(const Recall& recall, int days) : recall_(recall), due_(days) {}

  void put(const std::optional<RecallState>& state, int since) {
    if (state && since < recall_.interval(*state)) {
      wait(0, 1, *state, since);
    } else {
      show(0, 1, state, since);
    }
  }

  /// How often a lesson is shown within the days, all lessons together.
  double showings() {
    for (std::size_t day = 0; day < due_.size(); ++day) {
      const auto today = std::move(due_[day]);
      for (const auto& [kind, alike] : today) {
        if (alike.share < 1e-6) continue;
        const RecallState state = alike.mean();
        show(day, alike.share, state, recall_.interval(state));
      }
    }
    return showings_;
  }

 private:
  struct Alike {
    double share = 0;
    double stability = 0;  // this and the next times `share`
    double difficulty = 0;

    [[nodiscard]] RecallState mean() const {  // clamped: rounding may leave the range
      return {std::clamp(stability / share, 0.001, 1e300),
              std::clamp(difficulty / share, 1.0, 10.0)};
    }
  };
  using Kind = std::pair<long, long>;

  void wait(std::size_t day, double share, const RecallState& state, int since) {
    day += static_cast<std::size_t>(recall_.interval(state) - since);
    if (day >= due_.size()) return;
    auto& alike =
        due_[day][{std::lround(4 * std::log2(state.stability)), std::lround(2 * state.difficulty)}];
    alike.share += share;
    alike.stability += share * state.stability;
    alike.difficulty += share * state.difficulty;
  }

  void show(std::size_t day, double share, const std::optional<RecallState>& state, int since) {
    showings_ += share;
    for (const auto& next : outcomes(recall_, state, since)) {
      wait(day, share * next.chance, next.state, 0);
    }
  }

  const Recall& recall_;
  std::vector<std::map<Kind, Alike>> due_;
  double showings_ = 0;
};

}  // namespace

const Recall& recall_policy() {
  static const Recall recall;
  return recall;
}

double expected_gain(const Recall& recall, const std::optional<RecallState>& state, int days) {
  double gain = state ? -recall.days_remembered(*state, days, days + kHorizon) : 0;
  for (const auto& next : outcomes(recall, state, days)) {
    gain += next.chance * recall.days_remembered(next.state, 0, kHorizon);
  }
  return gain;
}

std::vector<RankedLesson> rank_lessons(const Recall& recall,
                                       std::span<const LessonCandidate> lessons) {
  struct Scored {
    std::int64_t score;
    const LessonCandidate* lesson;
  };
  std::vector<Scored> due;
  for (const auto& lesson : lessons) {
    check(lesson);
    if (lesson.state && lesson.days < recall.interval(*lesson.state)) continue;
    const double gain = lesson.importance * expected_gain(recall, lesson.state, lesson.days);
    due.push_back({std::llround(gain * kPerDay), &lesson});
  }
  std::ranges::sort(due, [](const Scored& a, const Scored& b) {
    return std::tuple(-a.score, -a.lesson->days, a.lesson->id) <
           std::tuple(-b.score, -b.lesson->days, b.lesson->id);
  });

  const auto near = [&](const Scored& s) {
    const std::int64_t best = due.front().score;
    return 10 * (best - s.score) <= std::abs(best);
  };
  const auto preferred = std::ranges::find_if(
      due, [&](const Scored& s) { return s.lesson->shows_todays_value && near(s); });
  const bool moved = preferred != due.end() && preferred != due.begin();
  if (moved) std::rotate(due.begin(), preferred, preferred + 1);

  std::vector<RankedLesson> ranked;
  ranked.reserve(due.size());
  for (const auto& [score, lesson] : due) {
    ranked.push_back({lesson->id,
                      lesson->state ? recall.retrievability(*lesson->state, lesson->days) : 0,
                      static_cast<double>(score) / kPerDay, moved && ranked.empty()});
  }
  return ranked;
}

LessonCapacity lesson_capacity(const Recall& recall, std::span<const LessonCandidate> lessons,
                               double slots_per_month) {
  if (!(slots_per_month >= 0 && slots_per_month <= 1000)) {
    throw InvalidArgument("slots_per_month: must be between 0 and 1000, got " +
                          std::to_string(slots_per_month));
  }
  Shelf year(recall, kYear);
  year.put(std::nullopt, 0);
  Shelf month(recall, kMonth);
  for (const auto& lesson : lessons) {
    check(lesson);
    month.put(lesson.state, lesson.days);
  }
  const double first_year = year.showings();
  return {first_year, slots_per_month / first_year, month.showings()};
}

int good_in_a_row(std::span<const Recall::Review> reviews) {
  int run = 0;
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    if (i + 1 < reviews.size() && reviews[i + 1].day == reviews[i].day) continue;
    run = reviews[i].rating >= Rating::kGood ? run + 1 : 0;
  }
  return run;
}

bool may_retire(const RecallState& state, int good_in_a_row) {
  return state.stability > kYear && good_in_a_row >= 3;
}

}  // namespace huddlekit
