import copy
import datetime
import pickle
from datetime import date

import pytest
from desk import MONDAY, PLAYBOOK, day, four_weeks_old, huddle, leader, other_than

import huddlekit
from huddlekit import (
    Absence,
    ConflictError,
    ExposureRow,
    HuddleError,
    InvalidArgumentError,
    NotFoundError,
    Person,
    Role,
    RosterLine,
    SegmentKind,
    SimulatedPerson,
    SimulatedTime,
    SimulatedValue,
    Simulation,
    Turn,
)

ANA = Person("ana", "Ana Costa")


@pytest.fixture
def book():
    with four_weeks_old() as book:
        yield book


@pytest.mark.parametrize("role", Role)
def test_the_coming_turns_come_true(book, role):
    turns = book.team("front-desk").rota(role, 14)
    assert [turn.day for turn in turns] == [day(n) for n in range(14)]
    assert not any(turn.published for turn in turns)
    for turn in turns:
        agenda = book.team("front-desk").publish(turn.day)
        assert (agenda.id, turn.role) == (turn.huddle, role)
        assert turn.who == (agenda.facilitator if role is Role.LEAD else agenda.customers_seat)
    again = book.team("front-desk").rota(role, 14)
    assert all(turn.published for turn in again)
    assert [turn.who for turn in again] == [turn.who for turn in turns]


def test_five_turns_of_leading_from_today_unless_said_otherwise(book):
    assert book.team("front-desk").rota() == book.team("front-desk").rota(Role.LEAD, 5, start=MONDAY)
    assert [t.day for t in book.team("front-desk").rota(n=2, start=day(9))] == [day(9), day(10)]
    past = book.team("front-desk").rota(n=3, start=day(-1))
    assert [turn.published for turn in past] == [True, False, False]


def test_who_does_not_lead_has_no_turn(book):
    turns = book.team("front-desk").rota(n=100)
    assert {turn.who.key for turn in turns} == {"ana", "ben", "caro"}


def test_a_skipped_turn_is_kept_for_the_next_time(book):
    first = leader(book, 0)
    turn = book.huddle(huddle(0)).skip()
    assert (turn.huddle, turn.day, turn.role, turn.published) == (huddle(0), MONDAY, Role.LEAD, False)
    assert turn.who.key != first
    assert book.team("front-desk").publish(MONDAY).facilitator == turn.who
    assert leader(book, 1) == first


def test_skipping_a_published_turn_revises_the_agenda(book):
    agenda = book.team("front-desk").publish(MONDAY)
    turn = book.huddle(agenda.id).skip(Role.SEAT)
    revised = book.team("front-desk").agenda(MONDAY)
    assert (turn.published, revised.revision, revised.customers_seat) == (True, 2, turn.who)
    assert turn.who != agenda.customers_seat
    assert (revised.facilitator, revised.value) == (agenda.facilitator, agenda.value)
    assert book.huddle(agenda.id).revisions()[0] == agenda


def test_swapped_turns_are_taken_by_the_other_each(book):
    before = book.team("front-desk").rota(n=20)
    mine = before[0].who
    theirs = next(turn for turn in before if turn.who not in (mine, None) and turn.who.key != "ben")
    now, later = book.huddle(huddle(0)).swap(theirs.who.key)
    assert (now.huddle, now.who) == (huddle(0), theirs.who)
    assert (later.huddle, later.who) == (theirs.huddle, mine)
    assert book.team("front-desk").publish(MONDAY).facilitator == theirs.who
    coming = {turn.huddle: turn.who for turn in book.team("front-desk").rota(n=20)}
    assert coming[theirs.huddle] == mine


def test_a_swap_with_somebody_who_is_away_afterwards_is_one_turn(book):
    colleague = other_than(leader(book, 0))
    book.people().away(colleague, day(1), day(70))
    assert [turn.who.key for turn in book.huddle(huddle(0)).swap(colleague)] == [colleague]


def test_a_turn_given_back_shows_its_reason(book):
    agenda = book.team("front-desk").publish(MONDAY)
    huddle = book.huddle(agenda.id)
    turn = huddle.skip(reason="Lost her voice")
    revised = huddle.agenda()
    assert (revised.revision, revised.reason) == (2, "Lost her voice")
    assert turn.who == revised.facilitator not in (agenda.facilitator, None)
    assert leader(book, 1) == agenda.facilitator.key
    turn = huddle.skip(Role.SEAT, reason="At the dentist")
    seat = huddle.agenda()
    assert (seat.revision, seat.facilitator) == (3, revised.facilitator)
    assert turn.who == seat.customers_seat != revised.customers_seat


def test_when_everybody_gives_the_turn_back_nobody_leads(book):
    agenda = book.team("front-desk").publish(MONDAY)
    gone = [agenda.facilitator.key]
    while turn := book.huddle(agenda.id).skip(reason="Not today").who:
        gone.append(turn.key)
    assert sorted(gone) == ["ana", "ben", "caro"]
    assert book.team("front-desk").rota(n=1)[0].who is None
    with pytest.raises(ConflictError, match="nobody has the role lead"):
        book.huddle(agenda.id).skip(reason="Not today")


