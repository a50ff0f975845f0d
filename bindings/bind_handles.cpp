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

using MaybeBool = std::optional<bool>;

std::string lower(std::string name) {
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return name;
}

template <class Handle>
py::class_<Held<Handle>> handle(py::module_& m, const char* name, const char* doc) {
  py::class_<Held<Handle>> out(m, name, doc);
  out.def("__repr__", [call = "book." + lower(name) + "()"](const Held<Handle>&) { return call; });
  return out;
}

void bind_people_handle(py::module_& m) {
  auto people = handle<People>(
      m, "People",
      "The people of a book, by their keys: what they wish, when they are away, what is kept of "
      "them, by `Book.people`. A handle. NotFoundError for somebody whom the book does not know.");
  people
      .def("consent", on(&People::consent), "person"_a,
           "What holds for somebody: their own wish, else what the playbook says of them.")
      .def(
          "set_consent",
          [](const Held<People>& self, const std::string& person, MaybeBool leads, MaybeBool shared,
             MaybeBool celebrated) {
            return self([&](const People& p) {
              return p.set_consent(person, {leads, shared, celebrated});
            });
          },
          "person"_a, py::kw_only(), "leads"_a = py::none(), "shared"_a = py::none(),
          "celebrated"_a = py::none(),
          R"(Records somebody's own wish, and answers what holds now.

It goes before what the playbook says: `leads` is to lead huddles, `shared` to be named in stories told to
other teams, `celebrated` to be named when a win is told. What is None stays as it is.)")
      .def("away", on(&People::away), "who"_a, "first"_a, "last"_a = py::none(),
           R"(Somebody will not come from `first` to `last`, both included; None: not known yet.

InvalidArgumentError when it ends before it begins, ConflictError when it overlaps another. Huddles
that are published already change by `revise`.)")
      .def("end_absence", on(&People::end_absence), "id"_a, "last"_a,
           "Gives an absence another last day: the day before somebody is back. Refused as `away`.")
      .def("cancel_absence", on(&People::cancel_absence), "id"_a, "The person will come after all.")
      .def(
          "data_of",
          [](const Held<People>& self, const std::string& person) {
            const auto text = self([&](const People& p) { return p.data_of(person); });
            return py::module_::import("json").attr("loads")(text).cast<py::dict>();
          },
          "person"_a, "Everything that is kept about somebody, table by table, as plain data.")
      .def("forget", on(&People::forget), "person"_a,
           R"(Erases somebody: name and key go everywhere, texts included.

Turns and counts stay, under "a colleague". Nothing is left in free pages, the log or the search index;
backups are not touched, but listed. No playbook brings the key back: loading one that still has it is
a ConflictError. Told again, it takes out the key where somebody has written it since. NotFoundError for a
key that was never in the book.)");
}

void bind_proposals_handle(py::module_& m) {
  auto proposals = handle<Proposals>(
      m, "Proposals",
      "What people propose for the playbook of a book, by `Book.proposals`. A handle.");
  proposals
      .def(
          "add",
          [](const Held<Proposals>& self, ProposalKind kind, const std::string& text,
             const std::string& value, std::optional<StoryId> story, const MaybeText& by) {
            return self([&](const Proposals& p) {
              return p.add({.kind = kind,
                            .text = text,
                            .value = value,
                            .story = story,
                            .by = by ? std::optional(Person{*by, ""}) : std::nullopt});
            });
          },
          "kind"_a, "text"_a, py::kw_only(), "value"_a, "story"_a = py::none(), "by"_a = py::none(),
          R"(Proposes a behaviour, a prompt or a wording for a value; it waits for the playbook's owner.

`value` and `by` are keys (no `by`: anonymous), `story` is the id of the one it is from. NotFoundError
for an unknown one.)")
      .def("accept", on(&Proposals::accept), "proposal"_a,
           "Accepts a proposal, by its id: `toml` has it from now on.")
      .def("decline", on(&Proposals::decline), "proposal"_a, "reason"_a = "",
           "Declines a proposal, by its id.")
      .def("list", on(&Proposals::list), "state"_a = ProposalState::kWaiting,
           "Proposals in that state, oldest first; None: all.")
      .def(
          "toml", on(&Proposals::toml),
          "What was accepted and is not in the playbook yet, as TOML to paste: prompts to add, and "
          "values to put in the place of those that have their key.");
}

void bind_outbox_handle(py::module_& m) {
  auto outbox = handle<Outbox>(
      m, "Outbox",
      "What the playbook's reminder rules want to go out by now, by `Book.outbox`. A handle. "
      "Nothing is sent here.");
  outbox
      .def("pending", on(&Outbox::pending), "now"_a = py::none(),
           "What `lease` would offer at `now`, by default the book's clock. Never writes.")
      .def("lease", on(&Outbox::lease), "limit"_a = 100, py::kw_only(),
           "seconds"_a = std::chrono::seconds{300}, "now"_a = py::none(),
           R"(The reminders that are due, each on lease to this caller: an outbox.

Send each one, then `acknowledge` it, or `fail` it with the reason. One that is neither within
`seconds` (1 to 86,400) is offered again, for instance because its worker was killed. At most
`limit` (1 to 10,000), the earliest due first. What makes no sense any more is not offered: a huddle
has begun, a commitment is kept. Call it as often and from as many processes as you like.)")
      .def("delivered", on(&Outbox::delivered), "reminder"_a, "target"_a,
           "Notes that one target has it, so that another attempt leaves it out; `target` is a "
           "name, "
           "never an address.")
      .def("acknowledge", on(&Outbox::acknowledge), "reminder"_a,
           "It went out and is not offered again. Telling it twice changes nothing.")
      .def("fail", on(&Outbox::fail), "reminder"_a, "why"_a, py::kw_only(), "attempt"_a = 0,
           R"(It did not go out: it is offered again after 1, 5, 25 and then every 60 minutes.

Given up when it makes no sense any more by then. `attempt` names the caller's lease, as in Reminder: when
somebody else has it by now, or it went out, nothing changes; 0 stands for whatever lease there is. `why`, of 1 to 2,000 bytes, stands in `deliveries`; never put a secret into it.)")
      .def("answered", on(&Outbox::answered), "reminder"_a,
           "Somebody reacted to it: the count of unanswered ones begins anew.")
      .def("deliveries", on(&Outbox::deliveries), "team"_a, "start"_a, "end"_a,
           "What became of the team's reminders of the days from `start` to before `end`.");
}

}  // namespace

void bind_handles(py::module_& m) {
  bind_people_handle(m);
  bind_proposals_handle(m);
  bind_outbox_handle(m);
}

}  // namespace huddlekit::python
