#include "render/agenda/facts.hpp"

#include <algorithm>
#include <utility>

#include "core/sentences/catalogue.hpp"
#include "core/sentences/days.hpp"
#include "render/ink/shown.hpp"

namespace huddlekit::detail {

using sentences::phrase;
using sentences::Say;

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
    if (segment.title.empty()) segment.title = short_title(segment.kind, a.language);
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

std::string title_of(const Agenda& agenda, Escape escape) {
  const std::string team = escape(agenda.team_name);
  if (agenda.huddle_name.empty()) return phrase("card.huddle", team);
  return team + " · " + escape(agenda.huddle_name);
}

std::string huddle_title(const Agenda& agenda, Escape escape) {
  return Say(agenda.language).text(title_of(agenda, escape));
}

std::string day_and_time(const Agenda& agenda) {
  return Say(agenda.language)("date.time", sentences::long_day(agenda.day),
                              sentences::time_of_day(agenda.local_start));
}

std::string headline(const Agenda& agenda, Escape escape) {
  return huddle_title(agenda, escape) + ", " + day_and_time(agenda) +
         (agenda.value_name.empty() ? "" : ": " + escape(agenda.value_name));
}

std::string leader(const Agenda& agenda, Escape escape) {
  const Say say(agenda.language);
  if (!agenda.facilitator) return say("card.nobody_leads");
  return say("card.leads", escape(agenda.facilitator->name));
}

std::string length_and_leader(const Agenda& agenda, Escape escape) {
  return Say(agenda.language).text(sentences::in_words(agenda.timebox)) + " · " +
         leader(agenda, escape);
}

std::string status(const Agenda& agenda, Escape escape) {
  const Say say(agenda.language);
  if (!agenda.published) return say("card.preview");
  if (agenda.revision == 1) return {};
  return agenda.reason.empty() ? say("card.revision", agenda.revision)
                               : say("card.revision_why", agenda.revision, escape(agenda.reason));
}

std::string names(const Agenda& agenda, const std::vector<Person>& who, Escape escape) {
  std::vector<std::string> names;
  for (const auto& person : who) names.push_back(escape(person.name));
  return Say(agenda.language).list(names);
}

std::string why_today(const Agenda& agenda, const Segment& segment, Escape escape) {
  return Say(agenda.language)("card.why_today", escape(segment.why));
}

std::string short_title(SegmentKind kind, std::string_view language) {
  const Say say(language);
  switch (kind) {
    case SegmentKind::kOpen:
      return say("segment.short.open");
    case SegmentKind::kValue:
      return say("segment.short.value");
    case SegmentKind::kWin:
      return say("segment.short.win");
    case SegmentKind::kLesson:
      return say("segment.short.lesson");
    case SegmentKind::kPromises:
      return say("segment.short.promises");
    case SegmentKind::kRound:
      return say("segment.short.round");
    case SegmentKind::kSeat:
      return say("segment.short.seat");
    case SegmentKind::kClose:
      return say("segment.short.close");
    case SegmentKind::kFinishEarly:
      return say("segment.short.finish_early");
    case SegmentKind::kCustom:
      break;  // has a title of its own
  }
  return {};
}

std::string heading(const Agenda& agenda, const Segment& segment, Escape escape) {
  const bool named = segment.kind != SegmentKind::kValue || agenda.value_name.empty() ||
                     segment.title.find(agenda.value_name) != std::string::npos;
  return escape(segment.title) + (named ? "" : ": " + escape(agenda.value_name));
}

}  // namespace huddlekit::detail
