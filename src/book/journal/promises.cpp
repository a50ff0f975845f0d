// The facade's calls about promises, matters between teams, and proposals for the playbook.
#include "book/impl.hpp"
#include "huddlekit/zone.hpp"

namespace huddlekit {

Commitment Book::renegotiate(Id commitment, Day due, std::string_view reason) {
  return impl_->write(asked(caller_, "renegotiate", commitment, due, reason), [&](Session& s) {
    auto c = s.journal.commitment(commitment);
    s.promises.renegotiate(c, due, reason, s.today(s.playbook.team(c.team)));
    c.due = due;
    return c;
  });
}

std::vector<Renegotiation> Book::renegotiations(Id commitment) const {
  return impl_->read([&](Session& s) {
    (void)s.journal.commitment(commitment);  // says so when there is none
    return s.promises.renegotiations(commitment);
  });
}

KeptRate Book::kept_rate(std::string_view team, Day from, Day until) const {
  return impl_->read(
      [&](Session& s) { return s.promises.kept_rate(s.playbook.team(team).id, from, until); });
}

HandOff Book::hand_off(Id story, std::string_view to_team, std::string_view question) {
  return impl_->write(asked(caller_, "hand_off", story, to_team, question), [&](Session& s) {
    const auto& team = s.playbook.team(s.hand_offs.team_of_story(story));
    const Day today = s.today(team);
    const Id id = s.hand_offs.raise(story, s.playbook.team_in_force(to_team), question, today);
    return s.hand_offs.find(id, today);
  });
}

HandOff Book::answer(Id hand_off, std::string_view text, std::string_view by) {
  return impl_->write(asked(caller_, "answer", hand_off, text, by), [&](Session& s) {
    const auto& team = s.playbook.team(s.hand_offs.answering(hand_off));
    const Day today = s.today(team);
    s.hand_offs.answer(hand_off, text, by, today);
    return s.hand_offs.find(hand_off, today);
  });
}

std::vector<HandOff> Book::hand_offs(std::string_view key, bool only_open) const {
  return impl_->read([&](Session& s) {
    const auto& team = s.playbook.team(key);
    return s.hand_offs.of_team(team.id, only_open, s.today(team));
  });
}

Proposal Book::propose(const Proposal& given) {
  return impl_->write(asked(caller_, "propose", given), [&](Session& s) {
    auto proposal = given;
    proposal.day = s.today();
    return s.proposals.add(proposal);
  });
}

Proposal Book::accept(Id proposal) {
  return impl_->write(asked(caller_, "accept", proposal), [&](Session& s) {
    return s.proposals.decide(proposal, ProposalState::kAccepted, {});
  });
}

Proposal Book::decline(Id proposal, std::string_view reason) {
  return impl_->write(asked(caller_, "decline", proposal, reason), [&](Session& s) {
    return s.proposals.decide(proposal, ProposalState::kDeclined, reason);
  });
}

std::vector<Proposal> Book::proposals(std::optional<ProposalState> state) const {
  return impl_->read([&](Session& s) { return s.proposals.all(state); });
}

std::string Book::proposals_toml() const {
  return impl_->read([&](Session& s) { return to_toml(s.proposals.accepted()); });
}

}  // namespace huddlekit
