#include "bindings.hpp"
#include "book_handle.hpp"
#include "huddlekit/feed.hpp"
#include "huddlekit/ics.hpp"
#include "huddlekit/render.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

using Agendas = std::vector<Agenda>;
using MaybeText = std::optional<std::string>;
using MaybeMinutes = std::optional<int>;

std::optional<std::chrono::minutes> alarm_of(MaybeMinutes minutes) {
  return minutes ? std::optional(std::chrono::minutes{*minutes}) : std::nullopt;
}

}  // namespace

void bind_feed(py::module_& m) {
  m.attr("Agenda").attr("to_ics") = py::cpp_function(
      [](const Agenda& agenda, MaybeMinutes alarm) {
        return to_ics(agenda, {.alarm = alarm_of(alarm)});
      },
      py::name("to_ics"), py::is_method(m.attr("Agenda")), py::kw_only(), "alarm"_a = py::none(),
      "An iCalendar file with one event; `alarm` rings so many minutes before the start.");
  m.def(
      "to_ics",
      [](const Agendas& agendas, const std::string& name, MaybeMinutes alarm) {
        return to_ics(agendas, {.name = name, .alarm = alarm_of(alarm)});
      },
      "agendas"_a, py::kw_only(), "name"_a = "", "alarm"_a = py::none(),
      R"(A calendar (iCalendar, RFC 5545) with an event an agenda.

>>> import huddlekit
>>> from datetime import date
>>> with huddlekit.open(":memory:", create=True) as book:
...     report = book.load_pack("harbour-hotel")
...     week = book.team("kitchen").plan(date(2026, 11, 23), date(2026, 11, 30))
>>> calendar = huddlekit.to_ics(week, name="Kitchen huddles", alarm=10)
>>> calendar.count("BEGIN:VEVENT"), calendar.splitlines()[0]
(7, 'BEGIN:VCALENDAR')

`name` is what calendar programs call it; `alarm` rings so many minutes before each start, 0 to 40320.
`Book.feed` says the same and knows what has changed since. Lines end with CRLF: write it as bytes, or
with `newline=""`. InvalidArgumentError when two agendas are of the same huddle.)");
  m.def(
      "plan_to_text",
      [](const Agendas& agendas, int width, const std::string& language) {
        return plan_to_text(agendas, width, language);
      },
      "agendas"_a, py::kw_only(), "width"_a = 80, "language"_a = "en",
      "A plan of days as a table of at most `width` columns, 40 to 200; as a list where that is "
      "too narrow. A plan without a huddle says so in `language`, any other speaks that of its "
      "first agenda.");
  m.def(
      "plan_to_markdown",
      [](const Agendas& agendas, const std::string& language) {
        return plan_to_markdown(agendas, language);
      },
      "agendas"_a, py::kw_only(), "language"_a = "en",
      "A plan of days as a Markdown table; `language` as in `plan_to_text`.");
  m.def(
      "plan_to_html",
      [](const Agendas& agendas, const std::string& language) {
        return plan_to_html(agendas, language);
      },
      "agendas"_a, py::kw_only(), "language"_a = "en",
      "A plan of days as an HTML table in a card, with a style of its own, to put into a page; "
      "`language` as in `plan_to_text`.");
}

void bind_feed_calls(py::class_<BookHandle>& book) {
  book.def(
      "feed",
      [](const BookHandle& self, const MaybeText& team, const MaybeText& person,
         std::optional<Day> start, std::optional<Day> end, MaybeMinutes alarm) {
        return self([&](Book& b) {
          return b.feed({team.value_or(""), person.value_or(""), start, end, alarm_of(alarm)});
        });
      },
      py::kw_only(), "team"_a = py::none(), "person"_a = py::none(), "start"_a = py::none(),
      "end"_a = py::none(), "alarm"_a = py::none(),
      R"(The huddles of the coming weeks as a calendar to subscribe to (iCalendar).

>>> import huddlekit
>>> with huddlekit.open(":memory:", create=True) as book:
...     report = book.load_pack("harbour-hotel")
...     calendar = book.feed(team="kitchen", alarm=10)
...     calendar == book.feed(team="kitchen", alarm=10)
True

Of one team, of one person (what the person is expected at, and where it is their turn), of both, or of
everybody. From `start`, a week before today, to before `end`, four weeks after it; of the past it holds
what was published. `alarm` is in minutes, 0 to 40320.

A huddle keeps its UID for good. SEQUENCE and LAST-MODIFIED rise when something about it has changed and
only then, so the bytes stay the same as long as nothing does: hash them for an ETag. What was cancelled
stays for 30 days as cancelled. No private note is ever in it. For that the book keeps what it said last,
unless it was opened read-only. NotFoundError for a team or person; InvalidArgumentError for a range that
ends before it begins or more than 400 days from today.)");
}

}  // namespace huddlekit::python
