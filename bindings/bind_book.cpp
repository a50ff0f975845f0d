#include "bindings.hpp"
#include "book_handle.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/packs.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

using Names = std::vector<std::string>;
using MaybeText = std::optional<std::string>;
using MaybeDay = std::optional<Day>;

std::string_view packed(std::string_view name) {
  if (const auto text = pack_text(name)) return *text;
  const auto known = starter_packs();
  throw NotFound("pack: no such pack, got " + in_quotes(name) + did_you_mean(name, known));
}

void bind_playbook_calls(py::class_<BookHandle>& book) {
  book.def(
          "load",
          [](const BookHandle& self, const Playbook& playbook) {
            return self([&](Book& b) { return b.load(playbook); });
          },
          "playbook"_a, "Puts in a playbook made or read before.")
      .def(
          "load",
          [](const BookHandle& self, const std::filesystem::path& file) {
            return self([&](Book& b) { return b.load(read_playbook(file)); });
          },
          "path"_a,
          R"(Puts in what a playbook file says, by key, in one transaction.

What the same source said before and says no more is retired, never deleted; other sources stay.
Loading the same file twice changes nothing. Raises ParseError with all the file's problems, Conflict
for a key of another source, NotFoundError for a reference to nothing.)")
      .def(
          "load_pack",
          [](const BookHandle& self, const std::string& name) {
            return self([&](Book& b) { return b.load(parse_playbook(packed(name), name)); });
          },
          "name"_a,
          "Puts in a starter pack, one of `pack_names()`, or the example `harbour-hotel`.")
      .def("playbook", on_book(&Book::playbook),
           "What is in force now, all sources together; its `source` is empty.")
      .def("teams", on_book(&Book::teams), "Keys of the teams in force, in the order of the file.");
}

