#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "huddlekit/proposals.hpp"
#include "store/playbook/playbook_store.hpp"

namespace huddlekit {

/// What waits for the playbook's owner.
class ProposalStore {
 public:
  ProposalStore(Database& database, PlaybookStore& playbook)
      : database_(database), playbook_(playbook) {}

  Proposal add(const Proposal& proposal);
  Proposal decide(Id proposal, ProposalState state, std::string_view reason);
  [[nodiscard]] std::vector<Proposal> all(std::optional<ProposalState> state);
  /// What was accepted and is not in the playbook yet: prompts, and the values with what changes.
  [[nodiscard]] Playbook accepted();

 private:
  Database& database_;
  PlaybookStore& playbook_;
};

}  // namespace huddlekit
