"""Commands about reminders: what is due, sending it, and what became of it."""

from datetime import timedelta
from pathlib import Path

import click

import huddlekit
from huddlekit import Book, Reminder, notify

from . import options
from .options import When, clean, day_meant, opened, table, team_meant, zone_of


def clock(book: Book, reminder: Reminder) -> str:
    return f"{huddlekit.to_local(zone_of(book, reminder.team), reminder.due):%H:%M}"


@click.command()
@options.db
@click.option("--send", is_flag=True, help="Send it; without this, only say what would go where.")
@click.option(
    "-n",
    "--limit",
    type=click.IntRange(1, 10_000),
    default=1_000,
    show_default=True,
    help="How many at most; the others come with the next call.",
)
@click.option(
    "--timeout",
    type=options.Number(0.1, 100),
    default=10,
    show_default=True,
    help="Seconds that a server has to answer.",
)
def remind(db: Path, send: bool, limit: int, timeout: float) -> None:
    """Says what is due to whom, and sends it with --send.

    For cron, every minute: huddlekit remind --send. Where a team's reminders go stands in the environment
    variables that its playbook names. What fails is tried again by a later call, and is exit code 1.
    """
    with opened(db, to_write=send, writes=2) as book:
        if not send:
            due = book.outbox().pending()[:limit]
            for parcel in notify.plan(book, due):
                goes = ", ".join(address.target for address in parcel.addresses)
                where = "; ".join(part for part in (goes and f"to {goes}", parcel.why) if part)
                say(book, parcel.reminder, where)
            return
        results = notify.send(book, limit=limit, timeout=timeout)
        for result in results:
            sent = f"sent to {', '.join(result.targets)}" if result.targets else ""
            failed = f"failed: {result.why}" if result.why else ""
            say(book, result.reminder, "; ".join(part for part in (sent, failed) if part))
    if count := sum(bool(result.why) for result in results):
        raise click.ClickException(f"{count} of {len(results)} not sent; `huddlekit deliveries` says why")


def say(book: Book, reminder: Reminder, where: str) -> None:
    title = clean(reminder.to_email().subject)
    click.echo(f"{clock(book, reminder)}  {reminder.team}  {title}  ({clean(where)})")


@click.command()
@options.db
@options.team
@options.date
def deliveries(db: Path, team: str | None, when: When) -> None:
    """Lists what became of a day's reminders."""
    with opened(db) as book:
        team = team_meant(book, team)
        day = day_meant(book, team, when)
        log = book.outbox().deliveries(team, day, day + timedelta(days=1))
        zone = zone_of(book, team)
    if log:
        rows = [["WHEN", "REMINDER", "OUTCOME", "WHERE", "WHY"]]
        for line in log:
            local = huddlekit.to_local(zone, line.at)
            outcome = line.outcome.name.lower().replace("_", " ")
            rows.append([f"{local:%m-%d %H:%M}", line.reminder, outcome, line.target, line.why])
        click.echo(table(rows))


@click.command()
@click.argument("reminder")
@options.db
def answered(reminder: str, db: Path) -> None:
    """Notes that somebody reacted to a REMINDER (its id)."""
    with opened(db, to_write=True) as book:
        book.outbox().answered(reminder)
    click.echo(f"{reminder}: answered")


COMMANDS = [remind, deliveries, answered]
