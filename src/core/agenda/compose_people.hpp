#pragma once
#include <optional>
#include <vector>

#include "core/agenda/facts.hpp"

namespace huddlekit {

// Who takes a turn at a huddle: the part of composition that is about people.

/// Marks those of `expected` who may take a turn. A newcomer does not lead in the first huddle,
/// unless all are new.
void set_eligible(Rota& rota, const std::vector<Attendee>& expected, const std::vector<Id>& except);

/// Who passes this turn by agreement.
[[nodiscard]] std::vector<Id> passed_by(const std::vector<Arrangement>& arranged, bool lead);

/// Who takes this turn by agreement.
[[nodiscard]] std::optional<Id> taken_by(const std::vector<Arrangement>& arranged, bool lead);

[[nodiscard]] bool is_expected(const std::vector<Attendee>& expected, Id id);

/// Whoever was agreed on, or named by an earlier revision, while still here; else whose turn it is.
[[nodiscard]] std::optional<std::size_t> choose(const Rota& rota,
                                                const std::vector<Attendee>& expected,
                                                std::optional<Id> agreed, std::optional<Id> kept);

}  // namespace huddlekit
