"""What happened is told once and comes back as it was told."""

import copy
import datetime as dt
import pickle

import pytest
from houses import MONDAY, examples, hotel, some
from hypothesis import given, settings
from hypothesis import strategies as st

import huddlekit
from huddlekit import (
    Book,
    CalendarEntry,
    Commitment,
    CommitmentState,
    ConflictError,
    InvalidArgumentError,
    NotFoundError,
    Person,
    Story,
    StoryKind,
)

DAY = dt.timedelta(days=1)


@pytest.fixture
def book() -> Book:
    return hotel()


def test_stories_come_back_as_told(book: Book) -> None:
    told = [
        book.team("kitchen").win("A win.", values=["make-it-easy"], who=["ravi"], by="ze"),
        book.team("kitchen").miss("A miss.", values=["one-house"], by="ze"),
        book.team("kitchen").tell(huddlekit.StoryKind.BENCHMARK, "Seen at the ferry."),
        book.team("kitchen").tell(huddlekit.StoryKind.IMPROVEMENT, "Done better.", who=["mei", "adjoa"]),
    ]
    assert book.team("kitchen").stories(MONDAY, MONDAY + DAY) == told
    assert [story.kind for story in told] == list(StoryKind)
    assert told[0].who == [Person("ravi", "Ravi Menon")]
    assert told[0].by == Person("ze", "Zé Patrício")
    assert book.team("kitchen").stories(MONDAY + DAY, MONDAY + 2 * DAY) == []
    assert book.team("front-desk").stories(MONDAY, MONDAY + DAY) == []


@settings(max_examples=examples(40), deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=300).filter(str.strip))
def test_any_readable_text_can_be_told(text: str) -> None:
    with hotel() as book:
        assert book.team("kitchen").win(text).text == text
        assert book.team("kitchen").stories(MONDAY, MONDAY + DAY)[0].text == text


@pytest.mark.parametrize("text", ["", "  ", "a\0b", "\x1b[31mred", "x" * 20_001])
def test_what_cannot_be_read_is_refused_and_leaves_nothing(book: Book, text: str) -> None:
    with pytest.raises(InvalidArgumentError, match="^text: must"):
        book.team("kitchen").win(text)
    assert book.team("kitchen").stories(MONDAY, MONDAY + DAY) == []


def test_keys_must_exist(book: Book) -> None:
    with pytest.raises(NotFoundError, match='did you mean "ravi"'):
        book.team("kitchen").win("A win.", who=["rav"])
    with pytest.raises(NotFoundError, match='did you mean "kitchen"'):
        book.team("kitchn").lesson("Something.")
    with pytest.raises(NotFoundError, match='did you mean "one-house"'):
        book.team("kitchen").miss("A miss.", values=["one-hous"])
    assert book.team("kitchen").stories(MONDAY, MONDAY + DAY) == []


def test_a_miss_names_nobody_and_nobody_praises_themselves(book: Book) -> None:
    with pytest.raises(InvalidArgumentError, match="who: "):
        book.team("kitchen").miss("A miss.", who=["ravi"])
    with pytest.raises(InvalidArgumentError, match="nobody recognises themselves"):
        book.team("kitchen").win("A win.", who=["ravi"], by="ravi")


def test_lessons_are_kept_with_what_changes(book: Book) -> None:
    lesson = book.team("kitchen").lesson("Ask first.", change="We ask.", importance=3, value="one-house")
    assert book.team("kitchen").lessons() == [lesson]
    assert (lesson.day, lesson.importance, lesson.value, lesson.heard) == (MONDAY, 3, "one-house", None)
    with pytest.raises(InvalidArgumentError, match="importance: must be 1, 2 or 3, got 4"):
        book.team("kitchen").lesson("Ask first.", importance=4)


def test_a_commitment_is_closed_once(book: Book) -> None:
    made = [book.team("kitchen").commit("ravi", f"Do {n}.", due=MONDAY + n * DAY) for n in range(4)]
    assert all(c.state == CommitmentState.OPEN and c.made == MONDAY for c in made)
    assert book.journal().kept(made[0].id).state == CommitmentState.KEPT
    assert book.journal().missed(made[1].id, "no flour").reason == "no flour"
    assert book.journal().dropped(made[2].id).state == CommitmentState.DROPPED
    assert book.journal().kept(made[0].id) == book.journal().kept(made[0].id)
    with pytest.raises(ConflictError, match="is kept already"):
        book.journal().missed(made[0].id, "no flour")
    with pytest.raises(InvalidArgumentError, match="reason: a missed commitment needs one"):
        book.journal().missed(made[3].id, "")
    with pytest.raises(NotFoundError):
        book.journal().kept(99)
    assert book.team("kitchen").commitments() == [made[3]]
    assert [c.state for c in book.team("kitchen").commitments(only_open=False)][:2] == [
        CommitmentState.KEPT,
        CommitmentState.MISSED,
    ]


def test_a_note_is_for_one_day(book: Book) -> None:
    note = book.team("kitchen").note("The choir comes at two.", day=MONDAY + DAY, source="front office")
    assert book.team("kitchen").notes(MONDAY + DAY) == [note]
    assert book.team("kitchen").notes(MONDAY) == []
    assert note.source == "front office"
    assert "The choir comes at two." in some(book.team("kitchen").agenda(MONDAY + DAY)).to_text()


def test_entries_are_values(book: Book) -> None:
    entries = [
        book.team("kitchen").win("A win.", who=["ravi"], by="ze"),
        book.team("kitchen").lesson("Ask first."),
        book.team("kitchen").commit("ravi", "Do it.", due=MONDAY),
        book.team("kitchen").note("A note.", day=MONDAY),
        book.team("kitchen").calendar(MONDAY, MONDAY + DAY)[0],
    ]
    names = {**vars(huddlekit), "datetime": dt}
    for entry in entries:
        assert copy.copy(entry) == entry == pickle.loads(pickle.dumps(entry))
        assert eval(repr(entry), names) == entry
    assert {type(e) for e in entries} > {Story, Commitment, CalendarEntry}
    assert isinstance(entries[4], CalendarEntry)
    assert entries[4].starts == dt.datetime(2026, 11, 23, 10, 45, tzinfo=dt.UTC)
