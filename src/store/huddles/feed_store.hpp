#pragma once
#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "store/sql/database.hpp"

namespace huddlekit {

/// What feeds have last said of one huddle, and how often that has changed.
struct FeedStamp {
  std::string huddle;  // its id
  Id team = 0;
  Day day{};
  Instant starts{};
  std::chrono::seconds length{};
  std::string zone;
  std::string title;
  std::vector<Id> expected;
  bool cancelled = false;
  std::int64_t hash = 0;
  int sequence = 0;
  Instant modified{};

  bool operator==(const FeedStamp&) const = default;
};

/// The tables of calendar feeds.
class FeedStore {
 public:
  explicit FeedStore(Database& database) : database_(database) {}

  /// Names this book among all.
  [[nodiscard]] std::string token();
  /// Of all teams, by huddle.
  [[nodiscard]] std::map<std::string, FeedStamp> between(Day from, Day until);
  void save(const FeedStamp& stamp);

 private:
  Database& database_;
};

}  // namespace huddlekit
