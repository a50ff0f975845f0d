#include "bindings.hpp"
#include "fields/fields.hpp"
#include "huddlekit/language.hpp"
#include "members.hpp"

namespace huddlekit::python {

void bind_words(py::module_& m) {
  m.def("languages", &languages,
        "The languages (BCP 47) that the library speaks, English first. The last, `en-XA`, is "
        "English "
        "with accents on every letter that is the library's own: what is shown without them is "
        "people's words, or is not in the catalogue.");
  give_words(m.attr("Audience"), kShape<Audience>);
  give_words(m.attr("CommitmentState"), kShape<CommitmentState>);
  give_words(m.attr("CsvKind"), kShape<CsvKind>);
  give_words(m.attr("DeliveryOutcome"), kShape<DeliveryOutcome>);
  give_words(m.attr("EntryKind"), kShape<EntryKind>);
  give_words(m.attr("Health"), kShape<Health>);
  give_words(m.attr("HuddleState"), kShape<HuddleState>);
  give_words(m.attr("LessonState"), kShape<LessonState>);
  give_words(m.attr("LivePhase"), kShape<LivePhase>);
  give_words(m.attr("PromptKind"), kShape<PromptKind>);
  give_words(m.attr("ProposalKind"), kShape<ProposalKind>);
  give_words(m.attr("ProposalState"), kShape<ProposalState>);
  give_words(m.attr("Recipient"), kShape<Recipient>);
  give_words(m.attr("Recovery"), kShape<Recovery>);
  give_words(m.attr("ReminderKind"), kShape<ReminderKind>);
  give_words(m.attr("ReportOf"), kShape<ReportOf>);
  give_words(m.attr("Role"), kShape<Role>);
  give_words(m.attr("Scope"), kShape<Scope>);
  give_words(m.attr("SegmentKind"), kShape<SegmentKind>);
  give_words(m.attr("StoryKind"), kShape<StoryKind>);
  give_words(m.attr("ValuePeriod"), kShape<ValuePeriod>);
}

}  // namespace huddlekit::python
