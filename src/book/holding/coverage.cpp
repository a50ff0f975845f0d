// What a held huddle reached of its agenda, and what follows from that.
#include <algorithm>

#include "book/holding/outcomes.hpp"
#include "book/holding/segments.hpp"
#include "core/text/names.hpp"
#include "core/text/text.hpp"

namespace huddlekit {

/// What the outcome says was reached. @throws InvalidArgument for a segment that the huddle does
/// not have, or a rating without a lesson.
Coverage Outcomes::coverage(const HuddleRow& row, const Outcome& outcome) {
  Coverage out{.lesson_rating = outcome.lesson_rating};
  if (outcome.covered) {
    const auto kinds = s_.huddles.segments(row.id);
    auto& reached = out.covered.emplace();
    for (const auto& kind : *outcome.covered) {
      check_segment(kind, kinds);
      reached.push_back(kind);
    }
    std::sort(reached.begin(), reached.end());
    reached.erase(std::unique(reached.begin(), reached.end()), reached.end());
  }
  if (out.lesson_rating) {
    const auto rating = static_cast<int>(*out.lesson_rating);
    if (rating < 1 || rating > 4) {
      throw InvalidArgument("lesson_rating: must be between 1 and 4, got " +
                            std::to_string(rating));
    }
    if (!row.lesson || !out.reached(SegmentKind::kLesson)) {
      throw InvalidArgument(std::string("lesson_rating: the huddle ") +
                            (row.lesson ? "did not reach its lesson" : "has no lesson to rate") +
                            ", got " + std::to_string(rating));
    }
  }
  return out;
}

void Outcomes::cover(const HuddleRow& row, const Coverage& now) {
  s_.huddles.save_coverage(row.id, now);
  const bool wins = now.reached(SegmentKind::kWin);
  const bool lesson = now.reached(SegmentKind::kLesson);
  if (row.lesson) {
    s_.lessons.review(
        *row.lesson, row.team, row.id, row.day, row.starts,
        lesson ? std::optional(now.lesson_rating.value_or(Rating::kGood)) : std::nullopt,
        !now.lesson_rating);
  }
  s_.shares.reach(row.id, wins, lesson);
  s_.hand_offs.reach(row.id, now.reached(SegmentKind::kPromises));
  if (const auto source = s_.shares.source_of(row.id, row.team)) {
    s_.turns.put_right({RotaRole::kSource, row.team}, row.id, wins ? source : std::nullopt);
  }
}

}  // namespace huddlekit
