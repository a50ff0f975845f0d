"""Commands for holding a huddle: run, finish, complete, amend, collect."""

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import click

from huddlekit import Book, ConflictError, HuddleError, LiveHuddle, LivePhase, NewCommitment, RoundAnswer

from . import options, outcome
from .agendas import the_huddle
from .options import When, clock, day_meant, opened
from .stories import said

REFRESH = 0.25  # seconds
WORDS = {
    "": "next",
    " ": "next",
    "\r": "next",
    "\n": "next",
    "n": "next",
    "p": "pause",
    "c": "cut",
    "u": "undo",
    "f": "finish",
    "q": "leave",
    "\x03": "leave",
    "\x04": "leave",
}


@click.command()
@options.db
@options.team
@options.date
@options.huddle
@click.option("--plain", is_flag=True, help="A line for each key pressed, as without a terminal.")
def run(db: Path, team: str | None, when: When, huddle: str | None, plain: bool) -> None:
    """Holds a huddle: its clock, what is on, what to cut when late.

    Begins it, or goes on with one that has begun. Space goes to the next segment, p pauses, c cuts what is
    suggested, u takes that back, f finishes and records it, q leaves it running. Without a terminal it
    reads the keys line by line.
    """
    with opened(db, to_write=True, writes=2) as book:
        id = the_huddle(book, team, when, huddle)
        begun = book.huddle(id).live()
        if begun is None or begun.state.phase != LivePhase.FINISHED:
            book.huddle(id).start()
        if plain or not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout)):
            hold_by_line(book, id)
        else:
            hold_on_screen(book, id)


def hold_by_line(book: Book, id: str) -> None:
    click.echo(line(seen(book, id)))
    for text in sys.stdin or ():
        word = text.strip().lower()
        try:
            more = press(book, id, WORDS.get(word, word))
        except HuddleError as error:
            click.echo(str(error))
            continue
        click.echo(line(seen(book, id)) if more else leaving(book, id))
        if not more:
            return


def hold_on_screen(book: Book, id: str) -> None:
    from rich.console import Console
    from rich.live import Live

    from .live_screen import view

    console, message = Console(highlight=False), ""
    with keyboard() as key, Live(console=console, screen=True, auto_refresh=False) as screen:
        while True:
            screen.update(view(seen(book, id), console, message), refresh=True)
            pressed = key(REFRESH)
            if pressed is None:
                continue
            try:
                message = ""
                if not press(book, id, WORDS.get(pressed.lower(), "")):
                    break
            except ConflictError as error:  # somebody else was quicker
                message = str(error)
    click.echo(leaving(book, id))


def press(book: Book, id: str, word: str) -> bool:
    """Does what a key means; False when there is nothing more to do here."""
    huddle = seen(book, id)
    state = huddle.state
    over = state.phase == LivePhase.FINISHED
    if word == "finish":
        book.huddle(id).finish()
    elif word == "next" and not over:
        book.huddle(id).next()
    elif word == "pause" and not over:
        held = book.huddle(id)
        (held.resume if state.phase == LivePhase.PAUSED else held.pause)()
    elif word == "cut" and huddle.clock.cut:
        book.huddle(id).cut(state.segments[huddle.clock.cut[0]].key)
    elif word == "undo":
        dropped = [s.key for s in state.segments[state.current + 1 :] if s.dropped]
        if dropped:
            book.huddle(id).cut(dropped[0], cut=False)
    return word not in ("finish", "leave")


def seen(book: Book, id: str) -> LiveHuddle:
    huddle = book.huddle(id).live()
    assert huddle is not None  # it has begun
    return huddle


def line(huddle: LiveHuddle) -> str:
    """How it stands, in one line."""
    state, now = huddle.state, huddle.clock
    total = f"{clock(now.elapsed)} of {clock(state.timebox)}"
    if state.phase == LivePhase.FINISHED:
        return f"{total}  finished"
    segment = state.segments[state.current]
    out = f"{total}  {segment.key} {clock(now.took)} of {clock(segment.planned)}"
    if state.phase == LivePhase.PAUSED:
        out += ", paused"
    if now.late:
        out += f", {clock(now.late)} late"
    if now.cut:
        out += ", cut " + " and ".join(state.segments[index].key for index in now.cut)
    return out


