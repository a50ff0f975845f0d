#include <algorithm>
#include <map>
#include <unordered_set>
#include <vector>

#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/ics.hpp"
#include "render/feed/vtimezone.hpp"
#include "render/ink/shown.hpp"
#include "render/ink/width.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;
using detail::IcsWriter;
using detail::ZoneTable;

// What the strictest of the common programs keep of a text, in UTF-16 units.
constexpr std::size_t kLongestSummary = 250;
constexpr std::size_t kLongestDescription = 8'000;

/// Programs ask anew every few hours at best; this says how often is worth it.
constexpr std::string_view kRefresh = "PT6H";

year year_of(Instant instant) { return year_month_day{floor<days>(instant)}.year(); }

/// When an event starts, as its DTSTART says it.
struct Start {
  const ZoneTable* zone = nullptr;  // null: UTC
  LocalTime local;
};

Start start_of(const FeedEvent& event) {
  const year y = year_of(event.starts);
  if (y < detail::kFirstZonedYear || y > detail::kLastZonedYear) return {};
  const ZoneTable* zone = ZoneTable::find(event.zone);
  if (zone == nullptr) return {};
  const LocalTime local = zone->local(event.starts);
  // A time that the clocks repeat is the first by RFC 5545, and the second to libical.
  if (zone->resolve(local, LocalPolicy::kLater) != zone->resolve(local, LocalPolicy::kEarlier)) {
    return {};
  }
  return {zone, local};
}

std::string_view status(EventStatus status) {
  switch (status) {
    case EventStatus::kTentative:
      return "TENTATIVE";
    case EventStatus::kConfirmed:
      return "CONFIRMED";
    case EventStatus::kCancelled:
      break;
  }
  return "CANCELLED";
}

void write(IcsWriter& ics, const FeedEvent& event, const Start& start,
           std::optional<minutes> alarm) {
  const std::string summary = detail::shorten(detail::shown_line(event.summary), kLongestSummary);
  const std::string modified = detail::ics_time(event.modified);
  ics.begin("VEVENT");
  ics.text("UID", detail::shown_line(event.uid));
  ics.line("DTSTAMP", modified);
  ics.line("LAST-MODIFIED", modified);
  ics.line("SEQUENCE", std::to_string(std::max(0, event.sequence)));
  if (start.zone != nullptr) {
    ics.line("DTSTART;TZID=" + start.zone->name(), detail::ics_time(start.local));
  } else {
    ics.line("DTSTART", detail::ics_time(event.starts));
  }
  ics.line("DURATION", detail::ics_duration(std::max(seconds{0}, event.length)));
  ics.text("SUMMARY", summary);
  const auto description = detail::shorten(detail::shown(event.description), kLongestDescription);
  if (!description.empty()) ics.text("DESCRIPTION", description);
  ics.line("STATUS", status(event.status));
  if (alarm && event.status != EventStatus::kCancelled) {
    ics.begin("VALARM");
    ics.line("ACTION", "DISPLAY");
    ics.line("TRIGGER", detail::ics_duration(-*alarm));
    ics.text("DESCRIPTION", summary);
    ics.end("VALARM");
  }
  ics.end("VEVENT");
}

void check(std::span<const FeedEvent> events, const IcsOptions& options) {
  if (options.alarm && (*options.alarm < minutes{0} || *options.alarm > days{28})) {
    throw InvalidArgument("alarm: must be from 0 minutes to 28 days, got " +
                          std::to_string(options.alarm->count()) + " minutes");
  }
  std::unordered_set<std::string_view> uids;
  for (const auto& event : events) {
    if (!uids.insert(event.uid).second) {
      throw InvalidArgument("events: must have different UIDs, got " + in_quotes(event.uid) +
                            " twice");
    }
  }
}

}  // namespace

std::string to_ics(std::span<const FeedEvent> events, const IcsOptions& options) {
  check(events, options);
  std::vector<Start> starts;
  struct Years {
    year first, last;
  };
  std::map<std::string_view, std::pair<const ZoneTable*, Years>> zones;
  for (const auto& event : events) {
    const auto& start = starts.emplace_back(start_of(event));
    if (start.zone == nullptr) continue;
    const year y = year_of(event.starts);
    auto& used =
        zones.try_emplace(start.zone->name(), start.zone, Years{y, y}).first->second.second;
    used = {std::min(used.first, y), std::max(used.last, y)};
  }
  if (events.empty()) {
    // An object without any component is not one (section 3.6).
    const year any = detail::kFirstZonedYear;
    if (const auto* utc = ZoneTable::find("UTC"))
      zones.emplace("UTC", std::pair(utc, Years{any, any}));
  }

  IcsWriter ics;
  ics.begin("VCALENDAR");
  ics.line("VERSION", "2.0");
  ics.line("PRODID", "-//Huddlekit//Huddles//EN");
  ics.line("CALSCALE", "GREGORIAN");
  if (const auto name = detail::shown_line(options.name); !name.empty()) {
    ics.text("NAME", name);
    ics.text("X-WR-CALNAME", name);
    ics.line("REFRESH-INTERVAL;VALUE=DURATION", kRefresh);
    ics.line("X-PUBLISHED-TTL", kRefresh);
  }
  for (const auto& [name, zone] : zones) {
    detail::write_vtimezone(ics, *zone.first, zone.second.first, zone.second.last);
  }
  for (std::size_t i = 0; i < events.size(); ++i) write(ics, events[i], starts[i], options.alarm);
  ics.end("VCALENDAR");
  return ics.take();
}

std::string to_ics(std::span<const Agenda> agendas, const IcsOptions& options) {
  std::vector<FeedEvent> events;
  for (const auto& agenda : agendas) events.push_back(feed_event(agenda));
  return to_ics(events, options);
}

std::string to_ics(const Agenda& agenda, const IcsOptions& options) {
  return to_ics(std::span(&agenda, 1), options);
}

}  // namespace huddlekit
