"""The VTIMEZONE of a feed, against zoneinfo: read by python-dateutil, by icalendar and by libical."""

import datetime as dt
import functools
import io
import re
from zoneinfo import ZoneInfo

import icalendar
import libical
import pytest
from dateutil import tz
from feed_checker import check
from houses import hotel

import huddlekit
from huddlekit import Agenda, Segment, SegmentKind

ZONES = [
    *("Europe/Lisbon", "Europe/Dublin", "Europe/London", "Australia/Lord_Howe", "America/New_York"),
    *("America/Santiago", "Pacific/Auckland", "Pacific/Chatham", "Africa/Cairo", "Asia/Jerusalem"),
    *("Asia/Kolkata", "Africa/Casablanca", "America/Havana", "America/Vancouver", "America/Nuuk", "UTC"),
]
FIRST, LAST = dt.datetime(2026, 1, 1, tzinfo=dt.UTC), dt.datetime(2028, 1, 1, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
HALF_HOUR = dt.timedelta(minutes=30)


def agenda(zone: str, starts: dt.datetime) -> Agenda:
    local = starts.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return Agenda(
        f"team/{starts:%Y%m%dT%H%M}/huddle",
        team="team",
        huddle="huddle",
        day=local.date(),
        starts=starts,
        zone=zone,
        local_start=local,
        timebox=600,
        segments=[Segment(SegmentKind.OPEN, 600)],
    )


@functools.cache
def changes(zone: str) -> list[dt.datetime]:
    """The first half hours with another offset."""
    info = ZoneInfo(zone)

    def offset(instant: dt.datetime) -> dt.timedelta | None:
        return instant.astimezone(info).utcoffset()

    found = []
    for n in range((LAST - FIRST).days):
        day = FIRST + n * DAY
        if offset(day) != offset(day + DAY):
            found.append(
                next(t for t in (day + h * HALF_HOUR for h in range(1, 49)) if offset(t) != offset(day))
            )
    return found


@functools.cache
def around_changes(zone: str) -> list[dt.datetime]:
    """Every half hour of the two days around each change of the clocks, and one instant a week."""
    found = {FIRST + dt.timedelta(weeks=n) for n in range(104)}
    for change in changes(zone):
        found |= {change + n * HALF_HOUR for n in range(-48, 49)}
    return sorted(t for t in found if FIRST <= t < LAST)


@functools.cache
def feed_of(zone: str) -> str:
    feed = huddlekit.to_ics([agenda(zone, starts) for starts in around_changes(zone)])
    assert check(feed.encode()) == []
    return feed


@pytest.mark.heavy
def test_the_zones_are_what_they_are_tested_for() -> None:
    by_rule = {zone for zone in ZONES if "RRULE" in feed_of(zone)}
    assert {"Europe/Dublin", "Australia/Lord_Howe", "America/New_York"} <= by_rule
    assert "Africa/Casablanca" not in by_rule
    assert not changes("Asia/Kolkata")
    assert changes("Africa/Casablanca")


@pytest.mark.heavy
@pytest.mark.parametrize("zone", ZONES)
def test_dateutil_reads_zoneinfos_offsets_from_it(zone: str) -> None:
    definition = re.search("BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n", feed_of(zone), re.DOTALL)[0]
    read = tz.tzical(io.StringIO(definition.replace("\r\n", "\n"))).get(zone)
    for instant in around_changes(zone):
        expected = instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        # From the wall clock: that is how a feed says it. Of a repeated time it can mean the first only.
        if expected.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(dt.UTC) == instant:
            assert expected.replace(tzinfo=read).astimezone(dt.UTC) == instant, expected


@pytest.mark.heavy
@pytest.mark.parametrize("zone", ZONES)
def test_icalendar_reads_the_instants(zone: str) -> None:
    found = icalendar.Calendar.from_ical(feed_of(zone)).walk("VEVENT")
    assert [event["DTSTART"].dt.astimezone(dt.UTC) for event in found] == around_changes(zone)


needs_libical = pytest.mark.skipif(libical.load() is None, reason="libical is not installed")


@pytest.mark.heavy
@needs_libical
@pytest.mark.parametrize("zone", ZONES)
def test_libical_reads_the_instants(zone: str) -> None:
    found = libical.read(libical.load(), feed_of(zone))
    assert sorted(start for start, _ in found.values()) == around_changes(zone)


@needs_libical
def test_libical_reads_the_feeds_of_the_example_as_the_calendar_has_them() -> None:
    with hotel() as book:
        day = book.team("kitchen").day()
        for team in [team.key for team in book.teams()]:
            found = libical.read(libical.load(), book.feed(team=team))
            expected = book.team(team).calendar(day, day + dt.timedelta(weeks=4))
            lengths = {h.id: book.team(team).agenda(h.day, huddle=h.huddle).timebox for h in expected[:14]}
            assert {uid.partition("@")[0]: start for uid, (start, _) in found.items()} == {
                h.id: h.starts for h in expected
            }
            for uid, (start, end) in found.items():
                huddle = uid.partition("@")[0]
                if huddle in lengths:
                    assert (end - start).total_seconds() == lengths[huddle]