def test_what_cannot_be_agreed_on(book):
    lead = leader(book, 0)
    with pytest.raises(ConflictError, match='does not take turns, got "dora"'):
        book.huddle(huddle(0)).swap("dora")
    with pytest.raises(ConflictError, match="is not in the team front-desk"):
        book.huddle(huddle(0)).swap("eli")
    with pytest.raises(ConflictError, match="is not expected"):
        book.huddle(huddle(5)).swap("ben")  # a Saturday
    with pytest.raises(ConflictError, match="has this turn already"):
        book.huddle(huddle(0)).swap(lead)
    with pytest.raises(NotFoundError, match='got "anna"; did you mean "ana"'):
        book.huddle(huddle(0)).swap("anna")
    with pytest.raises(NotFoundError, match="not published"):
        book.huddle(huddle(0)).skip(reason="Not today")
    assert leader(book, 0) == lead, "a refused call changes nothing"


def test_a_swap_with_somebody_who_has_left_is_refused(book):
    book.load(
        huddlekit.parse_playbook(PLAYBOOK.replace('{ key = "caro", name = "Caro Lind" },', ""), name="desk")
    )
    with pytest.raises(ConflictError, match="is not in the team"):
        book.huddle(huddle(1)).swap("caro")


def test_what_is_over_is_over(book):
    agenda = book.team("front-desk").publish(MONDAY)
    book.huddle(agenda.id).complete()
    other = other_than(agenda.facilitator.key)
    for call in (
        lambda: book.huddle(agenda.id).skip(),
        lambda: book.huddle(agenda.id).swap(other),
        lambda: book.huddle(agenda.id).skip(reason="Too late"),
    ):
        with pytest.raises(ConflictError, match="is completed already"):
            call()
    assert book.team("front-desk").agenda(MONDAY) == agenda


@pytest.mark.parametrize("published", [False, True])
def test_a_huddle_that_was_cancelled_has_no_turns(book, published):
    if published:
        book.team("front-desk").publish(MONDAY)
    book.huddle(huddle(0)).cancel("Fire drill")
    for call in (
        lambda: book.huddle(huddle(0)).skip(),
        lambda: book.huddle(huddle(0)).swap("ana"),
        lambda: book.huddle(huddle(0)).skip(reason="Ill"),
    ):
        with pytest.raises(ConflictError, match="was cancelled"):
            call()


@pytest.mark.parametrize("n", [0, -1, 101])
def test_a_number_of_turns_out_of_range_is_named(book, n):
    with pytest.raises(InvalidArgumentError, match=f"n: must be between 1 and 100, got {n}"):
        book.team("front-desk").rota(n=n)


def test_what_is_no_huddle_is_not_found(book):
    for call in (
        lambda id: book.huddle(id).skip(),
        lambda id: book.huddle(id).swap("ana"),
        lambda id: book.huddle(id).skip(reason="Ill"),
    ):
        for id in (f"front-desk/{MONDAY}/noon", f"front-desks/{MONDAY}/morning"):
            with pytest.raises(NotFoundError):
                call(id)
        for id in ("", "front-desk", f"front-desk/{MONDAY}", "front-desk/2026-02-30/morning", "a/b/c/d"):
            with pytest.raises(HuddleError):
                call(id)
    with pytest.raises(NotFoundError, match='did you mean "front-desk"'):
        book.team("front-dest").rota()


def test_roles_are_no_text_and_reasons_are_not_empty(book):
    agenda = book.team("front-desk").publish(MONDAY)
    with pytest.raises(TypeError):
        book.huddle(agenda.id).skip("lead")
    for reason in ("x" * 2001, "a\x00b"):
        with pytest.raises(InvalidArgumentError, match="reason: "):
            book.huddle(agenda.id).skip(reason=reason)
    assert book.team("front-desk").agenda(MONDAY).revision == 1


VALUES = [
    Turn(huddle(0), MONDAY),
    Turn(huddle(0), MONDAY, role=Role.SEAT, who=ANA, published=True),
    Absence(who=ANA, first=MONDAY, last=day(3), id=7),
    RosterLine(MONDAY, "morning", "ana"),
    ExposureRow(who=ANA, value="own-it"),
    ExposureRow(who=ANA, value="own-it", times=3, behind=-0.25, last=MONDAY),
    SimulatedPerson(team="front-desk", who=ANA, attended=9, led=3, seat=2, unheard=["easy"]),
    SimulatedValue(team="front-desk", value="own-it", huddles=3),
    SimulatedTime(segment=SegmentKind.VALUE, huddles=3, total=270),
    Simulation(
        huddles=3,
        people=[SimulatedPerson(team="front-desk", who=ANA)],
        values=[SimulatedValue(team="front-desk", value="own-it")],
        time=[SimulatedTime(segment=SegmentKind.SEAT)],
        warnings=["Nobody leads."],
    ),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_values_compare_copy_pickle_and_read_like_the_call(value):
    assert eval(repr(value), vars(huddlekit) | {"datetime": datetime}) == value
    for again in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert again == value
        assert again is not value
        assert hash(again) == hash(value)
    assert [other for other in VALUES if other == value] == [value]
    assert value != "something else"
    with pytest.raises(AttributeError):
        value.who = None


def test_values_take_dates_without_a_time():
    with pytest.raises(TypeError):
        Turn(huddle(0), datetime.datetime(2026, 11, 23))
    with pytest.raises(TypeError):
        RosterLine("2026-11-23", "morning", "ana")
    assert Absence(who=ANA, first=date(1, 1, 1), last=date.max).last == date.max
