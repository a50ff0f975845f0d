#include "bindings.hpp"
#include "huddlekit/live.hpp"

namespace huddlekit::python {
namespace {

using std::chrono::seconds;

void bind_segment(py::module_& m) {
  py::class_<LiveSegment>(m, "LiveSegment",
                          R"(One segment of a huddle being held; lengths in whole seconds.

`min` is what it can be shortened to when the huddle is late; `cut` 1 falls first, 0 never; `took` is
its real length so far.)")
      .def(py::init([](std::string key, seconds planned, seconds min, int cut, bool dropped,
                       seconds took) {
             return LiveSegment{std::move(key), planned, min, cut, dropped, took};
           }),
           "key"_a, "planned"_a, py::kw_only(), "min"_a = seconds{0}, "cut"_a = 0,
           "dropped"_a = false, "took"_a = seconds{0})
      .def_readonly("key", &LiveSegment::key)
      .def_readonly("planned", &LiveSegment::planned)
      .def_readonly("min", &LiveSegment::min)
      .def_readonly("cut", &LiveSegment::cut)
      .def_readonly("dropped", &LiveSegment::dropped)
      .def_readonly("took", &LiveSegment::took)
      .def(py::self == py::self)
      .def("__repr__",
           [](const LiveSegment& s) {
             return py::str("LiveSegment({!r}, {}, min={}, cut={}, dropped={!r}, took={})")
                 .format(s.key, s.planned, s.min, s.cut, s.dropped, s.took);
           })
      .def(py::pickle(
          [](const LiveSegment& s) {
            return py::make_tuple(s.key, s.planned, s.min, s.cut, s.dropped, s.took);
          },
          from_state("LiveSegment", 6, [](const py::tuple& t) {
            return LiveSegment{t[0].cast<std::string>(), t[1].cast<seconds>(),
                               t[2].cast<seconds>(),     t[3].cast<int>(),
                               t[4].cast<bool>(),        t[5].cast<seconds>()};
          })));
}

void bind_live_state(py::module_& m) {
  py::native_enum<LivePhase>(m, "LivePhase", "enum.Enum", "How far a huddle being held has come.")
      .value("READY", LivePhase::kReady)
      .value("RUNNING", LivePhase::kRunning)
      .value("PAUSED", LivePhase::kPaused)
      .value("FINISHED", LivePhase::kFinished)
      .finalize();
  py::class_<LiveState>(
      m, "LiveState",
      "Everything about a huddle being held, as plain data to store and read back "
      "with `Live.restore`.")
      .def(py::init([](seconds timebox, std::vector<LiveSegment> segments, LivePhase phase,
                       std::size_t current, Instant counted_to, std::optional<Instant> started,
                       std::optional<Instant> finished) {
             return LiveState{timebox, std::move(segments), phase, current, counted_to, started,
                              finished};
           }),
           py::kw_only(), "timebox"_a, "segments"_a, "phase"_a, "current"_a, "counted_to"_a,
           "started"_a = py::none(), "finished"_a = py::none())
      .def_readonly("timebox", &LiveState::timebox)
      .def_readonly("segments", &LiveState::segments)
      .def_readonly("phase", &LiveState::phase)
      .def_readonly("current", &LiveState::current, "Index of the segment that is on.")
      .def_readonly("counted_to", &LiveState::counted_to,
                    "While running: up to when `took` has been counted.")
      .def_readonly("started", &LiveState::started)
      .def_readonly("finished", &LiveState::finished)
      .def(py::self == py::self)
      .def("__repr__",
           [](const LiveState& s) {
             return py::str(
                        "LiveState(timebox={}, segments={!r}, phase={}, current={}, "
                        "counted_to={!r}, started={!r}, finished={!r})")
                 .format(s.timebox, s.segments, s.phase, s.current, s.counted_to, s.started,
                         s.finished);
           })
      .def(py::pickle(
          [](const LiveState& s) {
            return py::make_tuple(s.timebox, s.segments, s.phase, s.current, s.counted_to,
                                  s.started, s.finished);
          },
          from_state("LiveState", 7, [](const py::tuple& t) {
            return LiveState{t[0].cast<seconds>(),
                             t[1].cast<std::vector<LiveSegment>>(),
                             t[2].cast<LivePhase>(),
                             t[3].cast<std::size_t>(),
                             t[4].cast<Instant>(),
                             t[5].cast<std::optional<Instant>>(),
                             t[6].cast<std::optional<Instant>>()};
          })));
}

void bind_clock(py::module_& m) {
  py::class_<LiveClock>(m, "LiveClock", R"(How a huddle stands at one moment; whole seconds.

`lengths` has one entry for each segment so as to end in time: real ones for what is past, shortened
ones for what is to come, 0 for what is dropped or in `cut`.)")
      .def_readonly("elapsed", &LiveClock::elapsed, "Of the whole huddle, without pauses.")
      .def_readonly("took", &LiveClock::took, "By the segment that is on.")
      .def_readonly("left", &LiveClock::left, "Of its planned time; negative when it is over.")
      .def_readonly("late", &LiveClock::late,
                    "Beyond the timebox, if the rest goes as planned; 0 if in time.")
      .def_readonly("cut", &LiveClock::cut, "Indices of the segments to cut so as to end in time.")
      .def_readonly("lengths", &LiveClock::lengths)
      .def(py::self == py::self)
      .def("__repr__", [](const LiveClock& c) {
        return py::str("<LiveClock elapsed={} took={} left={} late={} cut={} lengths={}>")
            .format(c.elapsed, c.took, c.left, c.late, c.cut, c.lengths);
      });
}

}  // namespace

void bind_live(py::module_& m) {
  bind_segment(m);
  bind_live_state(m);
  bind_clock(m);
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
