"""What a hotel tells in the months before its diary begins, made from the patterns of harbour-year.toml."""

import datetime as dt
import itertools
import re
import tomllib
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import combining, normalize

from huddlekit import Member, TeamDefinition

DAY = dt.timedelta(days=1)
# How many days of a hundred have one, in a team.
WINS, MISSES, PROMISES, NOTES = 18, 4, 16, 6
KEPT, MISSED = 82, 13  # of a hundred commitments; the others are dropped


class Entry(NamedTuple):
    """One entry of the journal: which of the book's calls tells it, and with what."""

    call: str
    fields: dict[str, Any]


class Promise(NamedTuple):
    text: str
    who: str
    due: dt.date
    for_customer: bool
    reason: str  # why it will be missed; empty: kept
    dropped: bool


def told(name: str) -> dict[str, Any]:
    """A TOML file beside this one: the fiction of the demo."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


class Year:
    """The same on every machine and on every run."""

    def __init__(self, teams: dict[str, TeamDefinition], start: dt.date, end: dt.date) -> None:
        self.start, self.end = start, end
        patterns = told("harbour-year")
        self.patterns = {
            (kind, team): [p for p in patterns[kind] if p["team"] == team]
            for kind in ("win", "miss", "lesson", "commitment", "note")
            for team in teams
        }
        self.reasons = [reason["text"] for reason in patterns["reason"]]
        self.turns = {key: itertools.count(chance(*key) % 97) for key in self.patterns}
        self.holidays = {
            member.key: list(self.holidays_of(member)) for team in teams.values() for member in team.members
        }

    def holidays_of(self, member: Member) -> Iterator[tuple[dt.date, dt.date]]:
        """A long one in each half, the first and the last day included."""
        half = (self.end - self.start) / 2
        for number in range(2):
            length = 6 + chance(member.key, "length", str(number)) % 8
            room = half.days - length - 1
            if room > 0:
                first = self.start + number * half + chance(member.key, "first", str(number)) % room * DAY
                yield first, first + length * DAY

    def notes(self, team: str, day: dt.date) -> Iterator[Entry]:
        if self.has(day, NOTES, "note", team):
            pattern, _ = self.next("note", team)
            fields = {"team": team, "day": day, "text": pattern["text"], "source": pattern["from"]}
            yield Entry("note", fields)

    def stories(self, team: TeamDefinition, day: dt.date, there: list[str]) -> Iterator[Entry]:
        """What is told at the end of a day by those who were `there`."""
        known = {member.key: member for member in team.members}
        praised = [key for key in there if known[key].celebrated and known[key].shared]
        if praised and len(there) > 1 and self.has(day, WINS, "win", team.key):
            pattern, turn = self.next("win", team.key)
            who = praised[turn % len(praised)]
            others = [key for key in there if key != who]
            yield Entry(
                "win",
                {
                    "team": team.key,
                    "day": day,
                    "text": pattern["text"].replace("{who}", called(known[who])),
                    "who": [who],
                    "values": pattern["values"],
                    "by": others[turn % len(others)],
                },
            )
        if self.has(day, MISSES, "miss", team.key):
            pattern, _ = self.next("miss", team.key)
            yield Entry("miss", {**pattern, "team": team.key, "day": day})
        lessons = self.patterns["lesson", team.key]
        for number, pattern in enumerate(lessons):
            if self.start < self.end and day == self.start + (self.end - self.start) * (2 * number + 1) // (
                2 * len(lessons)
            ):
                yield Entry("lesson", {**pattern, "day": day})

    def promises(self, team: str, day: dt.date, there: list[str]) -> Iterator[Promise]:
        """What is promised at a huddle."""
        if there and self.has(day, PROMISES, "commitment", team):
            pattern, turn = self.next("commitment", team)
            luck = chance("luck", team, str(day)) % 100
            yield Promise(
                pattern["text"],
                there[turn % len(there)],
                day + (2 + turn % 7) * DAY,
                pattern.get("for_customer", False),
                self.reasons[turn % len(self.reasons)] if KEPT <= luck < KEPT + MISSED else "",
                luck >= KEPT + MISSED,
            )

    def has(self, day: dt.date, share: int, *words: str) -> bool:
        return self.start <= day < self.end and chance(*words, str(day)) % 100 < share

    def next(self, kind: str, team: str) -> tuple[dict[str, Any], int]:
        """The team's next pattern, with the words of this time round."""
        patterns = self.patterns[kind, team]
        turn = next(self.turns[kind, team])
        place, turn_of_its_own = turn % len(patterns), turn // len(patterns)
        pattern = dict(patterns[place])
        pattern["text"] = said(pattern["text"], turn_of_its_own, chance(team, kind, str(turn)))
        return pattern, turn


def called(member: Member) -> str:
    """The part of the name that the key is made of: not every name begins with it."""
    for part in member.name.split():
        plain = "".join(c for c in normalize("NFKD", part) if not combining(c))
        if plain.lower() == member.key:
            return part
    return member.name.split()[0]


def said(text: str, turn: int, luck: int) -> str:
    """One of each [one|two], the next one at each turn, and a room of the house."""

    def choose(group: re.Match[str]) -> str:
        nonlocal turn
        options = group[1].split("|")
        turn, option = divmod(turn, len(options))  # later groups turn more slowly, as a clock's hands do
        return options[option]

    room = f"{1 + luck % 5}{1 + luck // 5 % 24:02}"
    return re.sub(r"\[([^]]+)\]", choose, text).replace("{room}", room)


def chance(*words: str) -> int:
    """The same on every machine and on every run."""
    return zlib.crc32("/".join(words).encode())
