#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/sentences/days.hpp"
#include "huddlekit/entries.hpp"
#include "huddlekit/playbook.hpp"

/// The sentences of an agenda that depend on what there is to say. Those that do not are said where
/// they belong, by `phrase`.
namespace huddlekit::sentences {

[[nodiscard]] Key<0> talk(PromptKind kind);  ///< the prompt's label
[[nodiscard]] std::string moved(LocalTime from, Day today, const std::string& why);
[[nodiscard]] std::string why_leader(const std::string& who, std::int64_t turns,
                                     std::optional<Day> last, Day today, std::size_t pool);
[[nodiscard]] std::string why_nobody_leads(std::size_t expected);
[[nodiscard]] std::string why_value(std::int64_t turn, std::optional<Day> last, Day today,
                                    std::int64_t weight, std::int64_t weights,
                                    const std::string& theme);
[[nodiscard]] std::string goal(const std::string& words, std::int64_t wins, std::int64_t target,
                               Day until, Day today);
[[nodiscard]] std::string newcomers(const std::vector<std::string>& who, const std::string& coach,
                                    const std::string& value);

[[nodiscard]] std::string thank(const std::vector<std::string>& who);
[[nodiscard]] std::string story_label(StoryKind kind, Day day, Day today);
/// A story's text and the values that it shows.
[[nodiscard]] std::string story(const std::string& text, const std::vector<std::string>& values);
[[nodiscard]] std::string behind_it(std::vector<std::string> who, bool unnamed);
[[nodiscard]] std::string why_shared(const std::string& team, bool for_value);

[[nodiscard]] std::string recall_question(Day learned, Day today, const std::string& value,
                                          const std::string& team);
[[nodiscard]] std::string why_lesson(std::optional<Day> heard, Day learned, Day today, int in_ten,
                                     std::size_t due, bool for_value);

[[nodiscard]] std::string due(const std::string& who, Day day, Day today);
/// What somebody promised.
[[nodiscard]] std::string promise(const std::string& text, bool for_customer);
[[nodiscard]] std::string still_to_do(const std::string& miss, bool heard, bool apologised);
[[nodiscard]] std::string why_promises(std::size_t misses, std::size_t due,
                                       std::size_t to_customers, std::size_t questions,
                                       std::size_t answers);

[[nodiscard]] std::string why_round(std::size_t expected, std::size_t speakers);
[[nodiscard]] std::string why_sharing(std::size_t expected, std::chrono::seconds each);
[[nodiscard]] std::string seat(const std::string& who, const std::string& customers);
[[nodiscard]] std::string why_seat(std::int64_t turns, std::optional<Day> last, Day today);
[[nodiscard]] std::string next_leader(const std::string& who, Day day, Day today);

/// For the leader alone, a line each.
[[nodiscard]] std::string private_note(const std::string& value,
                                       const std::vector<std::string>& unheard,
                                       const std::vector<std::string>& first_time,
                                       const std::vector<std::string>& away);

}  // namespace huddlekit::sentences
