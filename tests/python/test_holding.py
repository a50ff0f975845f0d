"""A huddle held: through the book, and by `huddlekit run` and `huddlekit finish`."""

import io
import os
import pickle
import pty
import re
import select
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

import pytest
from conftest import Run
from desk import MONDAY, day, desk, early_on_monday, huddle
from rich.console import Console

import huddlekit
from huddlekit import (
    CommitmentState,
    ConflictError,
    HuddleState,
    LivePhase,
    NewCommitment,
    NotFoundError,
    RoundAnswer,
)
from huddlekit.cli.live_screen import view

START = datetime(2026, 11, 23, 6, 45, tzinfo=UTC)


def at(seconds):
    return START + timedelta(seconds=seconds)


def drawn(held, width=100, height=40):
    console = Console(file=io.StringIO(), width=width, height=height)
    console.print(view(held, console))
    return console.file.getvalue()


# --- Through the book


def test_a_huddle_is_held_and_recorded():
    with desk() as book:
        assert book.huddle(huddle(0)).live() is None
        begun = book.huddle(huddle(0)).start(now=START)
        assert begun.agenda == book.team("front-desk").agenda(MONDAY)
        assert repr(begun) == "<LiveHuddle 'front-desk/2026-11-23/morning', running, 'open' for 0 s>"
        book.huddle(huddle(0)).next(now=at(25))
        book.huddle(huddle(0)).pause(now=at(60))
        assert book.huddle(huddle(0)).resume(now=at(100)).clock.elapsed == 60
        book.huddle(huddle(0)).cut("seat", now=at(100))
        book.huddle(huddle(0)).finish(attended=["ana", "ben"], led_by="ana", now=at(160))
        live = book.huddle(huddle(0)).live(now=at(999))
        assert (live.state.phase, live.clock.elapsed) == (LivePhase.FINISHED, 120)
        assert book.team("front-desk").calendar(MONDAY, day(1))[0].state is HuddleState.COMPLETED
        book.huddle(huddle(0)).complete(
            attended=["ana", "ben"],
            led_by="ana",
            took=120,
            seconds={"open": 25, "value": 95},
            covered=["open", "value"],
        )


def test_an_outcome_makes_and_closes_commitments():
    with desk() as book:
        old, late = (book.team("front-desk").commit("ana", text, due=MONDAY).id for text in ("Ring", "Mend"))
        book.team("front-desk").publish(MONDAY)
        book.huddle(huddle(0)).complete(
            commitments=[NewCommitment("ben", "Order two bells", due=day(2), for_customer=True)],
            kept=[old],
            missed={late: "no part"},
        )
        states = {c.text: c.state for c in book.team("front-desk").commitments(only_open=False)}
        assert states == {
            "Ring": CommitmentState.KEPT,
            "Mend": CommitmentState.MISSED,
            "Order two bells": CommitmentState.OPEN,
        }
        with pytest.raises(ConflictError):
            book.huddle(huddle(0)).complete()


def test_a_round_is_collected_once():
    with desk() as book:
        book.team("front-desk").publish(MONDAY)
        answers = [
            RoundAnswer("ana", improvement="I read the notes first.", learned="A time helps."),
            RoundAnswer("ben", improvement="The key stays on my belt."),
        ]
        collected = book.huddle(huddle(0)).collect_round(answers)
        assert [s.text for s in collected.improvements] == [a.improvement for a in answers]
        assert [lesson.insight for lesson in collected.lessons] == ["A time helps."]
        assert book.huddle(huddle(0)).collect_round(answers) == collected
        with pytest.raises(ConflictError, match="ana has said something else"):
            book.huddle(huddle(0)).collect_round([RoundAnswer("ana", learned="Another.")])
        with pytest.raises(NotFoundError):
            book.huddle(huddle(1)).collect_round(answers)


def test_values_read_like_the_call_and_pickle():
    for value in (
        NewCommitment("ana", "Ring", due=MONDAY, for_customer=True),
        RoundAnswer("ana", learned="A time helps."),
        huddlekit.CollectedRound(),
    ):
        names = {**vars(huddlekit), "datetime": __import__("datetime")}
        assert eval(repr(value), names) == pickle.loads(pickle.dumps(value)) == value


