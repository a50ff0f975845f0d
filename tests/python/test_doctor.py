"""The doctor says how a book and the place where it lies stand."""

import contextlib
import os
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from houses import MONDAY, hotel, noon

import huddlekit as hk
from huddlekit import Health


def found(book: hk.Book) -> dict[str, hk.Checkup]:
    return {line.key: line for line in book.check_up()}


def test_a_sound_book_is_good_but_for_what_it_lacks(tmp_path: Path) -> None:
    book = hotel(tmp_path / "a.huddle")
    book.team("kitchen").win("It went well.")
    lines = found(book)
    assert [*lines][:8] == ["engine", "zones", "place", "rights", "space", "log", "backup", "contents"]
    for key in ("place", "rights", "log", "contents"):
        assert lines[key].health is Health.GOOD, lines[key]
        assert not lines[key].advice
    assert lines["engine"].found.startswith("The book is kept by SQLite 3.")
    assert lines["backup"].health is Health.WARNING
    book.backup(tmp_path / "a2.huddle")  # reads like another book
    assert found(book)["backup"] == lines["backup"]
    book.backup(tmp_path / "a.copy.huddle")
    os.utime(tmp_path / "a.copy.huddle", (noon()().timestamp(),) * 2)
    assert found(book)["backup"].found == "The latest copy beside the book is of 23 November 2026."
    assert all(line.advice or line.health is Health.GOOD for line in lines.values())


def test_it_sees_what_is_wide_open(tmp_path: Path) -> None:
    book = hotel(tmp_path / "a.huddle")
    (tmp_path / "a.huddle").chmod(0o644)
    assert found(book)["rights"].health is Health.WARNING
    assert "chmod 600" in found(book)["rights"].advice


def test_it_finds_the_book_from_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    book = hotel("a.huddle")
    Path("a.huddle").chmod(0o644)
    Path("a.copy.huddle").touch()
    here = found(book)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    there = found(book)
    assert [*there] == [*here]
    assert all(there[key] == here[key] for key in here if key != "space")  # others fill the disk meanwhile
    assert found(book)["rights"].health is Health.WARNING
    assert str(tmp_path) in found(book)["place"].found


def test_it_sees_what_contradicts_itself(tmp_path: Path) -> None:
    with hotel(tmp_path / "a.huddle") as book:
        book.team("kitchen").publish(MONDAY)
    with contextlib.closing(sqlite3.connect(tmp_path / "a.huddle")) as raw:
        raw.execute("UPDATE huddle SET revision = 2")
        raw.commit()
    with hk.open(tmp_path / "a.huddle", now=noon()) as book:
        contents = found(book)["contents"]
        assert contents.health is Health.BAD
        assert "must have an agenda for each of its revisions, has 1 of 2" in contents.found
        assert contents.advice


def test_it_sees_holidays_that_are_followed_and_not_there() -> None:
    playbook = hk.parse_playbook(
        """
format = 1
organisation = { name = "House", zone = "UTC", holidays = ["feasts"] }
[[value]]
key = "own-it"
name = "Own it"
behaviours = ["Do it."]
""",
        name="house",
    )
    with hk.open(":memory:", create=True, now=noon()) as book:
        book.load(playbook)
        missing = found(book)["calendars"]
        assert missing.health is Health.BAD
        assert "holidays add feasts" in missing.advice
        book.load_holidays("feasts", [hk.Holiday(MONDAY + timedelta(days=30), "Feast")], source="test")
        assert found(book)["calendars"].health is Health.WARNING
        book.load_holidays("feasts", [hk.Holiday(MONDAY + timedelta(days=90), "Feast")], source="test")
        assert found(book)["calendars"].health is Health.GOOD


def test_it_speaks(tmp_path: Path) -> None:
    book = hotel(tmp_path / "a.huddle")
    said = {line.key: line.found for line in book.speaking("en-XA").check_up()}
    assert said["contents"] == "Ŵĥáţ îš îñ ţĥé ƀööķ îš ŵĥöļé."


def test_the_command_says_it_line_by_line(run: Callable[..., Any], tmp_path: Path) -> None:
    assert run("init").code == 0
    done = run("doctor")
    assert done.code == 0
    assert "ok  What is in the book is whole." in done.out
    assert "    -> `huddlekit backup`" in done.out
    assert run("doctor", "--db", "none.huddle").code == 1
