// The facade's calls about promises, matters between teams, and proposals for the playbook.
#include <algorithm>

#include "book/impl.hpp"
#include "huddlekit/zone.hpp"

namespace huddlekit {

Commitment Book::renegotiate(Id commitment, Day due, std::string_view reason) {
  return impl_->write([&] {
    const Id team = impl_->promises.team_of(commitment);
    impl_->promises.renegotiate(commitment, due, reason, impl_->today(impl_->playbook.team(team)));
    const auto all = impl_->journal.commitments(team, true);
    return *std::find_if(all.begin(), all.end(),
                         [&](const Commitment& c) { return c.id == commitment; });
  });
}

std::vector<Renegotiation> Book::renegotiations(Id commitment) const {
  return impl_->read([&] { return impl_->promises.renegotiations(commitment); });
}

KeptRate Book::kept_rate(std::string_view team, Day from, Day until) const {
  return impl_->read(
      [&] { return impl_->promises.kept_rate(impl_->playbook.team(team).id, from, until); });
}

HandOff Book::hand_off(Id story, std::string_view to_team, std::string_view question) {
  return impl_->write([&] {
    const auto& team = impl_->playbook.team(impl_->hand_offs.team_of_story(story));
    const Day today = impl_->today(team);
    const Id id =
        impl_->hand_offs.raise(story, impl_->playbook.team_in_force(to_team), question, today);
    return impl_->hand_offs.find(id, today);
  });
}

HandOff Book::answer(Id hand_off, std::string_view text, std::string_view by) {
  return impl_->write([&] {
    const auto& team = impl_->playbook.team(impl_->hand_offs.answering(hand_off));
    const Day today = impl_->today(team);
    impl_->hand_offs.answer(hand_off, text, by, today);
    return impl_->hand_offs.find(hand_off, today);
  });
}

std::vector<HandOff> Book::hand_offs(std::string_view key, bool only_open) const {
  return impl_->read([&] {
    const auto& team = impl_->playbook.team(key);
    return impl_->hand_offs.of_team(team.id, only_open, impl_->today(team));
  });
}

Proposal Book::propose(const Proposal& given) {
  return impl_->write([&] {
    auto proposal = given;
    proposal.day = impl_->today();
    return impl_->proposals.add(proposal);
  });
}

Proposal Book::accept(Id proposal) {
  return impl_->write(
      [&] { return impl_->proposals.decide(proposal, ProposalState::kAccepted, {}); });
}

Proposal Book::decline(Id proposal, std::string_view reason) {
  return impl_->write(
      [&] { return impl_->proposals.decide(proposal, ProposalState::kDeclined, reason); });
}

std::vector<Proposal> Book::proposals(std::optional<ProposalState> state) const {
  return impl_->read([&] { return impl_->proposals.all(state); });
}

std::string Book::proposals_toml() const {
  return impl_->read([&] { return to_toml(impl_->proposals.accepted()); });
}

}  // namespace huddlekit
