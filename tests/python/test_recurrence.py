import copy
import datetime as dt
import itertools
import os
import pickle
import random

import pytest
from dateutil.rrule import rrulestr

from huddlekit import ParseError, Recurrence

SOAK = os.environ.get("HUDDLEKIT_SOAK") == "1"
START = dt.datetime(2026, 11, 23, 9, 15)  # a Monday
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def some(choose, values, most):
    picked = choose.sample(list(values), choose.randint(1, min(most, len(values))))
    return ",".join(map(str, picked))


def team_rule(choose):
    """A rule of the kind teams write, and where it starts.

    Nothing that python-dateutil reads otherwise; weeks 52 and 53, which it miscounts in January, left out.
    """
    start = dt.datetime(2000, 1, 1) + dt.timedelta(minutes=choose.randrange(60 * 365 * 24 * 60))
    freq = choose.choice(["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY"])
    parts = [f"FREQ={freq}"]
    if choose.random() < 0.5:
        parts.append(f"INTERVAL={choose.choice([1, 2, 2, 3, 4, 6, 13])}")
    if choose.random() < 0.3:
        parts.append(f"WKST={choose.choice(WEEKDAYS)}")
    if choose.random() < 0.2:
        parts.append("BYMONTH=" + some(choose, range(1, 13), 6))
    numbered = [f"{n}{day}" for n in (1, 2, 3, 4, 5, -1, -2) for day in WEEKDAYS]
    shape = choose.random()
    if freq in ("MONTHLY", "YEARLY") and shape < 0.3:
        parts.append("BYDAY=" + some(choose, numbered, 3))
    elif freq == "MONTHLY" and shape < 0.5:
        parts.append("BYDAY=" + some(choose, WEEKDAYS, 7) + ";BYSETPOS=" + some(choose, [1, 2, 3, -1, -2], 2))
    elif freq != "WEEKLY" and shape < 0.7:
        parts.append("BYMONTHDAY=" + some(choose, [*range(1, 32), -1, -2, -7], 4))
    elif freq == "YEARLY" and shape < 0.8:
        parts.append("BYWEEKNO=" + some(choose, range(2, 52), 4) + ";BYDAY=" + some(choose, WEEKDAYS, 3))
    elif freq == "YEARLY" and shape < 0.9:
        parts.append("BYYEARDAY=" + some(choose, [*range(1, 367), -1, -366, -100], 4))
    elif shape < 0.9:
        parts.append("BYDAY=" + some(choose, WEEKDAYS, 7))
    if choose.random() < 0.2:
        parts.append("BYHOUR=" + some(choose, range(24), 3))
    if choose.random() < 0.2:
        parts.append("BYMINUTE=" + some(choose, range(0, 60, 5), 3))
    end = choose.random()
    if end < 0.3:
        parts.append(f"COUNT={choose.randint(1, 40)}")
    elif end < 0.5:
        until = start + dt.timedelta(days=choose.randrange(2000))
        parts.append(f"UNTIL={until:%Y%m%dT%H%M%S}")
    choose.shuffle(parts)
    return ";".join(parts), start


@pytest.mark.heavy
def test_rules_that_teams_write_agree_with_dateutil():
    choose = random.Random(20261123)
    for _ in range(20_000 if SOAK else 1_500):
        rule, start = team_rule(choose)
        expected = list(itertools.islice(rrulestr(rule, dtstart=start), 30))
        recurrence = Recurrence(rule, start=start)
        assert recurrence.take(30) == expected, f"{rule} from {start}"
        if len(expected) > 3:
            assert recurrence.between(expected[1], expected[-1]) == expected[1:-1], f"{rule} from {start}"
            assert recurrence.after(expected[1]) == expected[2], f"{rule} from {start}"


def test_an_iteration_is_lazy_and_gives_what_take_gives():
    daily = Recurrence("FREQ=DAILY", start=START)
    assert list(itertools.islice(daily, 5)) == daily.take(5)


def test_dates_are_taken_out_and_put_in():
    week = Recurrence(
        "FREQ=DAILY;COUNT=3",
        start=START,
        excluded=[START + dt.timedelta(days=1), START + dt.timedelta(days=9)],
        added=[START - dt.timedelta(days=1), START, START + dt.timedelta(days=9)],
    )
    assert [(t - START).days for t in week] == [-1, 0, 2]
    assert week.excluded == [START + dt.timedelta(days=1), START + dt.timedelta(days=9)]


def test_a_day_is_asked_for_by_date():
    tuesdays = Recurrence("FREQ=WEEKLY;BYDAY=TU", start=START)
    assert tuesdays.falls_on(dt.date(2026, 11, 24))
    assert not tuesdays.falls_on(dt.date(2026, 11, 17))
    assert tuesdays.next_day(dt.date(2026, 11, 25)) == dt.date(2026, 12, 1)
    assert Recurrence("FREQ=DAILY;COUNT=1", start=START).next_day(dt.date(2026, 11, 24)) is None


def test_values_copy_pickle_hash_and_show_the_call():
    recurrence = Recurrence("freq=weekly;byday=tu,mo,tu;interval=1", start=START, excluded=[START])
    names = {"Recurrence": Recurrence, "datetime": dt}
    assert str(recurrence) == "FREQ=WEEKLY;BYDAY=MO,TU"
    for same in (
        eval(repr(recurrence), names),
        pickle.loads(pickle.dumps(recurrence)),
        copy.copy(recurrence),
        copy.deepcopy(recurrence),
    ):
        assert same == recurrence
        assert hash(same) == hash(recurrence)
    assert recurrence != Recurrence("FREQ=WEEKLY;BYDAY=MO,TU", start=START)


def test_a_wrong_rule_names_part_and_column():
    with pytest.raises(ParseError, match=r'BYDAY: must list days .* got " TU"') as caught:
        Recurrence("FREQ=WEEKLY;BYDAY=MO, TU;INTERVAL=0", start=START)
    assert [(p.line, p.column) for p in caught.value.problems] == [(1, 22), (1, 35)]


def test_a_start_in_a_zone_and_one_without_a_time_are_refused():
    for start in (START.replace(tzinfo=dt.UTC), START.date(), "2026-11-23"):
        with pytest.raises(TypeError):
            Recurrence("FREQ=DAILY", start=start)


def test_the_ends_of_the_calendar_are_reached_without_overflow():
    assert Recurrence("FREQ=DAILY", start=dt.datetime.max.replace(microsecond=0)).take(2) == [
        dt.datetime(9999, 12, 31, 23, 59, 59)
    ]
    early = Recurrence("FREQ=WEEKLY;BYDAY=SU;WKST=WE;INTERVAL=2", start=dt.datetime.min)
    assert early.take(2) == [dt.datetime(1, 1, 14), dt.datetime(1, 1, 28)]
    assert early.between(dt.datetime.max, dt.datetime.min) == []


def test_a_negative_count_is_refused():
    with pytest.raises(TypeError):
        Recurrence("FREQ=DAILY", start=START).take(-1)
