// What follows from what a held huddle reached.
#include "book/impl.hpp"

namespace huddlekit {

void Book::Impl::cover(const HuddleRow& row, const Coverage& now) {
  huddles.save_coverage(row.id, now);
  const bool wins = now.reached(SegmentKind::kWin);
  const bool lesson = now.reached(SegmentKind::kLesson);
  if (row.lesson) {
    lessons.review(*row.lesson, row.team, row.id, row.day, row.starts,
                   lesson ? std::optional(now.lesson_rating.value_or(Rating::kGood)) : std::nullopt,
                   !now.lesson_rating);
  }
  shares.reach(row.id, wins, lesson);
  hand_offs.reach(row.id, now.reached(SegmentKind::kPromises));
  if (const auto source = shares.source_of(row.id, row.team)) {
    turns.put_right({"source", row.team}, row.id, wins ? source : std::nullopt);
  }
}

}  // namespace huddlekit
