#pragma once
#include <string>

#include "huddlekit/agenda.hpp"
#include "huddlekit/entries.hpp"
#include "huddlekit/playbook.hpp"

/// What reminders say. Like the other catalogues kept apart from the logic, so that a language can
/// be added. `today` is the reader's: it makes `today`, `tomorrow` and `on Thursday 26 November`.
namespace huddlekit::sentences {

struct Said {
  std::string title;
  std::string text;
};

[[nodiscard]] Said huddle_ahead(const Agenda& agenda, Recipient audience, Day today);
[[nodiscard]] Said monthly_ahead(const Agenda& agenda, Recipient audience, Day today);
[[nodiscard]] Said nudge(const Agenda& agenda);
[[nodiscard]] Said commitment_due(const Commitment& commitment, Recipient audience, Day today);
[[nodiscard]] Said lesson_of_the_week(const Lesson& lesson);

// Why a reminder did not go out, for the log.
inline constexpr const char* kNoShift = "no moment within a shift and outside quiet hours is left";
inline constexpr const char* kEnoughToday = "as many reminders as a day may bring";
inline constexpr const char* kNobodyAnswers = "the last ones were not answered";
inline constexpr const char* kNotNeeded = "not needed any more";
inline constexpr const char* kTooLate = "too late";

}  // namespace huddlekit::sentences
