"""An agenda is a plain value: it adds up, travels, and renders."""

import copy
import datetime as dt
import json
import pickle
from pathlib import Path

import pytest
from houses import MONDAY, examples, hotel, house, noon, some
from hypothesis import given, settings
from hypothesis import strategies as st

import huddlekit
from huddlekit import Agenda, InvalidArgumentError, ParseError, Person, Point, Segment, SegmentKind

GOLDEN = Path(__file__).parents[1] / "data" / "golden"
DAY = dt.timedelta(days=1)


@pytest.fixture(scope="module")
def agenda() -> Agenda:
    return some(hotel().team("kitchen").publish(MONDAY))


@settings(max_examples=examples(60), deadline=None)
@given(
    ticks=st.integers(21, 1440),
    members=st.integers(1, 15),
    values=st.integers(0, 8),
    wins=st.integers(0, 4),
    misses=st.integers(0, 3),
    lessons=st.integers(0, 3),
    commitments=st.integers(0, 6),
    notes=st.lists(
        st.text(st.characters(exclude_categories=["C"]), min_size=1).filter(str.strip), max_size=3
    ),
)
def test_the_seconds_add_up_whatever_is_in_it(
    ticks: int,
    members: int,
    values: int,
    wins: int,
    misses: int,
    lessons: int,
    commitments: int,
    notes: list[str],
) -> None:
    with huddlekit.open(":memory:", create=True, now=noon()) as book:
        book.load(house(members=members, values=values, timebox=5 * ticks))
        for n in range(wins):
            book.team("team-0").win(f"Win {n}.", day=MONDAY - DAY)
        for n in range(misses):
            book.team("team-0").miss(f"Miss {n}.", day=MONDAY - DAY)
        for n in range(lessons):
            book.team("team-0").lesson(f"Lesson {n}.", day=MONDAY - DAY)
        for n in range(commitments):
            book.team("team-0").commit(
                "team-0-a", f"Do {n}.", due=MONDAY, made=MONDAY - DAY, for_customer=n % 2 == 0
            )
        for text in notes:
            book.team("team-0").note(text, day=MONDAY)
        for agenda in book.publish_all(MONDAY):
            lengths = [segment.seconds for segment in agenda.segments]
            assert sum(lengths) == agenda.timebox == 5 * ticks
            assert all(length > 0 and length % 5 == 0 for length in lengths)
            assert all(segment.why for segment in agenda.segments)
            assert Agenda.from_json(agenda.to_json()) == agenda


def test_it_is_a_value(agenda: Agenda) -> None:
    for same in (copy.copy(agenda), copy.deepcopy(agenda), pickle.loads(pickle.dumps(agenda))):
        assert same == agenda
    other = hotel().team("kitchen").publish(MONDAY + DAY)
    assert other != agenda
    assert agenda != "an agenda"
    assert repr(agenda) == "<Agenda 'kitchen/2026-11-23/service', 5 segments in 480 s, published>"


def test_its_parts_read_like_the_call(agenda: Agenda) -> None:
    names = {**vars(huddlekit), "datetime": dt}
    for segment in agenda.segments:
        assert eval(repr(segment), names) == segment
    plain = Segment(SegmentKind.WIN, 60, who=[Person("ana", "Ana")], points=[Point("See it", "Look up.")])
    assert repr(plain) == (
        "Segment(kind=SegmentKind.WIN, seconds=60, who=[Person(key='ana', name='Ana')],"
        " points=[Point(label='See it', text='Look up.')])"
    )


def test_it_cannot_be_changed(agenda: Agenda) -> None:
    with pytest.raises(AttributeError):
        agenda.team = "other"
    with pytest.raises(AttributeError):
        agenda.segments[0].seconds = 1


def test_times_are_aware_and_local(agenda: Agenda) -> None:
    manila = some(hotel().team("guest-support").agenda(MONDAY))
    assert manila.zone == "Asia/Manila"
    assert manila.starts == dt.datetime(2026, 11, 23, 7, tzinfo=dt.UTC)
    assert manila.local_start == dt.datetime(2026, 11, 23, 15)
    assert manila.day == MONDAY
    assert (agenda.timebox, type(agenda.segments[0].seconds)) == (480, int)


def test_each_call_renders_what_the_library_renders() -> None:
    def golden(name: str) -> str:
        return (GOLDEN / name).read_text(encoding="utf-8")

    sample = Agenda.from_json(golden("agenda.json"))
    rendered = {
        "agenda.txt": sample.to_text(),
        "agenda-40.txt": sample.to_text(width=40),
        "agenda.md": sample.to_markdown(),
        "agenda-card.html": sample.to_html(),
        "agenda-page.html": sample.to_html_page(),
        "agenda-slack.json": sample.to_slack(),
        "agenda.json": sample.to_json(),
    }
    assert {name: text.strip() for name, text in rendered.items()} == {
        name: golden(name).strip() for name in rendered
    }
    assert sample._repr_html_() == sample.to_html()
    assert str(sample) == sample.to_text()


def test_a_width_has_bounds(agenda: Agenda) -> None:
    for width in (39, 201, -1):
        with pytest.raises(InvalidArgumentError, match=f"width: must be from 40 to 200 columns, got {width}"):
            agenda.to_text(width=width)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', '{"format": 99}', "null", '"\\ud800"'])
def test_what_is_not_an_agenda_is_refused(text: str) -> None:
    with pytest.raises(ParseError) as caught:
        Agenda.from_json(text)
    assert caught.value.problems


def test_json_is_versioned_and_plain(agenda: Agenda) -> None:
    data = json.loads(agenda.to_json())
    assert data["format"] == 1
    assert sum(segment["seconds"] for segment in data["segments"]) == 480
