#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/sentences/sentences.hpp"
#include "huddlekit/time.hpp"

/// Every sentence that composition puts into an agenda. Like sentences.hpp kept apart from the
/// logic, so that a language can be added.
namespace huddlekit::sentences {

inline constexpr const char* kOpen = "Open";
inline constexpr const char* kWin = "Well done";
inline constexpr const char* kLesson = "What we learned";
inline constexpr const char* kPromises = "Kept promises";
inline constexpr const char* kRound = "Round";
inline constexpr const char* kSharing = "Everybody shares";
inline constexpr const char* kImproved = "Better now";
inline constexpr const char* kFromCustomers = "From customers";
inline constexpr const char* kWhatImproved =
    "One thing that you have improved in serving our customers.";
inline constexpr const char* kWhatLearned = "One thing that you have learned from a customer.";
inline constexpr const char* kSeat = "Customer’s seat";
inline constexpr const char* kClose = "Close";
inline constexpr const char* kFinishEarly = "Finish early";

inline constexpr const char* kSeeIt = "See it";
inline constexpr const char* kMotto = "Our motto";
inline constexpr const char* kRemember = "Remember";
inline constexpr const char* kTheLesson = "The lesson";
inline constexpr const char* kSinceThen = "Since then";
inline constexpr const char* kRate = "How was it?";
inline constexpr const char* kLookForWins = "Look for it";
inline constexpr const char* kFirstWeeks = "First weeks";
inline constexpr const char* kStuckBelow = "Stuck below";

// Days as people say them, seen from `today`.
[[nodiscard]] std::string day_of(
    Day day, Day today);  ///< `today`, `yesterday`, `on Friday`, `on 3 November`
[[nodiscard]] std::string date_of(Day day,
                                  Day today);  ///< `3 November`, with the year when it is another
[[nodiscard]] std::string weekday_date(Day day);  ///< `Tuesday 24 November`

[[nodiscard]] std::string talk(const char* kind);  ///< the prompt's label
[[nodiscard]] std::string leads_today(const std::string& who);
[[nodiscard]] std::string nobody_leads();
[[nodiscard]] std::string away(const std::vector<std::string>& who);
[[nodiscard]] std::string moved(LocalTime from, Day today, const std::string& why);
[[nodiscard]] std::string clocks_jump(LocalTime start);
[[nodiscard]] std::string from(const std::string& origin);
[[nodiscard]] std::string why_leader(const std::string& who, std::int64_t turns,
                                     std::optional<Day> last, Day today, std::size_t pool);
[[nodiscard]] std::string why_nobody_leads(std::size_t expected);
[[nodiscard]] std::string why_kept();
[[nodiscard]] std::string why_agreed();
[[nodiscard]] std::string not_heard_yet(std::size_t count, std::size_t expected);
[[nodiscard]] std::string why_value(std::int64_t turn, std::optional<Day> last, Day today,
                                    std::int64_t weight, std::int64_t weights,
                                    const std::string& theme);
[[nodiscard]] std::string thank(const std::vector<std::string>& who);
[[nodiscard]] std::string story_label(const char* kind, Day day, Day today);
[[nodiscard]] std::string shows(const std::vector<std::string>& values);
[[nodiscard]] std::string why_wins(std::size_t count);
[[nodiscard]] std::string miss();
[[nodiscard]] std::string why_miss(std::size_t count);
[[nodiscard]] std::string recall();
[[nodiscard]] std::string recall_question(Day learned, Day today, const std::string& value,
                                          const std::string& team);
[[nodiscard]] std::string rating();
[[nodiscard]] std::string why_lesson(std::optional<Day> heard, Day learned, Day today, int in_ten,
                                     std::size_t due, bool for_value);
[[nodiscard]] std::string promises();
[[nodiscard]] std::string due(const std::string& who, Day day, Day today);
[[nodiscard]] std::string to_customer();
[[nodiscard]] std::string why_promises(std::size_t misses, std::size_t count,
                                       std::size_t to_customers, std::size_t questions,
                                       std::size_t answers);

// Between teams: stories shared, matters handed over, answers.
[[nodiscard]] std::string from_team(const std::string& team, Day day, Day today);
[[nodiscard]] std::string behind_it(std::vector<std::string> who, bool unnamed);
[[nodiscard]] std::string why_shared(const std::string& team, bool for_value);
[[nodiscard]] std::string look_for_wins();
[[nodiscard]] std::string why_look_for_wins();
[[nodiscard]] std::string asked(const std::string& story, const std::string& question);
[[nodiscard]] std::string answer_them();
[[nodiscard]] std::string answers(const std::string& team);
[[nodiscard]] std::string answer(const std::string& question, const std::string& text,
                                 const std::string& by);
[[nodiscard]] std::string hear_answers();
[[nodiscard]] std::string stuck_in(const std::string& team);
[[nodiscard]] std::string stuck(const std::string& text, Day due, Day today);
[[nodiscard]] std::string stuck_below(std::size_t count);
[[nodiscard]] std::string stuck_question();
[[nodiscard]] std::string first_weeks(const std::vector<std::string>& who, const std::string& coach,
                                      const std::string& value);
[[nodiscard]] std::string goal(const std::string& words, std::int64_t wins, std::int64_t target,
                               Day until, Day today);
[[nodiscard]] std::string not_thanked(const std::vector<std::string>& who);
[[nodiscard]] std::string waiting_below(const std::vector<std::string>& teams);

[[nodiscard]] std::string broken(Day day, Day today);
[[nodiscard]] std::string still_to_do(bool heard, bool apologised);
[[nodiscard]] std::string who_puts_right();
[[nodiscard]] std::string round();
[[nodiscard]] std::string why_round(std::size_t expected, std::size_t speakers);
[[nodiscard]] std::string sharing(std::chrono::seconds each);
[[nodiscard]] std::string why_sharing(std::size_t expected, std::chrono::seconds each);
[[nodiscard]] std::string seat(const std::string& who, const std::string& customers);
[[nodiscard]] std::string why_seat(std::int64_t turns, std::optional<Day> last, Day today);
[[nodiscard]] std::string close();
[[nodiscard]] std::string next_leader(const std::string& who, Day day, Day today);
[[nodiscard]] std::string why_close();
[[nodiscard]] std::string finish_early();
[[nodiscard]] std::string why_early(std::chrono::seconds planned, std::chrono::seconds box);

[[nodiscard]] std::string usually(std::chrono::seconds length);

[[nodiscard]] std::string passed(const std::string& who);
[[nodiscard]] std::string swapped(const std::string& first, const std::string& second);
[[nodiscard]] std::string private_note(const std::string& value,
                                       const std::vector<std::string>& unheard,
                                       const std::vector<std::string>& first_time,
                                       const std::vector<std::string>& away);
[[nodiscard]] std::string would_not_meet(const std::string& who, const std::string& team,
                                         const std::vector<std::string>& values, int weeks);
[[nodiscard]] std::string small_pool(const std::string& team, const std::string& huddle, int pool);

}  // namespace huddlekit::sentences