KILLED = """
import os, signal, sys
from datetime import datetime, timedelta, UTC
import huddlekit
start = datetime(2026, 11, 23, 6, 45, tzinfo=UTC)
book = huddlekit.open(sys.argv[1], now=lambda: start)
book.huddle(sys.argv[2]).start(now=start)
book.huddle(sys.argv[2]).next(now=start + timedelta(seconds=30))
book.huddle(sys.argv[2]).next(now=start + timedelta(seconds=120))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_killed_in_its_third_segment_it_goes_on_there_with_the_right_clock(tmp_path):
    path = str(tmp_path / "book.huddle")
    desk(path).close()
    done = subprocess.run([sys.executable, "-c", KILLED, path, huddle(0)], check=False)
    assert done.returncode == -signal.SIGKILL
    with huddlekit.open(path, now=early_on_monday) as book:
        again = book.huddle(huddle(0)).start(now=at(150))
        assert (again.state.current, again.state.phase) == (2, LivePhase.RUNNING)
        assert (again.clock.took, again.clock.elapsed) == (30, 150)


# --- On the screen


def test_the_screen_says_how_it_stands():
    with desk() as book:
        book.huddle(huddle(0)).start(now=START)
        assert "in time" in drawn(book.huddle(huddle(0)).live(now=at(5)))
        late = book.huddle(huddle(0)).live(now=at(450))
        shown = drawn(late)
        assert f"{late.clock.late // 60}:{late.clock.late % 60:02} late" in shown
        assert late.clock.cut
        assert "c cuts Customer" in shown
        assert "cut?" in shown
        book.huddle(huddle(0)).cut("seat", now=at(450))
        assert "  ✗" in drawn(book.huddle(huddle(0)).pause(now=at(450)))
        assert "paused" in drawn(book.huddle(huddle(0)).live(now=at(450)))
        while book.huddle(huddle(0)).live().state.phase is not LivePhase.FINISHED:
            book.huddle(huddle(0)).next(now=at(470))
        assert "finished; press f to record it" in drawn(book.huddle(huddle(0)).live(now=at(999)))


@pytest.mark.parametrize(("width", "height"), [(54, 24), (80, 24), (100, 30), (300, 60)])
def test_the_screen_keeps_within_the_terminal(width, height):
    with desk() as book:
        book.huddle(huddle(0)).start(now=START)
        for seconds in (5, 400, 4000):
            lines = drawn(book.huddle(huddle(0)).live(now=at(seconds)), width, height).splitlines()
            assert max(map(len, lines)) <= width
            assert len(lines) <= height
            assert any("space  next" in line for line in lines)


def test_a_markup_in_a_text_is_shown_as_text():
    with desk() as book:
        book.team("front-desk").win("[bold]Ana[/bold] helped.", day=MONDAY - timedelta(days=1))
        book.huddle(huddle(0)).start(now=START)
        book.huddle(huddle(0)).next(now=at(1))
        assert "[bold]Ana[/bold] helped." in drawn(book.huddle(huddle(0)).next(now=at(2)))


# --- As commands


@pytest.fixture
def kitchen(hotel: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("HUDDLEKIT_TEAM", "kitchen")
    return hotel


def typed(monkeypatch, text):
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_run_reads_its_keys_line_by_line(kitchen: Run, monkeypatch) -> None:
    typed(monkeypatch, "\np\nc\nnonsense\n")
    done = kitchen("run")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert re.fullmatch(r"0:0\d of 8:00  open 0:0\d of 0:\d\d", lines[0])
    assert " value 0:0" in lines[1]
    assert ", paused" in lines[2]
    typed(monkeypatch, "next\nq\nn\n")
    again = kitchen("run").out.splitlines()
    assert ", paused" in again[0]
    assert " value " in again[0]
    assert "goes on at 0:" in again[-1]
    typed(monkeypatch, "finish\n")
    assert "finished after 0:" in kitchen("run").out
    typed(monkeypatch, "")
    refused = kitchen("run")
    assert (refused.code, refused.out.count("finished")) == (0, 1)


def test_finish_records_what_was_said(kitchen: Run) -> None:
    today = huddlekit.open("book.huddle", now=early_on_monday).team("kitchen").day()
    assert kitchen("publish", "--format", "json").code == 0
    ravi = kitchen("commit", "ravi", "Label the fridge", "--due", "today")
    number = re.search(r"commitment (\d+)", ravi.out)[1]
    call = ["finish", "--took", "9:40", "--covered", "open,value", "--kept", number]
    call += ["--commit", "ze", "Order lemons", "+3"]
    done = kitchen(*call)
    assert (done.out, done.err) == (f"kitchen/{today}/service: finished\n", "")
    assert kitchen(*call).code == 0
    assert kitchen("finish").code == 1
    listed = kitchen("commitments", "--all").out
    assert re.search(r"kept +Label the fridge", listed)
    assert f"{today + timedelta(days=3)}  Zé Patrício  open" in listed


def test_on_a_terminal_it_draws_and_gives_the_terminal_back(kitchen: Run) -> None:
    try:
        pid, terminal = pty.fork()
    except OSError as error:  # a bare container may have none
        pytest.skip(str(error))
    if pid == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="90", LINES="40")
        os.execv(sys.executable, [sys.executable, "-m", "huddlekit", "run"])
    seen = ""

    def read_until(text):
        nonlocal seen
        end = time.monotonic() + 20
        while text not in seen and time.monotonic() < end:
            if select.select([terminal], [], [], 0.2)[0]:
                try:
                    seen += os.read(terminal, 65536).decode(errors="replace")
                except OSError:
                    break
        assert text in seen, seen[-2000:]

    read_until("in time")
    os.write(terminal, b" p")
    read_until("paused")
    os.write(terminal, b"q")
    read_until("goes on at")
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    os.close(terminal)
    assert "\x1b[?1049h" in seen
    assert "\x1b[?1049l" in seen
    with huddlekit.open("book.huddle", now=early_on_monday) as book:
        today = book.team("kitchen").day()
        live = book.huddle(f"kitchen/{today}/service").live()
        assert (live.state.phase, live.state.current) == (LivePhase.PAUSED, 1)
