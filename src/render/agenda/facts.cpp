#include "render/agenda/facts.hpp"

#include <algorithm>
#include <utility>

#include "core/sentences/sentences.hpp"
#include "core/text/text.hpp"
#include "render/ink/clock.hpp"
#include "render/ink/shown.hpp"

namespace huddlekit::detail {

Agenda shown(const Agenda& agenda) {
  Agenda a = agenda;
  for (auto* line : {&a.id, &a.organisation, &a.motto, &a.team, &a.team_name, &a.huddle,
                     &a.huddle_name, &a.zone, &a.reason, &a.value, &a.value_name}) {
    *line = shown_line(*line);
  }
  if (a.team_name.empty()) a.team_name = a.team;
  const auto show = [](Person& person) {
    person.name = shown_line(person.name.empty() ? person.key : person.name);
  };
  if (a.facilitator) show(*a.facilitator);
  if (a.customers_seat) show(*a.customers_seat);
  for (auto& segment : a.segments) {
    segment.title = shown_line(segment.title);
    segment.key = shown_line(segment.key);
    if (segment.title.empty()) segment.title = sentences::short_title(segment.kind);
    if (segment.title.empty()) segment.title = segment.key;
    if (segment.title.empty()) segment.title = to_string(segment.kind);
    for (auto& person : segment.who) show(person);
    segment.text = shown(segment.text);
    for (auto& point : segment.points) {
      point.label = shown_line(point.label);
      point.text = shown(point.text);
      if (point.text.empty()) std::swap(point.label, point.text);
    }
    std::erase_if(segment.points, [](const Point& point) { return point.text.empty(); });
    segment.why = shown_line(segment.why);
  }
  return a;
}

std::string huddle_title(const Agenda& agenda, Escape escape) {
  const std::string team = escape(agenda.team_name);
  if (agenda.huddle_name.empty()) return team + " " + std::string(sentences::kHuddle);
  return team + " · " + escape(agenda.huddle_name);
}

std::string headline(const Agenda& agenda, Escape escape) {
  return huddle_title(agenda, escape) + ", " + day_and_time(agenda) +
         (agenda.value_name.empty() ? "" : ": " + escape(agenda.value_name));
}

std::string leader(const Agenda& agenda, Escape escape) {
  if (!agenda.facilitator) return std::string(sentences::kNobodyLeads);
  return sentences::leads(escape(agenda.facilitator->name));
}

std::string length_and_leader(const Agenda& agenda, Escape escape) {
  return length_in_words(agenda.timebox) + " · " + leader(agenda, escape);
}

std::string status(const Agenda& agenda, Escape escape) {
  if (!agenda.published) return std::string(sentences::kPreview);
  if (agenda.revision == 1) return {};
  return sentences::revised(agenda.revision, escape(agenda.reason));
}

std::string names(const std::vector<Person>& who, Escape escape) {
  std::vector<std::string> names;
  for (const auto& person : who) names.push_back(escape(person.name));
  return listed(names);
}

std::string heading(const Agenda& agenda, const Segment& segment, Escape escape) {
  const bool named = segment.kind != SegmentKind::kValue || agenda.value_name.empty() ||
                     segment.title.find(agenda.value_name) != std::string::npos;
  return escape(segment.title) + (named ? "" : ": " + escape(agenda.value_name));
}

}  // namespace huddlekit::detail
