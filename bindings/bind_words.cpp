#include "bindings.hpp"
#include "core/text/names.hpp"
#include "members.hpp"

namespace huddlekit::python {

void bind_words(py::module_& m) {
  give_words(m.attr("Audience"), kNames<Audience>);
  give_words(m.attr("CommitmentState"), kNames<CommitmentState>);
  give_words(m.attr("CsvKind"), kNames<CsvKind>);
  give_words(m.attr("DeliveryOutcome"), kNames<DeliveryOutcome>);
  give_words(m.attr("EntryKind"), kNames<EntryKind>);
  give_words(m.attr("HuddleState"), kNames<HuddleState>);
  give_words(m.attr("LessonState"), kNames<LessonState>);
  give_words(m.attr("LivePhase"), kNames<LivePhase>);
  give_words(m.attr("PromptKind"), kNames<PromptKind>);
  give_words(m.attr("ProposalKind"), kNames<ProposalKind>);
  give_words(m.attr("ProposalState"), kNames<ProposalState>);
  give_words(m.attr("Recipient"), kNames<Recipient>);
  give_words(m.attr("Recovery"), kNames<Recovery>);
  give_words(m.attr("ReminderKind"), kNames<ReminderKind>);
  give_words(m.attr("ReportOf"), kNames<ReportOf>);
  give_words(m.attr("Role"), kNames<Role>);
  give_words(m.attr("Scope"), kNames<Scope>);
  give_words(m.attr("SegmentKind"), kNames<SegmentKind>);
  give_words(m.attr("StoryKind"), kNames<StoryKind>);
  give_words(m.attr("ValuePeriod"), kNames<ValuePeriod>);
}

}  // namespace huddlekit::python
