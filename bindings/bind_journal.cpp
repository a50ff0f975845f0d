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
using Now = std::optional<Instant>;

void bind_stories_of(py::class_<Held<Journal>>& journal) {
  journal.def("story", on(&Journal::story), "id"_a, "The story with this id.")
      .def(
          "edit",
          [](const Held<Journal>& self, StoryId story, MaybeText text, MaybeNames values,
             MaybeNames who, MaybeText touch_point, MaybeText stage, MaybeText customer,
             std::optional<bool> inside_customer, MaybeNames tags, MaybeText promise,
             const MaybeText& by) {
            const StoryChange change{std::move(text),        std::move(values), std::move(who),
                                     std::move(touch_point), std::move(stage),  std::move(customer),
                                     inside_customer,        std::move(tags),   std::move(promise)};
            return self([&](const Journal& j) {
              return j.edit(story, change,
                            by ? std::optional<std::string_view>(*by) : std::nullopt);
            });
          },
          "story"_a, py::kw_only(), "text"_a = py::none(), "values"_a = py::none(),
          "who"_a = py::none(), "touch_point"_a = py::none(), "stage"_a = py::none(),
          "customer"_a = py::none(), "inside_customer"_a = py::none(), "tags"_a = py::none(),
          "promise"_a = py::none(), "by"_a = py::none(),
          R"(Changes a story, by its id; what is None stays. A text that is replaced is kept.

`by` is the key of whoever edits, if that is known. Published agendas stay as they are.)")
      .def("edits", on(&Journal::edits), "story"_a,
           "The texts that a story had before, oldest first.")
      .def("put_right", on(&Journal::put_right), "story"_a, "step"_a, py::kw_only(), "by"_a,
           "day"_a, R"(Records what was done for the customer of a miss, by whom and on which day.

A miss leaves the agenda with `Recovery.PUT_RIGHT`. Telling the same twice changes nothing;
ConflictError when somebody else did it, or on another day, or when the story is no miss.)")
      .def(
          "check_miss",
          [](const Held<Journal>& self, const std::string& text) {
            auto checked = self([&](const Journal& j) { return j.check_miss(text); });
            in_characters(text, checked);
            return checked;
          },
          "text"_a,
          "`check_blameless` with the names of everybody in the book: advice, never a refusal.");
}

void bind_lessons_of(py::class_<Held<Journal>>& journal) {
  journal
      .def("retire", on(&Journal::retire), "lesson"_a, "reason"_a,
           R"(The lesson comes back no more: it is in the checklist by now, or no longer true.

NotFoundError for no such id; ConflictError when it is merged, or retired for another reason.)")
      .def("merge", on(&Journal::merge), "lesson"_a, "into"_a,
           "Lets another lesson stand for this one; both by id.")
      .def("recall", on(&Journal::recall), "team"_a, py::kw_only(), "day"_a = py::none(),
           R"(How well the team is taken to remember each lesson that comes back to it.

>>> import huddlekit
>>> from datetime import date, datetime, timezone
>>> monday = date(2026, 11, 23)
>>> with huddlekit.open(
...     ":memory:", create=True, now=lambda: datetime(2026, 11, 23, 6, tzinfo=timezone.utc)
... ) as book:
...     report = book.load_pack("harbour-hotel")
...     team = book.team("kitchen")
...     lesson = team.lesson("Label every tray.", day=monday)
...     agenda = team.publish(monday)
...     book.huddle(agenda.id).complete(lesson_rating=huddlekit.Rating.HARD)
...     standing = book.journal().recall("kitchen")[0]
>>> standing.due, round(standing.state.stability, 2), standing.remembered
(datetime.date(2026, 11, 24), 1.29, 1.0)

Of the team's own lessons, its department's and everyone's, those that are active. `day` is the team's
today unless given; `remembered` is the chance on it. Method: FSRS-6, see `Recall`.)")
      .def("reviews", on(&Journal::reviews), "lesson"_a, "team"_a,
           "When a lesson came back to a team, oldest first, and how it was remembered.")
      .def(
          "rebuild_recall", on(&Journal::rebuild_recall),
          "Works every standing out anew from the reviews; answers how many differed, 0 in a sound "
          "book.")
      .def("lesson_load", on(&Journal::lesson_load), "team"_a,
           R"(What the team's lesson slots can carry, and what would make room.

A slot is a lesson segment on the team's calendar in the next 30 days. Each lesson is taken to be shown
whenever it is due and remembered at nine in ten. `merge` lists lessons that say nearly the same, `retire`
those that are remembered beyond a year and were three times running.)");
}

void bind_promises_of(py::class_<Held<Journal>>& journal) {
  journal
      .def("kept", on(&Journal::kept), "commitment"_a,
           "Closes a commitment, by its id, that was kept.")
      .def("missed", on(&Journal::missed), "commitment"_a, "reason"_a,
           "Closes a commitment that was not kept, and says why.")
      .def("dropped", on(&Journal::dropped), "commitment"_a, "reason"_a = "",
           "Closes a commitment that is not needed any more.")
      .def("renegotiate", on(&Journal::renegotiate), "commitment"_a, "due"_a, "reason"_a,
           R"(Gives an open commitment, by its id, a new day; the reason stays on record.

ConflictError when it is closed; InvalidArgumentError for the day it has, or one before it was made.)")
      .def("renegotiations", on(&Journal::renegotiations), "commitment"_a,
           "The days that a commitment had before, oldest first.")
      .def("kept_rate", on(&Journal::kept_rate), "team"_a, "start"_a, "end"_a,
           "How the commitments due from `start` to before `end` were kept, those to customers "
           "apart.")
      .def("hand_off", on(&Journal::hand_off), "story"_a, "to_team"_a, "question"_a,
           R"(Puts a story, by its id, into the hands of another team.

It stands on that team's agendas until somebody there answers; the answer stands on the next agenda of
the team that asked. ConflictError when the story waits for that team already.)")
      .def("answer", on(&Journal::answer), "hand_off"_a, "text"_a, py::kw_only(), "by"_a,
           "Answers what another team asked. `by` is the key of a member of the team that was "
           "asked.");
}

}  // namespace

void bind_journal(py::module_& m) {
  py::class_<Held<Journal>> journal(
      m, "Journal",
      "What happened, whichever team it happened to: entries by their ids, by `Book.journal`. A "
      "handle; an entry is told to a `Team`. NotFoundError for an id that the book does not have.");
  bind_stories_of(journal);
  bind_lessons_of(journal);
  bind_promises_of(journal);
  journal
      .def("calls", on(&Journal::calls), py::kw_only(), "limit"_a = 100,
           "The writes of the last 30 days that said who made them or had a name, the latest "
           "first; at most `limit`, 1 to 10,000.")
      .def("__repr__", [](const Held<Journal>&) { return "book.journal()"; });
}

}  // namespace huddlekit::python
