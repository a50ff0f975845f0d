#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/entries.hpp"
#include "huddlekit/handle.hpp"
#include "huddlekit/words.hpp"

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

/// What people propose for the playbook of a book. A handle, to be copied as one likes.
class Proposals {
 public:
  /// Answers the proposal as stored; id, day, state and reason are the book's. @throws NotFound for
  /// an unknown value, story or person.
  Proposal add(const Proposal& proposal) const;
  /// @throws NotFound; Conflict when it was decided otherwise, here and below.
  Proposal accept(Id proposal) const;
  Proposal decline(Id proposal, std::string_view reason) const;
  /// In one state, or with nullopt all of them.
  [[nodiscard]] std::vector<Proposal> list(
      std::optional<ProposalState> state = ProposalState::kWaiting) const;
  /// What was accepted and is not in the playbook yet, as TOML to paste: prompts to add, and values
  /// to put in the place of those that have their key.
  [[nodiscard]] std::string toml() const;

 private:
  friend class Book;
  explicit Proposals(detail::Handle at) : at_(std::move(at)) {}

  detail::Handle at_;
};

}  // namespace huddlekit
