#pragma once
#include "huddlekit/playbook.hpp"
#include "playbook/findings.hpp"

namespace huddlekit::detail {

/// What only shows when the whole file is known: references, people, zones, meetings, the template.
/// Fills in what the file leaves to them: a team's zone, a person's name.
void check(Playbook& playbook, Findings& findings, const Places& places);

/// The part of `check` about when teams meet, who comes, and what has to fit into the time.
void check_schedule(Playbook& playbook, Findings& findings, const Places& places);

}  // namespace huddlekit::detail
