#pragma once

namespace huddlekit {

/// Whom a lesson comes back to: its team, every team of its department, or all.
enum class Audience { kTeam, kDepartment, kEveryone };

}  // namespace huddlekit
