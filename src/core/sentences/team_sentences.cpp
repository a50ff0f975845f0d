// What composition says between teams, and to newcomers: declared in agenda_sentences.hpp.
#include "core/sentences/agenda_sentences.hpp"
#include "core/text/text.hpp"

namespace huddlekit::sentences {
namespace {

constexpr const char* kColleague = "a colleague";

/// `5,000`
std::string grouped(std::int64_t n) {
  auto out = std::to_string(n);
  for (auto at = static_cast<std::ptrdiff_t>(out.size()) - 3; at > 0; at -= 3) {
    out.insert(static_cast<std::size_t>(at), 1, ',');
  }
  return out;
}

}  // namespace

std::string from_team(const std::string& team, Day day, Day today) {
  return "From " + team + ", " + day_of(day, today);
}

std::string behind_it(std::vector<std::string> who, bool unnamed) {
  if (unnamed) who.emplace_back(kColleague);
  return who.empty() ? "" : " Behind it: " + listed(who) + ".";
}

std::string why_shared(const std::string& team, bool for_value) {
  return "On feature days a good story from elsewhere goes round: it is " + team + "’s turn" +
         (for_value ? ", and it shows today’s value." : ".");
}

std::string look_for_wins() { return "Who saw something go well since yesterday? Say it now."; }

std::string why_look_for_wins() {
  return "In the last four weeks more misses than wins were told here.";
}

std::string asked(const std::string& story, const std::string& question) {
  return "“" + story + "” They ask: " + question;
}

std::string answer_them() {
  return "What another team asks gets an answer, and somebody who gives it.";
}

std::string answers(const std::string& team) { return team + " answers"; }

std::string answer(const std::string& question, const std::string& text, const std::string& by) {
  return "“" + question + "” " + text + " (" + by + ")";
}

std::string hear_answers() { return "We asked, and here is the answer: does it help?"; }

std::string stuck_in(const std::string& team) { return "Stuck in " + team; }

std::string stuck(const std::string& text, Day due, Day today) {
  return text + " It was due " + day_of(due, today) + " and has been on three agendas since. " +
         stuck_question();
}

std::string stuck_question() { return "What can be taken out of the way?"; }

std::string stuck_below(std::size_t n) {
  return (n == 1 ? "A matter from below waits" : std::to_string(n) + " matters from below wait") +
         " for this team: who answers, and by when?";
}

std::string first_weeks(const std::vector<std::string>& who, const std::string& coach,
                        const std::string& value) {
  return listed(who) + (who.size() == 1 ? ", you still see" : ", you all still see") +
         " us as a customer does: what did you notice since yesterday?" +
         (coach.empty() ? ""
                        : " " + coach + " is often thanked for “" + value +
                              "” and will show how it is done.");
}

std::string goal(const std::string& words, std::int64_t wins, std::int64_t target, Day until,
                 Day today) {
  return (words.empty() ? "" : words + " ") + grouped(wins) + " of " + grouped(target) +
         (wins >= target ? ": the goal is reached."
                         : " so far, until " + date_of(until, today) + ".");
}

std::string not_thanked(const std::vector<std::string>& who) {
  return "Not thanked by name for two months: " + listed(who) + ". What do they do well?\n";
}

std::string waiting_below(const std::vector<std::string>& teams) {
  return "Stuck below and not answered yet: " + listed(teams) + ".\n";
}

}  // namespace huddlekit::sentences
