#pragma once
#include <optional>
#include <string>
#include <vector>

#include "huddlekit/agenda.hpp"
#include "huddlekit/entries.hpp"

namespace huddlekit {

/// A segment before anything is said: people by id, and what the library says in it by key and
/// arguments (core/sentences/phrase.hpp).
struct DraftSegment {
  SegmentKind kind{};
  std::string key{};  // of a segment of the host's own
  std::string title{};
  std::vector<Id> who{};
  std::string text{};
  std::vector<Point> points{};
  std::chrono::seconds seconds{};
  std::string why{};

  bool operator==(const DraftSegment&) const = default;
};

/// An agenda as it is composed and stored, so that whoever is erased later disappears from it too.
struct Draft {
  Agenda head{};  // who meets, when, where and for how long; without people and segments
  std::optional<Id> facilitator{}, customers_seat{};
  std::vector<DraftSegment> segments{};

  bool operator==(const Draft&) const = default;
};

}  // namespace huddlekit
