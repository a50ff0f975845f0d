"""Commands about agendas: today, show, publish, plan, revise, cancel."""

import datetime as dt
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import click

from huddlekit import (
    Agenda,
    Book,
    CalendarEntry,
    HuddleState,
    plan_to_html,
    plan_to_markdown,
    plan_to_text,
    to_csv,
    to_ics,
)

from . import files, options
from .options import When, day_meant, huddles_meant, opened, team_meant

FORMATS: dict[str, Callable[[Agenda], str]] = {
    "text": Agenda.to_text,
    "markdown": Agenda.to_markdown,
    "html": Agenda.to_html,
    "page": Agenda.to_html_page,
    "json": Agenda.to_json,
    "slack": Agenda.to_slack,
    "ics": Agenda.to_ics,
}
TABLES: dict[str, Callable[[list[Agenda]], str]] = {
    "text": lambda agendas: plan_to_text(agendas, width=columns()),
    "markdown": plan_to_markdown,
    "html": plan_to_html,
    "csv": to_csv,
    "ics": to_ics,
}
FILES = {".html": Agenda.to_html_page, ".md": Agenda.to_markdown, ".json": Agenda.to_json}

a_format = click.option(
    "--format",
    "a_format",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="What it is for; page is for the wall screen.",
)


def put(agendas: Sequence[Agenda], a_format: str) -> None:
    """Prints them one after the other; JSON and Slack messages a line each."""
    if not agendas:
        raise click.exceptions.Exit(3)
    if a_format == "page" and len(agendas) > 1:
        names = ", ".join(agenda.huddle for agenda in agendas)
        raise click.UsageError(f"--huddle: a page shows one agenda, name one of {names}")
    if a_format == "ics":
        files.give(None, to_ics(agendas).encode())  # one calendar, its line ends as they are
        return
    if a_format == "text" and sys.stdout is not None and sys.stdout.isatty():
        from .screen import draw

        draw(agendas)
        return
    between = "" if a_format in ("json", "slack") else "\n"
    click.echo(between.join(FORMATS[a_format](agenda).rstrip("\n") + "\n" for agenda in agendas), nl=False)


def forms(agendas: Iterable[Agenda]) -> dict[str, str]:
    """One page, one Markdown and one JSON file each, by their names in a folder."""
    return {stem(agenda) + suffix: render(agenda) for agenda in agendas for suffix, render in FILES.items()}


def stem(huddle: Agenda | CalendarEntry) -> str:
    """Without the day, so that a screen on the wall can stay at one address."""
    return f"{files.name_of(huddle.team)}/{files.name_of(huddle.huddle)}"


def agendas_of(book: Book, huddles: Iterable[CalendarEntry]) -> list[Agenda]:
    found = (book.team(h.team).agenda(h.day, huddle=h.huddle) for h in huddles)
    return [agenda for agenda in found if agenda]


@click.command()
@options.db
@options.team
@options.huddle
@a_format
def today(db: Path, team: str | None, huddle: str | None, a_format: str) -> None:
    """Shows the agenda of today.

    The published one, or else a preview. Stores nothing.
    """
    with opened(db) as book:
        put(agendas_of(book, huddles_meant(book, team, 0, huddle)), a_format)


@click.command()
@click.argument("id", required=False)
@options.db
@options.team
@options.date
@options.huddle
@click.option("--revision", type=click.IntRange(1), help="An earlier one.")
@a_format
def show(
    id: str | None,
    db: Path,
    team: str | None,
    when: When,
    huddle: str | None,
    revision: int | None,
    a_format: str,
) -> None:
    """Shows the agenda of any day.

    Or of the huddle with that ID, which reads like front-desk/2026-11-23/morning.
    """
    with opened(db) as book:
        agendas = agendas_of(book, huddles_meant(book, team, when, id or huddle))
        if revision is not None and agendas:
            of_all = (book.huddle(agenda.id).revisions() for agenda in agendas)
            agendas = [of_one[revision - 1] for of_one in of_all if revision <= len(of_one)]
            if not agendas:
                raise click.ClickException(f"--revision: no such revision, got {revision}")
        put(agendas, a_format)


