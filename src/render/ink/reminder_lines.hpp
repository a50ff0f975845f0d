#pragma once
#include <string>

#include "huddlekit/reminder.hpp"
#include "render/ink/shown.hpp"
#include "render/ink/width.hpp"

namespace huddlekit::detail {

/// What a reminder says, as it may be shown (see shown.hpp) and within the limits of chats.
struct ReminderLines {
  std::string title;  ///< one line, whom it is for in front
  std::string text;   ///< some lines; may be empty
};

[[nodiscard]] inline ReminderLines lines_of(const Reminder& reminder) {
  constexpr std::size_t kTitle = 140;
  constexpr std::size_t kText = 2'500;
  const auto name = reminder.person ? shown_line(reminder.person->name) : std::string();
  const auto title = shown_line(reminder.title);
  return {shorten(name.empty() ? title : isolated(name) + ": " + title, kTitle),
          shorten(shown(reminder.text), kText)};
}

}  // namespace huddlekit::detail
