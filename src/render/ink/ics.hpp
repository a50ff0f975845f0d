#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "huddlekit/time.hpp"

namespace huddlekit::detail {

/// Writes iCalendar content lines (RFC 5545 section 3.1): CRLF, at most 75 octets a line, folded
/// between characters.
class IcsWriter {
 public:
  void begin(std::string_view component) { line("BEGIN", component); }
  void end(std::string_view component) { line("END", component); }

  /// `value` stands as it is: a date, a number, a word of the RFC. `name` may hold parameters.
  void line(std::string_view name, std::string_view value);
  /// People's text, escaped (section 3.3.11). It has been through `shown`: UTF-8 without control
  /// characters but `\n`.
  void text(std::string_view name, std::string_view value);

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void fold();

  std::string out_;
  std::string line_;
};

/// `20261123T064500`.
[[nodiscard]] std::string ics_time(LocalTime time);
/// `20261123T054500Z`.
[[nodiscard]] std::string ics_time(Instant time);
/// `PT10M`, `PT1H30M`, `-PT15M`, `PT0S`.
[[nodiscard]] std::string ics_duration(std::chrono::seconds length);
/// `+0100`, `-0330`, `+001730`.
[[nodiscard]] std::string ics_offset(std::chrono::seconds offset);

}  // namespace huddlekit::detail
