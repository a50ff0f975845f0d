#pragma once
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "huddlekit/agenda.hpp"

namespace huddlekit::testing {

/// Strings that have broken some program: markup, mentions, formulas, escapes, bidi controls.
inline std::vector<std::string> hostile_strings() {
  std::ifstream file(HUDDLEKIT_TEST_DATA "/hostile.json");
  return nlohmann::json::parse(file).get<std::vector<std::string>>();
}

/// An agenda with `text` in every field that takes one, a segment of every kind.
inline Agenda agenda_of(const std::string& text) {
  using namespace std::chrono_literals;
  const Person person{text, text};
  Agenda a;
  for (auto* field : {&a.id, &a.organisation, &a.motto, &a.team, &a.team_name, &a.huddle,
                      &a.huddle_name, &a.zone, &a.reason, &a.value, &a.value_name}) {
    *field = text;
  }
  a.day = parse_day("2026-11-23");
  a.starts = parse_instant("2026-11-23T05:45:00Z");
  a.local_start = a.day + 6h + 45min;
  a.timebox = 600s;
  a.published = true;
  a.revision = 2;
  a.facilitator = a.customers_seat = person;
  for (int n = 0; n < 9; ++n) {
    a.segments.push_back({static_cast<SegmentKind>(n),
                          text,
                          {person, person},
                          text,
                          {{text, text}, {"", text}},
                          30s,
                          text});
  }
  return a;
}

}  // namespace huddlekit::testing
