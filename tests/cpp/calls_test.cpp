// Writes that have a name happen once, and the book knows who made them.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <thread>

#include "book/calls/answers.hpp"
#include "book/calls/fields.hpp"
#include "book_fixture.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

class Calls : public WithBook {
 protected:
  [[nodiscard]] Story win(const std::string& text = "Found the ring") const {
    return {.team = "front-desk", .day = kMonday, .text = text, .who = {{"ana", ""}}};
  }
  [[nodiscard]] std::size_t wins() const {
    return book.stories("front-desk", kMonday, kMonday + days{1}).size();
  }
};

INSTANTIATE_TEST_SUITE_P(Book, Calls, ::testing::Bool(), [](const auto& info) {
  return std::string(info.param ? "OnAFile" : "InMemory");
});

TEST_P(Calls, TheSameCallToldAgainGivesTheSameAnswer) {
  const auto told = book.by("ana", "form-1").tell(win());
  EXPECT_EQ(told.who.at(0).name, "Ana Costa");
  (void)book.edit_story(told.id, {.text = "Found the ring in the drain"});
  EXPECT_EQ(book.by("ana", "form-1").tell(win()), told) << "as it was answered, not as it is now";
  EXPECT_EQ(book.by("ben", "form-1").tell(win()), told) << "whoever asks";
  EXPECT_EQ(wins(), 1u);
  EXPECT_NE(book.by("ana", "form-2").tell(win()).id, told.id);
  EXPECT_NE(book.tell(win()).id, told.id);
  EXPECT_EQ(wins(), 3u);
}

TEST_P(Calls, ANameIsOfOneCall) {
  (void)book.by("", "7").tell(win());
  try {
    (void)book.by("", "7").tell(win("Found another ring"));
    FAIL();
  } catch (const Conflict& e) {
    EXPECT_STREQ(e.what(), "call: \"7\" is the name of another call (tell, 2026-11-23T05:00:00Z)");
  }
  EXPECT_THROW((void)book.by("", "7").note({.team = "front-desk", .day = kMonday, .text = "N"}),
               Conflict);
  EXPECT_EQ(wins(), 1u);
  EXPECT_TRUE(book.notes("front-desk", kMonday).empty());
}

TEST_P(Calls, OneThatFailedMayBeToldAgain) {
  auto nobody = win();
  nobody.who = {{"gus", ""}};
  const auto called = book.by("", "7");
  EXPECT_THROW((void)Book(called).tell(nobody), NotFound);
  EXPECT_TRUE(book.calls().empty());
  EXPECT_EQ(Book(called).tell(win()), Book(called).tell(win()));
  EXPECT_EQ(wins(), 1u);
}

TEST_P(Calls, AreRememberedForThirtyDays) {
  const auto told = book.by("ana", "7").tell(win());
  now += days{30};
  EXPECT_EQ(book.by("", "7").tell(win()), told);
  EXPECT_EQ(book.calls().size(), 1u);
  now += 1s;
  EXPECT_TRUE(book.calls().empty());
  EXPECT_NE(book.by("", "7").tell(win()).id, told.id);
}

TEST_P(Calls, TheBookKnowsWhoMadeThem) {
  (void)book.tell(win());  // said neither
  (void)book.by("ana").tell(win());
  now += 1s;
  (void)book.by("intranet user 12", "7").publish("front-desk", kMonday, "morning");
  now += 1s;
  book.by("", "8").cancel("front-desk/2026-11-23/morning", "flood");
  const auto at = parse_instant("2026-11-23T05:00:00Z");
  EXPECT_EQ(book.calls(), (std::vector<Call>{{"8", "", "cancel", at + 2s},
                                             {"7", "intranet user 12", "publish", at + 1s},
                                             {"", "ana", "tell", at}}));
  EXPECT_EQ(book.calls(1).at(0).id, "8");
  EXPECT_THROW((void)book.calls(0), InvalidArgument);
}

TEST_P(Calls, WhatIsNoNameIsRefused) {
  EXPECT_THROW((void)book.by("a\nb"), InvalidArgument);
  EXPECT_THROW((void)book.by("", std::string(201, 'x')), InvalidArgument);
  EXPECT_THROW((void)book.by("\xff"), InvalidArgument);
}

TEST_P(Calls, WhoeverIsErasedDisappearsFromThemToo) {
  auto of_caro = win("Caro Lind found it");
  of_caro.who = {{"caro", ""}};
  (void)book.by("caro", "of her").tell(of_caro);
  const auto other = book.by("caro", "by her").tell(win());
  (void)book.by("Caro Lind, front office", "caro/1").tell(win());
  const auto after_a_break = win("Well done:\nCaro Lind found it");
  (void)book.by("", "a line break").tell(after_a_break);
  EXPECT_NE(book.export_person("caro").find("\"tell\""), std::string::npos);
  const auto report = book.by("caro", "the end").forget("caro");
  EXPECT_TRUE(std::ranges::any_of(report.touched, [](auto& t) { return t.what == "call"; }));
  for (const auto& call : book.calls()) EXPECT_EQ(call.by, "") << call.what;
  EXPECT_EQ(book.by("", "by her").tell(win()), other) << "nothing of hers is in it";
  EXPECT_THROW((void)book.by("", "of her").tell(of_caro), Conflict) << "it must not happen twice";
  EXPECT_THROW((void)book.by("", "a line break").tell(after_a_break), Conflict);
  (void)book.by("caro").tell(win());
  EXPECT_EQ(book.calls(1).at(0).by, "") << "her key does not come back";
  if (!GetParam()) return;
  std::ifstream raw(book.path(), std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(raw)), {});
  EXPECT_EQ(bytes.find("Caro"), std::string::npos);
}

