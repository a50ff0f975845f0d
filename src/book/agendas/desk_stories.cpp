// The part of the desk that is about stories: what happened, what is learned and owed, here and
// elsewhere.
#include <algorithm>

#include "book/agendas/desk.hpp"
#include "book/session.hpp"
#include "core/agenda/compose_stories.hpp"
#include "core/lessons/lesson_choice.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;

constexpr days kLately{28};  // the last four weeks: for sharing, balance and newcomers
constexpr days kCoachYear{365};
constexpr int kOften = 2;  // so often thanked for a value one can coach in it

bool contains(const std::vector<Id>& ids, Id id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

void Desk::advance_stories(const Choices& choices, Day day) {
  const auto told = [&](Id story) { return contains(choices.stories, story); };
  std::int64_t balance = 0;
  for (const auto& story : stories) {
    if (!told(story.id)) continue;
    balance += story.kind == StoryKind::kMiss ? 1 : story.kind == StoryKind::kWin ? -1 : 0;
  }
  balance -= std::count_if(elsewhere.begin(), elsewhere.end(),
                           [&](const Elsewhere& s) { return told(s.story); });
  misses_over_wins.emplace_back(day, balance);
  for (auto& miss : open_misses) miss.told = miss.told || told(miss.id);
  std::erase_if(stories, [&](const StoryFact& story) { return told(story.id); });
  std::erase_if(elsewhere, [&](const Elsewhere& s) { return told(s.story); });
  std::erase_if(answers, [&](const AnswerFact& a) { return contains(choices.answers, a.id); });
  if (!choices.lesson) return;
  auto& heard = *std::find_if(lessons.lessons.begin(), lessons.lessons.end(),
                              [&](const auto& l) { return l.lesson == *choices.lesson; });
  heard.state =
      heard.state ? recall_policy().review(
                        *heard.state, static_cast<int>((day - *heard.heard).count()), Rating::kGood)
                  : recall_policy().first(Rating::kGood);
  heard.heard = day;
  heard.due = day + days{recall_policy().interval(*heard.state)};
}

void Desks::load_stories(Desk& desk, const StoredTeam& team, Day from, Day until,
                         int huddle_count) {
  desk.stories = s_.journal.untold(team.id, from - kNews, until, kMostStories * huddle_count);
  desk.lessons = s_.lessons.due(team, until, huddle_count);
  desk.commitments = s_.journal.due(team.id, until);
  desk.hand_offs = s_.hand_offs.waiting(team.id, until);
  desk.answers = s_.hand_offs.answers(team.id, until);
  desk.misses_over_wins = s_.shares.misses_over_wins(team.id, from - kLately, from);

  const auto& organisation = s_.playbook.rulebook().organisation;
  bool features = false;
  for (Day day = from; organisation && day < until && !features; day += days{1}) {
    features = organisation->feature_days.contains(weekday{day});
  }
  if (!features) return;
  desk.elsewhere = s_.shares.elsewhere(team.id, from - kLately, until,
                                       static_cast<int>(kMostElsewhere) + huddle_count);
  std::erase_if(desk.elsewhere,
                [&](const Elsewhere& s) { return s_.playbook.team(s.team).retired; });
  if (desk.elsewhere.empty()) return;
  // Teams that have had no turn and have nothing to tell would neither gain nor be chosen: the
  // rotation of a thousand teams is as long as it has to be.
  std::vector<Id> sources;
  for (const auto& story : desk.elsewhere) sources.push_back(story.team);
  for (const auto& [id, credit] : s_.turns.credits({RotaRole::kSource, team.id})) {
    if (!s_.playbook.team(id).retired) sources.push_back(id);
  }
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  std::vector<InRota> members;
  for (const Id id : sources) members.push_back({.id = id});
  desk.source = s_.turns.load({RotaRole::kSource, team.id}, members);
}

void Desks::add_stories(Facts& f, const Desk& desk, Day day) {
  const auto& team = *desk.crew->team;
  bool miss = false;
  for (const auto& story : desk.stories) {
    if (story.day > day || story.day < day - kNews) continue;
    f.stories.push_back(story);
    miss |= story.kind == StoryKind::kMiss;
  }
  const auto value = f.value ? std::optional(f.value->id) : std::nullopt;
  if (!miss) f.lesson = lesson_of_the_day(desk, day, value);  // a fresh miss goes before
  for (const auto& due : desk.commitments) {
    if (due.due <= day) f.commitments.push_back(due);
  }
  f.hand_offs = desk.hand_offs;
  f.answers = desk.answers;
  std::int64_t balance = 0;
  for (const auto& [told, more] : desk.misses_over_wins) {
    if (told >= day - kLately && told < day) balance += more;
  }
  f.look_for_wins = balance > 0;
  share(f, desk, day, value);
  if (!f.value) return;
  welcome(f, team, day, *f.value);
  f.goal = goal(*f.value->value, day);
}

std::optional<LessonFact> Desks::lesson_of_the_day(const Desk& desk, Day day,
                                                   std::optional<Id> value) {
  std::vector<LessonCandidate> due;
  for (const auto& l : desk.lessons.lessons) {
    if (l.due > day) continue;
    due.push_back({.id = l.lesson,
                   .state = l.state,
                   .days = static_cast<int>((day - l.heard.value_or(l.learned)).count()),
                   .importance = l.importance,
                   .shows_todays_value = value && l.value == value});
  }
  const auto ranked = rank_lessons(recall_policy(), due);
  if (ranked.empty()) return std::nullopt;
  const auto& best = ranked.front();
  auto out = s_.lessons.fact(best.id, desk.crew->team->id);
  out.heard =
      std::find_if(desk.lessons.lessons.begin(), desk.lessons.lessons.end(), [&](const auto& l) {
        return l.lesson == best.id;
      })->heard;
  out.in_ten = static_cast<int>(best.retrievability * 10 + 0.5);
  out.due = ranked.size() + static_cast<std::size_t>(desk.lessons.left_out);
  out.for_value = best.for_value;
  return out;
}

void Desks::share(Facts& f, const Desk& desk, Day day, std::optional<Id> value) {
  const auto& organisation = s_.playbook.rulebook().organisation;
  if (!organisation || !organisation->feature_days.contains(weekday{day})) return;
  f.source = desk.source;
  const auto choice = choose_shared(f.source, desk.elsewhere, day - kLately, day, value);
  if (!choice) return;
  f.shared = s_.shares.fact(*choice->story);
  f.shared->for_value = choice->for_value;
  f.source_turn = choice->source;
}

/// Those in their first weeks, and who could coach them: whoever has often been thanked for today's
/// value, in turn.
void Desks::welcome(Facts& f, const StoredTeam& team, Day day, const ValueOfDay& value) {
  std::vector<std::pair<Id, bool>> members;  // and whether the playbook lets them be celebrated
  for (const auto& attendee : f.expected) {
    const auto place = std::ranges::find(team.people, attendee.id) - team.people.begin();
    if (place == std::ssize(team.people)) continue;  // lent by another team
    const auto& member = team.team.members[static_cast<std::size_t>(place)];
    if (member.since && *member.since <= day && day < *member.since + kLately) {
      f.first_weeks.push_back(attendee.id);
    } else {
      members.emplace_back(attendee.id, member.celebrated);
    }
  }
  if (f.first_weeks.empty()) return;  // as on most days
  std::unordered_map<Id, bool> others(members.begin(), members.end());
  for (const auto& [id, wish] : s_.consents.celebrated(team.id)) {
    if (const auto it = others.find(id); it != others.end()) it->second = wish;
  }
  std::vector<Id> coaches;
  for (const Id id : team.people) {
    if (const auto it = others.find(id); it != others.end() && it->second) coaches.push_back(id);
  }
  const auto thanked = s_.shares.thanked_for(value.id, coaches, day - kCoachYear);
  std::erase_if(coaches, [&](Id id) { return thanked.at(id) < kOften; });
  if (coaches.empty()) return;
  f.coach = coaches[static_cast<std::size_t>(value.turn) % coaches.size()];
}

std::optional<GoalFact> Desks::goal(const Value& value, Day day) {
  const auto& book = s_.playbook.rulebook();
  for (const auto& theme : book.themes) {
    if (theme.goal_count == 0 || day < theme.first || day > theme.last ||
        std::find(theme.values.begin(), theme.values.end(), value.key) == theme.values.end()) {
      continue;
    }
    auto [counted, is_new] = goal_wins_.try_emplace(theme.key);
    if (is_new) {
      std::vector<Id> values;
      for (const auto& stored : book.values) {
        const auto& of_theme = theme.values;
        if (std::find(of_theme.begin(), of_theme.end(), stored.value.key) != of_theme.end()) {
          values.push_back(stored.id);
        }
      }
      counted->second = s_.shares.wins(values, theme.first, theme.last);
    }
    return GoalFact{theme.name, theme.goal, counted->second, theme.goal_count, theme.last};
  }
  return std::nullopt;
}

}  // namespace huddlekit
