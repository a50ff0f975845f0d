// From the playbook's rules and the calendar to the reminders that are wanted by now.
#include "book/reminders/reminder_round.hpp"

#include <algorithm>

#include "huddlekit/zone.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

// Rules look at most 14 days ahead, and what they want makes sense for a week at most.
constexpr days kRoundAhead{22};
constexpr days kBefore{8};
constexpr seconds kMorning = 9h;
// An open commitment is worth a word for as long; after that the huddles bring it up.
constexpr days kOverdue{7};

bool is_monthly(const Meeting* meeting) {
  if (meeting == nullptr) return false;
  if (meeting->form == AgendaForm::kMonthly) return true;
  std::string rule = meeting->rule;
  std::transform(rule.begin(), rule.end(), rule.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return rule.find("FREQ=MONTHLY") != std::string::npos;
}

Day monday_of(Day day) { return day - (weekday{day} - Monday); }

}  // namespace

Day ReminderRound::today(const StoredTeam& team) const {
  return floor<days>(to_local(team.team.zone, now_));
}

Instant ReminderRound::at(const StoredTeam& team, Day day, seconds time) {
  return *resolve_local(team.team.zone, LocalTime{day} + time);
}

std::vector<WantedReminder> ReminderRound::wanted() {
  const auto& rulebook = s_.playbook.rulebook();
  for (const auto& rule : rulebook.reminders) {
    if (!rule.enabled) continue;
    for (const auto& key : rulebook.team_keys) {
      const auto& in = rule.teams;
      if (!in.empty() && std::find(in.begin(), in.end(), key) == in.end()) continue;
      const auto& team = s_.playbook.team(key);
      switch (rule.kind) {
        case ReminderKind::kHuddle:
        case ReminderKind::kMonthly:
          before_huddles(rule, team);
          break;
        case ReminderKind::kNudge:
          nudges(rule, team);
          break;
        case ReminderKind::kCommitment:
          commitments(rule, team);
          break;
        case ReminderKind::kLesson:
          lessons(rule, team);
          break;
      }
    }
  }
  std::stable_sort(wanted_.begin(), wanted_.end(),
                   [](const auto& a, const auto& b) { return a.sensible.from < b.sensible.from; });
  return std::move(wanted_);
}

void ReminderRound::before_huddles(const ReminderRule& rule, const StoredTeam& team) {
  const auto who = rule.audience.value_or(usual_audience(rule.kind));
  const auto ahead = rule.ahead.value_or(usual_ahead(rule.kind));
  const bool monthly = rule.kind == ReminderKind::kMonthly;
  const Day first = today(team) - days{1};
  const Day last = first + ceil<days>(ahead) + days{2};
  for (Day day = first; day <= last; day += days{1}) {
    if (!rule.days.contains(day)) continue;
    for (const auto& huddle : meets(team, day)) {
      if (monthly && !is_monthly(huddle.meeting)) continue;
      // Elapsed time before the real start, whatever the clocks do in between.
      const Span sensible{huddle.starts - ahead, huddle.starts};
      if (now_ < sensible.from || now_ >= sensible.until) continue;
      for (const auto& person : audience(who, huddle)) {
        want(rule, team, who, person, day, huddle.key, sensible, [this, &huddle, who, monthly] {
          const Day here = today(*huddle.team);
          return monthly ? sentences::monthly_ahead(agenda(huddle), who, here)
                         : sentences::huddle_ahead(agenda(huddle), who, here);
        });
      }
    }
  }
}

void ReminderRound::nudges(const ReminderRule& rule, const StoredTeam& team) {
  if (s_.playbook.rulebook().values.empty()) return;
  const auto who = rule.audience.value_or(usual_audience(rule.kind));
  for (const Day day : {today(team) - days{1}, today(team)}) {
    if (!rule.days.contains(day)) continue;
    std::vector<std::optional<Id>> reminded;  // once a day, also whoever comes to two huddles
    for (const auto& huddle : meets(team, day)) {
      const Instant due = rule.at ? at(team, day, *rule.at) : huddle.starts + rule.shift / 2;
      const Span sensible{due, huddle.starts + rule.shift};
      if (now_ < sensible.from || now_ >= sensible.until) continue;
      for (const auto& person : audience(who, huddle)) {
        if (std::find(reminded.begin(), reminded.end(), person) != reminded.end()) continue;
        reminded.push_back(person);
        want(rule, team, who, person, day, "day", sensible,
             [this, &huddle] { return sentences::nudge(agenda(huddle)); });
      }
    }
  }
}

