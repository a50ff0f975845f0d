#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "huddlekit/time.hpp"

namespace huddlekit {

namespace detail {
class ZoneTable;
}

/// What becomes of a wall-clock time that a clock change skips (a gap) or repeats. The examples are
/// New York's 02:30 on 2026-03-08, which does not exist, and 01:30 on 2026-11-01, which comes
/// twice.
enum class LocalPolicy {
  kCompatible,  ///< 03:30, and the first 01:30: RFC 5545 3.3.5, Python's fold=0, Temporal
  kEarlier,     ///< 01:30, and the first 01:30
  kLater,       ///< 03:30, and the second 01:30
  kSkip,        ///< nothing, and the first 01:30
  kError,       ///< InvalidArgument for both
  kTransition,  ///< 03:00, the moment of the change, and the first 01:30
};

/// A time zone of the IANA database: what the wall clock shows there at any instant.
///
///   Zone new_york{"America/New_York"};
///   new_york.resolve(local_days{2026y / March / 8} + 2h + 30min);   // -> 2026-03-08T07:30:00Z
///
/// Read once per process from the zone files of the system (Debian's package `tzdata`, on newer
/// releases also `tzdata-legacy` for names like `US/Eastern`); later changes of the files are seen
/// by the next process. Right for the years 1 to 9999: after the last change listed in a zone's
/// file the rule in the file's footer holds. A value, as cheap to copy as a pointer; safe to share
/// between threads.
class Zone {
 public:
  /// @throws NotFound for what is not an IANA name, with the nearest that is; StorageError when the
  /// zone files cannot be read.
  explicit Zone(std::string_view name);

  /// The instant at which the wall clock shows `local`. Empty only with kSkip. Nanoseconds while
  /// one thread stays between two clock changes.
  /// @throws InvalidArgument with kError, or outside the years 1 to 9999.
  [[nodiscard]] std::optional<Instant> resolve(LocalTime local,
                                               LocalPolicy policy = LocalPolicy::kCompatible) const;
  /// What the wall clock shows at `instant`. @throws InvalidArgument outside the years 1 to 9999.
  [[nodiscard]] LocalTime local(Instant instant) const;
  [[nodiscard]] const std::string& name() const;

  bool operator==(const Zone&) const = default;

 private:
  const detail::ZoneTable* table_;  // lives as long as the process
};

/// Whether `name` is a zone of the IANA database on this machine; letter case counts.
[[nodiscard]] bool zone_exists(std::string_view name);

/// `Zone(zone).resolve(local, policy)`.
[[nodiscard]] std::optional<Instant> resolve_local(std::string_view zone, LocalTime local,
                                                   LocalPolicy policy = LocalPolicy::kCompatible);
/// `Zone(zone).local(instant)`.
[[nodiscard]] LocalTime to_local(std::string_view zone, Instant instant);

/// Reads `compatible`, `earlier`, `later`, `skip`, `error` or `transition`. @throws
/// InvalidArgument.
[[nodiscard]] LocalPolicy parse_local_policy(std::string_view text);
[[nodiscard]] const char* to_string(LocalPolicy policy);  ///< `compatible`

}  // namespace huddlekit
