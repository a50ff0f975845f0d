"""The command `report`: how the huddles of a team, a department or the organisation went."""

import datetime as dt
from pathlib import Path

import click

from huddlekit import Report

from . import files, options
from .options import Day, When, opened

FORMATS = {"text": Report.to_text, "json": Report.to_json, "html": Report.to_html_page}


@click.command()
@options.db
@options.team
@click.option("--department", help="Key of a department instead of a team.")
@click.option("--organisation", is_flag=True, help="All teams, whatever HUDDLEKIT_TEAM says.")
@click.option("--first", type=Day(), show_default="the first of the month, two months ago", help="First day.")
@click.option("--last", type=Day(), default=-1, show_default="yesterday", help="Last day.")
@click.option("--private", "is_private", is_flag=True, help="For the facilitator alone: who heard what.")
@click.option(
    "--format",
    "a_format",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="What to write it as.",
)
@files.out()
def report(
    db: Path,
    team: str | None,
    department: str | None,
    organisation: bool,
    first: When | None,
    last: When,
    is_private: bool,
    a_format: str,
    out: Path | None,
) -> None:
    """Reports how the huddles went: of a team, a department, or all.

    Figures about people cover months that are over and lie whole in the range, and never fewer than
    five people. The ending of a file may stand for the format; a new file of a private report is readable
    by its owner alone.
    """
    if out and out.suffix[1:] in FORMATS and a_format == "text":
        a_format = out.suffix[1:]
    if department or organisation:
        team = None
    with opened(db) as book:
        someone = options.some_team(book, team)  # whose today it is
        if first is None:
            first = two_months_before(options.day_meant(book, someone, last))
        start, end = options.days_meant(book, someone, first, last)
        made = book.report(team, start, end, department=department, private=is_private)
    text = FORMATS[a_format](made).rstrip("\n") + "\n"
    files.give(out, text, private=is_private)
    if out and out != files.STREAM:
        click.echo(out)


def two_months_before(last: dt.date) -> dt.date:
    """The first of the month, two months ago."""
    month = last.month - 2
    return last.replace(month=month, day=1) if month > 0 else dt.date(last.year - 1, month + 12, 1)


COMMANDS = [report]
