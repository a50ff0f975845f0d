#include <gtest/gtest.h>

#include "huddlekit/huddlekit.hpp"
#include "huddlekit/words.hpp"

namespace huddlekit {
namespace {

TEST(Enumerators, AreReadBackAsWhatTheyStandFor) {
  for (const auto step : {Recovery::kHeard, Recovery::kApologised, Recovery::kPutRight}) {
    EXPECT_EQ(parse<Recovery>(to_string(step)), step);
  }
  EXPECT_STREQ(to_string(Recovery::kPutRight), "put-right");
}

TEST(Enumerators, ThatAreNoneAreRefusedWithAllThatThereAre) {
  try {
    (void)parse<Scope>("firm");
    FAIL();
  } catch (const InvalidArgument& error) {
    EXPECT_STREQ(error.what(), "word: must be one of organisation, team, got \"firm\"");
  }
  EXPECT_THROW((void)to_string(static_cast<Scope>(7)), InvalidArgument);
}

}  // namespace
}  // namespace huddlekit
