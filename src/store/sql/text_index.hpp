#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/search.hpp"

namespace huddlekit {

/// Full-text search in stories and lessons, as the engine does it.
class TextIndex {
 public:
  virtual ~TextIndex() = default;

  struct Filter {
    std::optional<Id> team, value;
    std::optional<Day> from, until;   // [from, until)
    std::optional<std::string> kind;  // of stories
    int limit = 0;
  };
  struct Ranked {
    double score = 0;  // the better, the smaller
    SearchHit hit;     // without its snippet
  };
  /// Those that hold all of the words, best first; of equal ones the latest.
  [[nodiscard]] virtual std::vector<Ranked> stories(std::string_view words,
                                                    const Filter& filter) = 0;
  [[nodiscard]] virtual std::vector<Ranked> lessons(std::string_view words,
                                                    const Filter& filter) = 0;
  /// Fills in a piece of the text with the words in it, and where they are.
  virtual void show(std::string_view words, SearchHit& hit) = 0;

  /// Makes it anew: deleted words linger in an index.
  virtual void rebuild() = 0;
};

}  // namespace huddlekit
