// Reads zones from the system: the changes that a zone file lists through `date`, and the rule in
// the file's footer, which `date` does not read, from the file itself.
#include <date/tz.h>

#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "calendar/zone_table.hpp"
#include "core/text.hpp"
#include "huddlekit/errors.hpp"

#if !USE_OS_TZDB
#error "date must be built to read the zone files of the system (USE_OS_TZDB)"
#endif

namespace huddlekit::detail {
namespace {

/// The last line of a zone file, where one holds a rule (RFC 8536 section 3.3).
std::string footer_of(const std::string& name) {
  // Where `date` looks, in its order.
  constexpr std::array kFolders{"/usr/share/zoneinfo/uclibc/", "/usr/share/zoneinfo/",
                                "/var/db/timezone/zoneinfo/"};
  for (const auto* folder : kFolders) {
    std::ifstream file(folder + name, std::ios::binary);
    if (!file) continue;
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (bytes.size() < 5 || bytes[4] == '\0' || !bytes.ends_with('\n')) return {};  // version 1
    const std::size_t line = bytes.rfind('\n', bytes.size() - 2);
    return line == bytes.npos ? std::string{} : bytes.substr(line + 1, bytes.size() - line - 2);
  }
  return {};
}

std::vector<OffsetChange> changes_of(const date::time_zone& zone) {
  constexpr date::sys_seconds kEnd = date::sys_days{date::year{9999} / 12 / 31};
  std::vector<OffsetChange> changes;
  for (date::sys_seconds at = date::sys_seconds::min(); at < kEnd;) {
    const date::sys_info info = zone.get_info(at);
    changes.push_back({info.begin, info.offset, info.abbrev});
    at = info.end;
  }
  return changes;
}

std::unique_ptr<const ZoneTable> read(const date::time_zone& zone) {
  const std::string footer = footer_of(zone.name());
  const auto rule = PosixTz::parse(footer);
  if (!footer.empty() && !rule) {
    throw StorageError("zone file of " + zone.name() + ": must end with a rule like " +
                       "CET-1CEST,M3.5.0,M10.5.0/3, got " + in_quotes(footer));
  }
  return std::make_unique<const ZoneTable>(zone.name(), changes_of(zone), rule);
}

struct Hash : std::hash<std::string_view> {
  using is_transparent = void;
};

}  // namespace

const std::vector<std::string>& ZoneTable::names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    try {
      for (const auto& zone : date::get_tzdb().zones) {
        // Which zone `localtime` is depends on the machine.
        if (zone.name() != "localtime") all.push_back(zone.name());
      }
    } catch (const std::exception& e) {
      throw StorageError(std::string("zone files: must be installed (package tzdata), got: ") +
                         e.what());
    }
    return all;
  }();
  return names;
}

const ZoneTable* ZoneTable::find(std::string_view name) {
  static std::shared_mutex mutex;
  static auto& tables =
      *new std::unordered_map<std::string, std::unique_ptr<const ZoneTable>, Hash, std::equal_to<>>;
  {
    const std::shared_lock lock(mutex);
    if (const auto known = tables.find(name); known != tables.end()) return known->second.get();
  }
  if (!std::binary_search(names().begin(), names().end(), name)) return nullptr;
  const std::unique_lock lock(mutex);
  auto& table = tables[std::string(name)];
  if (!table) table = read(*date::locate_zone(std::string(name)));
  return table.get();
}

}  // namespace huddlekit::detail
