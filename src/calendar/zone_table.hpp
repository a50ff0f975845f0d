#pragma once
#include <atomic>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/posix_tz.hpp"
#include "huddlekit/time.hpp"
#include "huddlekit/zone.hpp"

namespace huddlekit::detail {

/// Every offset period of one zone, laid out once and never changed.
///
/// After the last change that its file lists, the rule in the footer gives 400 years more: the
/// Gregorian calendar then begins again, weekdays included, and later times are looked up in that
/// cycle.
class ZoneTable {
 public:
  /// The table of a zone, read at the first call and kept; nullptr when there is no such zone.
  /// @throws StorageError when the zone files cannot be read.
  static const ZoneTable* find(std::string_view name);
  /// The names of all zones, in order.
  static const std::vector<std::string>& names();

  /// @param changes  in order; the first holds for ever before. @param rule  what follows the last.
  ZoneTable(std::string name, std::vector<OffsetChange> changes,
            const std::optional<PosixTz>& rule);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::optional<Instant> resolve(LocalTime local, LocalPolicy policy) const;
  [[nodiscard]] LocalTime local(Instant instant) const;
  /// What holds at `from` and every change before `until`: what a VTIMEZONE has to say. `until` may
  /// lie up to 400 years after the last change listed in the zone's file.
  [[nodiscard]] std::vector<OffsetChange> changes(Instant from, Instant until) const;

 private:
  struct Period {
    Instant begin;
    Instant end;
    std::chrono::seconds offset{};
    // The local times of this period that come only once.
    LocalTime sure_begin;
    LocalTime sure_end;

    [[nodiscard]] LocalTime local(Instant instant) const {
      return LocalTime{(instant + offset).time_since_epoch()};
    }
  };

  void lay_out();
  [[nodiscard]] std::size_t period_at(Instant instant) const;
  [[nodiscard]] std::optional<Instant> look_up(LocalTime local, LocalPolicy policy) const;

  std::string name_;
  std::vector<OffsetChange> changes_;
  std::vector<Period> periods_;
  Instant cycle_end_;  // times from here on are looked up 400 years earlier
  mutable std::atomic<std::size_t> recent_{0};  // a guess at the next lookup's period; any will do
};

}  // namespace huddlekit::detail
