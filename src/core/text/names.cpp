#include "core/text/names.hpp"

#include "core/text/text.hpp"
#include "huddlekit/report.hpp"
#include "huddlekit/words.hpp"

namespace huddlekit {

std::string key_of(const Segment& segment) {
  return segment.kind == SegmentKind::kCustom ? segment.key : name_of(segment.kind);
}

template <class Enum>
  requires std::is_enum_v<Enum>
const char* to_string(Enum one) {
  return name_of(one);
}

template <class Enum>
  requires std::is_enum_v<Enum>
Enum parse(std::string_view word) {
  if (const auto found = from_name<Enum>(word)) return *found;
  throw InvalidArgument("word: must be one of " + all_names<Enum>() + ", got " + in_quotes(word));
}

#define HUDDLEKIT_WORDS(Enum)                 \
  template const char* to_string<Enum>(Enum); \
  template Enum parse<Enum>(std::string_view);

HUDDLEKIT_WORDS(AgendaForm)
HUDDLEKIT_WORDS(Audience)
HUDDLEKIT_WORDS(CommitmentState)
HUDDLEKIT_WORDS(CsvKind)
HUDDLEKIT_WORDS(DeliveryOutcome)
HUDDLEKIT_WORDS(EntryKind)
HUDDLEKIT_WORDS(Health)
HUDDLEKIT_WORDS(HolidayRule)
HUDDLEKIT_WORDS(HuddleState)
HUDDLEKIT_WORDS(LessonState)
HUDDLEKIT_WORDS(LivePhase)
HUDDLEKIT_WORDS(PromptKind)
HUDDLEKIT_WORDS(ProposalKind)
HUDDLEKIT_WORDS(ProposalState)
HUDDLEKIT_WORDS(Recipient)
HUDDLEKIT_WORDS(Recovery)
HUDDLEKIT_WORDS(ReminderKind)
HUDDLEKIT_WORDS(ReportOf)
HUDDLEKIT_WORDS(Role)
HUDDLEKIT_WORDS(Scope)
HUDDLEKIT_WORDS(SegmentKind)
HUDDLEKIT_WORDS(StoryKind)
HUDDLEKIT_WORDS(ValuePeriod)

#undef HUDDLEKIT_WORDS

}  // namespace huddlekit
