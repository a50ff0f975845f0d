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
    turns = book.who_is_next("front-desk", role, 14)
    assert [turn.day for turn in turns] == [day(n) for n in range(14)]
    assert not any(turn.published for turn in turns)
    for turn in turns:
        agenda = book.publish("front-desk", turn.day)
        assert (agenda.id, turn.role) == (turn.huddle, role)
        assert turn.who == (agenda.facilitator if role is Role.LEAD else agenda.customers_seat)
    again = book.who_is_next("front-desk", role, 14)
    assert all(turn.published for turn in again)
    assert [turn.who for turn in again] == [turn.who for turn in turns]


def test_five_turns_of_leading_from_today_unless_said_otherwise(book):
    assert book.who_is_next("front-desk") == book.who_is_next("front-desk", Role.LEAD, 5, start=MONDAY)
    assert [t.day for t in book.who_is_next("front-desk", n=2, start=day(9))] == [day(9), day(10)]
    past = book.who_is_next("front-desk", n=3, start=day(-1))
    assert [turn.published for turn in past] == [True, False, False]


def test_who_does_not_lead_has_no_turn(book):
    turns = book.who_is_next("front-desk", n=100)
    assert {turn.who.key for turn in turns} == {"ana", "ben", "caro"}


def test_a_skipped_turn_is_kept_for_the_next_time(book):
    first = leader(book, 0)
    turn = book.skip(huddle(0))
    assert (turn.huddle, turn.day, turn.role, turn.published) == (huddle(0), MONDAY, Role.LEAD, False)
    assert turn.who.key != first
    assert book.publish("front-desk", MONDAY).facilitator == turn.who
    assert leader(book, 1) == first


def test_skipping_a_published_turn_revises_the_agenda(book):
    agenda = book.publish("front-desk", MONDAY)
    turn = book.skip(agenda.id, Role.SEAT)
    revised = book.agenda("front-desk", MONDAY)
    assert (turn.published, revised.revision, revised.customers_seat) == (True, 2, turn.who)
    assert turn.who != agenda.customers_seat
    assert (revised.facilitator, revised.value) == (agenda.facilitator, agenda.value)
    assert book.revisions(agenda.id)[0] == agenda


def test_swapped_turns_are_taken_by_the_other_each(book):
    before = book.who_is_next("front-desk", n=20)
    mine = before[0].who
    theirs = next(turn for turn in before if turn.who not in (mine, None) and turn.who.key != "ben")
    now, later = book.swap(huddle(0), theirs.who.key)
    assert (now.huddle, now.who) == (huddle(0), theirs.who)
    assert (later.huddle, later.who) == (theirs.huddle, mine)
    assert book.publish("front-desk", MONDAY).facilitator == theirs.who
    coming = {turn.huddle: turn.who for turn in book.who_is_next("front-desk", n=20)}
    assert coming[theirs.huddle] == mine


def test_a_swap_with_somebody_who_is_away_afterwards_is_one_turn(book):
    colleague = other_than(leader(book, 0))
    book.away(colleague, day(1), day(70))
    assert [turn.who.key for turn in book.swap(huddle(0), colleague)] == [colleague]


def test_a_turn_given_back_shows_its_reason(book):
    agenda = book.publish("front-desk", MONDAY)
    revised = book.give_back(agenda.id, "Lost her voice")
    assert (revised.revision, revised.reason) == (2, "Lost her voice")
    assert revised.facilitator not in (agenda.facilitator, None)
    assert leader(book, 1) == agenda.facilitator.key
    seat = book.give_back(agenda.id, "At the dentist", Role.SEAT)
    assert (seat.revision, seat.facilitator) == (3, revised.facilitator)
    assert seat.customers_seat != revised.customers_seat


def test_when_everybody_gives_the_turn_back_nobody_leads(book):
    agenda = book.publish("front-desk", MONDAY)
    gone = [agenda.facilitator.key]
    while (revised := book.give_back(agenda.id, "Not today")).facilitator:
        gone.append(revised.facilitator.key)
    assert sorted(gone) == ["ana", "ben", "caro"]
    assert book.who_is_next("front-desk", n=1)[0].who is None
    with pytest.raises(ConflictError, match="nobody has the role lead"):
        book.give_back(agenda.id, "Not today")


