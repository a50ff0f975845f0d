"""Commands that let the journal out and in."""

from pathlib import Path

import click

from huddlekit import CsvKind, ParseError

from . import files, options
from .options import clean, opened

KINDS = ["jsonl", *(kind.name.lower() for kind in CsvKind)]
kind = click.option(
    "--kind",
    type=click.Choice(KINDS),
    default="jsonl",
    show_default=True,
    help="The whole journal, or a table as CSV.",
)


@click.command("export")
@options.db
@kind
@files.out()
def export(db: Path, kind: str, out: Path | None) -> None:
    """Writes the journal as JSON Lines, or a table of it as CSV.

    A new file is readable by its owner alone.
    """
    with opened(db) as book:
        text = book.export_jsonl() if kind == "jsonl" else book.export_csv(CsvKind[kind.upper()])
    files.give(out, text.encode(), private=True)  # the ends of lines are the format's, not the system's


@click.command("import")
@click.argument("file", type=files.Named())
@options.db
@kind
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
def import_(file: Path, db: Path, kind: str, dry_run: bool) -> int:
    """Puts a journal into an empty book, or adds entries from CSV.

    FILE may be -, the standard input.
    """
    text = files.read(file)
    with opened(db, to_write=True) as book:
        try:
            if kind == "jsonl":
                report = book.import_jsonl(text, dry_run=dry_run, name=str(file))
            else:
                report = book.import_csv(CsvKind[kind.upper()], text, dry_run=dry_run, name=str(file))
        except ParseError as error:
            for problem in error.problems:
                click.echo(clean(f"huddlekit: {problem}"), err=True)
            return 1
    if dry_run:
        for line in report.lines:
            click.echo(clean(line))
    told = "would be added" if dry_run else "added"
    click.echo(f"{file}: {report.added} {told}, {report.known} known already")
    return 0


COMMANDS = [export, import_]
