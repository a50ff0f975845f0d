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
           "What is in force now, all sources together; its `source` is empty.");
}

/// All teams at once.
void bind_agenda_calls(py::class_<BookHandle>& book) {
  book.def("agendas", on_book(&Book::agendas), "day"_a,
           "The agenda of every huddle of that local day, published or a preview. Never writes.")
      .def("publish_all", on_book(&Book::publish_all), "day"_a,
           "Publishes every huddle of every team on that local day, in one transaction.")
      .def("meeting_at", on_book(&Book::meeting_at), "instant"_a,
           "The huddles of all teams going on at an aware datetime: begun, and their time not "
           "over.");
}

/// Handles refer to the book: each is one about one thing.
void bind_handle_calls(py::class_<BookHandle>& book) {
  book.def(
          "team",
          [](const BookHandle& self, const std::string& key) {
            self([&](Book& b) { (void)b.team(key); });
            return Held<Team>(self, key);
          },
          "key"_a,
          "One team. NotFoundError, naming the nearest, for one that the book does not have.")
      .def(
          "teams",
          [](const BookHandle& self) {
            std::vector<Held<Team>> out;
            for (const auto& team : self([](Book& b) { return b.teams(); })) {
              out.emplace_back(self, team.key());
            }
            return out;
          },
          "The teams in force, in the order of the file.")
      .def(
          "huddle",
          [](const BookHandle& self, const std::string& id) {
            self([&](Book& b) { (void)b.huddle(id); });
            return Held<Huddle>(self, id);
          },
          "id"_a,
          "One huddle, wherever it has moved to. NotFoundError for one that is not on the "
          "calendar.")
      .def(
          "journal", [](const BookHandle& self) { return Held<Journal>(self); },
          "What happened, by the ids of the entries.")
      .def(
          "people", [](const BookHandle& self) { return Held<People>(self); },
          "What people wish, when they are away, what is kept of them.")
      .def(
          "proposals", [](const BookHandle& self) { return Held<Proposals>(self); },
          "What people propose for the playbook.")
      .def(
          "outbox", [](const BookHandle& self) { return Held<Outbox>(self); },
          "What wants to go out by now.");
}

void bind_caller_calls(py::class_<BookHandle>& book) {
  book.def("by", &BookHandle::by, "who"_a = py::none(), py::kw_only(), "call"_a = py::none(),
           R"(The same book, for writes that say who makes them and, by `call`, which one this is.

>>> import huddlekit
>>> with huddlekit.open(":memory:", create=True) as book:
...     report = book.load_pack("harbour-hotel")
...     first = book.by("ana", call="form-7f3").team("kitchen").win("Found the ring")
...     again = book.by("ana", call="form-7f3").team("kitchen").win("Found the ring")
>>> first == again
True

A write with a `call` that has been made within 30 days changes nothing and gives the answer that it gave
then, in whatever thread or process it is told again: one whose answer was lost may be told until there is
one. A name is of one write with all its arguments, the day included; one that has failed may be
told again. `who` is a person's key, or what the host calls its users. Each is one line of at most 200 bytes,
else InvalidArgumentError. The write itself is a ConflictError when the name is of another one, or when
somebody in its answer has been erased since. `feed` and `backup` are no writes; the answer of `forget` is
not kept.)");
  book.def(
      "speaking", &BookHandle::speaking, "language"_a,
      R"(The same book, for calls whose answers speak a language: agendas, plans, reports, reminders, feeds.

>>> import huddlekit
>>> from datetime import date
>>> with huddlekit.open(":memory:", create=True) as book:
...     report = book.load_pack("harbour-hotel")
...     kitchen = book.speaking("en-XA").team("kitchen")
...     kitchen.agenda(date(2026, 11, 23)).segments[0].title
'Öþéñ'

The book keeps the same whatever is spoken, and people's own words stay as they are. NotFoundError for a
language that is not one of `huddlekit.languages()`.)");
}

void bind_file_calls(py::class_<BookHandle>& book) {
  book.def(
          "backup",
          [](const BookHandle& self, const std::filesystem::path& path) {
            self([&](Book& b) { b.backup(path); });
          },
          "path"_a,
          "Writes a copy that opens, while others write. StorageError when the file exists.")
      .def(
          "check_up",
          [](const BookHandle& self) { return self([](Book& b) { return b.check_up(); }); },
          R"(How the book and the place where it lies stand, a `Checkup` each.

The engine and its faults, time zones, file system, rights, free space, log, backups, contents, and the
holiday calendars that are followed. Reads all of the file.)")
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
            .format(py::str(py::cast(self.path())), self.told(), self.closed() ? ", closed" : "");
      });
}

}  // namespace

void declare_book(py::module_& m) {
  py::class_<BookHandle>(m, "Book",
                         R"(The open file that holds the playbook and the journal; `open` gives one.

>>> import huddlekit
>>> from datetime import date
>>> with huddlekit.open(":memory:", create=True) as book:
...     report = book.load_pack("harbour-hotel")
...     agenda = book.team("kitchen").agenda(date(2026, 11, 23))
>>> agenda
<Agenda 'kitchen/2026-11-23/service', 5 segments in 480 s, a preview>

Every call that writes is one transaction: when it has returned, a kill at any instant loses nothing of
it, and when it raises, everything is as it was. Days are dates of the team (a datetime is refused).
A book may be shared among threads and its file among processes: whoever reads waits for nobody, whoever
writes takes turns, all without the GIL. After `close` every call is a ConflictError. A process
may fork with a book open, and both sides go on with it.)");
}

void bind_book(py::module_& m) {
  using Report = LoadReport;
  bind_value<Report, 0>(
      m, "LoadReport",
      "What loading a playbook changed. `retired` was in that source before; it is "
      "kept, since old agendas refer to it.");

  auto book = py::reinterpret_borrow<py::class_<BookHandle>>(m.attr("Book"));
  bind_handle_calls(book);
  bind_playbook_calls(book);
  bind_calendar_calls(book);
  bind_agenda_calls(book);
  bind_feed_calls(book);
  bind_report_calls(book);
  bind_search_calls(book);
  bind_exchange_calls(book);
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
