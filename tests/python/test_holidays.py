"""Holidays from files and of countries, and what becomes of huddles on them."""

import builtins
import datetime as dt
import sys

import pytest
from desk import desk

from huddlekit import Holiday, HuddleState, InvalidArgumentError, NotFoundError, parse_playbook
from huddlekit.holidays import country_holidays, parse_icalendar, read_holidays

NEW_YEAR = dt.date(2027, 1, 1)


def calendar(*events):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN"]
    for n, event in enumerate(events):
        lines += ["BEGIN:VEVENT", f"UID:{n}", "DTSTAMP:20260101T000000Z", *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def days(holidays):
    return [f"{h.day} {h.name}" for h in holidays]


def test_an_icalendar_gives_every_day_of_its_events():
    found = parse_icalendar(
        calendar(
            ["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227", "SUMMARY:Christmas\\, closed"],
            ["DTSTART;VALUE=DATE:20270101", "SUMMARY:New Year"],
            ["DTSTART:20270105T090000Z", "DTEND:20270105T120000Z", "SUMMARY:Half a day"],
            ["DTSTART;VALUE=DATE:20270110", "SUMMARY:Not after all", "STATUS:CANCELLED"],
            ["DTSTART;VALUE=DATE:20270111"],
        )
    )
    assert days(found) == [
        "2026-12-24 Christmas, closed",
        "2026-12-25 Christmas, closed",
        "2026-12-26 Christmas, closed",
        "2027-01-01 New Year",
        "2027-01-05 Half a day",
        "2027-01-11 Holiday",
    ]


def test_rules_in_an_icalendar_are_followed():
    found = parse_icalendar(
        calendar(
            [
                "DTSTART;VALUE=DATE:20260101",
                "RRULE:FREQ=YEARLY;UNTIL=20290101T000000Z",
                "EXDATE;VALUE=DATE:20280101",
                "SUMMARY:New Year",
            ],
            ["DTSTART;VALUE=DATE:20260601", "RRULE:FREQ=YEARLY", "SUMMARY:Founding day"],
        ),
        today=dt.date(2026, 11, 23),
    )
    new_years = [h.day.year for h in found if h.name == "New Year"]
    assert new_years == [2026, 2027, 2029]
    founding = [h.day for h in found if h.name == "Founding day"]
    assert founding[0] == dt.date(2026, 6, 1)
    assert founding[-1].year == 2036


@pytest.mark.parametrize("text", ["", "date,name\n2026-01-01,x\n", "BEGIN:VCALENDAR\nEND", calendar()])
def test_what_is_not_icalendar_is_refused(text):
    with pytest.raises(InvalidArgumentError, match="school.ics: must"):
        parse_icalendar(text, name="school.ics")


def test_files_are_checked_before_they_are_read(tmp_path):
    def refused(name, content, message):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InvalidArgumentError, match=message):
            read_holidays(tmp_path / name)

    refused("a.csv", b"date,name\n2026-06-13,Santo Ant\xf3nio\n", "must be UTF-8, is not at byte 30")
    refused("a.ics", b"\xff\xfeB\x00", "must be UTF-8, is not at byte 0")
    refused("a.xlsx", b"PK", "must be a .csv or an .ics file")
    with (tmp_path / "big.csv").open("wb") as big:
        big.truncate(50 << 20)
    with pytest.raises(InvalidArgumentError, match="big.csv: must be at most 4 MiB, got 52428800 bytes"):
        read_holidays(tmp_path / "big.csv")
    (tmp_path / "good.CSV").write_text("date,name,region\n2026-06-13,Santo António,PT-11\n", "utf-8")
    assert read_holidays(tmp_path / "good.CSV") == [
        Holiday(dt.date(2026, 6, 13), "Santo António", region="PT-11")
    ]


def test_countries_and_their_parts_come_from_the_package():
    import holidays

    found = country_holidays("AU-NSW", range(2026, 2029))
    reference = holidays.country_holidays("AU", subdiv="NSW", years=[2026, 2027, 2028], language="en_AU")
    assert {h.day: h.name for h in found} == dict(reference)
    assert found == sorted(found, key=lambda h: h.day)
    with pytest.raises(NotFoundError, match="got 'AU-ZZ', the parts of AU are .*NSW"):
        country_holidays("AU-ZZ", [2026])
    with pytest.raises(NotFoundError, match="got 'Atlantis'"):
        country_holidays("Atlantis", [2026])


