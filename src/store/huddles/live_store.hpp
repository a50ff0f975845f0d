#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/agenda/agenda_template.hpp"
#include "huddlekit/live.hpp"
#include "store/huddles/huddle_store.hpp"
#include "store/sql/database.hpp"

namespace huddlekit {

/// The tables of how huddles are and were held.
class LiveStore {
 public:
  explicit LiveStore(Database& database) : database_(database) {}

  [[nodiscard]] std::optional<LiveState> find(Id huddle);
  void save(Id huddle, const LiveState& state);

  /// What is known of the outcome while the huddle is on.
  struct Noted {
    std::optional<std::vector<Id>> attended;
    std::optional<Rating> lesson_rating;
  };
  [[nodiscard]] Noted noted(Id huddle);
  void note(Id huddle, const Noted& noted);

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
