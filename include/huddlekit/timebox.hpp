#pragma once
#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace huddlekit {

/// The split of one huddle's time among its segments. A value: no clock, no storage; safe to share
/// between threads.
///
///   Timebox box{600s, 5s};
///   box.share({{{.min = 15s, .ideal = 30s, .max = 45s}, {.min = 60s, .ideal = 90s, .max =
///   180s}}});
class Timebox {
 public:
  /// What one segment asks for: multiples of the tick, `0 <= min <= ideal <= max`.
  struct Request {
    std::chrono::seconds min{};
    std::chrono::seconds ideal{};
    std::chrono::seconds max{};
    /// The rank for being cut: 1 falls first; 0 means that the segment is never cut.
    int cut = 0;

    bool operator==(const Request&) const = default;
  };

  /// @param total  length of the huddle, a positive multiple of `tick`, at most 24 h.
  /// @throws InvalidArgument naming the argument and the value that broke the rule.
  explicit Timebox(std::chrono::seconds total, std::chrono::seconds tick = std::chrono::seconds{5});

  /// One length per request, in order: every request gets its minimum, then one tick at a time goes
  /// to the request below its maximum with the largest `ideal / (2 · ticks held + 1)`
  /// (Sainte-Laguë; Balinski & Young 1982), the earlier one on a tie. The lengths add up to
  /// `total()`, or to the sum of the maximums where those do not fill it. For the same requests a
  /// longer box never shortens one. nullopt when even the minimums do not fit: a normal answer.
  /// @throws InvalidArgument when a request breaks the rule above.
  [[nodiscard]] std::optional<std::vector<std::chrono::seconds>> share(
      std::span<const Request> requests) const;

  /// As `share`, after dropping requests by `cut`, lowest rank first, until the minimums fit; a
  /// dropped request gets nullopt. Of equal ranks the later request falls first. nullopt as a whole
  /// when the uncuttable minimums do not fit.
  [[nodiscard]] std::optional<std::vector<std::optional<std::chrono::seconds>>> fit(
      std::span<const Request> requests) const;

  [[nodiscard]] std::chrono::seconds total() const noexcept { return total_; }
  [[nodiscard]] std::chrono::seconds tick() const noexcept { return tick_; }

  bool operator==(const Timebox&) const = default;

 private:
  std::chrono::seconds total_;
  std::chrono::seconds tick_;  // > 0, divides total_
};

}  // namespace huddlekit
