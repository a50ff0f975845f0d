"""Reports: by hand against ten huddles, and what may be shown of whom."""

import copy
import json
import pickle
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from desk import desk
from report_house import ALL, APRIL, MARCH, House

import huddlekit as hk
from huddlekit import (
    Report,
    ReportCommitments,
    ReportHeld,
    ReportReason,
    ReportStories,
    ReportTime,
    ReportWeek,
)


@pytest.fixture(scope="module")
def house() -> House:
    return House()


@pytest.fixture(scope="module")
def march(house: House) -> Report:
    return house.book.report("desk", MARCH, APRIL)


def test_the_ritual_of_ten_huddles_by_hand(march):
    reasons = [ReportReason("Fire drill", 1), ReportReason("Full house", 1)]
    assert march.held == ReportHeld(
        planned=10, completed=5, assumed=2, cancelled=2, unprepared=1, reasons=reasons
    )
    assert (march.held.held, march.held.rate) == (7, 0.7)
    assert march.time == ReportTime(huddles=5, overruns=2, took=3041, timebox=3000, longest_over=100)
    assert (march.time.overrun_rate, march.time.mean) == (0.4, 608.2)
    assert march.stories == ReportStories(wins=3, misses=1, benchmarks=1, improvements=1, recognitions=2)
    assert (march.lessons.learned, march.lessons.kept, march.lessons.capacity) == (2, 3, 1)
    # Two prompts for seven huddles, every one of them within the month.
    assert (march.staleness.prompts, march.staleness.prompts_again) == (7, 5)


def test_the_values_of_ten_huddles_by_hand(house, march):
    talked_about = Counter(house.values)
    assert [(v.key, v.huddles, v.due, v.wins, v.misses) for v in march.values] == [
        ("own-it", talked_about["own-it"], 3.5, 1, 1),
        ("listen", talked_about["listen"], 3.5, 1, 0),
    ]


def test_the_parts_of_ten_huddles_by_hand(house, march):
    def planned(day: int, kind: hk.SegmentKind) -> int:
        agenda = house.book.team("desk").agenda(date(2026, 3, day))
        return next(s.seconds for s in agenda.segments if s.kind == kind)

    round_, close = hk.SegmentKind.ROUND, hk.SegmentKind.CLOSE
    assert march.segments == [
        hk.ReportSegment(round_, huddles=2, planned=planned(2, round_) + planned(24, round_), took=220),
        hk.ReportSegment(close, huddles=1, planned=planned(2, close), took=60),
    ]


def test_the_weeks_of_ten_huddles_by_hand(march):
    assert march.weeks == [
        ReportWeek(date(2026, 2, 23)),
        ReportWeek(
            date(2026, 3, 2),
            planned=2,
            held=2,
            timed=2,
            overruns=1,
            took=1300,
            wins=1,
            expected=12,
            attended=11,
        ),
        ReportWeek(
            date(2026, 3, 9),
            planned=2,
            held=1,
            timed=1,
            overruns=1,
            took=601,
            misses=1,
            expected=6,
            attended=4,
        ),
        ReportWeek(date(2026, 3, 16), planned=2, held=2, wins=1),
        ReportWeek(date(2026, 3, 23), planned=2, held=1, timed=1, took=540, wins=1),
        ReportWeek(date(2026, 3, 30), planned=2, held=1, timed=1, took=600, expected=6, attended=6),
    ]


def test_the_people_of_ten_huddles_by_hand(house, march):
    (people,) = march.people
    assert (people.month, people.members) == (MARCH, 6)
    assert (people.expected, people.attended) == (24, 21)
    assert people.recognised == 2  # Ana and Ben; of the third win nobody knows who
    assert people.customers == ReportCommitments(kept=1, missed=1)
    assert people.colleagues == ReportCommitments(kept=1, missed=1, dropped=1, open=1)
    assert march.missed_reasons == [ReportReason("Ran out of time", 2)]
    led = Counter(house.leaders)
    assert (people.lead, people.led) == (5, len(led))
    # Seven turns among five who lead, all of them expected every time: 1.4 each.
    assert people.turns_off == round(1000 * sum(abs(led[who] - 1.4) for who in ALL[:5]))
    assert march.people_in_all == people


def test_a_team_of_four_hears_about_the_ritual_and_not_about_people(house):
    night = house.book.report("night", MARCH, APRIL)
    assert (night.held.planned, night.held.held, night.held.unprepared) == (10, 9, 1)
    assert (night.people, night.people_in_all, night.hidden_months) == ([], None, [MARCH])
    hidden = [f.key for f in night.figures() if f.key.startswith("people.") and f.number is not None]
    assert hidden == []
    assert "March 2026 is hidden" in night.to_text()


