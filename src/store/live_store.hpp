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

  /// How long each segment really was, by kind; empty when nobody measured.
  [[nodiscard]] std::map<std::string, std::chrono::seconds> lengths(Id huddle);
  /// Replaces them, and learns the team's usual lengths anew.
  void save_lengths(const HuddleRow& row,
                    const std::map<std::string, std::chrono::seconds>& lengths);
  [[nodiscard]] std::vector<UsualLength> usual(Id team);

 private:
  void learn(const HuddleRow& row, const std::string& kind);

  Database& database_;
};

}  // namespace huddlekit
