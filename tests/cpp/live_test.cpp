#include "huddlekit/live.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <numeric>
#include <random>

#include "huddlekit/errors.hpp"
#include "huddlekit/timebox.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

const Instant kStart = parse_instant("2026-11-23T06:45:00Z");

/// open 30, value 90, lesson 75, seat 40, close 60: 295 s of 300.
std::vector<LiveSegment> plan() {
  return {{.key = "open", .planned = 30s, .min = 15s},
          {.key = "value", .planned = 90s, .min = 60s},
          {.key = "lesson", .planned = 75s, .min = 45s, .cut = 3},
          {.key = "seat", .planned = 40s, .min = 20s, .cut = 1},
          {.key = "close", .planned = 60s, .min = 30s}};
}

Live begun() {
  Live live(300s, plan());
  live.start(kStart);
  return live;
}

std::vector<seconds> real_seconds(const Live& live) {
  std::vector<seconds> all;
  for (const auto& segment : live.state().segments) all.push_back(segment.took);
  return all;
}

using Seconds = std::vector<seconds>;
using Places = std::vector<std::size_t>;

TEST(Live, RecordsTheRealSecondsOfEachSegment) {
  Live live = begun();
  live.next(kStart + 25s);
  live.next(kStart + 125s);
  live.next(kStart + 200s);
  live.next(kStart + 240s);
  EXPECT_EQ(live.state().phase, LivePhase::kRunning);
  live.next(kStart + 310s);  // after the last: finished
  EXPECT_EQ(real_seconds(live), (Seconds{25s, 100s, 75s, 40s, 70s}));
  EXPECT_EQ(live.state().phase, LivePhase::kFinished);
  EXPECT_EQ(live.state().started, kStart);
  EXPECT_EQ(live.state().finished, kStart + 310s);
  EXPECT_EQ(live.clock(kStart + 1h).elapsed, 310s);
  EXPECT_EQ(live.clock(kStart + 1h).late, 10s);
}

TEST(Live, PausesDoNotCount) {
  Live live = begun();
  live.pause(kStart + 10s);
  live.pause(kStart + 400s);
  EXPECT_EQ(live.clock(kStart + 500s).took, 10s);
  live.resume(kStart + 600s);
  live.resume(kStart + 605s);
  EXPECT_EQ(live.clock(kStart + 607s).took, 17s);
  live.pause(kStart + 610s);
  live.next(kStart + 700s);
  live.finish(kStart + 705s);
  EXPECT_EQ(real_seconds(live), (Seconds{20s, 5s, 0s, 0s, 0s}));
}

TEST(Live, InTimeEverythingGoesAsPlanned) {
  const auto clock = begun().clock(kStart + 10s);
  EXPECT_EQ(clock.elapsed, 10s);
  EXPECT_EQ(clock.took, 10s);
  EXPECT_EQ(clock.left, 20s);
  EXPECT_EQ(clock.late, 0s);
  EXPECT_EQ(clock.cut, Places{});
  EXPECT_EQ(clock.lengths, (Seconds{30s, 90s, 75s, 40s, 60s}));
}

TEST(Live, WhenLateSegmentsShrinkBeforeTheFirstInRankIsCut) {
  const Live live = begun();
  auto clock = live.clock(kStart + 60s);  // 30 over; 5 of them are the huddle's slack
  EXPECT_EQ(clock.left, -30s);
  EXPECT_EQ(clock.late, 25s);
  EXPECT_EQ(clock.cut, Places{});
  EXPECT_EQ(std::accumulate(clock.lengths.begin(), clock.lengths.end(), 0s), 300s);

  clock = live.clock(kStart + 146s);  // 154 left, minimums 60 + 45 + 20 + 30 = 155
  EXPECT_EQ(clock.cut, Places{3});    // the seat
  EXPECT_EQ(clock.lengths[3], 0s);
  EXPECT_EQ(std::accumulate(clock.lengths.begin(), clock.lengths.end(), 0s), 300s);

  clock = live.clock(kStart + 166s);
  EXPECT_EQ(clock.cut, (Places{2, 3}));
  clock = live.clock(kStart + 290s);  // lost anyway: what can fall falls, the rest is short
  EXPECT_EQ(clock.cut, (Places{2, 3}));
  EXPECT_EQ(clock.lengths, (Seconds{290s, 60s, 0s, 0s, 30s}));
  clock = live.clock(kStart + 400s);
  EXPECT_EQ(clock.late, 400s + 90s + 75s + 40s + 60s - 300s);
  EXPECT_EQ(clock.cut, (Places{2, 3}));
}

TEST(Live, TheSegmentThatIsOnIsNeverCut) {
  Live live = begun();
  live.next(kStart + 60s);
  live.next(kStart + 215s);
  EXPECT_EQ(live.state().segments[live.state().current].cut, 3);
  EXPECT_EQ(live.clock(kStart + 216s).cut, Places{3});
  EXPECT_EQ(live.clock(kStart + 299s).cut, Places{3});
}

TEST(Live, ADroppedSegmentIsPassedOverAndCostsNothing) {
  Live live = begun();
  live.drop(1);
  live.drop(3);
  live.drop(1, false);
  live.drop(2);
  EXPECT_EQ(live.clock(kStart + 30s).lengths, (Seconds{30s, 90s, 0s, 0s, 60s}));
  live.next(kStart + 30s);
  live.next(kStart + 120s);
  EXPECT_EQ(live.state().current, 4u);
  EXPECT_THROW(live.drop(4), Conflict);  // is on
  EXPECT_THROW(live.drop(2, false), Conflict);
  EXPECT_THROW(live.drop(5), InvalidArgument);
}

