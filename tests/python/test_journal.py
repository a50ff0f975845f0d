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
    Commitment,
    CommitmentState,
    ConflictError,
    Huddle,
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
        book.win("kitchen", "A win.", values=["make-it-easy"], who=["ravi"], by="ze"),
        book.miss("kitchen", "A miss.", values=["one-house"], by="ze"),
        book.benchmark("kitchen", "Seen at the ferry."),
        book.improvement("kitchen", "Done better.", who=["mei", "adjoa"]),
    ]
    assert book.stories("kitchen", MONDAY, MONDAY + DAY) == told
    assert [story.kind for story in told] == list(StoryKind)
    assert told[0].who == [Person("ravi", "Ravi Menon")]
    assert told[0].by == Person("ze", "Zé Patrício")
    assert book.stories("kitchen", MONDAY + DAY, MONDAY + 2 * DAY) == []
    assert book.stories("front-desk", MONDAY, MONDAY + DAY) == []


@settings(max_examples=examples(40), deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=300).filter(str.strip))
def test_any_readable_text_can_be_told(text: str) -> None:
    with hotel() as book:
        assert book.win("kitchen", text).text == text
        assert book.stories("kitchen", MONDAY, MONDAY + DAY)[0].text == text


@pytest.mark.parametrize("text", ["", "  ", "a\0b", "\x1b[31mred", "x" * 20_001])
def test_what_cannot_be_read_is_refused_and_leaves_nothing(book: Book, text: str) -> None:
    with pytest.raises(InvalidArgumentError, match="^text: must"):
        book.win("kitchen", text)
    assert book.stories("kitchen", MONDAY, MONDAY + DAY) == []


def test_keys_must_exist(book: Book) -> None:
    with pytest.raises(NotFoundError, match='did you mean "ravi"'):
        book.win("kitchen", "A win.", who=["rav"])
    with pytest.raises(NotFoundError, match='did you mean "kitchen"'):
        book.lesson("kitchn", "Something.")
    with pytest.raises(NotFoundError, match='did you mean "one-house"'):
        book.miss("kitchen", "A miss.", values=["one-hous"])
    assert book.stories("kitchen", MONDAY, MONDAY + DAY) == []


def test_a_miss_names_nobody_and_nobody_praises_themselves(book: Book) -> None:
    with pytest.raises(TypeError):
        book.miss("kitchen", "A miss.", who=["ravi"])
    with pytest.raises(InvalidArgumentError, match="nobody recognises themselves"):
        book.win("kitchen", "A win.", who=["ravi"], by="ravi")


def test_lessons_are_kept_with_what_changes(book: Book) -> None:
    lesson = book.lesson("kitchen", "Ask first.", change="We ask.", importance=3, value="one-house")
    assert book.lessons("kitchen") == [lesson]
    assert (lesson.day, lesson.importance, lesson.value, lesson.heard) == (MONDAY, 3, "one-house", None)
    with pytest.raises(InvalidArgumentError, match="importance: must be 1, 2 or 3, got 4"):
        book.lesson("kitchen", "Ask first.", importance=4)


def test_a_commitment_is_closed_once(book: Book) -> None:
    made = [book.commit("kitchen", "ravi", f"Do {n}.", due=MONDAY + n * DAY) for n in range(4)]
    assert all(c.state == CommitmentState.OPEN and c.made == MONDAY for c in made)
    assert book.kept(made[0].id).state == CommitmentState.KEPT
    assert book.missed(made[1].id, "no flour").reason == "no flour"
    assert book.dropped(made[2].id).state == CommitmentState.DROPPED
    assert book.kept(made[0].id) == book.kept(made[0].id)
    with pytest.raises(ConflictError, match="is kept already"):
        book.missed(made[0].id, "no flour")
    with pytest.raises(InvalidArgumentError, match="reason: a missed commitment needs one"):
        book.missed(made[3].id, "")
    with pytest.raises(NotFoundError):
        book.kept(99)
    assert book.commitments("kitchen") == [made[3]]
    assert [c.state for c in book.commitments("kitchen", only_open=False)][:2] == [
        CommitmentState.KEPT,
        CommitmentState.MISSED,
    ]


def test_a_note_is_for_one_day(book: Book) -> None:
    note = book.note("kitchen", MONDAY + DAY, "The choir comes at two.", source="front office")
    assert book.notes("kitchen", MONDAY + DAY) == [note]
    assert book.notes("kitchen", MONDAY) == []
    assert note.source == "front office"
    assert "The choir comes at two." in some(book.agenda("kitchen", MONDAY + DAY)).to_text()


def test_entries_are_values(book: Book) -> None:
    entries = [
        book.win("kitchen", "A win.", who=["ravi"], by="ze"),
        book.lesson("kitchen", "Ask first."),
        book.commit("kitchen", "ravi", "Do it.", due=MONDAY),
        book.note("kitchen", MONDAY, "A note."),
        book.calendar("kitchen", MONDAY, MONDAY + DAY)[0],
    ]
    names = {**vars(huddlekit), "datetime": dt}
    for entry in entries:
        assert copy.copy(entry) == entry == pickle.loads(pickle.dumps(entry))
        assert eval(repr(entry), names) == entry
    assert {type(e) for e in entries} > {Story, Commitment, Huddle}
    assert isinstance(entries[4], Huddle)
    assert entries[4].starts == dt.datetime(2026, 11, 23, 10, 45, tzinfo=dt.UTC)
