#include "huddlekit/lessons.hpp"

#include <algorithm>
#include <map>
#include <random>

#include "book_fixture.hpp"
#include "core/text/alike.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

const Segment* segment(const Agenda& agenda, SegmentKind kind) {
  const auto it = std::find_if(agenda.segments.begin(), agenda.segments.end(),
                               [&](const Segment& s) { return s.kind == kind; });
  return it == agenda.segments.end() ? nullptr : &*it;
}

/// What the lesson segment brings back; empty without one.
std::string lesson_of(const Agenda& agenda) {
  const auto* s = segment(agenda, SegmentKind::kLesson);
  if (s == nullptr) return {};
  const auto it = std::find_if(s->points.begin(), s->points.end(),
                               [](const Point& p) { return p.label == "The lesson"; });
  return it == s->points.end() ? std::string() : it->text;
}

class Lessons : public InFolder {
 protected:
  Lessons() : book(Book::open(":memory:", {.create = true, .now = [this] { return now; }})) {
    book.load(parse_playbook(kSmallPlaybook, "small"));
  }

  Lesson learn(const std::string& team, const std::string& insight, int importance = 1,
               const std::string& value = {}, Audience audience = Audience::kTeam) {
    return book.team(team).lesson(insight, {.importance = importance,
                                            .value = value,
                                            .day = kMonday - days{40},
                                            .audience = audience});
  }
  LessonStanding standing(const std::string& team, Id lesson) {
    for (const auto& s : book.journal().recall(team)) {
      if (s.lesson == lesson) return s;
    }
    return {};
  }

  Instant now = parse_instant("2026-11-23T05:00:00Z");
  Book book;
};

TEST_F(Lessons, ComeBackWhenTheyAreDueAndNotBefore) {
  const auto lesson = learn("kitchen", "Label every tray.");
  std::vector<int> heard;
  for (const auto& a : book.team("kitchen").plan(kMonday, kMonday + days{60})) {
    if (!lesson_of(a).empty()) heard.push_back(static_cast<int>((a.day - kMonday).count()));
  }
  // By hand: remembered each time; what falls on a weekend waits for Monday.
  Recall recall;
  std::vector<int> expected{0};
  auto state = recall.first(Rating::kGood);
  for (int day = 1; day < 60; ++day) {
    const auto weekday = std::chrono::weekday{kMonday + days{day}};
    const int since = day - expected.back();
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) continue;
    if (since < recall.interval(state)) continue;
    state = recall.review(state, since, Rating::kGood);
    expected.push_back(day);
  }
  EXPECT_EQ(heard, expected);
  EXPECT_FALSE(standing("kitchen", lesson.id).state) << "planning stores nothing";
}

TEST_F(Lessons, TheRatingDecidesWhenOneComesBack) {
  const auto lesson = learn("kitchen", "Label every tray.");
  const auto agenda = book.team("kitchen").publish(kMonday);
  EXPECT_EQ(lesson_of(*agenda), "Label every tray.");
  const Recall recall;
  EXPECT_EQ(standing("kitchen", lesson.id).state, recall.first(Rating::kGood))
      << "published: counts as held, and remembered";
  book.huddle(agenda->id).complete({.lesson_rating = Rating::kEasy});
  EXPECT_EQ(standing("kitchen", lesson.id).state, recall.first(Rating::kEasy));
  EXPECT_EQ(standing("kitchen", lesson.id).due,
            kMonday + days{recall.interval(recall.first(Rating::kEasy))});
  EXPECT_EQ(book.journal().reviews(lesson.id, "kitchen"),
            (std::vector<LessonReview>{{agenda->id, kMonday, Rating::kEasy, false}}));
  EXPECT_NO_THROW(book.huddle(agenda->id).complete({.lesson_rating = Rating::kEasy}))
      << "told twice";
  EXPECT_THROW(book.huddle(agenda->id).complete({.lesson_rating = Rating::kHard}), Conflict);
  book.huddle(agenda->id).amend({.lesson_rating = Rating::kAgain});
  EXPECT_EQ(standing("kitchen", lesson.id).state, recall.first(Rating::kAgain));
  book.huddle(agenda->id).amend({.covered = {{"open", "value"}}});
  EXPECT_FALSE(standing("kitchen", lesson.id).state) << "not reached counts as nothing";
  EXPECT_EQ(lesson_of(*book.team("kitchen").publish(kMonday + days{1})), "Label every tray.");
}