def test_the_big_team_beside_a_small_one_in_a_department_is_hidden_as_well(house):
    book = house.book
    assert book.report("kitchen", MARCH, APRIL).hidden_months == [MARCH]
    assert book.report(None, MARCH, APRIL, department="back").people[0].members == 9
    assert book.report(None, MARCH, APRIL).people[0].members == 15


def test_people_are_counted_in_whole_months_that_are_over(house):
    book = house.book
    assert book.report("desk", MARCH, APRIL - timedelta(days=1)).people == []
    assert book.report("desk", MARCH + timedelta(days=1), APRIL).people == []
    wider = book.report("desk", MARCH - timedelta(days=9), APRIL + timedelta(days=20))
    assert [row.month for row in wider.people] == [MARCH]
    assert wider.people == book.report("desk", MARCH, APRIL).people


def test_the_private_view_is_asked_for_by_name(house):
    assert house.book.report("desk", MARCH, APRIL).exposure == []
    mine = house.book.report("desk", MARCH, APRIL, private=True)
    assert mine.exposure == house.book.team("desk").exposure()
    assert [row.who.key for row in mine.exposure[::2]] == ALL  # in the playbook's order: no ranking
    with pytest.raises(hk.InvalidArgumentError, match="private: must be about one team"):
        house.book.report(None, MARCH, APRIL, private=True)


def test_no_name_of_a_person_is_in_a_report(house, march):
    for name in ("Ana", "Ben", "Caro", "ana", "eva"):
        for text in (march.to_json(), march.to_text(), march.to_html_page()):
            assert f" {name} " not in text
            assert f'"{name}"' not in text


def test_json_holds_every_count_and_every_sentence(march):
    data = json.loads(march.to_json())
    assert data["format"] == 1
    assert data["held"]["reasons"] == [{"text": "Fire drill", "count": 1}, {"text": "Full house", "count": 1}]
    assert data["people"][0]["customers"] == {"kept": 1, "missed": 1, "dropped": 0, "open": 0}
    for part in ("stories", "lessons", "handoffs", "staleness"):
        counts = getattr(march, part)
        names = [name for name, member in vars(type(counts)).items() if isinstance(member, property)]
        assert data[part] == {name: getattr(counts, name) for name in names}
    assert [f["key"] for f in data["figures"]] == [f.key for f in march.figures()]
    assert all(f["how"] and f["not_for"] for f in data["figures"])


def test_a_report_is_a_value(house, march):
    assert march == house.book.report("desk", MARCH, APRIL)
    assert march != house.book.report("night", MARCH, APRIL)
    assert pickle.loads(pickle.dumps(march)) == march
    assert copy.deepcopy(march) == march
    assert eval(repr(march), {**vars(hk), "datetime": __import__("datetime")}) == march


def test_a_read_only_book_can_be_reported_on(tmp_path):
    path = tmp_path / "book.huddle"
    with desk(str(path)) as book:
        book.publish_all(date(2026, 11, 23))
    with hk.open(path, read_only=True, now=lambda: datetime(2026, 12, 1, tzinfo=UTC)) as book:
        assert book.report("front-desk", date(2026, 11, 1), date(2026, 12, 1)).held.held == 1


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (("desk", APRIL, MARCH), hk.InvalidArgumentError, "end: must be from 1 to 3660 days after"),
        (("desk", MARCH, MARCH), hk.InvalidArgumentError, "end: must be from 1 to 3660 days after"),
        (("dask", MARCH, APRIL), hk.NotFoundError, 'did you mean "desk"'),
        ((None, MARCH, APRIL, "fron"), hk.NotFoundError, 'did you mean "front"'),
        (("desk", MARCH, APRIL, "back"), hk.InvalidArgumentError, "department: must not be given beside"),
    ],
)
def test_a_bad_question_gets_one_clear_answer(house, call, error, message):
    team, start, end, *department = call
    with pytest.raises(error, match=message):
        house.book.report(team, start, end, department=department[0] if department else None)


def test_compare_speaks_no_more_than_the_data(house, march):
    before = house.book.report("desk", date(2026, 2, 1), MARCH)
    comparison = hk.compare(before, march)
    assert comparison == hk.compare(before, march)
    assert all(row.low is None for row in comparison.rows)
    assert "nothing to compare" in str(comparison)
    with pytest.raises(hk.InvalidArgumentError, match="must not share days"):
        hk.compare(march, march)
