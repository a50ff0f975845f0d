#pragma once
#include <functional>
#include <string>
#include <vector>

#include "huddlekit/agenda.hpp"

namespace huddlekit::detail {

/// An agenda made to fit a place with limits, and what that cost.
struct Abridged {
  Agenda agenda;
  std::vector<std::string> cut;  ///< one phrase each; empty when everything is there
};

/// Shortens an agenda that has been through `shown` until `fits` says yes. Names and titles always
/// keep to a line, and ten segments are the most. Then lists end in "… and 3 more" and texts in
/// "…", step by step, and in every step from the segment that matters least to the one that matters
/// most: the order in which a short huddle drops them, the value of the day last. Gives up at the
/// shortest form, which has titles of 30 characters and nothing else.
[[nodiscard]] Abridged abridge(const Agenda& agenda,
                               const std::function<bool(const Agenda&)>& fits);

}  // namespace huddlekit::detail
