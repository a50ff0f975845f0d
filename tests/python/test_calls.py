"""Writes that say who makes them and which one this is, from Python and on the command line."""

from datetime import timedelta
from pathlib import Path

import pytest
from conftest import Run
from desk import early_on_monday

import huddlekit as hk

MONDAY = early_on_monday()


@pytest.fixture
def book(workplace: Path) -> hk.Book:
    book = hk.open("a.huddle", create=True, now=lambda: MONDAY)
    book.load("harbour.toml")
    return book


def test_the_same_call_told_again_gives_the_same_answer(book: hk.Book) -> None:
    told = book.by("ravi", call="form-1").team("kitchen").win("Found the ring", who=["ravi"])
    assert book.by("ze", call="form-1").team("kitchen").win("Found the ring", who=["ravi"]) == told
    with hk.open(book.path, now=lambda: MONDAY) as elsewhere:
        assert elsewhere.by(call="form-1").team("kitchen").win("Found the ring", who=["ravi"]) == told
    assert len(book.team("kitchen").stories(told.day, told.day + timedelta(days=1))) == 1
    with pytest.raises(hk.ConflictError, match=r"^call: \"form-1\" is the name of another call \(tell, "):
        book.by(call="form-1").team("kitchen").win("Found another ring")


def test_an_agenda_comes_back_whole(book: hk.Book) -> None:
    day = book.team("kitchen").day()
    agenda = book.by(call="1").team("kitchen").publish(day)
    assert agenda
    book.huddle(agenda.id).revise("a guest is early")
    assert book.by(call="1").team("kitchen").publish(day) == agenda
    begun = book.by(call="2").huddle(agenda.id).start()
    book.huddle(agenda.id).next()
    assert book.by(call="2").huddle(agenda.id).start() == begun


def test_the_book_knows_who_made_them(book: hk.Book) -> None:
    assert book.journal().calls() == []
    book.by("ravi").team("kitchen").note("Fire drill", day=book.team("kitchen").day())
    book.by("intranet", call="7").team("kitchen").win("W")
    assert book.journal().calls() == [
        hk.Call(what="tell", at=MONDAY, by="intranet", id="7"),
        hk.Call(what="note", at=MONDAY, by="ravi"),
    ]
    assert len(book.journal().calls(limit=1)) == 1


def test_such_a_book_is_the_same_book(book: hk.Book) -> None:
    other = book.by("ravi", call="7")
    assert repr(other) == "<Book 'a.huddle', by 'ravi', call '7'>"
    assert other.path == book.path
    other.close()
    assert book.closed
    assert repr(book) == "<Book 'a.huddle', closed>"
    with pytest.raises(hk.ConflictError, match="closed"):
        book.by("ravi")


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"who": ""}, 'who: must be 1 to 200 bytes or None, got ""'),
        ({"call": "x" * 201}, "call: "),
        ({"who": "a\nb"}, "who: must be one line"),
    ],
)
def test_what_is_no_name_is_refused(book: hk.Book, told: dict[str, str], message: str) -> None:
    with pytest.raises(hk.InvalidArgumentError) as refused:
        book.by(**told)
    assert message in str(refused.value)


def test_the_command_repeats_nothing(hotel: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUDDLEKIT_TEAM", "kitchen")
    told = hotel("--by", "ravi", "--call", "form-1", "win", "Found the ring")
    assert told.out.startswith("win 1: ")
    assert hotel("--call", "form-1", "win", "Found the ring").out == told.out
    other = hotel("--call", "form-1", "win", "Found another ring")
    assert (other.code, other.out) == (1, "")
    assert 'call: "form-1" is the name of another call' in other.err
    monkeypatch.setenv("HUDDLEKIT_BY", "ze")
    assert hotel("win", "Found another ring").out.startswith("win 2: ")
    with hk.open("book.huddle", now=early_on_monday) as book:
        assert [(call.by, call.id, call.what) for call in book.journal().calls()] == [
            ("ze", "", "tell"),
            ("ravi", "form-1", "tell"),
        ]


def test_an_empty_name_is_no_name(hotel: Run) -> None:
    unset = hotel("--call", "", "win", "W", "--team", "kitchen")
    assert (unset.code, unset.out) == (1, "")
    assert "call: must be 1 to 200 bytes or None" in unset.err


def test_a_command_that_may_write_more_takes_no_name(hotel: Run) -> None:
    several = hotel("--call", "1", "publish", "--all")
    assert several.code == 2
    assert "--call: is the name of one write" in several.err
    assert hotel("--by", "cron", "publish", "--all").code == 0
