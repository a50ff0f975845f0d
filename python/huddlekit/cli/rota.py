"""Commands about turns and presence: who is next, who is away, who has heard what."""

from datetime import date, timedelta
from pathlib import Path

import click

import huddlekit
from huddlekit import Absence, InvalidArgumentError, NotFoundError, Role, Turn, clocks

from . import files, options
from .agendas import the_huddle
from .books import read_playbook
from .options import When, clean, day_meant, opened, table, team_meant

role = click.option(
    "--role",
    type=click.Choice(["lead", "seat"]),
    default="lead",
    show_default=True,
    callback=lambda _ctx, _param, name: Role[name.upper()],
    help="Leading, or the customer's seat.",
)


def said(turn: Turn) -> str:
    doing = {Role.LEAD: "leads", Role.SEAT: "has the customer's seat"}[turn.role]
    return f"{turn.huddle}: {clean(turn.who.name) if turn.who else 'nobody'} {doing}"


@click.command()
@options.db
@options.team
@role
@click.option("-n", "--limit", type=click.IntRange(1, 100), default=10, show_default=True, help="How many.")
def rota(db: Path, team: str | None, role: Role, limit: int) -> None:
    """Lists whose turn it is at the coming huddles."""
    with opened(db) as book:
        turns = book.team(team_meant(book, team)).rota(role, limit)
    rows = [["DAY", "HUDDLE", "WHO", ""]]
    rows += [
        [
            f"{t.day:%a} {t.day}",
            t.huddle.rpartition("/")[2],
            t.who.name if t.who else "nobody",
            "published" if t.published else "",
        ]
        for t in turns
    ]
    click.echo(table(rows))


@click.command()
@options.db
@options.team
@options.date
@options.huddle
@role
def skip(db: Path, team: str | None, when: When, huddle: str | None, role: Role) -> None:
    """Lets a turn pass whoever it falls to.

    That person stays first in line.
    """
    with opened(db, to_write=True) as book:
        click.echo(said(book.huddle(the_huddle(book, team, when, huddle)).skip(role)))


@click.command()
@click.argument("colleague")
@options.db
@options.team
@options.date
@options.huddle
@role
def swap(colleague: str, db: Path, team: str | None, when: When, huddle: str | None, role: Role) -> None:
    """Lets COLLEAGUE (a key) take a turn in exchange.

    Whoever had the turn takes the colleague's next one.
    """
    with opened(db, to_write=True) as book:
        for turn in book.huddle(the_huddle(book, team, when, huddle)).swap(colleague, role):
            click.echo(said(turn))


@click.command("give-back")
@click.argument("reason")
@options.db
@options.team
@options.date
@options.huddle
@role
def give_back(reason: str, db: Path, team: str | None, when: When, huddle: str | None, role: Role) -> None:
    """Gives a published turn back for a REASON.

    Somebody else takes it, in a new revision that shows the reason.
    """
    with opened(db, to_write=True) as book:
        held = book.huddle(the_huddle(book, team, when, huddle))
        if not reason.strip():
            raise InvalidArgumentError(f"reason: must not be empty, got {reason!r}")
        if not held.revisions():
            raise NotFoundError(f"huddle: not published, got {held.id!r}")
        turn = held.skip(role, reason=reason)
        revision = len(held.revisions())
    who = clean(turn.who.name) if turn.who else "nobody"
    click.echo(f"{turn.huddle}: revision {revision}, {who} takes it")


@click.command()
@click.argument("who")
@click.argument("first", type=options.Day())
@click.argument("last", type=options.Day(), required=False)
@options.db
@options.team
def away(who: str, first: When, last: When | None, db: Path, team: str | None) -> None:
    """Notes that WHO is away from FIRST to LAST.

    Both days are included: away ana 2026-12-20 2027-01-03. Without LAST it is not known yet.
    """
    with opened(db, to_write=True) as book:
        team = options.some_team(book, team)
        end = None if last is None else day_meant(book, team, last)
        absence = book.people().away(who, day_meant(book, team, first), end)
    click.echo(in_words(absence))


