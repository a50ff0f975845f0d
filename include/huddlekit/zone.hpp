#pragma once
#include <optional>
#include <string_view>

#include "huddlekit/time.hpp"
namespace huddlekit {
std::optional<Instant> resolve_local(std::string_view zone, LocalTime local);
LocalTime to_local(std::string_view zone, Instant t);
}  // namespace huddlekit
