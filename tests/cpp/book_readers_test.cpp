// Who reads a book waits for nobody.
#include <algorithm>
#include <atomic>
#include <functional>
#include <future>
#include <thread>
#include <utility>

#include "book_fixture.hpp"
#include "early.hpp"

namespace huddlekit {
namespace {

const Day kMonday = parse_day("2026-11-23");

/// What this thread does the next time that it is asked for the time.
thread_local std::function<void()> hold_clock;
Instant held() {
  if (const auto hold = std::exchange(hold_clock, nullptr)) hold();
  return early();
}

class Readers : public ::testing::Test {
 protected:
  void SetUp() override { book().load(parse_playbook(kSmallPlaybook)); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Book& book() { return book_; }
  [[nodiscard]] std::string path() const { return (folder_ / "test.huddle").string(); }

 private:
  static std::filesystem::path new_folder() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    auto folder = std::filesystem::temp_directory_path() /
                  ("huddlekit-readers-" + std::to_string(::getpid()) + "-" + test->name());
    std::filesystem::create_directories(folder);
    return folder;
  }

  std::filesystem::path folder_ = new_folder();
  Book book_ = Book::open(path(), {.create = true, .now = held});
};

TEST_F(Readers, AnswerWhileAWriteOfTheSameBookIsUnderWay) {
  std::promise<void> inside, go_on;
  std::thread writer([&] {
    hold_clock = [&] {  // asked within the transaction, to refuse what is yet to come
      inside.set_value();
      go_on.get_future().wait();
    };
    (void)book().team("front-desk").lesson("Ask for the floor too", {.day = kMonday});
  });
  inside.get_future().wait();
  EXPECT_TRUE(book().team("front-desk").agenda(kMonday));
  EXPECT_TRUE(book().team("front-desk").lessons().empty());
  book().backup(path() + ".bak");
  EXPECT_TRUE(Book::open(path() + ".bak", {.now = early}).team("front-desk").lessons().empty());
  go_on.set_value();
  writer.join();
  EXPECT_EQ(book().team("front-desk").lessons().size(), 1u);
}

TEST_F(Readers, SeeWhatAnyThreadHasWrittenBeforeThem) {
  constexpr int kThreads = 4, kNotes = 25;
  std::vector<std::thread> threads;
  std::atomic<int> missed = 0;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (int n = 0; n < kNotes; ++n) {
        const auto text = std::to_string(t) + "." + std::to_string(n);
        (void)book().team("front-desk").note(text, kMonday);
        const auto notes = book().team("front-desk").notes(kMonday);
        missed += std::ranges::find(notes, text, &Note::text) == notes.end() ? 1 : 0;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(missed, 0);
  EXPECT_EQ(book().team("front-desk").notes(kMonday).size(), std::size_t{kThreads * kNotes});
}

TEST_F(Readers, AreToldWhenTheirFileIsGone) {
  EXPECT_TRUE(book().team("front-desk").agenda(kMonday));
  std::filesystem::rename(path(), path() + ".moved");
  EXPECT_THROW((void)book().team("front-desk").agenda(kMonday), StorageError);
  EXPECT_THROW((void)book().feed({}), StorageError);
  EXPECT_THROW((void)book().team("front-desk").note("Lost", kMonday), StorageError);
  std::filesystem::rename(path() + ".moved", path());
  EXPECT_TRUE(book().team("front-desk").notes(kMonday).empty());
}

TEST_F(Readers, SeeAPlaybookThatIsLoadedMeanwhile) {
  EXPECT_EQ(book().playbook().organisation->motto, "Keep promises, mend at once");
  auto changed = parse_playbook(kSmallPlaybook);
  changed.organisation->motto = "Mend it now";
  book().load(changed);
  EXPECT_EQ(book().playbook().organisation->motto, "Mend it now");
}

void ask_back(Book& book) {
  int agendas = 0;
  book.plan_all(kMonday, kMonday + std::chrono::days{7}, [&](const Agenda& agenda) {
    ++agendas;
    (void)book.team(agenda.team).note("Planned " + agenda.id, agenda.day);
    EXPECT_FALSE(book.team(agenda.team).notes(agenda.day).empty());
  });
  EXPECT_GT(agendas, 4);
}

TEST_F(Readers, WhoeverIsToldAPlanMayUseTheBook) { ask_back(book()); }

TEST(ReadersInMemory, WhoeverIsToldAPlanMayUseTheBook) {
  auto book = Book::open(":memory:", {.create = true, .now = early});
  book.load(parse_playbook(kSmallPlaybook));
  ask_back(book);
}

}  // namespace
}  // namespace huddlekit