void bind_agenda_calls(py::class_<BookHandle>& book) {
  book.def(
          "agenda",
          [](const BookHandle& self, const std::string& team, Day day, const MaybeText& huddle) {
            return self(
                [&](Book& b) { return std::as_const(b).agenda(team, day, huddle.value_or("")); });
          },
          "team"_a, "day"_a, py::kw_only(), "huddle"_a = py::none(),
          R"(The published agenda, or a preview of what `publish` would store now. Never writes.

None on a day without a huddle, or with a cancelled one. `huddle` may be left out where one takes
place that day; else ConflictError lists them. NotFoundError for an unknown team or huddle.)")
      .def(
          "publish",
          [](const BookHandle& self, const std::string& team, Day day, const MaybeText& huddle) {
            return self([&](Book& b) { return b.publish(team, day, huddle.value_or("")); });
          },
          "team"_a, "day"_a, py::kw_only(), "huddle"_a = py::none(),
          R"(Stores the agenda once and returns the same ever after, whoever else publishes it too.

As `agenda` otherwise. ConflictError for a day more than 31 days after the team's local date.)")
      .def("publish_all", on_book(&Book::publish_all), "day"_a,
           "Publishes every huddle of every team on that local day, in one transaction.")
      .def("plan", on_book(&Book::plan), "team"_a, "start"_a, "end"_a,
           "The agendas from `start` on and before `end` as they would be published one after the "
           "other if nothing changes. Stores nothing; at most 400 days.")
      .def("revisions", on_book(&Book::revisions), "huddle"_a,
           "All revisions of a published huddle, first to last.")
      .def("revise", on_book(&Book::revise), "huddle"_a, "reason"_a, py::kw_only(),
           "away"_a = Names{},
           R"(Makes revision n + 1: replaces those who are `away`, takes in new notes and stories.

The value of the day and every earlier revision stay. `huddle` is an agenda's `id`, `reason` is shown.
NotFoundError for a huddle that is not published, ConflictError for one that is over.)")
      .def("cancel", on_book(&Book::cancel), "huddle"_a, "reason"_a,
           "Takes a huddle off the calendar, published or not, and gives its turns back. "
           "ConflictError when it is completed.");
}

void bind_journal_calls(py::class_<BookHandle>& book) {
  book.def(
          "lesson",
          [](const BookHandle& self, const std::string& team, const std::string& insight,
             const std::string& change, int importance, const MaybeText& value, MaybeDay day,
             Audience audience, std::optional<Id> story) {
            return self([&](Book& b) {
              return b.learn({.team = team,
                              .day = day ? *day : b.local_day(team),
                              .insight = insight,
                              .change = change,
                              .importance = importance,
                              .value = value.value_or(""),
                              .story = story,
                              .audience = audience});
            });
          },
          "team"_a, "insight"_a, py::kw_only(), "change"_a = "", "importance"_a = 1,
          "value"_a = py::none(), "day"_a = py::none(), "audience"_a = Audience::kTeam,
          "story"_a = py::none(),
          "Keeps what a story taught, and what changes, so that it comes back. `importance` is 1 "
          "to "
          "3; `value` is the key of the one it illustrates, `story` the id of the one it is from.")
      .def(
          "commit",
          [](const BookHandle& self, const std::string& team, const std::string& who,
             const std::string& text, Day due, MaybeDay made, bool for_customer) {
            return self([&](Book& b) {
              return b.commit({.team = team,
                               .who = {who, ""},
                               .text = text,
                               .made = made ? *made : b.local_day(team),
                               .due = due,
                               .for_customer = for_customer});
            });
          },
          "team"_a, "who"_a, "text"_a, py::kw_only(), "due"_a, "made"_a = py::none(),
          "for_customer"_a = false,
          "Notes who does what by when. `who` is a key, `made` the team's today unless given.")
      .def(
          "note",
          [](const BookHandle& self, const std::string& team, Day day, const std::string& text,
             const std::string& source) {
            return self([&](Book& b) {
              return b.note({.team = team, .day = day, .text = text, .from = source});
            });
          },
          "team"_a, "day"_a, "text"_a, py::kw_only(), "source"_a = "",
          "Adds something for one day only, from a person or from the host program.");

  const auto closer = [](CommitmentState state) {
    return [state](const BookHandle& self, Id id, const std::string& reason) {
      return self([&](Book& b) { return b.close(id, state, reason); });
    };
  };
  book.def(
          "kept",
          [](const BookHandle& self, Id id) {
            return self([&](Book& b) { return b.close(id, CommitmentState::kKept); });
          },
          "commitment"_a, "Closes a commitment, by its id, that was kept.")
      .def("missed", closer(CommitmentState::kMissed), "commitment"_a, "reason"_a,
           "Closes a commitment that was not kept, and says why.")
      .def("dropped", closer(CommitmentState::kDropped), "commitment"_a, "reason"_a = "",
           "Closes a commitment that is not needed any more.");

  book.def("lessons", on_book(&Book::lessons), "team"_a, py::kw_only(), "only_active"_a = true,
           "The lessons that the team has learned, oldest first.")
      .def("commitments", on_book(&Book::commitments), "team"_a, py::kw_only(),
           "only_open"_a = true, "The team's commitments, first due first.")
      .def("notes", on_book(&Book::notes), "team"_a, "day"_a, "What was noted for that day.");
}

void bind_caller_calls(py::class_<BookHandle>& book) {
  book.def("by", &BookHandle::by, "who"_a = py::none(), py::kw_only(), "call"_a = py::none(),
           R"(The same book, for writes that say who makes them and, by `call`, which one this is.

>>> import huddlekit
>>> with huddlekit.open(":memory:", create=True) as book:
...     report = book.load_pack("harbour-hotel")
...     first = book.by("ana", call="form-7f3").win("kitchen", "Found the ring")
...     again = book.by("ana", call="form-7f3").win("kitchen", "Found the ring")
>>> first == again
True

A write with a `call` that has been made within 30 days changes nothing and gives the answer that it gave
then, in whatever thread or process it is told again: one whose answer was lost may be told until there is
one. A name is of one write with all its arguments, the day included; one that has failed may be
told again. `who` is a person's key, or what the host calls its users. Each is one line of at most 200 bytes,
else InvalidArgumentError. The write itself is a ConflictError when the name is of another one, or when
somebody in its answer has been erased since. `feed` and `backup` are no writes; the answer of `forget` is
not kept.)")
      .def("calls", on_book(&Book::calls), py::kw_only(), "limit"_a = 100,
           "The writes of the last 30 days that said who made them or had a name, the latest "
           "first; at most `limit`, 1 to 10,000.");
}

void bind_file_calls(py::class_<BookHandle>& book) {
  book.def("backup", on_book(&Book::backup), "path"_a,
           "Writes a copy that opens, while others write. StorageError when the file exists.")
      .def_property_readonly("path", &BookHandle::path)
      .def_property_readonly("closed", &BookHandle::closed)
      .def("close", &BookHandle::close,
           "Closes the file, once calls of other threads are through. Closing twice is fine.")
      .def(
          "__enter__",
          [](BookHandle& self) -> BookHandle& {
            self([](Book&) {});  // a closed one cannot be entered
            return self;
          },
          py::return_value_policy::reference_internal)
      .def("__exit__", [](BookHandle& self, const py::object&, const py::object&,
                          const py::object&) { self.close(); })
      .def("__repr__", [](const BookHandle& self) {
        return py::str("<Book {!r}{}{}>")
            .format(self.path().string(), self.told(), self.closed() ? ", closed" : "");
      });
}

}  // namespace

