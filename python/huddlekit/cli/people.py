"""Commands for people's rights: what they agree to, a copy of what is kept, being forgotten."""

import json
from pathlib import Path

import click

from huddlekit import Consent

from . import files, options
from .options import Command, clean, opened

WISHES = {
    "leads": "to lead huddles",
    "shared": "to be named in stories told to other teams",
    "celebrated": "to be named when a win is told",
}


def wishes(command: Command) -> Command:
    """Gives a command an option for each."""
    for name, meaning in reversed(WISHES.items()):
        option = click.option(f"--{name}/--no-{name}", default=None, help=f"{meaning.capitalize()}.")
        command = option(command)
    return command


@click.command()
@click.argument("who")
@options.db
@wishes
def consent(who: str, db: Path, **wish: bool | None) -> None:
    """Shows what WHO (a key) agrees to, or records their own wish."""
    given = {name: value for name, value in wish.items() if value is not None}
    with opened(db, to_write=bool(given)) as book:
        click.echo(said(book.people().set_consent(who, **given)))


def said(consent: Consent) -> str:
    rows = [f"{'yes' if getattr(consent, name) else 'no ':3} {meaning}" for name, meaning in WISHES.items()]
    return "\n".join(rows)


@click.command("export-person")
@click.argument("who")
@options.db
@files.out()
def export_person(who: str, db: Path, out: Path | None) -> None:
    """Writes everything that is kept about WHO (a key), as JSON.

    A new file is readable by its owner alone.
    """
    with opened(db) as book:
        kept = book.people().data_of(who)
    files.give(out, json.dumps(kept, ensure_ascii=False, indent=2) + "\n", private=True)


@click.command()
@click.argument("who")
@options.db
@click.option("--yes", is_flag=True, help="It is meant.")
def forget(who: str, db: Path, yes: bool) -> None:
    """Erases WHO (a key) for ever; turns and counts stay."""
    if not yes:
        raise click.UsageError(f"--yes: erasing {who} cannot be undone; say that it is meant")
    with opened(db, to_write=True) as book:
        report = book.people().forget(who)
    for touched in report.touched:
        click.echo(f"{touched.what}: {touched.rows} changed")
    for review in report.review:
        click.echo(f"look at {review.what} ({clean(review.found)}): {clean(review.text)}")
    for backup in report.backups:
        click.echo(f"still holds the person: {backup}")
    if not report.scrubbed:
        click.echo("another process was reading: repeat, so that the log is emptied too")
    if not report.touched:
        click.echo("nothing left to erase")


COMMANDS = [consent, export_person, forget]
