"""The commands about turns and presence, run the way the shell runs them."""

import json
import re
from datetime import timedelta
from types import SimpleNamespace

import pytest
from desk import PLAYBOOK, desk

from huddlekit.cli import main


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """A command against a book of the front desk, four weeks old."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HUDDLEKIT_TEAM", "front-desk")
    with desk("book.huddle") as book:
        today = book.team("front-desk").day()
        for n in range(-28, 0):
            book.team("front-desk").publish(today + timedelta(days=n))

    def run(*arguments):
        code = main(list(map(str, arguments)))
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return SimpleNamespace(code=code, out=out, err=err)

    run.today = today
    return run


def done(result):
    assert (result.code, result.err) == (0, "")
    return result.out


def refused(result, code, message):
    assert (result.code, result.out) == (code, "")
    assert message in result.err
    if code == 1:
        assert len(result.err.splitlines()) == 1


def shown(run, *arguments):
    return json.loads(done(run("show", *arguments, "--format", "json")))


def test_rota_lists_who_is_next(run):
    done(run("publish", "--date", "today"))
    heading, first, *others = done(run("rota", "-n", "9")).splitlines()
    assert heading.split() == ["DAY", "HUDDLE", "WHO"]
    assert first.startswith(f"{run.today:%a} {run.today}  morning")
    assert first.endswith("published")
    assert len(others) == 8
    assert not any(line.endswith("published") for line in others)
    assert len(done(run("rota")).splitlines()) == 1 + 10
    assert "Dora" not in done(run("rota", "-n", "100"))


def test_rota_lists_the_customers_seat_as_well(run):
    seat = shown(run)["customers_seat"]["name"]
    assert done(run("rota", "--role", "seat", "-n", "2")).splitlines()[1].endswith(f"  {seat}")


def test_skip_says_whose_turn_it_is_now(run):
    def tomorrow_in_rota():
        return done(run("rota", "-n", "2")).splitlines()[2].split("  ")[-1]

    first = tomorrow_in_rota()
    said = done(run("skip", "--date", "tomorrow"))
    assert first != tomorrow_in_rota()
    assert said == f"front-desk/{run.today + timedelta(days=1)}/morning: {tomorrow_in_rota()} leads\n"


def test_swap_says_both_turns(run):
    lead = shown(run)["facilitator"]["key"]
    other = "caro" if lead == "ana" else "ana"
    first, second = done(run("swap", other)).splitlines()
    assert first.startswith(f"front-desk/{run.today}/morning: {'Caro' if other == 'caro' else 'Ana'}")
    assert first.endswith(" leads")
    assert second > first
    assert shown(run)["facilitator"]["key"] == other
    refused(run("swap", other), 1, "has this turn already")
    refused(run("swap", "dora", "--date", "+1"), 1, "does not take turns")


def test_give_back_makes_a_revision_with_its_reason(run):
    refused(run("give-back", "Lost her voice"), 1, "not published")
    first = json.loads(done(run("publish", "--format", "json")))
    said = done(run("give-back", "Lost her voice", "--role", "seat"))
    now = shown(run)
    assert (now["revision"], now["reason"]) == (2, "Lost her voice")
    assert said == f"{first['id']}: revision 2, {now['customers_seat']['name']} takes it\n"
    assert now["customers_seat"] != first["customers_seat"]
    refused(run("give-back", ""), 1, "reason: ")


def test_away_and_back(run):
    assert done(run("away", "ana", "2026-12-20", "2027-01-03")) == (
        "absence 1: Ana Costa, 2026-12-20 to 2027-01-03\n"
    )
    refused(run("away", "ana", "2027-01-03", "2027-01-09"), 1, "ana is away already")
    refused(run("away", "ben", "2027-01-03", "2027-01-02"), 1, "last: must not be before 2027-01-03")
    refused(run("away", "anna", "2026-12-20", "2027-01-03"), 1, 'did you mean "ana"?')
    refused(run("away", "ana", "2026-02-30", "2027-01-03"), 2, "must be 2026-11-23, today")
    refused(run("away", "ana"), 2, "Missing argument 'FIRST'")
    assert done(run("back", 1)) == "absence 1: taken back\n"
    refused(run("back", 1), 1, "no such absence, got 1")
    assert done(run("away", "ana", "2026-12-20")) == "absence 1: Ana Costa, from 2026-12-20 on\n"
    assert done(run("back", 1, "2027-01-03")) == "absence 1: Ana Costa, 2026-12-20 to 2027-01-03\n"
    refused(run("back", 1, "2026-12-19"), 1, "last: must not be before 2026-12-20")
    assert done(run("back", 1)) == "absence 1: taken back\n"
    assert "ana" not in shown(run)["segments"][0]["text"].lower()


def test_who_is_away_from_today_does_not_lead(run):
    done(run("away", "ana", "today", "+6"))
    assert "Ana" not in done(run("rota", "-n", "7"))
    assert done(run("private-note")) == "Away: Ana Costa.\n"


def test_roster_load(run, tmp_path):
    week = tmp_path / "week.csv"
    days = [run.today + timedelta(days=n) for n in range(3)]
    week.write_text("date,huddle,member\n" + "".join(f"{day},morning,caro\n" for day in days))
    assert done(run("roster", "load", week)) == "front-desk: 3 huddles\n"
    assert all(re.search(r"\bCaro Lind$", line) for line in done(run("rota", "-n", "3")).splitlines()[1:])
    week.write_text(f"date,huddle,member\n{run.today},,ana\n")
    assert done(run("roster", "load", week)) == "front-desk: 1 huddle\n"


def test_a_bad_roster_is_told_with_its_line(run, tmp_path):
    week = tmp_path / "week.csv"
    week.write_text("date,huddle,member\n2026-11-23,morning\n2026-02-30,morning,ana\n")
    refused(run("roster", "load", week), 1, f"{week}:2:1: must have three columns")
    week.write_text("date,huddle,member\n2026-11-23,morning,anna\n")
    refused(run("roster", "load", week), 1, 'did you mean "ana"?')
    week.write_bytes(b"date,huddle,member\n2026-11-23,morning,an\xe3\n")
    refused(run("roster", "load", week), 1, "must be UTF-8, is not at byte 40")
    refused(run("roster", "load", tmp_path / "none.csv"), 2, "does not exist")


def test_exposure_is_a_table_of_people_and_values(run):
    heading, *people = done(run("exposure")).splitlines()
    assert heading.split() == ["own-it", "listen", "easy"]
    assert [line.split("  ")[0] for line in people] == ["Ana Costa", "Ben Okafor", "Caro Lind", "Dora Szabó"]
    assert sum(map(int, people[0].split()[2:])) == 28


def test_exposure_of_a_team_that_has_not_met(run):
    assert done(run("exposure", "--team", "kitchen")).splitlines()[1].split() == [
        "Eli",
        "Haddad",
        "0",
        "0",
        "0",
    ]


def test_collect(run):
    refused(run("collect", "ana", "--learned", "A time helps."), 1, "not published")
    done(run("publish"))
    told = ("collect", "ana", "--improvement", "I read the notes first.", "--learned", "A time helps.")
    said = done(run(*told))
    assert re.fullmatch(
        rf"improvement \d+: front-desk, {run.today}\nlesson \d+: front-desk, {run.today}\n", said
    )
    assert done(run(*told)) == said, "told twice"
    refused(run("collect", "ana", "--learned", "Another."), 1, "ana has said something else in the round")
    refused(run("collect", "ben"), 1, "must say an improvement or what was learned")


def test_amend(run):
    id = json.loads(done(run("publish", "--format", "json")))["id"]
    refused(run("amend", id, "--took", "9:40"), 1, "is not completed")
    done(run("complete", "--attended", "ana,caro", "--led-by", "ana"))
    assert done(run("amend", id, "--attended", "ana caro", "--led-by", "caro", "--took", "9:40")) == (
        f"{id}: amended\n"
    )
    refused(run("amend", id, "--attended", "ana", "--led-by", "caro"), 1, "led_by: ")
    refused(run("amend", id, "--took", "soon"), 2, "must be minutes and seconds")


def test_simulate_tells_what_would_come_of_a_playbook(run, tmp_path):
    file = tmp_path / "desk.toml"
    file.write_text(PLAYBOOK)
    out = done(run("simulate", file, "--weeks", 2, "--attendance", 1))
    assert out.splitlines()[0].split() == ["TEAM", "WHO", "ATTENDED", "LED", "SEAT", "NOT", "HEARD"]
    assert re.search(r"^front-desk  Ben Okafor +10 ", out, re.MULTILINE)
    assert re.search(r"^value +28 huddles, +\d+ s each$", out, re.MULTILINE)
    assert "warning: Kitchen" in out
    assert out == done(run("simulate", file, "--weeks", 2, "--attendance", 1))
    assert out == done(run("simulate", file, "--weeks", 2, "--attendance", 1, "--first", "today"))
    refused(run("simulate", file, "--weeks", 0), 2, "--weeks")
    refused(run("simulate", file, "--attendance", "1.5"), 2, "--attendance")
    file.write_text("format = 2")
    refused(run("simulate", file), 1, "desk.toml:1:")


def test_simulate_begins_today_with_those_who_are_there_by_then(run, tmp_path):
    file = tmp_path / "desk.toml"
    file.write_text(PLAYBOOK.replace('days = "Mon-Fri"', f"since = {run.today - timedelta(days=1)}"))
    assert "Ben Okafor" not in done(run("simulate", file)).partition("warning")[2]
    assert "warning: Ben Okafor" in done(run("simulate", file, "--first", run.today - timedelta(days=50)))


def test_a_day_without_a_huddle_has_a_code_of_its_own(run):
    done(run("init", "--db", "hotel.huddle"))
    done(run("load", "--pack", "harbour-hotel", "--db", "hotel.huddle"))
    saturday = run.today + timedelta(days=5 - run.today.weekday())
    for command in (["skip"], ["swap", "ines"], ["give-back", "Ill"], ["private-note"]):
        refused(run(*command, "--db", "hotel.huddle", "--team", "leadership", "--date", saturday), 3, "")


@pytest.mark.parametrize("command", [["rota"], ["skip"], ["exposure"], ["private-note"]])
def test_where_several_teams_meet_one_is_to_be_named(run, monkeypatch, command):
    monkeypatch.delenv("HUDDLEKIT_TEAM")
    refused(run(*command), 2, "--team: name one of front-desk, kitchen")
    refused(run(*command, "--team", "kitchens"), 1, 'did you mean "kitchen"?')
    refused(run(*command, "--db", "none.huddle"), 1, "no such book")


@pytest.mark.parametrize(
    "command", [["rota", "-n", "0"], ["rota", "--role", "chair"], ["back", "one"], ["roster"]]
)
def test_wrong_use(run, command):
    result = run(*command)
    assert (result.code, result.out) == (2, "")
