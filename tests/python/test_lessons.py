"""Lessons that come back, promises and matters between teams, in Python."""

import copy
import datetime as dt
import pickle

import pytest

import huddlekit
from huddlekit import (
    AlikeLessons,
    Audience,
    Book,
    ConflictError,
    HandOff,
    InvalidArgumentError,
    KeptRate,
    KeptReason,
    KeptSide,
    LessonLoad,
    LessonReview,
    LessonStanding,
    LessonState,
    NotFoundError,
    ProposalKind,
    ProposalState,
    Rating,
    RecallState,
    Renegotiation,
    SegmentKind,
)

DAY = dt.timedelta(days=1)
MONDAY = dt.date(2026, 11, 23)


@pytest.fixture
def book():
    now = dt.datetime(2026, 11, 23, 6, tzinfo=dt.UTC)
    with huddlekit.open(":memory:", create=True, now=lambda: now) as book:
        book.load_pack("harbour-hotel")
        yield book


def segment(agenda, kind):
    return next((s for s in agenda.segments if s.kind is kind), None)


def test_a_rating_decides_when_a_lesson_comes_back(book: Book) -> None:
    lesson = book.team("kitchen").lesson("Label every tray.", audience=Audience.EVERYONE)
    assert (lesson.audience, lesson.state) == (Audience.EVERYONE, LessonState.ACTIVE)
    agenda = book.team("kitchen").publish(MONDAY)
    book.huddle(agenda.id).complete(lesson_rating=2)
    assert book.journal().reviews(lesson.id, "kitchen") == [
        LessonReview(huddle=agenda.id, day=MONDAY, rating=Rating.HARD, assumed=False)
    ]
    (standing,) = book.journal().recall("kitchen")
    assert standing.due == MONDAY + DAY
    assert standing.remembered == 1.0
    (later,) = book.journal().recall("kitchen", day=MONDAY + 30 * DAY)
    assert 0 < later.remembered < 0.9
    assert book.journal().recall("front-desk")[0].state is None, "every team remembers for itself"
    book.huddle(agenda.id).amend(covered=["open", "value"])
    assert book.journal().reviews(lesson.id, "kitchen") == []
    assert book.journal().rebuild_recall() == 0
    for wrong in (0, 5):
        with pytest.raises(
            InvalidArgumentError, match=f"lesson_rating: must be between 1 and 4, got {wrong}"
        ):
            book.huddle(agenda.id).amend(lesson_rating=wrong)


def test_lessons_are_merged_and_retired(book: Book) -> None:
    ids = [book.team("kitchen").lesson(text).id for text in ("One.", "Two.", "Three.")]
    assert book.journal().retire(ids[0], "in the checklist").reason == "in the checklist"
    assert book.journal().merge(ids[1], ids[2]).merged_into == ids[2]
    assert [lesson.id for lesson in book.team("kitchen").lessons()] == ids[2:]
    assert len(book.team("kitchen").lessons(only_active=False)) == 3
    with pytest.raises(ConflictError, match="is merged already"):
        book.journal().retire(ids[1], "x")
    load = book.journal().lesson_load("kitchen")
    assert load.room > 15
    assert 0 < load.new_per_month < load.room
    assert not load.over


def test_a_matter_goes_to_another_team_and_its_answer_comes_back(book: Book) -> None:
    miss = book.team("front-desk").miss("A guest got nuts although the booking said no nuts.")
    raised = book.journal().hand_off(miss.id, "kitchen", "Can allergies stand on the slip?")
    assert book.team("kitchen").hand_offs() == [raised] == book.team("front-desk").hand_offs()
    promises = segment(book.team("kitchen").agenda(MONDAY), SegmentKind.PROMISES)
    assert "Can allergies stand on the slip?" in promises.points[-1].text
    with pytest.raises(InvalidArgumentError, match="by: must be in the team that was asked"):
        book.journal().answer(raised.id, "Yes.", by="ana")
    member = next(t for t in book.playbook().teams if t.key == "kitchen").members[0].key
    answered = book.journal().answer(raised.id, "Yes, in red.", by=member)
    assert (answered.answered, answered.by.key) == (MONDAY, member)
    assert book.team("kitchen").hand_offs(only_open=True) == []
    promises = segment(book.team("front-desk").plan(MONDAY, MONDAY + DAY)[0], SegmentKind.PROMISES)
    assert "Yes, in red." in promises.points[-1].text
    with pytest.raises(NotFoundError, match='did you mean "kitchen"'):
        book.journal().hand_off(miss.id, "kitchn", "Help?")


