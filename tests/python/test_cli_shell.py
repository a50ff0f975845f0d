"""The command as a process of its own, and on a terminal."""

import contextlib
import datetime as dt
import os
import pty
import re
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run
from desk import early_on_monday
from rich.console import Console

import huddlekit
from huddlekit import Agenda
from huddlekit.cli import screen

FRIDAY = "2026-11-27"
DAY = dt.timedelta(days=1)


def in_shell(*arguments: object, **options: object) -> "subprocess.CompletedProcess[str]":
    """The command as a process of its own."""
    command = [sys.executable, "-m", "huddlekit", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


# --- As a process


def test_as_a_process_it_is_the_same_and_may_be_repeated(hotel: Run) -> None:
    first = in_shell("publish", "--team", "kitchen")
    second = in_shell("publish", "--team", "kitchen")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == second.stdout == hotel("today", "--team", "kitchen").out


def test_exit_codes_reach_the_shell(hotel: Run) -> None:
    assert in_shell("show", "--team", "sales-riyadh", "--date", FRIDAY).returncode == 3
    assert in_shell("today").returncode == 2
    failed = in_shell("today", "--team", "nobody")
    assert (failed.returncode, failed.stderr.count("\n")) == (1, 1)


def test_a_reader_that_goes_away_is_no_error(hotel: Run) -> None:
    command = f"{sys.executable} -m huddlekit plan --team kitchen --days 400 --format markdown | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# Kitchen huddle")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_output_that_cannot_be_written_is_one_line_and_1(hotel: Run) -> None:
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "huddlekit", "today", "--team", "kitchen"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "huddlekit: output: No space left on device\n")


def test_a_terminal_of_another_alphabet_is_no_error(hotel: Run) -> None:
    done = in_shell("today", "--team", "kitchen", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, "")


def open_files(pid: int) -> set[str]:
    """Names of the files that a process has open; some are closed again while we look."""
    names = set()
    for file in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            names.add(Path(os.readlink(file)).name)
    return names


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="nothing tells here which files are open")
def test_an_interrupt_ends_it_at_once_even_while_it_waits(hotel: Run) -> None:
    other = sqlite3.connect("book.huddle", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    command = [sys.executable, "-m", "huddlekit", "win", "A win.", "--team", "kitchen"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        while "book.huddle" not in open_files(process.pid):
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
    assert (process.returncode, err) == (-signal.SIGINT, "")  # 130 to a shell
    other.close()
    with huddlekit.open("book.huddle", now=early_on_monday) as book:
        day = book.team("kitchen").day()
        assert book.team("kitchen").stories(day - DAY, day + DAY) == []


# --- On a terminal


def on_a_terminal(*arguments: object) -> str:
    """What the command draws where colours can be shown."""
    try:
        ours, its = pty.openpty()
    except OSError as error:
        pytest.skip(f"no terminal to be had here: {error}")
    command = [sys.executable, "-m", "huddlekit", *map(str, arguments)]
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "90", "NO_COLOR": ""}
    with subprocess.Popen(command, stdout=its, stderr=its, env=environment) as process:
        os.close(its)
        drawn = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # how Linux says that the other end is closed
                part = b""
            if not part:
                break
            drawn += part
    os.close(ours)
    assert process.returncode == 0
    return drawn.decode()


def test_a_terminal_gets_colours_and_the_bar_and_a_pipe_plain_text(hotel: Run) -> None:
    drawn = on_a_terminal("today", "--team", "kitchen")
    assert "\x1b[" in drawn
    plain = re.sub(r"\x1b\[[0-9;]*m", "", drawn)
    bar = next(line for line in plain.splitlines() if line.startswith(" Open"))
    assert len(bar) == 90
    assert "\x1b" not in in_shell("today", "--team", "kitchen").stdout
    assert "\x1b" not in on_a_terminal("today", "--team", "kitchen", "--format", "markdown")


@pytest.mark.parametrize("width", [20, 40, 80, 100, 300])
def test_a_terminal_shows_all_of_it_within_its_width(hotel: Run, width: int) -> None:
    agenda = Agenda.from_json(hotel("show", "--team", "kitchen", "--format", "json").out)
    lines = [line.plain for line in screen.card(agenda, Console(width=width))]
    assert max(map(len, lines)) <= max(width, screen.NARROWEST)
    shown = " ".join(" ".join(line.replace("▌", " ").split()) for line in lines)
    for segment in agenda.segments:
        assert segment.title in shown
        for word in f"{segment.text} {segment.why}".split():
            assert word in shown


def test_the_bar_is_as_wide_as_the_screen(hotel: Run) -> None:
    agenda = Agenda.from_json(hotel("show", "--team", "kitchen", "--format", "json").out)
    for width in range(40, 101):
        assert [line.cell_len for line in screen.bar(agenda, width)] == [width, width]


def test_nothing_that_a_terminal_would_obey_gets_through() -> None:
    assert screen.clean("a\x1b[2Jb\x9bc\u202ed\ne") == "a\ufffd[2Jb\ufffdcd e"
