#pragma once
#include <string>
#include <string_view>

/// The library's own words in a calendar feed.
namespace huddlekit::sentences {

inline constexpr std::string_view kYouLead = "you lead";
inline constexpr std::string_view kYouHaveTheSeat = "you have the customer’s seat";

[[nodiscard]] inline std::string has_the_seat(const std::string& name) {
  return name + " has the customer’s seat";
}

/// Many calendar programs show a cancelled event of a feed as any other.
[[nodiscard]] inline std::string cancelled(const std::string& huddle) {
  return "Cancelled: " + huddle;
}

inline constexpr std::string_view kHuddles = "Huddles";
/// What a calendar program calls the feed: `Front desk: huddles`.
[[nodiscard]] inline std::string huddles_of(const std::string& name) { return name + ": huddles"; }

}  // namespace huddlekit::sentences
