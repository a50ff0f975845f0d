"""A call that does not fit names the argument, what it must be, and what was given, in one line."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from desk import desk

import huddlekit as hk

NAIVE = dt.datetime(2026, 11, 23, 6, 45)


@pytest.fixture(scope="module")
def book():
    return desk()


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        (lambda b: b.team(3), TypeError, "team: key: must be str, got 3"),
        (lambda b: b.team(), TypeError, "team: key: is missing"),
        (lambda b: b.team("a", "b"), TypeError, "team: takes 1 argument by position, got 2"),
        (lambda b: b.team("a", key="b"), TypeError, "team: key: is given twice"),
        (lambda b: b.team(kei="a"), TypeError, "team: has no argument 'kei'; did you mean 'key'?"),
        (
            lambda b: b.team("front-desk").agenda("2026-11-23"),
            TypeError,
            "agenda: day: must be datetime.date, got '2026-11-23'",
        ),
        (
            lambda b: b.team("front-desk").agenda(NAIVE),
            TypeError,
            "agenda: day: must be datetime.date, got datetime.datetime(2026, 11, 23, 6, 45)",
        ),
        (
            lambda b: b.team("front-desk").win("Found it", who="ana"),
            TypeError,
            "win: who: must be Sequence[str], got 'ana'",
        ),
        (
            lambda b: b.team("front-desk").win("Found it", who=["ana", 3]),
            TypeError,
            "win: who: must be Sequence[str], got ['ana', 3]",
        ),
        (
            lambda b: b.team("front-desk").tell("win", "Found it"),
            TypeError,
            "tell: kind: must be StoryKind, got 'win'",
        ),
        (lambda b: b.publish_all(None), TypeError, "publish_all: day: must be datetime.date, got None"),
        (lambda b: b.journal().edits(1.5), TypeError, "edits: story: must be int, got 1.5"),
        (
            lambda b: b.team("front-desk").win("half \ud800"),
            hk.InvalidArgumentError,
            "text: must be text that UTF-8 can write, got 'half \\ud800'",
        ),
        (
            lambda b: b.team("front-desk").next(NAIVE),
            TypeError,
            "next: now: must have a time zone, got datetime.datetime(2026, 11, 23, 6, 45)",
        ),
        (
            lambda b: b.journal().edits(2**70),
            hk.InvalidArgumentError,
            f"story: must be a smaller number, got {2**70}",
        ),
        (
            lambda _: hk.Recurrence(7, NAIVE),
            TypeError,
            "Recurrence: rule: must be str, got 7",
        ),
        (lambda b: b.team(b"front-desk"), TypeError, "team: key: must be str, got b'front-desk'"),
        (
            lambda _: hk.Value("own-it", b"\xff"),
            TypeError,
            "Value: name: must be str, got b'\\xff'",
        ),
        (lambda _: hk.read_playbook(3), TypeError, "read_playbook: path: must be path, got 3"),
    ],
)
def test_one_sentence_says_what_is_wrong(book, call, error, said):
    with pytest.raises(error) as raised:
        call(book)
    assert type(raised.value) is error
    assert str(raised.value) == said


def test_an_error_has_parts_for_programs(book):
    with pytest.raises(hk.NotFoundError) as raised:
        book.team("front-dsek")
    error = raised.value
    assert (error.code, error.argument, error.rule) == ("not-found", "team", "no such team")
    assert error.value == '"front-dsek"; did you mean "front-desk"?'
    with pytest.raises(hk.InvalidArgumentError) as raised:
        book.team("front-desk").win("Found it", promise="a: b, got c")
    assert (raised.value.argument, raised.value.rule) == ("promise", "is for a miss")
    assert raised.value.value == '"a: b, got c"'
    with pytest.raises(hk.ParseError) as raised:
        hk.parse_playbook("format = 2\nx = 1")
    assert raised.value.code == "parse"
    assert hk.ConflictError("huddle: was held").rule == "was held"
    assert hk.HuddleError("a\nb: c").argument == ""


def test_of_several_signatures_the_nearest_is_meant():
    with pytest.raises(TypeError, match="must be"):
        hk.simulate(3)


def test_an_error_of_the_callers_own_code_comes_through(book):
    class Own(Exception):
        pass

    def now():
        raise Own

    with pytest.raises(Own):
        desk(now=now)

    class Rude:
        def __repr__(self):
            raise Own

    with pytest.raises(TypeError, match="team: key: must be str, got <Rude>"):
        book.team(Rude())


@pytest.mark.heavy
def test_any_call_is_answered_or_refused_in_our_words(tmp_path: Path) -> None:
    """A million under HUDDLEKIT_SOAK; each process plays its own."""
    calls = 1_000_000 if os.environ.get("HUDDLEKIT_SOAK") else 20_000
    each = 20_000
    for seed in range(calls // each):
        played = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("any_call.py")), str(seed), str(each)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
        )
        assert played.returncode == 0, (seed, played.returncode, played.stdout[-3000:], played.stderr[-3000:])


def test_a_method_of_nothing_is_refused() -> None:
    for call in (
        hk.Team.day,
        hk.Recurrence.falls_on,
        hk.ReportHeld.rate.fget,
        hk.Book.path.fget,
        hk.Person.key.fget,
    ):
        with pytest.raises(TypeError):
            call(None)