@click.command()
@click.argument("id", type=int)
@click.argument("last", type=options.Day(), required=False)
@options.db
@options.team
def back(id: int, last: When | None, db: Path, team: str | None) -> None:
    """Ends absence ID with the day LAST.

    Without LAST it is taken back: the person will come after all.
    """
    with opened(db, to_write=True) as book:
        if last is None:
            book.people().cancel_absence(id)
            click.echo(f"absence {id}: taken back")
        else:
            day = day_meant(book, options.some_team(book, team), last)
            click.echo(in_words(book.people().end_absence(id, day)))


def in_words(absence: Absence) -> str:
    days = f"{absence.first} to {absence.last}" if absence.last else f"from {absence.first} on"
    return f"absence {absence.id}: {clean(absence.who.name)}, {days}"


@click.group()
def roster() -> None:
    """Says who is expected at which huddle.

    Where the roster is silent, working days and absences decide.
    """


@roster.command("load")
@click.argument("file", type=files.Named(exists=True))
@options.db
@options.team
def load_roster(file: Path, db: Path, team: str | None) -> None:
    """Loads FILE, a CSV with the header date,huddle,member.

    FILE may be -, the standard input.
    """
    csv = files.read(file)
    with opened(db, to_write=True) as book:
        team = team_meant(book, team)
        lines = huddlekit.parse_roster(csv, name=str(file))
        count = book.team(team).load_roster(lines)
    click.echo(f"{team}: {count} huddle{'' if count == 1 else 's'}")


@click.command()
@options.db
@options.team
def exposure(db: Path, team: str | None) -> None:
    """Shows who has heard which value how often."""
    with opened(db) as book:
        rows = book.team(team_meant(book, team)).exposure()
    values = list(dict.fromkeys(row.value for row in rows))
    heard = {(row.who.key, row.value): str(row.times) for row in rows}
    people = dict.fromkeys((row.who.key, row.who.name) for row in rows)
    click.echo(
        table([["", *values], *([name, *(heard[key, value] for value in values)] for key, name in people)])
    )


@click.command("private-note")
@options.db
@options.team
@options.date
@options.huddle
@files.out()
def private_note(db: Path, team: str | None, when: When, huddle: str | None, out: Path | None) -> None:
    """Tells the facilitator alone who is new or away.

    Also who has not heard the value of the day yet. A new file is readable by its owner alone.
    """
    with opened(db) as book:
        found = book.huddle(the_huddle(book, team, when, huddle)).entry()
        note = book.team(found.team).leader_note(found.day, huddle=found.huddle)
    files.give(out, "".join(f"{clean(line)}\n" for line in note.splitlines()), private=True)


@click.command()
@click.argument("file", type=files.Named(exists=True))
@click.option("--weeks", type=click.IntRange(1, 104), default=6, show_default=True, help="How many.")
@click.option(
    "--attendance",
    type=options.Number(0, 1),
    default=0.93,
    show_default=True,
    help="The share of those expected who come.",
)
@click.option("--first", type=options.Day(), default=0, show_default="today", help="First day.")
def simulate(file: Path, weeks: int, attendance: float, first: When) -> None:
    """Plays the playbook FILE for some weeks, and warns.

    FILE may be -, the standard input.
    """
    start = first if isinstance(first, date) else clocks.now().date() + timedelta(days=first)
    result = huddlekit.simulate(read_playbook(file), weeks=weeks, attendance=attendance, start=start)
    rows = [["TEAM", "WHO", "ATTENDED", "LED", "SEAT", "NOT HEARD"]]
    rows += [
        [p.team, p.who.name, str(p.attended), str(p.led), str(p.seat), ", ".join(p.unheard)]
        for p in result.people
    ]
    click.echo(table(rows))
    click.echo()
    for t in result.time:
        name = t.segment.name.lower().replace("_", " ")
        click.echo(f"{name:13} {t.huddles:4} huddles, {t.total / t.huddles:4.0f} s each")
    for warning in result.warnings:
        click.echo(f"warning: {clean(warning)}")


COMMANDS = [
    rota,
    skip,
    swap,
    give_back,
    away,
    back,
    roster,
    exposure,
    private_note,
    simulate,
]
