// Somebody else's program that wants the arithmetic and nothing else: no SQLite, no TOML, no zones.
#include <huddlekit/recall.hpp>
#include <huddlekit/recurrence.hpp>
#include <huddlekit/rotation.hpp>
#include <huddlekit/timebox.hpp>
#include <huddlekit/version.hpp>
#include <iostream>

#include "huddlekit/errors.hpp"

using namespace std::chrono_literals;

int main() {
  huddlekit::Rotation leaders({{"ana", 2}, {"ben", 1}});
  leaders.advance("ana");

  const huddlekit::Recall recall;
  const int days = recall.interval(recall.first(huddlekit::Rating::kGood));

  const huddlekit::Timebox box{10min};
  const std::vector<huddlekit::Timebox::Request> requests{
      {.min = 15s, .ideal = 30s, .max = 45s},
      {.min = 60s, .ideal = 90s, .max = 180s},
  };
  const auto shares = box.share(requests);

  const huddlekit::Recurrence tuesdays{"FREQ=WEEKLY;BYDAY=TU",
                                       huddlekit::LocalTime{huddlekit::parse_day("2026-11-23")}};
  try {
    huddlekit::Recurrence{"FREQ=DAILY;UNTIL=20261231T000000Z", tuesdays.start()};
    return 1;  // UNTIL in UTC needs a zone
  } catch (const huddlekit::ParseError& e) {
    std::cout << e.what() << '\n';
  }
  std::cout << *leaders.next() << ' ' << days << ' ' << shares->size() << ' '
            << huddlekit::to_string(tuesdays.take(1).front()) << '\n';
  return leaders.next() == "ben" && days == 2 && shares->front() == 45s &&
                 huddlekit::version() == HUDDLEKIT_VERSION
             ? 0
             : 1;
}
