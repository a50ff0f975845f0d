// A huddle held through the book: stored after every call, and equal to the pure state machine.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>

#include "book_fixture.hpp"
#include "early.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono_literals;

constexpr const char* kHuddle = "front-desk/2026-11-23/morning";
const Instant kStart = parse_instant("2026-11-23T06:45:00Z");

using LiveBook = WithBook;
INSTANTIATE_TEST_SUITE_P(Store, LiveBook, ::testing::Bool(),
                         [](const auto& p) { return p.param ? "File" : "Memory"; });

TEST_P(LiveBook, StartPublishesAndBeginsWithTheFirstSegment) {
  EXPECT_EQ(book.huddle(kHuddle).live(), std::nullopt);
  const auto begun = book.huddle(kHuddle).start(kStart);
  EXPECT_EQ(begun.agenda, book.team("front-desk").agenda(kMonday));
  EXPECT_TRUE(begun.agenda.published);
  EXPECT_EQ(begun.state.phase, LivePhase::kRunning);
  EXPECT_EQ(begun.state.segments.front().key, "open");
  EXPECT_EQ(begun.state.timebox, begun.agenda.timebox);
  for (std::size_t i = 0; i < begun.state.segments.size(); ++i) {
    EXPECT_EQ(begun.state.segments[i].key, to_string(begun.agenda.segments[i].kind));
    EXPECT_EQ(begun.state.segments[i].planned, begun.agenda.segments[i].seconds);
  }
}

TEST_P(LiveBook, StartingAgainGoesOn) {
  book.huddle(kHuddle).start(kStart);
  const auto second = book.huddle(kHuddle).next(kStart + 20s);
  EXPECT_EQ(book.huddle(kHuddle).start(kStart + 20s), second);
  const auto later = book.huddle(kHuddle).start(kStart + 50s);
  EXPECT_EQ(later.state, second.state);
  EXPECT_EQ(later.clock.took, 30s);
}

TEST_P(LiveBook, UsesTheBooksClockUnlessToldTheTime) {
  EXPECT_EQ(book.huddle(kHuddle).start().state.started, parse_instant("2026-11-23T05:00:00Z"));
}

TEST_P(LiveBook, CallsAreThoseOfThePureStateMachine) {
  std::mt19937 random(20261123);
  int changes = 0;
  for (int run = 0; run < 10; ++run) {
    const Day day = kMonday + std::chrono::days{run};
    const auto id = "front-desk/" + to_string(day) + "/morning";
    Instant now = kStart + std::chrono::days{run};
    Live pure(book.huddle(id).start(now).state);
    for (int step = 0; step < 30; ++step) {
      now += std::chrono::seconds{std::uniform_int_distribution(-40, 90)(random)};
      const auto segment = random() % pure.state().segments.size();
      const bool drop = random() % 2 == 0;
      const auto what = random() % 6;
      const auto change = [&](auto&& of_book, auto&& of_pure) {
        Live next = pure;
        bool refused = false;
        try {
          of_pure(next);
        } catch (const Conflict&) {
          refused = true;
        }
        if (refused) {
          EXPECT_THROW(of_book(), Conflict);
        } else {
          pure = next;
          ++changes;
          EXPECT_EQ(of_book().state, pure.state()) << "run " << run << ", step " << step;
        }
      };
      if (what < 2) {
        change([&] { return book.huddle(id).next(now); }, [&](Live& l) { l.next(now); });
      } else if (what == 2) {
        change([&] { return book.huddle(id).pause(now); }, [&](Live& l) { l.pause(now); });
      } else if (what == 3) {
        change([&] { return book.huddle(id).resume(now); }, [&](Live& l) { l.resume(now); });
      } else {
        const auto key = pure.state().segments[segment].key;
        change([&] { return book.huddle(id).cut(key, drop, now); },
               [&](Live& l) {
                 l.drop(segment, drop);
                 l.tick(now);
               });
      }
      const auto stored = book.huddle(id).live(now + 7s);
      ASSERT_TRUE(stored);
      EXPECT_EQ(stored->state, pure.state());
      EXPECT_EQ(stored->clock, pure.clock(now + 7s));
    }
  }
  EXPECT_GT(changes, 80);
}

TEST_P(LiveBook, FinishRecordsWhatWasMeasured) {
  book.huddle(kHuddle).start(kStart);
  book.huddle(kHuddle).next(kStart + 25s);
  book.huddle(kHuddle).next(kStart + 125s);
  book.huddle(kHuddle).finish({.attended = {{"ana", "ben"}}}, kStart + 225s);
  book.huddle(kHuddle).finish({.attended = {{"ana", "ben"}}},
                              kStart + 999s);  // nothing more happens
  EXPECT_EQ(book.team("front-desk").calendar(kMonday, kMonday + std::chrono::days{1}).front().state,
            HuddleState::kCompleted);
  const auto live = book.huddle(kHuddle).live(kStart + 999s);
  EXPECT_EQ(live->state.phase, LivePhase::kFinished);
  EXPECT_EQ(live->clock.elapsed, 225s);
  // The same told by hand is the same: nothing is in conflict.
  book.huddle(kHuddle).complete({.attended = {{"ana", "ben"}},
                                 .took = 225s,
                                 .seconds = {{"open", 25s}, {"value", 100s}, {"round", 100s}},
                                 .covered = {{"open", "value", "round"}}});
  EXPECT_THROW(book.huddle(kHuddle).finish({.attended = {{"ana"}}}, kStart + 999s), Conflict);
}

