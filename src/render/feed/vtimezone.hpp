#pragma once
#include <chrono>

#include "calendar/zone_table.hpp"
#include "render/ink/ics.hpp"

namespace huddlekit::detail {

// A zone in a calendar can be written for these years: before, few agree; after, no rule is known.
inline constexpr std::chrono::year kFirstZonedYear{1970}, kLastZonedYear{2299};

/// Writes the VTIMEZONE of `zone` that holds in the years [first, last], which lie within the
/// above: one STANDARD and one DAYLIGHT by rule where that gives every clock change of those years,
/// as widely used programs expect it; else dated ones; a single STANDARD where there is no change.
/// The larger offset is DAYLIGHT, whatever a country calls it (in Ireland winter is the exception).
void write_vtimezone(IcsWriter& ics, const ZoneTable& zone, std::chrono::year first,
                     std::chrono::year last);

}  // namespace huddlekit::detail
