#pragma once
#include <optional>
#include <string>

#include "huddlekit/journal.hpp"

namespace huddlekit {

enum class ProposalKind { kBehaviour, kPrompt, kWording };
enum class ProposalState { kWaiting, kAccepted, kDeclined };

/// Something for the playbook that somebody took from a story: another behaviour or prompt for a
/// value, or a better statement of it. It waits for the playbook's owner.
struct Proposal {
  Id id = 0;
  ProposalKind kind = ProposalKind::kPrompt;
  std::string text{};   ///< 1 to 2,000 bytes
  std::string value{};  ///< key
  std::optional<Id> story{};
  std::optional<Person> by{};  ///< none: anonymous
  Day day{};  ///< when it was proposed, in the organisation's zone; filled in by the book
  ProposalState state = ProposalState::kWaiting;
  std::string reason{};  ///< why it was declined

  bool operator==(const Proposal&) const = default;
};

[[nodiscard]] const char* to_string(ProposalKind kind);    ///< `behaviour`
[[nodiscard]] const char* to_string(ProposalState state);  ///< `waiting`

}  // namespace huddlekit
