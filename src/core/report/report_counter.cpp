#include "core/report/report_counter.hpp"

#include <algorithm>
#include <cmath>

#include "core/lessons/lesson_choice.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

constexpr days kStale{30};                        // a prompt that comes back sooner is stale
constexpr int kLessonsPer = 2, kHuddlesPer = 21;  // what one lesson slot a day sustains at 0.90
constexpr std::size_t kMostReasons = 10;
constexpr int kAhead = 90;  // days

Day monday_of(Day day) { return day - (std::chrono::weekday(day) - std::chrono::Monday); }

Day month_of(Day day) {
  const std::chrono::year_month_day date(day);
  return Day{date.year() / date.month() / 1};
}

Day next_month(Day month) {
  const std::chrono::year_month_day date(month);
  return Day{(date.year() / date.month() + std::chrono::months{1}) / 1};
}

std::vector<Report::Reason> most_frequent(const std::map<std::string, int, std::less<>>& counts,
                                          int least) {
  std::vector<Report::Reason> out;
  for (const auto& [text, count] : counts) {
    if (count >= least) out.push_back({text, count});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  if (out.size() > kMostReasons) out.resize(kMostReasons);
  return out;
}

double thousandths(double number) { return std::round(number * 1000) / 1000; }

bool among(std::span<const Id> people, Id person) {
  return std::find(people.begin(), people.end(), person) != people.end();
}

const PooledMember* member_of(const PooledTeam& team, Id person, Day day) {
  const auto it = std::lower_bound(team.members.begin(), team.members.end(), person,
                                   [](const PooledMember& m, Id id) { return m.person < id; });
  const bool there = it != team.members.end() && it->person == person && it->there_on(day);
  return there ? &*it : nullptr;
}

}  // namespace

ReportCounter::ReportCounter(Report head, ReportScene scene)
    : report_(std::move(head)), scene_(std::move(scene)), open_(scene_.teams.size()) {
  report_.teams = static_cast<int>(std::count(scene_.asked.begin(), scene_.asked.end(), true));
  for (const auto& value : scene_.values) {
    value_index_[value.id] = report_.values.size();
    report_.values.push_back({.key = value.key, .name = value.name});
  }
  std::erase_if(scene_.themes, [&](const Theme& theme) {
    return theme.last < report_.start || theme.first >= report_.end;
  });
  for (const auto& theme : scene_.themes) {
    report_.themes.push_back({.key = theme.key, .name = theme.name, .goal = theme.goal});
    theme_values_.emplace_back(theme.values.begin(), theme.values.end());
  }
  first_monday_ = monday_of(report_.start);
  for (Day day = first_monday_; day < report_.end; day += days{7}) {
    report_.weeks.push_back({.monday = day});
  }
  Day month = month_of(report_.start);
  if (month < report_.start) month = next_month(month);
  for (; next_month(month) <= std::min(report_.end, report_.made); month = next_month(month)) {
    if (!may_show(scene_.teams, scene_.asked, month)) {
      report_.hidden_months.push_back(month);
      continue;
    }
    auto& row = report_.people.emplace_back(Report::PeopleMonth{.month = month});
    for (std::size_t i = 0; i < scene_.teams.size(); ++i) {
      if (!scene_.asked[i]) continue;
      for (const auto& member : scene_.teams[i].members) {
        if (!member.there_on(month)) continue;
        ++row.members;
        row.lead += member.leads;
      }
    }
  }
}

Report::WeekRow& ReportCounter::week(Day day) {
  return report_.weeks[static_cast<std::size_t>((day - first_monday_).count() / 7)];
}

Report::PeopleMonth* ReportCounter::people(Day day) {
  const Day month = month_of(day);
  const auto it = std::lower_bound(report_.people.begin(), report_.people.end(), month,
                                   [](const auto& row, Day m) { return row.month < m; });
  return it != report_.people.end() && it->month == month ? &*it : nullptr;
}

void ReportCounter::slot(Day day) {
  ++report_.held.unprepared;
  ++report_.held.planned;
  ++week(day).planned;
}

