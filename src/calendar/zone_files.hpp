#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "calendar/posix_tz.hpp"

namespace huddlekit::detail {

/// What one zone file holds: changes in order, the first of which holds for ever before, and the
/// rule for what comes after the last; empty when the file has none.
struct ZoneFile {
  std::vector<OffsetChange> changes;
  std::string footer;
};

/// Reads a TZif file of any version (RFC 8536), leap seconds left out.
/// @throws StorageError saying what is wrong with it.
ZoneFile read_zone_file(std::string_view content);

/// A folder of zone files for machines without any, such as that of the Python package `tzdata`.
/// To be said before the first zone is asked for: the system's own files come first.
void look_for_zones_in(const std::string& folder);

/// The folder that zones are read from; empty when this machine has none.
std::string zone_folder();

/// `2026b`, as the folder says; empty when it does not.
std::string zone_version();

}  // namespace huddlekit::detail
