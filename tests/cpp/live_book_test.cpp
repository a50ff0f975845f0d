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
  EXPECT_EQ(book.live(kHuddle), std::nullopt);
  const auto begun = book.start(kHuddle, kStart);
  EXPECT_EQ(begun.agenda, book.agenda("front-desk", kMonday));
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
  book.start(kHuddle, kStart);
  const auto second = book.next_segment(kHuddle, kStart + 20s);
  EXPECT_EQ(book.start(kHuddle, kStart + 20s), second);
  const auto later = book.start(kHuddle, kStart + 50s);
  EXPECT_EQ(later.state, second.state);
  EXPECT_EQ(later.clock.took, 30s);
}

TEST_P(LiveBook, UsesTheBooksClockUnlessToldTheTime) {
  EXPECT_EQ(book.start(kHuddle).state.started, parse_instant("2026-11-23T05:00:00Z"));
}

TEST_P(LiveBook, CallsAreThoseOfThePureStateMachine) {
  std::mt19937 random(20261123);
  int changes = 0;
  for (int run = 0; run < 10; ++run) {
    const Day day = kMonday + std::chrono::days{run};
    const auto id = "front-desk/" + to_string(day) + "/morning";
    Instant now = kStart + std::chrono::days{run};
    Live pure(book.start(id, now).state);
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
        change([&] { return book.next_segment(id, now); }, [&](Live& l) { l.next_segment(now); });
      } else if (what == 2) {
        change([&] { return book.pause(id, now); }, [&](Live& l) { l.pause(now); });
      } else if (what == 3) {
        change([&] { return book.resume(id, now); }, [&](Live& l) { l.resume(now); });
      } else {
        const auto key = pure.state().segments[segment].key;
        change([&] { return book.cut(id, key, drop, now); },
               [&](Live& l) {
                 l.drop(segment, drop);
                 l.tick(now);
               });
      }
      const auto stored = book.live(id, now + 7s);
      ASSERT_TRUE(stored);
      EXPECT_EQ(stored->state, pure.state());
      EXPECT_EQ(stored->clock, pure.clock(now + 7s));
    }
  }
  EXPECT_GT(changes, 80);
}

TEST_P(LiveBook, FinishRecordsWhatWasMeasured) {
  book.start(kHuddle, kStart);
  book.next_segment(kHuddle, kStart + 25s);
  book.next_segment(kHuddle, kStart + 125s);
  book.finish(kHuddle, {.attended = {{"ana", "ben"}}}, kStart + 225s);
  book.finish(kHuddle, {.attended = {{"ana", "ben"}}}, kStart + 999s);  // nothing more happens
  EXPECT_EQ(book.calendar("front-desk", kMonday, kMonday + std::chrono::days{1}).front().state,
            HuddleState::kCompleted);
  const auto live = book.live(kHuddle, kStart + 999s);
  EXPECT_EQ(live->state.phase, LivePhase::kFinished);
  EXPECT_EQ(live->clock.elapsed, 225s);
  // The same told by hand is the same: nothing is in conflict.
  book.complete(kHuddle, {.attended = {{"ana", "ben"}},
                          .took = 225s,
                          .seconds = {{"open", 25s}, {"value", 100s}, {"round", 100s}},
                          .covered = {{"open", "value", "round"}}});
  EXPECT_THROW(book.finish(kHuddle, {.attended = {{"ana"}}}, kStart + 999s), Conflict);
}

TEST_P(LiveBook, ARevisionOnTheWayLeavesThePlanThatTheHuddleBeganWith) {
  book.start(kHuddle, kStart);
  book.tell({.team = "front-desk", .day = kMonday, .text = "Ana found the ring."});
  EXPECT_EQ(book.revise(kHuddle, "A ring was found.").segments[2].kind, SegmentKind::kWin);
  const auto live = book.next_segment(kHuddle, kStart + 30s);
  EXPECT_EQ(live.agenda.revision, 2);
  book.finish(kHuddle, {}, kStart + 90s);
  const auto tomorrow = book.agenda("front-desk", kMonday + std::chrono::days{1}).value();
  EXPECT_EQ(tomorrow.segments[2].kind, SegmentKind::kWin) << "nobody has told it yet";
}

TEST_P(LiveBook, WhatDoesNotFitIsRefused) {
  EXPECT_THROW(book.next_segment(kHuddle, kStart), NotFound);
  book.publish("front-desk", kMonday);
  EXPECT_THROW(book.next_segment(kHuddle, kStart), Conflict);
  EXPECT_THROW(book.finish(kHuddle, {}, kStart), Conflict);
  book.start(kHuddle, kStart);
  EXPECT_THROW(book.cut(kHuddle, "open"), Conflict);
  EXPECT_THROW(book.cut(kHuddle, "song"), NotFound);
  book.complete(kHuddle);
  EXPECT_THROW(book.next_segment(kHuddle, kStart), Conflict);
  EXPECT_THROW(book.start("front-desk/2026-11-23/noon", kStart), NotFound);
  book.cancel("front-desk/2026-11-24/morning", "Fire drill");
  EXPECT_THROW(book.start("front-desk/2026-11-24/morning", kStart), Conflict);
}

TEST_P(LiveBook, AClockThatGoesBackwardsCountsNothing) {
  book.start(kHuddle, kStart);
  book.next_segment(kHuddle, kStart + 30s);
  book.pause(kHuddle, kStart - 3600s);
  book.resume(kHuddle, kStart - 3600s);
  const auto live = book.live(kHuddle, kStart - 3590s);
  EXPECT_EQ(live->clock.elapsed, 40s);
}

using LiveFile = InFolder;

TEST_F(LiveFile, KilledInItsThirdSegmentItGoesOnThereWithTheRightClock) {
  const auto path = file("test.huddle");
  Book::open(path, {.create = true, .now = early}).load(parse_playbook(kSmallPlaybook, "small"));
  const pid_t child = ::fork();
  if (child == 0) {
    auto book = Book::open(path, {.now = early});
    book.start(kHuddle, kStart);
    book.next_segment(kHuddle, kStart + 30s);
    book.next_segment(kHuddle, kStart + 120s);
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
  ASSERT_EQ(WTERMSIG(status), SIGKILL);

  auto book = Book::open(path, {.now = early});
  const auto again = book.start(kHuddle, kStart + 150s);
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
  one.start(kHuddle, kStart);
  other.next_segment(kHuddle, kStart + 10s);
  EXPECT_EQ(one.live(kHuddle, kStart + 15s), other.live(kHuddle, kStart + 15s));
  EXPECT_EQ(one.live(kHuddle, kStart + 15s)->clock.took, 5s);
}

}  // namespace
}  // namespace huddlekit
