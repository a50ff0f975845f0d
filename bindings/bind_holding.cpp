// Holding a huddle: the live calls of a book, and a round that goes into the journal.
#include "bindings.hpp"
#include "book_handle.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

/// Whole, it would fill the screen.
py::str live_summary(const LiveHuddle& h) {
  return py::str("<LiveHuddle {!r}, {}, {!r} for {} s>")
      .format(h.agenda.id, name_of(h.state.phase), h.state.segments.at(h.state.current).key,
              h.clock.took);
}

}  // namespace

void bind_holding(py::module_& m) {
  auto huddle = bind_value<LiveHuddle, 0>(
      m, "LiveHuddle",
      "A huddle being held as a book keeps it: its `agenda`, its `state`, and how it stands on the "
      "`clock`. The keys of the segments are the names of their kinds, `round`. `attended` and "
      "`lesson_rating` are what has been noted so far, or None.");
  huddle.attr("__repr__") =
      py::cpp_function(&live_summary, py::name("__repr__"), py::is_method(huddle));
  bind_value<RoundAnswer, 1>(
      m, "RoundAnswer",
      "What one person says in a round that is collected: what they do better from now on, and "
      "what a customer taught them. One of the two may be empty.");
  bind_value<CollectedRound, 2>(
      m, "CollectedRound", "What a round has put into the journal, in the order of the answers.");
}

}  // namespace huddlekit::python
