#include "core/sentences/reminder_sentences.hpp"

#include <algorithm>

#include "core/sentences/agenda_sentences.hpp"

namespace huddlekit::sentences {
namespace {

std::string two(long long number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string day_seen_from(Day day, Day today) {
  if (day == today) return "today";
  if (day == today + std::chrono::days{1}) return "tomorrow";
  return day < today ? day_of(day, today) : "on " + weekday_date(day);
}

/// `today at 06:45`.
std::string when(const Agenda& agenda, Day today) {
  const auto day = std::chrono::floor<std::chrono::days>(agenda.local_start);
  const auto minutes = (agenda.local_start - day) / std::chrono::minutes{1};
  return day_seen_from(day, today) + " at " + two(minutes / 60) + ":" + two(minutes % 60);
}

/// `Front desk · Morning huddle`.
std::string huddle_of(const Agenda& agenda) {
  return agenda.team_name + (agenda.huddle_name.empty() ? "" : " · " + agenda.huddle_name) +
         " huddle";
}

const Segment* find(const Agenda& agenda, SegmentKind kind) {
  const auto it = std::find_if(agenda.segments.begin(), agenda.segments.end(),
                               [&](const Segment& s) { return s.kind == kind; });
  return it == agenda.segments.end() ? nullptr : &*it;
}

std::string value_of_the_day(const Agenda& agenda) {
  return agenda.value_name.empty() ? ""
                                   : std::string(kValueOfTheDay) + ": " + agenda.value_name + ".";
}

std::string points(const Agenda& agenda) {
  std::string out;
  const auto* value = find(agenda, SegmentKind::kValue);
  if (value == nullptr) return out;
  for (const auto& point : value->points) out += "\n" + point.label + ": " + point.text;
  return out;
}

std::string who_leads(const Agenda& agenda) {
  return agenda.facilitator ? leads(agenda.facilitator->name) + ". " : "";
}

}  // namespace

Said huddle_ahead(const Agenda& agenda, Recipient audience, Day today) {
  if (audience == Recipient::kLeader) {
    return {"You lead the " + huddle_of(agenda) + " " + when(agenda, today),
            value_of_the_day(agenda) + points(agenda)};
  }
  if (audience == Recipient::kSeat) {
    const auto* seat = find(agenda, SegmentKind::kSeat);
    return {"You speak as the customer at the " + huddle_of(agenda) + " " + when(agenda, today),
            seat == nullptr ? "" : seat->text};
  }
  return {huddle_of(agenda) + " " + when(agenda, today),
          who_leads(agenda) + value_of_the_day(agenda)};
}

Said monthly_ahead(const Agenda& agenda, Recipient audience, Day today) {
  auto said = huddle_ahead(agenda, audience, today);
  said.text =
      "Everybody brings two things: one that you made better for customers, and one that you "
      "learned from them.";
  return said;
}

Said nudge(const Agenda& agenda) {
  Said said{std::string(kValueOfTheDay) + ": " + agenda.value_name, ""};
  if (const auto* value = find(agenda, SegmentKind::kValue)) {
    for (const auto& point : value->points) {
      if (point.label == kSeeIt) said.text += point.text + "\n";
    }
  }
  said.text += "Where have you seen it today?";
  return said;
}

Said commitment_due(const Commitment& c, Recipient audience, Day today) {
  const std::string verb = c.due < today ? " was due " : " is due ";
  const std::string when = verb + day_seen_from(c.due, today);
  return {audience == Recipient::kOwner ? "What you promised" + when
                                        : "What " + c.who.name + " promised" + when,
          c.text + (c.for_customer ? to_customer() : "")};
}

Said lesson_of_the_week(const Lesson& lesson) {
  return {"The lesson of the week",
          lesson.insight +
              (lesson.change.empty() ? "" : "\n" + std::string(kSinceThen) + ": " + lesson.change)};
}

}  // namespace huddlekit::sentences