TEST_P(Calls, EveryWriteMayHaveAName) {
  const std::string morning = "front-desk/2026-11-23/morning",
                    kitchen = "kitchen/2026-11-23/huddle";
  const auto miss =
      book.tell({.kind = StoryKind::kMiss, .team = "front-desk", .day = kMonday, .text = "M"});
  const auto lesson = book.learn({.team = "front-desk", .day = kMonday, .insight = "L"});
  const auto other = book.learn({.team = "front-desk", .day = kMonday, .insight = "O"});
  const auto third = book.learn({.team = "front-desk", .day = kMonday, .insight = "T"});
  const Commitment promise{
      .team = "front-desk", .who = {"ana", ""}, .text = "C", .made = kMonday, .due = kMonday};
  const auto made = book.commit(promise), late = book.commit(promise);
  const Proposal proposal{.text = "P?", .value = "easy"};
  const auto good = book.propose(proposal), bad = book.propose(proposal);
  auto asked = book.hand_off(miss.id, "kitchen", "Who?");

  int number = 0;
  // Told twice, with something that makes a difference in between: what it answers is the same.
  const auto twice = [&](auto&& call) {
    SCOPED_TRACE(++number);
    const auto name = std::to_string(number);
    auto named = book.by("ana", name);
    using Answer = decltype(call(named));
    if constexpr (std::is_void_v<Answer>) {
      call(named);
      const auto before = book.export_jsonl();
      call(named);
      EXPECT_EQ(book.export_jsonl(), before);
    } else {
      const auto first = call(named);
      const auto before = book.export_jsonl();
      EXPECT_EQ(call(named), first);
      EXPECT_EQ(book.export_jsonl(), before) << "nothing happens twice";
      EXPECT_EQ(read_answer<Answer>(written(first)), first);
    }
    const auto last = book.calls(1).at(0);
    EXPECT_EQ(last.id, name);
    EXPECT_EQ(last.by, "ana");
  };
  twice([&](Book& b) { return b.load(parse_playbook(kSmallPlaybook, "small")); });
  twice([&](Book& b) { b.load_holidays("H", {{kMonday + days{9}, "Feast"}}, "h.csv"); });
  twice([&](Book& b) { b.remove_holidays("H"); });
  twice([&](Book& b) { return b.tell(win()); });
  twice([&](Book& b) { return b.edit_story(miss.id, {.text = "N"}, "ben"); });
  twice([&](Book& b) { return b.put_right(miss.id, Recovery::kHeard, "ana", kMonday); });
  twice([&](Book& b) { return b.learn({.team = "kitchen", .day = kMonday, .insight = "K"}); });
  twice([&](Book& b) { return b.merge_lesson(lesson.id, other.id); });
  twice([&](Book& b) { return b.retire_lesson(third.id, "a habit"); });
  twice([&](Book& b) { return b.commit(promise); });
  twice([&](Book& b) { return b.renegotiate(late.id, kMonday + days{3}, "rain"); });
  twice([&](Book& b) { return b.close(made.id, CommitmentState::kKept); });
  twice([&](Book& b) { return b.note({.team = "kitchen", .day = kMonday, .text = "N"}); });
  twice([&](Book& b) { return b.answer(asked.id, "Eli.", "eli"); });
  twice([&](Book& b) { return b.hand_off(miss.id, "kitchen", "And now?"); });
  twice([&](Book& b) { return b.propose(proposal); });
  twice([&](Book& b) { return b.accept(good.id); });
  twice([&](Book& b) { return b.decline(bad.id, "said already"); });
  twice([&](Book& b) { return b.consent("dora", {.celebrated = false}); });
  twice([&](Book& b) { return b.away("caro", kMonday + days{2}, kMonday + days{3}); });
  const auto absence = book.absences("front-desk", kMonday, kMonday + days{9}).at(0).id;
  twice([&](Book& b) { b.cancel_absence(absence); });
  twice([&](Book& b) {
    return b.load_roster("front-desk", {{kMonday + days{5}, "morning", "ana"}});
  });
  twice([&](Book& b) { return b.skip("front-desk/2026-11-24/morning", Role::kLead); });
  twice([&](Book& b) { return b.swap("front-desk/2026-11-25/morning", Role::kLead, "ana"); });
  twice([&](Book& b) { return b.publish("front-desk", kMonday, "morning"); });
  twice([&](Book& b) { return b.publish_all(kMonday); });
  twice([&](Book& b) { return b.revise(morning, "a guest is early"); });
  twice([&](Book& b) { return b.give_back(morning, Role::kLead, "busy"); });
  twice([&](Book& b) {
    return b.move(kitchen, parse_day("2026-11-23") + 11h, "the lift is serviced");
  });
  twice([&](Book& b) { return b.start(morning); });
  now += 20s;
  twice([&](Book& b) { return b.pause(morning); });
  twice([&](Book& b) { return b.resume(morning); });
  twice([&](Book& b) { return b.next_segment(morning); });
  twice([&](Book& b) { return b.cut(morning, "close"); });
  twice([&](Book& b) { return b.present(morning, {"ana", "ben"}); });
  twice([&](Book& b) { b.finish(morning, {.led_by = "ana"}); });
  twice([&](Book& b) { b.amend(morning, {.took = 500s}); });
  twice([&](Book& b) { b.complete(kitchen, {.took = 400s}); });
  twice([&](Book& b) { return b.collect_round(kitchen, {{"eli", "Knives back", "Less salt"}}); });
  twice([&](Book& b) { b.cancel("kitchen/2026-11-24/huddle", "flood"); });
  twice([&](Book& b) { return b.rebuild_recall(); });
  twice([&](Book& b) {
    return b.import_csv(CsvKind::kStories, "team,day,kind,text\nkitchen,2026-11-23,win,Imported\n");
  });
}

