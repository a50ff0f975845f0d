#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/fwd.hpp"
#include "huddlekit/handle.hpp"
#include "huddlekit/ids.hpp"

namespace huddlekit {

enum class ProposalKind { kBehaviour, kPrompt, kWording };
enum class ProposalState { kWaiting, kAccepted, kDeclined };

/// What people propose for the playbook of a book. A handle, to be copied as one likes.
class Proposals {
 public:
  /// Answers the proposal as stored; id, day, state and reason are the book's. @throws NotFound for
  /// an unknown value, story or person.
  Proposal add(const Proposal& proposal) const;
  /// @throws NotFound; Conflict when it was decided otherwise, here and below.
  Proposal accept(ProposalId proposal) const;
  Proposal decline(ProposalId proposal, std::string_view reason) const;
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
