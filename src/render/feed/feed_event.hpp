#pragma once
#include <string>

#include "huddlekit/ics.hpp"

namespace huddlekit::detail {

/// As `feed_event`, with `book` behind the @ of the UID.
[[nodiscard]] FeedEvent event_of(const Agenda& agenda, const std::string& book);

/// `Front desk · Morning huddle`, as the summary of an event begins: a sentence still to be said.
[[nodiscard]] std::string event_title(const Agenda& agenda);

/// The time of the last change where none is known.
[[nodiscard]] Instant assumed_change(Instant starts, int sequence);

}  // namespace huddlekit::detail
