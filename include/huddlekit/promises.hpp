#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "huddlekit/entries.hpp"
#include "huddlekit/ids.hpp"

namespace huddlekit {

/// Why commitments are missed, in short: `word` is what is recorded, `text` says it.
struct MissReason {
  const char* word{};
  const char* text{};
};
[[nodiscard]] std::span<const MissReason> miss_reasons();

/// A commitment that was given a new day.
struct Renegotiation {
  Day day{};  ///< when that was agreed
  Day before{};
  Day after{};
  std::string reason{};

  bool operator==(const Renegotiation&) const = default;
};

/// How a team kept what it promised. Never by person.
struct KeptRate {
  struct Side {
    int kept = 0;
    int missed = 0;
    int dropped = 0;
    int open = 0;
    int renegotiated = 0;  ///< of all these
    /// Kept ones among those kept or missed; none when there are none.
    [[nodiscard]] std::optional<double> rate() const {
      return kept + missed > 0 ? std::optional(static_cast<double>(kept) / (kept + missed))
                               : std::nullopt;
    }

    bool operator==(const Side&) const = default;
  };
  struct Reason {
    std::string word{};  ///< one of `miss_reasons()`, or `own words`: these may name somebody
    int count = 0;

    bool operator==(const Reason&) const = default;
  };
  Side customers{};
  Side colleagues{};
  std::vector<Reason> reasons{};  ///< of those missed, the most frequent first

  bool operator==(const KeptRate&) const = default;
};

/// A matter that one team has put into another's hands: a story with a question, or a commitment
/// that was stuck for three huddles and went to the team above.
struct HandOff {
  HandOffId id{};
  std::string team{};  ///< the one that asks
  std::string to{};    ///< the one that answers
  std::optional<StoryId> story{};
  std::optional<CommitmentId> commitment{};
  std::string question{};
  Day raised{};
  std::string answer{};           ///< empty while it waits
  std::optional<Day> answered{};  ///< the answering team's local date
  std::optional<Person> by{};
  int days = 0;  ///< that it has waited, or took

  bool operator==(const HandOff&) const = default;
};

}  // namespace huddlekit