TEST_P(LiveBook, ARevisionOnTheWayLeavesThePlanThatTheHuddleBeganWith) {
  book.huddle(kHuddle).start(kStart);
  book.team("front-desk").win("Ana found the ring.", {.day = kMonday});
  EXPECT_EQ(book.huddle(kHuddle).revise("A ring was found.").segments[2].kind, SegmentKind::kWin);
  const auto live = book.huddle(kHuddle).next(kStart + 30s);
  EXPECT_EQ(live.agenda.revision, 2);
  book.huddle(kHuddle).finish({}, kStart + 90s);
  const auto tomorrow = book.team("front-desk").agenda(kMonday + std::chrono::days{1}).value();
  EXPECT_EQ(tomorrow.segments[2].kind, SegmentKind::kWin) << "nobody has told it yet";
}

TEST_P(LiveBook, WhatDoesNotFitIsRefused) {
  EXPECT_THROW(book.huddle(kHuddle).next(kStart), NotFound);
  book.team("front-desk").publish(kMonday);
  EXPECT_THROW(book.huddle(kHuddle).next(kStart), Conflict);
  EXPECT_THROW(book.huddle(kHuddle).finish({}, kStart), Conflict);
  book.huddle(kHuddle).start(kStart);
  EXPECT_THROW(book.huddle(kHuddle).cut("open"), Conflict);
  EXPECT_THROW(book.huddle(kHuddle).cut("song"), NotFound);
  book.huddle(kHuddle).complete();
  EXPECT_THROW(book.huddle(kHuddle).next(kStart), Conflict);
  EXPECT_THROW(book.huddle("front-desk/2026-11-23/noon").start(kStart), NotFound);
  book.huddle("front-desk/2026-11-24/morning").cancel("Fire drill");
  EXPECT_THROW(book.huddle("front-desk/2026-11-24/morning").start(kStart), Conflict);
}

TEST_P(LiveBook, AClockThatGoesBackwardsCountsNothing) {
  book.huddle(kHuddle).start(kStart);
  book.huddle(kHuddle).next(kStart + 30s);
  book.huddle(kHuddle).pause(kStart - 3600s);
  book.huddle(kHuddle).resume(kStart - 3600s);
  const auto live = book.huddle(kHuddle).live(kStart - 3590s);
  EXPECT_EQ(live->clock.elapsed, 40s);
}

using LiveFile = InFolder;

TEST_F(LiveFile, KilledInItsThirdSegmentItGoesOnThereWithTheRightClock) {
  const auto path = file("test.huddle");
  Book::open(path, {.create = true, .now = early}).load(parse_playbook(kSmallPlaybook, "small"));
  const pid_t child = ::fork();
  if (child == 0) {
    auto book = Book::open(path, {.now = early});
    book.huddle(kHuddle).start(kStart);
    book.huddle(kHuddle).next(kStart + 30s);
    book.huddle(kHuddle).next(kStart + 120s);
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
  ASSERT_EQ(WTERMSIG(status), SIGKILL);

  auto book = Book::open(path, {.now = early});
  const auto again = book.huddle(kHuddle).start(kStart + 150s);
  EXPECT_EQ(again.state.current, 2U);
  EXPECT_EQ(again.state.phase, LivePhase::kRunning);
  EXPECT_EQ(again.clock.took, 30s);
  EXPECT_EQ(again.clock.elapsed, 150s);
  EXPECT_EQ(again.state.segments[0].took, 30s);
  EXPECT_EQ(again.state.segments[1].took, 90s);
}

TEST_F(LiveFile, AnotherProcessSeesTheSame) {
  const auto path = file("test.huddle");
  auto one = Book::open(path, {.create = true, .now = early});
  one.load(parse_playbook(kSmallPlaybook, "small"));
  auto other = Book::open(path, {.now = early});
  one.huddle(kHuddle).start(kStart);
  other.huddle(kHuddle).next(kStart + 10s);
  EXPECT_EQ(one.huddle(kHuddle).live(kStart + 15s), other.huddle(kHuddle).live(kStart + 15s));
  EXPECT_EQ(one.huddle(kHuddle).live(kStart + 15s)->clock.took, 5s);
}

}  // namespace
}  // namespace huddlekit
