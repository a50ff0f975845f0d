#include "bindings.hpp"
#include "book_handle.hpp"
#include "huddlekit/lessons.hpp"
#include "values.hpp"

namespace huddlekit::python {

void bind_lessons(py::module_& m) {
  bind_value<LessonReview, 0>(
      m, "LessonReview",
      "One time that a lesson came back; `assumed` when nobody rated it: it counts as remembered.");
  bind_value<LessonStanding, 0>(
      m, "LessonStanding",
      "How well a team is taken to remember one lesson. `remembered` is the chance, 0 to 1; "
      "`state` "
      "is None until it has come back once.");
  bind_value<AlikeLessons, 0>(
      m, "AlikeLessons",
      "Two lessons that say nearly the same: `alike` is the share of their words that both have.");
  bind_value<LessonLoad, 0>(
      m, "LessonLoad",
      "What a team's lesson slots can carry. `room` and `load` are lesson segments of the "
      "next 30 days; `merge` and "
      "`retire` would make room.");
}

}  // namespace huddlekit::python
