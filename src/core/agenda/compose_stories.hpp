#pragma once
#include <string>
#include <vector>

#include "core/agenda/facts.hpp"

namespace huddlekit {

// What happened and what comes of it: the segments of composition that retell the journal. Each
// `tell` fills its segment and notes in `choices` what was said.

inline constexpr int kMostStories = 3;  // in one segment: more is a list, not a talk

[[nodiscard]] bool has_wins(const Facts& facts);
[[nodiscard]] bool has_lesson(const Facts& facts);
[[nodiscard]] bool has_promises(const Facts& facts);

void tell_wins(DraftSegment& segment, const Facts& facts, Day today, Choices& choices);
void tell_lesson(DraftSegment& segment, const Facts& facts, Day today, Choices& choices);
void tell_promises(DraftSegment& segment, const Facts& facts, Day today, Choices& choices);

/// A list that was cut says so.
void say_what_is_left(DraftSegment& segment, std::size_t all);

/// Somebody as texts name them.
[[nodiscard]] std::vector<std::string> tokens(const std::vector<Id>& people);

}  // namespace huddlekit
