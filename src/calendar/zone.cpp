#include "huddlekit/zone.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "calendar/zone_table.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

constexpr std::array kPolicies{"compatible", "earlier", "later", "skip", "error", "transition"};

std::string folded(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ') c = '_';
  }
  return out;
}

/// `; did you mean "Europe/Berlin"?` for a mistyped name or for the city alone.
std::string suggestion(std::string_view name) {
  std::map<std::string, std::string> zones;  // what one might type, and the name of the zone
  const bool city_alone = name.find('/') == name.npos;
  for (const auto& zone : detail::ZoneTable::names()) {
    const auto slash = zone.rfind('/');
    if (city_alone && slash != zone.npos) zones.emplace(folded(zone.substr(slash + 1)), zone);
    zones[folded(zone)] = zone;
  }
  std::vector<std::string> typed;
  for (const auto& [key, zone] : zones) typed.push_back(key);
  const auto found = zones.find(nearest(folded(name), typed));
  return found == zones.end() ? "" : "; did you mean " + in_quotes(found->second) + "?";
}

const detail::ZoneTable* table_of(std::string_view name) {
  if (const auto* table = detail::ZoneTable::find(name)) return table;
  const bool windows =
      name.find("Standard Time") != name.npos || name.find("Time Zone") != name.npos;
  throw NotFound(
      "zone: must be an IANA name like Europe/Berlin, got " +
      (windows ? "the Windows name " + in_quotes(name) : in_quotes(name) + suggestion(name)));
}

}  // namespace

Zone::Zone(std::string_view name) : table_(table_of(name)) {}

std::optional<Instant> Zone::resolve(LocalTime local, LocalPolicy policy) const {
  return table_->resolve(local, policy);
}

LocalTime Zone::local(Instant instant) const { return table_->local(instant); }

const std::string& Zone::name() const { return table_->name(); }

bool zone_exists(std::string_view name) { return detail::ZoneTable::find(name) != nullptr; }

std::optional<Instant> resolve_local(std::string_view zone, LocalTime local, LocalPolicy policy) {
  return Zone(zone).resolve(local, policy);
}

LocalTime to_local(std::string_view zone, Instant instant) { return Zone(zone).local(instant); }

LocalPolicy parse_local_policy(std::string_view text) {
  const auto found = std::find(kPolicies.begin(), kPolicies.end(), text);
  if (found == kPolicies.end()) {
    const std::vector<std::string> names(kPolicies.begin(), kPolicies.end());
    throw InvalidArgument("policy: must be one of " + listed(names) + ", got " + in_quotes(text));
  }
  return static_cast<LocalPolicy>(found - kPolicies.begin());
}

const char* to_string(LocalPolicy policy) { return kPolicies[static_cast<std::size_t>(policy)]; }

}  // namespace huddlekit
