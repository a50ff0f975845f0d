#include "core/sentences/reminder_sentences.hpp"

#include <algorithm>

#include "core/sentences/agenda_sentences.hpp"
#include "core/sentences/catalogue.hpp"

namespace huddlekit::sentences {
namespace {

std::string day_seen_from(Day day, Day today) {
  if (day == today) return phrase("day.today");
  if (day == today + std::chrono::days{1}) return phrase("day.tomorrow");
  return day < today ? day_of(day, today) : phrase("day.on_date", weekday_date(day));
}

/// `today at 06:45`.
std::string when(const Agenda& agenda, Day today) {
  return phrase("day.at", day_seen_from(agenda.day, today), time_of_day(agenda.local_start));
}

/// `Front desk · Morning huddle`.
std::string huddle_of(const Agenda& agenda) {
  return agenda.huddle_name.empty()
             ? phrase("reminder.huddle", agenda.team_name)
             : phrase("reminder.huddle_named", agenda.team_name, agenda.huddle_name);
}

const Segment* find(const Agenda& agenda, SegmentKind kind) {
  const auto it = std::find_if(agenda.segments.begin(), agenda.segments.end(),
                               [&](const Segment& s) { return s.kind == kind; });
  return it == agenda.segments.end() ? nullptr : &*it;
}

std::string value_of_the_day(const Agenda& agenda) {
  return agenda.value_name.empty() ? "" : phrase("reminder.value", agenda.value_name);
}

std::string points(const Agenda& agenda) {
  std::string out;
  const auto* value = find(agenda, SegmentKind::kValue);
  if (value == nullptr) return out;
  for (const auto& point : value->points) out += "\n" + point.label + ": " + point.text;
  return out;
}

std::string who_leads(const Agenda& agenda) {
  return agenda.facilitator ? phrase("reminder.leads", agenda.facilitator->name) + " " : "";
}

}  // namespace

Said huddle_ahead(const Agenda& agenda, Recipient audience, Day today) {
  const auto huddle = huddle_of(agenda), at = when(agenda, today);
  if (audience == Recipient::kLeader) {
    return {phrase("reminder.you_lead", huddle, at), value_of_the_day(agenda) + points(agenda)};
  }
  if (audience == Recipient::kSeat) {
    const auto* seat = find(agenda, SegmentKind::kSeat);
    return {phrase("reminder.you_sit", huddle, at), seat == nullptr ? "" : seat->text};
  }
  return {phrase("reminder.ahead", huddle, at), who_leads(agenda) + value_of_the_day(agenda)};
}

Said monthly_ahead(const Agenda& agenda, Recipient audience, Day today) {
  auto said = huddle_ahead(agenda, audience, today);
  said.text = phrase("reminder.bring_two");
  return said;
}

Said nudge(const Agenda& agenda) {
  Said said{phrase("reminder.value_title", agenda.value_name), ""};
  if (const auto* value = find(agenda, SegmentKind::kValue)) {
    // Agendas of before the catalogue say it in English, whatever is spoken.
    const auto see_it = Say(agenda.language)("value.see_it"),
               in_english = Say("en")("value.see_it");
    for (const auto& point : value->points) {
      if (point.label == see_it || point.label == in_english) said.text += point.text + "\n";
    }
  }
  said.text += phrase("reminder.where_seen");
  return said;
}

Said commitment_due(const Commitment& c, Recipient audience, Day today) {
  const auto day = day_seen_from(c.due, today);
  const bool late = c.due < today;
  const auto text = promise(c.text, c.for_customer);
  if (audience == Recipient::kOwner) {
    return {late ? phrase("reminder.you_promised_late", day) : phrase("reminder.you_promised", day),
            text};
  }
  return {late ? phrase("reminder.promised_late", c.who.name, day)
               : phrase("reminder.promised", c.who.name, day),
          text};
}

Said lesson_of_the_week(const Lesson& lesson) {
  return {
      phrase("reminder.lesson"),
      lesson.insight +
          (lesson.change.empty() ? "" : "\n" + phrase("lesson.since_then") + ": " + lesson.change)};
}

}  // namespace huddlekit::sentences
