#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/agenda/facts.hpp"

namespace huddlekit {

/// A win of another team that this one has not heard.
struct Elsewhere {
  Id story = 0;
  Id team = 0;
  Day day{};
  std::vector<Id> values;  // that it shows
};

/// So many wins from elsewhere are looked at, the freshest: enough for years of feature days.
inline constexpr std::size_t kMostElsewhere = 200;

struct SharedChoice {
  const Elsewhere* story = nullptr;
  std::size_t source = 0;  // index into the rotation
  bool for_value = false;
};

/// The win to share: the teams take turns (see core/turns.hpp), those that have something to tell
/// on that day, which is set in `source`; of the team whose turn it is a story that shows today's
/// value goes first, then the freshest, then the smaller id.
/// @param stories  the freshest first; of those of the days [since, day] the first kMostElsewhere
///                 count.
/// nullopt when there is nothing to tell.
[[nodiscard]] std::optional<SharedChoice> choose_shared(Rota& source,
                                                        std::span<const Elsewhere> stories,
                                                        Day since, Day day,
                                                        std::optional<Id> value);

/// The text with each of these people, whether by full or by first name, as `a colleague`.
[[nodiscard]] std::string without_names(std::string_view text, std::span<const std::string> people);

}  // namespace huddlekit
