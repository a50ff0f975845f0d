#pragma once
#include <array>

#include "core/text/named.hpp"
#include "huddlekit/agenda.hpp"
#include "huddlekit/doctor.hpp"
#include "huddlekit/entries.hpp"
#include "huddlekit/exchange.hpp"
#include "huddlekit/live.hpp"
#include "huddlekit/playbook.hpp"
#include "huddlekit/proposals.hpp"
#include "huddlekit/reminder.hpp"
#include "huddlekit/rota.hpp"
#include "huddlekit/search.hpp"

namespace huddlekit {

enum class ReportOf;

template <>
inline constexpr std::array<const char*, 3> kNames<Health>{"good", "warning", "bad"};
template <>
inline constexpr std::array<const char*, 5> kNames<PromptKind>{
    "question", "exercise", "story-starter", "benchmark", "role-play"};
template <>
inline constexpr std::array<const char*, 2> kNames<Scope>{"organisation", "team"};
template <>
inline constexpr std::array<const char*, 3> kNames<ValuePeriod>{"day", "week", "month"};
template <>
inline constexpr std::array<const char*, 4> kNames<HolidayRule>{"skip", "next", "previous", "keep"};
template <>
inline constexpr std::array<const char*, 2> kNames<AgendaForm>{"daily", "monthly"};
template <>
inline constexpr std::array<const char*, 5> kNames<ReminderKind>{"huddle", "nudge", "commitment",
                                                                 "lesson", "monthly"};
template <>
inline constexpr std::array<const char*, 5> kNames<Recipient>{"leader", "seat", "expected", "owner",
                                                              "channel"};
template <>
inline constexpr std::array<const char*, 5> kNames<DeliveryOutcome>{"sent", "failed", "dropped",
                                                                    "given-up", "answered"};
template <>
inline constexpr std::array<const char*, 4> kNames<StoryKind>{"win", "miss", "benchmark",
                                                              "improvement"};
template <>
inline constexpr std::array<const char*, 3> kNames<Recovery>{"heard", "apologised", "put-right"};
template <>
inline constexpr std::array<const char*, 5> kNames<EntryKind>{"win", "miss", "benchmark",
                                                              "improvement", "lesson"};
template <>
inline constexpr std::array<const char*, 3> kNames<CsvKind>{"stories", "lessons", "commitments"};
template <>
inline constexpr std::array<const char*, 4> kNames<CommitmentState>{"open", "kept", "missed",
                                                                    "dropped"};
template <>
inline constexpr std::array<const char*, 3> kNames<Audience>{"team", "department", "everyone"};
template <>
inline constexpr std::array<const char*, 3> kNames<LessonState>{"active", "merged", "retired"};
template <>
inline constexpr std::array<const char*, 3> kNames<ProposalKind>{"behaviour", "prompt", "wording"};
template <>
inline constexpr std::array<const char*, 3> kNames<ProposalState>{"waiting", "accepted",
                                                                  "declined"};
template <>
inline constexpr std::array<const char*, 5> kNames<HuddleState>{
    "planned", "published", "assumed-held", "completed", "cancelled"};
template <>
inline constexpr std::array<const char*, 3> kNames<ReportOf>{"team", "department", "organisation"};
template <>
inline constexpr std::array<const char*, 2> kNames<Role>{"lead", "seat"};
template <>
inline constexpr std::array<const char*, 4> kNames<LivePhase>{"ready", "running", "paused",
                                                              "finished"};
template <>
inline constexpr std::array<const char*, 10> kNames<SegmentKind>{
    "open",  "value", "win",   "lesson",       "promises",
    "round", "seat",  "close", "finish-early", "custom"};

}  // namespace huddlekit
