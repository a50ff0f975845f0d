// What a held huddle reached, and what follows for what it did not.
#include <algorithm>

#include "book/impl.hpp"
#include "core/names.hpp"
#include "core/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {

/// Checks what an outcome says about it.
Coverage Book::Impl::coverage(const HuddleRow& row, const Outcome& outcome) {
  Coverage out{outcome.covered, outcome.lesson_rating};
  if (out.covered) {
    auto& kinds = *out.covered;
    std::sort(kinds.begin(), kinds.end());
    kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
    const auto agenda = huddles.read_agenda(row, row.revision);
    for (const auto kind : kinds) {
      if (std::none_of(agenda.segments.begin(), agenda.segments.end(),
                       [&](const Segment& s) { return s.kind == kind; })) {
        throw InvalidArgument("covered: must be segments of the agenda, got " +
                              huddlekit::quoted(name_of(kind)));
      }
    }
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
