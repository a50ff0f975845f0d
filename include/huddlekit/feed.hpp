#pragma once
#include <chrono>
#include <optional>
#include <string>

#include "huddlekit/time.hpp"

namespace huddlekit {

/// What `Book::feed` puts into a feed. Team and person both set: the huddles of that team at which
/// that person is expected. Neither: everything.
struct FeedOptions {
  std::string team{};    ///< key, or empty
  std::string person{};  ///< key, or empty
  /// First day; unset: a week before today. Of the days before today it holds what was published.
  std::optional<Day> start{};
  std::optional<Day> end{};  ///< the day after the last; unset: four weeks after today
  std::optional<std::chrono::minutes> alarm{};  ///< as IcsOptions

  bool operator==(const FeedOptions&) const = default;
};

}  // namespace huddlekit
