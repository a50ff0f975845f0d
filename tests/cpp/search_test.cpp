#include "book_fixture.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

class Searching : public WithBook {
 protected:
  StoryId win(const std::string& text, int days_ago = 0, const std::string& team = "kitchen",
              const std::vector<std::string>& values = {}) {
    return book.team(team).win(text, {.values = values, .day = kMonday - days{days_ago}}).id;
  }
  std::vector<Id> ids(const std::string& words, const SearchOptions& options = {}) {
    std::vector<Id> out;
    for (const auto& hit : book.search(words, options)) out.push_back(hit.id);
    return out;
  }
};

using Ids = std::vector<Id>;

TEST_P(Searching, AllWordsHaveToBeThereWhateverTheirCaseAndAccents) {
  const auto one = win("Zé found the guest’s purse under the PIANO.");
  win("The piano was tuned.");
  EXPECT_EQ(ids("piano purse"), Ids{one});
  EXPECT_EQ(ids("ze Púrse"), Ids{one});
  EXPECT_EQ(ids("piano violin"), Ids{});
}

TEST_P(Searching, TheBetterMatchComesFirstAndOfEqualsTheFresher) {
  const Id old = win("A guest lost a ring.", 3);
  const Id fresh = win("A guest lost a ring.", 1);
  const Id best = win("Ring, ring.", 9);
  EXPECT_EQ(ids("ring"), (Ids{best, fresh, old}));
  EXPECT_EQ(ids("ring", {.limit = 2}), (Ids{best, fresh}));
}

TEST_P(Searching, FiltersLeaveOutTheRest) {
  const Id kitchen = win("Soup at midnight.", 2, "kitchen", {"own-it"});
  const Id desk = win("Soup sent up.", 1, "front-desk");
  const Id miss = book.team("kitchen").miss("The soup was cold.", {.day = kMonday}).id;
  EXPECT_EQ(ids("soup", {.team = "front-desk"}), Ids{desk});
  EXPECT_EQ(ids("soup", {.kind = EntryKind::kMiss}), Ids{miss});
  EXPECT_EQ(ids("soup", {.value = "own-it"}), Ids{kitchen});
  EXPECT_EQ(ids("soup", {.start = kMonday - days{1}, .end = kMonday}), Ids{desk});
  EXPECT_EQ(ids("soup", {.kind = EntryKind::kLesson}), Ids{});
  EXPECT_EQ(ids("soup").size(), 3u);
}

TEST_P(Searching, LessonsAreFoundByInsightAndByChange) {
  const auto lesson = book.team("kitchen").lesson(
      "Unlabelled trays get lost.",
      {.change = "We label every tray.", .value = "easy", .day = kMonday});
  for (const auto* words : {"unlabelled", "label tray"}) {
    const auto hits = book.search(words);
    ASSERT_EQ(hits.size(), 1u) << words;
    EXPECT_EQ(hits[0].kind, EntryKind::kLesson);
    EXPECT_EQ(hits[0].id, lesson.id);
  }
  EXPECT_EQ(book.search("label", {.value = "easy"}).size(), 1u);
  EXPECT_TRUE(book.search("label", {.value = "listen"}).empty());
}

TEST_P(Searching, TheSnippetShowsWhereItWasFound) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "word ";
  win(text + "the café’s needle " + text);
  const auto hit = book.search("cafe needle").at(0);
  EXPECT_LT(hit.snippet.size(), 300u);
  ASSERT_EQ(hit.found.size(), 2u);
  EXPECT_EQ(hit.snippet.substr(hit.found[0].first, hit.found[0].second - hit.found[0].first),
            "café");
  EXPECT_EQ(hit.snippet.substr(hit.found[1].first, hit.found[1].second - hit.found[1].first),
            "needle");
}

TEST_P(Searching, NothingInTheWordsIsAnOperator) {
  const auto one = win("Text: NEAR the \"old\" door - and not (the) new* one ^ AND more OR less.");
  for (const auto* words :
       {"NEAR",       "\"old\"", "near(old door)", "new*",        "- and",    "NOT",      "text:",
        "AND",        "OR less", "(the)",          "^ and",       "\"",       "*",        "-",
        ":",          "NEAR(",   "\"old",          "text : near", "col:near", "{a b}: c", "a + b",
        "old \" door"}) {
    EXPECT_NO_THROW((void)book.search(words)) << words;
  }
  EXPECT_EQ(ids("near \"old\""), Ids{one});
  EXPECT_EQ(ids("NOT door"), Ids{one});
  EXPECT_EQ(ids("ne*"), Ids{}) << "a star completes nothing";
  EXPECT_EQ(ids("old OR violin"), Ids{}) << "all words have to be there";
  std::string many;
  for (int i = 0; i < 490; ++i) many += "a ";
  EXPECT_NO_THROW((void)book.search(many));
}

TEST_P(Searching, WhatIsNoQuestionIsRefused) {
  for (const std::string words : {std::string(), std::string("  "), std::string("a\0b", 3),
                                  std::string("\xff"), std::string(1'001, 'x')}) {
    EXPECT_THROW((void)book.search(words), InvalidArgument);
  }
  EXPECT_THROW((void)book.search("x", {.limit = 0}), InvalidArgument);
  EXPECT_THROW((void)book.search("x", {.limit = 1'001}), InvalidArgument);
  EXPECT_THROW((void)book.search("x", {.team = "kitchn"}), NotFound);
  EXPECT_THROW((void)book.search("x", {.value = "own"}), NotFound);
}

TEST_P(Searching, AnEditedTextIsFoundByItsNewWordsAlone) {
  const auto one = win("Before the storm.");
  book.journal().edit(one, {.text = "After the rain."});
  EXPECT_EQ(ids("storm"), Ids{});
  EXPECT_EQ(ids("rain"), Ids{one});
}

INSTANTIATE_TEST_SUITE_P(Book, Searching, ::testing::Bool(), [](const auto& parameter) {
  return parameter.param ? "OnAFile" : "InMemory";
});

}  // namespace
}  // namespace huddlekit