void ReminderRound::commitments(const ReminderRule& rule, const StoredTeam& team) {
  const auto who = rule.audience.value_or(usual_audience(rule.kind));
  const auto ahead = rule.ahead.value_or(usual_ahead(rule.kind));
  for (const auto& commitment : s_.journal.commitments(team.id, true)) {
    const Day day = commitment.due;
    if (!rule.days.contains(day)) continue;
    const Span sensible{at(team, day, rule.at.value_or(kMorning)) - ahead,
                        at(team, day + kOverdue, 0s)};
    if (now_ < sensible.from || now_ >= sensible.until) continue;
    std::optional<Id> person;
    if (who == Recipient::kOwner) {
      if (commitment.who.key.empty()) continue;  // erased
      person = s_.playbook.person(commitment.who.key);
    }
    want(rule, team, who, person, day, "commitment-" + std::to_string(commitment.id), sensible,
         [this, commitment, who, &team] {
           return sentences::commitment_due(commitment, who, today(team));
         });
  }
}

void ReminderRound::lessons(const ReminderRule& rule, const StoredTeam& team) {
  const auto who = rule.audience.value_or(usual_audience(rule.kind));
  const Day monday = monday_of(today(team));
  for (Day day = monday; day < monday + days{7}; day += days{1}) {
    if (!rule.days.contains(day) || meets(team, day).empty()) continue;
    const auto& huddle = meets(team, day).front();
    const Instant due = rule.at ? at(team, day, *rule.at) : huddle.starts + rule.shift / 2;
    const Span sensible{due, at(team, monday + days{7}, 0s)};
    if (now_ < sensible.from) return;
    // The one that the team has met last: once more, before it is forgotten.
    auto all = s_.journal.lessons(team.id, true);
    if (all.empty()) return;
    const auto met = [](const Lesson& l) { return std::max(l.day, l.heard.value_or(l.day)); };
    const auto lesson =
        *std::max_element(all.begin(), all.end(), [&](const Lesson& a, const Lesson& b) {
          return std::pair(met(a), a.id) < std::pair(met(b), b.id);
        });
    for (const auto& person : audience(who, huddle)) {
      want(rule, team, who, person, monday, "week", sensible,
           [lesson] { return sentences::lesson_of_the_week(lesson); });
    }
    return;
  }
}

std::vector<std::optional<Id>> ReminderRound::audience(Recipient who, const Meets& huddle) {
  if (who == Recipient::kChannel) return {std::nullopt};
  if (who == Recipient::kExpected) return {huddle.expected.begin(), huddle.expected.end()};
  if (huddle.row) {
    const auto& person = who == Recipient::kLeader ? huddle.row->leader : huddle.row->seat;
    return person ? std::vector{person} : std::vector<std::optional<Id>>{};
  }
  const auto& plan = agenda(huddle);
  const auto& person = who == Recipient::kLeader ? plan.facilitator : plan.customers_seat;
  if (!person || person->key.empty()) return {};
  return {s_.playbook.person(person->key)};
}

void ReminderRound::want(const ReminderRule& rule, const StoredTeam& team, Recipient who,
                         std::optional<Id> person, Day day, std::string occasion, Span sensible,
                         std::function<sentences::Said()> said) {
  wanted_.push_back({{team.id, day, std::move(occasion), rule.key, person},
                     &rule,
                     &team,
                     who,
                     sensible,
                     std::move(said)});
}

ReminderCase ReminderRound::timing(const WantedReminder& w) {
  const auto& person = w.key.person;
  const Day here = today(*w.team);
  const int stop_after = person ? w.rule->stop_after : 0;  // a channel answers nobody
  return {
      .to = person.value_or(-w.team->id),
      .due = w.sensible.from,
      .until = w.sensible.until,
      .allowed = allowed(*w.rule, *w.team, person),
      .today = here,
      .tomorrow = at(*w.team, here + days{1}, 0s),
      .at_most = w.rule->at_most,
      .stop_after = stop_after,
      .unanswered = stop_after > 0 ? s_.reminders.unanswered(*person, w.rule->key, stop_after) : 0};
}

