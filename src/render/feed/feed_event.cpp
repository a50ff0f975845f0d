#include "render/feed/feed_event.hpp"

#include <algorithm>

#include "core/sentences/catalogue.hpp"
#include "render/agenda/facts.hpp"
#include "render/ink/shown.hpp"

namespace huddlekit {
namespace {

constexpr std::chrono::days kFarthestPlan{400};

/// Who leads and who speaks as the customer, then what the segments say: that of the value.
std::string description(const Agenda& agenda) {
  std::string out = detail::leader(agenda, detail::isolated);
  if (agenda.customers_seat) {
    out += "\n" + sentences::Say(agenda.language)("feed.has_the_seat",
                                                  detail::isolated(agenda.customers_seat->name));
  }
  for (const auto& segment : agenda.segments) {
    for (const auto& point : segment.points) {
      out += "\n" + (point.label.empty() ? "" : detail::isolated(point.label) + ": ") +
             detail::isolated(point.text);
    }
  }
  return out;
}

/// `harbour-hotel`; letters of other scripts stay.
std::string domain(std::string_view organisation) {
  std::string out;
  for (const char c : organisation) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    out += upper ? static_cast<char>(c - 'A' + 'a') : kept ? c : '-';
  }
  return out.empty() ? "huddlekit" : out;
}

}  // namespace

namespace detail {

Instant assumed_change(Instant starts, int sequence) {
  return starts - kFarthestPlan + std::chrono::seconds{sequence};
}

std::string event_title(const Agenda& agenda) { return title_of(agenda, detail::isolated); }

FeedEvent event_of(const Agenda& agenda, const std::string& book) {
  Agenda told = agenda;
  std::erase_if(told.segments, [](const Segment& s) { return s.kind != SegmentKind::kValue; });
  const Agenda a = shown(told);  // of the other segments an event says nothing
  const int sequence = a.published ? a.revision : 0;
  return {.uid = a.id + "@" + book,
          .starts = a.starts,
          .length = a.timebox,
          .zone = agenda.zone,
          .summary = huddle_title(a, detail::isolated) +
                     (a.value_name.empty() ? "" : ": " + detail::isolated(a.value_name)),
          .description = description(a),
          .status = a.published ? EventStatus::kConfirmed : EventStatus::kTentative,
          .sequence = sequence,
          .modified = assumed_change(a.starts, sequence)};
}

}  // namespace detail

FeedEvent feed_event(const Agenda& agenda) {
  return detail::event_of(agenda, domain(detail::shown_line(agenda.organisation)));
}

}  // namespace huddlekit
