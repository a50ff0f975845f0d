// Reports: who is asked, what the calendar says, and the count.
#include <algorithm>
#include <set>

#include "book/impl.hpp"
#include "book/turns/presence.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/zone.hpp"
#include "store/journal/report_store.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;
constexpr days kLongest{3'660};

/// Marks the teams that the report is about, and names it.
void ask(Report& head, ReportScene& scene, PlaybookStore& playbook) {
  if (head.of == ReportOf::kTeam) {
    const auto& team = playbook.team(head.key);
    head.name = team.team.name.empty() ? team.team.key : team.team.name;
    for (std::size_t i = 0; i < scene.teams.size(); ++i) {
      scene.asked[i] = scene.teams[i].id == team.id;
    }
    return;
  }
  if (head.of == ReportOf::kOrganisation) {
    if (const auto& house = playbook.rulebook().organisation) head.name = house->name;
    scene.asked.assign(scene.teams.size(), true);
    return;
  }
  head.name = head.key;
  std::set<std::string> known;
  for (std::size_t i = 0; i < scene.teams.size(); ++i) {
    scene.asked[i] = scene.teams[i].department == head.key;
    if (!scene.teams[i].department.empty()) known.insert(scene.teams[i].department);
  }
  if (!known.contains(head.key)) {
    const std::vector<std::string> names(known.begin(), known.end());
    throw NotFound("department: no such department, got " + in_quotes(head.key) +
                   did_you_mean(head.key, names));
  }
}

}  // namespace

Report Book::report(ReportOf of, std::string_view key, Day start, Day end,
                    const ReportOptions& options) const {
  check_door("of, key, start, end", of, key, start, end);
  if (end <= start || end - start > kLongest) {
    throw InvalidArgument("end: must be from 1 to " + std::to_string(kLongest.count()) +
                          " days after " + to_string(start) + ", got " + to_string(end));
  }
  if (options.private_view && of != ReportOf::kTeam) {
    throw InvalidArgument("private: must be about one team, got " + std::string(to_string(of)));
  }
  return read(at_, [&](Session& s) {
    auto& playbook = s.playbook;
    Report head{.of = of, .key = std::string(key), .start = start, .end = end};
    if (of == ReportOf::kOrganisation) head.key.clear();
    head.made = s.today();
    head.language = s.language->tag;
    ReportStore store(s.database);
    auto scene = store.scene();
    scene.themes = playbook.rulebook().themes;
    ask(head, scene, playbook);

    ReportCounter counter(std::move(head), std::move(scene));
    std::vector<const StoredTeam*> teams(counter.scene().teams.size());
    for (std::size_t i = 0; i < teams.size(); ++i) {
      if (!counter.scene().asked[i]) continue;
      teams[i] = &playbook.team(counter.scene().teams[i].id);
      const auto first = store.first_huddle(teams[i]->id);
      if (!first) continue;
      for (Day day = std::max(start, *first); day < std::min(end, counter.report().made);
           day += days{1}) {
        for (std::size_t m = 0; m < teams[i]->cadences.size(); ++m) {
          const auto& cadence = teams[i]->cadences[m];
          if (cadence.on(day)) {
            counter.slot(day);
          } else if (teams[i]->team.meetings[m].on_holiday == HolidayRule::kSkip &&
                     cadence.is_holiday(day) && cadence.recurrence().falls_on(day) &&
                     !cadence.of(day)) {  // else it was moved, and counts where it is
            counter.holiday();
          }
        }
      }
    }
    store.count(counter, s.now(), [&](std::size_t i, Day day, std::string_view meeting) {
      const auto& meetings = teams[i]->team.meetings;
      for (std::size_t m = 0; m < meetings.size(); ++m) {
        if (meetings[m].key == meeting) return teams[i]->cadences[m].on(day).has_value();
      }
      return false;
    });
    if (options.private_view) {
      counter.report().exposure = Presence(s).exposure(playbook.team(key));
    }
    return counter.finish();
  });
}

Report Book::report(ReportOf of, std::string_view key, Day start, Day end) const {
  return report(of, key, start, end, ReportOptions{});
}

}  // namespace huddlekit
