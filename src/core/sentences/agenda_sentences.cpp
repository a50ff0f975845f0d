#include "core/sentences/agenda_sentences.hpp"

#include <array>

#include "core/text/text.hpp"

namespace huddlekit::sentences {
namespace {

using namespace std::chrono;

std::string plain_date(Day day) {
  const year_month_day date{day};
  return std::to_string(static_cast<unsigned>(date.day())) + " " +
         std::string(kMonths[static_cast<unsigned>(date.month()) - 1]);
}

std::string count(std::size_t n, const char* one, const char* many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string times(std::int64_t n) {
  return n == 1 ? "once" : n == 2 ? "twice" : std::to_string(n) + " times";
}

std::string clock(seconds s) {
  const auto rest = static_cast<int>(s.count() % 60);
  return std::to_string(s.count() / 60) + (rest < 10 ? ":0" : ":") + std::to_string(rest);
}

}  // namespace

std::string date_of(Day day, Day today) {
  const auto year = year_month_day{day}.year();
  const bool same = year == year_month_day{today}.year();
  return same ? plain_date(day) : plain_date(day) + " " + std::to_string(static_cast<int>(year));
}

std::string day_of(Day day, Day today) {
  const auto ago = (today - day).count();
  if (ago == 0) return "today";
  if (ago == 1) return "yesterday";
  if (ago > 1 && ago < 7) return "on " + std::string(kWeekdays[weekday{day}.c_encoding()]);
  return "on " + date_of(day, today);
}

std::string weekday_date(Day day) {
  return std::string(kWeekdays[weekday{day}.c_encoding()]) + " " + plain_date(day);
}

std::string talk(const char* kind) {
  const std::string_view k = kind;
  if (k == "exercise") return "Try it";
  if (k == "story-starter") return "Tell it";
  if (k == "benchmark") return "Look around";
  if (k == "role-play") return "Play it";
  return "Talk about it";
}

std::string leads_today(const std::string& who) { return who + " leads."; }

std::string nobody_leads() {
  return "Nobody who leads is expected: whoever is here first reads this out.";
}

std::string away(const std::vector<std::string>& who) {
  return listed(who) + (who.size() == 1 ? " is away." : " are away.");
}

std::string moved(LocalTime from, Day today, const std::string& why) {
  const Day day = floor<days>(from);
  const auto time = to_string(from).substr(11, 5);
  return "Moved from " + (day == today ? time : weekday_date(day) + ", " + time) +
         (why.empty() ? "." : ": " + why + ".");
}

std::string clocks_jump(LocalTime start) {
  return "The clocks go forward: the usual time does not exist today, so we start at " +
         to_string(start).substr(11, 5) + ".";
}

std::string from(const std::string& origin) { return origin.empty() ? "Today" : origin; }

std::string why_leader(const std::string& who, std::int64_t turns, std::optional<Day> last,
                       Day today, std::size_t pool) {
  if (pool == 1) return who + " is the only one expected who leads.";
  const std::string others = "nobody of the " + std::to_string(pool) +
                             " who could lead today has waited longer for a turn";
  if (turns == 0 || !last) return "First time for " + who + ": " + others + ".";
  return who + " has led " + times(turns) + ", last " + day_of(*last, today) + ": " + others + ".";
}

std::string why_nobody_leads(std::size_t expected) {
  return expected == 0
             ? "Nobody is expected today."
             : count(expected, "person is", "people are") + " expected, and none of them leads.";
}

std::string why_kept() { return "As published; the plan was revised around it."; }

std::string why_agreed() { return "Agreed beforehand: colleagues swapped their turns."; }

std::string not_heard_yet(std::size_t n, std::size_t expected) {
  return count(n, "colleague", "colleagues") + " of the " + std::to_string(expected) +
         " expected " + (n == 1 ? "has" : "have") + " not heard it yet.";
}

std::string why_value(std::int64_t turn, std::optional<Day> last, Day today, std::int64_t weight,
                      std::int64_t weights, const std::string& theme) {
  std::string out = turn == 1 ? "The first turn for this value"
                              : "Turn " + std::to_string(turn) + " for this value";
  if (last) out += ", last " + day_of(*last, today);
  if (weight != weights) {
    out += "; its share is " + std::to_string(weight) + (weight == 1 ? " turn in " : " turns in ") +
           std::to_string(weights);
  }
  out += ".";
  if (!theme.empty()) out += " The theme “" + theme + "” brings it up more often.";
  return out;
}

std::string thank(const std::vector<std::string>& who) {
  return who.empty() ? "Say it so that everybody can picture it."
                     : "Say it so that everybody can picture it, and thank " + listed(who) + ".";
}

std::string story_label(const char* kind, Day day, Day today) {
  const std::string_view k = kind;
  auto when = day_of(day, today);
  if (k == "benchmark") return "Seen elsewhere, " + when;
  if (k == "improvement") return "Better now, " + when;
  when[0] = static_cast<char>(when[0] - 'a' + 'A');
  return when;
}

std::string shows(const std::vector<std::string>& values) {
  return values.empty() ? "" : " (" + listed(values) + ")";
}

std::string why_wins(std::size_t n) {
  return n == 1 ? "Told since the last huddle: recognised while it is fresh."
                : count(n, "story", "stories") +
                      " told since the last huddle: recognised while they are fresh.";
}

std::string miss() { return "No blame. What was the situation, and what do we do from now on?"; }

std::string why_miss(std::size_t n) {
  return n == 1
             ? "A miss told since the last huddle: we talk about it while it can be put right."
             : count(n, "miss", "misses") +
                   " told since the last huddle: we talk about them while they can be put right.";
}

std::string recall() {
  return "First everybody remembers in silence, then one says it aloud; only then read on.";
}

std::string recall_question(Day learned, Day today, const std::string& value,
                            const std::string& team) {
  return (team.empty() ? "What did we learn " : "What did " + team + " learn ") +
         day_of(learned, today) + (value.empty() ? "?" : " about “" + value + "”?");
}

std::string rating() { return "Not remembered, with help, remembered, or easily?"; }

std::string why_lesson(std::optional<Day> heard, Day learned, Day today, int in_ten,
                       std::size_t due, bool for_value) {
  std::string out = heard ? "Not heard since " + date_of(*heard, today) + ": about " +
                                std::to_string(in_ten) + " in 10 would still remember it."
                          : "Learned " + day_of(learned, today) + " and not brought back yet.";
  if (due > 1) {
    out += " Of the " + std::to_string(due) + " lessons due it " +
           (for_value ? "is among those that gain most, and shows today’s value."
                      : "gains most by coming back.");
  }
  return out;
}

std::string promises() {
  return "Whoever promised says: kept, or not and why. A good reason helps us all.";
}

std::string due(const std::string& who, Day day, Day today) {
  if (day >= today) return who + ", due today";
  return who + ", due " + day_of(day, today);
}

std::string to_customer() { return " (to a customer)"; }

std::string why_promises(std::size_t misses, std::size_t n, std::size_t to_customers,
                         std::size_t questions, std::size_t answers) {
  std::vector<std::string> out;
  if (misses > 0) out.push_back(count(misses, "miss is", "misses are") + " not put right yet");
  if (n > 0) {
    auto due = count(n, "commitment is", "commitments are") + " due";
    if (to_customers == n) {
      due += n == 1 ? ", to a customer" : ", all to customers";
    } else if (to_customers > 0) {
      due += ", " + std::to_string(to_customers) + " of them to a customer";
    }
    out.push_back(due);
  }
  if (answers > 0) out.push_back(count(answers, "answer has come", "answers have come"));
  if (questions > 0) {
    out.push_back(
        count(questions, "matter from another team waits", "matters from other teams wait") +
        " for us");
  }
  std::string sentence;
  for (const auto& part : out) sentence += (sentence.empty() ? "" : "; ") + part;
  return sentence + ".";
}

std::string broken(Day day, Day today) { return "To put right, missed " + day_of(day, today); }

std::string still_to_do(bool heard, bool apologised) {
  std::vector<std::string> steps;
  if (!heard) steps.push_back("hear the customer");
  if (!apologised) steps.push_back("apologise");
  steps.push_back("put it right");
  return " (still to do: " + listed(steps) + ")";
}

std::string who_puts_right() { return "Who hears the customer and puts it right, and by when?"; }

std::string round() {
  return "Half a minute each: what is ahead today, and where are you stuck? Nothing is solved "
         "here.";
}

std::string why_round(std::size_t expected, std::size_t speakers) {
  return speakers == expected
             ? "There is time for all " + std::to_string(expected) + " expected."
             : "There is time for " + std::to_string(speakers) + " of the " +
                   std::to_string(expected) + " expected; the others speak on the next days.";
}

std::string sharing(seconds each) {
  return "Everybody has their say, " + clock(each) + " each. No discussion until all have spoken.";
}

std::string why_sharing(std::size_t expected, seconds each) {
  return expected == 1 ? "One person is expected, with " + clock(each) + " to tell it."
                       : "All " + std::to_string(expected) + " expected share, and " + clock(each) +
                             " each is what the time allows.";
}

std::string seat(const std::string& who, const std::string& customers) {
  return who + " speaks as the customer: what would " +
         (customers.empty() ? "our customers" : customers) + " notice today?";
}

std::string why_seat(std::int64_t turns, std::optional<Day> last, Day today) {
  if (turns == 0 || !last) return "First time in the customer’s seat.";
  return "Sat there " + times(turns) + ", last " + day_of(*last, today) +
         ": nobody else here is further behind.";
}

std::string close() { return "New commitments, each with one owner and one day. Say thanks."; }

std::string next_leader(const std::string& who, Day day, Day today) {
  return who + " leads " + (day == today ? "later today" : "on " + weekday_date(day)) + ".";
}

std::string why_close() { return "Every huddle ends with who does what by when."; }

std::string finish_early() { return "Nothing more for today: start the day."; }

std::string why_early(seconds planned, seconds box) {
  return "Today’s parts need " + clock(planned) + " of the " + clock(box) + ".";
}

std::string usually(seconds length) { return "This usually takes " + clock(length) + " here."; }

std::string passed(const std::string& who) { return who + " passes this turn."; }

std::string swapped(const std::string& first, const std::string& second) {
  return first.empty() ? second + " takes this turn."
                       : first + " and " + second + " swapped turns.";
}

std::string private_note(const std::string& value, const std::vector<std::string>& unheard,
                         const std::vector<std::string>& first_time,
                         const std::vector<std::string>& away) {
  std::string out;
  if (!unheard.empty()) {
    out += "New to “" + value + "”: " + listed(unheard) + ". A chance to hear from them first.\n";
  }
  if (!first_time.empty()) out += "In their first huddle: " + listed(first_time) + ".\n";
  if (!away.empty()) out += "Away: " + listed(away) + ".\n";
  return out;
}

std::string would_not_meet(const std::string& who, const std::string& team,
                           const std::vector<std::string>& values, int weeks) {
  return who + " (" + team + ") would not hear " + listed(values) + " within " +
         std::to_string(weeks) + " weeks.";
}

std::string small_pool(const std::string& team, const std::string& huddle, int pool) {
  return team + ", " + huddle + ": " +
         (pool == 0 ? "on some days nobody who leads is expected."
                    : "on some days only one person could lead.");
}

}  // namespace huddlekit::sentences
