// Every schema ever released keeps a book in tests/data/books; today's library goes on with it.
#include <gtest/gtest.h>

#include "book_fixture.hpp"
#include "early.hpp"
#include "store/schema/schema.hpp"

namespace huddlekit {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono;

class Migration : public InFolder {
 protected:
  /// A working copy of the book of that version.
  fs::path copy_of(int version) {
    const auto name = "v" + std::to_string(version) + ".huddle";
    fs::copy_file(fs::path(HUDDLEKIT_TEST_DATA) / "books" / name, file("old.huddle"));
    fs::permissions(file("old.huddle"), fs::perms::owner_read | fs::perms::owner_write);
    return file("old.huddle");
  }
  static Book open(const fs::path& path) {
    return Book::open(path, {.now = [] { return sys_days{2026y / 10 / 8} + 6h; }});
  }
};

TEST_F(Migration, ABookOfVersionOneKeepsEverythingAndGoesOn) {
  auto book = open(copy_of(1));
  const Day monday{2026y / October / 5};
  EXPECT_EQ(keys(book.teams()), (std::vector<std::string>{"front-desk", "kitchen"}));
  const auto stories = book.team("front-desk").stories(monday, monday + days{7});
  ASSERT_EQ(stories.size(), 2);
  EXPECT_EQ(stories[0].text, "Ana carried a guest's cello up four floors.");
  EXPECT_EQ(stories[0].who.at(0).key, "ana");
  EXPECT_EQ(stories[0].by->key, "ben");
  ASSERT_EQ(book.team("front-desk").lessons().size(), 1);
  EXPECT_EQ(book.team("front-desk").lessons()[0].importance, 2);
  ASSERT_EQ(book.team("front-desk").commitments().size(), 1);
  EXPECT_TRUE(book.team("front-desk").commitments()[0].for_customer);
  EXPECT_EQ(book.team("front-desk").notes(monday).size(), 1);
  EXPECT_EQ(book.team("front-desk").absences(monday, monday + days{7}).size(), 1);

  const auto states = [&](Day day) {
    return book.team("front-desk").calendar(day, day + days{1}).at(0).state;
  };
  EXPECT_EQ(states(monday), HuddleState::kCompleted);
  EXPECT_EQ(states(monday + days{7}), HuddleState::kCancelled);
  const auto held = book.team("front-desk").agenda(monday);
  ASSERT_TRUE(held && held->published);
  EXPECT_EQ(held->segments.back().kind == SegmentKind::kClose ||
                held->segments.back().kind == SegmentKind::kFinishEarly,
            true);
  const auto next = book.team("front-desk").publish(monday + days{3});
  ASSERT_TRUE(next);
  book.huddle(next->id).complete();
}

TEST_F(Migration, ABackupOfTheOldBookLiesBesideIt) {
  const auto path = copy_of(1);
  (void)open(path);
  const bool migrated = migrations().size() > 1;
  EXPECT_EQ(fs::exists(path.string() + ".v1.bak"), migrated);
  if (!migrated) return;
  fs::rename(path.string() + ".v1.bak", file("again.huddle"));
  EXPECT_EQ(open(file("again.huddle")).team("front-desk").lessons().size(), 1);
}

TEST_F(Migration, AReadOnlyOldBookSaysWhatToDo) {
  const auto path = copy_of(1);
  if (migrations().size() == 1) GTEST_SKIP() << "there is one version only";
  EXPECT_THROW(Book::open(path, {.read_only = true, .now = early}), StorageError);
}

}  // namespace
}  // namespace huddlekit
