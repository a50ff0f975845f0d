"""The command report, run the way the shell runs it."""

import json
from datetime import date, timedelta

import pytest
from desk import desk

from huddlekit.cli.report import two_months_before


@pytest.fixture
def today(run, monkeypatch):
    """A front desk's book, four weeks old."""
    monkeypatch.setenv("HUDDLEKIT_TEAM", "front-desk")
    with desk("book.huddle") as book:
        today = book.team("front-desk").day()
        for n in range(-28, 0):
            book.team("front-desk").publish(today + timedelta(days=n))
    return today


def test_the_team_s_report_as_text(run, today):
    done = run("report", "--first", "-28", "--last", "-3")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Front desk\n")
    assert "Huddles held                26 of 26 (100 %)" in done.out


def test_json_of_the_whole_house(run, today):
    done = run("report", "--organisation", "--first", "-28", "--last", "-3", "--format", "json")
    data = json.loads(done.out)
    assert (data["of"], data["held"]["planned"]) == ("organisation", 26)
    assert data["end"] == str(today - timedelta(days=2))  # the first day that is not in it


def test_a_page_is_written_whole(run, today, tmp_path):
    done = run("report", "--out", "report.html")
    assert (done.code, done.out) == (0, "report.html\n")
    assert (tmp_path / "report.html").read_text().startswith("<!DOCTYPE html>")


def test_left_out_days_are_this_month_and_the_two_before(run, today):
    assert two_months_before(date(2027, 1, 19)) == date(2026, 11, 1)
    first = two_months_before(today - timedelta(days=1))
    left_out = run("report", "--format", "json")
    assert left_out.out == run("report", "--first", first, "--last", "yesterday", "--format", "json").out


def test_wrong_use_is_told_in_one_line(run, today):
    done = run("report", "--first", "1999-01-01")
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "end: must be from 1 to 3660 days after" in done.err
    assert run("report", "--department", "cellar").code == 1
    assert run("report", "--organisation", "--private").code == 1
    assert run("report", "--format", "pdf").code == 2


@pytest.mark.parametrize("command", [["calendar"], ["kept-rate"], ["report"], ["search", "x"]], ids=" ".join)
def test_days_the_wrong_way_round_are_told_as_they_were_given(run, today, command):
    done = run(*command, "--first", "today", "--last", "-3")
    assert (done.code, done.out) == (2, "")
    assert f"--last: must not be before {today}, got {today - timedelta(days=3)}" in done.err
