#pragma once
#include <string>

#include "huddlekit/agenda.hpp"

namespace huddlekit::detail {

/// One line of people's words as HTML, isolated from what stands around.
[[nodiscard]] std::string bdi(const std::string& line);

/// A paragraph of people's words as HTML, its line breaks as `<br>`.
[[nodiscard]] std::string lines(const std::string& paragraph);

/// The card as one `<article>` without its style sheet. `agenda` has been through `shown`; `level`
/// is that of its main heading, 1 or 2.
[[nodiscard]] std::string card(const Agenda& agenda, int level);

}  // namespace huddlekit::detail
