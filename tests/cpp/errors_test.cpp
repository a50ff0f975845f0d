#include "huddlekit/errors.hpp"

#include <gtest/gtest.h>

namespace huddlekit {
namespace {

TEST(Errors, HaveThePartsOfTheirSentence) {
  const InvalidArgument error("due: must not be before 2026-11-23, got \"a: b, got c\"");
  EXPECT_STREQ(error.code(), "invalid-argument");
  EXPECT_EQ(error.argument(), "due");
  EXPECT_EQ(error.rule(), "must not be before 2026-11-23");
  EXPECT_EQ(error.value(), "\"a: b, got c\"");
  EXPECT_EQ(error_parts("huddle: was held"), (ErrorParts{"huddle", "was held", ""}));
  EXPECT_EQ(error_parts("no colon"), (ErrorParts{"", "no colon", ""}));
  EXPECT_EQ(error_parts("line 1: a\nline 2: b"), ErrorParts{}) << "of several there is no one part";
  EXPECT_EQ(error_parts(""), ErrorParts{});
}

TEST(Errors, HaveACodeForEachKind) {
  EXPECT_STREQ(Error("e").code(), "error");
  EXPECT_STREQ(ParseError({{"f", 1, 2, "r"}}).code(), "parse");
  EXPECT_STREQ(NotFound("e").code(), "not-found");
  EXPECT_STREQ(Conflict("e").code(), "conflict");
  EXPECT_STREQ(StorageError("e", 5).code(), "storage");
  EXPECT_EQ(StorageError("e", 5).result(), 5);
}

}  // namespace
}  // namespace huddlekit
