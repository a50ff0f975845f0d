"""What the commands have in common: options, days as people say them, and which huddle is meant."""

import contextlib
import datetime as dt
import math
import os
import re
import stat
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

import huddlekit
from huddlekit import Book, CalendarEntry, HuddleState, NotFoundError, clocks

Command = TypeVar("Command", bound=Callable[..., Any])

# A day, or so many days from the team's own today.
When = dt.date | int
FARTHEST = 36_500  # days from today
KINDS = {
    stat.S_IFREG: "a file",
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a FIFO",
    stat.S_IFSOCK: "a socket",
}


class Day(click.ParamType):
    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> When:
        if not isinstance(value, str):
            return value  # the default
        words = {"yesterday": -1, "today": 0, "tomorrow": 1}
        if value in words:
            return words[value]
        if re.fullmatch(r"[+-]\d{1,5}", value, re.ASCII) and abs(int(value)) <= FARTHEST:
            return int(value)
        if re.fullmatch(r"(19|2\d)\d\d-\d\d-\d\d", value, re.ASCII):
            with contextlib.suppress(ValueError):  # there is no 30th of February
                return dt.date.fromisoformat(value)
        return self.fail(f"must be 2026-11-23, today, tomorrow, yesterday or +3, got {value!r}", param, ctx)


class Length(click.ParamType):
    name = "length"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        parts = re.fullmatch(r"(?:(\d{1,4}):)?(\d{1,5})", value, re.ASCII)
        if not parts:
            return self.fail(f"must be minutes and seconds, 9:40, or seconds, got {value!r}", param, ctx)
        return int(parts[1] or 0) * 60 + int(parts[2])


class Number(click.FloatRange):
    """One that is a number: NaN is neither too small nor too large."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        number = float(super().convert(value, param, ctx))
        return self.fail(f"must be a number, got {value!r}", param, ctx) if math.isnan(number) else number


def keys(_ctx: click.Context, _param: click.Parameter, given: Sequence[str]) -> list[str]:
    """`--who ana,rui` is the same as `--who ana --who rui`."""
    return [key for text in given for key in text.replace(",", " ").split()]


db = click.option(
    "--db",
    type=click.Path(path_type=Path),
    envvar="HUDDLEKIT_DB",
    default="book.huddle",
    show_default="$HUDDLEKIT_DB or book.huddle",
    help="The book.",
)
team = click.option(
    "--team",
    envvar="HUDDLEKIT_TEAM",
    show_envvar=True,
    help="Key of the team; may be left out when there is only one.",
)
date = click.option(
    "--date",
    "when",
    type=Day(),
    default=0,
    show_default="the team's today",
    help="2026-11-23, today, tomorrow, yesterday, +3.",
)
huddle = click.option(
    "--huddle", help="Which of the team's huddles; or a whole id, front-desk/2026-11-23/morning."
)


def opened(db: Path, *, to_write: bool = False, writes: int = 1) -> Book:
    """The book, opened read-only when it is not ours to write, and told who writes.

    `writes` is how many calls the command makes: a name is of one.
    """
    if not db.exists():
        raise click.ClickException(f"{db}: no such book; make one with `huddlekit init`, or name it by --db")
    must_be_book(db)
    ours = os.access(db, os.W_OK) and os.access(db.absolute().parent, os.W_OK)
    told = click.get_current_context().find_root().params
    by, call = told.get("by"), told.get("call")
    if call is not None and to_write and writes != 1:
        raise click.UsageError("--call: is the name of one write, and this command may make several")
    book = huddlekit.open(db, read_only=not to_write and not ours, now=clocks.chosen())
    return book.by(by or None, call=call) if to_write and (by or call is not None) else book


def must_be_book(db: Path) -> None:
    """Refuses what is no file, of which nobody knows how long it takes to open."""
    if db.exists() and not db.is_file():
        raise click.ClickException(f"{db}: must be a book, is {kind(os.stat(db).st_mode)}")


def kind(mode: int) -> str:
    """What stands somewhere, in a word."""
    return KINDS.get(stat.S_IFMT(mode), "a device")


def some_team(book: Book, team: str | None) -> str:
    """The team named, or the first there is: enough to know what today is."""
    if team:
        return team
    teams = [team.key for team in book.teams()]
    if not teams:
        raise click.ClickException(f"{book.path}: no teams yet; `huddlekit load` a playbook first")
    return teams[0]


def team_meant(book: Book, team: str | None) -> str:
    """The team named, or the only one there is."""
    meant = some_team(book, team)
    if not team and len(teams := [team.key for team in book.teams()]) > 1:
        raise click.UsageError(f"--team: name one of {', '.join(teams)}")
    return meant


def zone_of(book: Book, team: str) -> str:
    zone = next((each.zone for each in book.playbook().teams if each.key == team), None)
    if zone is None:
        raise NotFoundError(f"team: no such team in force, got {team!r}")
    return zone


def day_meant(book: Book, team: str, when: When) -> dt.date:
    """Today is the team's own local date."""
    return when if isinstance(when, dt.date) else book.team(team).day() + dt.timedelta(days=when)


def days_meant(book: Book, team: str, first: When, last: When) -> tuple[dt.date, dt.date]:
    """The first day, and the one after the last."""
    start, end = day_meant(book, team, first), day_meant(book, team, last)
    if end < start:
        raise click.UsageError(f"--last: must not be before {start}, got {end}")
    return start, end + dt.timedelta(days=1)


def huddles_meant(book: Book, team: str | None, when: When, huddle: str | None) -> list[CalendarEntry]:
    """The huddles of the day, only the one named if one is; those that were cancelled left out."""
    if huddle and huddle.count("/") == 2:
        named, text, key = huddle.split("/")
        id = f"{named}/{day_meant(book, named, Day().convert(text, None, None))}/{key}"
        with contextlib.suppress(NotFoundError):  # else no huddle that day, or says below what is wrong
            found = book.huddle(id).entry()
            return [found] if found.state != HuddleState.CANCELLED else []
        team, huddle, when = named, key, Day().convert(text, None, None)
    team = team_meant(book, team)
    day = day_meant(book, team, when)
    if huddle:
        book.team(team).agenda(day, huddle=huddle)  # says so when the team has no such huddle
    return [
        found
        for found in book.team(team).calendar(day, day + dt.timedelta(days=1))
        if huddle in (None, found.huddle) and found.state != HuddleState.CANCELLED
    ]


def clean(text: str) -> str:
    """One line with nothing in it that a terminal would obey: people's text is data."""
    return clean_part(text).strip()


def clean_part(text: str) -> str:
    """Of such a line, with the blanks at its ends."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"[\u202a-\u202e\u2066-\u2069]", "", text)  # these reorder what stands around them
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", "\N{REPLACEMENT CHARACTER}", text)


def clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Columns, two blanks apart; the first row is the heading."""
    rows = [[clean(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell + " " * (w - width(cell)) for cell, w in zip(row, widths, strict=False))
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def width(text: str) -> int:
    """Columns on a terminal, near enough for a table."""
    from unicodedata import combining, east_asian_width

    return sum(1 + (east_asian_width(c) in "WF") for c in text if not combining(c))
