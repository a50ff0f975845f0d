#pragma once
#include "huddlekit/agenda.hpp"

namespace huddlekit::testing {

/// One morning at a hotel's front desk: every kind of segment, with and without people, texts,
/// points and reasons.
inline Agenda sample_agenda() {
  using namespace std::chrono_literals;
  using enum SegmentKind;
  const Person ana{"ana", "Ana Ruiz"}, ben{"ben", "Ben Okafor"}, mei{"mei", "Mei Lin (林美)"};
  Agenda a;
  a.id = "front-desk/2026-11-23/morning";
  a.organisation = "Harbour Hotel";
  a.motto = "Come in from the weather";
  a.team = "front-desk";
  a.team_name = "Front desk";
  a.huddle = "morning";
  a.huddle_name = "Morning huddle";
  a.day = parse_day("2026-11-23");
  a.starts = parse_instant("2026-11-23T05:45:00Z");
  a.zone = "Europe/Copenhagen";
  a.local_start = a.day + 6h + 45min;
  a.timebox = 600s;
  a.published = true;
  a.revision = 2;
  a.reason = "Jonas is ill; Ana leads in his place";
  a.value = "keep-promises";
  a.value_name = "Keep promises first";
  a.facilitator = ana;
  a.customers_seat = ben;
  a.segments = {
      {kOpen,
       "Open",
       {ana},
       "Good morning. Jonas is ill, Priya joins at nine.",
       {{"VIP", "Mrs. Laurent, suite 501, arrives at 14:00 with her guide dog."},
        {"Front office system", "92 arrivals, 71 departures; the west lift is out until noon."}},
       30s,
       ""},
      {kValue,
       "Value of the day",
       {ana},
       "We do what we said we would, by when we said it. If we can’t, the guest hears it from us "
       "first.",
       {{"See it",
         "A colleague gives a guest a time, not “soon”, and writes it down before the guest has "
         "turned away."},
        {"Talk about it",
         "Which promise from yesterday is still open, and what does that guest believe right "
         "now?"}},
       90s,
       "It is its turn, and two of twelve have not heard it this month."},
      {kWin,
       "Win of yesterday",
       {mei},
       "A family’s suitcase went to the airport without them. Mei called the driver, the airline "
       "and the gate, and read the tag number aloud twice. It flew with them.",
       {{"Shows", "Make it easy"}},
       75s,
       "Told yesterday by the night shift; nobody has heard it yet."},
      {kLesson,
       "A lesson comes back",
       {},
       "First from memory: what do we do when a room is not ready at check-in?",
       {{"We learned", "Guests mind the wait less than not knowing how long."},
        {"Since then", "We text them the minute it is ready, and mean it."}},
       75s,
       "Last heard 24 days ago; about one in ten would have forgotten it."},
      {kPromises,
       "Kept promises",
       {},
       "",
       {{"Ben, to a guest, due today", "A late checkout for 308, confirmed by housekeeping."},
        {"Kitchen, due today", "An answer about gluten-free breakfast boxes."},
        {"", "Kept since Friday: four of five."}},
       75s,
       "Two are due today."},
      {kRound,
       "Round",
       {},
       "Twenty seconds each: what is ahead of you today, and where are you stuck?",
       {},
       105s,
       ""},
      {kSeat,
       "The customer’s seat",
       {ben},
       "Ben speaks as a guest who lands at six in the morning and cannot check in before three.",
       {},
       40s,
       "Ben has not sat there since 2 November."},
      {kClose,
       "Close",
       {ana},
       "One promise each that somebody can check tomorrow. Thank the night shift.",
       {{"Tomorrow leads", "Mei Lin (林美)"}},
       60s,
       ""},
      {kFinishEarly, "Finish early", {}, "Take it as a gift.", {}, 50s, ""},
  };
  return a;
}

}  // namespace huddlekit::testing
