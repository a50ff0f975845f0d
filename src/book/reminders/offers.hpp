#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/session.hpp"

namespace huddlekit {

/// Reminders are offered on lease, acknowledged, tried again or given up.
class Offers {
 public:
  explicit Offers(Session& session) : s_(session) {}

  /// What is due. With `lease`, on lease for as long; without, only looked at.
  [[nodiscard]] std::vector<Reminder> offer(Instant now, std::size_t limit,
                                            std::optional<std::chrono::seconds> lease);
  /// @param target  empty: everybody has it.
  void acknowledge(std::string_view id, std::string_view target);
  void fail(std::string_view id, std::string_view why, int attempt);
  void answered(std::string_view id);
  [[nodiscard]] std::vector<Delivery> deliveries(const StoredTeam& team, Day from, Day until);

 private:
  [[nodiscard]] std::string id_of(const ReminderKey& key);
  [[nodiscard]] ReminderRow find(std::string_view id);
  void drop(ReminderRow& row, Instant now, std::string_view why);

  Session& s_;
};

}  // namespace huddlekit
