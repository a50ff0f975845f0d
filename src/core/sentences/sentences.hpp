#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "huddlekit/agenda.hpp"

/// Every word of the library's own that a person reads in an agenda. Kept in one place so that a
/// language can be added; people's words never pass through here.
namespace huddlekit::sentences {

inline constexpr std::array<std::string_view, 7> kWeekdays{
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
inline constexpr std::array<std::string_view, 12> kMonths{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

inline constexpr std::string_view kHuddle = "huddle";
inline constexpr std::string_view kValueOfTheDay = "Value of the day";
inline constexpr std::string_view kWhyToday = "Why today";
inline constexpr std::string_view kNobodyLeads = "Nobody is down to lead";
inline constexpr std::string_view kFeed = "What the team talks about, huddle by huddle";
inline constexpr std::string_view kPreview = "Preview: not published yet";

// On the page for the wall, around its clock.
inline constexpr std::string_view kUntilWeStart = "until we start";
inline constexpr std::string_view kLeft = "left";
inline constexpr std::string_view kTimeIsUp = "Time is up";
inline constexpr std::string_view kOf = "of";
inline constexpr std::string_view kThen = "Then";
inline constexpr std::string_view kStart = "Start";
inline constexpr std::string_view kPause = "Pause";
inline constexpr std::string_view kGoOn = "Go on";
inline constexpr std::string_view kBack = "Back";
inline constexpr std::string_view kNext = "Next";
inline constexpr std::string_view kSpaceKey = "space";
inline constexpr std::string_view kNextHuddle = "Next huddle";

/// One word for a segment, where there is no room for its title.
[[nodiscard]] constexpr std::string_view short_title(SegmentKind kind) {
  switch (kind) {
    case SegmentKind::kOpen:
      return "Open";
    case SegmentKind::kValue:
      return "Value";
    case SegmentKind::kWin:
      return "Win";
    case SegmentKind::kLesson:
      return "Lesson";
    case SegmentKind::kPromises:
      return "Promises";
    case SegmentKind::kRound:
      return "Round";
    case SegmentKind::kSeat:
      return "Seat";
    case SegmentKind::kClose:
      return "Close";
    case SegmentKind::kFinishEarly:
      return "Early";
    case SegmentKind::kCustom:
      break;  // has a title of its own
  }
  return "";
}

[[nodiscard]] inline std::string leads(const std::string& name) { return name + " leads"; }

[[nodiscard]] inline std::string minutes(long long count) {
  return std::to_string(count) + (count == 1 ? " minute" : " minutes");
}
[[nodiscard]] inline std::string minutes(const std::string& clock) { return clock + " minutes"; }

/// `Revision 2: Ana is ill`.
[[nodiscard]] inline std::string revised(int revision, const std::string& reason) {
  return "Revision " + std::to_string(revision) + (reason.empty() ? "" : ": " + reason);
}

/// Stands at the end of a list that was shortened.
[[nodiscard]] inline std::string and_more(std::size_t count) {
  return "… and " + std::to_string(count) + " more";
}
/// The same as the last of some names: `Ana, Ben and 3 more`.
[[nodiscard]] inline std::string more(std::size_t count) { return std::to_string(count) + " more"; }

/// What a place with limits had no room for: `Kept promises: 188 left out`, `Win: shortened`.
[[nodiscard]] inline std::string left_out(const std::string& title, std::size_t count) {
  return title + ": " + std::to_string(count) + " left out";
}
[[nodiscard]] inline std::string shortened(const std::string& title) {
  return title + ": shortened";
}

/// Read aloud in place of the bar: `How the 10 minutes are shared: Open 0:30, Value 1:30`.
[[nodiscard]] inline std::string shared(const std::string& length, const std::string& parts) {
  return "How the " + length + " are shared: " + parts;
}

}  // namespace huddlekit::sentences
