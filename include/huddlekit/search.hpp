#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "huddlekit/entries.hpp"
#include "huddlekit/time.hpp"
#include "huddlekit/words.hpp"

namespace huddlekit {

/// What can be found: the kinds of stories, and lessons.
enum class EntryKind { kWin, kMiss, kBenchmark, kImprovement, kLesson };

/// What `Book::search` leaves aside. An empty key means any.
struct SearchOptions {
  std::string team{};
  std::optional<EntryKind> kind{};
  std::string value{};  ///< key of one that the story shows or the lesson illustrates
  std::optional<Day> start{};
  std::optional<Day> end{};  ///< the first day that is not searched any more
  int limit = 10;            ///< 1 to 1,000
};

/// One entry of the journal that holds all the words.
struct SearchHit {
  EntryKind kind{};
  Id id = 0;  ///< of the story or the lesson
  std::string team{};
  Day day{};
  std::string snippet{};                                     ///< the best part of the text
  std::vector<std::pair<std::size_t, std::size_t>> found{};  ///< bytes [start, end) of the snippet

  bool operator==(const SearchHit&) const = default;
};

}  // namespace huddlekit
