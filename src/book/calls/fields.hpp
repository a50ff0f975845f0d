#pragma once
#include <string>
#include <tuple>

#include "huddlekit/book.hpp"

namespace huddlekit {

// The fields of the values that go into calls and come out of them, by name: what a digest of a
// question and the text of an answer go by.

template <class T, class Member>
struct Field {
  const char* name;
  Member T::*at;
};

/// A tuple of Field, or nothing for what is no such value.
template <class T>
inline constexpr auto kFields = nullptr;

template <>
inline constexpr auto kFields<Person> =
    std::tuple{Field{"key", &Person::key}, Field{"name", &Person::name}};
template <>
inline constexpr auto kFields<Point> =
    std::tuple{Field{"label", &Point::label}, Field{"text", &Point::text}};
template <>
inline constexpr auto kFields<Segment> =
    std::tuple{Field{"kind", &Segment::kind},       Field{"key", &Segment::key},
               Field{"title", &Segment::title},     Field{"who", &Segment::who},
               Field{"text", &Segment::text},       Field{"points", &Segment::points},
               Field{"seconds", &Segment::seconds}, Field{"why", &Segment::why}};
template <>
inline constexpr auto kFields<Agenda> = std::tuple{Field{"id", &Agenda::id},
                                                   Field{"organisation", &Agenda::organisation},
                                                   Field{"motto", &Agenda::motto},
                                                   Field{"team", &Agenda::team},
                                                   Field{"team_name", &Agenda::team_name},
                                                   Field{"huddle", &Agenda::huddle},
                                                   Field{"huddle_name", &Agenda::huddle_name},
                                                   Field{"day", &Agenda::day},
                                                   Field{"starts", &Agenda::starts},
                                                   Field{"zone", &Agenda::zone},
                                                   Field{"local_start", &Agenda::local_start},
                                                   Field{"timebox", &Agenda::timebox},
                                                   Field{"published", &Agenda::published},
                                                   Field{"revision", &Agenda::revision},
                                                   Field{"reason", &Agenda::reason},
                                                   Field{"value", &Agenda::value},
                                                   Field{"value_name", &Agenda::value_name},
                                                   Field{"facilitator", &Agenda::facilitator},
                                                   Field{"customers_seat", &Agenda::customers_seat},
                                                   Field{"segments", &Agenda::segments}};
template <>
inline constexpr auto kFields<LiveSegment> =
    std::tuple{Field{"key", &LiveSegment::key},         Field{"planned", &LiveSegment::planned},
               Field{"min", &LiveSegment::min},         Field{"cut", &LiveSegment::cut},
               Field{"dropped", &LiveSegment::dropped}, Field{"took", &LiveSegment::took}};
template <>
inline constexpr auto kFields<LiveState> =
    std::tuple{Field{"timebox", &LiveState::timebox},       Field{"segments", &LiveState::segments},
               Field{"phase", &LiveState::phase},           Field{"current", &LiveState::current},
               Field{"counted_to", &LiveState::counted_to}, Field{"started", &LiveState::started},
               Field{"finished", &LiveState::finished}};
template <>
inline constexpr auto kFields<LiveClock> =
    std::tuple{Field{"elapsed", &LiveClock::elapsed}, Field{"took", &LiveClock::took},
               Field{"left", &LiveClock::left},       Field{"late", &LiveClock::late},
               Field{"cut", &LiveClock::cut},         Field{"lengths", &LiveClock::lengths}};
template <>
inline constexpr auto kFields<LiveHuddle> =
    std::tuple{Field{"agenda", &LiveHuddle::agenda}, Field{"state", &LiveHuddle::state},
               Field{"clock", &LiveHuddle::clock}, Field{"attended", &LiveHuddle::attended},
               Field{"lesson_rating", &LiveHuddle::lesson_rating}};
template <>
inline constexpr auto kFields<CalendarEntry> =
    std::tuple{Field{"id", &CalendarEntry::id},
               Field{"team", &CalendarEntry::team},
               Field{"huddle", &CalendarEntry::huddle},
               Field{"day", &CalendarEntry::day},
               Field{"starts", &CalendarEntry::starts},
               Field{"state", &CalendarEntry::state},
               Field{"moved_from", &CalendarEntry::moved_from}};
template <>
inline constexpr auto kFields<Turn> =
    std::tuple{Field{"huddle", &Turn::huddle}, Field{"day", &Turn::day}, Field{"role", &Turn::role},
               Field{"who", &Turn::who}, Field{"published", &Turn::published}};
template <>
inline constexpr auto kFields<Absence> =
    std::tuple{Field{"id", &Absence::id}, Field{"who", &Absence::who},
               Field{"first", &Absence::first}, Field{"last", &Absence::last}};
template <>
inline constexpr auto kFields<RosterLine> =
    std::tuple{Field{"day", &RosterLine::day}, Field{"huddle", &RosterLine::huddle},
               Field{"member", &RosterLine::member}};
template <>
inline constexpr auto kFields<Holiday> = std::tuple{
    Field{"day", &Holiday::day}, Field{"name", &Holiday::name}, Field{"region", &Holiday::region}};
template <>
inline constexpr auto kFields<RecoveryStep> =
    std::tuple{Field{"step", &RecoveryStep::step}, Field{"by", &RecoveryStep::by},
               Field{"day", &RecoveryStep::day}};
template <>
inline constexpr auto kFields<Story> = std::tuple{Field{"id", &Story::id},
                                                  Field{"kind", &Story::kind},
                                                  Field{"team", &Story::team},
                                                  Field{"day", &Story::day},
                                                  Field{"text", &Story::text},
                                                  Field{"values", &Story::values},
                                                  Field{"who", &Story::who},
                                                  Field{"by", &Story::by},
                                                  Field{"touch_point", &Story::touch_point},
                                                  Field{"stage", &Story::stage},
                                                  Field{"customer", &Story::customer},
                                                  Field{"inside_customer", &Story::inside_customer},
                                                  Field{"tags", &Story::tags},
                                                  Field{"promise", &Story::promise},
                                                  Field{"recovery", &Story::recovery}};
template <>
inline constexpr auto kFields<StoryDetails> =
    std::tuple{Field{"who", &StoryDetails::who},
               Field{"values", &StoryDetails::values},
               Field{"by", &StoryDetails::by},
               Field{"day", &StoryDetails::day},
               Field{"touch_point", &StoryDetails::touch_point},
               Field{"stage", &StoryDetails::stage},
               Field{"customer", &StoryDetails::customer},
               Field{"inside_customer", &StoryDetails::inside_customer},
               Field{"tags", &StoryDetails::tags},
               Field{"promise", &StoryDetails::promise}};
template <>
inline constexpr auto kFields<LessonDetails> = std::tuple{
    Field{"change", &LessonDetails::change}, Field{"importance", &LessonDetails::importance},
    Field{"value", &LessonDetails::value},   Field{"story", &LessonDetails::story},
    Field{"day", &LessonDetails::day},       Field{"audience", &LessonDetails::audience}};
template <>
inline constexpr auto kFields<StoryChange> =
    std::tuple{Field{"text", &StoryChange::text},
               Field{"values", &StoryChange::values},
               Field{"who", &StoryChange::who},
               Field{"touch_point", &StoryChange::touch_point},
               Field{"stage", &StoryChange::stage},
               Field{"customer", &StoryChange::customer},
               Field{"inside_customer", &StoryChange::inside_customer},
               Field{"tags", &StoryChange::tags},
               Field{"promise", &StoryChange::promise}};
template <>
inline constexpr auto kFields<Lesson> =
    std::tuple{Field{"id", &Lesson::id},         Field{"team", &Lesson::team},
               Field{"day", &Lesson::day},       Field{"insight", &Lesson::insight},
               Field{"change", &Lesson::change}, Field{"importance", &Lesson::importance},
               Field{"value", &Lesson::value},   Field{"story", &Lesson::story},
               Field{"heard", &Lesson::heard},   Field{"audience", &Lesson::audience},
               Field{"state", &Lesson::state},   Field{"merged_into", &Lesson::merged_into},
               Field{"reason", &Lesson::reason}};
template <>
inline constexpr auto kFields<Commitment> =
    std::tuple{Field{"id", &Commitment::id},
               Field{"team", &Commitment::team},
               Field{"who", &Commitment::who},
               Field{"text", &Commitment::text},
               Field{"made", &Commitment::made},
               Field{"due", &Commitment::due},
               Field{"for_customer", &Commitment::for_customer},
               Field{"state", &Commitment::state},
               Field{"reason", &Commitment::reason}};
template <>
inline constexpr auto kFields<Note> =
    std::tuple{Field{"id", &Note::id}, Field{"team", &Note::team}, Field{"day", &Note::day},
               Field{"text", &Note::text}, Field{"from", &Note::from}};
template <>
inline constexpr auto kFields<NewCommitment> = std::tuple{
    Field{"who", &NewCommitment::who}, Field{"text", &NewCommitment::text},
    Field{"due", &NewCommitment::due}, Field{"for_customer", &NewCommitment::for_customer}};
template <>
inline constexpr auto kFields<Outcome> = std::tuple{Field{"attended", &Outcome::attended},
                                                    Field{"led_by", &Outcome::led_by},
                                                    Field{"took", &Outcome::took},
                                                    Field{"seconds", &Outcome::seconds},
                                                    Field{"covered", &Outcome::covered},
                                                    Field{"lesson_rating", &Outcome::lesson_rating},
                                                    Field{"commitments", &Outcome::commitments},
                                                    Field{"kept", &Outcome::kept},
                                                    Field{"missed", &Outcome::missed}};
template <>
inline constexpr auto kFields<RoundAnswer> =
    std::tuple{Field{"who", &RoundAnswer::who}, Field{"improvement", &RoundAnswer::improvement},
               Field{"learned", &RoundAnswer::learned}};
template <>
inline constexpr auto kFields<CollectedRound> =
    std::tuple{Field{"improvements", &CollectedRound::improvements},
               Field{"lessons", &CollectedRound::lessons}};
template <>
inline constexpr auto kFields<HandOff> = std::tuple{Field{"id", &HandOff::id},
                                                    Field{"team", &HandOff::team},
                                                    Field{"to", &HandOff::to},
                                                    Field{"story", &HandOff::story},
                                                    Field{"commitment", &HandOff::commitment},
                                                    Field{"question", &HandOff::question},
                                                    Field{"raised", &HandOff::raised},
                                                    Field{"answer", &HandOff::answer},
                                                    Field{"answered", &HandOff::answered},
                                                    Field{"by", &HandOff::by},
                                                    Field{"days", &HandOff::days}};
template <>
inline constexpr auto kFields<Proposal> =
    std::tuple{Field{"id", &Proposal::id},        Field{"kind", &Proposal::kind},
               Field{"text", &Proposal::text},    Field{"value", &Proposal::value},
               Field{"story", &Proposal::story},  Field{"by", &Proposal::by},
               Field{"day", &Proposal::day},      Field{"state", &Proposal::state},
               Field{"reason", &Proposal::reason}};
template <>
inline constexpr auto kFields<Consent> =
    std::tuple{Field{"leads", &Consent::leads}, Field{"shared", &Consent::shared},
               Field{"celebrated", &Consent::celebrated}};
template <>
inline constexpr auto kFields<LoadReport> =
    std::tuple{Field{"added", &LoadReport::added}, Field{"changed", &LoadReport::changed},
               Field{"retired", &LoadReport::retired}, Field{"unchanged", &LoadReport::unchanged}};
template <>
inline constexpr auto kFields<ImportOptions> =
    std::tuple{Field{"dry_run", &ImportOptions::dry_run}, Field{"name", &ImportOptions::name}};
template <>
inline constexpr auto kFields<ImportReport> =
    std::tuple{Field{"added", &ImportReport::added}, Field{"known", &ImportReport::known},
               Field{"lines", &ImportReport::lines}};
template <>
inline constexpr auto kFields<Reminder> = std::tuple{Field{"id", &Reminder::id},
                                                     Field{"team", &Reminder::team},
                                                     Field{"person", &Reminder::person},
                                                     Field{"kind", &Reminder::kind},
                                                     Field{"audience", &Reminder::audience},
                                                     Field{"rule", &Reminder::rule},
                                                     Field{"title", &Reminder::title},
                                                     Field{"text", &Reminder::text},
                                                     Field{"due", &Reminder::due},
                                                     Field{"until", &Reminder::until},
                                                     Field{"attempt", &Reminder::attempt},
                                                     Field{"lease_until", &Reminder::lease_until},
                                                     Field{"reached", &Reminder::reached}};

}  // namespace huddlekit
