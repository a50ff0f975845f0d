"""The checker of feeds finds what it is there to find: a mistake at a time, put into a good feed."""

import re

import pytest
from feed_checker import check
from houses import hotel

GOOD = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Tests//Feed//EN
BEGIN:VTIMEZONE
TZID:Europe/Lisbon
BEGIN:STANDARD
DTSTART:19701025T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:a@tests
DTSTAMP:20261101T000000Z
LAST-MODIFIED:20261101T000000Z
SEQUENCE:0
DTSTART;TZID=Europe/Lisbon:20261123T064500
DTEND;TZID=Europe/Lisbon:20261123T065500
RRULE:FREQ=DAILY;UNTIL=20261201T000000Z
EXDATE;TZID=Europe/Lisbon:20261124T064500
SUMMARY:Sa\xc3\xbade\\, and more
STATUS:CONFIRMED
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT10M
DESCRIPTION:Soon
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:a@tests
RECURRENCE-ID;TZID=Europe/Lisbon:20261125T064500
DTSTAMP:20261101T000000Z
DTSTART;TZID=Europe/Lisbon:20261125T074500
DURATION:PT10M
STATUS:TENTATIVE
END:VEVENT
BEGIN:VEVENT
UID:b@tests
DTSTAMP:20261101T000000Z
DTSTART:20261123T064500Z
END:VEVENT
END:VCALENDAR
""".replace(b"\n", b"\r\n")

STANDARD = re.search(rb"BEGIN:STANDARD.*END:STANDARD\r\n", GOOD, re.DOTALL)[0]
ZONE = re.search(rb"BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n", GOOD, re.DOTALL)[0]
MASTER = re.search(rb"BEGIN:VEVENT.*?END:VEVENT\r\n", GOOD, re.DOTALL)[0]
LAST = b"BEGIN:VEVENT\r\nUID:b@tests"

# What is wrong, what it is put in for, what it is, and what the checker says.
MISTAKES = [
    ("bare LF", b"SEQUENCE:0\r\n", b"SEQUENCE:0\n", "lines end with CRLF"),
    ("bare CR", b"SEQUENCE:0\r\n", b"SEQUENCE:0\r", "lines end with CRLF"),
    ("no line end at last", b"END:VCALENDAR\r\n", b"END:VCALENDAR", "ends with CRLF"),
    ("long line", b"SUMMARY:", b"SUMMARY:" + b"x" * 80, "at most 75 octets"),
    ("split character", b"Sa\xc3\xbade", b"Sa\xc3\r\n \xbade", "not folded inside a character"),
    ("not UTF-8", b"Sa\xc3\xbade", b"Sa\xfade", "UTF-8"),
    ("byte order mark", b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR", "no byte order mark"),
    ("control character", b"Soon", b"So\x07on", "no control characters"),
    ("line without a name", b"STATUS:CONFIRMED", b"just text", "a content line"),
    ("blank line", b"STATUS:CONFIRMED\r\n", b"STATUS:CONFIRMED\r\n\r\n", "a content line"),
    ("END missing", b"END:VALARM\r\n", b"", "END of what was begun last"),
    ("END without BEGIN", b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\nEND:VEVENT\r\n", "END of what was"),
    (
        "two calendars",
        b"END:VCALENDAR\r\n",
        b"END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        "one VCAL",
    ),
    ("event in an event", b"BEGIN:VALARM", b"BEGIN:VEVENT\r\nEND:VEVENT\r\nBEGIN:VALARM", "no VEVENT inside"),
    ("nothing in it", GOOD[GOOD.index(ZONE) : -len(b"END:VCALENDAR\r\n")], b"", "at least one component"),
    ("VERSION missing", b"VERSION:2.0\r\n", b"", "VERSION: 2.0"),
    ("VERSION twice", b"VERSION:2.0\r\n", b"VERSION:2.0\r\nVERSION:2.0\r\n", "VERSION once"),
    ("old VERSION", b"VERSION:2.0", b"VERSION:1.0", "VERSION: 2.0"),
    ("PRODID missing", b"PRODID:-//Tests//Feed//EN\r\n", b"", "PRODID: needed"),
    ("unknown property", b"SEQUENCE:0", b"SEQUENZ:0", "no property SEQUENZ"),
    ("UID missing", b"UID:b@tests\r\n", b"", "UID: needed"),
    ("UID twice", b"UID:b@tests", b"UID:a@tests", "UID: once"),
    ("two UIDs in an event", b"UID:b@tests", b"UID:b@tests\r\nUID:c@tests", "UID once"),
    ("DTSTAMP missing", b"UID:b@tests\r\nDTSTAMP:20261101T000000Z", b"UID:b@tests", "DTSTAMP: needed"),
    (
        "DTSTAMP local",
        LAST + b"\r\nDTSTAMP:20261101T000000Z",
        LAST + b"\r\nDTSTAMP:20261101T000000",
        "DTSTAMP: in UTC",
    ),
    ("DTSTART missing", b"DTSTART:20261123T064500Z\r\n", b"", "DTSTART: needed"),
    ("no such day", b"DTSTART:20261123T064500Z", b"DTSTART:20261131T064500Z", "a date and time"),
    ("day with dashes", b"DTSTART:20261123T064500Z", b"DTSTART:2026-11-23T06:45:00Z", "a date and time"),
    ("TZID without VTIMEZONE", ZONE, b"", "a VTIMEZONE for Europe/Lisbon"),
    (
        "TZID and Z",
        b"DTSTART;TZID=Europe/Lisbon:20261123T064500",
        b"DTSTART;TZID=Europe/Lisbon:20261123T064500Z",
        "TZID or Z",
    ),
    ("VTIMEZONE twice", ZONE, ZONE + ZONE, "VTIMEZONE: one for"),
    ("VTIMEZONE of no use", ZONE, ZONE + ZONE.replace(b"Lisbon", b"London"), "Europe/London is not"),
    ("VTIMEZONE without TZID", b"TZID:Europe/Lisbon\r\n", b"", "VTIMEZONE: a TZID"),
    ("VTIMEZONE without STANDARD", STANDARD, b"", "VTIMEZONE: a STANDARD"),
    ("two STANDARD by rule", STANDARD, STANDARD + STANDARD, "one STANDARD by rule"),
    ("offset without sign", b"TZOFFSETTO:+0000", b"TZOFFSETTO:0000", "TZOFFSETTO: an offset"),
    ("offset with a colon", b"TZOFFSETFROM:+0000", b"TZOFFSETFROM:+00:00", "TZOFFSETFROM: an offset"),
    ("offset minus zero", b"TZOFFSETTO:+0000", b"TZOFFSETTO:-0000", "TZOFFSETTO: an offset"),
    ("offset missing", b"TZOFFSETTO:+0000\r\n", b"", "a TZOFFSETTO"),
    ("onset in UTC", b"DTSTART:19701025T020000", b"DTSTART:19701025T020000Z", "local times"),
    ("onset off its rule", b"DTSTART:19701025T020000", b"DTSTART:19701018T020000", "an onset of RRULE"),
    ("UNTIL local", b"UNTIL=20261201T000000Z", b"UNTIL=20261201T000000", "UNTIL: UTC"),
    ("UNTIL a date", b"UNTIL=20261201T000000Z", b"UNTIL=20261201", "UNTIL: UTC"),
    (
        "EXDATE a date",
        b"EXDATE;TZID=Europe/Lisbon:20261124T064500",
        b"EXDATE;VALUE=DATE:20261124",
        "EXDATE: of the type",
    ),
    (
        "EXDATE in UTC",
        b"EXDATE;TZID=Europe/Lisbon:20261124T064500",
        b"EXDATE:20261124T064500Z",
        "EXDATE: of the type",
    ),
    ("RECURRENCE-ID of nothing", b"RRULE:FREQ=DAILY;UNTIL=20261201T000000Z\r\n", b"", "an event that recurs"),
    (
        "RECURRENCE-ID in UTC",
        b"RECURRENCE-ID;TZID=Europe/Lisbon:20261125T064500",
        b"RECURRENCE-ID:20261125T064500Z",
        "RECURRENCE-ID: of the type",
    ),
    (
        "DTEND before DTSTART",
        b"DTEND;TZID=Europe/Lisbon:20261123T065500",
        b"DTEND;TZID=Europe/Lisbon:20261123T054500",
        "DTEND: after",
    ),
    (
        "DTEND of another type",
        b"DTEND;TZID=Europe/Lisbon:20261123T065500",
        b"DTEND:20261123T065500Z",
        "DTEND: of the type",
    ),
    ("DTEND and DURATION", b"STATUS:CONFIRMED", b"STATUS:CONFIRMED\r\nDURATION:PT10M", "DTEND or DURATION"),
    ("negative DURATION", b"DURATION:PT10M", b"DURATION:-PT10M", "DURATION: not negative"),
    ("DURATION in words", b"DURATION:PT10M", b"DURATION:10 minutes", "DURATION: a duration"),
    ("DURATION without minutes", b"DURATION:PT10M", b"DURATION:PT1H5S", "DURATION: a duration"),
    ("comma as it is", b"Soon", b"Soon, or later", "DESCRIPTION: text escaped"),
    ("semicolon as it is", b"Soon", b"Soon; or later", "DESCRIPTION: text escaped"),
    ("unknown escape", b"Soon", b"Soon\\t", "DESCRIPTION: text escaped"),
    ("line break in a text", b"Soon", b"So\r\non", "a content line"),
    ("SEQUENCE negative", b"SEQUENCE:0", b"SEQUENCE:-1", "SEQUENCE: a number"),
    ("SEQUENCE in words", b"SEQUENCE:0", b"SEQUENCE:first", "SEQUENCE: a number"),
    (
        "LAST-MODIFIED local",
        b"LAST-MODIFIED:20261101T000000Z",
        b"LAST-MODIFIED:20261101T000000",
        "LAST-MODIFIED: in UTC",
    ),
    ("STATUS in lower case", b"STATUS:CONFIRMED", b"STATUS:confirmed", "STATUS: one of three"),
    ("STATUS spelt otherwise", b"STATUS:TENTATIVE", b"STATUS:CANCELED", "STATUS: one of three"),
    ("VALARM without ACTION", b"ACTION:DISPLAY\r\n", b"", "VALARM: an ACTION"),
    ("VALARM without TRIGGER", b"TRIGGER:-PT10M\r\n", b"", "VALARM: a TRIGGER"),
    ("VALARM without a text", b"DESCRIPTION:Soon\r\n", b"", "a DESCRIPTION to display"),
    ("TRIGGER in minutes", b"TRIGGER:-PT10M", b"TRIGGER:-10", "TRIGGER: a duration"),
]


def test_the_good_feed_passes() -> None:
    assert check(GOOD) == []


@pytest.mark.parametrize(("good", "bad", "said"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_a_mistake_is_found(good: bytes, bad: bytes, said: str) -> None:
    wrong = GOOD.replace(good, bad, 1)
    assert wrong != GOOD
    assert any(said in problem for problem in check(wrong)), check(wrong)


def test_there_are_enough_of_them() -> None:
    assert len({name for name, *_ in MISTAKES}) == len(MISTAKES) >= 26


@pytest.mark.parametrize("alarm", [None, 0, 15, 90, 40_320])
def test_every_feed_of_the_example_passes(alarm: int | None) -> None:
    with hotel() as book:
        people = [member.key for team in book.playbook().teams for member in team.members]
        feeds = [book.feed(alarm=alarm)]
        feeds += [book.feed(team=team, alarm=alarm) for team in [team.key for team in book.teams()]]
        feeds += [book.feed(person=person, alarm=alarm) for person in people[:: 5 if alarm else 1]]
    for feed in feeds:
        assert check(feed.encode()) == []
