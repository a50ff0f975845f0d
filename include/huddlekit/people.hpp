#pragma once
#include <optional>
#include <string>
#include <vector>

namespace huddlekit {

/// What somebody agrees to. Left out: no wish of their own.
struct Consent {
  std::optional<bool> leads{};       ///< to lead huddles
  std::optional<bool> shared{};      ///< to be named in stories told to other teams
  std::optional<bool> celebrated{};  ///< to be named when a win is told

  bool operator==(const Consent&) const = default;
};

/// What erasing somebody did.
struct ForgetReport {
  struct Touched {
    std::string what{};  ///< `story.text`: table and column of the file
    int rows = 0;

    bool operator==(const Touched&) const = default;
  };
  /// A text that may still mean them: a human should look.
  struct Review {
    std::string what{};  ///< `story 12`, `playbook value own-it`
    std::string text{};
    std::string found{};  ///< the word that may be their name

    bool operator==(const Review&) const = default;
  };

  std::vector<Touched> touched{};
  std::vector<Review> review{};
  std::vector<std::string> backups{};  ///< files beside the book that still hold the person
  bool scrubbed = true;  ///< false: another process was reading; repeat to empty the log

  bool operator==(const ForgetReport&) const = default;
};

}  // namespace huddlekit
