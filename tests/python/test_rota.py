import copy
import datetime
import pickle
from datetime import date, timedelta

import pytest
from desk import MONDAY, PLAYBOOK, desk

import huddlekit
from huddlekit import (
    Absence,
    ConflictError,
    ExposureRow,
    HuddleError,
    InvalidArgumentError,
    NotFoundError,
    ParseError,
    Person,
    Role,
    RosterLine,
    SegmentKind,
    SimulatedPerson,
    SimulatedTime,
    SimulatedValue,
    Simulation,
    Turn,
    parse_roster,
    simulate,
)

ANA = Person("ana", "Ana Costa")


def day(n):
    return MONDAY + timedelta(days=n)


def huddle(n):
    return f"front-desk/{day(n)}/morning"


@pytest.fixture
def book():
    """Four weeks old, so that nobody is new."""
    with desk() as book:
        for n in range(-28, 0):
            book.publish("front-desk", day(n))
        yield book


def leader(book, n):
    who = book.agenda("front-desk", day(n)).facilitator
    return who and who.key


def other_than(*keys):
    return next(key for key in ("ana", "caro") if key not in keys)


# --- turns --------------------------------------------------------------------------------------------


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


# --- absences and rosters -------------------------------------------------------------------------------


def test_who_is_away_has_no_turn_and_is_missed_aloud(book):
    absence = book.away("ana", MONDAY, day(6))
    assert absence == Absence(who=ANA, start=MONDAY, until=day(6), id=absence.id)
    assert ANA not in [turn.who for turn in book.who_is_next("front-desk", n=7)]
    assert "Ana Costa is away" in book.agenda("front-desk", MONDAY).segments[0].text
    assert "Away: Ana Costa." in book.private_note("front-desk", MONDAY)
    turns = book.who_is_next("front-desk", n=10)  # of three people's
    assert ANA in [turn.who for turn in turns[7:]], "has a turn once she is back"


def test_an_absence_taken_back_leaves_no_trace(book):
    before = book.plan("front-desk", MONDAY, day(9))
    absence = book.away("ana", MONDAY, day(6))
    assert book.plan("front-desk", MONDAY, day(9)) != before
    book.cancel_absence(absence.id)
    assert book.plan("front-desk", MONDAY, day(9)) == before
    with pytest.raises(NotFoundError, match="no such absence"):
        book.cancel_absence(absence.id)


def test_absences_are_listed_where_they_touch_the_days_asked_for(book):
    absence = book.away("ana", day(3), day(5))
    for start, end, found in [
        (0, 3, []),
        (0, 4, [absence]),
        (5, 6, [absence]),
        (6, 9, []),
        (4, 4, []),
        (5, 3, []),
    ]:
        assert book.absences("front-desk", day(start), day(end)) == found, (start, end)
    assert book.absences("kitchen", day(0), day(9)) == []


@pytest.mark.parametrize(("start", "until"), [(3, 5), (4, 4), (0, 3), (5, 9), (0, 9)])
def test_absences_that_overlap_are_refused(book, start, until):
    absence = book.away("ana", day(3), day(5))
    with pytest.raises(ConflictError, match="ana is away already from 2026-11-26 to 2026-11-28"):
        book.away("ana", day(start), day(until))
    assert book.absences("front-desk", MONDAY, day(10)) == [absence]
    book.away("ben", day(start), day(until))  # somebody else's


def test_absences_may_touch(book):
    for start, until in [(3, 5), (6, 6), (0, 2)]:
        book.away("ana", day(start), day(until))
    assert [a.start for a in book.absences("front-desk", MONDAY, day(9))] == [day(0), day(3), day(6)]


def test_bad_absences(book):
    with pytest.raises(InvalidArgumentError, match="until: must not be before 2026-11-24, got 2026-11-23"):
        book.away("ana", day(1), day(0))
    with pytest.raises(NotFoundError, match='got "anna"; did you mean "ana"'):
        book.away("anna", day(0), day(1))
    with pytest.raises(TypeError):
        book.away("ana", datetime.datetime(2026, 11, 23), day(1))
    assert book.absences("front-desk", MONDAY, day(9)) == []


def test_everybody_away_is_a_normal_answer(book):
    for who in ("ana", "ben", "caro", "dora"):
        book.away(who, MONDAY, MONDAY)
    agenda = book.publish("front-desk", MONDAY)
    assert agenda.facilitator is agenda.customers_seat is None
    assert "Nobody is expected" in agenda.segments[0].why
    with pytest.raises(ConflictError, match="nobody has the role"):
        book.skip(agenda.id)


def test_a_roster_decides_who_is_expected(book):
    lines = parse_roster("date,huddle,member\n2026-11-23,morning,caro\n2026-11-23,morning,dora\n")
    assert lines == [RosterLine(MONDAY, "morning", "caro"), RosterLine(MONDAY, "morning", "dora")]
    assert book.load_roster("front-desk", lines) == 1
    assert leader(book, 0) == "caro"
    assert book.load_roster("front-desk", [RosterLine(MONDAY, "morning", "ben")]) == 1
    assert leader(book, 0) == "ben", "the new one replaces the old one"


