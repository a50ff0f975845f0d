#include "bindings.hpp"
#include "book_handle.hpp"
#include "huddlekit/lessons.hpp"
#include "values.hpp"

namespace huddlekit::python {

void bind_lessons(py::module_& m) {
  bind_value<LessonReview, 0>(
      m, "LessonReview",
      "One time that a lesson came back; `assumed` when nobody rated it: it counts as remembered.",
      required("huddle", &LessonReview::huddle), required("day", &LessonReview::day),
      field("rating", &LessonReview::rating), field("assumed", &LessonReview::assumed));
  bind_value<LessonStanding, 0>(
      m, "LessonStanding",
      "How well a team is taken to remember one lesson. `remembered` is the chance, 0 to 1; "
      "`state` "
      "is None until it has come back once.",
      required("lesson", &LessonStanding::lesson), field("state", &LessonStanding::state),
      field("heard", &LessonStanding::heard), required("due", &LessonStanding::due),
      field("remembered", &LessonStanding::remembered),
      field("good_in_a_row", &LessonStanding::good_in_a_row));
  bind_value<AlikeLessons, 0>(
      m, "AlikeLessons",
      "Two lessons that say nearly the same: `alike` is the share of their words that both have.",
      required("first", &AlikeLessons::first), required("second", &AlikeLessons::second),
      required("alike", &AlikeLessons::alike));
  bind_value<LessonLoad, 0>(
      m, "LessonLoad",
      "What a team's lesson slots can carry. `room` and `load` are lesson segments of the "
      "next 30 days; `merge` and "
      "`retire` would make room.",
      field("room", &LessonLoad::room), field("load", &LessonLoad::load),
      field("first_year", &LessonLoad::first_year),
      field("new_per_month", &LessonLoad::new_per_month), field("over", &LessonLoad::over),
      field("merge", &LessonLoad::merge), field("retire", &LessonLoad::retire));
}

void bind_lesson_calls(py::class_<BookHandle>& book) {
  book.def("retire_lesson", on_book(&Book::retire_lesson), "lesson"_a, "reason"_a,
           R"(The lesson comes back no more: it is in the checklist by now, or no longer true.

NotFoundError for no such id; ConflictError when it is merged, or retired for another reason.)")
      .def("merge_lesson", on_book(&Book::merge_lesson), "lesson"_a, "into"_a,
           "Lets another lesson stand for this one; both by id.")
      .def("recall", on_book(&Book::recall), "team"_a, py::kw_only(), "day"_a = py::none(),
           R"(How well the team is taken to remember each lesson that comes back to it.

>>> import huddlekit
>>> from datetime import date, datetime, timezone
>>> monday = date(2026, 11, 23)
>>> with huddlekit.open(
...     ":memory:", create=True, now=lambda: datetime(2026, 11, 23, 6, tzinfo=timezone.utc)
... ) as book:
...     report = book.load_pack("harbour-hotel")
...     lesson = book.lesson("kitchen", "Label every tray.", day=monday)
...     agenda = book.publish("kitchen", monday)
...     book.complete(agenda.id, lesson_rating=huddlekit.Rating.HARD)
...     standing = book.recall("kitchen")[0]
>>> standing.due, round(standing.state.stability, 2), standing.remembered
(datetime.date(2026, 11, 24), 1.29, 1.0)

Of the team's own lessons, its department's and everyone's, those that are active. `day` is the team's
today unless given; `remembered` is the chance on it. Method: FSRS-6, see `Recall`.)")
      .def("reviews", on_book(&Book::reviews), "lesson"_a, "team"_a,
           "When a lesson came back to a team, oldest first, and how it was remembered.")
      .def(
          "rebuild_recall", on_book(&Book::rebuild_recall),
          "Works every standing out anew from the reviews; answers how many differed, 0 in a sound "
          "book.")
      .def("lesson_capacity", on_book(&Book::lesson_capacity), "team"_a,
           R"(What the team's lesson slots can carry, and what would make room.

A slot is a lesson segment on the team's calendar in the next 30 days. Each lesson is taken to be shown
whenever it is due and remembered at nine in ten. `merge` lists lessons that say nearly the same, `retire`
those that are remembered beyond a year and were three times running.)");
}

}  // namespace huddlekit::python
