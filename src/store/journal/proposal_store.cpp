#include "store/journal/proposal_store.hpp"

#include <algorithm>

#include "core/text/names.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

#define HUDDLEKIT_PROPOSAL                                                              \
  "SELECT proposal.id, kind, text, core_value.key, story_id, by_id, day, state, reason" \
  " FROM proposal JOIN core_value ON core_value.id = value_id"

Proposal read_proposal(Query& q, PlaybookStore& playbook) {
  Proposal p{.id = ProposalId(q.number(0)),
             .kind = q.word<ProposalKind>(1),
             .text = q.text(2),
             .value = q.text(3),
             .story = q.maybe<StoryId>(4),
             .day = q.day(6),
             .state = q.word<ProposalState>(7),
             .reason = q.text(8)};
  if (const auto by = q.maybe_id(5)) p.by = playbook.shown(*by);
  return p;
}

}  // namespace

Proposal ProposalStore::add(const Proposal& given) {
  Proposal p = given;
  check_text("text", p.text, 2'000);
  const Id value = playbook_.value(p.value).id;
  if (p.story) {
    auto q = database_.query("SELECT 1 FROM story WHERE id = ?", *p.story);
    if (!q.next()) throw NotFound("story: no such story, got " + std::to_string(*p.story));
  }
  std::optional<Id> by;
  if (p.by) {
    by = playbook_.person(p.by->key);
    p.by = playbook_.shown(*by);
  }
  p.state = ProposalState::kWaiting;
  p.reason.clear();
  p.id = ProposalId(
      database_.insert("INSERT INTO proposal (kind, text, value_id, story_id, by_id, day, state)"
                       " VALUES (?, ?, ?, ?, ?, ?, 'waiting')",
                       name_of(p.kind), p.text, value, p.story, by, p.day));
  return p;
}

Proposal ProposalStore::decide(Id id, ProposalState state, std::string_view reason) {
  if (!reason.empty()) check_text("reason", reason, 2'000);
  Proposal p;
  {
    auto q = database_.query(HUDDLEKIT_PROPOSAL " WHERE proposal.id = ?", id);
    if (!q.next()) throw NotFound("proposal: no such proposal, got " + std::to_string(id));
    p = read_proposal(q, playbook_);
  }
  if (p.state == state && p.reason == reason) return p;
  if (p.state != ProposalState::kWaiting) {
    throw Conflict("proposal " + std::to_string(id) + ": is " + name_of(p.state) + " already");
  }
  p.state = state;
  p.reason = reason;
  database_.run("UPDATE proposal SET state = ?, reason = ? WHERE id = ?", name_of(state), reason,
                id);
  return p;
}

std::vector<Proposal> ProposalStore::all(std::optional<ProposalState> state) {
  std::vector<Proposal> out;
  auto q = database_.query(HUDDLEKIT_PROPOSAL " WHERE ?1 = '' OR state = ?1 ORDER BY proposal.id",
                           state ? name_of(*state) : "");
  while (q.next()) out.push_back(read_proposal(q, playbook_));
  return out;
}

Playbook ProposalStore::accepted() {
  Playbook out;
  const auto& book = playbook_.rulebook();
  for (const auto& stored : book.values) {
    Value value = stored.value;
    for (const auto& p : all(ProposalState::kAccepted)) {
      if (p.value != value.key) continue;
      auto& says = value.behaviours;
      if (p.kind == ProposalKind::kWording) {
        value.statement = p.text;
      } else if (p.kind == ProposalKind::kBehaviour) {
        if (std::find(says.begin(), says.end(), p.text) == says.end()) says.push_back(p.text);
      } else if (std::none_of(book.prompts.begin(), book.prompts.end(), [&](const auto& known) {
                   return known.value_id == stored.id && known.prompt.text == p.text;
                 })) {
        out.prompts.push_back({.value = p.value, .text = p.text});
      }
    }
    if (value != stored.value) out.values.push_back(std::move(value));
  }
  return out;
}

}  // namespace huddlekit
