"""A year in the life of the Harbour Hotel, played day by day up to today; its last weeks have a diary."""

import datetime as dt
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

import huddlekit
from huddlekit import Agenda, Book, NewCommitment, Recovery, SegmentKind, TeamDefinition, clocks

from . import files
from .agendas import forms, put, stem
from .options import When, table
from .outcome import RATINGS
from .page import index, tile
from .year import Entry, Promise, Year, chance, told

DAY = dt.timedelta(days=1)
DIARY = 28 * DAY
COMMON_LENGTHS = {
    SegmentKind.OPEN: 30,
    SegmentKind.VALUE: 95,
    SegmentKind.WIN: 70,
    SegmentKind.LESSON: 75,
    SegmentKind.PROMISES: 60,
    SegmentKind.ROUND: 110,
    SegmentKind.SEAT: 40,
    SegmentKind.CLOSE: 55,
}
RESTS = ("-wal", "-shm")  # of a book that was open when its machine stopped
AHEAD = 14 * DAY  # how far to look for the next huddle of a team that does not meet today


def run(out: Path, when: When | None, weeks: int = 52) -> None:
    """Plays, prints one agenda and a table of all, and writes the book and the pages into `out`."""
    hotel = Hotel(clock(when), weeks)
    hotel.play()
    agendas = [agenda for team in hotel.teams for agenda in hotel.shown(team)]
    if not agendas:
        raise click.UsageError("--date: the hotel opened in 2024")
    book = out / "demo.huddle"
    for rest in ("", *RESTS):
        files.target(out / (book.name + rest), out)
    tiles = (
        tile(a, f"{stem(a)}.html", {"Markdown": f"{stem(a)}.md", "JSON": f"{stem(a)}.json"}) for a in agendas
    )
    page = index(agendas[0].organisation, agendas[0].motto, tiles)
    files.write_all(out, {**forms(agendas), "index.html": page})
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
    command = "huddlekit" if shutil.which("huddlekit") else sys.argv[0]
    if Path(command).name == "__main__.py":
        command = f"{sys.executable} -m huddlekit"
    clock_set = f"{clocks.VARIABLE}={hotel.now:%Y-%m-%dT%H:%M:%SZ} " if when or clocks.chosen() else ""
    click.echo(f"Go on with: {clock_set}{command} today --db {book} --team kitchen")


def clock(when: When | None) -> dt.datetime:
    """Now; or noon in UTC of a day, at which it is the same day in all the hotel's offices."""
    now = clocks.now()
    if when is None:
        return now
    day = when if isinstance(when, dt.date) else now.date() + when * DAY
    return dt.datetime.combine(day, dt.time(12), dt.UTC)


