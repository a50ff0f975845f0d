// Holding a huddle: the live calls of a book, and a round that goes into the journal.
#include "bindings.hpp"
#include "book_handle.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

using Now = std::optional<Instant>;

}  // namespace

void bind_holding(py::module_& m) {
  py::class_<LiveHuddle>(
      m, "LiveHuddle",
      "A huddle being held as a book keeps it: its `agenda`, its `state`, and how it stands on the "
      "`clock`. The keys of the segments are the names of their kinds, `round`. `attended` and "
      "`lesson_rating` are what has been noted so far, or None.")
      .def_readonly("agenda", &LiveHuddle::agenda)
      .def_readonly("state", &LiveHuddle::state)
      .def_readonly("clock", &LiveHuddle::clock)
      .def_readonly("attended", &LiveHuddle::attended)
      .def_readonly("lesson_rating", &LiveHuddle::lesson_rating)
      .def(py::self == py::self)
      .def("__repr__", [](const LiveHuddle& h) {
        return py::str("<LiveHuddle {!r}, {}, {!r} for {} s>")
            .format(h.agenda.id, py::cast(h.state.phase).attr("name").attr("lower")(),
                    h.state.segments[h.state.current].key, h.clock.took);
      });
  bind_value<RoundAnswer, 1>(
      m, "RoundAnswer",
      "What one person says in a round that is collected: what they do better from now on, and "
      "what a customer taught them. One of the two may be empty.",
      required("who", &RoundAnswer::who), field("improvement", &RoundAnswer::improvement),
      field("learned", &RoundAnswer::learned));
  bind_value<CollectedRound, 2>(
      m, "CollectedRound", "What a round has put into the journal, in the order of the answers.",
      field("improvements", &CollectedRound::improvements),
      field("lessons", &CollectedRound::lessons));
}

}  // namespace huddlekit::python
