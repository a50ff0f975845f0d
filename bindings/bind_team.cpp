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

/// Tells of one kind; the kind that is left out is the call's.
template <class... Kind>
void bind_teller(py::class_<Held<Team>>& team, const char* name, StoryKind usual, const char* doc,
                 const Kind&... kind) {
  const auto tell = [](const Held<Team>& self, StoryKind kind, const std::string& text,
                       MaybeDay day, const Names& values, const Names& who, const MaybeText& by,
                       const std::string& touch_point, const std::string& stage,
                       const std::string& customer, bool inside_customer, const Names& tags,
                       const std::string& promise) {
    const StoryDetails details{.who = who,
                               .values = values,
                               .by = by,
                               .day = day,
                               .touch_point = touch_point,
                               .stage = stage,
                               .customer = customer,
                               .inside_customer = inside_customer,
                               .tags = tags,
                               .promise = promise};
    return self([&](const Team& t) { return t.tell(kind, text, details); });
  };
  const auto bind = [&](auto function) {
    team.def(name, function, kind..., "text"_a, py::kw_only(), "day"_a = py::none(),
             "values"_a = Names{}, "who"_a = Names{}, "by"_a = py::none(), "touch_point"_a = "",
             "stage"_a = "", "customer"_a = "", "inside_customer"_a = false, "tags"_a = Names{},
             "promise"_a = "", doc);
  };
  if constexpr (sizeof...(Kind) > 0) {
    bind(tell);
  } else {
    bind([tell, usual](const Held<Team>& self, const std::string& text, MaybeDay day,
                       const Names& values, const Names& who, const MaybeText& by,
                       const std::string& touch_point, const std::string& stage,
                       const std::string& customer, bool inside_customer, const Names& tags,
                       const std::string& promise) {
      return tell(self, usual, text, day, values, who, by, touch_point, stage, customer,
                  inside_customer, tags, promise);
    });
  }
}

void bind_when(py::class_<Held<Team>>& team) {
  team.def_property_readonly("key", &Held<Team>::key)
      .def_property_readonly("book", [](const Held<Team>& self) { return self.book(); })
      .def("day", on(&Team::day), "now"_a = py::none(),
           "The team's local date at an aware datetime; by the book's clock without one.")
      .def("next", on(&Team::next), "now"_a = py::none(),
           "The team's first huddle that starts later than an aware datetime, without one by the "
           "book's clock; or None.")
      .def(
          "calendar", on(&Team::calendar), "start"_a, "end"_a,
          R"(The team's huddles that take place from `start` on and before `end`, at most ten years.

In order of their start, with what became of each; cancelled ones too.)");
}

