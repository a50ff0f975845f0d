#include "core/sentences/agenda_sentences.hpp"

namespace huddlekit::sentences {

using namespace std::chrono;

Key<0> talk(PromptKind kind) {
  switch (kind) {
    case PromptKind::kExercise:
      return "value.try";
    case PromptKind::kStoryStarter:
      return "value.tell";
    case PromptKind::kBenchmark:
      return "value.look";
    case PromptKind::kRolePlay:
      return "value.play";
    default:
      return "value.talk";
  }
}

std::string moved(LocalTime from, Day today, const std::string& why) {
  const Day day = floor<days>(from);
  const auto time = time_of_day(from);
  const auto when = day == today ? time : phrase("date.time", weekday_date(day), time);
  return why.empty() ? phrase("open.moved", when) : phrase("open.moved_why", when, why);
}

std::string why_leader(const std::string& who, std::int64_t turns, std::optional<Day> last,
                       Day today, std::size_t pool) {
  if (pool == 1) return phrase("lead.only", who);
  if (turns == 0 || !last) return phrase("lead.first", who, pool);
  return phrase("lead.again", who, times(turns), day_of(*last, today), pool);
}

std::string why_nobody_leads(std::size_t expected) {
  return expected == 0 ? phrase("lead.none_expected") : phrase("lead.none", expected);
}

std::string why_value(std::int64_t turn, std::optional<Day> last, Day today, std::int64_t weight,
                      std::int64_t weights, const std::string& theme) {
  const auto out =
      phrase("value.why", turn == 1 ? phrase("value.turn_first") : phrase("value.turn", turn),
             last ? phrase("value.turn_last", day_of(*last, today)) : "",
             weight == weights ? "" : phrase("value.share", weight, weights));
  return theme.empty() ? out : out + " " + phrase("value.theme", theme);
}

std::string goal(const std::string& words, std::int64_t wins, std::int64_t target, Day until,
                 Day today) {
  const Numeral done{std::to_string(wins)}, all{std::to_string(target)};
  return (words.empty() ? "" : words + " ") +
         (wins >= target ? phrase("value.goal_reached", done, all)
                         : phrase("value.goal_so_far", done, all, date_of(until, today)));
}

std::string newcomers(const std::vector<std::string>& who, const std::string& coach,
                      const std::string& value) {
  const auto out = phrase("value.newcomers", who, who.size());
  return coach.empty() ? out : out + " " + phrase("value.coach", coach, value);
}

std::string thank(const std::vector<std::string>& who) {
  return who.empty() ? phrase("win.picture") : phrase("win.thank", who);
}

std::string story_label(StoryKind kind, Day day, Day today) {
  if (kind == StoryKind::kBenchmark) return phrase("story.benchmark", day_of(day, today));
  if (kind == StoryKind::kImprovement) return phrase("story.improvement", day_of(day, today));
  const auto ago = (today - day).count();
  if (ago == 0) return phrase("story.today");
  if (ago == 1) return phrase("story.yesterday");
  if (ago > 1 && ago < 7) return phrase("story.on_weekday", weekday_of(day));
  return phrase("story.on_date", date_of(day, today));
}

std::string story(const std::string& text, const std::vector<std::string>& values) {
  return values.empty() ? text : text + " " + phrase("story.shows", values);
}

std::string behind_it(std::vector<std::string> who, bool unnamed) {
  if (unnamed) who.push_back(phrase("story.a_colleague"));
  return who.empty() ? "" : " " + phrase("story.behind_it", who);
}

std::string why_shared(const std::string& team, bool for_value) {
  return for_value ? phrase("story.why_shared_value", team) : phrase("story.why_shared", team);
}

std::string recall_question(Day learned, Day today, const std::string& value,
                            const std::string& team) {
  const auto day = day_of(learned, today);
  if (team.empty()) {
    return value.empty() ? phrase("lesson.question", day)
                         : phrase("lesson.question_value", day, value);
  }
  return value.empty() ? phrase("lesson.question_team", team, day)
                       : phrase("lesson.question_team_value", team, day, value);
}

std::string why_lesson(std::optional<Day> heard, Day learned, Day today, int in_ten,
                       std::size_t due, bool for_value) {
  const auto out = heard ? phrase("lesson.not_heard", date_of(*heard, today), in_ten)
                         : phrase("lesson.never_back", day_of(learned, today));
  if (due <= 1) return out;
  return out + " " +
         (for_value ? phrase("lesson.gains_value", due) : phrase("lesson.gains_most", due));
}

std::string due(const std::string& who, Day day, Day today) {
  return day >= today ? phrase("promise.due_today", who)
                      : phrase("promise.due", who, day_of(day, today));
}

std::string promise(const std::string& text, bool for_customer) {
  return for_customer ? text + " " + phrase("promise.to_customer") : text;
}

std::string still_to_do(const std::string& miss, bool heard, bool apologised) {
  std::vector<std::string> steps;
  if (!heard) steps.push_back(phrase("promise.hear"));
  if (!apologised) steps.push_back(phrase("promise.apologise"));
  steps.push_back(phrase("promise.put_right"));
  return miss + " " + phrase("promise.still_to_do", steps);
}

std::string why_promises(std::size_t misses, std::size_t due, std::size_t to_customers,
                         std::size_t questions, std::size_t answers) {
  std::string out;
  const auto add = [&](const std::string& clause) {
    out = out.empty() ? clause : phrase("list.clause", out, clause);
  };
  if (misses > 0) add(phrase("promise.why_misses", misses));
  if (due > 0) {
    add(to_customers == 0     ? phrase("promise.why_due", due)
        : to_customers == due ? phrase("promise.why_due_customers", due)
                              : phrase("promise.why_due_some", due, to_customers));
  }
  if (answers > 0) add(phrase("promise.why_answers", answers));
  if (questions > 0) add(phrase("promise.why_questions", questions));
  return phrase("promise.why", out);
}

std::string why_round(std::size_t expected, std::size_t speakers) {
  return speakers == expected ? phrase("round.why_all", expected)
                              : phrase("round.why_some", speakers, expected);
}

std::string why_sharing(std::size_t expected, seconds each) {
  return expected == 1 ? phrase("sharing.why_one", minutes_seconds(each))
                       : phrase("sharing.why", expected, minutes_seconds(each));
}

std::string seat(const std::string& who, const std::string& customers) {
  return phrase("seat.ask", who, customers.empty() ? phrase("seat.our_customers") : customers);
}

std::string why_seat(std::int64_t turns, std::optional<Day> last, Day today) {
  return turns == 0 || !last ? phrase("seat.why_first")
                             : phrase("seat.why", times(turns), day_of(*last, today));
}

std::string next_leader(const std::string& who, Day day, Day today) {
  return day == today ? phrase("close.next_today", who)
                      : phrase("close.next", who, weekday_date(day));
}

std::string private_note(const std::string& value, const std::vector<std::string>& unheard,
                         const std::vector<std::string>& first_time,
                         const std::vector<std::string>& away) {
  std::string out;
  if (!unheard.empty()) out += phrase("note.unheard", value, unheard) + "\n";
  if (!first_time.empty()) out += phrase("note.first_huddle", first_time) + "\n";
  if (!away.empty()) out += phrase("note.away", away) + "\n";
  return out;
}

}  // namespace huddlekit::sentences
