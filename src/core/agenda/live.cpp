#include "huddlekit/live.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/timebox.hpp"

namespace huddlekit {
namespace {

using std::chrono::seconds;

constexpr seconds kLongest = std::chrono::hours{24};
constexpr seconds kForever{1'000'000'000'000};  // so that sums cannot overflow

void check(const LiveSegment& segment) {
  if (segment.planned < seconds{0} || segment.planned > kLongest || segment.min < seconds{0} ||
      segment.min > segment.planned || segment.cut < 0 || segment.took < seconds{0} ||
      segment.took > kForever) {
    throw InvalidArgument(
        "segment " + in_quotes(segment.key) +
        ": needs 0 <= min <= planned <= 86400 s, cut >= 0 and took >= 0, got min " +
        std::to_string(segment.min.count()) + ", planned " +
        std::to_string(segment.planned.count()) + ", cut " + std::to_string(segment.cut) +
        ", took " + std::to_string(segment.took.count()));
  }
}

void check(const LiveState& state) {
  const auto need = [](bool holds, const std::string& rule) {
    if (!holds) throw InvalidArgument(rule);
  };
  need(state.timebox > seconds{0} && state.timebox <= kLongest,
       "timebox: must be between 1 and 86400 s, got " + std::to_string(state.timebox.count()) +
           " s");
  need(!state.segments.empty(), "segments: must not be empty, got none");
  for (const auto& segment : state.segments) check(segment);
  need(state.current < state.segments.size(), "current: must be below " +
                                                  std::to_string(state.segments.size()) + ", got " +
                                                  std::to_string(state.current));
  need(!state.segments[state.current].dropped,
       "current: must not be dropped, got " + in_quotes(state.segments[state.current].key));
  const int phase = static_cast<int>(state.phase);
  need(phase >= 0 && phase <= 3, "phase: must be ready to finished, got " + std::to_string(phase));
  need(state.started.has_value() == (state.phase != LivePhase::kReady),
       "started: must be known unless the huddle is ready");
  need(state.finished.has_value() == (state.phase == LivePhase::kFinished),
       "finished: must be known when the huddle is, and only then");
  for (std::size_t i = 0; i < state.segments.size(); ++i) {
    const bool had_its_turn = state.phase != LivePhase::kReady && i <= state.current;
    const auto& segment = state.segments[i];
    need(segment.took == seconds{0} || (had_its_turn && !segment.dropped),
         "segment " + in_quotes(segment.key) + ": took must be 0 before its turn, got " +
             std::to_string(segment.took.count()) + " s");
  }
}

}  // namespace

Live::Live(seconds timebox, std::vector<LiveSegment> segments)
    : Live(LiveState{.timebox = timebox, .segments = std::move(segments)}) {}

Live::Live(LiveState state) : state_(std::move(state)) { check(state_); }

void Live::start(Instant now) {
  if (state_.phase != LivePhase::kReady) throw Conflict("start: the huddle has begun already");
  state_.phase = LivePhase::kRunning;
  state_.started = state_.counted_to = now;
}

void Live::next(Instant now) {
  expect_begun("next");
  count(now);
  std::size_t next = state_.current + 1;
  while (next < state_.segments.size() && state_.segments[next].dropped) ++next;
  if (next == state_.segments.size()) return finish(now);
  state_.current = next;
  resume(now);
}

void Live::pause(Instant now) {
  expect_begun("pause");
  count(now);
  state_.phase = LivePhase::kPaused;
}

void Live::resume(Instant now) {
  expect_begun("resume");
  if (state_.phase == LivePhase::kRunning) return;
  state_.phase = LivePhase::kRunning;
  state_.counted_to = now;
}

void Live::tick(Instant now) { count(now); }

void Live::finish(Instant now) {
  if (state_.phase == LivePhase::kFinished) return;
  expect_begun("finish");
  count(now);
  state_.phase = LivePhase::kFinished;
  state_.finished = std::max(now, *state_.started);
}

void Live::drop(std::size_t segment, bool dropped) {
  if (segment >= state_.segments.size()) {
    throw InvalidArgument("segment: must be below " + std::to_string(state_.segments.size()) +
                          ", got " + std::to_string(segment));
  }
  if (!to_come(segment)) {
    throw Conflict("drop: only a segment still to come can be dropped, got " +
                   in_quotes(state_.segments[segment].key));
  }
  state_.segments[segment].dropped = dropped;
}

LiveClock Live::clock(Instant now) const {
  const auto& segments = state_.segments;
  LiveClock clock;
  std::vector<Timebox::Request> rest;  // what is on, then what is to come
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const auto& segment = segments[i];
    const bool on = i == state_.current && state_.phase != LivePhase::kFinished;
    const seconds took = segment.took + (on ? uncounted(now) : seconds{0});
    clock.elapsed += took;
    clock.lengths.push_back(took);
    if (i == state_.current) {
      clock.took = took;
      clock.left = segment.planned - took;
    }
    if (on || (to_come(i) && !segment.dropped)) {
      const auto still = [&](seconds length) { return std::max(length - took, seconds{0}); };
      rest.push_back({still(segment.min), still(segment.planned), still(segment.planned),
                      on ? 0 : segment.cut});
      places.push_back(i);
    }
  }

  const auto sum = [&](seconds Timebox::Request::*part) {
    return std::accumulate(rest.begin(), rest.end(), seconds{0},
                           [&](seconds all, const auto& r) { return all + r.*part; });
  };
  const seconds left = state_.timebox - clock.elapsed;
  clock.late = std::max(sum(&Timebox::Request::ideal) - left, seconds{0});
  const auto fitted = left > seconds{0} ? Timebox(left, seconds{1}).fit(rest) : std::nullopt;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    // When not even the minimums fit, everything that can be cut is, and the rest is kept short.
    const auto length = fitted            ? (*fitted)[i]
                        : rest[i].cut > 0 ? std::nullopt
                                          : std::optional(rest[i].min);
    if (length) {
      clock.lengths[places[i]] += *length;
    } else {
      clock.cut.push_back(places[i]);
    }
  }
  return clock;
}

seconds Live::uncounted(Instant now) const {
  return state_.phase == LivePhase::kRunning ? std::max(now - state_.counted_to, seconds{0})
                                             : seconds{0};
}

bool Live::to_come(std::size_t segment) const {
  return segment > state_.current && state_.phase != LivePhase::kFinished;
}

void Live::count(Instant now) {
  if (state_.phase != LivePhase::kRunning) return;
  state_.segments[state_.current].took += uncounted(now);
  state_.counted_to = now;  // also backwards
}

void Live::expect_begun(const char* what) const {
  if (state_.phase == LivePhase::kReady) {
    throw Conflict(std::string(what) + ": the huddle has not begun");
  }
  if (state_.phase == LivePhase::kFinished) {
    throw Conflict(std::string(what) + ": the huddle is finished");
  }
}

std::optional<seconds> usual_length(std::span<const seconds> lengths, std::size_t count) {
  if (count == 0) throw InvalidArgument("count: must be at least 1, got 0");
  const auto recent = lengths.last(std::min(count, lengths.size()));
  if (recent.empty()) return std::nullopt;
  std::vector<seconds> sorted(recent.begin(), recent.end());
  std::ranges::sort(sorted);
  const std::size_t middle = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

}  // namespace huddlekit
