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

/// Tells a story; without a day, on the team's today.
Story tell(const BookHandle& self, MaybeDay day, const Names& who, const MaybeText& by,
           Story story) {
  for (const auto& key : who) story.who.push_back({key, ""});
  if (by) story.by = Person{*by, ""};
  return self([&](Book& book) {
    story.day = day ? *day : book.local_day(story.team);
    return book.tell(story);
  });
}

void bind_with_who(py::class_<BookHandle>& book, const char* name, StoryKind kind,
                   const char* doc) {
  book.def(
      name,
      [kind](const BookHandle& self, const std::string& team, const std::string& text, MaybeDay day,
             const Names& values, const Names& who, const MaybeText& by,
             const std::string& touch_point, const std::string& stage, const std::string& customer,
             bool inside_customer, const Names& tags) {
        return tell(self, day, who, by,
                    {.kind = kind,
                     .team = team,
                     .text = text,
                     .values = values,
                     .touch_point = touch_point,
                     .stage = stage,
                     .customer = customer,
                     .inside_customer = inside_customer,
                     .tags = tags});
      },
      "team"_a, "text"_a, py::kw_only(), "day"_a = py::none(), "values"_a = Names{},
      "who"_a = Names{}, "by"_a = py::none(), "touch_point"_a = "", "stage"_a = "",
      "customer"_a = "", "inside_customer"_a = false, "tags"_a = Names{}, doc);
}

void bind_tellers(py::class_<BookHandle>& book) {
  bind_with_who(book, "win", StoryKind::kWin,
                R"(Tells what went well, the colleagues behind it and the values it shows.

`day` is the team's today unless given, and not later. `who`, `values` and `by` are keys; without `by` it
is anonymous; nobody recognises themselves. `customer` says what sort of customer in free words,
`inside_customer` that it was a colleague. At most 20,000 bytes of text, 200 for each of the others, 20
tags. NotFoundError for an unknown key.)");
  bind_with_who(book, "improvement", StoryKind::kImprovement,
                "Tells what somebody does better from now on; as `win`.");
  book.def(
          "miss",
          [](const BookHandle& self, const std::string& team, const std::string& text, MaybeDay day,
             const Names& values, const MaybeText& by, const std::string& touch_point,
             const std::string& stage, const std::string& customer, bool inside_customer,
             const Names& tags, const std::string& promise) {
            return tell(self, day, {}, by,
                        {.kind = StoryKind::kMiss,
                         .team = team,
                         .text = text,
                         .values = values,
                         .touch_point = touch_point,
                         .stage = stage,
                         .customer = customer,
                         .inside_customer = inside_customer,
                         .tags = tags,
                         .promise = promise});
          },
          "team"_a, "text"_a, py::kw_only(), "day"_a = py::none(), "values"_a = Names{},
          "by"_a = py::none(), "touch_point"_a = "", "stage"_a = "", "customer"_a = "",
          "inside_customer"_a = false, "tags"_a = Names{}, "promise"_a = "",
          R"(Tells what went wrong: the situation, what happened, what we do now. It names nobody.

`promise` says which promise it broke. It stays in the agenda until `put_right`. `check_miss` warns of
words of blame. The rest is as in `win`.)")
      .def(
          "benchmark",
          [](const BookHandle& self, const std::string& team, const std::string& text, MaybeDay day,
             const Names& values, const MaybeText& by, const std::string& touch_point,
             const std::string& stage, const Names& tags) {
            return tell(self, day, {}, by,
                        {.kind = StoryKind::kBenchmark,
                         .team = team,
                         .text = text,
                         .values = values,
                         .touch_point = touch_point,
                         .stage = stage,
                         .tags = tags});
          },
          "team"_a, "text"_a, py::kw_only(), "day"_a = py::none(), "values"_a = Names{},
          "by"_a = py::none(), "touch_point"_a = "", "stage"_a = "", "tags"_a = Names{},
          "Tells of great service seen elsewhere; as `win`.");
}

