"""The command `feed`, and calendars from other commands."""

import datetime as dt
import os
from pathlib import Path

import pytest
from conftest import Run
from desk import early_on_monday
from feed_checker import check

import huddlekit


def test_a_feed_is_written_only_when_it_has_changed(hotel: Run) -> None:
    feed = ("feed", "--team", "kitchen", "--out", "kitchen.ics")
    assert hotel(*feed).out == "kitchen.ics: written\n"
    os.utime("kitchen.ics", (1, 1))
    assert hotel(*feed).out == "kitchen.ics: unchanged\n"
    assert Path("kitchen.ics").stat().st_mtime == 1
    assert check(Path("kitchen.ics").read_bytes()) == []
    hotel("cancel", "Fair", "--team", "kitchen", "--date", "tomorrow")
    assert hotel(*feed).out == "kitchen.ics: written\n"
    assert "STATUS:CANCELLED" in Path("kitchen.ics").read_text(encoding="utf-8")


def test_a_feed_is_of_a_team_of_a_person_or_of_all(hotel: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def names(*options: str) -> str:
        return next(line for line in hotel("feed", *options).out.splitlines() if line.startswith("NAME"))

    monkeypatch.setenv("HUDDLEKIT_TEAM", "kitchen")
    assert names() == "NAME:Kitchen: huddles"
    assert names("--who", "ana") == "NAME:Ana Costa: huddles"
    assert names("--who", "ana", "--team", "front-desk") == "NAME:Ana Costa\\, Front desk: huddles"
    assert names("--all").endswith("Hotel: huddles")
    assert hotel("feed", "--all", "--team", "kitchen").code == 2
    assert hotel("feed", "--all", "--who", "ana").code == 2
    assert hotel("feed", "--who", "anna").code == 1


def test_weeks_and_alarm(hotel: Run) -> None:
    out = hotel("feed", "--team", "kitchen", "--weeks", "2", "--alarm", "15").out
    assert out.count("BEGIN:VEVENT") == out.count("TRIGGER:-PT15M") == 14
    assert hotel("feed", "--team", "kitchen", "--weeks", "58").code == 2


def test_a_feed_of_a_book_that_is_not_ours_to_write(hotel: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and access(path, mode))
    first = hotel("feed", "--team", "kitchen")
    assert (first.code, first.err) == (0, "")
    assert hotel("feed", "--team", "kitchen").out == first.out


def test_today_as_a_calendar(hotel: Run) -> None:
    out = hotel("today", "--team", "front-desk", "--format", "ics").out
    assert out.count("BEGIN:VEVENT") == 2
    assert out.count("BEGIN:VCALENDAR") == 1


def test_a_plan_for_every_place(hotel: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = ("plan", "--team", "front-desk", "--days", "3")
    assert hotel(*plan, "--table", "html").out.count("<tr>") == 7
    assert hotel(*plan, "--table", "csv").out.count("\n") == 7
    assert hotel(*plan, "--table", "ics").out.count("BEGIN:VEVENT") == 6
    monkeypatch.setenv("COLUMNS", "50")
    assert max(map(len, hotel(*plan).out.splitlines())) <= 50


def test_the_module_says_the_same_of_agendas() -> None:
    with huddlekit.open(":memory:", create=True, now=early_on_monday) as book:
        book.load_pack("harbour-hotel")
        day = book.team("kitchen").day()
        agendas = book.team("kitchen").plan(day, day + dt.timedelta(days=2))
    both = huddlekit.to_ics(agendas, name="Kitchen, below", alarm=5)
    assert check(both.encode()) == check(agendas[0].to_ics(alarm=0).encode()) == []
    assert "X-WR-CALNAME:Kitchen\\, below\r\n" in both
    for agenda in agendas:
        assert f"UID:{agenda.id}@harbour-hotel\r\n" in agenda.to_ics()
    assert huddlekit.plan_to_text(agendas, width=200).count("planned") == 2
    with pytest.raises(huddlekit.InvalidArgumentError, match="events: must have different UIDs"):
        huddlekit.to_ics(agendas * 2)
