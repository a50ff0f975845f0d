#include "huddlekit/ids.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace huddlekit {
namespace {

// A story's id goes nowhere where a lesson's belongs, nor does a bare number.
static_assert(!std::is_convertible_v<StoryId, LessonId>);
static_assert(!std::is_convertible_v<Id, StoryId>);
static_assert(!std::is_assignable_v<LessonId&, StoryId>);
template <class One, class Other>
concept Comparable = requires(One one, Other other) { one == other; };
static_assert(Comparable<StoryId, StoryId> && !Comparable<StoryId, LessonId>);

TEST(Ids, ReadAsTheNumbersThatTheyAreMadeOf) {
  EXPECT_EQ(StoryId(12), 12);
  EXPECT_LT(StoryId(12), StoryId(13));
  EXPECT_EQ(StoryId{}, StoryId(0));
}

}  // namespace
}  // namespace huddlekit