TEST_F(Lessons, ImportanceComesFirstAndTodaysValueDecidesBetweenEqualOnes) {
  learn("kitchen", "Small.");
  learn("kitchen", "Great.", 3);
  EXPECT_EQ(lesson_of(*book.team("kitchen").agenda(kMonday)), "Great.");
  const auto value = book.team("kitchen").agenda(kMonday)->value;
  learn("kitchen", "Great, and today's.", 3, value);
  const auto agenda = book.team("kitchen").agenda(kMonday);
  EXPECT_EQ(lesson_of(*agenda), "Great, and today's.");
  EXPECT_NE(segment(*agenda, SegmentKind::kLesson)->why.find("today’s value"), std::string::npos);
  EXPECT_NE(segment(*agenda, SegmentKind::kLesson)->why.find("3 lessons due"), std::string::npos);
}

TEST_F(Lessons, TheAudienceSaysWhichTeamsHearIt) {
  learn("front-desk", "For ourselves.");
  learn("front-desk", "For the department.", 1, "", Audience::kDepartment);
  EXPECT_EQ(lesson_of(*book.team("kitchen").agenda(kMonday)), "");
  const auto all = learn("front-desk", "For everyone.", 1, "", Audience::kEveryone);
  const auto agenda = book.team("kitchen").publish(kMonday);
  EXPECT_EQ(lesson_of(*agenda), "For everyone.");
  EXPECT_NE(segment(*agenda, SegmentKind::kLesson)->points[0].text.find("Front desk"),
            std::string::npos);
  EXPECT_TRUE(standing("kitchen", all.id).state);
  EXPECT_FALSE(standing("front-desk", all.id).state) << "each team remembers for itself";
  EXPECT_EQ(book.journal().recall("front-desk").size(), 3u);
  EXPECT_EQ(book.journal().recall("kitchen").size(), 1u);
}

TEST_F(Lessons, MergedAndRetiredOnesStayAwayAndSayWhy) {
  const auto one = learn("kitchen", "One.");
  const auto two = learn("kitchen", "Two.");
  const auto three = learn("kitchen", "Three.");
  EXPECT_EQ(book.journal().retire(one.id, "It is in the checklist now").state,
            LessonState::kRetired);
  EXPECT_EQ(book.journal().merge(two.id, three.id).merged_into, three.id);
  EXPECT_NO_THROW(book.journal().merge(two.id, three.id));
  EXPECT_EQ(book.team("kitchen").lessons().size(), 1u);
  EXPECT_EQ(book.team("kitchen").lessons(false)[0].reason, "It is in the checklist now");
  EXPECT_EQ(lesson_of(*book.team("kitchen").agenda(kMonday)), "Three.");
  EXPECT_THROW(book.journal().retire(two.id, "x"), Conflict);
  EXPECT_THROW(book.journal().merge(three.id, one.id), Conflict) << "into what is retired";
  EXPECT_THROW(book.journal().merge(three.id, three.id), InvalidArgument);
  EXPECT_THROW(book.journal().merge(LessonId(99), three.id), NotFound);
  EXPECT_THROW(book.journal().retire(three.id, ""), InvalidArgument);
}

