// The facade's calls about promises, matters between teams, and proposals for the playbook.
#include "book/impl.hpp"
#include "huddlekit/zone.hpp"

namespace huddlekit {
namespace {

/// The library asks a question of its own when a commitment is stuck.
HandOff said(Session& s, HandOff hand_off) {
  hand_off.question = s.said(hand_off.question);
  return hand_off;
}

}  // namespace

Commitment Journal::close(CommitmentId commitment, CommitmentState state,
                          std::string_view reason) const {
  return write(at_, asked(at_, "close(commitment, state, reason)", commitment, state, reason),
               [&](Session& s) { return s.journal.close(commitment, state, reason); });
}

Commitment Journal::kept(CommitmentId commitment) const {
  return close(commitment, CommitmentState::kKept, {});
}

Commitment Journal::missed(CommitmentId commitment, std::string_view reason) const {
  return close(commitment, CommitmentState::kMissed, reason);
}

Commitment Journal::dropped(CommitmentId commitment, std::string_view reason) const {
  return close(commitment, CommitmentState::kDropped, reason);
}

Commitment Journal::renegotiate(CommitmentId commitment, Day due, std::string_view reason) const {
  return write(at_, asked(at_, "renegotiate(commitment, due, reason)", commitment, due, reason),
               [&](Session& s) {
                 auto c = s.journal.commitment(commitment);
                 s.promises.renegotiate(c, due, reason, s.today(s.playbook.team(c.team)));
                 c.due = due;
                 return c;
               });
}

std::vector<Renegotiation> Journal::renegotiations(CommitmentId commitment) const {
  return read(at_, [&](Session& s) {
    (void)s.journal.commitment(commitment);  // says so when there is none
    return s.promises.renegotiations(commitment);
  });
}

KeptRate Journal::kept_rate(std::string_view team, Day start, Day end) const {
  check_door("team, start, end", team, start, end);
  return read(
      at_, [&](Session& s) { return s.promises.kept_rate(s.playbook.team(team).id, start, end); });
}

HandOff Journal::hand_off(StoryId story, std::string_view to_team,
                          std::string_view question) const {
  return write(at_, asked(at_, "hand_off(story, to_team, question)", story, to_team, question),
               [&](Session& s) {
                 const auto& team = s.playbook.team(s.hand_offs.team_of_story(story));
                 const Day today = s.today(team);
                 const Id id =
                     s.hand_offs.raise(story, s.playbook.team_in_force(to_team), question, today);
                 return said(s, s.hand_offs.find(id, today));
               });
}

HandOff Journal::answer(HandOffId hand_off, std::string_view text, std::string_view by) const {
  return write(at_, asked(at_, "answer(hand_off, text, by)", hand_off, text, by), [&](Session& s) {
    const auto& team = s.playbook.team(s.hand_offs.answering(hand_off));
    const Day today = s.today(team);
    s.hand_offs.answer(hand_off, text, by, today);
    return said(s, s.hand_offs.find(hand_off, today));
  });
}

std::vector<HandOff> Team::hand_offs(bool only_open) const {
  return read(at_, [&](Session& s) {
    const auto& team = s.playbook.team(key_);
    auto all = s.hand_offs.of_team(team.id, only_open, s.today(team));
    for (auto& one : all) one = said(s, std::move(one));
    return all;
  });
}

Proposal Proposals::add(const Proposal& given) const {
  return write(at_, asked(at_, "add(proposal)", given), [&](Session& s) {
    auto proposal = given;
    proposal.day = s.today();
    return s.proposals.add(proposal);
  });
}

Proposal Proposals::accept(ProposalId proposal) const {
  return write(at_, asked(at_, "accept(proposal)", proposal), [&](Session& s) {
    return s.proposals.decide(proposal, ProposalState::kAccepted, {});
  });
}

Proposal Proposals::decline(ProposalId proposal, std::string_view reason) const {
  return write(at_, asked(at_, "decline(proposal, reason)", proposal, reason), [&](Session& s) {
    return s.proposals.decide(proposal, ProposalState::kDeclined, reason);
  });
}

std::vector<Proposal> Proposals::list(std::optional<ProposalState> state) const {
  check_door("state", state);
  return read(at_, [&](Session& s) { return s.proposals.all(state); });
}

std::string Proposals::toml() const {
  return read(at_, [&](Session& s) { return to_toml(s.proposals.accepted()); });
}

}  // namespace huddlekit
