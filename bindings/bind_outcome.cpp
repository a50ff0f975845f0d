// What became of a huddle: the same arguments, whichever call records it.
#include "bindings.hpp"
#include "book_handle.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

using Names = std::vector<std::string>;
using std::chrono::seconds;

using Call = void (*)(Book&, const std::string&, const Outcome&, std::optional<Instant>);

template <class... Extra>
void define(py::class_<BookHandle>& book, const char* name, Call call, const char* doc,
            const Extra&... extra) {
  constexpr bool kWithNow = sizeof...(Extra) > 0;
  const auto run = [call](const BookHandle& self, const std::string& id,
                          std::optional<Names> attended, std::optional<std::string> led_by,
                          std::optional<seconds> took, std::map<std::string, seconds> lengths,
                          std::optional<Names> covered, std::optional<int> lesson_rating,
                          std::vector<NewCommitment> commitments, std::vector<Id> kept,
                          std::map<Id, std::string> missed, std::optional<Instant> now) {
    const Outcome outcome{.attended = std::move(attended),
                          .led_by = std::move(led_by),
                          .took = took,
                          .seconds = std::move(lengths),
                          .covered = std::move(covered),
                          .lesson_rating = maybe_rating(lesson_rating),
                          .commitments = std::move(commitments),
                          .kept = std::move(kept),
                          .missed = std::move(missed)};
    self([&](Book& b) { call(b, id, outcome, now); });
  };
  const auto bind = [&](auto function) {
    book.def(name, function, "huddle"_a, py::kw_only(), "attended"_a = py::none(),
             "led_by"_a = py::none(), "took"_a = py::none(),
             "seconds"_a = std::map<std::string, seconds>{}, "covered"_a = py::none(),
             "lesson_rating"_a = py::none(), "commitments"_a = std::vector<NewCommitment>{},
             "kept"_a = std::vector<Id>{}, "missed"_a = std::map<Id, std::string>{}, extra..., doc);
  };
  if constexpr (kWithNow) {
    bind(run);
  } else {
    bind([run](const BookHandle& self, const std::string& id, std::optional<Names> attended,
               std::optional<std::string> led_by, std::optional<seconds> took,
               std::map<std::string, seconds> lengths, std::optional<Names> covered,
               std::optional<int> lesson_rating, std::vector<NewCommitment> commitments,
               std::vector<Id> kept, std::map<Id, std::string> missed) {
      run(self, id, std::move(attended), std::move(led_by), took, std::move(lengths),
          std::move(covered), lesson_rating, std::move(commitments), std::move(kept),
          std::move(missed), {});
    });
  }
}

}  // namespace

void bind_outcome(py::module_& m) {
  bind_value<NewCommitment, 2>(
      m, "NewCommitment",
      "A commitment made at a huddle, on its day. `who` is a key, `due` a date.",
      required("who", &NewCommitment::who), required("text", &NewCommitment::text),
      required("due", &NewCommitment::due), field("for_customer", &NewCommitment::for_customer));
}

void bind_outcome_calls(py::class_<BookHandle>& book) {
  define(
      book, "complete",
      [](Book& b, const std::string& id, const Outcome& outcome, std::optional<Instant>) {
        b.complete(id, outcome);
      },
      R"(Records what became of a published huddle; what is left out was as planned.

`attended` are the keys of those present (None: not recorded), `took` and the `seconds` of each segment
are its length, {"round": 130}. `covered` are the segments there was time for (None: all): the stories and
the lesson of the others come again, and the turn in the customer's seat is given back. `lesson_rating`,
a `Rating` or 1 to 4, says how well the lesson was remembered; one that was reached and not rated counts
as remembered. `commitments` are new ones,
`kept` the ids of those that were kept, `missed` those that were not, with the reason. All of it is one
transaction. Telling the same twice changes nothing; ConflictError when it was cancelled, completed
with something else, or is on a day to come and more than 12 hours ahead.)");
  define(
      book, "amend",
      [](Book& b, const std::string& id, const Outcome& outcome, std::optional<Instant>) {
        b.amend(id, outcome);
      },
      R"(Corrects a completed huddle: what is given takes the place of what was recorded.

The arguments are those of `complete`. What is left out stays as it was recorded, and so do commitments.
ConflictError when it is not completed.)");
  define(
      book, "finish",
      [](Book& b, const std::string& id, const Outcome& outcome, std::optional<Instant> now) {
        b.finish(id, outcome, now);
      },
      R"(Ends a huddle that has begun, wherever it is, and completes it.

The arguments are those of `complete`; `took`, `seconds` and `covered` are as they were measured unless
given. Finishing twice changes nothing. ConflictError for a huddle that has not begun.)",
      "now"_a = py::none());
}

}  // namespace huddlekit::python
