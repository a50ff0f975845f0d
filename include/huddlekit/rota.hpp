#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/agenda.hpp"
#include "huddlekit/entries.hpp"
#include "huddlekit/fwd.hpp"
#include "huddlekit/ids.hpp"
#include "huddlekit/time.hpp"
#include "huddlekit/words.hpp"

namespace huddlekit {

/// What people take turns in.
enum class Role { kLead, kSeat };

/// Whose turn it is at one huddle.
struct Turn {
  std::string huddle{};  ///< `front-desk/2026-11-23/morning`
  Day day{};
  Role role = Role::kLead;
  std::optional<Person> who{};  ///< none when nobody who may is expected
  bool published = false;       ///< false: as planned, if nothing changes

  bool operator==(const Turn&) const = default;
};

/// Days on which somebody will not come, both included.
struct Absence {
  AbsenceId id{};
  Person who{};
  Day first{};
  std::optional<Day> last{};  ///< none: it is not known yet

  bool operator==(const Absence&) const = default;
};

/// One line of a roster: this member is expected at that huddle.
struct RosterLine {
  Day day{};
  std::string huddle{};  ///< key of the team's meeting; may be empty where the team has only one
  std::string member{};

  bool operator==(const RosterLine&) const = default;
};

/// Reads a roster: CSV (UTF-8, at most 4 MiB) with the header `date,huddle,member`.
/// @throws ParseError with every line that is wrong.
[[nodiscard]] std::vector<RosterLine> parse_roster(std::string_view csv,
                                                   const std::string& name = "roster");

/// How often one member has heard one value in the team's huddles.
struct ExposureRow {
  Person who{};
  std::string value{};
  std::int64_t times = 0;
  double behind = 0;  ///< turns due by weight over the huddles attended, minus times heard
  std::optional<Day> last{};

  bool operator==(const ExposureRow&) const = default;
};

/// What would come of a playbook: see `simulate`.
struct Simulation {
  struct PersonRow {
    std::string team{};
    Person who{};
    int attended = 0;
    int led = 0;
    int seat = 0;
    std::vector<std::string> unheard{};  ///< keys of the values never heard

    bool operator==(const PersonRow&) const = default;
  };
  struct ValueRow {
    std::string team{};
    std::string value{};
    int huddles = 0;

    bool operator==(const ValueRow&) const = default;
  };
  struct TimeRow {
    SegmentKind segment{};
    int huddles = 0;
    std::chrono::seconds total{};

    bool operator==(const TimeRow&) const = default;
  };

  int huddles = 0;
  std::vector<PersonRow> people{};
  std::vector<ValueRow> values{};
  std::vector<TimeRow> time{};
  std::vector<std::string> warnings{};  ///< in plain sentences

  bool operator==(const Simulation&) const = default;
};

struct SimulationOptions {
  Day start = Day{std::chrono::year{2024} / 1 / 1};
  int weeks = 6;                ///< 1 to 104
  double attendance = 1.0;      ///< the share of those expected who come, 0 to 1
  std::uint32_t seed = 1;       ///< the same seed gives the same weeks on every machine
  std::string language = "en";  ///< of the warnings
};

/// *What if*: plays a playbook for some weeks in memory, every huddle published and held, before
/// anybody launches it. Warns of values that a part-timer would not meet and of huddles with one
/// possible facilitator.
/// @throws InvalidArgument for options outside their ranges, or a playbook without an organisation;
/// NotFound for a language that is not one of `languages()`.
[[nodiscard]] Simulation simulate(const Playbook& playbook, const SimulationOptions& options = {});

}  // namespace huddlekit
