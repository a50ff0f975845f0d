#pragma once
#include "huddlekit/entries.hpp"

namespace huddlekit {

// What may be told, and how a story changes afterwards.

/// @throws InvalidArgument for what is told or learned of a day that is yet to come.
void check_day(Day day, Day today);

/// Everything that people write about a story, as far as that can be seen without the book.
/// @throws InvalidArgument.
void check_story(const Story& story);

/// The story as a change leaves it.
[[nodiscard]] Story changed(Story story, const StoryChange& change);

/// Whether a step of making a miss good again is news. @throws Conflict when it was taken otherwise
/// or the story is no miss, InvalidArgument for a day before the miss or after today.
[[nodiscard]] bool is_news(const RecoveryStep& taken, const Story& story, Day today);

}  // namespace huddlekit
