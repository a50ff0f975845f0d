#include "huddlekit/report.hpp"

#include "core/text/names.hpp"

namespace huddlekit {
namespace {

std::optional<double> ratio(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

void add(Report::Commitments& sum, const Report::Commitments& more) {
  sum.kept += more.kept;
  sum.missed += more.missed;
  sum.dropped += more.dropped;
  sum.open += more.open;
}

}  // namespace

std::optional<double> Report::Held::rate() const { return ratio(held(), planned); }
std::optional<double> Report::Time::overrun_rate() const { return ratio(overruns, huddles); }
std::optional<double> Report::Time::mean() const { return ratio(took.count(), huddles); }
std::optional<double> Report::Commitments::kept_rate() const { return ratio(kept, kept + missed); }
std::optional<double> Report::PeopleMonth::attendance() const { return ratio(attended, expected); }
std::optional<double> Report::PeopleMonth::recognised_rate() const {
  return ratio(recognised, members);
}
std::optional<double> Report::PeopleMonth::led_rate() const { return ratio(led, lead); }
std::optional<double> Report::PeopleMonth::mean_turns_off() const {
  return ratio(turns_off, std::int64_t{1000} * lead);
}

std::optional<Report::PeopleMonth> Report::people_in_all() const {
  if (people.empty()) return std::nullopt;
  PeopleMonth sum{.month = people.front().month};
  for (const auto& row : people) {
    sum.members += row.members;
    sum.expected += row.expected;
    sum.attended += row.attended;
    sum.recognised += row.recognised;
    sum.lead += row.lead;
    sum.led += row.led;
    sum.turns_off += row.turns_off;
    add(sum.customers, row.customers);
    add(sum.colleagues, row.colleagues);
  }
  return sum;
}

}  // namespace huddlekit
