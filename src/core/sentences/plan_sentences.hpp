#pragma once
#include <string_view>

/// The library's own words in a plan of days.
namespace huddlekit::sentences {

inline constexpr std::string_view kPlanOfHuddles = "huddles";
inline constexpr std::string_view kNoHuddles = "No huddles on these days";
inline constexpr std::string_view kDay = "Day";
inline constexpr std::string_view kTime = "Time";
inline constexpr std::string_view kTeam = "Team";
inline constexpr std::string_view kHuddleColumn = "Huddle";
inline constexpr std::string_view kValue = "Value";
inline constexpr std::string_view kLeadsColumn = "Leads";
inline constexpr std::string_view kSeatColumn = "Customer’s seat";
inline constexpr std::string_view kState = "State";
inline constexpr std::string_view kPublished = "published";
inline constexpr std::string_view kPlanned = "planned";
inline constexpr std::string_view kNobody = "–";

}  // namespace huddlekit::sentences