def test_a_commitment_moves_and_the_rate_says_how_they_were_kept(book: Book) -> None:
    who = next(t for t in book.playbook().teams if t.key == "kitchen").members[0].key
    made = [book.team("kitchen").commit(who, f"Do {n}.", due=MONDAY, for_customer=n < 2) for n in range(3)]
    assert book.journal().renegotiate(made[0].id, MONDAY + DAY, "The part comes tomorrow").due == MONDAY + DAY
    assert book.journal().renegotiations(made[0].id) == [
        Renegotiation(day=MONDAY, before=MONDAY, after=MONDAY + DAY, reason="The part comes tomorrow")
    ]
    book.journal().kept(made[1].id)
    book.journal().missed(made[2].id, "no-time")
    rate = book.journal().kept_rate("kitchen", MONDAY, MONDAY + 7 * DAY)
    assert rate == KeptRate(
        customers=KeptSide(kept=1, open=1, renegotiated=1),
        colleagues=KeptSide(missed=1),
        reasons=[KeptReason("no-time", 1)],
    )
    assert (rate.customers.rate, rate.colleagues.rate, KeptSide().rate) == (1.0, 0.0, None)
    assert "no-time" in huddlekit.miss_reasons()


def test_proposals_wait_for_the_owner(book: Book) -> None:
    value = book.playbook().values[0].key
    prompt = book.proposals().add(ProposalKind.PROMPT, "Whom did you walk a step with?", value=value)
    assert (prompt.day, prompt.by) == (MONDAY, None)
    other = book.proposals().add(ProposalKind.WORDING, "Shorter.", value=value)
    assert book.proposals().list() == [prompt, other]
    assert book.proposals().accept(prompt.id).state is ProposalState.ACCEPTED
    assert book.proposals().decline(other.id, "Ours is shorter").reason == "Ours is shorter"
    assert book.proposals().list() == []
    assert len(book.proposals().list(None)) == 2
    pasted = huddlekit.parse_playbook(book.proposals().toml())
    assert [p.text for p in pasted.prompts] == ["Whom did you walk a step with?"]


def test_rows_are_values(book: Book) -> None:
    lesson = book.team("kitchen").lesson("Label every tray.")
    book.team("kitchen").publish(MONDAY)
    miss = book.team("front-desk").miss("A miss.")
    rows = [
        lesson,
        *book.journal().recall("kitchen"),
        *book.journal().reviews(lesson.id, "kitchen"),
        book.journal().lesson_load("kitchen"),
        LessonLoad(merge=[AlikeLessons(first=1, second=2, alike=0.5)], retire=[3]),
        LessonStanding(lesson=1, state=RecallState(stability=2.0, difficulty=5.0), due=MONDAY),
        book.journal().hand_off(miss.id, "kitchen", "Help?"),
        HandOff(team="a", to="b", question="?", raised=MONDAY, commitment=4),
        book.journal().kept_rate("kitchen", MONDAY, MONDAY + DAY),
        book.proposals().add(ProposalKind.PROMPT, "Why?", value=book.playbook().values[0].key),
        Renegotiation(day=MONDAY, before=MONDAY, after=MONDAY + DAY, reason="r"),
    ]
    names = {**vars(huddlekit), "datetime": dt}
    for row in rows:
        assert copy.copy(row) == row == pickle.loads(pickle.dumps(row))
        assert eval(repr(row), names) == row, repr(row)
