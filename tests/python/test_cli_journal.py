"""Stories, people's rights and exchange on the command line."""

import json
import os
from pathlib import Path

import pytest
from conftest import Run


@pytest.fixture
def kitchen(hotel: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("HUDDLEKIT_TEAM", "kitchen")
    return hotel


def test_a_miss_is_told_with_advice_and_put_right(kitchen: Run) -> None:
    told = kitchen("miss", "At six, Ravi Menon forgot the soup.", "--promise", "Hot food is hot.")
    assert told.code == 0
    assert told.out.startswith("miss 1: kitchen, ")
    assert "'Ravi Menon'" in told.err
    assert "Perhaps:" in told.err
    assert kitchen("misses").out.splitlines()[1].startswith("1   ")
    assert kitchen("put-right", 1, "heard", "--by", "ze").out.endswith(": heard by Zé Patrício\n")
    assert kitchen("put-right", 1, "--by", "ze").code == 0
    assert kitchen("misses").out == ""
    again = kitchen("put-right", 1, "--by", "ravi")
    assert (again.code, again.out) == (1, "")
    assert "put-right already by Zé Patrício" in again.err


def test_what_was_told_is_found(kitchen: Run) -> None:
    kitchen("win", "The ring was under\nthe piano.", "--tag", "lost", "--customer", "a couple")
    assert kitchen("edit", 1, "The ring was under the\npiano stool.").code == 0
    found = kitchen("search", "ring", "PIANO")
    assert found.out.startswith("win 1: kitchen, ")
    assert found.out.endswith(": The ring was under the piano stool.\n")
    assert kitchen("search", "piano", "--kind", "lesson").out == ""
    assert kitchen("search", '"', "NEAR(").code == 0
    assert kitchen("search", "piano", "--first", "today", "--last", "today").out == found.out
    assert kitchen("search", "piano", "--last", "yesterday").out == ""
    assert kitchen("search", "").code == 1
    assert kitchen("search", "x", "--first", "2026-13-01").code == 2


def test_people_have_their_say(kitchen: Run) -> None:
    assert kitchen("consent", "ravi", "--no-leads").out.splitlines()[0] == "no  to lead huddles"
    assert kitchen("consent", "ravi").out.splitlines()[1].startswith("yes to be named in stories")
    kitchen("win", "Ravi Menon and Ravi.", "--who", "ravi")
    assert json.loads(kitchen("export-person", "ravi").out)["consent"] == [{"person": "ravi", "leads": 0}]
    assert kitchen("forget", "ravi").code == 2
    gone = kitchen("forget", "ravi", "--yes")
    assert gone.code == 0
    assert "person: 1 changed" in gone.out
    assert "look at story 1 (Ravi): A colleague and Ravi." in gone.out
    assert kitchen("forget", "ravi", "--yes").out == "nothing left to erase\n"
    assert kitchen("forget", "nobody", "--yes").code == 1


def test_the_journal_goes_out_and_in(kitchen: Run) -> None:
    kitchen("win", "A win.", "--who", "ravi")
    kitchen("lesson", "Ask first.")
    assert kitchen("export", "--out", "journal.jsonl").code == 0
    nowhere = kitchen("export", "--out", "journal.jsonl/x")
    assert (nowhere.code, nowhere.err) == (1, "huddlekit: journal.jsonl/x: Not a directory\n")
    assert kitchen("init", "--db", "other.huddle").code == 0
    assert kitchen("load", "--db", "other.huddle", "--pack", "harbour-hotel").code == 0
    dry = kitchen("import", "journal.jsonl", "--db", "other.huddle", "--dry-run")
    assert "story: 1\n" in dry.out
    assert "would be added" in dry.out
    assert kitchen("import", "journal.jsonl", "--db", "other.huddle").code == 0
    assert kitchen("export", "--db", "other.huddle").out == Path("journal.jsonl").read_text()
    again = kitchen("import", "journal.jsonl", "--db", "other.huddle")
    assert again.code == 1
    assert "must be empty" in again.err


def test_a_bad_file_is_told_line_by_line(kitchen: Run) -> None:
    Path("s.csv").write_text("kind,team,day,text\nwim,kitchen,2026-01-01,x\nwin,kitchn,2026-01-01,x\n")
    done = kitchen("import", "s.csv", "--kind", "stories")
    assert done.code == 1
    assert done.out == ""
    assert [line.split(": ")[1] for line in done.err.splitlines()] == ["s.csv:2", "s.csv:3"]
    assert kitchen("export", "--kind", "stories").out.count("\n") == 1
    Path("latin.csv").write_bytes(b"kind\xe9")
    assert "must be UTF-8" in kitchen("import", "latin.csv").err
    assert kitchen("import", "nowhere.csv").code == 1
    assert os.path.exists("book.huddle")
