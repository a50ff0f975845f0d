import copy
import datetime as dt
import pickle

import pytest

from huddlekit import Cadence, InvalidArgumentError, NotFoundError, Occurrence, ParseError, resolve_local

FRIDAYS = "FREQ=WEEKLY;BYDAY=FR"
START = dt.datetime(2026, 11, 27, 9, 15)
CHRISTMAS = dt.date(2026, 12, 25)


def fridays(**options):
    return Cadence(FRIDAYS, start=START, zone="Europe/London", **options)


def december(cadence):
    return [f"{o.local:%d %H:%M}" for o in cadence.between(dt.date(2026, 12, 11), dt.date(2027, 1, 1))]


@pytest.mark.parametrize(
    ("on_holiday", "days"),
    [
        ("skip", ["11 09:15", "18 09:15"]),
        ("next", ["11 09:15", "18 09:15", "28 09:15"]),
        ("previous", ["11 09:15", "18 09:15", "24 09:15"]),
        ("keep", ["11 09:15", "18 09:15", "25 09:15"]),
    ],
)
def test_a_holiday_is_treated_as_its_rule_says(on_holiday, days):
    assert december(fridays(holidays=[CHRISTMAS], on_holiday=on_holiday)) == days


def test_exceptions_name_the_times_that_the_rule_gives():
    later = dt.datetime(2026, 12, 21, 17, 0)
    cadence = fridays(
        cancelled=[dt.datetime(2026, 12, 11, 9, 15)], moved={START + dt.timedelta(weeks=3): later}
    )
    assert december(cadence) == ["21 17:00", "25 09:15"]
    moved = cadence.on(later.date())
    assert moved == Occurrence(
        day=later.date(),
        local=later,
        starts=resolve_local("Europe/London", later),
        moved_from=dt.datetime(2026, 12, 18, 9, 15),
    )
    assert cadence.on(dt.date(2026, 12, 18)) is None
    assert cadence.after(moved.starts).day == CHRISTMAS
    assert fridays(work_week="Sun", holidays=[CHRISTMAS], on_holiday="next").on(dt.date(2026, 12, 27))


def test_it_is_a_value():
    cadence = fridays(holidays=[CHRISTMAS], on_holiday="next", moved={START: START + dt.timedelta(hours=1)})
    namespace = {"Cadence": Cadence, "datetime": dt}
    for again in (eval(repr(cadence), namespace), pickle.loads(pickle.dumps(cadence)), copy.copy(cadence)):
        assert again == cadence
        assert again.holidays == [CHRISTMAS]
    assert cadence != fridays()
    assert repr(fridays()) == (
        "Cadence('FREQ=WEEKLY;BYDAY=FR', start=datetime.datetime(2026, 11, 27, 9, 15), zone='Europe/London')"
    )


def test_wrong_input_is_told():
    with pytest.raises(ParseError, match="BYDAY"):
        Cadence("FREQ=WEEKLY;BYDAY=1MO", start=START, zone="UTC")
    with pytest.raises(
        InvalidArgumentError, match="on_holiday: must be one of skip, next, previous, keep, got"
    ):
        fridays(on_holiday="move")
    with pytest.raises(InvalidArgumentError, match="must"):
        fridays(work_week="Someday")
    with pytest.raises(TypeError):
        fridays(holidays=[START])  # a datetime is no day


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", 'must be an IANA name like Europe/Berlin, got ""'),
        ("Berlin", 'did you mean "Europe/Berlin"?'),
        ("Europe/Berlln", 'did you mean "Europe/Berlin"?'),
        ("europe/berlin", 'did you mean "Europe/Berlin"?'),
        ("W. Europe Standard Time", "must be an IANA name like Europe/Berlin, got the Windows name"),
    ],
)
def test_a_zone_needs_its_iana_name(name, message):
    with pytest.raises(NotFoundError) as caught:
        Cadence(FRIDAYS, start=START, zone=name)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYSETPOS=366;BYMONTHDAY=1",
        "FREQ=DAILY;INTERVAL=99999999",
        "FREQ=YEARLY;BYMONTHDAY=" + ",".join(["31"] * 10_000),
    ],
)
def test_a_hostile_rule_ends_or_is_refused(rule):
    try:
        cadence = Cadence(rule, start=START, zone="Europe/London", holidays=[CHRISTMAS], on_holiday="next")
    except ParseError:
        return
    far = dt.date(9000, 1, 1)
    assert len(cadence.between(far, far + dt.timedelta(days=800))) <= 16
