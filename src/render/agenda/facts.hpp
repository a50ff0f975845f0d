#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/agenda.hpp"

namespace huddlekit::detail {

/// The agenda with every text as it may be shown (see shown.hpp): segments' texts keep their line
/// breaks, everything else becomes one line, a team without a name goes by its key. What every
/// renderer but JSON starts from; all it then has to do is to escape for its target.
[[nodiscard]] Agenda shown(const Agenda& agenda);

/// How a target writes one line of people's words: escaped, and isolated from what stands around.
using Escape = std::string (*)(const std::string&);

/// `Front desk · Morning huddle`, `Front desk huddle`; the second is a sentence still to be said.
[[nodiscard]] std::string title_of(const Agenda& agenda, Escape escape);

/// The same, said.
[[nodiscard]] std::string huddle_title(const Agenda& agenda, Escape escape);

/// `Front desk · Morning huddle, Monday 23 November 2026, 06:45: Keep promises first`.
[[nodiscard]] std::string headline(const Agenda& agenda, Escape escape);

/// `Ana Ruiz leads`.
[[nodiscard]] std::string leader(const Agenda& agenda, Escape escape);

/// `10 minutes · Ana Ruiz leads`.
[[nodiscard]] std::string length_and_leader(const Agenda& agenda, Escape escape);

/// `Preview: not published yet`, `Revision 2: Ana is ill`, or empty: nothing to be said about it.
[[nodiscard]] std::string status(const Agenda& agenda, Escape escape);

/// `Ana Ruiz and Ben Okafor`, or empty.
[[nodiscard]] std::string names(const Agenda& agenda, const std::vector<Person>& who,
                                Escape escape);

/// `Monday 23 November 2026, 06:45`.
[[nodiscard]] std::string day_and_time(const Agenda& agenda);

/// `Why today: …`. @pre there is a reason.
[[nodiscard]] std::string why_today(const Agenda& agenda, const Segment& segment, Escape escape);

/// One word for a segment.
[[nodiscard]] std::string short_title(SegmentKind kind, std::string_view language);

/// The segment's title, with the value's name for the value of the day.
[[nodiscard]] std::string heading(const Agenda& agenda, const Segment& segment, Escape escape);

}  // namespace huddlekit::detail
