#pragma once
#include "fields/shape.hpp"
#include "huddlekit/call.hpp"
#include "huddlekit/doctor.hpp"
#include "huddlekit/entries.hpp"
#include "huddlekit/exchange.hpp"
#include "huddlekit/lessons.hpp"
#include "huddlekit/promises.hpp"
#include "huddlekit/proposals.hpp"
#include "huddlekit/recall.hpp"
#include "huddlekit/search.hpp"
#include "huddlekit/team.hpp"

namespace huddlekit::fields {

template <>
inline constexpr auto kFields<RecoveryStep> =
    std::array{required<&RecoveryStep::step>("step"), required<&RecoveryStep::by>("by"),
               required<&RecoveryStep::day>("day")};
template <>
inline constexpr auto kFields<Story> = std::array{required<&Story::kind>("kind"),
                                                  required<&Story::team>("team"),
                                                  required<&Story::day>("day"),
                                                  required<&Story::text>("text"),
                                                  field<&Story::values>("values"),
                                                  field<&Story::who>("who"),
                                                  field<&Story::by>("by"),
                                                  field<&Story::touch_point>("touch_point"),
                                                  field<&Story::stage>("stage"),
                                                  field<&Story::customer>("customer"),
                                                  field<&Story::inside_customer>("inside_customer"),
                                                  field<&Story::tags>("tags"),
                                                  field<&Story::promise>("promise"),
                                                  field<&Story::recovery>("recovery"),
                                                  field<&Story::id>("id")};
template <>
inline constexpr auto kFields<StoryDetails> =
    std::array{field<&StoryDetails::who>("who"),
               field<&StoryDetails::values>("values"),
               field<&StoryDetails::by>("by"),
               field<&StoryDetails::day>("day"),
               field<&StoryDetails::touch_point>("touch_point"),
               field<&StoryDetails::stage>("stage"),
               field<&StoryDetails::customer>("customer"),
               field<&StoryDetails::inside_customer>("inside_customer"),
               field<&StoryDetails::tags>("tags"),
               field<&StoryDetails::promise>("promise")};
template <>
inline constexpr auto kFields<StoryChange> =
    std::array{field<&StoryChange::text>("text"),
               field<&StoryChange::values>("values"),
               field<&StoryChange::who>("who"),
               field<&StoryChange::touch_point>("touch_point"),
               field<&StoryChange::stage>("stage"),
               field<&StoryChange::customer>("customer"),
               field<&StoryChange::inside_customer>("inside_customer"),
               field<&StoryChange::tags>("tags"),
               field<&StoryChange::promise>("promise")};
template <>
inline constexpr auto kFields<StoryEdit> =
    std::array{required<&StoryEdit::at>("at"), required<&StoryEdit::text>("text"),
               field<&StoryEdit::by>("by")};
template <>
inline constexpr auto kFields<SearchHit> =
    std::array{required<&SearchHit::kind>("kind"),       required<&SearchHit::id>("id"),
               required<&SearchHit::team>("team"),       required<&SearchHit::day>("day"),
               required<&SearchHit::snippet>("snippet"), field<&SearchHit::found>("found")};
template <>
inline constexpr auto kFields<Lesson> = std::array{required<&Lesson::team>("team"),
                                                   required<&Lesson::day>("day"),
                                                   required<&Lesson::insight>("insight"),
                                                   field<&Lesson::change>("change"),
                                                   field<&Lesson::importance>("importance"),
                                                   field<&Lesson::value>("value"),
                                                   field<&Lesson::story>("story"),
                                                   field<&Lesson::heard>("heard"),
                                                   field<&Lesson::audience>("audience"),
                                                   field<&Lesson::state>("state"),
                                                   field<&Lesson::merged_into>("merged_into"),
                                                   field<&Lesson::reason>("reason"),
                                                   field<&Lesson::id>("id")};
template <>
inline constexpr auto kFields<LessonDetails> = std::array{
    field<&LessonDetails::change>("change"), field<&LessonDetails::importance>("importance"),
    field<&LessonDetails::value>("value"),   field<&LessonDetails::story>("story"),
    field<&LessonDetails::day>("day"),       field<&LessonDetails::audience>("audience")};
template <>
inline constexpr auto kFields<RecallState> =
    std::array{required<&RecallState::stability>("stability"),
               required<&RecallState::difficulty>("difficulty")};
template <>
inline constexpr auto kFields<LessonReview> =
    std::array{required<&LessonReview::huddle>("huddle"), required<&LessonReview::day>("day"),
               field<&LessonReview::rating>("rating"), field<&LessonReview::assumed>("assumed")};
template <>
inline constexpr auto kFields<LessonStanding> =
    std::array{required<&LessonStanding::lesson>("lesson"),
               field<&LessonStanding::state>("state"),
               field<&LessonStanding::heard>("heard"),
               required<&LessonStanding::due>("due"),
               field<&LessonStanding::remembered>("remembered"),
               field<&LessonStanding::good_in_a_row>("good_in_a_row")};
template <>
inline constexpr auto kFields<AlikeLessons> =
    std::array{required<&AlikeLessons::first>("first"), required<&AlikeLessons::second>("second"),
               required<&AlikeLessons::alike>("alike")};
template <>
inline constexpr auto kFields<LessonLoad> =
    std::array{field<&LessonLoad::room>("room"),
               field<&LessonLoad::load>("load"),
               field<&LessonLoad::first_year>("first_year"),
               field<&LessonLoad::new_per_month>("new_per_month"),
               field<&LessonLoad::over>("over"),
               field<&LessonLoad::merge>("merge"),
               field<&LessonLoad::retire>("retire")};
template <>
inline constexpr auto kFields<Commitment> = std::array{
    required<&Commitment::team>("team"), required<&Commitment::who>("who"),
    required<&Commitment::text>("text"), required<&Commitment::made>("made"),
    required<&Commitment::due>("due"),   field<&Commitment::for_customer>("for_customer"),
    field<&Commitment::state>("state"),  field<&Commitment::reason>("reason"),
    field<&Commitment::id>("id")};
template <>
inline constexpr auto kFields<NewCommitment> = std::array{
    required<&NewCommitment::who>("who"), required<&NewCommitment::text>("text"),
    required<&NewCommitment::due>("due"), field<&NewCommitment::for_customer>("for_customer")};
template <>
inline constexpr auto kFields<Renegotiation> = std::array{
    required<&Renegotiation::day>("day"), required<&Renegotiation::before>("before"),
    required<&Renegotiation::after>("after"), required<&Renegotiation::reason>("reason")};
template <>
inline constexpr auto kFields<KeptRate::Side> =
    std::array{field<&KeptRate::Side::kept>("kept"), field<&KeptRate::Side::missed>("missed"),
               field<&KeptRate::Side::dropped>("dropped"), field<&KeptRate::Side::open>("open"),
               field<&KeptRate::Side::renegotiated>("renegotiated")};
template <>
inline constexpr auto kFields<KeptRate::Reason> = std::array{
    required<&KeptRate::Reason::word>("word"), required<&KeptRate::Reason::count>("count")};
template <>
inline constexpr auto kFields<KeptRate> =
    std::array{field<&KeptRate::customers>("customers"), field<&KeptRate::colleagues>("colleagues"),
               field<&KeptRate::reasons>("reasons")};
template <>
inline constexpr auto kFields<HandOff> = std::array{required<&HandOff::team>("team"),
                                                    required<&HandOff::to>("to"),
                                                    field<&HandOff::story>("story"),
                                                    field<&HandOff::commitment>("commitment"),
                                                    required<&HandOff::question>("question"),
                                                    required<&HandOff::raised>("raised"),
                                                    field<&HandOff::answer>("answer"),
                                                    field<&HandOff::answered>("answered"),
                                                    field<&HandOff::by>("by"),
                                                    field<&HandOff::days>("days"),
                                                    field<&HandOff::id>("id")};
template <>
inline constexpr auto kFields<Note> = std::array{
    required<&Note::team>("team"), required<&Note::day>("day"), required<&Note::text>("text"),
    field<&Note::source>("source"), field<&Note::id>("id")};
template <>
inline constexpr auto kFields<Proposal> =
    std::array{required<&Proposal::kind>("kind"),   required<&Proposal::text>("text"),
               required<&Proposal::value>("value"), field<&Proposal::story>("story"),
               field<&Proposal::by>("by"),          required<&Proposal::day>("day"),
               field<&Proposal::state>("state"),    field<&Proposal::reason>("reason"),
               field<&Proposal::id>("id")};
template <>
inline constexpr auto kFields<RoundAnswer> =
    std::array{required<&RoundAnswer::who>("who"), field<&RoundAnswer::improvement>("improvement"),
               field<&RoundAnswer::learned>("learned")};
template <>
inline constexpr auto kFields<CollectedRound> =
    std::array{field<&CollectedRound::improvements>("improvements"),
               field<&CollectedRound::lessons>("lessons")};
template <>
inline constexpr auto kFields<Outcome> = std::array{field<&Outcome::attended>("attended"),
                                                    field<&Outcome::led_by>("led_by"),
                                                    field<&Outcome::took>("took"),
                                                    field<&Outcome::seconds>("seconds"),
                                                    field<&Outcome::covered>("covered"),
                                                    field<&Outcome::lesson_rating>("lesson_rating"),
                                                    field<&Outcome::commitments>("commitments"),
                                                    field<&Outcome::kept>("kept"),
                                                    field<&Outcome::missed>("missed")};
template <>
inline constexpr auto kFields<Call> =
    std::array{required<&Call::what>("what"), required<&Call::at>("at"), field<&Call::by>("by"),
               field<&Call::id>("id")};
template <>
inline constexpr auto kFields<Checkup> =
    std::array{required<&Checkup::key>("key"), required<&Checkup::health>("health"),
               required<&Checkup::found>("found"), field<&Checkup::advice>("advice")};
template <>
inline constexpr auto kFields<ImportOptions> =
    std::array{field<&ImportOptions::dry_run>("dry_run"), field<&ImportOptions::name>("name")};
template <>
inline constexpr auto kFields<ImportReport> =
    std::array{field<&ImportReport::added>("added"), field<&ImportReport::known>("known"),
               field<&ImportReport::lines>("lines")};

}  // namespace huddlekit::fields
