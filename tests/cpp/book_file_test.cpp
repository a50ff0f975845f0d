// The file behind a book: made, shared, copied, refused.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <functional>
#include <thread>

#include "book_fixture.hpp"
#include "early.hpp"

namespace huddlekit {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;

using BookFile = InFolder;

TEST_F(BookFile, IsCreatedOnlyWhenAskedToAndForItsOwnerAlone) {
  EXPECT_THROW(Book::open(file("a.huddle"), {.now = early}), StorageError);
  EXPECT_FALSE(fs::exists(file("a.huddle")));
  Book::open(file("a.huddle"), {.create = true, .now = early});
  EXPECT_EQ(fs::status(file("a.huddle")).permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_NO_THROW(Book::open(file("a.huddle"), {.now = early}));
}

TEST_F(BookFile, WhatIsNoBookIsNamed) {
  std::ofstream(file("text")) << std::string(5000, 'x');
  std::ofstream(file("empty"));
  SQLite::Database(file("other").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE t (x)");
  Book::open(file("newer"), {.create = true, .now = early});
  SQLite::Database(file("newer").string(), SQLite::OPEN_READWRITE)
      .exec("PRAGMA user_version = 999");
  const auto message = [&](const char* name) -> std::string {
    try {
      Book::open(file(name), {.create = std::string(name) != "empty", .now = early});
    } catch (const StorageError& e) {
      return e.what();
    }
    return "opened";
  };
  EXPECT_NE(message("text").find("not a huddlekit file"), std::string::npos);
  EXPECT_NE(message("empty").find("not a huddlekit file"), std::string::npos);
  EXPECT_NE(message("other").find("not a huddlekit file"), std::string::npos);
  EXPECT_NE(message("newer").find("newer version"), std::string::npos);
  EXPECT_THROW(Book::open(file(""), {.now = early}), StorageError) << "a folder";
}

TEST_F(BookFile, ABackupOpensWhileAnotherWrites) {
  auto book = Book::open(file("a.huddle"), {.create = true, .now = early});
  book.load(parse_playbook(kSmallPlaybook, "small"));
  const auto monday = book.team("kitchen").publish(kMonday);
  auto writer = Book::open(file("a.huddle"), {.now = early});
  writer.team("kitchen").note("in the log, not in the file yet", kMonday);
  book.backup(file("copy.huddle"));
  EXPECT_EQ(Book::open(file("copy.huddle"), {.now = early}).team("kitchen").agenda(kMonday),
            monday);
  EXPECT_EQ(fs::status(file("copy.huddle")).permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_THROW(book.backup(file("copy.huddle")), StorageError);
}

TEST_F(BookFile, AReadOnlyBookInAReadOnlyFolderOpensAndStaysUntouched) {
  fs::create_directory(file("folder"));
  {
    auto book = Book::open(file("folder") / "a.huddle", {.create = true, .now = early});
    book.load(parse_playbook(kSmallPlaybook, "small"));
  }
  fs::permissions(file("folder") / "a.huddle", fs::perms(0444));
  fs::permissions(file("folder"), fs::perms(0555));
  for (auto p = file("folder").parent_path(); p != p.root_path(); p = p.parent_path()) {
    if (::getuid() == 0)
      fs::permissions(p, fs::perms::others_exec | fs::perms::others_read, fs::perm_options::add);
  }
  const pid_t child = ::fork();
  if (child == 0) {  // root may write anywhere: be nobody
    if (::getuid() == 0 && ::setuid(65534) != 0) ::_exit(9);
    try {
      auto book = Book::open(file("folder") / "a.huddle", {.read_only = true, .now = early});
      if (!book.team("kitchen").agenda(kMonday)) ::_exit(1);
      try {
        book.team("kitchen").publish(kMonday);
        ::_exit(2);
      } catch (const StorageError&) {
        ::_exit(0);
      }
    } catch (const std::exception& e) {
      std::fprintf(stderr, "%s\n", e.what());
      ::_exit(3);
    }
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  fs::permissions(file("folder"), fs::perms::owner_all);
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_EQ(std::distance(fs::directory_iterator(file("folder")), {}), 1);
}

/// Runs `work` in a child; answers what it answers.
int in_child(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 255;
}

TEST_F(BookFile, BothSidesOfAForkGoOn) {
  auto book = Book::open(file("a.huddle"), {.create = true, .now = early});
  book.load(parse_playbook(kSmallPlaybook, "small"));
  EXPECT_EQ(in_child([&] {
              auto inherited = std::move(book);
              inherited.team("kitchen").win("Told by the child");
              return 0;  // and closed
            }),
            0);
  book.team("kitchen").win("Told by the parent");
  EXPECT_TRUE(book.team("kitchen").publish(kMonday));
  const auto told = book.team("kitchen").stories(kMonday, kMonday + std::chrono::days{1});
  ASSERT_EQ(told.size(), 2u);
  EXPECT_NE(told[0].id, told[1].id);
}

TEST_F(BookFile, ABookInMemoryIsTheParentsAlone) {
  auto book = Book::open(":memory:", {.create = true, .now = early});
  book.load(parse_playbook(kSmallPlaybook, "small"));
  EXPECT_EQ(in_child([&] {
              try {
                (void)book.teams();
                return 1;
              } catch (const Conflict&) {
                return 0;
              }
            }),
            0);
  EXPECT_TRUE(book.team("kitchen").publish(kMonday));
}

TEST_F(BookFile, AForkWithinACallLeavesTheBookToTheParent) {
  auto book = Book::open(file("a.huddle"), {.create = true, .now = early});
  book.load(parse_playbook(kSmallPlaybook, "small"));
  int refused = 0;
  book.plan_all(kMonday, kMonday + std::chrono::days{1}, [&](const Agenda&) {
    refused += in_child([&] {
      int conflicts = 0;
      const auto is_refused = [&](const auto& call) {
        try {
          call();
        } catch (const Conflict&) {
          ++conflicts;
        }
      };
      is_refused([&] { (void)book.teams(); });
      is_refused([&] { (void)Book::open(file("a.huddle"), {.now = early}); });
      return conflicts;
    });
  });
  EXPECT_GE(refused, 2);
  EXPECT_EQ(refused % 2, 0);
  EXPECT_TRUE(book.team("kitchen").publish(kMonday));
}

TEST_F(BookFile, AForkWhileOthersAreInsideHangsNobody) {
  auto book = Book::open(file("a.huddle"), {.create = true, .now = early});
  book.load(parse_playbook(kSmallPlaybook, "small"));
  std::atomic<bool> over = false;
  std::atomic<int> told = 0;
  std::vector<std::thread> others;
  for (int n = 0; n < 3; ++n) {
    others.emplace_back([&, n] {
      while (!over) {
        if (n == 0) {
          book.team("kitchen").win("Told meanwhile");
          ++told;
        } else {
          (void)book.team("kitchen").agenda(kMonday);
        }
      }
    });
  }
  for (int round = 0; round < 20; ++round) {
    EXPECT_EQ(in_child([&] {
                book.team("kitchen").win("Told by a child");
                return 0;
              }),
              0);
  }
  over = true;
  for (auto& other : others) other.join();
  const auto all = book.team("kitchen").stories(kMonday, kMonday + std::chrono::days{1});
  EXPECT_EQ(all.size(), static_cast<std::size_t>(told) + 20);
}

TEST_F(BookFile, TheLogStaysShortAndGoesWithTheLastConnection) {
  const auto log = file("a.huddle-wal");
  {
    auto book = Book::open(file("a.huddle"), {.create = true, .now = early});
    book.load(parse_playbook(kSmallPlaybook, "small"));
    for (int n = 0; n < 400; ++n) book.team("kitchen").win(std::string(15'000, 'x'));
    EXPECT_LT(fs::file_size(log), 5'500'000u) << "6 MB were told, and more written";
    fs::resize_file(log, 4000);
    EXPECT_THROW((void)book.team("kitchen").win("Told into a log that is cut"), StorageError);
  }
  auto again = Book::open(file("b.huddle"), {.create = true, .now = early});
  again.load(parse_playbook(kSmallPlaybook, "small"));
  again = Book::open(":memory:", {.create = true, .now = early});
  EXPECT_FALSE(fs::exists(file("b.huddle-wal")));
}

TEST_F(BookFile, ThreadsMayShareABook) {
  auto book = Book::open(file("a.huddle"), {.create = true, .now = early});
  book.load(parse_playbook(kSmallPlaybook, "small"));
  std::vector<std::thread> threads;
  std::atomic<int> different{0};
  const auto first = book.team("kitchen").publish(kMonday);
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int day = 0; day < 20; ++day) {
        (void)book.publish_all(kMonday + days{day});
        if (book.team("kitchen").agenda(kMonday) != first) ++different;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(different, 0);
}

TEST_F(BookFile, AnotherProcessesLoadIsSeen) {
  auto book = Book::open(file("a.huddle"), {.create = true, .now = early});
  EXPECT_TRUE(book.teams().empty());
  Book::open(file("a.huddle"), {.now = early}).load(parse_playbook(kSmallPlaybook, "small"));
  EXPECT_EQ(keys(book.teams()), (std::vector<std::string>{"front-desk", "kitchen"}));
}

}  // namespace
}  // namespace huddlekit
