#pragma once
#include <string>

#include "core/sentences/phrase.hpp"
#include "huddlekit/agenda.hpp"
#include "huddlekit/entries.hpp"
#include "huddlekit/playbook.hpp"

/// What reminders say. `today` is the reader's: it makes `today`, `tomorrow` and `on Thursday
/// 26 November`.
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

}  // namespace huddlekit::sentences