def test_what_cannot_be_agreed_on(book):
    lead = leader(book, 0)
    with pytest.raises(ConflictError, match='does not take turns, got "dora"'):
        book.swap(huddle(0), "dora")
    with pytest.raises(ConflictError, match="is not in the team front-desk"):
        book.swap(huddle(0), "eli")
    with pytest.raises(ConflictError, match="is not expected"):
        book.swap(huddle(5), "ben")  # a Saturday
    with pytest.raises(ConflictError, match="has this turn already"):
        book.swap(huddle(0), lead)
    with pytest.raises(NotFoundError, match='got "anna"; did you mean "ana"'):
        book.swap(huddle(0), "anna")
    with pytest.raises(NotFoundError, match="not published"):
        book.give_back(huddle(0), "Not today")
    assert leader(book, 0) == lead, "a refused call changes nothing"


def test_a_swap_with_somebody_who_has_left_is_refused(book):
    book.load(
        huddlekit.parse_playbook(PLAYBOOK.replace('{ key = "caro", name = "Caro Lind" },', ""), name="desk")
    )
    with pytest.raises(ConflictError, match="is not in the team"):
        book.swap(huddle(1), "caro")


def test_what_is_over_is_over(book):
    agenda = book.publish("front-desk", MONDAY)
    book.complete(agenda.id)
    other = other_than(agenda.facilitator.key)
    for call in (
        lambda: book.skip(agenda.id),
        lambda: book.swap(agenda.id, other),
        lambda: book.give_back(agenda.id, "Too late"),
    ):
        with pytest.raises(ConflictError, match="cannot be revised"):
            call()
    assert book.agenda("front-desk", MONDAY) == agenda


@pytest.mark.parametrize("published", [False, True])
def test_a_huddle_that_was_cancelled_has_no_turns(book, published):
    if published:
        book.publish("front-desk", MONDAY)
    book.cancel(huddle(0), "Fire drill")
    for call in (
        lambda: book.skip(huddle(0)),
        lambda: book.swap(huddle(0), "ana"),
        lambda: book.give_back(huddle(0), "Ill"),
    ):
        with pytest.raises(ConflictError, match="was cancelled"):
            call()


@pytest.mark.parametrize("n", [0, -1, 101])
def test_a_number_of_turns_out_of_range_is_named(book, n):
    with pytest.raises(InvalidArgumentError, match=f"n: must be between 1 and 100, got {n}"):
        book.who_is_next("front-desk", n=n)


def test_what_is_no_huddle_is_not_found(book):
    for call in (book.skip, lambda id: book.swap(id, "ana"), lambda id: book.give_back(id, "Ill")):
        for id in (f"front-desk/{MONDAY}/noon", f"front-desks/{MONDAY}/morning"):
            with pytest.raises(NotFoundError):
                call(id)
        for id in ("", "front-desk", f"front-desk/{MONDAY}", "front-desk/2026-02-30/morning", "a/b/c/d"):
            with pytest.raises(HuddleError):
                call(id)
    with pytest.raises(NotFoundError, match='did you mean "front-desk"'):
        book.who_is_next("front-dest")


def test_roles_are_no_text_and_reasons_are_not_empty(book):
    agenda = book.publish("front-desk", MONDAY)
    with pytest.raises(TypeError):
        book.skip(agenda.id, "lead")
    for reason in ("", "x" * 2001, "a\x00b"):
        with pytest.raises(InvalidArgumentError, match="reason: "):
            book.give_back(agenda.id, reason)
    assert book.agenda("front-desk", MONDAY).revision == 1


VALUES = [
    Turn(huddle(0), MONDAY),
    Turn(huddle(0), MONDAY, role=Role.SEAT, who=ANA, published=True),
    Absence(who=ANA, start=MONDAY, until=day(3), id=7),
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
    assert [other for other in VALUES if other == value] == [value]
    assert value != "something else"
    with pytest.raises(TypeError):
        hash(value)
    with pytest.raises(AttributeError):
        value.who = None


def test_values_take_dates_without_a_time():
    with pytest.raises(TypeError):
        Turn(huddle(0), datetime.datetime(2026, 11, 23))
    with pytest.raises(TypeError):
        RosterLine("2026-11-23", "morning", "ana")
    assert Absence(who=ANA, start=date(1, 1, 1), until=date.max).until == date.max
