"""Commands for lessons, commitments and notes."""

from collections.abc import Callable
from pathlib import Path

import click

from huddlekit import Audience, Book, Commitment

from . import options
from .options import When, clean, day_meant, opened, table, team_meant


@click.command()
@click.argument("insight")
@options.db
@options.team
@options.date
@click.option("--change", default="", help="What we do differently now.")
@click.option(
    "--importance", type=click.IntRange(1, 3), default=1, show_default=True, help="3: comes back most."
)
@click.option("--value", help="The value it illustrates (key).")
@click.option(
    "--audience",
    type=click.Choice([a.name.lower() for a in Audience]),
    default="team",
    show_default=True,
    help="Whom it comes back to.",
)
def lesson(
    insight: str,
    db: Path,
    team: str | None,
    when: When,
    change: str,
    importance: int,
    value: str | None,
    audience: str,
) -> None:
    """Keeps what a story taught, so that it comes back."""
    with opened(db, to_write=True) as book:
        team = team_meant(book, team)
        day = day_meant(book, team, when)
        kept = book.team(team).lesson(
            insight,
            change=change,
            importance=importance,
            value=value,
            day=day,
            audience=Audience[audience.upper()],
        )
    click.echo(f"lesson {kept.id}: {kept.team}, {kept.day}")


@click.command()
@click.argument("who")
@click.argument("text")
@options.db
@options.team
@click.option("--due", type=options.Day(), required=True, help="2026-11-23, today, tomorrow, +3.")
@click.option("--for-customer", is_flag=True, help="Promised to a customer.")
def commit(who: str, text: str, db: Path, team: str | None, due: When, for_customer: bool) -> None:
    """Notes that WHO (a key) does TEXT by a day."""
    with opened(db, to_write=True) as book:
        team = team_meant(book, team)
        made = book.team(team).commit(who, text, due=day_meant(book, team, due), for_customer=for_customer)
    click.echo(told(made))


def told(c: Commitment) -> str:
    reason = f" ({clean(c.reason)})" if c.reason else ""
    return f"commitment {c.id}: {clean(c.who.name)}, due {c.due}, {c.state.name.lower()}{reason}"


def closed(db: Path, close: Callable[[Book], Commitment]) -> None:
    with opened(db, to_write=True) as book:
        click.echo(told(close(book)))


@click.command()
@click.argument("id", type=int)
@options.db
def kept(id: int, db: Path) -> None:
    """Closes a commitment that was kept, by its ID."""
    closed(db, lambda book: book.journal().kept(id))


@click.command()
@click.argument("id", type=int)
@click.argument("reason")
@options.db
def missed(id: int, reason: str, db: Path) -> None:
    """Closes a commitment that was not kept, and says why."""
    closed(db, lambda book: book.journal().missed(id, reason))


@click.command()
@click.argument("id", type=int)
@click.argument("reason", default="")
@options.db
def dropped(id: int, reason: str, db: Path) -> None:
    """Closes a commitment that is not needed any more."""
    closed(db, lambda book: book.journal().dropped(id, reason))


@click.command()
@options.db
@options.team
@click.option("--all", "everything", is_flag=True, help="Closed ones too.")
def commitments(db: Path, team: str | None, everything: bool) -> None:
    """Lists open commitments with their IDs."""
    with opened(db) as book:
        found = book.team(team_meant(book, team)).commitments(only_open=not everything)
    rows = [["ID", "DUE", "WHO", "STATE", "TEXT"]]
    rows += [[str(c.id), str(c.due), c.who.name, c.state.name.lower(), c.text] for c in found]
    if found:
        click.echo(table(rows))


@click.command()
@click.argument("text")
@options.db
@options.team
@options.date
@click.option("--source", default="", help="The person or program it is from.")
def note(text: str, db: Path, team: str | None, when: When, source: str) -> None:
    """Adds a note for one day only."""
    with opened(db, to_write=True) as book:
        team = team_meant(book, team)
        made = book.team(team).note(text, day=day_meant(book, team, when), source=source)
    click.echo(f"note {made.id}: {made.team}, {made.day}")


# They stand with the other commands about them.
LESSONS = [lesson]
PROMISES = [commit, commitments, kept, missed, dropped]
COMMANDS = [note]
