#pragma once
#include "fields/shape.hpp"
#include "huddlekit/agenda.hpp"
#include "huddlekit/email.hpp"
#include "huddlekit/live.hpp"

namespace huddlekit::fields {

template <>
inline constexpr auto kFields<Person> =
    std::array{required<&Person::key>("key"), required<&Person::name>("name")};
template <>
inline constexpr auto kFields<Point> =
    std::array{required<&Point::label>("label"), required<&Point::text>("text")};
template <>
inline constexpr auto kFields<Segment> =
    std::array{required<&Segment::kind>("kind"),  required<&Segment::seconds>("seconds"),
               later<&Segment::key>("key"),       field<&Segment::title>("title"),
               field<&Segment::who>("who"),       field<&Segment::text>("text"),
               field<&Segment::points>("points"), field<&Segment::why>("why")};
template <>
inline constexpr auto kFields<Agenda> = std::array{required<&Agenda::id>("id"),
                                                   field<&Agenda::organisation>("organisation"),
                                                   field<&Agenda::motto>("motto"),
                                                   required<&Agenda::team>("team"),
                                                   field<&Agenda::team_name>("team_name"),
                                                   required<&Agenda::huddle>("huddle"),
                                                   field<&Agenda::huddle_name>("huddle_name"),
                                                   required<&Agenda::day>("day"),
                                                   required<&Agenda::starts>("starts"),
                                                   field<&Agenda::zone>("zone"),
                                                   required<&Agenda::local_start>("local_start"),
                                                   required<&Agenda::timebox>("timebox"),
                                                   field<&Agenda::published>("published"),
                                                   field<&Agenda::revision>("revision"),
                                                   field<&Agenda::reason>("reason"),
                                                   field<&Agenda::value>("value"),
                                                   field<&Agenda::value_name>("value_name"),
                                                   field<&Agenda::facilitator>("facilitator"),
                                                   field<&Agenda::customers_seat>("customers_seat"),
                                                   later<&Agenda::language>("language"),
                                                   required<&Agenda::segments>("segments")};
template <>
inline constexpr auto kFields<Email> =
    std::array{required<&Email::subject>("subject"), required<&Email::text>("text"),
               required<&Email::html>("html")};
template <>
inline constexpr auto kFields<LiveSegment> =
    std::array{required<&LiveSegment::key>("key"),      required<&LiveSegment::planned>("planned"),
               field<&LiveSegment::min>("min"),         field<&LiveSegment::cut>("cut"),
               field<&LiveSegment::dropped>("dropped"), field<&LiveSegment::took>("took")};
template <>
inline constexpr auto kFields<LiveState> = std::array{
    required<&LiveState::timebox>("timebox"),       required<&LiveState::segments>("segments"),
    required<&LiveState::phase>("phase"),           required<&LiveState::current>("current"),
    required<&LiveState::counted_to>("counted_to"), field<&LiveState::started>("started"),
    field<&LiveState::finished>("finished")};
template <>
inline constexpr auto kFields<LiveClock> =
    std::array{required<&LiveClock::elapsed>("elapsed"), required<&LiveClock::took>("took"),
               required<&LiveClock::left>("left"),       required<&LiveClock::late>("late"),
               required<&LiveClock::cut>("cut"),         required<&LiveClock::lengths>("lengths")};
template <>
inline constexpr auto kFields<LiveHuddle> =
    std::array{required<&LiveHuddle::agenda>("agenda"), required<&LiveHuddle::state>("state"),
               required<&LiveHuddle::clock>("clock"), field<&LiveHuddle::attended>("attended"),
               field<&LiveHuddle::lesson_rating>("lesson_rating")};

}  // namespace huddlekit::fields
