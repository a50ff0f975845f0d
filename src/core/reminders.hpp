#pragma once
#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "huddlekit/entries.hpp"
#include "huddlekit/time.hpp"

namespace huddlekit {

// When somebody may be reminded, and what becomes of the reminders that have come due. Plain
// values; no clock, no file.

/// Time from one moment to before another.
struct Span {
  Instant from{};
  Instant until{};

  bool operator==(const Span&) const = default;
};

/// The same time in order and without overlaps; empty spans fall away.
[[nodiscard]] std::vector<Span> joined(std::vector<Span> spans);
/// What is in `spans` and not in `holes`, both as `joined` gives them.
[[nodiscard]] std::vector<Span> without(std::span<const Span> spans, std::span<const Span> holes);
/// The first moment within `spans`, from `from` to before `until`.
[[nodiscard]] std::optional<Instant> first_within(std::span<const Span> spans, Instant from,
                                                  Instant until);

/// How many reminders somebody has had on a local day; a channel is its team's id, negative.
using ReminderCounts = std::map<std::pair<Id, Day>, int>;

/// One reminder that its rule wants to go out by now.
struct ReminderCase {
  Id to = 0;                  // a person, or a channel: its team's id, negative
  Instant due{};              // by the rule alone
  Instant until{};            // from then on it makes no sense any more
  std::vector<Span> allowed;  // shifts without quiet hours; as `joined` gives them
  Day today{};                // where the team is
  Instant tomorrow{};         // when its next day begins
  int at_most = 1;            // a day
  bool counted = false;       // is tried again: has its place among today's already
  int stop_after = 0;         // unanswered ones; 0: never
  int unanswered = 0;         // in a row, up to now
};

enum class Verdict {
  kNow,
  kLater,       // `at`
  kNoTime,      // no shift, or only quiet hours, while it makes sense
  kEnough,      // has had as many as a day may bring
  kUnanswered,  // nobody answers
};

struct Decision {
  Verdict verdict{};
  Instant at{};
};

/// What becomes of it now. One that goes out is counted in `had`, so that of several for one day
/// the first that are asked about have its room.
[[nodiscard]] Decision decide(Instant now, const ReminderCase& c, ReminderCounts& had);

/// How long to wait after the n-th attempt failed: 1, 5, 25 minutes, then an hour each.
[[nodiscard]] std::chrono::seconds pause_after(int attempt);

}  // namespace huddlekit