void bind_book(py::module_& m) {
  using Report = LoadReport;
  bind_value<Report, 0>(
      m, "LoadReport",
      "What loading a playbook changed. `retired` was in that source before; it is "
      "kept, since old agendas refer to it.",
      field("added", &Report::added), field("changed", &Report::changed),
      field("retired", &Report::retired), field("unchanged", &Report::unchanged));

  bind_value<Call, 0>(m, "Call",
                      "A write that said who made it (`by`) or that had a name (`id`), as the book "
                      "remembers it for 30 days; `what` is the call, `at` when it was made.",
                      required("what", &Call::what), required("at", &Call::at),
                      field("by", &Call::by), field("id", &Call::id));
  py::class_<BookHandle> book(
      m, "Book",
      R"(The open file that holds the playbook and the journal; `open` gives one.

>>> import huddlekit
>>> from datetime import date
>>> with huddlekit.open(":memory:", create=True) as book:
...     report = book.load_pack("harbour-hotel")
...     agenda = book.agenda("kitchen", date(2026, 11, 23))
>>> agenda
<Agenda 'kitchen/2026-11-23/service', 5 segments in 480 s, a preview>

Every call that writes is one transaction: when it has returned, a kill at any instant loses nothing of
it, and when it raises, everything is as it was. Days are dates of the team (a datetime is refused).
A book may be shared among threads and its file among processes: whoever reads waits for nobody, whoever
writes takes turns, all without the GIL. After `close` or a fork every call is a ConflictError.)");
  bind_playbook_calls(book);
  bind_calendar_calls(book);
  bind_agenda_calls(book);
  bind_outcome_calls(book);
  bind_holding_calls(book);
  bind_feed_calls(book);
  bind_rota_calls(book);
  bind_report_calls(book);
  bind_story_calls(book);
  bind_people_calls(book);
  bind_reminder_calls(book);
  bind_journal_calls(book);
  bind_lesson_calls(book);
  bind_promise_calls(book);
  bind_caller_calls(book);
  bind_file_calls(book);

  m.def("open", &open_book, "path"_a, py::kw_only(), "create"_a = false, "read_only"_a = false,
        "busy_timeout"_a = 30.0, "now"_a = py::none(),
        R"(Opens a book, or `:memory:`.

`create` makes the file, readable by its owner alone, when there is none. `read_only` never writes.
`busy_timeout` is how many seconds a write waits for another process, up to a day. `now` is the clock,
a callable that gives aware datetimes; it must not call the book. A file of an older version is migrated
after a backup beside it. StorageError says which: no such file, not a huddlekit file, written by a
newer version, not readable.)");
  m.def("pack_names", &starter_packs,
        "The starter packs: values and prompts to begin with, for `Book.load_pack`.");
  m.def("pack_text", &packed, "name"_a, "The TOML of a starter pack, to read or to copy from.");
}

}  // namespace huddlekit::python
