"""Who is away, who is on the roster, and who has heard what."""

import datetime

import pytest
from desk import MONDAY, PLAYBOOK, day, desk, four_weeks_old, huddle, leader, other_than

import huddlekit
from huddlekit import (
    Absence,
    ConflictError,
    InvalidArgumentError,
    NotFoundError,
    ParseError,
    Person,
    RosterLine,
    parse_roster,
)

ANA = Person("ana", "Ana Costa")


@pytest.fixture
def book():
    with four_weeks_old() as book:
        yield book


# --- absences and rosters -------------------------------------------------------------------------------


def test_who_is_away_has_no_turn_and_is_missed_aloud(book):
    absence = book.people().away("ana", MONDAY, day(6))
    assert absence == Absence(who=ANA, first=MONDAY, last=day(6), id=absence.id)
    assert ANA not in [turn.who for turn in book.team("front-desk").rota(n=7)]
    assert "Ana Costa is away" in book.team("front-desk").agenda(MONDAY).segments[0].text
    assert "Away: Ana Costa." in book.team("front-desk").leader_note(MONDAY)
    turns = book.team("front-desk").rota(n=10)  # of three people's
    assert ANA in [turn.who for turn in turns[7:]], "has a turn once she is back"


def test_an_absence_taken_back_leaves_no_trace(book):
    before = book.team("front-desk").plan(MONDAY, day(9))
    absence = book.people().away("ana", MONDAY, day(6))
    assert book.team("front-desk").plan(MONDAY, day(9)) != before
    book.people().cancel_absence(absence.id)
    assert book.team("front-desk").plan(MONDAY, day(9)) == before
    with pytest.raises(NotFoundError, match="no such absence"):
        book.people().cancel_absence(absence.id)


def test_absences_are_listed_where_they_touch_the_days_asked_for(book):
    absence = book.people().away("ana", day(3), day(5))
    for start, end, found in [
        (0, 3, []),
        (0, 4, [absence]),
        (5, 6, [absence]),
        (6, 9, []),
        (4, 4, []),
        (5, 3, []),
    ]:
        assert book.team("front-desk").absences(day(start), day(end)) == found, (start, end)
    assert book.team("kitchen").absences(day(0), day(9)) == []


@pytest.mark.parametrize(("start", "until"), [(3, 5), (4, 4), (0, 3), (5, 9), (0, 9)])
def test_absences_that_overlap_are_refused(book, start, until):
    absence = book.people().away("ana", day(3), day(5))
    with pytest.raises(ConflictError, match="ana is away already from 2026-11-26 to 2026-11-28"):
        book.people().away("ana", day(start), day(until))
    assert book.team("front-desk").absences(MONDAY, day(10)) == [absence]
    book.people().away("ben", day(start), day(until))  # somebody else's


def test_absences_may_touch(book):
    for start, until in [(3, 5), (6, 6), (0, 2)]:
        book.people().away("ana", day(start), day(until))
    assert [a.first for a in book.team("front-desk").absences(MONDAY, day(9))] == [day(0), day(3), day(6)]


def test_an_absence_may_be_without_an_end(book):
    team, people = book.team("front-desk"), book.people()
    absence = people.away("ana", day(2))
    assert absence == Absence(who=ANA, first=day(2), last=None, id=absence.id)
    assert team.absences(day(300), day(301)) == [absence]
    assert ANA not in [turn.who for turn in team.rota(n=30, start=day(2))]
    with pytest.raises(ConflictError, match="ana is away already from 2026-11-25 on, got 2027-06-11 on"):
        people.away("ana", day(200))
    with pytest.raises(InvalidArgumentError, match="last: must not be before 2026-11-25, got 2026-11-24"):
        people.end_absence(absence.id, day(1))
    assert team.absences(day(300), day(301)) == [absence]

    ended = people.end_absence(absence.id, day(5))
    assert ended == Absence(who=ANA, first=day(2), last=day(5), id=absence.id)
    assert team.absences(MONDAY, day(301)) == [ended]
    assert ANA in [turn.who for turn in team.rota(n=30, start=day(2))]
    other = people.away("ana", day(8))
    with pytest.raises(ConflictError, match="away already from 2026-12-01 on, got 2026-11-25 to 2026-12-01"):
        people.end_absence(absence.id, day(8))
    people.cancel_absence(other.id)
    with pytest.raises(NotFoundError, match=f"no such absence, got {other.id}"):
        people.end_absence(other.id, day(9))


def test_bad_absences(book):
    with pytest.raises(InvalidArgumentError, match="last: must not be before 2026-11-24, got 2026-11-23"):
        book.people().away("ana", day(1), day(0))
    with pytest.raises(NotFoundError, match='got "anna"; did you mean "ana"'):
        book.people().away("anna", day(0), day(1))
    with pytest.raises(TypeError):
        book.people().away("ana", datetime.datetime(2026, 11, 23), day(1))
    assert book.team("front-desk").absences(MONDAY, day(9)) == []


def test_everybody_away_is_a_normal_answer(book):
    for who in ("ana", "ben", "caro", "dora"):
        book.people().away(who, MONDAY, MONDAY)
    agenda = book.team("front-desk").publish(MONDAY)
    assert agenda.facilitator is agenda.customers_seat is None
    assert "Nobody is expected" in agenda.segments[0].why
    with pytest.raises(ConflictError, match="nobody has the role"):
        book.huddle(agenda.id).skip()


