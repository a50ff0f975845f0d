#pragma once
#include "fields/shape.hpp"
#include "huddlekit/report.hpp"

namespace huddlekit::fields {

template <>
inline constexpr auto kFields<Report::Reason> =
    std::array{required<&Report::Reason::text>("text"), required<&Report::Reason::count>("count")};
template <>
inline constexpr auto kFields<Report::Held> = std::array{
    field<&Report::Held::planned>("planned"),       field<&Report::Held::completed>("completed"),
    field<&Report::Held::assumed>("assumed"),       field<&Report::Held::cancelled>("cancelled"),
    field<&Report::Held::unprepared>("unprepared"), field<&Report::Held::holidays>("holidays"),
    field<&Report::Held::reasons>("reasons")};
template <>
inline constexpr auto kFields<Report::Time> =
    std::array{field<&Report::Time::huddles>("huddles"), field<&Report::Time::overruns>("overruns"),
               field<&Report::Time::took>("took"), field<&Report::Time::timebox>("timebox"),
               field<&Report::Time::longest_over>("longest_over")};
template <>
inline constexpr auto kFields<Report::SegmentRow> = std::array{
    required<&Report::SegmentRow::kind>("kind"), field<&Report::SegmentRow::key>("key"),
    field<&Report::SegmentRow::huddles>("huddles"), field<&Report::SegmentRow::planned>("planned"),
    field<&Report::SegmentRow::took>("took")};
template <>
inline constexpr auto kFields<Report::ValueRow> = std::array{
    required<&Report::ValueRow::key>("key"),      required<&Report::ValueRow::name>("name"),
    field<&Report::ValueRow::huddles>("huddles"), field<&Report::ValueRow::due>("due"),
    field<&Report::ValueRow::wins>("wins"),       field<&Report::ValueRow::misses>("misses"),
    field<&Report::ValueRow::last>("last")};
template <>
inline constexpr auto kFields<Report::ThemeRow> = std::array{
    required<&Report::ThemeRow::key>("key"),        required<&Report::ThemeRow::name>("name"),
    field<&Report::ThemeRow::goal>("goal"),         field<&Report::ThemeRow::huddles>("huddles"),
    field<&Report::ThemeRow::on_theme>("on_theme"), field<&Report::ThemeRow::wins>("wins")};
template <>
inline constexpr auto kFields<Report::Stories> =
    std::array{field<&Report::Stories::wins>("wins"), field<&Report::Stories::misses>("misses"),
               field<&Report::Stories::benchmarks>("benchmarks"),
               field<&Report::Stories::improvements>("improvements"),
               field<&Report::Stories::recognitions>("recognitions")};
template <>
inline constexpr auto kFields<Report::Lessons> =
    std::array{field<&Report::Lessons::learned>("learned"),
               field<&Report::Lessons::kept>("kept"),
               field<&Report::Lessons::came_back>("came_back"),
               field<&Report::Lessons::capacity>("capacity"),
               field<&Report::Lessons::recall_now>("recall_now"),
               field<&Report::Lessons::recall_in_90>("recall_in_90")};
template <>
inline constexpr auto kFields<Report::Handoffs> = std::array{
    field<&Report::Handoffs::raised>("raised"), field<&Report::Handoffs::answered>("answered"),
    field<&Report::Handoffs::waiting>("waiting"),
    field<&Report::Handoffs::days_to_answer>("days_to_answer"),
    field<&Report::Handoffs::oldest_waiting>("oldest_waiting")};
template <>
inline constexpr auto kFields<Report::Staleness> =
    std::array{field<&Report::Staleness::prompts>("prompts"),
               field<&Report::Staleness::prompts_again>("prompts_again"),
               field<&Report::Staleness::stories>("stories"),
               field<&Report::Staleness::stories_again>("stories_again")};
template <>
inline constexpr auto kFields<Report::WeekRow> = std::array{
    required<&Report::WeekRow::monday>("monday"),  field<&Report::WeekRow::planned>("planned"),
    field<&Report::WeekRow::held>("held"),         field<&Report::WeekRow::timed>("timed"),
    field<&Report::WeekRow::overruns>("overruns"), field<&Report::WeekRow::took>("took"),
    field<&Report::WeekRow::wins>("wins"),         field<&Report::WeekRow::misses>("misses"),
    field<&Report::WeekRow::expected>("expected"), field<&Report::WeekRow::attended>("attended")};
template <>
inline constexpr auto kFields<Report::Commitments> = std::array{
    field<&Report::Commitments::kept>("kept"), field<&Report::Commitments::missed>("missed"),
    field<&Report::Commitments::dropped>("dropped"), field<&Report::Commitments::open>("open")};
template <>
inline constexpr auto kFields<Report::PeopleMonth> =
    std::array{required<&Report::PeopleMonth::month>("month"),
               field<&Report::PeopleMonth::members>("members"),
               field<&Report::PeopleMonth::expected>("expected"),
               field<&Report::PeopleMonth::attended>("attended"),
               field<&Report::PeopleMonth::recognised>("recognised"),
               field<&Report::PeopleMonth::lead>("lead"),
               field<&Report::PeopleMonth::led>("led"),
               field<&Report::PeopleMonth::turns_off>("turns_off"),
               field<&Report::PeopleMonth::customers>("customers"),
               field<&Report::PeopleMonth::colleagues>("colleagues")};
template <>
inline constexpr auto kFields<Figure> =
    std::array{required<&Figure::key>("key"),  field<&Figure::section>("section"),
               field<&Figure::label>("label"), field<&Figure::number>("number"),
               field<&Figure::unit>("unit"),   field<&Figure::text>("text"),
               field<&Figure::how>("how"),     field<&Figure::not_for>("not_for")};
template <>
inline constexpr auto kFields<Report> = std::array{required<&Report::of>("of"),
                                                   required<&Report::key>("key"),
                                                   required<&Report::name>("name"),
                                                   required<&Report::start>("start"),
                                                   required<&Report::end>("end"),
                                                   required<&Report::made>("made"),
                                                   field<&Report::teams>("teams"),
                                                   field<&Report::held>("held"),
                                                   field<&Report::time>("time"),
                                                   field<&Report::segments>("segments"),
                                                   field<&Report::values>("values"),
                                                   field<&Report::themes>("themes"),
                                                   field<&Report::stories>("stories"),
                                                   field<&Report::lessons>("lessons"),
                                                   field<&Report::handoffs>("handoffs"),
                                                   field<&Report::staleness>("staleness"),
                                                   field<&Report::weeks>("weeks"),
                                                   field<&Report::people>("people"),
                                                   field<&Report::hidden_months>("hidden_months"),
                                                   field<&Report::missed_reasons>("missed_reasons"),
                                                   field<&Report::warnings>("warnings"),
                                                   field<&Report::exposure>("exposure"),
                                                   later<&Report::language>("language")};
template <>
inline constexpr auto kFields<Difference> =
    std::array{required<&Difference::figure>("figure"), field<&Difference::label>("label"),
               field<&Difference::unit>("unit"),        field<&Difference::before>("before"),
               field<&Difference::after>("after"),      field<&Difference::low>("low"),
               field<&Difference::high>("high"),        field<&Difference::sentence>("sentence")};
template <>
inline constexpr auto kFields<Comparison> =
    std::array{field<&Comparison::rows>("rows"), field<&Comparison::caution>("caution")};

}  // namespace huddlekit::fields
