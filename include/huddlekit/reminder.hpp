#pragma once
#include <optional>
#include <string>
#include <vector>

#include "huddlekit/agenda.hpp"
#include "huddlekit/playbook.hpp"
#include "huddlekit/time.hpp"
#include "huddlekit/words.hpp"

namespace huddlekit {

/// One reminder that is due, on lease to whoever asked for it. A plain value.
struct Reminder {
  /// `front-desk/2026-11-23/morning/you-lead/ana`: the huddle, the key of the rule, and for whom,
  /// which a channel's does not have. The same whenever it is offered again, so that a receiver can
  /// drop a repeat.
  std::string id{};
  std::string team{};              ///< key
  std::optional<Person> person{};  ///< none: the team's channel
  ReminderKind kind{};
  Recipient audience{};
  std::string rule{};   ///< key of the playbook's `[[reminder]]`
  std::string title{};  ///< one line
  std::string text{};   ///< some lines; may be empty
  Instant due{};        ///< when the rule wanted it
  Instant until{};      ///< from then on it makes no sense any more
  int attempt = 1;      ///< counts the leases: names the present one
  Instant lease_until{};
  std::vector<std::string> reached{};  ///< targets that have it already, from an earlier attempt
  std::string language = "en";         ///< of title and text

  bool operator==(const Reminder&) const = default;
};

/// What became of a reminder, or of one attempt.
enum class DeliveryOutcome { kSent, kFailed, kDropped, kGivenUp, kAnswered };

/// One line of the log of what went where.
struct Delivery {
  std::string reminder{};  ///< its id
  Instant at{};
  DeliveryOutcome outcome{};
  std::string target{};  ///< the name of the environment variable that holds the address, or empty
  std::string why{};

  bool operator==(const Delivery&) const = default;
};

}  // namespace huddlekit
