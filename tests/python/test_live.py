import copy
import datetime as dt
import pickle

import pytest

import huddlekit
from huddlekit import ConflictError, InvalidArgumentError, Live, LivePhase, LiveSegment, usual_length

START = dt.datetime(2026, 11, 23, 6, 45, tzinfo=dt.UTC)


def at(seconds):
    return START + dt.timedelta(seconds=seconds)


def huddle():
    return Live(
        300,
        [
            LiveSegment("open", 30, min=15),
            LiveSegment("value", 90, min=60),
            LiveSegment("lesson", 75, min=45, cut=3),
            LiveSegment("seat", 40, min=20, cut=1),
            LiveSegment("close", 60, min=30),
        ],
    )


def test_a_huddle_from_start_to_finish_keeps_real_seconds():
    live = huddle()
    live.start(START)
    for seconds in (25, 125, 200, 240, 310):
        live.next(at(seconds))
    assert live.state.phase is LivePhase.FINISHED
    assert [s.took for s in live.state.segments] == [25, 100, 75, 40, 70]
    assert (live.state.started, live.state.finished) == (START, at(310))


def test_when_late_it_says_what_to_cut_and_dropping_it_helps():
    live = huddle()
    live.start(START)
    clock = live.clock(at(146))
    assert (clock.took, clock.left, clock.late) == (146, -116, 111)
    assert [live.state.segments[i].key for i in clock.cut] == ["seat"]
    assert sum(clock.lengths) == 300
    live.drop(clock.cut[0])
    assert live.clock(at(146)).cut == []
    assert live.clock(at(146)).late == 71


def test_a_killed_huddle_goes_on_in_its_segment_with_the_right_clock():
    live = huddle()
    live.start(START)
    live.next(at(30))
    live.next(at(120))
    again = Live.restore(pickle.loads(pickle.dumps(live.state)))
    assert again == live
    assert again.state.segments[again.state.current].key == "lesson"
    assert again.clock(at(150)).took == 30


def test_a_clock_that_goes_backwards_loses_nothing_that_was_counted():
    live = huddle()
    live.start(START)
    live.tick(at(20))
    live.tick(at(-3600))
    live.tick(at(-3590))
    assert live.clock(at(-3590)).took == 30


def test_values_copy_pickle_and_show_the_call():
    live = huddle()
    live.start(START)
    live.next(at(30))
    names = {**vars(huddlekit), "datetime": dt}
    for value in (live, live.state, live.state.segments[1]):
        assert eval(repr(value), names) == pickle.loads(pickle.dumps(value)) == copy.copy(value) == value
    assert live != huddle()


def test_what_does_not_fit_is_refused():
    live = huddle()
    with pytest.raises(ConflictError, match="pause: the huddle has not begun"):
        live.pause(START)
    with pytest.raises(InvalidArgumentError, match='segment "a": needs'):
        Live(60, [LiveSegment("a", 5, min=6)])
    with pytest.raises(TypeError):
        live.start(START.replace(tzinfo=None))


def test_the_usual_length_is_a_median():
    assert usual_length([90, 95, 100, 900, 85]) == 95
    assert usual_length([900, 10, 30, 20], count=3) == 20
    assert usual_length([]) is None