def test_a_roster_wins_over_working_days_and_absences(book):
    saturday = day(5)
    book.away("ben", saturday, saturday)
    book.load_roster("front-desk", [RosterLine(saturday, "", "ben")])  # the only huddle it can be
    assert leader(book, 5) == "ben"


def test_somebody_lent_by_another_team_comes_but_has_no_turn(book):
    book.load_roster("front-desk", [RosterLine(MONDAY, "morning", "eli")])
    agenda = book.publish("front-desk", MONDAY)
    assert agenda.facilitator is None
    assert "Eli Haddad" in book.private_note("front-desk", MONDAY)


def test_a_roster_is_loaded_whole_or_not_at_all(book):
    before = leader(book, 0)
    other = other_than(before)
    good = RosterLine(MONDAY, "morning", other)
    for bad in (RosterLine(day(1), "noon", "ana"), RosterLine(day(1), "morning", "anna")):
        with pytest.raises(NotFoundError, match="did you mean|no such huddle"):
            book.load_roster("front-desk", [good, bad])
        assert leader(book, 0) == before
    assert book.load_roster("front-desk", []) == 0


def test_a_roster_is_read_as_spreadsheets_write_it():
    assert parse_roster("\ufeffdate,huddle,member\r\n\r\n2026-11-23,,ana\r\n") == [
        RosterLine(MONDAY, "", "ana")
    ]


def test_every_bad_line_of_a_roster_is_told():
    csv = """date,huddle,member
2026-02-30,morning,ben
2026-11-23,morning,ana
2026-11-23,morning
2026-11-23,morning,ana,twice

2026-11-23,morning,
"""
    with pytest.raises(ParseError) as caught:
        parse_roster(csv, name="week.csv")
    problems = caught.value.problems
    assert [(p.file, p.line, p.column) for p in problems] == [
        ("week.csv", 2, 1),
        ("week.csv", 4, 1),
        ("week.csv", 5, 1),
        ("week.csv", 7, 20),
    ]
    assert "2026-02-30" in problems[0].rule
    assert problems[1].rule == 'must have three columns, got "2026-11-23,morning"'
    assert problems[3].rule == "member: must not be empty"


@pytest.mark.parametrize(
    ("csv", "rule"),
    [
        ("", "must hold at least one line below the header"),
        ("date,huddle,member\n", "must hold at least one line below the header"),
        ("day,huddle,member\n2026-11-23,morning,ana\n", "must begin with the header"),
        ("2026-11-23,morning,ana\n", "must begin with the header"),
        ("\n" * (4 << 20) + "\n", "must be at most 4 MiB"),
    ],
)
def test_what_is_no_roster(csv, rule):
    with pytest.raises(ParseError, match=rule):
        parse_roster(csv)


# --- who has heard what -----------------------------------------------------------------------------------


def heard(book, who):
    return {row.value: row.times for row in book.exposure("front-desk") if row.who.key == who}


def test_exposure_has_a_row_for_every_member_and_value(book):
    rows = book.exposure("front-desk")
    assert [(row.who.key, row.value) for row in rows] == [
        (who, value) for who in ("ana", "ben", "caro", "dora") for value in ("own-it", "listen", "easy")
    ]
    assert sum(heard(book, "ana").values()) == 28
    assert sum(heard(book, "ben").values()) == 20, "who comes on working days hears no more"
    for who in ("ana", "ben", "caro", "dora"):
        behind = [row.behind for row in rows if row.who.key == who]
        assert sum(behind) == pytest.approx(0, abs=1e-9), "what one value lacks the others have had"
    assert {row.last for row in rows if row.who.key == "ana"} <= {day(n) for n in range(-28, 0)}


def test_before_the_first_huddle_nobody_has_heard_anything():
    with desk() as book:
        assert {(r.times, r.behind, r.last) for r in book.exposure("front-desk")} == {(0, 0.0, None)}


def test_attendance_counts_where_it_was_recorded(book):
    agenda = book.publish("front-desk", MONDAY)
    ana, caro = heard(book, "ana"), heard(book, "caro")
    book.complete(agenda.id, attended=["caro", "eli"], led_by="caro")
    assert heard(book, "ana") == ana | {agenda.value: ana[agenda.value] - 1}
    assert heard(book, "caro") == caro


def test_amending_puts_the_books_right(book):
    agenda = book.publish("front-desk", MONDAY)
    planned = agenda.facilitator.key
    other = other_than(planned)
    before = book.exposure("front-desk")
    book.complete(agenda.id, attended=[other], led_by=other, took=600)
    assert leader(book, 1) == planned, "the turn was not taken"
    book.amend(agenda.id, led_by=planned)
    assert book.exposure("front-desk") == before
    assert leader(book, 1) != planned


