#include "core/sentences/days.hpp"
#include "core/text/csv.hpp"
#include "huddlekit/render.hpp"
#include "render/agenda/facts.hpp"

namespace huddlekit {
namespace {

std::string row(std::initializer_list<std::string> cells) {
  return csv_row(std::span(cells.begin(), cells.size()));
}

/// `0:00 Open; 0:30 Value of the day`.
std::string running_order(const Agenda& agenda) {
  std::string out;
  std::chrono::seconds start{};
  for (const auto& segment : agenda.segments) {
    out += (out.empty() ? "" : "; ") + sentences::minutes_seconds(start) + " " + segment.title;
    start += segment.seconds;
  }
  return out;
}

}  // namespace

std::string to_csv(std::span<const Agenda> agendas) {
  std::string out = row({"id", "day", "time", "zone", "starts", "seconds", "team", "team_name",
                         "huddle", "huddle_name", "value", "value_name", "facilitator",
                         "customers_seat", "published", "revision", "segments"});
  const auto name = [](const std::optional<Person>& who) {
    return who ? who->name : std::string();
  };
  for (const auto& agenda : agendas) {
    const Agenda a = detail::shown(agenda);
    out +=
        row({a.id, to_string(a.day), sentences::time_of_day(a.local_start), a.zone,
             to_string(a.starts), std::to_string(a.timebox.count()), a.team, a.team_name, a.huddle,
             a.huddle_name, a.value, a.value_name, name(a.facilitator), name(a.customers_seat),
             a.published ? "yes" : "no", std::to_string(a.revision), running_order(a)});
  }
  return out;
}

}  // namespace huddlekit
