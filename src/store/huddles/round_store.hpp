#pragma once
#include <optional>

#include "store/sql/database.hpp"

namespace huddlekit {

/// The table of what was said in rounds that go into the journal.
class RoundStore {
 public:
  explicit RoundStore(Database& database) : database_(database) {}

  struct Said {
    std::optional<Id> story, lesson;
    std::string improvement, learned;  // their texts; empty when taken away since
  };
  /// nullopt: nothing yet.
  [[nodiscard]] std::optional<Said> said(Id huddle, Id person);
  void say(Id huddle, Id person, std::optional<Id> story, std::optional<Id> lesson);

 private:
  Database& database_;
};

}  // namespace huddlekit
