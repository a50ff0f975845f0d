// What the library makes up where the file gives none.
#include <cctype>
#include <cstdint>

#include "playbook/rules.hpp"

namespace huddlekit::detail {

std::string made_key(const Prompt& prompt) {
  std::uint32_t hash = 2166136261u;
  for (const char c : Rules::trimmed(prompt.text))
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  std::string key = prompt.value + "/";
  for (int shift = 28; shift >= 0; shift -= 4) key += "0123456789abcdef"[hash >> shift & 15];
  return key;
}

std::chrono::seconds usual_timebox(AgendaForm form) {
  return form == AgendaForm::kMonthly ? std::chrono::minutes{60} : Meeting{}.timebox;
}

std::string made_name(const Meeting& meeting) {
  std::string name = meeting.key;
  for (char& c : name) {
    if (c == '-') c = ' ';
  }
  if (!name.empty()) {
    name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  }
  return name;
}

}  // namespace huddlekit::detail

namespace huddlekit {

Recipient usual_audience(ReminderKind kind) {
  switch (kind) {
    case ReminderKind::kHuddle:
      return Recipient::kLeader;
    case ReminderKind::kCommitment:
      return Recipient::kOwner;
    case ReminderKind::kLesson:
      return Recipient::kChannel;
    case ReminderKind::kNudge:
    case ReminderKind::kMonthly:
      break;
  }
  return Recipient::kExpected;
}

std::chrono::seconds usual_ahead(ReminderKind kind) {
  using namespace std::chrono_literals;
  return kind == ReminderKind::kHuddle ? 15min : kind == ReminderKind::kMonthly ? 48h : 0s;
}

}  // namespace huddlekit
