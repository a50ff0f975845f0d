import datetime as dt
import os
import random
import subprocess
import sys
import zoneinfo
from pathlib import Path

import pytest

import huddlekit
from huddlekit import InvalidArgumentError, NotFoundError, resolve_local, to_local, zone_exists

SOAK = os.environ.get("HUDDLEKIT_SOAK") == "1"
UTC = dt.UTC
DAY = dt.timedelta(days=1)


def near_a_change(choose, zone, time):
    """A time within two hours of the next change of the offset within 200 days, or `time` itself."""
    offset = time.replace(tzinfo=zone).utcoffset()
    low, high = time, time + 200 * DAY
    if high.replace(tzinfo=zone).utcoffset() == offset:
        return time
    while high - low > dt.timedelta(seconds=1):
        middle = low + dt.timedelta(seconds=(high - low) // dt.timedelta(seconds=2))
        low, high = (middle, high) if middle.replace(tzinfo=zone).utcoffset() == offset else (low, middle)
    return high + dt.timedelta(seconds=choose.randint(-7200, 7200))


@pytest.mark.heavy
def test_every_zone_agrees_with_zoneinfo():
    choose = random.Random(1970)
    # Python also has those of the package tzdata, which on some systems are more.
    here = Path(huddlekit.build_info()["zones"])
    everywhere = zoneinfo.available_timezones() - {"localtime", "Factory"}
    names = sorted(name for name in everywhere if (here / name).exists())
    assert len(names) > 300
    first, last = dt.datetime(1970, 1, 1), dt.datetime(2100, 12, 31)
    for round_ in range(30_000 if SOAK else 6_000):
        name = names[round_ % len(names)]
        zone = zoneinfo.ZoneInfo(name)
        time = first + dt.timedelta(seconds=choose.randrange(int((last - first).total_seconds())))
        if round_ % 2:
            time = near_a_change(choose, zone, time)
        fold0 = time.replace(tzinfo=zone, fold=0).astimezone(UTC)
        fold1 = time.replace(tzinfo=zone, fold=1).astimezone(UTC)
        case = f"{name} {time}"
        assert resolve_local(name, time) == fold0, case
        assert resolve_local(name, time, "later") == max(fold0, fold1), case
        assert resolve_local(name, time, "earlier") == min(fold0, fold1), case
        assert resolve_local(name, time, "skip") == (None if fold1 < fold0 else fold0), case
        instant = fold0 + dt.timedelta(seconds=choose.randint(-9999, 9999))
        local, expected = to_local(name, instant), instant.astimezone(zone)
        assert local.replace(tzinfo=None) == expected.replace(tzinfo=None), case
        assert (local.fold, local.utcoffset()) == (expected.fold, expected.utcoffset()), case


def test_far_years_follow_the_rule_of_the_file():
    for year in (2500, 4321, 9998):
        for month in range(1, 13):
            time = dt.datetime(year, month, 8, 2, 30)
            zone = zoneinfo.ZoneInfo("America/New_York")
            assert resolve_local("America/New_York", time) == time.replace(tzinfo=zone).astimezone(UTC)


def test_a_zone_that_is_not_there_names_the_nearest():
    for name, hint in {
        "Europe/Berln": '"Europe/Berlin"',
        "EUROPE/BERLIN": '"Europe/Berlin"',
        "berlin": '"Europe/Berlin"',
        "New York": '"America/New_York"',
        "W. Europe Standard Time": "an IANA name like Europe/Berlin, got the Windows name",
        "": 'got ""',
        "../../etc/passwd": "must be an IANA name",
        "localtime": "must be an IANA name",
    }.items():
        assert not zone_exists(name)
        with pytest.raises(NotFoundError, match=hint):
            resolve_local(name, dt.datetime(2026, 1, 1))
    assert zone_exists("Europe/Berlin")


def test_a_policy_that_is_not_there_is_refused():
    with pytest.raises(InvalidArgumentError, match=r'policy: must be one of compatible, .*got "first"'):
        resolve_local("Europe/Berlin", dt.datetime(2026, 1, 1), "first")


def test_naive_and_aware_are_not_confused():
    with pytest.raises(TypeError):
        resolve_local("Europe/Berlin", dt.datetime(2026, 1, 1, tzinfo=UTC))
    with pytest.raises(TypeError):
        to_local("Europe/Berlin", dt.datetime(2026, 1, 1))


@pytest.mark.parametrize("known", [True, False], ids=["the names are known", "they are not"])
def test_what_could_not_be_read_for_want_of_descriptors_is_tried_again(known: bool) -> None:
    program = f"""
import os, resource
from datetime import datetime
import huddlekit
resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
if {known}:
    huddlekit.zone_exists("UTC")
held = []
try:
    while True:
        held.append(os.dup(1))
except OSError:
    pass
for _ in range(2):
    try:
        huddlekit.resolve_local("Europe/Lisbon", datetime(2026, 7, 1, 12))
    except huddlekit.StorageError:
        pass
    else:
        raise SystemExit("nothing was wrong")
for one in held:
    os.close(one)
print(huddlekit.resolve_local("Europe/Lisbon", datetime(2026, 7, 1, 12)))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("2026-07-01 11:00:00+00:00\n", "")


def test_a_time_whose_zone_does_not_know_its_offset_is_naive() -> None:
    class Unsure(dt.tzinfo):
        def utcoffset(self, _: dt.datetime | None) -> None:
            return None

    with pytest.raises(TypeError, match="datetime"):
        to_local("UTC", dt.datetime(2026, 1, 1, tzinfo=Unsure()))