TEST_F(Lessons, OfSeveralRatingsOnOneDayTheLastCounts) {
  const auto lesson = learn("front-desk", "Ask for the name.", 1, "", Audience::kTeam);
  const Day friday = kMonday + days{4};
  // The evening is published first: what counts is when they are held.
  const auto evening = book.team("front-desk").publish(friday, "evening");
  now += days{4} + std::chrono::hours{13};
  book.huddle(evening->id).complete({.lesson_rating = Rating::kEasy});
  const Recall recall;
  EXPECT_EQ(standing("front-desk", lesson.id).state, recall.first(Rating::kEasy));
  EXPECT_EQ(lesson_of(*book.team("front-desk").publish(friday, "morning")), "")
      << "known as held on that day";
}

TEST_F(Lessons, WhatTheSlotsCanCarryIsSaidWithWhatWouldMakeRoom) {
  const auto one = learn("kitchen", "Label every tray with the time it was filled.");
  const auto two = learn("kitchen", "Every tray gets a label with its filling time.");
  learn("kitchen", "A guest without breakfast gets a bag at the door.");
  auto load = book.journal().lesson_load("kitchen");
  EXPECT_EQ(load.room, 22) << "weekdays in 30 days from a Monday";
  EXPECT_NEAR(load.new_per_month, load.room / load.first_year, 1e-12);
  EXPECT_FALSE(load.over);
  ASSERT_EQ(load.merge.size(), 1u);
  EXPECT_EQ(load.merge[0].first, one.id);
  EXPECT_EQ(load.merge[0].second, two.id);
  EXPECT_TRUE(load.retire.empty());
  for (int i = 0; i < 40; ++i) learn("kitchen", "Lesson number " + std::to_string(i) + ".");
  load = book.journal().lesson_load("kitchen");
  EXPECT_TRUE(load.over);
  EXPECT_GT(load.load, load.room);
}

TEST_F(Lessons, OneThatIsAHabitMayRetire) {
  learn("kitchen", "Label every tray.");
  const auto old =
      book.team("kitchen").lesson("Ask about allergies first.", {.day = kMonday - days{700}});
  int times = 0;
  for (Day day = kMonday - days{699}; day < kMonday; day += days{1}) {
    const auto agenda = book.team("kitchen").publish(day);
    if (!agenda || lesson_of(*agenda) != old.insight) continue;
    book.huddle(agenda->id).complete({.lesson_rating = Rating::kEasy});
    ++times;
  }
  EXPECT_GE(times, 3);
  EXPECT_EQ(book.journal().lesson_load("kitchen").retire, std::vector<LessonId>{old.id});
  EXPECT_EQ(standing("kitchen", old.id).good_in_a_row, times);
}

TEST_F(Lessons, ARatingThatCannotBeIsRefused) {
  const auto agenda = book.team("kitchen").publish(kMonday);
  EXPECT_THROW(book.huddle(agenda->id).complete({.lesson_rating = Rating::kGood}), InvalidArgument)
      << "no lesson to rate";
  learn("kitchen", "Label every tray.");
  const auto next = book.team("kitchen").publish(kMonday + days{1});
  now += days{1};
  for (const int rating : {0, 5, -1}) {
    EXPECT_THROW(book.huddle(next->id).complete({.lesson_rating = static_cast<Rating>(rating)}),
                 InvalidArgument);
  }
  EXPECT_THROW(
      book.huddle(next->id).complete({.covered = {{"open"}}, .lesson_rating = Rating::kGood}),
      InvalidArgument);
  EXPECT_THROW(book.huddle(next->id).complete({.covered = {{"promises"}}}), InvalidArgument)
      << "not on the agenda";
  EXPECT_EQ(book.team("kitchen").calendar(next->day, next->day + days{1})[0].state,
            HuddleState::kPublished);
}

