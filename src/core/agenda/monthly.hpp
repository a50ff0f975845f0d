#pragma once
#include "core/agenda/agenda_template.hpp"

namespace huddlekit {

/// The agenda of the monthly meeting: open, everybody shares, value, close. The time that each
/// person has follows from how many are expected. Fits every timebox; what [template] changes is
/// the daily agenda's alone.
[[nodiscard]] AgendaTemplate monthly_template(std::chrono::seconds timebox, std::size_t expected);

/// How long each of them speaks.
[[nodiscard]] std::chrono::seconds share_of_each(std::chrono::seconds round, std::size_t expected);

}  // namespace huddlekit
