#include "store/huddles/prompt_store.hpp"

#include "store/sql/lists.hpp"

namespace huddlekit {
namespace {

constexpr std::int64_t kMostUses = 1'000'000'000'000;  // so that counting on cannot overflow

}  // namespace

std::unordered_map<Id, PromptStore::Use> PromptStore::uses(Id team) {
  std::unordered_map<Id, Use> out;
  auto q = database_.query("SELECT prompt_id, last, pass, heard FROM prompt_use WHERE team_id = ?",
                           team);
  while (q.next()) {
    out[q.number(0)] = {q.between(1, 0, kMostUses), q.between(2, -kMostUses, kMostUses),
                        from_id_list(q.view(3))};
  }
  return out;
}

void PromptStore::use(Id team, Id prompt, const Use& use) {
  database_.run(
      "INSERT INTO prompt_use VALUES (?, ?, 1, ?, ?, ?)"
      " ON CONFLICT (team_id, prompt_id) DO UPDATE SET uses = prompt_use.uses + 1,"
      " last = excluded.last, pass = excluded.pass, heard = excluded.heard",
      team, prompt, use.last, use.pass, to_id_list(use.heard));
}

void PromptStore::give_back(const HuddleRow& huddle) {
  database_.run(
      "UPDATE prompt_use SET uses = uses - 1, last = 0, pass = pass - 1"
      " WHERE team_id = ? AND prompt_id = ?",
      huddle.team, *huddle.prompt);
  recount(huddle, false);
}

void PromptStore::recount(const HuddleRow& huddle, bool with) {
  std::vector<Id> heard;
  {
    auto q = database_.query(
        "SELECT coalesce(attended, expected) FROM huddle"
        " WHERE team_id = ? AND prompt_id = ? AND state <> 'cancelled' AND (id <> ? OR ? = 1)",
        huddle.team, *huddle.prompt, huddle.id, with);
    while (q.next()) {
      for (const Id person : from_id_list(q.view(0))) add_sorted(heard, person);
    }
  }
  database_.run("UPDATE prompt_use SET heard = ? WHERE team_id = ? AND prompt_id = ?",
                to_id_list(heard), huddle.team, *huddle.prompt);
}

}  // namespace huddlekit
