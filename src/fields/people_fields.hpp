#pragma once
#include "fields/shape.hpp"
#include "huddlekit/cadence.hpp"
#include "huddlekit/entries.hpp"
#include "huddlekit/people.hpp"
#include "huddlekit/reminder.hpp"
#include "huddlekit/rota.hpp"

namespace huddlekit::fields {

template <>
inline constexpr auto kFields<Consent> =
    std::array{field<&Consent::leads>("leads"), field<&Consent::shared>("shared"),
               field<&Consent::celebrated>("celebrated")};
template <>
inline constexpr auto kFields<ForgetReport::Touched> = std::array{
    required<&ForgetReport::Touched::what>("what"), required<&ForgetReport::Touched::rows>("rows")};
template <>
inline constexpr auto kFields<ForgetReport::Review> = std::array{
    required<&ForgetReport::Review::what>("what"), required<&ForgetReport::Review::text>("text"),
    required<&ForgetReport::Review::found>("found")};
template <>
inline constexpr auto kFields<ForgetReport> = std::array{
    field<&ForgetReport::touched>("touched"), field<&ForgetReport::review>("review"),
    field<&ForgetReport::backups>("backups"), field<&ForgetReport::scrubbed>("scrubbed")};
template <>
inline constexpr auto kFields<Absence> =
    std::array{required<&Absence::who>("who"), required<&Absence::first>("first"),
               field<&Absence::last>("last"), field<&Absence::id>("id")};
template <>
inline constexpr auto kFields<RosterLine> =
    std::array{required<&RosterLine::day>("day"), required<&RosterLine::huddle>("huddle"),
               required<&RosterLine::member>("member")};
template <>
inline constexpr auto kFields<ExposureRow> =
    std::array{required<&ExposureRow::who>("who"), required<&ExposureRow::value>("value"),
               field<&ExposureRow::times>("times"), field<&ExposureRow::behind>("behind"),
               field<&ExposureRow::last>("last")};
template <>
inline constexpr auto kFields<Turn> = std::array{
    required<&Turn::huddle>("huddle"), required<&Turn::day>("day"), field<&Turn::role>("role"),
    field<&Turn::who>("who"), field<&Turn::published>("published")};
template <>
inline constexpr auto kFields<CalendarEntry> =
    std::array{required<&CalendarEntry::id>("id"),
               required<&CalendarEntry::team>("team"),
               required<&CalendarEntry::huddle>("huddle"),
               required<&CalendarEntry::day>("day"),
               required<&CalendarEntry::starts>("starts"),
               field<&CalendarEntry::state>("state"),
               field<&CalendarEntry::moved_from>("moved_from")};
template <>
inline constexpr auto kFields<Cadence::Occurrence> = std::array{
    required<&Cadence::Occurrence::day>("day"), required<&Cadence::Occurrence::local>("local"),
    required<&Cadence::Occurrence::starts>("starts"),
    field<&Cadence::Occurrence::moved_by_clock_change>("moved_by_clock_change"),
    field<&Cadence::Occurrence::moved_from>("moved_from")};
template <>
inline constexpr auto kFields<Reminder> =
    std::array{required<&Reminder::id>("id"),          field<&Reminder::team>("team"),
               field<&Reminder::person>("person"),     field<&Reminder::kind>("kind"),
               field<&Reminder::audience>("audience"), field<&Reminder::rule>("rule"),
               field<&Reminder::title>("title"),       field<&Reminder::text>("text"),
               field<&Reminder::due>("due"),           field<&Reminder::until>("until"),
               field<&Reminder::attempt>("attempt"),   field<&Reminder::lease_until>("lease_until"),
               field<&Reminder::reached>("reached"),   later<&Reminder::language>("language")};
template <>
inline constexpr auto kFields<Delivery> =
    std::array{required<&Delivery::reminder>("reminder"), required<&Delivery::at>("at"),
               required<&Delivery::outcome>("outcome"), field<&Delivery::target>("target"),
               field<&Delivery::why>("why")};
template <>
inline constexpr auto kFields<Simulation::PersonRow> =
    std::array{required<&Simulation::PersonRow::team>("team"),
               required<&Simulation::PersonRow::who>("who"),
               field<&Simulation::PersonRow::attended>("attended"),
               field<&Simulation::PersonRow::led>("led"),
               field<&Simulation::PersonRow::seat>("seat"),
               field<&Simulation::PersonRow::unheard>("unheard")};
template <>
inline constexpr auto kFields<Simulation::ValueRow> = std::array{
    required<&Simulation::ValueRow::team>("team"), required<&Simulation::ValueRow::value>("value"),
    field<&Simulation::ValueRow::huddles>("huddles")};
template <>
inline constexpr auto kFields<Simulation::TimeRow> = std::array{
    required<&Simulation::TimeRow::segment>("segment"),
    field<&Simulation::TimeRow::huddles>("huddles"), field<&Simulation::TimeRow::total>("total")};
template <>
inline constexpr auto kFields<Simulation> =
    std::array{field<&Simulation::huddles>("huddles"), field<&Simulation::people>("people"),
               field<&Simulation::values>("values"), field<&Simulation::time>("time"),
               field<&Simulation::warnings>("warnings")};

}  // namespace huddlekit::fields
