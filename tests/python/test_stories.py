"""Stories are told, edited, put right and found."""

import copy
import datetime as dt
import pickle

import pytest
from houses import MONDAY, examples, hotel
from hypothesis import given, settings
from hypothesis import strategies as st

import huddlekit
from huddlekit import (
    Book,
    ConflictError,
    EntryKind,
    InvalidArgumentError,
    NotFoundError,
    Recovery,
    SearchHit,
)

DAY = dt.timedelta(days=1)


@pytest.fixture
def book() -> Book:
    return hotel()


def test_a_story_says_where_and_for_whom(book: Book) -> None:
    told = book.team("kitchen").win(
        "A win.",
        who=["ravi"],
        touch_point="breakfast",
        stage="during the stay",
        customer="a choir",
        inside_customer=True,
        tags=["music", "early"],
    )
    assert book.journal().story(told.id) == told
    assert (told.touch_point, told.stage, told.customer) == ("breakfast", "during the stay", "a choir")
    assert told.inside_customer
    assert told.tags == ["music", "early"]
    assert told.by is None


def test_tomorrow_has_not_happened_yet(book: Book) -> None:
    with pytest.raises(InvalidArgumentError, match=r"^day: must not be after the team's today"):
        book.team("kitchen").win("A win.", day=MONDAY + DAY)


def test_a_miss_is_put_right_step_by_step(book: Book) -> None:
    miss = book.team("kitchen").miss("Cold soup.", promise="Hot food is hot.")
    assert book.team("kitchen").open_misses() == [miss]
    book.journal().put_right(miss.id, Recovery.PUT_RIGHT, by="ravi", day=MONDAY)
    done = book.journal().put_right(miss.id, Recovery.HEARD, by="ze", day=MONDAY)
    assert [(step.step, step.by.key) for step in done.recovery] == [
        (Recovery.HEARD, "ze"),
        (Recovery.PUT_RIGHT, "ravi"),
    ]
    assert book.team("kitchen").open_misses() == []
    with pytest.raises(ConflictError, match="heard already by Zé Patrício"):
        book.journal().put_right(miss.id, Recovery.HEARD, by="ravi", day=MONDAY)


def test_an_edit_keeps_what_was_there(book: Book) -> None:
    told = book.team("kitchen").win("A wim.", tags=["typo"])
    now = book.journal().edit(told.id, text="A win.", tags=[], by="ze")
    assert (now.text, now.tags, now.values) == ("A win.", [], [])
    (edit,) = book.journal().edits(told.id)
    assert (edit.text, edit.by and edit.by.key, edit.at.tzinfo) == ("A wim.", "ze", dt.UTC)


def test_the_check_knows_everybody(book: Book) -> None:
    text = "É tarde: Ravi Menon forgot the soup."
    checked = book.journal().check_miss(text)
    assert [text[f.start : f.end] for f in checked.findings] == ["Ravi Menon", "forgot"]
    assert "Ravi" not in str(checked.form)


def test_words_are_found_with_their_places(book: Book) -> None:
    told = book.team("kitchen").win("É o café da manhã, às sete.", values=["make-it-easy"])
    (hit,) = book.search("CAFE sete", kind=EntryKind.WIN, value="make-it-easy", team="kitchen")
    assert (hit.id, hit.team, hit.day) == (told.id, "kitchen", MONDAY)
    assert [hit.snippet[start:end] for start, end in hit.found] == ["café", "sete"]
    assert book.search("café", end=MONDAY) == []
    with pytest.raises(NotFoundError, match='did you mean "kitchen"'):
        book.search("café", team="kitchn")
    with pytest.raises(InvalidArgumentError, match="words: must not be empty"):
        book.search(" ")


@settings(max_examples=examples(60), deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60).filter(str.strip))
def test_whatever_was_told_can_be_searched_for(text: str) -> None:
    with hotel() as book:
        book.team("kitchen").win(text)
        for hit in book.search(text):
            assert hit.found


def test_they_are_values(book: Book) -> None:
    miss = book.team("kitchen").miss("Cold soup.", tags=["soup"])
    entries = [
        book.journal().put_right(miss.id, Recovery.HEARD, by="ze", day=MONDAY),
        *book.search("soup"),
    ]
    book.journal().edit(miss.id, text="Cold stew.")
    entries += book.journal().edits(miss.id)
    names = {**vars(huddlekit), "datetime": dt}
    for entry in entries:
        assert copy.copy(entry) == entry == pickle.loads(pickle.dumps(entry))
        assert eval(repr(entry), names) == entry
    assert isinstance(entries[1], SearchHit)
