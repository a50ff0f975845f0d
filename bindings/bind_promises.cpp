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
  bind_value<Proposal, 0>(m, "Proposal", "Something for the playbook; it waits for its owner.");
}

}  // namespace

void bind_promises(py::module_& m) {
  bind_proposals(m);
  bind_value<Renegotiation, 0>(
      m, "Renegotiation", "A commitment that was given a new day, and when that was agreed on.");
  bind_value<KeptRate::Side, 0>(
      m, "KeptSide",
      "Commitments to customers, or to colleagues. `renegotiated` ones are among the others.")
      .def_property_readonly("rate", &KeptRate::Side::rate,
                             "Kept ones among those kept or missed; None without any.");
  bind_value<KeptRate::Reason, 2>(m, "KeptReason", "How often one reason was given.");
  bind_value<KeptRate, 0>(
      m, "KeptRate",
      "How a team kept what it promised, never by person. `reasons` are of those missed, the most "
      "frequent first.");
  bind_value<HandOff, 0>(
      m, "HandOff",
      "A matter that one team put into another's hands: a story, or a commitment that was stuck "
      "for "
      "three huddles. `answer` is empty while it waits, `days` says how long it has.");
  m.def(
      "miss_reasons",
      [] {
        py::dict out;
        for (const auto& reason : miss_reasons()) out[reason.word] = reason.text;
        return out;
      },
      "Why commitments are missed, in short: what each word for `Journal.missed` stands for. Own "
      "words "
      "are as welcome.");
}

}  // namespace huddlekit::python
