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

void bind_holding_calls(py::class_<BookHandle>& book) {
  const auto step = [&](const char* name, LiveHuddle (Book::*call)(std::string_view, Now),
                        const char* doc) {
    book.def(
        name,
        [call](const BookHandle& self, const std::string& id, Now now) {
          return self([&](Book& b) { return (b.*call)(id, now); });
        },
        "huddle"_a, py::kw_only(), "now"_a = py::none(), doc);
  };
  step("start", &Book::start,
       R"(Begins a huddle, or goes on with one that has begun; publishes it where it is not.

>>> import huddlekit
>>> from datetime import datetime, timedelta, timezone
>>> now = datetime(2026, 11, 23, 8, 15, tzinfo=timezone.utc)
>>> with huddlekit.open(":memory:", create=True, now=lambda: now) as book:
...     report = book.load_pack("harbour-hotel")
...     begun = book.start("kitchen/2026-11-23/service")
...     book.next_segment("kitchen/2026-11-23/service", now=now + timedelta(seconds=40))
<LiveHuddle 'kitchen/2026-11-23/service', running, 'value' for 0 s>

Every call stores how the huddle stands: a process that was killed, or another one, goes on in the same
segment with the right clock. `now` is an aware datetime, the book's clock without one; a clock that
goes backwards counts nothing. ConflictError when the huddle is cancelled or completed.)");
  step("next_segment", &Book::next_segment,
       "Goes on to the next segment that is not cut, or ends after the last. A paused huddle runs "
       "again.");
  step("pause", &Book::pause, "Stops the clock; nothing when it is paused.");
  step("resume", &Book::resume, "Lets the clock run again; nothing when it runs.");
  book.def("cut", on_book(&Book::cut), "huddle"_a, "segment"_a, py::kw_only(), "cut"_a = true,
           "now"_a = py::none(),
           "Takes a segment that is still to come out of the plan, or with `cut=False` back in.")
      .def("present", on_book(&Book::present), "huddle"_a, "people"_a,
           "Notes the keys of those who are there while the huddle is on; `finish` takes them from "
           "here unless it is told.")
      .def(
          "rate_lesson",
          [](const BookHandle& self, const std::string& id, int rating) {
            return self([&](Book& b) { return b.rate_lesson(id, static_cast<Rating>(rating)); });
          },
          "huddle"_a, "rating"_a,
          "Notes how well the lesson was remembered, a `Rating` or 1 to 4, for `finish`.")
      .def(
          "live",
          [](const BookHandle& self, const std::string& id, Now now) {
            return self([&](Book& b) { return std::as_const(b).live(id, now); });
          },
          "huddle"_a, py::kw_only(), "now"_a = py::none(),
          "How a huddle stands; None when it has not begun. Never writes.")
      .def("collect_round", on_book(&Book::collect_round), "huddle"_a, "answers"_a,
           R"(Puts a round straight into the journal, in one transaction.

Each RoundAnswer becomes an improvement told by that person and a lesson of the team. Collecting the
same again changes nothing, and others may be added; ConflictError when somebody has said something
else there.)");
}

}  // namespace huddlekit::python
