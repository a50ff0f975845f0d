#pragma once
#include <string>
#include <string_view>

#include "huddlekit/agenda.hpp"

namespace huddlekit::detail {

/// One line of people's words as HTML, isolated from what stands around.
[[nodiscard]] std::string bdi(const std::string& line);

/// A paragraph of people's words as HTML, its line breaks as `<br>`.
[[nodiscard]] std::string lines(const std::string& paragraph);

/// A document up to its style sheet. `more` goes before the title.
[[nodiscard]] std::string html_head(const Agenda& agenda, std::string_view more);

/// The card without its `<article>` and style sheet, in the three parts that it has from top to
/// bottom. `agenda` has been through `shown`; `level` is that of the main heading, 1 or 2.
struct Card {
  std::string header;  ///< who, when, and whether this is final
  std::string body;    ///< the value of the day, the bar and the running order
  std::string footer;  ///< the motto
};
[[nodiscard]] Card card(const Agenda& agenda, int level);

}  // namespace huddlekit::detail
