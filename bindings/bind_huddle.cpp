#include "bindings.hpp"
#include "book_handle.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

using Names = std::vector<std::string>;
using MaybeText = std::optional<std::string>;
using MaybeNames = std::optional<Names>;
using MaybeDay = std::optional<Day>;
using Now = std::optional<Instant>;

using std::chrono::seconds;
using Call = void (*)(const Huddle&, const Outcome&, Now);

template <class... Extra>
void define(py::class_<Held<Huddle>>& huddle, const char* name, Call call, const char* doc,
            const Extra&... extra) {
  constexpr bool kWithNow = sizeof...(Extra) > 0;
  const auto run = [call](const Held<Huddle>& self, std::optional<Names> attended,
                          std::optional<std::string> led_by, std::optional<seconds> took,
                          std::map<std::string, seconds> lengths, std::optional<Names> covered,
                          std::optional<int> lesson_rating, std::vector<NewCommitment> commitments,
                          std::vector<CommitmentId> kept,
                          std::map<CommitmentId, std::string> missed, Now now) {
    const Outcome outcome{.attended = std::move(attended),
                          .led_by = std::move(led_by),
                          .took = took,
                          .seconds = std::move(lengths),
                          .covered = std::move(covered),
                          .lesson_rating = maybe_rating(lesson_rating),
                          .commitments = std::move(commitments),
                          .kept = std::move(kept),
                          .missed = std::move(missed)};
    self([&](const Huddle& h) { call(h, outcome, now); });
  };
  const auto bind = [&](auto function) {
    huddle.def(name, function, py::kw_only(), "attended"_a = py::none(), "led_by"_a = py::none(),
               "took"_a = py::none(), "seconds"_a = std::map<std::string, seconds>{},
               "covered"_a = py::none(), "lesson_rating"_a = py::none(),
               "commitments"_a = std::vector<NewCommitment>{},
               "kept"_a = std::vector<CommitmentId>{},
               "missed"_a = std::map<CommitmentId, std::string>{}, extra..., doc);
  };
  if constexpr (kWithNow) {
    bind(run);
  } else {
    bind([run](const Held<Huddle>& self, std::optional<Names> attended,
               std::optional<std::string> led_by, std::optional<seconds> took,
               std::map<std::string, seconds> lengths, std::optional<Names> covered,
               std::optional<int> lesson_rating, std::vector<NewCommitment> commitments,
               std::vector<CommitmentId> kept, std::map<CommitmentId, std::string> missed) {
      run(self, std::move(attended), std::move(led_by), took, std::move(lengths),
          std::move(covered), lesson_rating, std::move(commitments), std::move(kept),
          std::move(missed), {});
    });
  }
}

void bind_agenda_of(py::class_<Held<Huddle>>& huddle) {
  huddle.def_property_readonly("id", &Held<Huddle>::key)
      .def_property_readonly("book", [](const Held<Huddle>& self) { return self.book(); })
      .def("entry", on(&Huddle::entry), "When it takes place, and what became of it.")
      .def("agenda", on(&Huddle::agenda),
           "The published agenda, or a preview of what `publish` would store now; None when it was "
           "cancelled. Never writes.")
      .def("publish", on(&Huddle::publish),
           "Stores the agenda once and returns the same ever after; None when it was cancelled. "
           "ConflictError for a day more than 31 days after the team's local date.")
      .def("revisions", on(&Huddle::revisions),
           "All revisions of a published huddle, first to last.")
      .def("revise", on(&Huddle::revise), "reason"_a, py::kw_only(), "away"_a = Names{},
           R"(Makes revision n + 1: replaces those who are `away`, takes in new notes and stories.

The value of the day and every earlier revision stay. `reason` is shown.
NotFoundError for a huddle that is not published, ConflictError for one that is over.)")
      .def("move", on(&Huddle::move), "to"_a, "reason"_a,
           R"(Lets one huddle take place at another local time, on a holiday too. Its id stays.

A published one is revised: moved within its day it keeps everything else; on another day its turns are
given back and it is composed anew. Moving it back undoes that. ConflictError when it has begun or is over, when the
meeting takes place on that day already, or for a published one more than 31 days ahead.)")
      .def("cancel", on(&Huddle::cancel), "reason"_a,
           "Takes a huddle off the calendar, published or not, and gives its turns back. "
           "ConflictError when it is completed.");
}

void bind_turns_of(py::class_<Held<Huddle>>& huddle) {
  huddle
      .def("expected", on(&Huddle::expected),
           "Those expected at a huddle, in the team's order; for a published one, when it was "
           "published.")
      .def("skip", on(&Huddle::skip), "role"_a = Role::kLead, "reason"_a = "",
           R"(Lets the turn pass whoever it falls to; that person stays first in line.

Answers whose turn it is now. A published huddle is revised, and that revision shows `reason`.)")
      .def(
          "swap",
          [](const Held<Huddle>& self, const std::string& colleague, Role role) {
            return self([&](const Huddle& h) { return h.swap(role, colleague); });
          },
          "colleague"_a, "role"_a = Role::kLead,
          R"(`colleague` takes this turn, and whoever had it takes the colleague's next one.

Answers both turns, or one where the colleague has none within 60 days. A published huddle is revised.
ConflictError when the colleague is not expected there or does not take turns.)");
}