@click.command()
@options.db
@options.team
@options.date
@options.huddle
@click.option("--all", "everybody", is_flag=True, help="Every team that meets that day.")
@click.option(
    "--out",
    type=files.Folder(),
    help="Write each as a page, Markdown and JSON: DIRECTORY/front-desk/morning.html and so on. "
    f"{files.RULE_INSIDE}",
)
@a_format
def publish(
    db: Path,
    team: str | None,
    when: When,
    huddle: str | None,
    everybody: bool,
    out: Path | None,
    a_format: str,
) -> None:
    """Settles the agenda of a day and shows it.

    What is published stays as it is: run it as often as you like.
    """
    if everybody and huddle:
        raise click.UsageError("--all: publishes every huddle of the day, leave out --huddle")
    with opened(db, to_write=True, writes=2) as book:
        days = {t.key: day_meant(book, t.key, when) for t in book.teams()} if everybody else {}
        found = huddles_of_all(book, days) if everybody else huddles_meant(book, team, when, huddle)
        if out is not None:  # else it would be published and could not be written
            found = list(found)
            for path in (out / (stem(h) + suffix) for h in found for suffix in FILES):
                files.target(path, out)
        agendas = publish_each(book, found, set(days.values()))
    if out is None or not agendas:
        put(agendas, a_format)
    else:
        for path in files.write_all(out, forms(agendas)):
            click.echo(path)


def huddles_of_all(book: Book, days: Mapping[str, dt.date]) -> Iterable[CalendarEntry]:
    """Of each team on its own day."""
    return (h for team, day in days.items() for h in huddles_meant(book, team, day, None))


def publish_each(book: Book, found: Iterable[CalendarEntry], days_of_all: set[dt.date]) -> list[Agenda]:
    """In one transaction where it is the same day for all teams; else each on its own."""
    if len(days_of_all) == 1:
        return book.publish_all(*days_of_all)
    published = (book.team(h.team).publish(h.day, huddle=h.huddle) for h in found)
    return [agenda for agenda in published if agenda]


@click.command()
@options.db
@options.team
@options.date
@click.option("--days", type=click.IntRange(1, 400), default=14, show_default=True, help="How many.")
@click.option(
    "--table",
    "a_table",
    type=click.Choice(list(TABLES)),
    default="text",
    show_default=True,
    help="What to write the table as.",
)
@click.option(
    "--format", "a_format", type=click.Choice(list(FORMATS)), help="Whole agendas instead of a table."
)
def plan(db: Path, team: str | None, when: When, days: int, a_table: str, a_format: str | None) -> None:
    """Shows who leads and what is talked about in the days to come. Stores nothing."""
    with opened(db) as book:
        team = team_meant(book, team)
        start = day_meant(book, team, when)
        agendas = book.team(team).plan(start, start + dt.timedelta(days=days))
    if a_format or not agendas:
        put(agendas, a_format or "text")
        return
    files.give(None, TABLES[a_table](agendas).encode())


def columns() -> int:
    """As wide as the terminal; into a file or another command as wide as it takes."""
    return max(40, min(shutil.get_terminal_size((200, 24)).columns, 200))


def the_huddle(book: Book, team: str | None, when: When, huddle: str | None) -> str:
    """The id of the one huddle that is meant."""
    if huddle and huddle.count("/") == 2:
        return huddle
    team = team_meant(book, team)
    day = day_meant(book, team, when)
    huddles = book.team(team).calendar(day, day + dt.timedelta(days=1))
    if huddle:  # an id names the day that the rule gives, which may be another
        return next((h.id for h in huddles if h.huddle == huddle), f"{team}/{day}/{huddle}")
    held = [h for h in huddles if h.state != HuddleState.CANCELLED] or huddles
    if not held:
        raise click.exceptions.Exit(3)
    if len(held) > 1:
        raise click.UsageError(f"--huddle: name one of {', '.join(h.huddle for h in held)}")
    return held[0].id


@click.command()
@click.argument("reason")
@options.db
@options.team
@options.date
@options.huddle
@click.option("--away", multiple=True, callback=options.keys, help="Who cannot come (keys).")
@a_format
def revise(
    reason: str,
    db: Path,
    team: str | None,
    when: When,
    huddle: str | None,
    away: list[str],
    a_format: str,
) -> None:
    """Makes the next revision of a published agenda, for a REASON.

    Somebody is ill, a guest complained at 06:45. The value of the day stays, and so do earlier revisions.
    """
    with opened(db, to_write=True) as book:
        agenda = book.huddle(the_huddle(book, team, when, huddle)).revise(reason, away=away)
    put([agenda], a_format)


@click.command()
@click.argument("reason")
@options.db
@options.team
@options.date
@options.huddle
def cancel(reason: str, db: Path, team: str | None, when: When, huddle: str | None) -> None:
    """Takes a huddle off the calendar, for a REASON.

    Its turns are given back.
    """
    with opened(db, to_write=True) as book:
        id = the_huddle(book, team, when, huddle)
        book.huddle(id).cancel(reason)
    click.echo(f"{id}: cancelled")


COMMANDS = [today, show, publish, plan, revise, cancel]