@pytest.mark.parametrize("package", ["holidays", "icalendar"])
def test_without_the_extra_the_hint_says_how_to_install_it(package, monkeypatch):
    real = builtins.__import__

    def without(name, *args, **kwargs):
        if name.partition(".")[0] == package:
            raise ImportError(name)
        return real(name, *args, **kwargs)

    for name in [n for n in sys.modules if n.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ImportError, match=rf"package {package}: pip install 'huddlekit\[holidays\]'"):
        country_holidays("PT", [2026]) if package == "holidays" else parse_icalendar(calendar())


FOLLOWING = """
format = 1
organisation = { name = "H", zone = "Europe/Lisbon", holidays = ["PT"] }
[[team]]
key = "office"
name = "Office"
members = [{ key = "ana", name = "Ana" }, { key = "ben", name = "Ben" }]
huddle = [{ start = "09:00", rule = "FREQ=WEEKLY;BYDAY=FR", on_holiday = "next" }]
"""


@pytest.fixture
def book():
    with desk() as book:
        book.load(parse_playbook(FOLLOWING, name="desk"))
        book.load_holidays("PT", country_holidays("PT", [2026, 2027]), source="holidays")
        yield book


def test_a_book_keeps_calendars_with_their_source_and_day(book):
    (calendar,) = book.holidays()
    assert (calendar.name, calendar.source, calendar.read) == ("PT", "holidays", dt.date(2026, 11, 23))
    assert Holiday(NEW_YEAR, "Ano Novo") in calendar.holidays
    book.load_holidays("PT", [Holiday(NEW_YEAR, "x")], source="mine.csv")
    assert [c.source for c in book.holidays()] == ["mine.csv"]
    with pytest.raises(InvalidArgumentError, match="holidays: must be 1 to 100000, got 0"):
        book.load_holidays("PT", [], source="mine.csv")
    book.remove_holidays("PT")
    with pytest.raises(NotFoundError, match="no such calendar"):
        book.remove_holidays("PT")


def test_a_huddle_on_a_holiday_moves_and_keeps_its_id(book):
    start, end = dt.date(2026, 12, 30), dt.date(2027, 1, 9)
    moved, usual = book.team("office").calendar(start, end)
    assert (moved.id, moved.day) == ("office/2027-01-01/huddle", dt.date(2027, 1, 4))
    assert moved.moved_from == dt.datetime(2027, 1, 1, 9)
    assert usual.moved_from is None
    agenda = book.team("office").agenda(moved.day)
    assert agenda.id == moved.id
    assert "Moved from Friday 1 January, 09:00: Ano Novo." in agenda.segments[0].text
    assert book.huddle(moved.id).entry() == moved


def test_a_huddle_moves_and_moves_back(book):
    id = "office/2026-12-11/huddle"
    before = book.team("office").calendar(dt.date(2026, 12, 1), dt.date(2027, 1, 1))
    to = dt.datetime(2026, 12, 10, 11, 30)
    moved = book.huddle(id).move(to, "Stocktaking")
    assert (moved.id, moved.day, moved.moved_from) == (id, to.date(), dt.datetime(2026, 12, 11, 9))
    assert moved.starts == dt.datetime(2026, 12, 10, 11, 30, tzinfo=dt.UTC)
    book.team("office").publish(to.date())
    assert book.huddle(id).entry().state == HuddleState.PUBLISHED
    book.huddle(id).move(dt.datetime(2026, 12, 11, 9), "Called off")
    assert book.team("office").agenda(dt.date(2026, 12, 11)).reason == "Called off"
    assert book.team("office").agenda(to.date()) is None
    book.huddle(id).cancel("Closed")
    after = book.team("office").calendar(dt.date(2026, 12, 1), dt.date(2027, 1, 1))
    assert [(h.id, h.starts) for h in after] == [(h.id, h.starts) for h in before]


def test_next_huddle_and_who_meets_now(book):
    friday = dt.datetime(2026, 11, 27, 9, tzinfo=dt.UTC)
    found = book.team("office").next()
    assert (found.id, found.starts) == ("office/2026-11-27/huddle", friday)
    assert book.team("office").next(friday).day == dt.date(2026, 12, 4)
    assert book.meeting_at(friday) == [found]
    assert book.meeting_at(friday + dt.timedelta(minutes=9, seconds=59)) == [found]
    assert book.meeting_at(friday + dt.timedelta(minutes=10)) == []
    with pytest.raises(NotFoundError):
        book.team("offise").next()
