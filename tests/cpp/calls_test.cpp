// Writes that have a name happen once, and the book knows who made them.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <thread>

#include "book/calls/answers.hpp"
#include "book_fixture.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

class Calls : public WithBook {
 protected:
  static Story win(const Book& from, const std::string& text = "Found the ring",
                   const std::string& who = "ana") {
    return from.team("front-desk").win(text, {.who = {who}, .day = kMonday});
  }
  [[nodiscard]] std::size_t wins() const {
    return book.team("front-desk").stories(kMonday, kMonday + days{1}).size();
  }
};

INSTANTIATE_TEST_SUITE_P(Book, Calls, ::testing::Bool(), [](const auto& info) {
  return std::string(info.param ? "OnAFile" : "InMemory");
});

TEST_P(Calls, TheSameCallToldAgainGivesTheSameAnswer) {
  const auto told = win(book.by("ana", "form-1"));
  EXPECT_EQ(told.who.at(0).name, "Ana Costa");
  (void)book.journal().edit(told.id, {.text = "Found the ring in the drain"});
  EXPECT_EQ(win(book.by("ana", "form-1")), told) << "as it was answered, not as it is now";
  EXPECT_EQ(win(book.by("ben", "form-1")), told) << "whoever asks";
  EXPECT_EQ(wins(), 1u);
  EXPECT_NE(win(book.by("ana", "form-2")).id, told.id);
  EXPECT_NE(win(book).id, told.id);
  EXPECT_EQ(wins(), 3u);
}

TEST_P(Calls, ANameIsOfOneCall) {
  (void)win(book.by("", "7"));
  try {
    (void)win(book.by("", "7"), "Found another ring");
    FAIL();
  } catch (const Conflict& e) {
    EXPECT_STREQ(e.what(), "call: \"7\" is the name of another call (tell, 2026-11-23T05:00:00Z)");
  }
  EXPECT_THROW((void)book.by("", "7").team("front-desk").note("N", kMonday), Conflict);
  EXPECT_EQ(wins(), 1u);
  EXPECT_TRUE(book.team("front-desk").notes(kMonday).empty());
}

TEST_P(Calls, OneThatFailedMayBeToldAgain) {
  const auto called = book.by("", "7");
  EXPECT_THROW((void)win(called, "Found the ring", "gus"), NotFound);
  EXPECT_TRUE(book.journal().calls().empty());
  EXPECT_EQ(win(Book(called)), win(Book(called)));
  EXPECT_EQ(wins(), 1u);
}

TEST_P(Calls, AreRememberedForThirtyDays) {
  const auto told = win(book.by("ana", "7"));
  now += days{30};
  EXPECT_EQ(win(book.by("", "7")), told);
  EXPECT_EQ(book.journal().calls().size(), 1u);
  now += 1s;
  EXPECT_TRUE(book.journal().calls().empty());
  EXPECT_NE(win(book.by("", "7")).id, told.id);
}

TEST_P(Calls, TheBookKnowsWhoMadeThem) {
  (void)win(book);  // said neither
  (void)win(book.by("ana"));
  now += 1s;
  (void)book.by("intranet user 12", "7").team("front-desk").publish(kMonday, "morning");
  now += 1s;
  book.by("", "8").huddle("front-desk/2026-11-23/morning").cancel("flood");
  const auto at = parse_instant("2026-11-23T05:00:00Z");
  EXPECT_EQ(book.journal().calls(),
            (std::vector<Call>{{"8", "", "cancel", at + 2s},
                               {"7", "intranet user 12", "publish", at + 1s},
                               {"", "ana", "tell", at}}));
  EXPECT_EQ(book.journal().calls(1).at(0).id, "8");
  EXPECT_THROW((void)book.journal().calls(0), InvalidArgument);
}

TEST_P(Calls, WhatIsNoNameIsRefused) {
  EXPECT_THROW((void)book.by("a\nb"), InvalidArgument);
  EXPECT_THROW((void)book.by("", std::string(201, 'x')), InvalidArgument);
  EXPECT_THROW((void)book.by("\xff"), InvalidArgument);
}

