"""The commands about when teams meet, run the way the shell runs them."""

import json

import pytest
from desk import MONDAY, PLAYBOOK

from huddlekit.cli import main


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """A command against a book of the front desk, which meets every day at 06:45."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HUDDLEKIT_TEAM", "front-desk")
    (tmp_path / "desk.toml").write_text(
        PLAYBOOK.replace(" }\n", ', holidays = ["PT"] }\n', 1), encoding="utf-8"
    )

    def run(*arguments, code=0):
        assert main(list(map(str, arguments))) == code
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return err if code else out

    run("init")
    run("load", "desk.toml")
    return run


def rows(text):
    return [line.split() for line in text.splitlines()[1:]]


def test_holidays_of_a_country_take_huddles_off_the_calendar(run):
    assert "PT: " in run("holidays", "add", "PT", "--years", "2026-2028")
    (listed,) = rows(run("holidays", "list"))
    assert [listed[0], listed[2], listed[3]] == ["PT", "2026-01-01", "2028-12-25"]
    week = rows(run("calendar", "--first", "2026-12-23", "--last", "2026-12-26"))
    assert [row[1] for row in week] == ["2026-12-23", "2026-12-24", "2026-12-26"]
    assert run("holidays", "remove", "PT") == "PT: removed\n"
    assert run("holidays", "list") == ""
    assert "no such calendar" in run("holidays", "remove", "PT", code=1)


def test_holidays_of_files_are_named_after_them(run, tmp_path, capsys):
    (tmp_path / "PT.csv").write_text("date,name\n2026-12-24,Consoada\n", encoding="utf-8")
    assert run("holidays", "add", "PT.csv") == "PT: 1 holiday, 2026-12-24 to 2026-12-24\n"
    assert rows(run("holidays", "list"))[0][4] == "PT.csv"
    assert main(["holidays", "add", "PT.csv", "--name", "school"]) == 0
    assert 'nobody follows it yet; write holidays = ["school"]' in capsys.readouterr().err
    (tmp_path / "bad.csv").write_text("date,name\n2026-12-32,x\n", encoding="utf-8")
    assert "bad.csv:2:1: " in run("holidays", "add", "bad.csv", code=1)
    assert "goes with a country" in run("holidays", "add", "PT.csv", "--years", "2026", code=2)
    assert "no such country" in run("holidays", "add", "Atlantis", code=1)
    assert "must be 2026 or 2026-2028" in run("holidays", "add", "PT", "--years", "2028-2026", code=2)


def test_a_huddle_is_moved_and_found_by_its_id(run):
    id = "front-desk/2030-03-05/morning"
    assert "takes place on that day" in run("move", "2030-03-06 08:00", "Late", "--huddle", id, code=1)
    assert run("move", "08:00", "Late", "--huddle", id) == f"{id}: Tue 2030-03-05 08:00\n"
    (row,) = rows(run("calendar", "--first", "2030-03-05", "--last", "2030-03-05"))
    assert row == ["Tue", "2030-03-05", "08:00", id, "moved", "from", "Tue", "2030-03-05", "06:45"]
    run("cancel", "Closed", "--huddle", "front-desk/2030-03-04/morning")
    run("cancel", "Closed", "--huddle", "front-desk/2030-03-03/morning")
    agenda = json.loads(run("show", id, "--format", "json"))
    assert (agenda["id"], agenda["day"]) == (id, "2030-03-05")
    assert "must be 07:00" in run("move", "later", "x", code=2)


def test_a_huddle_on_another_day_is_shown_by_id_and_by_day(run):
    id = "front-desk/2030-03-05/morning"
    run("cancel", "Closed", "--huddle", "front-desk/2030-03-09/morning")
    assert "was cancelled on that day" in run("move", "2030-03-09 08:00", "x", "--huddle", id, code=1)
    run("load", "desk.toml")
    with_gap = PLAYBOOK.replace("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TU", 1)
    with open("desk.toml", "w", encoding="utf-8") as file:
        file.write(with_gap)
    run("load", "desk.toml")
    run("move", "2030-03-07 08:00", "Stocktaking", "--huddle", id)
    by_id = run("show", id, "--format", "json")
    assert json.loads(by_id)["day"] == "2030-03-07"
    assert run("show", "--date", "2030-03-07", "--format", "json") == by_id
    assert run("show", "--date", "2030-03-05", code=3) == ""


def test_next_shows_every_team_without_one(run, monkeypatch):
    monkeypatch.delenv("HUDDLEKIT_TEAM")
    found = rows(run("next"))
    assert sorted(row[3].split("/")[0] for row in found) == ["front-desk", "kitchen"]
    (one,) = rows(run("next", "--team", "kitchen"))
    assert one[2] == "10:45"
    assert rows(run("teams"))[1][-2:] == ["10:45", "Europe/Lisbon"]
    assert one[1] == str(MONDAY)


def test_calendar_says_what_became_of_each(run):
    run("cancel", "Closed", "--huddle", "front-desk/2030-03-04/morning")
    assert run("calendar", "--first", "2030-03-04", "--last", "2030-03-04").splitlines() == [
        "DAY             START  HUDDLE",
        "Mon 2030-03-04  06:45  front-desk/2030-03-04/morning  cancelled",
    ]
    assert len(rows(run("calendar"))) in (13, 14)


@pytest.mark.parametrize("command", ["calendar", "next", "deliveries"])
def test_a_team_that_is_retired_is_told_in_one_line(run, tmp_path, command):
    run("publish", "--team", "kitchen", "--date", "tomorrow")
    (tmp_path / "desk.toml").write_text(PLAYBOOK.partition('[[team]]\nkey = "kitchen"')[0], encoding="utf-8")
    run("load", "desk.toml")
    assert run(command, "--team", "kitchen", code=1) == (
        "huddlekit: team: no such team in force, got 'kitchen'\n"
    )
