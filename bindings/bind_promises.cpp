#include "bindings.hpp"
#include "book_handle.hpp"
#include "huddlekit/promises.hpp"
#include "huddlekit/proposals.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

void bind_proposals(py::module_& m) {
  py::native_enum<ProposalKind>(m, "ProposalKind", "enum.Enum", "What somebody proposes.")
      .value("BEHAVIOUR", ProposalKind::kBehaviour, "one more that can be seen")
      .value("PROMPT", ProposalKind::kPrompt)
      .value("WORDING", ProposalKind::kWording, "a better statement of the value")
      .finalize();
  py::native_enum<ProposalState>(m, "ProposalState", "enum.Enum", "What became of a proposal.")
      .value("WAITING", ProposalState::kWaiting)
      .value("ACCEPTED", ProposalState::kAccepted)
      .value("DECLINED", ProposalState::kDeclined)
      .finalize();
  bind_value<Proposal, 0>(m, "Proposal", "Something for the playbook; it waits for its owner.",
                          required("kind", &Proposal::kind), required("text", &Proposal::text),
                          required("value", &Proposal::value), field("story", &Proposal::story),
                          field("by", &Proposal::by), required("day", &Proposal::day),
                          field("state", &Proposal::state), field("reason", &Proposal::reason),
                          field("id", &Proposal::id));
}

void bind_proposal_calls(py::class_<BookHandle>& book) {
  book.def(
          "propose",
          [](const BookHandle& self, ProposalKind kind, const std::string& text,
             const std::string& value, std::optional<Id> story,
             const std::optional<std::string>& by) {
            return self([&](Book& b) {
              return b.propose({.kind = kind,
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
      .def("accept", on_book(&Book::accept), "proposal"_a,
           "Accepts a proposal, by its id: `proposals_toml` has it from now on.")
      .def("decline", on_book(&Book::decline), "proposal"_a, "reason"_a = "",
           "Declines a proposal, by its id.")
      .def("proposals", on_book(&Book::proposals), "state"_a = ProposalState::kWaiting,
           "Proposals in that state, oldest first; None: all.")
      .def(
          "proposals_toml", on_book(&Book::proposals_toml),
          "What was accepted and is not in the playbook yet, as TOML to paste: prompts to add, and "
          "values to put in the place of those that have their key.");
}

void bind_hand_off_calls(py::class_<BookHandle>& book) {
  book.def("hand_off", on_book(&Book::hand_off), "story"_a, "to_team"_a, "question"_a,
           R"(Puts a story, by its id, into the hands of another team.

It stands on that team's agendas until somebody there answers; the answer stands on the next agenda of
the team that asked. ConflictError when the story waits for that team already.)")
      .def("answer", on_book(&Book::answer), "hand_off"_a, "text"_a, py::kw_only(), "by"_a,
           "Answers what another team asked. `by` is the key of a member of the team that was "
           "asked.")
      .def("hand_offs", on_book(&Book::hand_offs), "team"_a, py::kw_only(), "only_open"_a = false,
           "What the team has raised and what it is asked, oldest first.");
}

}  // namespace

void bind_promises(py::module_& m) {
  bind_proposals(m);
  bind_value<Renegotiation, 0>(
      m, "Renegotiation", "A commitment that was given a new day, and when that was agreed on.",
      required("day", &Renegotiation::day), required("before", &Renegotiation::from),
      required("after", &Renegotiation::to), required("reason", &Renegotiation::reason));
  bind_value<KeptRate::Side, 0>(
      m, "KeptSide",
      "Commitments to customers, or to colleagues. `renegotiated` ones are among the others.",
      field("kept", &KeptRate::Side::kept), field("missed", &KeptRate::Side::missed),
      field("dropped", &KeptRate::Side::dropped), field("open", &KeptRate::Side::open),
      field("renegotiated", &KeptRate::Side::renegotiated))
      .def_property_readonly("rate", &KeptRate::Side::rate,
                             "Kept ones among those kept or missed; None without any.");
  bind_value<KeptRate::Reason, 2>(m, "KeptReason", "How often one reason was given.",
                                  required("word", &KeptRate::Reason::word),
                                  required("count", &KeptRate::Reason::count));
  bind_value<KeptRate, 0>(
      m, "KeptRate",
      "How a team kept what it promised, never by person. `reasons` are of those missed, the most "
      "frequent first.",
      field("customers", &KeptRate::customers), field("colleagues", &KeptRate::colleagues),
      field("reasons", &KeptRate::reasons));
  bind_value<HandOff, 0>(
      m, "HandOff",
      "A matter that one team put into another's hands: a story, or a commitment that was stuck "
      "for "
      "three huddles. `answer` is empty while it waits, `days` says how long it has.",
      required("team", &HandOff::team), required("to", &HandOff::to),
      field("story", &HandOff::story), field("commitment", &HandOff::commitment),
      required("question", &HandOff::question), required("raised", &HandOff::raised),
      field("answer", &HandOff::answer), field("answered", &HandOff::answered),
      field("by", &HandOff::by), field("days", &HandOff::days), field("id", &HandOff::id));
  m.def(
      "miss_reasons",
      [] {
        py::dict out;
        for (const auto& reason : miss_reasons()) out[reason.word] = reason.text;
        return out;
      },
      "Why commitments are missed, in short: what each word for `Book.missed` stands for. Own "
      "words "
      "are as welcome.");
}

void bind_promise_calls(py::class_<BookHandle>& book) {
  book.def("renegotiate", on_book(&Book::renegotiate), "commitment"_a, "due"_a, "reason"_a,
           R"(Gives an open commitment, by its id, a new day; the reason stays on record.

ConflictError when it is closed; InvalidArgumentError for the day it has, or one before it was made.)")
      .def("renegotiations", on_book(&Book::renegotiations), "commitment"_a,
           "The days that a commitment had before, oldest first.")
      .def("kept_rate", on_book(&Book::kept_rate), "team"_a, "start"_a, "end"_a,
           "How the commitments due from `start` to before `end` were kept, those to customers "
           "apart.");
  bind_hand_off_calls(book);
  bind_proposal_calls(book);
}

}  // namespace huddlekit::python
