#pragma once
#include <span>
#include <string_view>

namespace huddlekit {

/// Marks the file as ours (PRAGMA application_id): "HudK".
inline constexpr int kApplicationId = 0x4875644b;

/// One script a version of the schema, from `schema/sqlite/`: script n takes a book from version n
/// to n + 1. A released one never changes. Days are ISO dates, instants UTC seconds, lists JSON
/// arrays. An entry of the playbook is retired, never deleted: old agendas refer to it.
[[nodiscard]] std::span<const std::string_view> migrations();

}  // namespace huddlekit
