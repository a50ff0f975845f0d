#include "playbook/checks.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/text/text.hpp"
#include "playbook/schema.hpp"

namespace huddlekit::detail {
namespace {

/// Checks what refers to what.
class Checks {
 public:
  Checks(Playbook& playbook, Findings& findings, const Places& places)
      : book_(playbook), findings_(findings), places_(places) {}

  void run() {
    prompts();
    themes();
    reminders();
    parents();
    people();
    renames("value.renamed_from", pointers(book_.values));
    renames("prompt.renamed_from", pointers(book_.prompts));
    renames("team.renamed_from", pointers(book_.teams));
    renames("team.members.renamed_from", members());
  }

 private:
  void prompts() {
    const auto values = keys(book_.values);
    std::set<std::string> departments;
    for (const auto& team : book_.teams) {
      if (!team.department.empty()) departments.insert(team.department);
    }
    const std::vector<std::string> known(departments.begin(), departments.end());
    std::set<std::string> used;
    for (const auto& prompt : book_.prompts) {
      used.insert(prompt.value);
      refer(&prompt, "value", "prompt.value", "value", prompt.value, values);
      for (const auto& department : prompt.departments) {
        // A pack has no teams; its departments are met later.
        if (known.empty() || departments.contains(department)) continue;
        findings_.unknown(places_.of(&prompt, "departments"),
                          "prompt.departments: no team of department " + in_quotes(department),
                          department, known);
      }
    }
    for (const auto& value : book_.values) {
      if (value.key.empty() || !value.behaviours.empty() || used.contains(value.key)) continue;
      findings_.warning(
          places_.of(&value, ""),
          "value: " + in_quotes(value.key) +
              " has neither behaviours nor prompts, so there is nothing to talk about");
    }
  }

  void themes() {
    const auto values = keys(book_.values);
    for (const auto& theme : book_.themes) {
      for (const auto& value : theme.values) {
        refer(&theme, "values", "theme.values", "value", value, values);
      }
      if (theme.last < theme.first && theme.last != Day{}) {  // that day: could not be read
        findings_.problem(places_.of(&theme, "last"), "theme.last: must not be before " +
                                                          to_string(theme.first) + ", got " +
                                                          to_string(theme.last));
      }
    }
  }

  void reminders() {
    const auto teams = keys(book_.teams);
    for (const auto& rule : book_.reminders) {
      for (const auto& team : rule.teams) {
        refer(&rule, "teams", "reminder.teams", "team", team, teams);
      }
      if (rule.quiet_from.has_value() != rule.quiet_until.has_value() ||
          (rule.quiet_from && rule.quiet_from == rule.quiet_until)) {
        findings_.problem(places_.of(&rule, rule.quiet_from ? "quiet_from" : "quiet_until"),
                          "reminder: needs quiet_from and quiet_until, two different times");
      }
      const bool of_one = rule.kind == ReminderKind::kCommitment;
      const bool to_all = rule.kind == ReminderKind::kLesson;
      const auto who = rule.audience.value_or(usual_audience(rule.kind));
      const bool fits = who == Recipient::kChannel || (of_one   ? who == Recipient::kOwner
                                                       : to_all ? who == Recipient::kExpected
                                                                : who != Recipient::kOwner);
      if (!fits) {
        findings_.problem(places_.of(&rule, "audience"),
                          std::string("reminder.audience: must be ") +
                              (of_one   ? "\"owner\" or \"channel\" for a commitment"
                               : to_all ? "\"expected\" or \"channel\" for a lesson"
                                        : "another than \"owner\", which only a commitment has") +
                              ", got " + in_quotes(name_of(who)));
      }
      const bool by_huddle =
          rule.kind == ReminderKind::kHuddle || rule.kind == ReminderKind::kMonthly;
      const char* idle = by_huddle && rule.at                  ? "at"
                         : !by_huddle && !of_one && rule.ahead ? "ahead"
                                                               : nullptr;
      if (idle != nullptr) {
        findings_.warning(places_.of(&rule, idle),
                          std::string("reminder.") + idle + ": has no effect for this kind");
      }
    }
  }