def test_a_roster_decides_who_is_expected(book):
    lines = parse_roster("date,huddle,member\n2026-11-23,morning,caro\n2026-11-23,morning,dora\n")
    assert lines == [RosterLine(MONDAY, "morning", "caro"), RosterLine(MONDAY, "morning", "dora")]
    assert book.team("front-desk").load_roster(lines) == 1
    assert leader(book, 0) == "caro"
    assert book.team("front-desk").load_roster([RosterLine(MONDAY, "morning", "ben")]) == 1
    assert leader(book, 0) == "ben", "the new one replaces the old one"


def test_a_roster_wins_over_working_days_and_absences(book):
    saturday = day(5)
    book.people().away("ben", saturday, saturday)
    book.team("front-desk").load_roster([RosterLine(saturday, "", "ben")])  # the only huddle it can be
    assert leader(book, 5) == "ben"


def test_somebody_lent_by_another_team_comes_but_has_no_turn(book):
    book.team("front-desk").load_roster([RosterLine(MONDAY, "morning", "eli")])
    agenda = book.team("front-desk").publish(MONDAY)
    assert agenda.facilitator is None
    assert "Eli Haddad" in book.team("front-desk").leader_note(MONDAY)


def test_a_roster_is_loaded_whole_or_not_at_all(book):
    before = leader(book, 0)
    other = other_than(before)
    good = RosterLine(MONDAY, "morning", other)
    for bad in (RosterLine(day(1), "noon", "ana"), RosterLine(day(1), "morning", "anna")):
        with pytest.raises(NotFoundError, match="did you mean|no such huddle"):
            book.team("front-desk").load_roster([good, bad])
        assert leader(book, 0) == before
    assert book.team("front-desk").load_roster([]) == 0


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
        ("week.csv", 7, 1),
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
    return {row.value: row.times for row in book.team("front-desk").exposure() if row.who.key == who}


def test_exposure_has_a_row_for_every_member_and_value(book):
    rows = book.team("front-desk").exposure()
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
        assert {(r.times, r.behind, r.last) for r in book.team("front-desk").exposure()} == {(0, 0.0, None)}


def test_attendance_counts_where_it_was_recorded(book):
    agenda = book.team("front-desk").publish(MONDAY)
    ana, caro = heard(book, "ana"), heard(book, "caro")
    book.huddle(agenda.id).complete(attended=["caro", "eli"], led_by="caro")
    assert heard(book, "ana") == ana | {agenda.value: ana[agenda.value] - 1}
    assert heard(book, "caro") == caro


def test_amending_puts_the_books_right(book):
    agenda = book.team("front-desk").publish(MONDAY)
    planned = agenda.facilitator.key
    other = other_than(planned)
    before = book.team("front-desk").exposure()
    book.huddle(agenda.id).complete(attended=[other], led_by=other, took=600)
    assert leader(book, 1) == planned, "the turn was not taken"
    book.huddle(agenda.id).amend(
        attended=[who.key for who in book.huddle(agenda.id).expected()], led_by=planned
    )
    assert book.team("front-desk").exposure() == before
    assert leader(book, 1) != planned


def test_what_cannot_be_amended(book):
    with pytest.raises(NotFoundError, match="not published"):
        book.huddle(huddle(1)).amend()
    agenda = book.team("front-desk").publish(MONDAY)
    with pytest.raises(ConflictError, match="is not completed"):
        book.huddle(agenda.id).amend()
    book.huddle(agenda.id).complete()
    other = other_than(agenda.facilitator.key)
    with pytest.raises(
        InvalidArgumentError, match=f'led_by: must be one of those who attended, got "{other}"'
    ):
        book.huddle(agenda.id).amend(attended=["ben"], led_by=other)
    with pytest.raises(InvalidArgumentError, match="took: must be between 0 and 86400 s, got 86401"):
        book.huddle(agenda.id).amend(took=86_401)
    with pytest.raises(NotFoundError, match='got "anna"'):
        book.huddle(agenda.id).amend(attended=["anna"])


def test_names_stand_in_the_private_note_and_not_on_the_wall(book):
    zoe = '  { key = "zoe", name = "Zoe Marsh" },\n]'
    book.load(huddlekit.parse_playbook(PLAYBOOK.replace("]\nhuddle", zoe + "\nhuddle", 1), name="desk"))
    preview = book.team("front-desk").leader_note(MONDAY)
    agenda = book.team("front-desk").publish(MONDAY, huddle="morning")
    note = book.team("front-desk").leader_note(MONDAY, huddle="morning")
    assert note == preview
    assert f"New to “{agenda.value_name}”: Zoe Marsh." in note
    assert "In their first huddle: Zoe Marsh." in note
    assert "Zoe" not in agenda.to_json()
    assert "has not heard it yet" in agenda.to_json()


def test_a_note_on_what_is_not_there(book):
    book.huddle(huddle(3)).cancel("Fire drill")
    assert book.team("front-desk").leader_note(day(3)) == ""
    assert book.team("front-desk").leader_note(MONDAY) == "", "nobody is new, nobody is away"
    with pytest.raises(NotFoundError):
        book.team("front-desk").leader_note(MONDAY, huddle="noon")
