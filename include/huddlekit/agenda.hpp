#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "huddlekit/time.hpp"
#include "huddlekit/words.hpp"

namespace huddlekit {

enum class SegmentKind {
  kOpen,
  kValue,
  kWin,
  kLesson,
  kPromises,
  kRound,
  kSeat,
  kClose,
  kFinishEarly,
  kCustom,  ///< the host's: its key says which
};

/// Somebody, as shown. Names are looked up when an agenda is read, so an erased person is "a
/// colleague" in old ones too.
struct Person {
  std::string key{};
  std::string name{};

  bool operator==(const Person&) const = default;
};

/// One line within a segment: what it is, and what it says.
struct Point {
  std::string label{};  ///< `See it`, `Front desk, yesterday`; may be empty
  std::string text{};

  bool operator==(const Point&) const = default;
};

/// One timed part of a huddle.
struct Segment {
  SegmentKind kind{};
  std::string title{};
  std::vector<Person> who{};
  std::string text{};  ///< what to say or do, as one paragraph
  std::vector<Point> points{};
  std::chrono::seconds seconds{};
  std::string why{};  ///< why today, in one plain sentence
  std::string key{};  ///< of a segment of the host's own, `safety-cross`; empty for the others

  bool operator==(const Segment&) const = default;
};

/// The plan of one huddle. A plain value; its segments' seconds add up to `timebox` exactly.
struct Agenda {
  std::string id{};  ///< `front-desk/2026-11-23/morning`: names the huddle in every other call
  std::string organisation{};
  std::string motto{};
  std::string team{};  ///< key
  std::string team_name{};
  std::string huddle{};       ///< key of the meeting
  std::string huddle_name{};  ///< empty where the team has one meeting
  Day day{};                  ///< the local date on which it takes place; `id` names the rule's
  Instant starts{};
  std::string zone{};
  LocalTime local_start{};
  std::chrono::seconds timebox{};
  bool published = false;  ///< false: a preview that nobody has been promised
  int revision = 1;
  std::string reason{};  ///< why revision n > 1 was made
  std::string value{};   ///< key of the value of the day; empty in a book without values
  std::string value_name{};
  std::optional<Person> facilitator{};     ///< none when nobody who may lead is expected
  std::optional<Person> customers_seat{};  ///< none when nobody is left to take it
  std::vector<Segment> segments{};
  std::string language = "en";  ///< of what the library says in it, and is shown with

  bool operator==(const Agenda&) const = default;
};

/// What names a segment within its huddle: the word of its kind, or its own key.
[[nodiscard]] std::string key_of(const Segment& segment);

}  // namespace huddlekit
