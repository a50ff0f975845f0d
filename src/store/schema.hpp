#pragma once
#include <span>

namespace huddlekit {

/// Marks the file as ours (PRAGMA application_id): "HudK".
inline constexpr int kApplicationId = 0x4875644b;

/// One script per version of the schema; script n takes a book from version n to n + 1. A released
/// one never changes.
[[nodiscard]] std::span<const char* const> migrations();

}  // namespace huddlekit
