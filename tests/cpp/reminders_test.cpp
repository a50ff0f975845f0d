// When somebody may be reminded: compared minute by minute with what the words say.
#include "core/reminders.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace huddlekit {
namespace {

using namespace std::chrono;

constexpr int kMinutes = 300;
const Instant kStart = parse_instant("2026-11-23T00:00:00Z");

Instant minute(int n) { return kStart + minutes{n}; }

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  int upto(int most) { return std::uniform_int_distribution<int>(0, most)(engine_); }
  std::vector<Span> spans(int most) {
    std::vector<Span> out;
    for (int n = upto(most); n > 0; --n) {
      const int from = upto(kMinutes);
      out.push_back({minute(from), minute(from + upto(60) - 5)});
    }
    return out;
  }

 private:
  std::mt19937 engine_;
};

bool within(const std::vector<Span>& spans, Instant at) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const Span& s) { return s.from <= at && at < s.until; });
}

TEST(Reminders, SpansAreJoinedAndTakenApartAsEveryMinuteSays) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const auto open = random.spans(6), quiet = random.spans(6);
    const auto both = joined(open);
    const auto rest = without(both, joined(quiet));
    for (int n = -1; n < kMinutes + 70; ++n) {
      ASSERT_EQ(within(both, minute(n)), within(open, minute(n))) << n;
      ASSERT_EQ(within(rest, minute(n)), within(open, minute(n)) && !within(quiet, minute(n))) << n;
    }
    for (std::size_t i = 1; i < both.size(); ++i) EXPECT_LT(both[i - 1].until, both[i].from);
    for (const auto& span : rest) EXPECT_LT(span.from, span.until);

    const Instant from = minute(random.upto(kMinutes)), until = from + minutes{random.upto(90)};
    std::optional<Instant> first;
    for (auto at = from; at < until && !first; at += minutes{1}) {
      if (within(rest, at)) first = at;
    }
    EXPECT_EQ(first_within(rest, from, until), first);
  }
}

/// The same decisions, the slow way.
Decision said_slowly(Instant now, const ReminderCase& c, int& had) {
  if (!c.counted && c.stop_after > 0 && c.unanswered >= c.stop_after) {
    return {Verdict::kUnanswered, now};
  }
  bool any = false;
  for (auto at = std::max(now, c.due); at < c.until; at += minutes{1}) {
    if (!within(c.allowed, at)) continue;
    const bool room = c.counted || at >= c.tomorrow || had < c.at_most;
    any = true;
    if (!room && at == now) {
      at = std::max(at, c.tomorrow - minutes{1});
      continue;
    }
    if (at == now && !c.counted) ++had;
    return {at == now ? Verdict::kNow : Verdict::kLater, at};
  }
  return {any ? Verdict::kEnough : Verdict::kNoTime, now};
}

TEST(Reminders, DecisionsAreThoseOfEveryMinute) {
  for (std::uint32_t seed = 0; seed < 2'000; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const Instant now = minute(random.upto(200));
    const Day today{floor<days>(now).time_since_epoch()};
    std::vector<ReminderCase> cases;
    for (int n = random.upto(8); n >= 0; --n) {
      const Instant due = now - minutes{random.upto(60) - 10};
      cases.push_back({.to = random.upto(2) - 1,
                       .due = due,
                       .until = due + minutes{random.upto(200)},
                       .allowed = joined(random.spans(6)),
                       .today = today,
                       .tomorrow = now + minutes{1 + random.upto(100)},
                       .at_most = 1 + random.upto(2),
                       .counted = random.upto(4) == 0,
                       .stop_after = random.upto(2),
                       .unanswered = random.upto(2)});
    }
    ReminderCounts had{{{0, today}, random.upto(2)}, {{1, today}, random.upto(2)}};
    std::map<Id, int> count;
    for (const auto& [who, n] : had) count[who.first] = n;
    for (const auto& c : cases) {
      const auto expected = said_slowly(now, c, count[c.to]);
      const auto decision = decide(now, c, had);
      EXPECT_EQ(decision.verdict, expected.verdict);
      if (expected.verdict == Verdict::kLater) {
        EXPECT_EQ(decision.at, expected.at);
      }
      if (decision.verdict == Verdict::kNow) {
        EXPECT_TRUE(within(c.allowed, now)) << "never outside a shift or in quiet hours";
        EXPECT_TRUE(c.due <= now && now < c.until);
      }
    }
  }
}

TEST(Reminders, ADayBringsNobodyMoreThanTheRuleAllows) {
  const Day today{floor<days>(kStart).time_since_epoch()};
  ReminderCase c{.to = 7,
                 .due = kStart,
                 .until = kStart + hours{48},
                 .allowed = {{kStart, kStart + hours{40}}},
                 .today = today,
                 .tomorrow = kStart + hours{24},
                 .at_most = 3};
  ReminderCounts had{{{7, today}, 1}};
  EXPECT_EQ(decide(kStart, c, had).verdict, Verdict::kNow);
  EXPECT_EQ(decide(kStart, c, had).verdict, Verdict::kNow);
  EXPECT_EQ(decide(kStart, c, had).verdict, Verdict::kLater);
  EXPECT_EQ(decide(kStart, c, had).at, kStart + hours{24}) << "the next day has room again";
  c.to = 8;
  EXPECT_EQ(decide(kStart, c, had).verdict, Verdict::kNow) << "somebody else's";
}

TEST(Reminders, PausesGrowToAnHour) {
  std::vector<int> pauses;
  for (int n = 1; n <= 6; ++n) {
    pauses.push_back(static_cast<int>(duration_cast<minutes>(pause_after(n)).count()));
  }
  EXPECT_EQ(pauses, (std::vector{1, 5, 25, 60, 60, 60}));
}

}  // namespace
}  // namespace huddlekit