TEST_P(Calls, RemindersThatWereLeasedAreToldAgain) {
  book.load(parse_playbook(
      std::string(kSmallPlaybook) +
          "\n[[reminder]]\nkey = \"lead\"\naudience = \"leader\"\nahead = \"15 min\"\n",
      "small"));
  now = parse_instant("2026-11-23T06:40:00Z");
  const auto first = book.by("cron", "06:40").due_reminders();
  ASSERT_FALSE(first.empty());
  EXPECT_EQ(book.by("cron", "06:40").due_reminders(), first) << "the answer had been lost";
  EXPECT_TRUE(book.due_reminders().empty()) << "they are on lease";
  book.by("cron", "06:41").acknowledge(first[0].id);
  book.by("cron", "06:41").acknowledge(first[0].id);
  EXPECT_EQ(book.deliveries("front-desk", kMonday, kMonday + days{1}).size(), 1u);
}

class CallsOnAFile : public InFolder {
 protected:
  [[nodiscard]] Book open() const {
    return Book::open(file("a.huddle"), {.create = true, .now = [] {
                                           return parse_instant("2026-11-23T05:00:00Z");
                                         }});
  }
  static Story numbered(int n) {
    return {.team = "front-desk", .day = kMonday, .text = "Win " + std::to_string(n)};
  }
};

TEST_F(CallsOnAFile, ThreadsAndBooksThatTellTheSameGetTheSame) {
  auto one = open(), two = open();
  one.load(parse_playbook(kSmallPlaybook));
  std::vector<Story> got(8);
  std::vector<std::thread> threads;
  for (std::size_t n = 0; n < got.size(); ++n) {
    threads.emplace_back([&, n] { got[n] = (n % 2 ? one : two).by("", "7").tell(numbered(7)); });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& story : got) EXPECT_EQ(story, got[0]);
  EXPECT_EQ(one.stories("front-desk", kMonday, kMonday + days{1}).size(), 1u);
}

/// Tells from where somebody before was killed; whatever was in doubt is told again.
TEST_F(CallsOnAFile, ToldUntilThereIsAnAnswerEachHappensOnce) {
  constexpr int kStories = 150;
  open().load(parse_playbook(kSmallPlaybook));
  std::mt19937 random(5);
  int kills = 0;
  for (bool done = false; !done;) {
    const pid_t child = ::fork();
    if (child == 0) {
      try {
        auto book = open();
        // From the beginning: nobody has written down how far it got.
        for (int n = 0; n < kStories; ++n) (void)book.by("", std::to_string(n)).tell(numbered(n));
      } catch (const std::exception&) {
        ::_exit(2);
      }
      ::_exit(0);
    }
    if (kills < 12) {
      std::this_thread::sleep_for(milliseconds{std::uniform_int_distribution(2, 40)(random)});
      ::kill(child, SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    done = WIFEXITED(status);
    if (done) ASSERT_EQ(WEXITSTATUS(status), 0);
    kills += !done;
  }
  auto book = open();
  const auto stories = book.stories("front-desk", kMonday, kMonday + days{1});
  ASSERT_EQ(stories.size(), static_cast<std::size_t>(kStories)) << kills << " kills";
  for (int n = 0; n < kStories; ++n) {
    EXPECT_EQ(book.by("", std::to_string(n)).tell(numbered(n)).text, numbered(n).text);
  }
}

}  // namespace
}  // namespace huddlekit
