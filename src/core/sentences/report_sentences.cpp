#include "core/sentences/report_sentences.hpp"

#include <algorithm>
#include <array>

namespace huddlekit::sentences {
namespace {

constexpr std::array kFigures{
    FigureText{"held.rate", "Held", "Huddles held", "share",
               "Huddles completed or assumed held, of all that were on the calendar since the "
               "team’s first one and are over; holidays are not counted.",
               "judging a leader: a cancelled huddle often has a good reason."},
    FigureText{"held.completed", "Held", "Completed", "count",
               "Huddles whose outcome somebody recorded.", "saying how good they were."},
    FigureText{"held.assumed", "Held", "Assumed held", "count",
               "Published huddles that were over for a day and that nobody closed or cancelled.",
               "proving that they took place: complete huddles to know."},
    FigureText{"held.cancelled", "Held", "Cancelled", "count",
               "Huddles that were taken off the calendar; the reasons stand below.",
               "comparing teams whose days differ."},
    FigureText{"held.unprepared", "Held", "Never published", "count",
               "Huddles of the calendar that are over and for which no agenda was published.",
               "counting huddles held without the library: it does not know of them."},
    FigureText{"held.holidays", "Held", "Holidays", "count",
               "Huddles that the team’s holidays took off the calendar.", "counting days off."},
    FigureText{"time.overruns", "Time", "Ran over", "share",
               "Huddles longer than their timebox, of those whose length was recorded.",
               "blame: an overrun says that the agenda was too full."},
    FigureText{"time.mean", "Time", "Mean length", "seconds",
               "Mean length of the huddles whose length was recorded.",
               "setting a target: a huddle may end early."},
    FigureText{"time.longest_over", "Time", "Longest overrun", "seconds",
               "The longest time that a huddle went beyond its timebox.",
               "planning: it is one day’s accident."},
    FigureText{"values.covered", "Values", "Values talked about", "share",
               "Values in force that were the value of at least one held huddle.",
               "saying that everybody heard them: see the exposure of each person."},
    FigureText{"values.off", "Values", "Furthest off its share", "huddles",
               "The largest difference, among the values, between huddles held on it and huddles "
               "due to it by today’s weights.",
               "ranges in which weights changed or a theme was on: it is then off on purpose."},
    FigureText{"stories.wins", "Stories", "Wins", "count", "Wins told on the days of the range.",
               "setting a quota: what is counted for reward gets invented."},
    FigureText{"stories.misses", "Stories", "Misses", "count",
               "Misses told on the days of the range.",
               "judging a team: many misses told is a sign of trust."},
    FigureText{"stories.benchmarks", "Stories", "Benchmarks", "count",
               "Great service seen elsewhere, told on the days of the range.", "setting a quota."},
    FigureText{"stories.improvements", "Stories", "Improvements", "count",
               "Improvements told on the days of the range.", "setting a quota."},
    FigureText{"stories.recognitions", "Stories", "Recognitions", "count",
               "Wins that name the colleagues behind them.", "holding a competition."},
    FigureText{"lessons.learned", "Lessons", "New lessons", "count",
               "Lessons learned on the days of the range.", "setting a quota."},
    FigureText{"lessons.capacity", "Lessons", "Lessons that fit", "count",
               "New lessons that the held huddles sustain when nine in ten are to be remembered: "
               "two for every 21 huddles.",
               "single weeks: it is a rule of thumb for months."},
    FigureText{"lessons.came_back", "Lessons", "Huddles with a lesson", "count",
               "Held huddles in whose agenda a lesson came back.",
               "saying that it was remembered."},
    FigureText{"lessons.recall_now", "Lessons", "Predicted recall now", "share",
               "Mean chance that a lesson of the team is remembered on the day of the report, as "
               "the review scheduler (FSRS-6) predicts it; lessons that never came back are left "
               "out.",
               "testing people: it is a model’s guess about a team."},
    FigureText{"lessons.recall_in_90", "Lessons", "In 90 days without huddles", "share",
               "The same prediction 90 days later if none of the lessons came back until then.",
               "forecasting: huddles do bring lessons back."},
    FigureText{"handoffs.raised", "Hand-offs", "Raised", "count",
               "Matters for another team that were raised on the days of the range.",
               "judging who raises them: hearing of them is what one wants."},
    FigureText{"handoffs.answered", "Hand-offs", "Answered", "share",
               "Hand-offs raised in the range that have an answer by now.",
               "saying that the matter is settled."},
    FigureText{"handoffs.days", "Hand-offs", "Days to an answer", "days",
               "Mean number of days from raising to the answer, of those answered.",
               "comparing teams: matters differ."},
    FigureText{"handoffs.oldest", "Hand-offs", "Oldest without an answer", "days",
               "Days since the oldest hand-off of the range that still waits was raised.",
               "blame: ask what the answer waits for."},
    FigureText{"staleness.prompts", "Freshness", "Prompts heard again", "share",
               "Held huddles whose prompt the team had talked about 1 to 30 days before, within "
               "the range.",
               "large teams in shifts, where the others have not heard it."},
    FigureText{"staleness.stories", "Freshness", "Stories told again", "share",
               "Stories in held huddles that the same team had been told before.",
               "saying that telling twice is wrong: some are worth it."},
    FigureText{"people.members", "People", "Members, month by month", "count",
               "Members on the first day of each month covered, added up; whoever is in two teams "
               "counts in both.",
               "counting heads."},
    FigureText{"people.attendance", "People", "Attendance", "share",
               "People who came, of those expected, in huddles whose attendance was recorded.",
               "checking on anybody: it is about the time and the place of the huddle."},
    FigureText{"people.recognised", "People", "Recognised in a month", "share",
               "Members who were named in a win of the month, of all members, month by month.",
               "setting a quota for thanks."},
    FigureText{"people.led", "People", "Led in a month", "share",
               "Members who led at least once in the month, of those who take turns, month by "
               "month.",
               "months with few huddles: not everybody can have led."},
    FigureText{"people.turns_off", "People", "Off their share of turns", "turns",
               "Mean distance, in a month, between the turns that somebody led and the turns due "
               "to them: each huddle owes one turn, in equal parts to those expected who lead.",
               "ranking people: part-timers and absences move it."},
    FigureText{"people.customers", "People", "Promises to customers kept", "share",
               "Commitments to customers that fell due, kept of those kept or missed; dropped and "
               "open ones are left out.",
               "setting a target of 100 %: people then promise only what is easy."},
    FigureText{"people.colleagues", "People", "Promises to colleagues kept", "share",
               "The same for commitments to colleagues.", "setting a target of 100 %."},
};

}  // namespace

std::span<const FigureText> figure_texts() { return kFigures; }

const FigureText& figure_text(std::string_view key) {
  return *std::find_if(kFigures.begin(), kFigures.end(),
                       [&](const FigureText& text) { return text.key == key; });
}

}  // namespace huddlekit::sentences