void bind_later(py::class_<BookHandle>& book) {
  book.def("stories", on_book(&Book::stories), "team"_a, "start"_a, "end"_a,
           "The team's stories of the days from `start` on and before `end`, in order.")
      .def("story", on_book(&Book::story), "id"_a, "The story with this id.")
      .def(
          "edit_story",
          [](const BookHandle& self, Id story, MaybeText text, MaybeNames values, MaybeNames who,
             MaybeText touch_point, MaybeText stage, MaybeText customer,
             std::optional<bool> inside_customer, MaybeNames tags, MaybeText promise,
             const MaybeText& by) {
            const StoryChange change{std::move(text),        std::move(values), std::move(who),
                                     std::move(touch_point), std::move(stage),  std::move(customer),
                                     inside_customer,        std::move(tags),   std::move(promise)};
            return self([&](Book& b) {
              return b.edit_story(story, change,
                                  by ? std::optional<std::string_view>(*by) : std::nullopt);
            });
          },
          "story"_a, py::kw_only(), "text"_a = py::none(), "values"_a = py::none(),
          "who"_a = py::none(), "touch_point"_a = py::none(), "stage"_a = py::none(),
          "customer"_a = py::none(), "inside_customer"_a = py::none(), "tags"_a = py::none(),
          "promise"_a = py::none(), "by"_a = py::none(),
          R"(Changes a story, by its id; what is None stays. A text that is replaced is kept.

`by` is the key of whoever edits, if that is known. Published agendas stay as they are.)")
      .def("story_edits", on_book(&Book::story_edits), "story"_a,
           "The texts that a story had before, oldest first.")
      .def("put_right", on_book(&Book::put_right), "story"_a, "step"_a, py::kw_only(), "by"_a,
           "day"_a,
           R"(Records what was done for the customer of a miss, by whom and on which day.

A miss leaves the agenda with `Recovery.PUT_RIGHT`. Telling the same twice changes nothing;
ConflictError when somebody else did it, or on another day, or when the story is no miss.)")
      .def("open_misses", on_book(&Book::open_misses), "team"_a,
           "The team's misses that are not put right yet, oldest first.")
      .def(
          "check_miss",
          [](const BookHandle& self, const std::string& text) {
            auto checked = self([&](Book& b) { return b.check_miss(text); });
            in_characters(text, checked);
            return checked;
          },
          "text"_a,
          "`check_blameless` with the names of everybody in the book: advice, never a refusal.")
      .def(
          "search",
          [](const BookHandle& self, const std::string& words, const MaybeText& team,
             std::optional<EntryKind> kind, const MaybeText& value, MaybeDay start, MaybeDay end,
             int limit) {
            auto hits = self([&](Book& b) {
              return b.search(words,
                              {team.value_or(""), kind, value.value_or(""), start, end, limit});
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

}  // namespace

void bind_stories(py::module_& m) {
  bind_story_words(m);
  bind_value<RecoveryStep, 3>(m, "RecoveryStep", "One step taken for a customer after a miss.",
                              required("step", &RecoveryStep::step),
                              required("by", &RecoveryStep::by),
                              required("day", &RecoveryStep::day));
  bind_value<Story, 1>(
      m, "Story",
      "Something that happened. `who` are the colleagues behind it, `by` told it (None: "
      "anonymous), "
      "`values` are the keys of those it shows; `promise` and `recovery` are a miss's.",
      required("kind", &Story::kind), required("team", &Story::team), required("day", &Story::day),
      required("text", &Story::text), field("values", &Story::values), field("who", &Story::who),
      field("by", &Story::by), field("touch_point", &Story::touch_point),
      field("stage", &Story::stage), field("customer", &Story::customer),
      field("inside_customer", &Story::inside_customer), field("tags", &Story::tags),
      field("promise", &Story::promise), field("recovery", &Story::recovery),
      field("id", &Story::id));
  bind_value<StoryEdit, 0>(m, "StoryEdit",
                           "A text that a story had until `at`, when `by` edited it.",
                           required("at", &StoryEdit::at), required("text", &StoryEdit::text),
                           field("by", &StoryEdit::by));
  bind_value<SearchHit, 0>(
      m, "SearchHit",
      "One entry of the journal that holds all the words; each `(start, end)` of `found` is one of "
      "them: `snippet[start:end]`.",
      required("kind", &SearchHit::kind), required("id", &SearchHit::id),
      required("team", &SearchHit::team), required("day", &SearchHit::day),
      required("snippet", &SearchHit::snippet), field("found", &SearchHit::found));
}

void bind_story_calls(py::class_<BookHandle>& book) {
  bind_tellers(book);
  bind_later(book);
}

}  // namespace huddlekit::python
