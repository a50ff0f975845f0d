"""The command's clock is set in one place, and nothing else reads the system's."""

import datetime as dt
import shutil
import time
from pathlib import Path

import clock_free
import pytest
import soak_days
from conftest import ROOT, Run

from huddlekit import InvalidArgumentError, clocks


@pytest.mark.parametrize(
    ("now", "today"),
    [
        ("2026-12-24T06:40:00+01:00", "Thu 2026-12-24"),
        ("2026-12-24T20:30-05:00", "Fri 2026-12-25"),
        ("2028-02-29T00:10:00.5Z", "Tue 2028-02-29"),
    ],
)
def test_today_is_the_team_s_by_the_clock_that_is_set(
    hotel: Run, monkeypatch: pytest.MonkeyPatch, now: str, today: str
) -> None:
    monkeypatch.setenv("HUDDLEKIT_NOW", now)
    assert hotel("next", "--team", "kitchen").out.splitlines()[1].startswith(today)
    assert hotel("publish", "--team", "kitchen").code == 0
    assert hotel("calendar", "--team", "kitchen", "--last", "today").out.splitlines()[1].startswith(today)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-24",
        "2026-12-24T06:40",
        "2026-02-30T06:40Z",
        "0001-01-01T00:00+14:00",
        "2026-12-24T06:40+12:75",
        "noon",
        " ",
        "\udcff\n",
    ],
)
def test_a_wrong_clock_is_told_as_it_was_typed(run: Run, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("HUDDLEKIT_NOW", text)
    done = run("init")
    assert (done.code, done.out) == (2, "")
    rule = "must have a date, a time and an offset, like 2026-12-24T06:40:00Z"
    assert done.err.splitlines()[-1] == f"Error: HUDDLEKIT_NOW: {rule}, got {text!r}"
    assert not Path("book.huddle").exists()
    assert run("--help").code == run("--build-info").code == 0


def test_an_empty_one_is_the_system_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUDDLEKIT_NOW", "")
    clocks.start()
    assert clocks.chosen() is None
    before = dt.datetime.now(dt.UTC)
    assert before <= clocks.now() <= dt.datetime.now(dt.UTC)


def test_it_runs_on_from_there(monkeypatch: pytest.MonkeyPatch) -> None:
    passed = iter([100.0, 100.0, 160.5])
    monkeypatch.setattr("time.monotonic", lambda: next(passed))
    now = clocks.running_from(clocks.instant("2026-12-31T23:59:30Z"))
    assert now() == dt.datetime(2026, 12, 31, 23, 59, 30, tzinfo=dt.UTC)
    assert now() == dt.datetime(2027, 1, 1, 0, 0, 30, 500_000, tzinfo=dt.UTC)


def test_the_demo_is_of_the_day_that_is_set(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUDDLEKIT_NOW", "2028-02-29T09:00:00Z")
    out = run("demo", "--weeks", "4").out
    assert "Tue 2028-02-29" in out
    last = out.splitlines()[-1]
    assert last.startswith("Go on with: HUDDLEKIT_NOW=2028-02-29T09:00:00Z ")
    on = ["today", "--db", "demo/demo.huddle", "--team", "kitchen"]
    assert last.endswith(" ".join(["", *on]))  # what comes before names the command as it was called
    assert "Tuesday 29 February 2028" in run(*on).out


def test_the_wall_knows_what_is_over_by_the_clock_that_is_set(
    hotel: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page(now: str) -> str:
        monkeypatch.setenv("HUDDLEKIT_NOW", now)
        assert hotel("page", "--out", "walls").code == 0
        return Path("walls/front-desk/index.html").read_text(encoding="utf-8")

    assert "<title>Front desk · Early shift" in page("2026-11-23T05:00:00Z")
    assert "<title>Front desk · Late shift" in page("2026-11-23T13:00:00Z")


def test_holidays_are_of_the_year_that_is_set(hotel: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("holidays")
    monkeypatch.setenv("HUDDLEKIT_NOW", "2030-07-01T12:00:00Z")
    assert "2030-01-01 to 2032-12-25" in hotel("holidays", "add", "PT").out


def test_the_error_of_the_package_is_an_invalid_argument() -> None:
    with pytest.raises(InvalidArgumentError, match="HUDDLEKIT_NOW: must have a date, a time and an offset"):
        clocks.instant("tomorrow")


# --- Nothing else reads the system's


def test_nothing_else_reads_the_system_s_clock(capsys: pytest.CaptureFixture[str]) -> None:
    assert (clock_free.main(), capsys.readouterr().out) == (0, "")


@pytest.mark.parametrize(
    "line",
    [
        "today = date.today()",
        "now = dt.datetime.now(dt.UTC)",
        "began = time.time()",
        "const auto start = std::chrono::system_clock::now();",
        "INSERT INTO t VALUES (CURRENT_TIMESTAMP)",
        "with huddlekit.open(path(1), create=True) as book:",
        'auto book = Book::open(file("a"), {.create = true});',
    ],
)
def test_the_lint_finds_what_reads_it(line: str) -> None:
    assert clock_free.readings("tests/a.py", f"first = 1\n{line}\n") == [2]


@pytest.mark.parametrize(
    "line",
    [
        "began = time.monotonic()",
        "quiet_from=datetime.time(20, 0)",
        "huddlekit.open(path(1), now=noon())",
        "Book::open(path, {.now = early})",
    ],
)
def test_the_lint_lets_other_clocks_be(line: str) -> None:
    assert clock_free.readings("tests/a.py", line) == []


def test_the_soak_s_days_are_a_hundred_of_all_kinds() -> None:
    moments = soak_days.moments()
    local = [dt.datetime.fromisoformat(m.local[4:]) for m in moments]
    assert len({(m.local, m.zone) for m in moments}) == 100
    assert {day.weekday() for day in local} == set(range(7))
    assert {day.month for day in local if (day + soak_days.DAY).day == 1} == set(range(1, 13))
    for day in ("2028-02-29 12:00", "2027-01-01 00:10", "2027-03-28 00:40", "2031-12-31 23:55"):
        assert dt.datetime.fromisoformat(day) in local
    assert sum(m.whole for m in moments) == 3


def test_a_simulation_begins_on_the_same_day_on_every_machine(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(ROOT / "src/packs/harbour-hotel.toml", "harbour.toml")
    shown = []
    with monkeypatch.context() as machine:
        machine.setenv("HUDDLEKIT_NOW", "2026-11-30T10:30:00Z")
        for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
            machine.setenv("TZ", zone)
            time.tzset()
            shown.append(run("simulate", "harbour.toml", "--weeks", "1"))
    time.tzset()
    assert shown[0] == shown[1]
    assert shown[0].code == 0