TEST_P(Calls, WhoeverIsErasedDisappearsFromThemToo) {
  const auto of_caro = [&] { return win(book.by("caro", "of her"), "Caro Lind found it", "caro"); };
  (void)of_caro();
  const auto other = win(book.by("caro", "by her"));
  (void)win(book.by("Caro Lind, front office", "caro/1"));
  const std::string after_a_break = "Well done:\nCaro Lind found it";
  (void)win(book.by("", "a line break"), after_a_break);
  EXPECT_NE(book.people().data_of("caro").find("\"tell\""), std::string::npos);
  const auto report = book.by("caro", "the end").people().forget("caro");
  EXPECT_TRUE(std::ranges::any_of(report.touched, [](auto& t) { return t.what == "call"; }));
  for (const auto& call : book.journal().calls()) EXPECT_EQ(call.by, "") << call.what;
  EXPECT_EQ(win(book.by("", "by her")), other) << "nothing of hers is in it";
  EXPECT_THROW((void)win(book.by("", "of her"), "Caro Lind found it", "caro"), Conflict)
      << "it must not happen twice";
  EXPECT_THROW((void)win(book.by("", "a line break"), after_a_break), Conflict);
  (void)win(book.by("caro"));
  EXPECT_EQ(book.journal().calls(1).at(0).by, "") << "her key does not come back";
  if (!GetParam()) return;
  std::ifstream raw(book.path(), std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(raw)), {});
  EXPECT_EQ(bytes.find("Caro"), std::string::npos);
}

TEST_P(Calls, EveryWriteMayHaveAName) {
  const std::string morning = "front-desk/2026-11-23/morning",
                    kitchen = "kitchen/2026-11-23/huddle";
  const auto miss = book.team("front-desk").miss("M", {.day = kMonday});
  const auto lesson = book.team("front-desk").lesson("L", {.day = kMonday});
  const auto other = book.team("front-desk").lesson("O", {.day = kMonday});
  const auto third = book.team("front-desk").lesson("T", {.day = kMonday});
  const NewCommitment promise{.who = "ana", .text = "C", .due = kMonday};
  const auto desk = book.team("front-desk");
  const auto made = desk.commit(promise, kMonday), late = desk.commit(promise, kMonday);
  const Proposal proposal{.text = "P?", .value = "easy"};
  const auto good = book.proposals().add(proposal), bad = book.proposals().add(proposal);
  auto asked = book.journal().hand_off(miss.id, "kitchen", "Who?");

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
      EXPECT_EQ(read_answer<Answer>(written(kShape<Answer>, &first)), first);
    }
    const auto last = book.journal().calls(1).at(0);
    EXPECT_EQ(last.id, name);
    EXPECT_EQ(last.by, "ana");
  };
  twice([&](Book& b) { return b.load(parse_playbook(kSmallPlaybook, "small")); });
  twice([&](Book& b) { b.load_holidays("H", {{kMonday + days{9}, "Feast"}}, "h.csv"); });
  twice([&](Book& b) { b.remove_holidays("H"); });
  twice([&](Book& b) { return win(b); });
  twice([&](Book& b) { return b.journal().edit(miss.id, {.text = "N"}, "ben"); });
  twice([&](Book& b) { return b.journal().put_right(miss.id, Recovery::kHeard, "ana", kMonday); });
  twice([&](Book& b) { return b.team("kitchen").lesson("K", {.day = kMonday}); });
  twice([&](Book& b) { return b.journal().merge(lesson.id, other.id); });
  twice([&](Book& b) { return b.journal().retire(third.id, "a habit"); });
  twice([&](Book& b) { return b.team("front-desk").commit(promise, kMonday); });
  twice([&](Book& b) { return b.journal().renegotiate(late.id, kMonday + days{3}, "rain"); });
  twice([&](Book& b) { return b.journal().kept(made.id); });
  twice([&](Book& b) { return b.team("kitchen").note("N", kMonday); });
  twice([&](Book& b) { return b.journal().answer(asked.id, "Eli.", "eli"); });
  twice([&](Book& b) { return b.journal().hand_off(miss.id, "kitchen", "And now?"); });
  twice([&](Book& b) { return b.proposals().add(proposal); });
  twice([&](Book& b) { return b.proposals().accept(good.id); });
  twice([&](Book& b) { return b.proposals().decline(bad.id, "said already"); });
  twice([&](Book& b) { return b.people().set_consent("dora", {.celebrated = false}); });
  twice([&](Book& b) { return b.people().away("caro", kMonday + days{2}, kMonday + days{3}); });
  const auto absence = book.team("front-desk").absences(kMonday, kMonday + days{9}).at(0).id;
  twice([&](Book& b) { b.people().cancel_absence(absence); });
  twice([&](Book& b) {
    return b.team("front-desk").load_roster({{kMonday + days{5}, "morning", "ana"}});
  });
  twice([&](Book& b) { return b.huddle("front-desk/2026-11-24/morning").skip(Role::kLead); });
  twice(
      [&](Book& b) { return b.huddle("front-desk/2026-11-25/morning").swap(Role::kLead, "ana"); });
  twice([&](Book& b) { return b.team("front-desk").publish(kMonday, "morning"); });
  twice([&](Book& b) { return b.publish_all(kMonday); });
  twice([&](Book& b) { return b.huddle(morning).revise("a guest is early"); });
  twice([&](Book& b) { return b.huddle(morning).skip(Role::kLead, "busy"); });
  twice([&](Book& b) {
    return b.huddle(kitchen).move(parse_day("2026-11-23") + 11h, "the lift is serviced");
  });
  twice([&](Book& b) { return b.huddle(morning).start(); });
  now += 20s;
  twice([&](Book& b) { return b.huddle(morning).pause(); });
  twice([&](Book& b) { return b.huddle(morning).resume(); });
  twice([&](Book& b) { return b.huddle(morning).next(); });
  twice([&](Book& b) { return b.huddle(morning).cut("close"); });
  twice([&](Book& b) { return b.huddle(morning).present({"ana", "ben"}); });
  twice([&](Book& b) { b.huddle(morning).finish({.led_by = "ana"}); });
  twice([&](Book& b) { b.huddle(morning).amend({.took = 500s}); });
  twice([&](Book& b) { b.huddle(kitchen).complete({.took = 400s}); });
  twice([&](Book& b) {
    return b.huddle(kitchen).collect_round({{"eli", "Knives back", "Less salt"}});
  });
  twice([&](Book& b) { b.huddle("kitchen/2026-11-24/huddle").cancel("flood"); });
  twice([&](Book& b) { return b.journal().rebuild_recall(); });
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
  const auto first = book.by("cron", "06:40").outbox().lease();
  ASSERT_FALSE(first.empty());
  EXPECT_EQ(book.by("cron", "06:40").outbox().lease(), first) << "the answer had been lost";
  EXPECT_TRUE(book.outbox().lease().empty()) << "they are on lease";
  book.by("cron", "06:41").outbox().acknowledge(first[0].id);
  book.by("cron", "06:41").outbox().acknowledge(first[0].id);
  EXPECT_EQ(book.outbox().deliveries("front-desk", kMonday, kMonday + days{1}).size(), 1u);
}

