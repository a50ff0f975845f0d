#pragma once
#include <span>

namespace huddlekit {

/// Marks the file as ours (PRAGMA application_id): "HudK".
inline constexpr int kApplicationId = 0x4875644b;

// One script per file `schema_<topic>.cpp`. Kept to what SQLite and PostgreSQL share where it can
// be. Days are ISO dates, instants UTC seconds, lists JSON arrays. An entry of the playbook is
// retired, never deleted: old agendas refer to it.
extern const char* const kFirstSchema;
extern const char* const kLiveSchema;
extern const char* const kCalendarSchema;
extern const char* const kLessonsSchema;
extern const char* const kFeedSchema;
extern const char* const kStoriesSchema;
extern const char* const kRemindersSchema;
extern const char* const kReportSchema;

/// One script per version of the schema; script n takes a book from version n to n + 1. A released
/// one never changes.
[[nodiscard]] std::span<const char* const> migrations();

}  // namespace huddlekit