def test_what_cannot_be_amended(book):
    with pytest.raises(NotFoundError, match="not published"):
        book.amend(huddle(1))
    agenda = book.publish("front-desk", MONDAY)
    with pytest.raises(ConflictError, match="is not completed"):
        book.amend(agenda.id)
    book.complete(agenda.id)
    other = other_than(agenda.facilitator.key)
    with pytest.raises(
        InvalidArgumentError, match=f'led_by: must be one of those who attended, got "{other}"'
    ):
        book.amend(agenda.id, attended=["ben"], led_by=other)
    with pytest.raises(InvalidArgumentError, match="took: must be between 0 and 86400 s, got 86401"):
        book.amend(agenda.id, took=86_401)
    with pytest.raises(NotFoundError, match='got "anna"'):
        book.amend(agenda.id, attended=["anna"])


def test_names_stand_in_the_private_note_and_not_on_the_wall(book):
    zoe = '  { key = "zoe", name = "Zoe Marsh" },\n]'
    book.load(huddlekit.parse_playbook(PLAYBOOK.replace("]\nhuddle", zoe + "\nhuddle", 1), name="desk"))
    preview = book.private_note("front-desk", MONDAY)
    agenda = book.publish("front-desk", MONDAY, huddle="morning")
    note = book.private_note("front-desk", MONDAY, huddle="morning")
    assert note == preview
    assert f"New to “{agenda.value_name}”: Zoe Marsh." in note
    assert "In their first huddle: Zoe Marsh." in note
    assert "Zoe" not in agenda.to_json()
    assert "has not heard it yet" in agenda.to_json()


def test_a_note_on_what_is_not_there(book):
    book.cancel(huddle(3), "Fire drill")
    assert book.private_note("front-desk", day(3)) == ""
    assert book.private_note("front-desk", MONDAY) == "", "nobody is new, nobody is away"
    with pytest.raises(NotFoundError):
        book.private_note("front-desk", MONDAY, huddle="noon")


# --- what if ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def playbook():
    return huddlekit.parse_playbook(PLAYBOOK, name="desk")


def test_a_simulation_is_the_same_every_time_and_adds_up(playbook):
    result = simulate(playbook, weeks=8, attendance=0.9)
    assert result == simulate(playbook, weeks=8, attendance=0.9, seed=1)
    assert result != simulate(playbook, weeks=8, attendance=0.9, seed=2)
    assert result.huddles == 8 * 7 * 2 == sum(row.huddles for row in result.values)
    ben = next(row for row in result.people if row.who.key == "ben")
    assert 0.75 * 40 <= ben.attended <= 40
    assert {row.huddles for row in result.time if row.segment is SegmentKind.VALUE} == {result.huddles}
    assert sum(row.total for row in result.time) == result.huddles * 600


def test_with_everybody_there_the_turns_are_shared_alike(playbook):
    result = simulate(playbook, start=MONDAY)
    led = {row.who.key: row.led for row in result.people if row.team == "front-desk"}
    assert sum(led.values()) == 42
    assert led["dora"] == 0
    assert max(led["ana"], led["caro"]) - min(led["ana"], led["caro"]) <= 1
    assert all(row.unheard == [] for row in result.people)


@pytest.mark.parametrize("seed", range(5))
def test_who_stands_in_for_the_leader_is_one_who_leads(playbook, seed):
    result = simulate(playbook, weeks=8, attendance=0.5, seed=seed)
    dora = next(row for row in result.people if row.who.key == "dora")
    alone = 8 * 7 * 0.5**3  # about as often nobody else came
    assert dora.led <= 2 * alone


def test_without_anybody_nothing_is_heard(playbook):
    result = simulate(playbook, attendance=0)
    assert {(row.attended, row.led, row.seat) for row in result.people} == {(0, 0, 0)}
    assert result.huddles == 6 * 7 * 2


def test_a_simulation_warns_of_what_would_go_wrong():
    values = "".join(f'[[value]]\nkey = "v{n}"\nname = "Value {n}"\n' for n in range(12))
    playbook = huddlekit.parse_playbook(PLAYBOOK.replace('"Mon-Fri"', '"Mon"') + values, name="desk")
    warnings = simulate(playbook, weeks=6).warnings
    assert any(text.startswith("Ben Okafor (Front desk) would not hear") for text in warnings)
    assert any("Kitchen" in text and "only one person could lead" in text for text in warnings)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"weeks": 0}, "weeks: must be between 1 and 104, got 0"),
        ({"weeks": 105}, "weeks: must be between 1 and 104, got 105"),
        ({"attendance": -0.1}, "attendance: must be between 0 and 1"),
        ({"attendance": 1.1}, "attendance: must be between 0 and 1"),
        ({"attendance": float("nan")}, "attendance: must be between 0 and 1"),
        ({"attendance": float("inf")}, "attendance: must be between 0 and 1"),
    ],
)
def test_a_bad_option_of_a_simulation_is_named(playbook, options, message):
    with pytest.raises(InvalidArgumentError, match=message):
        simulate(playbook, **options)


def test_a_playbook_without_an_organisation_is_refused():
    with pytest.raises(InvalidArgumentError, match="playbook: must have an organisation"):
        simulate(huddlekit.Playbook("empty", values=[huddlekit.Value("own-it", "Own it")]))


# --- values -------------------------------------------------------------------------------------------------

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
