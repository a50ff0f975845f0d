#include <algorithm>
#include <map>
#include <optional>

#include "core/agenda/agenda_template.hpp"
#include "core/text/text.hpp"
#include "huddlekit/recurrence.hpp"
#include "huddlekit/zone.hpp"
#include "playbook/checks.hpp"

namespace huddlekit::detail {
namespace {

using std::chrono::seconds;

class ScheduleChecks {
 public:
  ScheduleChecks(Playbook& playbook, Findings& findings, const Places& places)
      : book_(playbook), findings_(findings), places_(places) {}

  void run() {
    zones();
    segments();
    for (auto& team : book_.teams) {
      const Calendar calendar = meetings(team);
      for (auto& member : team.members) presence(member, calendar);
    }
  }

 private:
  /// On which days of the week a team's huddles come up; those with a broken rule are missing.
  struct Calendar {
    std::map<std::string, Weekdays> by_huddle;
    std::vector<std::string> huddles;
    Weekdays any;
  };

  void zones() {
    std::string fallback;
    if (book_.organisation) {
      auto& organisation = *book_.organisation;
      zone(&organisation, "organisation.zone", organisation.zone, "UTC");
      fallback = organisation.zone;
    }
    for (auto& team : book_.teams) {
      if (!team.zone.empty()) {
        zone(&team, "team.zone", team.zone, fallback.empty() ? "UTC" : fallback);
      } else if (book_.organisation) {
        team.zone = fallback;
      } else if (!places_.written(&team, "zone")) {
        findings_.problem(places_.of(&team, "zone"),
                          "team.zone: is required in a file without [organisation]");
      }
    }
  }

  void zone(const void* part, const std::string& label, std::string& name,
            const std::string& fallback) {
    if (name.empty() || zone_exists(name)) return;
    std::string rule = label + ": taken as " + fallback;
    try {
      if (findings_.worth_a_hint()) (void)Zone(name);
    } catch (const NotFound& error) {
      const std::string_view what = error.what();
      rule += ";" + std::string(what.substr(what.find(' ')));  // without its `zone:`
    }
    findings_.warning(places_.of(part, "zone"), rule);
    name = fallback;
  }

  void segments() {
    const auto changed = agenda_template(book_.segments).slots;
    for (const auto& override : book_.segments) {
      const auto slot = std::find_if(
          changed.begin(), changed.end(),
          [&](const AgendaTemplate::Slot& s) { return to_string(s.kind) == override.segment; });
      if (slot == changed.end() || !slot->enabled) continue;
      const auto& r = slot->request;
      if (r.min <= r.ideal && r.ideal <= r.max) continue;
      findings_.problem(places_.of(&override, ""),
                        "template." + override.segment + ": needs min <= ideal <= max, got min " +
                            std::to_string(r.min.count()) + ", ideal " +
                            std::to_string(r.ideal.count()) + ", max " +
                            std::to_string(r.max.count()) + " with the defaults");
    }
    for (const auto& slot : changed) {
      if (slot.enabled && slot.request.cut == 0) least_ += slot.request.min;
    }
  }

  Calendar meetings(const TeamDefinition& team) {
    Calendar calendar;
    if (team.meetings.empty()) {
      findings_.warning(
          places_.of(&team, ""),
          "team: " + in_quotes(team.key) + " never meets; add [[team.huddle]] with a start");
    }
    for (const auto& meeting : team.meetings) {
      if (meeting.timebox < least_) {
        findings_.problem(places_.of(&meeting, "timebox"),
                          "team.huddle.timebox: must hold the minimums of the segments that are "
                          "never cut, " +
                              std::to_string(least_.count()) + " s, got " +
                              std::to_string(meeting.timebox.count()) + " s");
      }
      const auto on = days_of(meeting);
      if (!on) continue;
      if (on->empty()) {
        findings_.warning(places_.of(&meeting, "rule"),
                          "team.huddle.rule: never comes up, got " + in_quotes(meeting.rule));
      }
      calendar.by_huddle[meeting.key] = *on;
      calendar.huddles.push_back(meeting.key);
      calendar.any = either(calendar.any, *on);
    }
    return calendar;
  }

  /// The days of the week that the meeting ever falls on, or nullopt after a problem.
  std::optional<Weekdays> days_of(const Meeting& meeting) {
    Weekdays days;
    try {
      const Recurrence times(meeting.rule, meeting.since + meeting.start);
      const auto note = [&](LocalTime from, LocalTime until) {
        const auto found = times.between(from, until);
        for (const auto time : found) {
          days.insert(std::chrono::weekday(std::chrono::floor<std::chrono::days>(time)));
        }
        return found.size();
      };
      // A weekly rule shows its days in a year; in 28 a date comes round to every day of the week.
      constexpr std::chrono::days kYear{366};
      const auto next_year = times.start() + kYear;
      if (note(times.start(), next_year) < 50) note(next_year, next_year + 27 * kYear);
    } catch (const ParseError& error) {
      for (const auto& problem : error.problems()) {
        findings_.problem(places_.of(&meeting, "rule"), "team.huddle.rule: " + problem.rule);
      }
      return std::nullopt;
    }
    return days;
  }

  /// Leaves out huddles that the team does not have and warns of people who come to none.
  void presence(Member& member, const Calendar& calendar) {
    Weekdays invited;
    std::erase_if(member.huddles, [&](const std::string& huddle) {
      const auto known = calendar.by_huddle.find(huddle);
      if (known != calendar.by_huddle.end()) {
        invited = either(invited, known->second);
        return false;
      }
      findings_.unknown(
          places_.of(&member, "huddles"),
          "team.members.huddles: the team has no huddle " + in_quotes(huddle) + ", left out",
          huddle, calendar.huddles);
      return true;
    });
    if (member.huddles.empty()) invited = calendar.any;
    if (!calendar.any.empty() && (invited.bits() & member.days.bits()) == 0) {
      findings_.warning(places_.of(&member, "days"), "team.members.days: " + in_quotes(member.key) +
                                                         " works on no day of any huddle, got " +
                                                         to_string(member.days));
    }
  }

  static Weekdays either(Weekdays a, Weekdays b) {
    return Weekdays::from_bits(static_cast<std::uint8_t>(a.bits() | b.bits()));
  }

  Playbook& book_;
  Findings& findings_;
  const Places& places_;
  seconds least_{};  // the segments that are never cut
};

}  // namespace

void check_schedule(Playbook& playbook, Findings& findings, const Places& places) {
  ScheduleChecks(playbook, findings, places).run();
}

}  // namespace huddlekit::detail
