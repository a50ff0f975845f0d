#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "huddlekit/agenda.hpp"
#include "huddlekit/recall.hpp"
#include "huddlekit/time.hpp"

namespace huddlekit {

enum class LivePhase { kReady, kRunning, kPaused, kFinished };

/// One segment of a huddle being held.
struct LiveSegment {
  std::string key{};               ///< names it to the caller: `value`, `round`
  std::chrono::seconds planned{};  ///< 0 to 24 h
  std::chrono::seconds min{};      ///< can be shortened to this when late; at most `planned`
  int cut = 0;                     ///< rank for being cut when late: 1 falls first, 0 never
  bool dropped = false;            ///< taken out before its turn came
  std::chrono::seconds took{};     ///< real seconds so far

  bool operator==(const LiveSegment&) const = default;
};

/// Everything about a huddle being held, as plain data: store it after each call, and a huddle
/// whose process was killed goes on where it was, with the right clock.
struct LiveState {
  std::chrono::seconds timebox{};
  std::vector<LiveSegment>
      segments{};  ///< without *finish early*, which is what the timebox leaves
  LivePhase phase = LivePhase::kReady;
  std::size_t current = 0;           ///< index of the segment that is on
  Instant counted_to{};              ///< while running: up to when `took` has been counted
  std::optional<Instant> started{};  ///< unless ready
  std::optional<Instant> finished{};

  bool operator==(const LiveState&) const = default;
};

/// How a huddle stands at one moment.
struct LiveClock {
  std::chrono::seconds elapsed{};  ///< of the whole huddle, without pauses
  std::chrono::seconds took{};     ///< by the segment that is on
  std::chrono::seconds left{};     ///< of its planned time; negative when it is over
  std::chrono::seconds late{};  ///< beyond the timebox, if the rest goes as planned; 0 if in time
  std::vector<std::size_t> cut{};  ///< segments to cut so as to end in time, in order of place
  /// Seconds for each segment so as to end in time: real ones for what is past, shortened ones for
  /// what is to come, down to their minimum; 0 for what is dropped or to be cut.
  std::vector<std::chrono::seconds> lengths{};

  bool operator==(const LiveClock&) const = default;
};

/// A huddle being held: which segment is on, how long each really took, and what to cut when late.
/// A value without a clock: every call is told the time. Not safe to change from several threads.
///
///   Live live(600s, {{.key = "value", .planned = 90s}, {.key = "round", .planned = 510s}});
///   live.start(now);
///   live.next(now + 95s);
///   live.clock(now + 100s).late;   // -> 5 s
///
/// A clock that goes backwards counts nothing and is believed from then on: what passed since the
/// last call is lost, so call `tick` every second from a display.
class Live {
 public:
  /// A huddle not yet begun.
  /// @throws InvalidArgument for no segments, or one that breaks the rules above.
  Live(std::chrono::seconds timebox, std::vector<LiveSegment> segments);
  /// A huddle read back. @throws InvalidArgument for a state that no calls lead to.
  explicit Live(LiveState state);

  // Each throws Conflict when it does not fit the phase.

  void start(Instant now);
  /// Goes on to the next segment that is not dropped, or finishes after the last. A paused huddle
  /// runs again.
  void next(Instant now);
  void pause(Instant now);   ///< stops the clock; nothing when it is paused
  void resume(Instant now);  ///< lets it run again; nothing when it runs
  void tick(Instant now);    ///< counts the time until now; nothing unless it runs
  void finish(Instant now);  ///< ends the huddle, wherever it is; nothing when it has ended
  /// Takes a segment that is still to come out of the plan, or back in.
  /// @throws Conflict when its turn has come, InvalidArgument for an index that is none.
  void drop(std::size_t segment, bool dropped = true);

  [[nodiscard]] LiveClock clock(Instant now) const;
  [[nodiscard]] const LiveState& state() const noexcept { return state_; }

  bool operator==(const Live&) const = default;

 private:
  [[nodiscard]] std::chrono::seconds uncounted(Instant now) const;
  [[nodiscard]] bool to_come(std::size_t segment) const;
  void count(Instant now);
  void expect_begun(const char* what) const;

  LiveState state_;
};

/// A huddle being held as a book keeps it: what to talk about, and how far it has come. The keys of
/// the segments are the names of their kinds, `round`; of a host's own, its key.
struct LiveHuddle {
  Agenda agenda{};
  LiveState state{};
  LiveClock clock{};                              ///< at the moment that was asked for
  std::optional<std::vector<Person>> attended{};  ///< noted as present so far; none: nobody did
  std::optional<Rating> lesson_rating{};          ///< as noted so far

  bool operator==(const LiveHuddle&) const = default;
};

/// How long a segment usually takes: the median of the last `count` of its real lengths, oldest
/// first, so that one huddle that went astray does not matter. Of an even number the mean of the
/// middle two, rounded down. nullopt for none.
/// @throws InvalidArgument for a count of 0.
[[nodiscard]] std::optional<std::chrono::seconds> usual_length(
    std::span<const std::chrono::seconds> lengths, std::size_t count = 9);

}  // namespace huddlekit