  void parents() {
    const auto teams = keys(book_.teams);
    std::map<std::string_view, const TeamDefinition*> by_key;
    for (const auto& team : book_.teams) by_key.emplace(team.key, &team);
    // The walk that last came by a team; meeting one's own traces again is a circle.
    std::map<const TeamDefinition*, const TeamDefinition*> seen;
    for (const auto& team : book_.teams) {
      if (!team.parent.empty()) {
        refer(&team, "parent", "team.parent", "team", team.parent, teams);
      }
      for (const TeamDefinition* at = &team; at != nullptr;) {
        const auto [trace, is_new] = seen.emplace(at, &team);
        if (!is_new && trace->second == &team) {
          findings_.problem(places_.of(at, "parent"),
                            "team.parent: must not lead back to the team "
                            "itself, got " +
                                in_quotes(at->parent));
        }
        if (!is_new) break;
        const auto above = at->parent.empty() ? by_key.end() : by_key.find(at->parent);
        at = above == by_key.end() ? nullptr : above->second;
      }
    }
  }

  /// The same key is the same person; the name may be told in one team and left out in the others.
  void people() {
    struct Mention {
      const TeamDefinition* team;
      const Member* member;
    };
    std::map<std::string, Mention> named;
    for (const auto& team : book_.teams) {
      for (const auto& member : team.members) {
        if (member.key.empty() || member.name.empty()) continue;
        const auto [first, is_new] = named.emplace(member.key, Mention{&team, &member});
        const auto& [where, same] = first->second;
        // Twice in one team is a problem of the key, told already.
        if (is_new || where == &team || same->name == member.name) continue;
        findings_.problem(places_.of(&member, "name"),
                          "team.members.name: must be the same" + as_in(places_.of(same, "name")) +
                              " (" + in_quotes(same->name) + ") or left out, got " +
                              in_quotes(member.name));
      }
    }
    for (auto& team : book_.teams) {
      for (auto& member : team.members) {
        if (!member.name.empty()) continue;
        const auto known = named.find(member.key);
        if (known != named.end()) {
          member.name = known->second.member->name;
        } else if (!places_.written(&member, "name")) {
          findings_.problem(places_.of(&member, ""), "team.members.name: is required");
        }
      }
    }
  }

  /// A key that moved on must be free, and only one may say that it took its place.
  template <class Part>
  void renames(const std::string& label, const std::vector<const Part*>& parts) {
    std::set<std::string_view> present;
    for (const auto* part : parts) present.insert(part->key);
    std::map<std::string_view, std::string_view> heirs;
    for (const auto* part : parts) {
      const std::string& old = part->renamed_from;
      if (old.empty()) continue;
      const auto [heir, is_new] = heirs.emplace(old, part->key);
      if (present.contains(old) || (!is_new && heir->second != part->key)) {
        findings_.problem(
            places_.of(part, "renamed_from"),
            label + ": must be a key that nothing else has or takes over, got " + in_quotes(old));
      }
    }
  }

  void refer(const void* part, const char* key, const std::string& label, const std::string& what,
             const std::string& target, const std::vector<std::string>& known) {
    if (target.empty() || std::binary_search(known.begin(), known.end(), target)) return;
    findings_.unknown(
        places_.of(part, key),
        label + ": this file has no " + what + " " + in_quotes(target) + ", so another source must",
        target, known);
  }

  /// Sorted, for `refer`.
  template <class Part>
  static std::vector<std::string> keys(const std::vector<Part>& parts) {
    std::vector<std::string> out;
    for (const auto& part : parts) out.push_back(part.key);
    std::sort(out.begin(), out.end());
    return out;
  }

  template <class Part>
  static std::vector<const Part*> pointers(const std::vector<Part>& parts) {
    std::vector<const Part*> out;
    for (const auto& part : parts) out.push_back(&part);
    return out;
  }

  [[nodiscard]] std::vector<const Member*> members() const {
    std::vector<const Member*> out;
    for (const auto& team : book_.teams) {
      for (const auto& member : team.members) out.push_back(&member);
    }
    return out;
  }

  Playbook& book_;
  Findings& findings_;
  const Places& places_;
};

}  // namespace

void check(Playbook& playbook, Findings& findings, const Places& places) {
  Checks(playbook, findings, places).run();
  check_schedule(playbook, findings, places);
}

}  // namespace huddlekit::detail