def leaving(book: Book, id: str) -> str:
    huddle = seen(book, id)
    took = clock(huddle.clock.elapsed)
    if huddle.state.phase == LivePhase.FINISHED:
        return f"{id}: finished after {took}"
    return f"{id}: goes on at {took}; `huddlekit run` again to see it"


@contextlib.contextmanager
def keyboard() -> Iterator[Callable[[float], str | None]]:
    """Reads single keys of the terminal; gives it back as it was, also when it is interrupted."""
    import os
    import select
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)

    def key(seconds: float) -> str | None:
        ready, _, _ = select.select([terminal], [], [], seconds)
        if not ready:
            return None
        return os.read(terminal, 1).decode("latin-1") or "q"  # nothing to read: the terminal is gone

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise click.exceptions.Exit(130)

    ends = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    handlers = {number: signal.signal(number, stop) for number in ends}
    try:
        tty.setcbreak(terminal)
        yield key
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
        for number, handler in handlers.items():
            signal.signal(number, handler)


@click.command()
@options.db
@options.team
@options.date
@options.huddle
@outcome.told
@click.option(
    "--commit",
    "commitments",
    nargs=3,
    type=(str, str, options.Day()),
    multiple=True,
    metavar="WHO TEXT DUE",
    help="A new commitment: ana 'Ring room 204' tomorrow.",
)
@click.option("--kept", multiple=True, type=int, metavar="ID", help="A commitment that was kept.")
@click.option(
    "--missed", nargs=2, type=(int, str), multiple=True, metavar="ID REASON", help="One that was not."
)
def finish(
    db: Path,
    team: str | None,
    when: When,
    huddle: str | None,
    commitments: tuple[tuple[str, str, When], ...],
    kept: tuple[int, ...],
    missed: tuple[tuple[int, str], ...],
    **how: Any,
) -> None:
    """Ends a huddle and records how it went.

    What is left out is as `run` measured it, or else as planned. Telling the same twice changes nothing.
    """
    with opened(db, to_write=True) as book:
        id = the_huddle(book, team, when, huddle)
        meets = id.split("/")[0]
        held = book.huddle(id)
        record = held.finish if held.live() else held.complete
        record(
            **outcome.meant(**how),
            commitments=[
                NewCommitment(who, text, due=day_meant(book, meets, due)) for who, text, due in commitments
            ],
            kept=list(kept),
            missed=dict(missed),
        )
    click.echo(f"{id}: finished")


@click.command()
@options.db
@options.team
@options.date
@options.huddle
@outcome.told
def complete(db: Path, team: str | None, when: When, huddle: str | None, **how: Any) -> None:
    """Records how a huddle went. What is left out was as planned."""
    with opened(db, to_write=True) as book:
        id = the_huddle(book, team, when, huddle)
        book.huddle(id).complete(**outcome.meant(**how))
    click.echo(f"{id}: completed")


@click.command()
@click.argument("id", required=False)
@options.db
@options.team
@options.date
@options.huddle
@outcome.told
def amend(id: str | None, db: Path, team: str | None, when: When, huddle: str | None, **how: Any) -> None:
    """Corrects what was recorded of a huddle.

    Named by its ID, front-desk/2026-11-23/morning, or by --team, --date and --huddle. What is left
    out stays as it was recorded.
    """
    with opened(db, to_write=True) as book:
        id = the_huddle(book, team, when, id or huddle)
        book.huddle(id).amend(**outcome.meant(**how))
    click.echo(f"{id}: amended")


@click.command()
@click.argument("who")
@click.option("--improvement", default="", help="What they do better from now on.")
@click.option("--learned", default="", help="What a customer has taught them.")
@options.db
@options.team
@options.date
@options.huddle
def collect(
    who: str, improvement: str, learned: str, db: Path, team: str | None, when: When, huddle: str | None
) -> None:
    """Records what WHO said in the round of a monthly meeting.

    It goes straight into the journal. Telling the same twice changes nothing.
    """
    with opened(db, to_write=True) as book:
        id = the_huddle(book, team, when, huddle)
        collected = book.huddle(id).collect_round(
            [RoundAnswer(who, improvement=improvement, learned=learned)]
        )
    for story in collected.improvements:
        click.echo(said(story))
    for lesson in collected.lessons:
        click.echo(f"lesson {lesson.id}: {lesson.team}, {lesson.day}")


COMMANDS = [run, finish, complete, amend, collect]
