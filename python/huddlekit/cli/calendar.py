"""Commands about when teams meet: calendar, next, move, holidays."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import click

import huddlekit
from huddlekit import CalendarEntry, Holiday, HuddleState, clocks

from . import files, options
from .agendas import the_huddle
from .options import When, day_meant, days_meant, opened, table, team_meant, zone_of


def row_of(h: CalendarEntry, zone: str) -> list[str]:
    starts = huddlekit.to_local(zone, h.starts)
    what = "" if h.state == HuddleState.PLANNED else h.state.name.lower().replace("_", " ")
    if h.moved_from:
        what = f"{what}, " * bool(what) + f"moved from {h.moved_from:%a %Y-%m-%d %H:%M}"
    return [f"{starts:%a %Y-%m-%d}", f"{starts:%H:%M}", h.id, what]


@click.command("calendar")
@options.db
@options.team
@click.option("--first", type=options.Day(), default=0, show_default="the team's today", help="First day.")
@click.option("--last", type=options.Day(), show_default="two weeks in all", help="Last day.")
def calendar(db: Path, team: str | None, first: When, last: When | None) -> None:
    """Lists the huddles to come, and what became of each."""
    with opened(db) as book:
        team = team_meant(book, team)
        day = day_meant(book, team, first)
        last = day + dt.timedelta(days=13) if last is None else last
        huddles = book.team(team).calendar(*days_meant(book, team, day, last))
        zone = zone_of(book, team)
    rows = [row_of(h, zone) for h in huddles]
    if not rows:
        raise click.exceptions.Exit(3)
    click.echo(table([["DAY", "START", "HUDDLE", ""], *rows]))


@click.command("next")
@options.db
@options.team
def next_one(db: Path, team: str | None) -> None:
    """Shows the next huddle, of every team without --team."""
    with opened(db) as book:
        found = (book.team(key).next() for key in ([team] if team else [team.key for team in book.teams()]))
        huddles = sorted((h for h in found if h), key=lambda h: (h.starts, h.id))
        rows = [[*row_of(h, zone), zone] for h in huddles for zone in [zone_of(book, h.team)]]
    if not rows:
        raise click.exceptions.Exit(3)
    click.echo(table([["DAY", "START", "HUDDLE", "", "ZONE"], *rows]))


class Moment(click.ParamType):
    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """`2026-11-24 07:00`, or `07:00` alone: the day is then the huddle's."""
        parts = re.fullmatch(r"(?:(\S+)[ T])?([01]\d|2[0-3]):([0-5]\d)", value, re.ASCII)
        if not parts:
            return self.fail(f"must be 07:00 or '2026-11-24 07:00', got {value!r}", param, ctx)
        day = options.Day().convert(parts[1], param, ctx) if parts[1] else None
        return day, dt.time(int(parts[2]), int(parts[3]))


@click.command()
@click.argument("to", type=Moment())
@click.argument("reason")
@options.db
@options.team
@options.date
@options.huddle
def move(
    to: tuple[When | None, dt.time], reason: str, db: Path, team: str | None, when: When, huddle: str | None
) -> None:
    """Lets a huddle take place at another time, for a REASON.

    TO is 07:00 or "2026-11-24 07:00". The huddle keeps its id. What is published is revised.
    """
    with opened(db, to_write=True) as book:
        found = book.huddle(the_huddle(book, team, when, huddle)).entry()
        day = found.day if to[0] is None else day_meant(book, found.team, to[0])
        moved = book.huddle(found.id).move(dt.datetime.combine(day, to[1]), reason)
        starts = huddlekit.to_local(zone_of(book, moved.team), moved.starts)
    click.echo(f"{moved.id}: {starts:%a %Y-%m-%d %H:%M}")


@click.group()
def holidays() -> None:
    """Keeps the holidays on which teams do not meet."""


class Years(click.ParamType):
    name = "years"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> range:
        parts = re.fullmatch(r"((?:19|2\d)\d\d)(?:-((?:19|2\d)\d\d))?", value, re.ASCII)
        first, last = (int(parts[1]), int(parts[2] or parts[1])) if parts else (1, 0)
        if not 0 <= last - first < 100:
            return self.fail(f"must be 2026 or 2026-2028, got {value!r}", param, ctx)
        return range(first, last + 1)


@holidays.command("add")
@click.argument("source")
@click.option("--years", type=Years(), show_default="this year and two more", help="2026-2028.")
@click.option("--name", show_default="SOURCE, or the file's stem", help="What teams follow it by.")
@options.db
def add(source: str, years: range | None, name: str | None, db: Path) -> None:
    """Puts in the holidays of a country or of a file.

    SOURCE is PT, AU-NSW and the like, or a .csv or .ics file; or -, the standard input, with a --name. What
    the calendar held before is replaced.
    """
    from huddlekit.holidays import country_holidays, package, read_holidays

    if source == "-" and not name:
        raise click.UsageError("--name: the standard input has none of its own")

    with opened(db, to_write=True) as book:
        try:
            is_file = re.search(r"\.(csv|ics)$", source, re.IGNORECASE)
            if years and (is_file or source == "-"):
                raise click.UsageError("--years: goes with a country, not with a file")
            if source == "-":
                found, origin = read_from_input(), source
            elif is_file:
                found, name, origin = read_holidays(source), name or Path(source).stem, Path(source).name
            else:
                this_year = clocks.today().year
                found = country_holidays(source, years or range(this_year, this_year + 3))
                name, origin = name or source, f"holidays {package('holidays').__version__}"
        except ImportError as error:
            raise click.ClickException(str(error)) from None
        assert name is not None  # only the standard input has none of its own
        book.load_holidays(name, found, source=origin)
        playbook = book.playbook()
    click.echo(f"{name}: {len(found)} holiday{'s' * (len(found) != 1)}, {found[0].day} to {found[-1].day}")
    followed = [team.holidays for team in playbook.teams if team.holidays is not None]
    followed.append(playbook.organisation.holidays if playbook.organisation else [])
    names = {name, *(h.region for h in found)} - {""}
    if names.isdisjoint(each for one in followed for each in one):
        click.echo(
            f'huddlekit: warning: nobody follows it yet; write holidays = ["{name}"] in the playbook',
            err=True,
        )


def read_from_input() -> list[Holiday]:
    """CSV, or iCalendar, which says so at its beginning."""
    from huddlekit.holidays import parse_icalendar

    text = files.read(files.STREAM)
    calendar = text.lstrip("\ufeff").lstrip().upper().startswith("BEGIN:VCALENDAR")
    return (parse_icalendar if calendar else huddlekit.parse_holidays)(text, name="-")


@holidays.command("list")
@options.db
def list_holidays(db: Path) -> None:
    """Lists the calendars, where they come from and how far they reach."""
    with opened(db) as book:
        calendars = book.holidays()
    rows = [["NAME", "DAYS", "FROM", "UNTIL", "SOURCE", "READ"]]
    for c in calendars:
        first, last = c.holidays[0].day, c.holidays[-1].day
        rows.append([c.name, str(len(c.holidays)), str(first), str(last), c.source, str(c.read)])
    if len(rows) > 1:
        click.echo(table(rows))


@holidays.command("remove")
@click.argument("name")
@options.db
def remove(name: str, db: Path) -> None:
    """Forgets the calendar of that NAME."""
    with opened(db, to_write=True) as book:
        book.remove_holidays(name)
    click.echo(f"{name}: removed")


COMMANDS = [calendar, next_one, move, holidays]
