#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/agenda_template.hpp"
#include "huddlekit/live.hpp"
#include "store/database.hpp"
#include "store/huddle_store.hpp"

namespace huddlekit {

/// The tables of how huddles are and were held.
class LiveStore {
 public:
  explicit LiveStore(Database& database) : database_(database) {}

  [[nodiscard]] std::optional<LiveState> find(Id huddle);
  void save(Id huddle, const LiveState& state);

  /// What an outcome says of one segment.
  struct Held {
    std::optional<std::chrono::seconds> seconds;
    std::optional<bool> covered;

    bool operator==(const Held&) const = default;
  };
  /// By kind; empty when nothing is recorded.
  [[nodiscard]] std::map<std::string, Held> held(Id huddle);
  /// Replaces them, and learns the team's usual lengths anew.
  void save_held(const HuddleRow& row, const std::map<std::string, Held>& held);
  [[nodiscard]] std::vector<UsualLength> usual(Id team);

  /// Takes back that the huddle told its stories of some kinds, or says again that it told all.
  void mark_not_reached(Id huddle, bool wins, bool misses);

 private:
  void learn(const HuddleRow& row, const std::string& kind);

  Database& database_;
};

}  // namespace huddlekit
