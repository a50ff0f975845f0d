#include "bindings.hpp"
#include "huddlekit/live.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

using std::chrono::seconds;

void bind_live_values(py::module_& m) {
  py::native_enum<LivePhase>(m, "LivePhase", "enum.Enum", "How far a huddle being held has come.")
      .value("READY", LivePhase::kReady)
      .value("RUNNING", LivePhase::kRunning)
      .value("PAUSED", LivePhase::kPaused)
      .value("FINISHED", LivePhase::kFinished)
      .finalize();
  bind_value<LiveSegment, 2>(m, "LiveSegment",
                             R"(One segment of a huddle being held; lengths in whole seconds.

`min` is what it can be shortened to when the huddle is late; `cut` 1 falls first, 0 never; `took` is
its real length so far.)");
  bind_value<LiveState, 0>(m, "LiveState",
                           R"(Everything about a huddle being held, to store and read back with
`Live.restore`. `current` is the index of the segment that is on; while it runs, `took` has been counted up
to `counted_to`.)");
  bind_value<LiveClock, 0>(m, "LiveClock", R"(How a huddle stands at one moment; whole seconds.

`elapsed` is the time of the whole huddle without pauses, `took` that of the segment that is on and
`left` what is left of its planned time, negative when it is over. `late` is the time beyond the timebox
if the rest goes as planned, 0 if in time; `cut` are the indices of the segments to cut so as to end in
time. `lengths` has one entry for each segment so as to end in time: real ones for what is past, shortened
ones for what is to come, 0 for what is dropped or in `cut`.)");
}

}  // namespace

void bind_live(py::module_& m) {
  bind_live_values(m);
  py::class_<Live>(m, "Live",
                   R"(A huddle being held: what is on, how long it took, what to cut when late.

>>> from datetime import datetime, timedelta, timezone
>>> now = datetime(2026, 11, 23, 6, 45, tzinfo=timezone.utc)
>>> live = Live(120, [LiveSegment("value", 60, min=30), LiveSegment("round", 60, min=30)])
>>> live.start(now)
>>> live.clock(now + timedelta(seconds=70)).late
10

It has no clock: every call is told the time, as an aware datetime. Store `state` after each call, and
a huddle whose process was killed goes on with `Live.restore`. A clock that goes backwards counts
nothing and is believed from then on; call `tick` every second from a display to lose no more than
that. Calls that do not fit the phase raise ConflictError. Not to be changed by several threads at
once.)")
      .def(py::init<seconds, std::vector<LiveSegment>>(), "timebox"_a, "segments"_a)
      .def_static(
          "restore", [](LiveState state) { return Live(std::move(state)); }, "state"_a,
          "A huddle read back. Raises InvalidArgumentError for a state that no calls lead to.")
      .def("start", &Live::start, "now"_a,
           "Begins with the first segment; ConflictError when it has begun.")
      .def("next", &Live::next, "now"_a,
           "Goes on to the next segment that is not dropped, or finishes after the last. A paused "
           "huddle runs again.")
      .def("pause", &Live::pause, "now"_a, "Stops the clock; nothing when it is paused.")
      .def("resume", &Live::resume, "now"_a, "Lets it run again; nothing when it runs.")
      .def("tick", &Live::tick, "now"_a, "Counts the time until now; nothing unless it runs.")
      .def("finish", &Live::finish, "now"_a,
           "Ends the huddle, wherever it is; nothing when it has ended.")
      .def("drop", &Live::drop, "segment"_a, "dropped"_a = true,
           "Takes a segment that is still to come out of the plan, or back in.")
      .def("clock", &Live::clock, "now"_a, "How the huddle stands at one moment.")
      .def_property_readonly("state", &Live::state)
      .def(py::self == py::self)
      .def("__repr__",
           [](const Live& l) { return py::str("Live.restore({!r})").format(l.state()); })
      .def(py::pickle(
          [](const Live& l) { return py::make_tuple(l.state()); },
          from_state("Live", 1, [](const py::tuple& t) { return Live(t[0].cast<LiveState>()); })));

  m.def(
      "usual_length",
      [](const std::vector<seconds>& lengths, std::size_t count) {
        return usual_length(lengths, count);
      },
      "lengths"_a, py::kw_only(), "count"_a = 9,
      R"(How long a segment usually takes: the median of the last `count` real lengths, oldest first.

>>> usual_length([90, 95, 100, 900, 85])
95

Of an even number it is the mean of the middle two, rounded down; None for no lengths.)");
}

}  // namespace huddlekit::python