void bind_holding_it(py::class_<Held<Huddle>>& huddle) {
  huddle
      .def("start", on(&Huddle::start), "now"_a = py::none(),
           R"(Begins a huddle, or goes on with one that has begun; publishes it where it is not.

>>> import huddlekit
>>> from datetime import datetime, timedelta, timezone
>>> now = datetime(2026, 11, 23, 8, 15, tzinfo=timezone.utc)
>>> with huddlekit.open(":memory:", create=True, now=lambda: now) as book:
...     report = book.load_pack("harbour-hotel")
...     huddle = book.huddle("kitchen/2026-11-23/service")
...     begun = huddle.start()
...     huddle.next(now=now + timedelta(seconds=40))
<LiveHuddle 'kitchen/2026-11-23/service', running, 'value' for 0 s>

Every call stores how the huddle stands: a process that was killed, or another one, goes on in the same
segment with the right clock. `now` is an aware datetime, the book's clock without one; a clock that
goes backwards counts nothing. ConflictError when the huddle is cancelled or completed.)")
      .def("next", on(&Huddle::next), "now"_a = py::none(),
           "Goes on to the next segment that is not cut, or ends after the last. A paused huddle "
           "runs again.")
      .def("pause", on(&Huddle::pause), "now"_a = py::none(),
           "Stops the clock; nothing when it is paused.")
      .def("resume", on(&Huddle::resume), "now"_a = py::none(),
           "Lets the clock run again; nothing when it runs.")
      .def("cut", on(&Huddle::cut), "segment"_a, py::kw_only(), "cut"_a = true,
           "now"_a = py::none(),
           "Takes a segment that is still to come out of the plan, or with `cut=False` back in.")
      .def("present", on(&Huddle::present), "people"_a,
           "Notes the keys of those who are there while the huddle is on; `finish` takes them from "
           "here unless it is told.")
      .def("collect_round", on(&Huddle::collect_round), "answers"_a,
           R"(Puts a round straight into the journal, in one transaction.

Each RoundAnswer becomes an improvement told by that person and a lesson of the team. Collecting the
same again changes nothing, and others may be added; ConflictError when somebody has said something
else there.)")
      .def(
          "rate_lesson",
          [](const Held<Huddle>& self, int rating) {
            return self(
                [&](const Huddle& h) { return h.rate_lesson(static_cast<Rating>(rating)); });
          },
          "rating"_a,
          "Notes how well the lesson was remembered, a `Rating` or 1 to 4, for `finish`.")
      .def("live", on(&Huddle::live), "now"_a = py::none(),
           "How it stands; None when it has not begun. Never writes.");
}

void bind_outcomes(py::class_<Held<Huddle>>& huddle) {
  define(
      huddle, "complete", [](const Huddle& h, const Outcome& outcome, Now) { h.complete(outcome); },
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
      huddle, "amend", [](const Huddle& h, const Outcome& outcome, Now) { h.amend(outcome); },
      R"(Corrects a completed huddle: what is given takes the place of what was recorded.

The arguments are those of `complete`. What is left out stays as it was recorded, and so do commitments.
ConflictError when it is not completed.)");
  define(
      huddle, "finish",
      [](const Huddle& h, const Outcome& outcome, Now now) { h.finish(outcome, now); },
      R"(Ends a huddle that has begun, wherever it is, and completes it.

The arguments are those of `complete`; `took`, `seconds` and `covered` are as they were measured unless
given. Finishing twice changes nothing. ConflictError for a huddle that has not begun.)",
      "now"_a = py::none());
}

}  // namespace

void bind_huddle(py::module_& m) {
  py::class_<Held<Huddle>> huddle(
      m, "Huddle",
      R"(One huddle of a book by its id, by `Book.huddle`: a handle, which keeps nothing of the huddle.

It is found wherever it has moved to. Once its book is closed every call is a ConflictError.)");
  bind_agenda_of(huddle);
  bind_turns_of(huddle);
  bind_holding_it(huddle);
  bind_outcomes(huddle);
  huddle
      .def("__eq__",
           [](const Held<Huddle>& self, const Held<Huddle>& other) { return self == other; })
      .def("__hash__", [](const Held<Huddle>& self) { return py::hash(py::str(self.key())); })
      .def("__repr__", [](const Held<Huddle>& self) {
        return py::str("book.huddle({!r})").format(self.key());
      });
}

}  // namespace huddlekit::python