void ReportCounter::huddle(const HuddleCount& huddle) {
  // What the calendar has told already must not count twice.
  if (huddle.on_calendar && huddle.day < report_.made) {
    --report_.held.unprepared;
    --report_.held.planned;
    --week(huddle.day).planned;
  }
  if (huddle.state == HuddleState::kPlanned || huddle.state == HuddleState::kPublished) return;
  ++report_.held.planned;
  ++week(huddle.day).planned;
  if (huddle.state == HuddleState::kCancelled) {
    ++report_.held.cancelled;
    ++cancelled_[std::string(huddle.reason)];
    return;
  }
  held(huddle);
  attendance(huddle);
  turn(huddle);
}

void ReportCounter::held(const HuddleCount& huddle) {
  auto& in_week = week(huddle.day);
  ++in_week.held;
  ++(huddle.state == HuddleState::kCompleted ? report_.held.completed : report_.held.assumed);
  if (huddle.took) {
    auto& time = report_.time;
    ++time.huddles;
    ++in_week.timed;
    time.took += *huddle.took;
    in_week.took += *huddle.took;
    time.timebox += huddle.timebox;
    if (*huddle.took > huddle.timebox) {
      ++time.overruns;
      ++in_week.overruns;
      time.longest_over = std::max(time.longest_over, *huddle.took - huddle.timebox);
    }
  }
  const std::string* value = nullptr;
  if (huddle.value) {
    ++with_value_;
    if (const auto it = value_index_.find(*huddle.value); it != value_index_.end()) {
      auto& row = report_.values[it->second];
      ++row.huddles;
      if (!row.last || *row.last < huddle.day) row.last = huddle.day;
      value = &row.key;
    }
  }
  for (std::size_t i = 0; i < scene_.themes.size(); ++i) {
    if (huddle.day < scene_.themes[i].first || huddle.day > scene_.themes[i].last) continue;
    ++report_.themes[i].huddles;
    report_.themes[i].on_theme += value != nullptr && theme_values_[i].contains(*value);
  }
  report_.lessons.came_back += huddle.lesson;
  if (huddle.prompt) {
    ++report_.staleness.prompts;
    const auto key =
        static_cast<std::uint64_t>(huddle.team) << 40 | static_cast<std::uint64_t>(*huddle.prompt);
    const auto [it, first] = prompt_last_.try_emplace(key, huddle.day);
    if (!first) {
      const auto gap = huddle.day - it->second;
      report_.staleness.prompts_again += gap > days{0} && gap <= kStale;
      it->second = huddle.day;
    }
  }
}

void ReportCounter::attendance(const HuddleCount& huddle) {
  auto* month = people(huddle.day);
  if (month == nullptr || !huddle.attended) return;
  const auto came = std::count_if(huddle.expected.begin(), huddle.expected.end(),
                                  [&](Id person) { return among(*huddle.attended, person); });
  const int expected = static_cast<int>(huddle.expected.size());
  const int attended = static_cast<int>(came);
  month->expected += expected;
  month->attended += attended;
  auto& in_week = week(huddle.day);
  in_week.expected += expected;
  in_week.attended += attended;
}

void ReportCounter::turn(const HuddleCount& huddle) {
  if (!huddle.leader || people(huddle.day) == nullptr) return;
  const auto& team = scene_.teams[huddle.team];
  const Day month = month_of(huddle.day);
  const auto takes_turns = [&](Id person) {
    const auto* member = member_of(team, person, month);
    return member != nullptr && member->leads;
  };
  // A turn that somebody from elsewhere took is nobody's due.
  if (!takes_turns(*huddle.leader)) return;
  auto& open = open_[huddle.team];
  if (open.month != month) {
    close_month(huddle.team);
    open.month = month;
  }
  const auto of = [&](Id person) -> Turns& {
    for (auto& turns : open.turns) {
      if (turns.person == person) return turns;
    }
    return open.turns.emplace_back(Turns{.person = person});
  };
  // Whoever led was there, expected or not.
  const bool stepped_in = !among(huddle.expected, *huddle.leader);
  const auto entitled =
      std::count_if(huddle.expected.begin(), huddle.expected.end(), takes_turns) + stepped_in;
  const double share = 1.0 / static_cast<double>(entitled);
  for (const Id person : huddle.expected) {
    if (takes_turns(person)) of(person).due += share;
  }
  auto& leader = of(*huddle.leader);
  leader.due += stepped_in ? share : 0;
  ++leader.led;
}

