// To be replaced by the recurrence engine and the zones of src/calendar: until then rules are DAILY
// or WEEKLY with BYDAY and INTERVAL, and zones are the files of the system's zone database.
#include "playbook/rule_check.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>

#include "core/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit::detail {
namespace {

const std::filesystem::path kZones = "/usr/share/zoneinfo";

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

struct Rule {
  bool weekly = false;
  Weekdays days;
};

/// @throws InvalidArgument.
Rule read_rule(std::string_view text) {
  constexpr std::array<std::string_view, 7> kDays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  Rule rule;
  bool has_frequency = false;
  for (const auto part : split(text, ';')) {
    const auto equals = std::min(part.find('='), part.size());
    const auto name = part.substr(0, equals);
    const auto value = part.substr(std::min(equals + 1, part.size()));
    if (name == "FREQ" && (value == "DAILY" || value == "WEEKLY")) {
      has_frequency = true;
      rule.weekly = value == "WEEKLY";
    } else if (name == "BYDAY") {
      for (const auto day : split(value, ',')) {
        const auto found = std::find(kDays.begin(), kDays.end(), day);
        if (found == kDays.end())
          throw InvalidArgument("BYDAY: must be like MO,TU, got " + huddlekit::quoted(value));
        rule.days.insert(std::chrono::weekday(static_cast<unsigned>(found - kDays.begin())));
      }
    } else if (name == "INTERVAL") {
      int interval = 0;
      const auto end = value.data() + value.size();
      const auto result = std::from_chars(value.data(), end, interval);
      if (result.ec != std::errc() || result.ptr != end || interval < 1) {
        throw InvalidArgument("INTERVAL: must be a positive number, got " +
                              huddlekit::quoted(value));
      }
    } else {
      throw InvalidArgument("must be made of FREQ=DAILY or FREQ=WEEKLY, BYDAY and INTERVAL, got " +
                            huddlekit::quoted(part));
    }
  }
  if (!has_frequency) throw InvalidArgument("FREQ: is required, got " + huddlekit::quoted(text));
  return rule;
}

}  // namespace

std::optional<std::string> rule_problem(std::string_view rule) {
  try {
    (void)read_rule(rule);
    return std::nullopt;
  } catch (const InvalidArgument& error) {
    return error.what();
  }
}

Weekdays rule_days(std::string_view text, Day since) {
  const Rule rule = read_rule(text);
  if (!rule.days.empty()) return rule.days;
  return rule.weekly ? Weekdays{std::chrono::weekday(since)} : Weekdays::all();
}

bool zone_exists(std::string_view zone) {
  std::error_code none;
  return zone.find("..") == std::string_view::npos && !zone.starts_with('/') &&
         std::filesystem::is_regular_file(kZones / zone, none);
}

std::vector<std::string> zone_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kZones)) {
    const std::string name = entry.path().lexically_relative(kZones).string();
    const bool copy = name.starts_with("posix/") || name.starts_with("right/");
    if (entry.is_regular_file() && !copy) names.push_back(name);
  }
  return names;
}

}  // namespace huddlekit::detail