class Hotel:
    """A book in memory, with a clock of its own that runs through the weeks."""

    def __init__(self, now: dt.datetime, weeks: int = 52) -> None:
        self.now = now
        self.book = huddlekit.open(":memory:", create=True, now=lambda: self.now)
        self.book.load_pack("harbour-hotel")
        self.teams = {team.key: team for team in self.book.playbook().teams}
        self.today = {key: self.book.team(key).day() for key in self.teams}
        self.diary = told("harbour-journal")
        first = min(self.today.values())
        self.start = first - max(weeks * 7 * DAY, DIARY)
        self.year = Year(self.teams, self.start, first - DIARY)
        self.promised: dict[str, dict[int, Promise]] = {key: {} for key in self.teams}
        self.expected = self.came = 0  # at all huddles together

    def play(self) -> None:
        """Everything up to now. Of today, the huddles are published and not yet held."""
        now = self.now
        for who, holidays in self.year.holidays.items():
            for start, until in holidays:
                self.book.people().away(who, start, until)
        day = self.start
        while day <= max(self.today.values()):
            self.now = min(now, dt.datetime.combine(day, dt.time(12), dt.UTC))
            self.take_notes(day)
            for team in self.teams.values():
                if day <= self.today[team.key]:
                    self.meet(team, day)
            self.tell(day)
            self.mend(day)
            day += DAY
        self.now = now

    def take_notes(self, day: dt.date) -> None:
        for note in self.diary["note"]:
            today = self.today[note["team"]]
            meant = today + note["in_days"] * DAY
            if day == min(meant, today):
                self.book.team(note["team"]).note(note["text"], day=meant, source=note["from"])
        for team in self.teams:
            tell_all(self.book, self.year.notes(team, day))

    def meet(self, team: TeamDefinition, day: dt.date) -> None:
        there: list[str] = []
        for huddle in self.book.team(team.key).calendar(day, day + DAY):
            agenda = self.book.team(team.key).publish(day, huddle=huddle.huddle)
            if agenda and day < self.today[team.key]:
                there += self.hold(agenda, [person.key for person in self.book.huddle(agenda.id).expected()])
        once = list(dict.fromkeys(there))  # some have been at two huddles
        tell_all(self.book, self.year.stories(team, day, once))

    def hold(self, agenda: Agenda, people: list[str]) -> list[str]:
        """One in fourteen is away; when it is the one who leads, somebody else does. Answers who came."""
        away = {key for key in people if chance(key, agenda.id) % 14 == 0}
        if agenda.facilitator and agenda.facilitator.key in away:
            reason = f"{agenda.facilitator.name} is ill."
            agenda = self.book.huddle(agenda.id).revise(reason, away=sorted(away))
        present = [key for key in people if key not in away]
        self.expected += len(people)
        self.came += len(present)
        seconds = real_lengths(agenda)
        asked = "lesson" in seconds and any(
            p.label == "How was it?" for s in agenda.segments for p in s.points
        )
        rating = list(RATINGS.values())[chance("remembered", agenda.id) % 4] if asked else None
        promises = list(self.year.promises(agenda.team, agenda.day, present))
        due = {id: p for id, p in self.promised[agenda.team].items() if p.due <= agenda.day}
        self.book.huddle(agenda.id).complete(
            attended=present,
            took=sum(seconds.values()),
            seconds=seconds,
            covered=list(seconds),
            lesson_rating=rating,
            commitments=[
                NewCommitment(p.who, p.text, due=p.due, for_customer=p.for_customer) for p in promises
            ],
            kept=[id for id, p in due.items() if not p.reason and not p.dropped],
            missed={id: p.reason for id, p in due.items() if p.reason},
        )
        for id, promise in due.items():
            del self.promised[agenda.team][id]
            if promise.dropped:
                self.book.journal().dropped(id, "It is not needed any more.")
        if promises:
            made = self.book.team(agenda.team).commitments()
            for promise in promises:
                newest = max(c.id for c in made if (c.text, c.due) == (promise.text, promise.due))
                self.promised[agenda.team][newest] = promise
        return present

    def tell(self, day: dt.date) -> None:
        """What the diary has for the end of that day."""
        for kind in ("win", "miss", "lesson"):
            for entry in self.diary[kind]:
                if day == self.today[entry["team"]] - entry["days_ago"] * DAY:
                    tell = getattr(self.book.team(entry["team"]), kind)
                    tell(day=day, **without(entry, "team", "days_ago"))
        for entry in self.diary["commitment"]:
            today = self.today[entry["team"]]
            due = today + entry["due_in"] * DAY
            if day == today - entry["made_days_ago"] * DAY:
                told = without(entry, "team", "made_days_ago", "due_in", "state", "reason")
                entry["id"] = self.book.team(entry["team"]).commit(due=due, made=day, **told).id
            if day == due and "state" in entry:
                close = getattr(self.book.journal(), entry["state"])
                close(entry["id"], *([entry["reason"]] if "reason" in entry else []))

    def mend(self, day: dt.date) -> None:
        """A miss is put right four days later, by one of the team."""
        for team in self.teams.values():
            for miss in self.book.team(team.key).open_misses():
                if miss.day <= min(day, self.today[team.key]) - 4 * DAY:
                    by = team.members[chance("mend", miss.text) % len(team.members)].key
                    for step in Recovery:
                        self.book.journal().put_right(miss.id, step, by=by, day=miss.day + 4 * DAY)

    def shown(self, team: str) -> Iterator[Agenda]:
        """Today's agendas of a team, or previews of its next day with a huddle."""
        today = self.today[team]
        ahead = self.book.team(team).calendar(today, today + AHEAD)
        for huddle in ahead:
            agenda = self.book.team(team).agenda(huddle.day, huddle=huddle.huddle)
            if agenda and huddle.day == ahead[0].day:
                yield agenda

    def save(self, path: Path) -> None:
        """Puts the book at `path`, whole, in place of the last one."""
        real = files.target(path, path.parent)
        with files.replacing(real) as draft:
            self.book.backup(draft)
            for rest in RESTS:
                real.with_name(real.name + rest).unlink(missing_ok=True)


def real_lengths(agenda: Agenda) -> dict[str, int]:
    """How long each segment took: every team has habits, and no two days are the same."""
    lengths = {}
    for segment in agenda.segments:
        kind = segment.kind.name.lower()
        habit = 80 + chance(agenda.team, kind) % 46
        today = 88 + chance(agenda.id, kind) % 25
        late = segment.kind == SegmentKind.SEAT and chance(agenda.id, "late") % 20 == 0
        if segment.kind != SegmentKind.FINISH_EARLY and not late:
            lengths[kind] = COMMON_LENGTHS[segment.kind] * habit * today // 10_000
    return lengths


def tell_all(book: Book, entries: Iterator[Entry]) -> None:
    for call, fields in entries:
        getattr(book.team(fields["team"]), call)(**without(fields, "team"))


def without(entry: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in keys}
