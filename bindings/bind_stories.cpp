#include "bindings.hpp"
#include "book_handle.hpp"
#include "places.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

using Names = std::vector<std::string>;
using MaybeText = std::optional<std::string>;
using MaybeNames = std::optional<Names>;
using MaybeDay = std::optional<Day>;

void bind_story_words(py::module_& m) {
  py::native_enum<StoryKind>(m, "StoryKind", "enum.Enum", "What sort of thing happened.")
      .value("WIN", StoryKind::kWin, "it went well")
      .value("MISS", StoryKind::kMiss, "a promise broken, told without blame")
      .value("BENCHMARK", StoryKind::kBenchmark, "great service seen elsewhere")
      .value("IMPROVEMENT", StoryKind::kImprovement, "something done better from now on")
      .finalize();
  py::native_enum<Recovery>(m, "Recovery", "enum.Enum", "The steps of making a miss good again.")
      .value("HEARD", Recovery::kHeard)
      .value("APOLOGISED", Recovery::kApologised)
      .value("PUT_RIGHT", Recovery::kPutRight, "it leaves the agenda")
      .finalize();
  py::native_enum<EntryKind>(m, "EntryKind", "enum.Enum", "What `Book.search` can find.")
      .value("WIN", EntryKind::kWin)
      .value("MISS", EntryKind::kMiss)
      .value("BENCHMARK", EntryKind::kBenchmark)
      .value("IMPROVEMENT", EntryKind::kImprovement)
      .value("LESSON", EntryKind::kLesson)
      .finalize();
}

}  // namespace

void bind_stories(py::module_& m) {
  bind_story_words(m);
  bind_value<RecoveryStep, 3>(m, "RecoveryStep", "One step taken for a customer after a miss.");
  bind_value<Story, 1>(
      m, "Story",
      "Something that happened. `who` are the colleagues behind it, `by` told it (None: "
      "anonymous), "
      "`values` are the keys of those it shows; `promise` and `recovery` are a miss's.");
  bind_value<StoryEdit, 0>(m, "StoryEdit",
                           "A text that a story had until `at`, when `by` edited it.");
  bind_value<SearchHit, 0>(
      m, "SearchHit",
      "One entry of the journal that holds all the words; each `(start, end)` of `found` is one of "
      "them: `snippet[start:end]`.");
}

void bind_search_calls(py::class_<BookHandle>& book) {
  book.def(
      "search",
      [](const BookHandle& self, const std::string& words, const MaybeText& team,
         std::optional<EntryKind> kind, const MaybeText& value, MaybeDay start, MaybeDay end,
         int limit) {
        auto hits = self([&](Book& b) {
          return b.search(words, {team.value_or(""), kind, value.value_or(""), start, end, limit});
        });
        for (auto& hit : hits) {
          for (auto& [from, until] : hit.found) {
            from = characters(std::string_view(hit.snippet).substr(0, from));
            until = characters(std::string_view(hit.snippet).substr(0, until));
          }
        }
        return hits;
      },
      "words"_a, py::kw_only(), "team"_a = py::none(), "kind"_a = py::none(),
      "value"_a = py::none(), "start"_a = py::none(), "end"_a = py::none(), "limit"_a = 10,
      R"(Stories and lessons that hold all the words, best first, fresher before older.

Case and accents do not matter; nothing in `words` is an operator. Of more than 5,000 stories that fit, the
5,000 told last are ranked. `end` is the first day that is not
searched any more; `limit` is 1 to 1,000. InvalidArgumentError for words that are empty or more than
1,000 bytes.)");
}

}  // namespace huddlekit::python
