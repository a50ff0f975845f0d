// The JSON of every value of the library.
#include "fields/fields.hpp"
#include "huddlekit/json.hpp"
#include "render/json/read_value.hpp"
#include "render/json/write_schema.hpp"
#include "render/json/write_value.hpp"

namespace huddlekit {
namespace {

/// What is kept for long says of which version it is; 0: it is not.
template <class Value>
constexpr int kFormat = std::is_same_v<Value, Agenda> || std::is_same_v<Value, Report> ? 1 : 0;

void check_format(const detail::Json& document, int format) {
  const auto fail = [](const std::string& rule) {
    throw ParseError({{"", 0, 0, "format: " + rule}});
  };
  const auto given = document.is_object() ? document.find("format") : document.end();
  if (given == document.end()) fail("is missing; to_json writes it first");
  if (*given != format) {
    fail("must be " + std::to_string(format) + ", got " + given->dump().substr(0, 20));
  }
}

void read(std::string_view json, const Shape& shape, int format, void* value) {
  const auto document = detail::parse_json(json);
  using Missing = detail::ValueReader::Missing;
  detail::ValueReader reader(format > 0 ? Missing::kWrong : Missing::kDefault);
  if (format > 0) {
    check_format(document, format);
    reader.let_pass("format");
  }
  if (shape.type == &typeid(Report)) reader.let_pass("figures");
  reader.read(document, "", shape, value);
  reader.finish();
}

std::string schema_of(const Shape& shape, int format) {
  detail::JsonWriter json;
  json.object().field("$schema", "https://json-schema.org/draft/2020-12/schema");
  detail::write_schema(json, shape, format);
  json.field("additionalProperties", shape.type == &typeid(Report)).end_object();
  return json.take();
}

}  // namespace

template <class Value>
std::string to_json(const Value& value) {
  detail::JsonWriter json;
  json.object();
  if (kFormat<Value> > 0) json.field("format", kFormat<Value>);
  detail::write_fields(json, kShape<Value>, &value);
  if constexpr (std::is_same_v<Value, Report>) {  // for those who read it without this library
    const auto all = figures(value);
    detail::write_value(json, "figures", kShape<std::vector<Figure>>, &all);
  }
  json.end_object();
  return json.take();
}

template <class Value>
Value from_json(std::string_view json) {
  Value value{};
  read(json, kShape<Value>, kFormat<Value>, &value);
  return value;
}

template <class Value>
std::string json_schema() {
  return schema_of(kShape<Value>, kFormat<Value>);
}

#define HUDDLEKIT_VALUE(...)                                     \
  template std::string to_json<__VA_ARGS__>(const __VA_ARGS__&); \
  template __VA_ARGS__ from_json<__VA_ARGS__>(std::string_view); \
  template std::string json_schema<__VA_ARGS__>();

HUDDLEKIT_VALUE(Person)
HUDDLEKIT_VALUE(Point)
HUDDLEKIT_VALUE(Segment)
HUDDLEKIT_VALUE(Agenda)
HUDDLEKIT_VALUE(Email)
HUDDLEKIT_VALUE(LiveSegment)
HUDDLEKIT_VALUE(LiveState)
HUDDLEKIT_VALUE(LiveClock)
HUDDLEKIT_VALUE(LiveHuddle)
HUDDLEKIT_VALUE(Organisation)
HUDDLEKIT_VALUE(Value)
HUDDLEKIT_VALUE(Prompt)
HUDDLEKIT_VALUE(Member)
HUDDLEKIT_VALUE(Meeting)
HUDDLEKIT_VALUE(TeamDefinition)
HUDDLEKIT_VALUE(Theme)
HUDDLEKIT_VALUE(Holiday)
HUDDLEKIT_VALUE(HolidayCalendar)
HUDDLEKIT_VALUE(SegmentOverride)
HUDDLEKIT_VALUE(ReminderRule)
HUDDLEKIT_VALUE(Playbook)
HUDDLEKIT_VALUE(Problem)
HUDDLEKIT_VALUE(LoadReport)
HUDDLEKIT_VALUE(MottoCheck)
HUDDLEKIT_VALUE(RecoveryStep)
HUDDLEKIT_VALUE(Story)
HUDDLEKIT_VALUE(StoryDetails)
HUDDLEKIT_VALUE(StoryChange)
HUDDLEKIT_VALUE(StoryEdit)
HUDDLEKIT_VALUE(SearchHit)
HUDDLEKIT_VALUE(Lesson)
HUDDLEKIT_VALUE(LessonDetails)
HUDDLEKIT_VALUE(RecallState)
HUDDLEKIT_VALUE(LessonReview)
HUDDLEKIT_VALUE(LessonStanding)
HUDDLEKIT_VALUE(AlikeLessons)
HUDDLEKIT_VALUE(LessonLoad)
HUDDLEKIT_VALUE(Commitment)
HUDDLEKIT_VALUE(NewCommitment)
HUDDLEKIT_VALUE(Renegotiation)
HUDDLEKIT_VALUE(KeptRate::Side)
HUDDLEKIT_VALUE(KeptRate::Reason)
HUDDLEKIT_VALUE(KeptRate)
HUDDLEKIT_VALUE(HandOff)
HUDDLEKIT_VALUE(Note)
HUDDLEKIT_VALUE(Proposal)
HUDDLEKIT_VALUE(RoundAnswer)
HUDDLEKIT_VALUE(CollectedRound)
HUDDLEKIT_VALUE(Outcome)
HUDDLEKIT_VALUE(Call)
HUDDLEKIT_VALUE(Checkup)
HUDDLEKIT_VALUE(ImportOptions)
HUDDLEKIT_VALUE(ImportReport)
HUDDLEKIT_VALUE(Consent)
HUDDLEKIT_VALUE(ForgetReport::Touched)
HUDDLEKIT_VALUE(ForgetReport::Review)
HUDDLEKIT_VALUE(ForgetReport)
HUDDLEKIT_VALUE(Absence)
HUDDLEKIT_VALUE(RosterLine)
HUDDLEKIT_VALUE(ExposureRow)
HUDDLEKIT_VALUE(Turn)
HUDDLEKIT_VALUE(CalendarEntry)
HUDDLEKIT_VALUE(Cadence::Occurrence)
HUDDLEKIT_VALUE(Reminder)
HUDDLEKIT_VALUE(Delivery)
HUDDLEKIT_VALUE(Simulation::PersonRow)
HUDDLEKIT_VALUE(Simulation::ValueRow)
HUDDLEKIT_VALUE(Simulation::TimeRow)
HUDDLEKIT_VALUE(Simulation)
HUDDLEKIT_VALUE(Report::Reason)
HUDDLEKIT_VALUE(Report::Held)
HUDDLEKIT_VALUE(Report::Time)
HUDDLEKIT_VALUE(Report::SegmentRow)
HUDDLEKIT_VALUE(Report::ValueRow)
HUDDLEKIT_VALUE(Report::ThemeRow)
HUDDLEKIT_VALUE(Report::Stories)
HUDDLEKIT_VALUE(Report::Lessons)
HUDDLEKIT_VALUE(Report::Handoffs)
HUDDLEKIT_VALUE(Report::Staleness)
HUDDLEKIT_VALUE(Report::WeekRow)
HUDDLEKIT_VALUE(Report::Commitments)
HUDDLEKIT_VALUE(Report::PeopleMonth)
HUDDLEKIT_VALUE(Figure)
HUDDLEKIT_VALUE(Report)
HUDDLEKIT_VALUE(Difference)
HUDDLEKIT_VALUE(Comparison)

#undef HUDDLEKIT_VALUE

}  // namespace huddlekit