class CallsOnAFile : public InFolder {
 protected:
  [[nodiscard]] Book open() const {
    return Book::open(file("a.huddle"), {.create = true, .now = [] {
                                           return parse_instant("2026-11-23T05:00:00Z");
                                         }});
  }
  static std::string text_of(int n) { return "Win " + std::to_string(n); }
  static Story numbered(const Book& book, int n) {
    return book.team("front-desk").win(text_of(n), {.day = kMonday});
  }
};

TEST_F(CallsOnAFile, ThreadsAndBooksThatTellTheSameGetTheSame) {
  auto one = open(), two = open();
  one.load(parse_playbook(kSmallPlaybook));
  std::vector<Story> got(8);
  std::vector<std::thread> threads;
  for (std::size_t n = 0; n < got.size(); ++n) {
    threads.emplace_back([&, n] { got[n] = numbered((n % 2 ? one : two).by("", "7"), 7); });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& story : got) EXPECT_EQ(story, got[0]);
  EXPECT_EQ(one.team("front-desk").stories(kMonday, kMonday + days{1}).size(), 1u);
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
        for (int n = 0; n < kStories; ++n) (void)numbered(book.by("", std::to_string(n)), n);
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
  const auto stories = book.team("front-desk").stories(kMonday, kMonday + days{1});
  ASSERT_EQ(stories.size(), static_cast<std::size_t>(kStories)) << kills << " kills";
  for (int n = 0; n < kStories; ++n) {
    EXPECT_EQ(numbered(book.by("", std::to_string(n)), n).text, text_of(n));
  }
}

}  // namespace
}  // namespace huddlekit
