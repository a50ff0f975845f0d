// The file behind a book: made, shared, copied, refused.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
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

TEST_F(BookFile, UseAfterForkIsRefusedAndTheParentGoesOn) {
  auto book = Book::open(file("a.huddle"), {.create = true, .now = early});
  book.load(parse_playbook(kSmallPlaybook, "small"));
  const pid_t child = ::fork();
  if (child == 0) {
    int code = 1;
    {
      auto inherited = std::move(book);
      try {
        (void)inherited.teams();
      } catch (const Conflict&) {
        code = 0;
      }
    }
    ::_exit(code);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_TRUE(book.team("kitchen").publish(kMonday));
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