void ReportCounter::close_month(std::size_t team) {
  auto& open = open_[team];
  if (auto* month = people(open.month); month != nullptr) {
    for (const auto& turns : open.turns) {
      month->led += turns.led > 0;
      month->turns_off += static_cast<int>(std::lround(std::abs(turns.led - turns.due) * 1000));
    }
  }
  open.turns.clear();
}

void ReportCounter::story(const StoryCount& story) {
  auto& stories = report_.stories;
  const bool win = story.kind == StoryKind::kWin;
  const bool miss = story.kind == StoryKind::kMiss;
  stories.wins += win;
  stories.misses += miss;
  stories.benchmarks += story.kind == StoryKind::kBenchmark;
  stories.improvements += story.kind == StoryKind::kImprovement;
  stories.recognitions += win && story.names_somebody;
  week(story.day).wins += win;
  week(story.day).misses += miss;
  std::vector<const std::string*> shows;
  for (const Id value : story.values) {
    const auto it = value_index_.find(value);
    if (it == value_index_.end()) continue;
    auto& row = report_.values[it->second];
    row.wins += win;
    row.misses += miss;
    shows.push_back(&row.key);
  }
  for (std::size_t i = 0; win && i < scene_.themes.size(); ++i) {
    if (story.day < scene_.themes[i].first || story.day > scene_.themes[i].last) continue;
    report_.themes[i].wins += std::any_of(shows.begin(), shows.end(), [&](const auto* key) {
      return theme_values_[i].contains(*key);
    });
  }
}

void ReportCounter::told(bool again) {
  ++report_.staleness.stories;
  report_.staleness.stories_again += again;
}

void ReportCounter::recognised(std::size_t team, Day month, Id person) {
  auto* row = people(month);
  if (row != nullptr && member_of(scene_.teams[team], person, row->month) != nullptr) {
    ++row->recognised;
  }
}

void ReportCounter::commitment(const CommitmentCount& commitment) {
  auto* month = people(commitment.due);
  if (month == nullptr) return;
  auto& counts = commitment.for_customer ? month->customers : month->colleagues;
  switch (commitment.state) {
    case CommitmentState::kOpen:
      ++counts.open;
      break;
    case CommitmentState::kKept:
      ++counts.kept;
      break;
    case CommitmentState::kMissed:
      ++counts.missed;
      ++missed_[std::string(commitment.reason)];
      break;
    case CommitmentState::kDropped:
      ++counts.dropped;
      break;
  }
}

void ReportCounter::remembered(const RecallState& state, Day heard) {
  const Recall& recall = recall_policy();
  const int elapsed = std::max(0, static_cast<int>((report_.made - heard).count()));
  ++remembered_;
  recall_now_ += recall.retrievability(state, elapsed);
  recall_in_90_ += recall.retrievability(state, elapsed + kAhead);
}

void ReportCounter::handoff(Day raised, std::optional<Day> answered, bool closed) {
  auto& handoffs = report_.handoffs;
  ++handoffs.raised;
  if (answered) {
    ++handoffs.answered;
    handoffs.days_to_answer += static_cast<int>((*answered - raised).count());
  } else if (!closed) {
    ++handoffs.waiting;
    handoffs.oldest_waiting =
        std::max(handoffs.oldest_waiting, static_cast<int>((report_.made - raised).count()));
  }
}

Report ReportCounter::finish() {
  for (std::size_t team = 0; team < open_.size(); ++team) close_month(team);
  std::int64_t weights = 0;
  for (const auto& value : scene_.values) weights += value.weight;
  for (std::size_t i = 0; i < scene_.values.size(); ++i) {
    report_.values[i].due = thousandths(static_cast<double>(with_value_) * scene_.values[i].weight /
                                        static_cast<double>(weights));
  }
  report_.held.reasons = most_frequent(cancelled_, 1);
  // A reason given once may tell whose commitment it was.
  report_.missed_reasons = most_frequent(missed_, 2);
  report_.lessons.capacity = (report_.held.held() * kLessonsPer + kHuddlesPer / 2) / kHuddlesPer;
  if (remembered_ > 0) {
    const auto mean = [&](double sum) { return std::round(sum / remembered_ * 1e4) / 1e4; };
    report_.lessons.recall_now = mean(recall_now_);
    report_.lessons.recall_in_90 = mean(recall_in_90_);
  }
  report_.warnings = early_warnings(report_);
  return std::move(report_);
}

}  // namespace huddlekit
