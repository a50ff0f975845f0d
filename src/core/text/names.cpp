#include "core/text/names.hpp"

namespace huddlekit {

const char* to_string(SegmentKind kind) { return name_of(kind); }
std::string key_of(const Segment& segment) {
  return segment.kind == SegmentKind::kCustom ? segment.key : name_of(segment.kind);
}

const char* to_string(StoryKind kind) { return name_of(kind); }
const char* to_string(Recovery step) { return name_of(step); }
const char* to_string(EntryKind kind) { return name_of(kind); }
const char* to_string(CsvKind kind) { return name_of(kind); }
const char* to_string(CommitmentState state) { return name_of(state); }
const char* to_string(Role role) { return name_of(role); }
const char* to_string(HuddleState state) { return name_of(state); }
const char* to_string(Audience audience) { return name_of(audience); }
const char* to_string(LessonState state) { return name_of(state); }
const char* to_string(ProposalKind kind) { return name_of(kind); }
const char* to_string(ProposalState state) { return name_of(state); }

const char* to_string(ReminderKind kind) { return name_of(kind); }
const char* to_string(Recipient audience) { return name_of(audience); }
const char* to_string(DeliveryOutcome outcome) { return name_of(outcome); }

}  // namespace huddlekit