/// Whatever is published, completed, amended, revised and cancelled, in whatever order: what the
/// book holds is what replaying a log kept here by hand gives.
TEST_F(Lessons, TheReviewLogReplaysToTheStoredStateWhateverHappens) {
  const unsigned seed = 20261123;
  std::mt19937 random(seed);
  SCOPED_TRACE(seed);
  std::map<std::string, Id> by_text;
  for (const std::string team : {"front-desk", "kitchen"}) {
    for (int i = 0; i < 6; ++i) {
      const auto text = team + " " + std::to_string(i);
      by_text[text] = book.team(team)
                          .lesson(text, {.importance = 1 + i % 3,
                                         .day = kMonday - days{400},
                                         .audience = static_cast<Audience>(i % 3)})
                          .id;
    }
  }
  struct Held {
    Agenda agenda;
    std::optional<Rating> rating;  // none: not heard
  };
  std::map<std::string, Held> held;
  std::vector<std::string> open, completed;
  Day day = kMonday - days{300};
  const auto some_outcome = [&](Held& h) {
    Outcome outcome;
    const bool any = !lesson_of(h.agenda).empty();
    const auto what = random() % 3;
    h.rating = any ? std::optional(Rating::kGood) : std::nullopt;
    if (what == 0) {
      outcome.covered = {{"open", "close"}};
      h.rating.reset();
    } else if (what == 1 && any) {
      h.rating = outcome.lesson_rating = static_cast<Rating>(1 + random() % 4);
    }
    return outcome;
  };
  for (int step = 0; step < 220; ++step) {
    const auto what = random() % 10;
    if (what < 5 || open.empty()) {
      for (const auto& agenda : book.publish_all(day)) {
        open.push_back(agenda.id);
        held[agenda.id] = {agenda,
                           lesson_of(agenda).empty() ? std::nullopt : std::optional(Rating::kGood)};
      }
      day += days{1};
      continue;
    }
    const auto id = open[random() % open.size()];
    auto& h = held[id];
    if (what == 5) {
      h.agenda = book.huddle(id).revise("Something came up");
      h.rating = lesson_of(h.agenda).empty() ? std::nullopt : std::optional(Rating::kGood);
    } else if (what == 6) {
      book.huddle(id).cancel("cancelled");
      h.rating.reset();
      std::erase(open, id);
    } else if (what == 7 && !completed.empty()) {
      const auto& past = completed[random() % completed.size()];
      auto corrected = held[past];
      const auto outcome = some_outcome(corrected);
      book.huddle(past).amend(outcome);
      // One that says nothing of the segments leaves what was recorded of them.
      if (outcome.covered || outcome.lesson_rating) held[past] = corrected;
    } else {
      book.huddle(id).complete(some_outcome(h));
      std::erase(open, id);
      completed.push_back(id);
    }
  }
  ASSERT_GT(completed.size(), 20u);

  const Recall recall;
  for (const std::string team : {"front-desk", "kitchen"}) {
    for (const auto& s : book.journal().recall(team)) {
      std::map<std::pair<Day, Instant>, Rating> log;
      for (const auto& [id, h] : held) {
        if (h.rating && h.agenda.team == team && by_text.at(lesson_of(h.agenda)) == s.lesson) {
          log[{h.agenda.day, h.agenda.starts}] = *h.rating;
        }
      }
      std::vector<Recall::Review> reviews;
      for (const auto& [when, rating] : log) reviews.push_back({when.first, rating});
      EXPECT_EQ(s.state, recall.replay(reviews)) << team << ", lesson " << s.lesson;
      EXPECT_EQ(book.journal().reviews(s.lesson, team).size(), log.size());
    }
  }
  EXPECT_EQ(book.journal().rebuild_recall(), 0);
}

TEST(Alike, FindsTextsThatSayTheSameAndNoOthers) {
  const std::vector<std::string> texts{
      "Label every tray with the time.", "Ask the guest for the name first.",
      "Every tray is labelled with a time!", "The lift is out of order on Mondays.", ""};
  const auto pairs = alike(texts);
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_EQ(pairs[0].first, 0u);
  EXPECT_EQ(pairs[0].second, 2u);
  EXPECT_GT(pairs[0].share, 0.5);
  EXPECT_LE(pairs[0].share, 1.0);
}

}  // namespace
}  // namespace huddlekit
