#include "bindings.hpp"
#include "huddlekit/recall.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

// Ratings come in as `Rating` or as a plain 1 to 4: `Rating` is an int to Python, and the core
// checks the range.
Rating rating_from(int rating) { return static_cast<Rating>(rating); }

py::tuple recall_weights(const Recall& recall) { return py::tuple(py::cast(recall.weights())); }

std::optional<RecallState> replay(const Recall& recall,
                                  const std::vector<std::pair<Day, int>>& log) {
  std::vector<Recall::Review> reviews;
  reviews.reserve(log.size());
  for (const auto& [day, rating] : log) reviews.push_back({day, rating_from(rating)});
  return recall.replay(reviews);
}

py::str recall_repr(const Recall& recall) {
  if (recall.weights() == Recall::kDefaultWeights) {
    return py::str("Recall(retention={!r}, max_interval={})")
        .format(recall.retention(), recall.max_interval());
  }
  return py::str("Recall({!r}, retention={!r}, max_interval={})")
      .format(recall_weights(recall), recall.retention(), recall.max_interval());
}

}  // namespace

void bind_recall(py::module_& m) {
  py::native_enum<Rating>(m, "Rating", "enum.IntEnum",
                          "How well a team remembered a lesson before it was shown again.")
      .value("AGAIN", Rating::kAgain, "not remembered")
      .value("HARD", Rating::kHard, "remembered with help")
      .value("GOOD", Rating::kGood, "remembered")
      .value("EASY", Rating::kEasy, "remembered easily")
      .finalize();
  bind_value<RecallState, 2>(m, "RecallState",
                             R"(What a team's memory of one lesson is taken to be.

`stability` is the number of days until nine in ten remember (0.001 to 1e300); `difficulty` runs from
1 (easy) to 10 (hard). The range is checked by the calls of `Recall` that take a state.)");

  py::class_<Recall>(m, "Recall",
                     R"(When a lesson should come back: FSRS-6 as in the package `fsrs` 6.3.

>>> recall = Recall()
>>> state = recall.first(Rating.GOOD)
>>> recall.interval(state)
2
>>> recall.interval(recall.review(state, 3, Rating.GOOD))
14

There are no learning steps and no random fuzz. Elapsed time is the difference of two local dates; a
review on the day of the last one follows the same-day rule, by which only `Rating.AGAIN` lowers the
stability. Ratings are `Rating` or 1 to 4.

`weights` are 21 numbers, each within FSRS-6's bounds, or None for the published ones; `retention` is
the chance of being remembered at which a lesson comes due, between 0 and 1; `max_interval` is the
longest interval in days, 1 to 36,500. InvalidArgumentError names the first that breaks its rule.
Values; safe to share between threads.)")
      .def(py::init([](const std::optional<std::vector<double>>& weights, double retention,
                       int max_interval) {
             return weights ? Recall(*weights, retention, max_interval)
                            : Recall(Recall::kDefaultWeights, retention, max_interval);
           }),
           "weights"_a = py::none(), "retention"_a = 0.9, "max_interval"_a = 180)
      .def(
          "first", [](const Recall& r, int rating) { return r.first(rating_from(rating)); },
          "rating"_a, "The state after the first rating.")
      .def(
          "review",
          [](const Recall& r, const RecallState& state, int elapsed_days, int rating) {
            return r.review(state, elapsed_days, rating_from(rating));
          },
          "state"_a, "elapsed_days"_a, "rating"_a,
          "The state after one more rating, `elapsed_days` (0 or more) after the last.")
      .def("retrievability", &Recall::retrievability, "state"_a, "elapsed_days"_a,
           "The chance that the lesson is remembered `elapsed_days` after its last rating; 1 on "
           "the same day.")
      .def(
          "days_remembered", &Recall::days_remembered, "state"_a, "start"_a, "end"_a,
          R"(The days in [start, end), counted from the last rating, on which it is expected to be remembered.

>>> round(Recall().days_remembered(RecallState(30, 5), 0, 90), 1)
79.2

The integral of `retrievability` in closed form.)")
      .def("interval", &Recall::interval, "state"_a,
           "Whole days from the last rating until the lesson is due; 1 to `max_interval`.")
      .def("replay", &replay, "reviews"_a,
           R"(The state that a log of (date, rating) pairs leads to; None for an empty one.

>>> from datetime import date
>>> shifts = [(date(2026, 11, 23), Rating.AGAIN), (date(2026, 11, 23), Rating.GOOD)]
>>> Recall().replay(shifts) == Recall().first(Rating.GOOD)
True

Of several ratings on one day the last counts. Days must not go backwards.)")
      .def_property_readonly("weights", &recall_weights)
      .def_property_readonly("retention", &Recall::retention)
      .def_property_readonly("max_interval", &Recall::max_interval)
      .def(py::self == py::self)
      .def("__repr__", &recall_repr)
      .def(py::pickle(
          [](const Recall& r) {
            return py::make_tuple(recall_weights(r), r.retention(), r.max_interval());
          },
          from_state("Recall", 3, [](const py::tuple& t) {
            return Recall(t[0].cast<std::vector<double>>(), t[1].cast<double>(), t[2].cast<int>());
          })));
}

}  // namespace huddlekit::python
