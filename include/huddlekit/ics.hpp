#pragma once
#include <chrono>
#include <optional>
#include <span>
#include <string>

#include "huddlekit/agenda.hpp"
#include "huddlekit/time.hpp"

namespace huddlekit {

enum class EventStatus {
  kTentative,  ///< planned: who leads may still change
  kConfirmed,  ///< published
  kCancelled,
};

/// One huddle as it stands in a calendar: a VEVENT of RFC 5545.
struct FeedEvent {
  std::string uid{};  ///< names the huddle to every calendar program; stays when the time changes
  Instant starts{};
  std::chrono::seconds length{};
  std::string zone{};  ///< IANA name
  std::string summary{};
  std::string description{};
  EventStatus status = EventStatus::kTentative;
  int sequence = 0;    ///< raised with every change of the above
  Instant modified{};  ///< when that was

  bool operator==(const FeedEvent&) const = default;
};

struct IcsOptions {
  std::string name{};  ///< of the calendar; empty: a file of its own rather than a feed
  /// Rings this long before each start, 0 to 28 days; unset: not at all. For the audience to decide
  /// on: a feed with alarms rings for everybody who takes it.
  std::optional<std::chrono::minutes> alarm{};

  bool operator==(const IcsOptions&) const = default;
};

/// The agenda as an event: the value of the day as its summary; who leads, who has the customer's
/// seat, what to see and what to talk about as its description. The UID is made from the agenda's
/// id and the organisation's name. Knowing no history, it takes the revision as its sequence, and
/// as the time of the last change one that depends on nothing else: a moment 400 days before the
/// start, which is as early as anything can be planned, later by a second a revision.
[[nodiscard]] FeedEvent feed_event(const Agenda& agenda);

/// An iCalendar object (RFC 5545) with one VEVENT an event, in the order given, and a VTIMEZONE for
/// each zone: one STANDARD and one DAYLIGHT by rule where that gives every clock change of the
/// years that the events lie in, dated ones where it does not, one STANDARD where there is none. An
/// event at a time that the clocks repeat, which programs read differently, in a zone unknown here,
/// or outside the years 1970 to 2299, stands in UTC. It has no
/// METHOD: it is a calendar to read, not a message to answer; DTSTAMP is then the time of the last
/// change, and the same events give the same bytes.
/// @throws InvalidArgument for two events with the same UID, or an alarm outside its range.
[[nodiscard]] std::string to_ics(std::span<const FeedEvent> events, const IcsOptions& options = {});
/// As above for each agenda's `feed_event`.
[[nodiscard]] std::string to_ics(std::span<const Agenda> agendas, const IcsOptions& options = {});
[[nodiscard]] std::string to_ics(const Agenda& agenda, const IcsOptions& options = {});

}  // namespace huddlekit