void bind_agendas(py::class_<Held<Team>>& team) {
  const auto with_huddle = [](auto call) {
    return [call](const Held<Team>& self, Day day, const MaybeText& huddle) {
      return self([&](const Team& t) { return (t.*call)(day, huddle.value_or("")); });
    };
  };
  team.def("agenda", with_huddle(&Team::agenda), "day"_a, "huddle"_a = py::none(),
           R"(The published agenda, or a preview of what `publish` would store now. Never writes.

None on a day without a huddle, or with a cancelled one. `huddle` may be left out where one takes
place that day; else ConflictError lists them. NotFoundError for an unknown team or huddle.)")
      .def("publish", with_huddle(&Team::publish), "day"_a, "huddle"_a = py::none(),
           R"(Stores the agenda once and returns the same ever after, whoever else publishes it too.

As `agenda` otherwise. ConflictError for a day more than 31 days after the team's local date.)")
      .def("leader_note", with_huddle(&Team::leader_note), "day"_a, "huddle"_a = py::none(),
           "For whoever leads, alone: who has not heard the value yet, who is new, who is away.")
      .def("plan", on(&Team::plan), "start"_a, "end"_a,
           "The agendas from `start` on and before `end` as they would be published one after the "
           "other if nothing changes. Stores nothing; at most 400 days.");
}

void bind_people_of(py::class_<Held<Team>>& team) {
  team.def("rota", on(&Team::rota), "role"_a = Role::kLead, "n"_a = 5, py::kw_only(),
           "start"_a = py::none(),
           R"(The next `n` turns (1 to 100), from the team's today or from `start` on.

Published ones, and the others as they come if nothing changes. Fewer where the team does not meet
often enough within 400 days.)")
      .def("load_roster", on(&Team::load_roster), "lines"_a,
           "Replaces who is expected at every huddle that the lines name; answers at how many.")
      .def("absences", on(&Team::absences), "start"_a, "end"_a,
           "Those of the team's members from `start` to before `end`.")
      .def("exposure", on(&Team::exposure),
           "Who has heard which value how often: a row for every member and value.");
}

void bind_telling(py::class_<Held<Team>>& team) {
  bind_teller(team, "tell", StoryKind::kWin,
              "Tells a story of any kind, as `win`; also of great service seen elsewhere "
              "(`BENCHMARK`) and of what somebody does better from now on (`IMPROVEMENT`).",
              "kind"_a);
  bind_teller(team, "win", StoryKind::kWin,
              R"(Tells what went well, the colleagues behind it and the values it shows.

>>> import huddlekit
>>> with huddlekit.open(":memory:", create=True) as book:
...     report = book.load_pack("harbour-hotel")
...     story = book.team("kitchen").win("Found the ring", who=["ravi"])
>>> story.kind.name, story.team
('WIN', 'kitchen')

`day` is the team's today unless given, and not later. `who`, `values` and `by` are keys; without `by` it
is anonymous; nobody recognises themselves. `customer` says what sort of customer in free words,
`inside_customer` that it was a colleague. At most 20,000 bytes of text, 200 for each of the others, 20
tags. NotFoundError for an unknown key.)");
  bind_teller(
      team, "miss", StoryKind::kMiss,
      R"(Tells what went wrong: the situation, what happened, what we do now. It names nobody.

`promise` says which promise it broke. It stays in the agenda until `Journal.put_right`. `Journal.check_miss` warns of
words of blame. The rest is as in `win`.)");
  team.def(
          "lesson",
          [](const Held<Team>& self, const std::string& insight, const std::string& change,
             int importance, const MaybeText& value, MaybeDay day, Audience audience,
             std::optional<StoryId> story) {
            const LessonDetails details{.change = change,
                                        .importance = importance,
                                        .value = value.value_or(""),
                                        .story = story,
                                        .day = day,
                                        .audience = audience};
            return self([&](const Team& t) { return t.lesson(insight, details); });
          },
          "insight"_a, py::kw_only(), "change"_a = "", "importance"_a = 1, "value"_a = py::none(),
          "day"_a = py::none(), "audience"_a = Audience::kTeam, "story"_a = py::none(),
          "Keeps what a story taught, and what changes, so that it comes back. `importance` is 1 "
          "to "
          "3; `value` is the key of the one it illustrates, `story` the id of the one it is from.")
      .def(
          "commit",
          [](const Held<Team>& self, const std::string& who, const std::string& text, Day due,
             MaybeDay made, bool for_customer) {
            return self([&](const Team& t) {
              return t.commit({.who = who, .text = text, .due = due, .for_customer = for_customer},
                              made);
            });
          },
          "who"_a, "text"_a, py::kw_only(), "due"_a, "made"_a = py::none(),
          "for_customer"_a = false,
          "Notes who does what by when. `who` is a key, `made` the team's today unless given.")
      .def("note", on(&Team::note), "text"_a, py::kw_only(), "day"_a = py::none(), "source"_a = "",
           "Adds something for one day only, today unless given, from a person or from the host "
           "program.");
}

}  // namespace

void bind_team(py::module_& m) {
  py::class_<Held<Team>> team(
      m, "Team",
      R"(One team of a book, by `Book.team`: a handle, which keeps nothing of the team.

>>> import huddlekit
>>> from datetime import date
>>> with huddlekit.open(":memory:", create=True) as book:
...     report = book.load_pack("harbour-hotel")
...     team = book.team("kitchen")
...     team.agenda(date(2026, 11, 23))
<Agenda 'kitchen/2026-11-23/service', 5 segments in 480 s, a preview>

`huddle` is the key of one of its meetings; it may be left out where only one takes place that day, else
ConflictError lists them. None is a normal answer on a day without a huddle, or with a cancelled one. Once
its book is closed every call is a ConflictError.)");
  bind_when(team);
  bind_agendas(team);
  bind_people_of(team);
  bind_telling(team);
  team.def("stories", on(&Team::stories), "start"_a, "end"_a,
           "The team's stories of the days from `start` on and before `end`, in order.")
      .def("open_misses", on(&Team::open_misses),
           "The team's misses that are not put right yet, oldest first.")
      .def("lessons", on(&Team::lessons), py::kw_only(), "only_active"_a = true,
           "The lessons that the team has learned, oldest first.")
      .def("commitments", on(&Team::commitments), py::kw_only(), "only_open"_a = true,
           "The team's commitments, first due first.")
      .def("notes", on(&Team::notes), "day"_a, "What was noted for that day.")
      .def("hand_offs", on(&Team::hand_offs), py::kw_only(), "only_open"_a = false,
           "What the team has raised and what it is asked, oldest first.")
      .def("__eq__", [](const Held<Team>& self, const Held<Team>& other) { return self == other; })
      .def("__hash__", [](const Held<Team>& self) { return py::hash(py::str(self.key())); })
      .def("__repr__",
           [](const Held<Team>& self) { return py::str("book.team({!r})").format(self.key()); });
}

}  // namespace huddlekit::python
