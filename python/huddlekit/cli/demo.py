"""Four weeks in the life of the Harbour Hotel, played day by day up to today."""

import datetime as dt
import tomllib
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

import huddlekit
from huddlekit import Agenda, Team

from .agendas import RATINGS, put, replace, write
from .options import When, table
from .page import index

DAY = dt.timedelta(days=1)
PLAYED = 28 * DAY
AHEAD = 14 * DAY  # how far to look for the next huddle of a team that does not meet today
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def run(out: Path, when: When | None) -> None:
    """Plays, prints one agenda and a table of all, and writes the book and the pages into `out`."""
    hotel = Hotel(clock(when))
    hotel.play()
    agendas = [agenda for team in hotel.teams for agenda in hotel.shown(team)]
    if not agendas:
        raise click.UsageError("--date: the hotel opened in 2024")
    write(agendas, out)
    replace(out / "index.html", index(agendas))
    book = out / "demo.huddle"
    hotel.save(book)

    put([next((a for a in agendas if a.team == "front-desk"), agendas[0])], "text")
    rows = [["TEAM", "NEXT HUDDLE", "ZONE", "VALUE", "LEADS", ""]]
    for a in agendas:
        start = f"{a.local_start:%a} {a.local_start:%Y-%m-%d %H:%M}"
        leads = a.facilitator.name if a.facilitator else "-"
        rows.append(
            [a.team_name, start, a.zone, a.value_name, leads, "published" if a.published else "preview"]
        )
    click.echo(f"\n{table(rows)}\n")
    click.echo(f"All of them: {out / 'index.html'}")
    click.echo(f"Go on with: huddlekit today --db {book} --team kitchen")


def clock(when: When | None) -> dt.datetime:
    """Now; or noon in UTC of a day, at which it is the same day in all the hotel's offices."""
    now = dt.datetime.now(dt.UTC)
    if when is None:
        return now
    day = when if isinstance(when, dt.date) else now.date() + when * DAY
    return dt.datetime.combine(day, dt.time(12), dt.UTC)


class Hotel:
    """A book in memory, with a clock of its own that runs through the four weeks."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now
        self.book = huddlekit.open(":memory:", create=True, now=lambda: self.now)
        self.book.load_pack("harbour-hotel")
        self.teams = {team.key: team for team in self.book.playbook().teams}
        self.today = {key: self.book.local_day(key) for key in self.teams}
        self.diary = tomllib.loads(huddlekit.pack_text("harbour-journal"))

    def play(self) -> None:
        """Everything up to now. Of today, the huddles are published and not yet held."""
        now = self.now
        day = min(self.today.values()) - PLAYED
        while day <= max(self.today.values()):
            self.now = min(now, dt.datetime.combine(day, dt.time(12), dt.UTC))
            self.take_notes(day)
            for team in self.teams.values():
                if day <= self.today[team.key]:
                    self.meet(team, day)
            self.tell(day)
            day += DAY
        self.now = now

    def take_notes(self, day: dt.date) -> None:
        for note in self.diary["note"]:
            today = self.today[note["team"]]
            meant = today + note["in_days"] * DAY
            if day == min(meant, today):
                self.book.note(note["team"], meant, note["text"], source=note["from"])

    def meet(self, team: Team, day: dt.date) -> None:
        for huddle in self.book.calendar(team.key, day, day + DAY):
            agenda = self.book.publish(team.key, day, huddle=huddle.huddle)
            if agenda and day < self.today[team.key]:
                self.hold(agenda, expected(team, day, huddle.huddle))

    def hold(self, agenda: Agenda, people: list[str]) -> None:
        """One in twelve is away; when it is the one who leads, somebody else does."""
        away = {key for key in people if chance(key, agenda.id) % 12 == 0}
        if agenda.facilitator and agenda.facilitator.key in away:
            reason = f"{agenda.facilitator.name} is ill."
            agenda = self.book.revise(agenda.id, reason, away=sorted(away))
        present = [key for key in people if key not in away]
        took = agenda.timebox - 60 + chance("took", agenda.id) % 100
        asked = any(p.label == "How was it?" for s in agenda.segments for p in s.points)
        rating = list(RATINGS.values())[chance("remembered", agenda.id) % 4] if asked else None
        self.book.complete(agenda.id, attended=present, took=took, lesson_rating=rating)

    def tell(self, day: dt.date) -> None:
        """What the diary has for the end of that day."""
        for kind, tell in (("win", self.book.win), ("miss", self.book.miss), ("lesson", self.book.lesson)):
            for entry in self.diary[kind]:
                if day == self.today[entry["team"]] - entry["days_ago"] * DAY:
                    tell(day=day, **without(entry, "days_ago"))
        for entry in self.diary["commitment"]:
            today = self.today[entry["team"]]
            due = today + entry["due_in"] * DAY
            if day == today - entry["made_days_ago"] * DAY:
                told = without(entry, "made_days_ago", "due_in", "state", "reason")
                entry["id"] = self.book.commit(due=due, made=day, **told).id
            if day == due and "state" in entry:
                close = getattr(self.book, entry["state"])
                close(entry["id"], *([entry["reason"]] if "reason" in entry else []))

    def shown(self, team: str) -> Iterator[Agenda]:
        """Today's agendas of a team, or previews of its next day with a huddle."""
        today = self.today[team]
        ahead = self.book.calendar(team, today, today + AHEAD)
        for huddle in ahead:
            agenda = self.book.agenda(team, huddle.day, huddle=huddle.huddle)
            if agenda and huddle.day == ahead[0].day:
                yield agenda

    def save(self, path: Path) -> None:
        """Puts the book at `path`, whole, in place of the last one."""
        draft = path.with_name(f".{path.name}.new")
        draft.unlink(missing_ok=True)
        self.book.backup(draft)
        for rest in ("-wal", "-shm"):  # of a book that was open when its machine stopped
            path.with_name(path.name + rest).unlink(missing_ok=True)
        draft.replace(path)


def expected(team: Team, day: dt.date, huddle: str) -> list[str]:
    """Keys of the members who come to that huddle."""
    return [
        member.key
        for member in team.members
        if day.weekday() in working_days(member.days)
        and (not member.huddles or huddle in member.huddles)
        and (member.since is None or member.since <= day)
    ]


def working_days(days: str) -> set[int]:
    """The days, Monday being 0, of `every day`, `Mon-Fri`, `Sat-Tue` or `Mon, Wed`."""
    if days == "every day":
        return set(range(7))
    found = set()
    for part in days.split(", "):
        first, last = (WEEKDAYS.index(name) for name in (part.split("-") * 2)[:2])
        found |= {(first + n) % 7 for n in range((last - first) % 7 + 1)}
    return found


def chance(*words: str) -> int:
    """The same on every machine and on every run."""
    return zlib.crc32("/".join(words).encode())


def without(entry: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in keys}