TEST(Live, AClockThatGoesBackwardsCountsNothingAndIsBelieved) {
  Live live = begun();
  live.tick(kStart + 20s);
  EXPECT_EQ(live.clock(kStart - 1h).took, 20s);
  live.tick(kStart - 1h);
  live.tick(kStart - 1h + 5s);
  live.next(kStart - 1h + 10s);
  live.finish(kStart - 1h + 40s);
  EXPECT_EQ(real_seconds(live), (Seconds{30s, 30s, 0s, 0s, 0s}));
  EXPECT_GE(*live.state().finished, *live.state().started);
}

TEST(Live, AStoredHuddleGoesOnWhereItWasWithTheRightClock) {
  Live live = begun();
  live.next(kStart + 30s);
  live.next(kStart + 120s);
  const LiveState stored = live.state();  // the process is killed here
  Live again(stored);
  EXPECT_EQ(again, live);
  EXPECT_EQ(again.clock(kStart + 150s).took, 30s);
  EXPECT_EQ(again.state().segments[again.state().current].key, "lesson");
}

TEST(Live, HoweverOftenItTicksTheSecondsAreTheSame) {
  std::mt19937 random(20261123);
  std::uniform_int_distribution<int> step(0, 30), what(0, 9);
  for (int run = 0; run < 300; ++run) {
    Live live = begun(), ticking = begun();
    Instant now = kStart;
    const auto both = [&](void (Live::*call)(Instant)) {
      (live.*call)(now);
      (ticking.*call)(now);
    };
    seconds running = 0s;
    bool runs = true;
    for (int i = 0; i < 40 && live.state().phase != LivePhase::kFinished; ++i) {
      const auto passes = seconds{step(random)};
      for (auto t = 1s; t <= passes; t += 1s) ticking.tick(now + t);
      now += passes;
      if (runs) running += passes;
      const int dice = what(random);
      if (dice < 2) both(&Live::pause);
      if (dice == 2 || dice == 3) both(&Live::resume);
      if (dice == 4) both(&Live::next);
      runs = live.state().phase == LivePhase::kRunning;

      ASSERT_EQ(real_seconds(live).size(), 5u);
      ASSERT_EQ(live.clock(now), ticking.clock(now)) << "run " << run;
      ASSERT_EQ(live.clock(now).elapsed, running) << "run " << run;
      ASSERT_EQ(Live(ticking.state()), ticking) << "run " << run;
    }
  }
}

TEST(Live, WhatDoesNotFitThePhaseIsAConflict) {
  Live ready(300s, plan());
  EXPECT_THROW(ready.next(kStart), Conflict);
  EXPECT_THROW(ready.pause(kStart), Conflict);
  EXPECT_THROW(ready.resume(kStart), Conflict);
  EXPECT_THROW(ready.finish(kStart), Conflict);
  ready.tick(kStart);
  EXPECT_EQ(ready, Live(300s, plan()));

  Live live = begun();
  EXPECT_THROW(live.start(kStart + 1s), Conflict);
  live.finish(kStart + 9s);
  const Live finished = live;
  live.finish(kStart + 10s);
  live.tick(kStart + 11s);
  EXPECT_EQ(live, finished);
  EXPECT_THROW(live.next(kStart + 12s), Conflict);
  EXPECT_THROW(live.pause(kStart + 12s), Conflict);
  EXPECT_THROW(live.drop(4), Conflict);
}

TEST(Live, AStateThatNoCallsLeadToIsRefused) {
  EXPECT_THROW(Live(300s, {}), InvalidArgument);
  EXPECT_THROW(Live(0s, plan()), InvalidArgument);
  EXPECT_THROW(Live(25h, plan()), InvalidArgument);
  const std::vector<LiveSegment> bad{{.key = "a", .planned = -1s},
                                     {.key = "a", .planned = 5s, .min = 6s},
                                     {.key = "a", .planned = 25h},
                                     {.key = "a", .planned = 5s, .cut = -1},
                                     {.key = "a", .planned = 5s, .dropped = true},
                                     {.key = "a", .planned = 5s, .took = 1s}};
  for (const auto& segment : bad) EXPECT_THROW(Live(300s, {segment}), InvalidArgument);

  const LiveState good = begun().state();
  const std::vector<std::function<void(LiveState&)>> breaks{
      [](LiveState& s) { s.current = 5; },
      [](LiveState& s) { s.phase = static_cast<LivePhase>(7); },
      [](LiveState& s) { s.phase = LivePhase::kReady; },
      [](LiveState& s) { s.phase = LivePhase::kFinished; },
      [](LiveState& s) { s.started.reset(); },
      [](LiveState& s) { s.finished = kStart; },
      [](LiveState& s) { s.segments[2].took = 1s; },
      [](LiveState& s) { s.segments[0].took = seconds::max(); },
      [](LiveState& s) { s.segments[0].dropped = true; }};
  EXPECT_EQ(Live(good).state(), good);
  for (const auto& breaking : breaks) {
    LiveState state = good;
    breaking(state);
    EXPECT_THROW(Live{state}, InvalidArgument) << &breaking - breaks.data();
  }
}

TEST(Live, TheUsualLengthIsTheMedianOfTheLastFew) {
  EXPECT_EQ(usual_length({}), std::nullopt);
  EXPECT_EQ(usual_length(Seconds{90s}), 90s);
  EXPECT_EQ(usual_length(Seconds{90s, 101s}), 95s);
  EXPECT_EQ(usual_length(Seconds{90s, 95s, 100s, 900s, 85s}), 95s);
  EXPECT_EQ(usual_length(Seconds{900s, 900s, 900s, 10s, 30s, 20s}, 3), 20s);
  EXPECT_THROW((void)usual_length(Seconds{90s}, 0), InvalidArgument);
}

}  // namespace
}  // namespace huddlekit