const Crew& ReminderRound::crew(const StoredTeam& team) {
  if (const auto it = crews_.find(team.id); it != crews_.end()) return it->second;
  const Day here = today(team);
  return crews_.emplace(team.id, load_crew(s_, team, here - kBefore, here + kRoundAhead + days{1}))
      .first->second;
}

const std::vector<ReminderRound::Meets>& ReminderRound::meets(const StoredTeam& team, Day day) {
  const auto [it, is_new] = meets_.try_emplace({team.id, day});
  auto& out = it->second;
  if (!is_new) return out;
  const auto& people = crew(team);
  const auto planned = slots_on(team, day);
  const auto rows = s_.huddles.on_day(team.id, day);
  for (const auto& slot : planned) {
    const bool known = std::any_of(rows.begin(), rows.end(), [&](const HuddleRow& row) {
      return row.meeting == slot.meeting->key;
    });
    if (known) continue;
    out.emplace_back(Meets{&team,
                           day,
                           huddle_id(team.team.key, slot.rule_day(), slot.meeting->key),
                           slot.meeting->key,
                           slot.meeting,
                           slot.starts,
                           {},
                           expected_ids(people, day, *slot.meeting)});
  }
  for (const auto& row : rows) {
    if (row.state == HuddleState::kCancelled) continue;
    auto& huddle =
        out.emplace_back(Meets{&team, day, huddle_id(team.team.key, row.rule_day(), row.meeting),
                               row.meeting, nullptr, row.starts, row, row.expected});
    for (const auto& meeting : team.team.meetings) {
      if (meeting.key == row.meeting) huddle.meeting = &meeting;
    }
    std::erase_if(huddle.expected, [&](Id person) { return is_away(people, person, day); });
  }
  std::sort(out.begin(), out.end(), [](const Meets& a, const Meets& b) {
    return std::pair(a.starts, a.key) < std::pair(b.starts, b.key);
  });
  return out;
}

const Agenda& ReminderRound::agenda(const Meets& huddle) {
  const auto& team = *huddle.team;
  const auto& id = huddle.id;
  if (const auto it = published_.find(id); it != published_.end()) return it->second;
  if (huddle.row) {
    return published_.emplace(id, agendas_.stored(team, *huddle.row)).first->second;
  }
  const auto [plan, is_new] = planned_.try_emplace({team.id, huddle.day});
  if (is_new) {
    plan->second = agendas_.plan(team, std::min(today(team), huddle.day), huddle.day + days{1});
  }
  for (const auto& planned : plan->second) {
    if (planned.id == id) return planned;
  }
  return published_[id];  // off the plan since: nothing to say about it
}

/// Shifts without quiet hours; for a channel every hour that is not quiet.
std::vector<Span> ReminderRound::allowed(const ReminderRule& rule, const StoredTeam& team,
                                         std::optional<Id> person) {
  if (starts_.empty()) {
    starts_[0];  // done, also where nobody meets
    for (const auto& key : s_.playbook.rulebook().team_keys) {
      const auto& each = s_.playbook.team(key);
      const Day here = today(each);
      for (Day day = here - kBefore; day <= here + kRoundAhead; day += days{1}) {
        for (const auto& huddle : meets(each, day)) {
          for (const Id id : huddle.expected) starts_[id].push_back(huddle.starts);
        }
      }
    }
  }
  std::vector<Span> open;
  if (person) {
    if (const auto it = starts_.find(*person); it != starts_.end()) {
      for (const auto start : it->second) open.push_back({start - rule.early, start + rule.shift});
    }
  } else {
    open.push_back({now_ - kBefore, now_ + kRoundAhead});
  }
  open = joined(std::move(open));
  if (!rule.quiet_from || !rule.quiet_until) return open;
  std::vector<Span> quiet;
  const Day here = today(team);
  for (Day day = here - kBefore; day <= here + kRoundAhead; day += days{1}) {
    const days over{*rule.quiet_until <= *rule.quiet_from ? 1 : 0};
    quiet.push_back({at(team, day, *rule.quiet_from), at(team, day + over, *rule.quiet_until)});
  }
  return without(open, joined(std::move(quiet)));
}

}  // namespace huddlekit
