"""Made-up organisations for tests, and what several tests ask of a book."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import huddlekit
from huddlekit import Book, Meeting, Member, Organisation, Playbook, Prompt, TeamDefinition, Value

T = TypeVar("T")


def examples(usual: int) -> int:
    """How many of hypothesis: `./dev soak days` needs few a day."""
    return min(usual, int(os.environ.get("HUDDLEKIT_EXAMPLES", usual)))


MONDAY = dt.date(2026, 11, 23)
EVERY_DAY = "FREQ=DAILY"


def house(
    *, teams: int = 1, members: int = 4, values: int = 3, timebox: int = 600, zone: str = "UTC"
) -> Playbook:
    """Teams `team-0`, `team-1`, … of members `team-0-a`, `team-0-b`, …, that meet daily at nine."""
    return Playbook(
        "house",
        organisation=Organisation("House", motto="Be kind.", zone=zone),
        values=[Value(f"value-{n}", f"Value {n}", behaviours=[f"Do {n}."]) for n in range(values)],
        prompts=[Prompt(f"value-{n}", f"When did you last do {n}?") for n in range(values)],
        teams=[
            TeamDefinition(
                f"team-{t}",
                f"Team {t}",
                zone=zone,
                members=[Member(f"team-{t}-{chr(97 + m)}", f"Member {m} of {t}") for m in range(members)],
                meetings=[Meeting(dt.time(9), rule=EVERY_DAY, timebox=timebox)],
            )
            for t in range(teams)
        ],
    )


def noon(day: dt.date = MONDAY) -> Callable[[], dt.datetime]:
    """A clock that stands still at noon in UTC."""
    return lambda: dt.datetime.combine(day, dt.time(12), dt.UTC)


def hotel(path: Path | str = ":memory:") -> Book:
    """The example, on a Monday."""
    book = huddlekit.open(path, create=True, now=noon())
    book.load_pack("harbour-hotel")
    return book


def some(found: T | None) -> T:
    """What must be there."""
    assert found is not None
    return found


def python(code: str, *arguments: object, **options: object) -> "subprocess.Popen[str]":
    """Another process that runs the code."""
    command = [sys.executable, "-W", "error", "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options)


def answer(process: "subprocess.Popen[str]") -> str:
    """What it printed; it must have ended well."""
    out, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return out
