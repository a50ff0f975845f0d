"""Commands that tell stories, mend misses and find what was told."""

import datetime as dt
from pathlib import Path
from typing import Any

import click

from huddlekit import Book, EntryKind, Recovery, RecoveryStep, SearchHit, Story, StoryKind

from . import options
from .options import When, clean, clean_part, day_meant, opened, table, team_meant

values = click.option(
    "--value", "values", multiple=True, callback=options.keys, help="Values it shows (keys)."
)
who = click.option("--who", multiple=True, callback=options.keys, help="The colleagues behind it (keys).")
by = click.option("--by", help="Who tells it (key); nobody: anonymous.")
touch_point = click.option("--touch-point", default="", help="Where in the customer's journey: check-in.")
stage = click.option("--stage", default="", help="Of the customer's life cycle: before the stay.")
customer = click.option("--customer", default="", help="What sort of customer, without a name.")
inside = click.option("--inside", "inside_customer", is_flag=True, help="The customer is a colleague.")
tags = click.option("--tag", "tags", multiple=True, help="Any words to find it by.")
promise = click.option("--promise", default="", help="Which promise was broken.")


def teller(name: str, explanation: str, *more: object) -> click.Command:
    """The command that tells a story of one kind; `more` are the options that only it has."""

    @click.command(name, help=explanation)
    @click.argument("text")
    @options.db
    @options.team
    @options.date
    @values
    @by
    @touch_point
    @stage
    @tags
    def tell(text: str, db: Path, team: str | None, when: When, **details: Any) -> None:
        with opened(db, to_write=True) as book:
            team = team_meant(book, team)
            kind = StoryKind[name.upper()]
            story = book.team(team).tell(kind, text, day=day_meant(book, team, when), **details)
            click.echo(said(story))
            if name == "miss":
                warn(book, text)

    for option in more:
        tell = option(tell)  # type: ignore[operator]
    return tell


def said(story: Story) -> str:
    return f"{story.kind.name.lower()} {story.id}: {story.team}, {story.day}"


def warn(book: Book, text: str) -> None:
    """Advice on a miss that points at a person; it is kept as it was told."""
    checked = book.journal().check_miss(text)
    for finding in checked.findings:
        click.echo(clean(f"{finding.found!r}: {finding.advice}"), err=True)
    if checked.findings:
        click.echo("Perhaps:", err=True)
        for line in str(checked.form).splitlines():
            click.echo(clean(line), err=True)


@click.command()
@click.argument("id", type=int)
@click.argument("text")
@options.db
@click.option("--by", help="Who edits it (key).")
def edit(id: int, text: str, db: Path, by: str | None) -> None:
    """Replaces the TEXT of a story, by its ID; the earlier one is kept."""
    with opened(db, to_write=True) as book:
        click.echo(said(book.journal().edit(id, text=text, by=by)))


@click.command("put-right")
@click.argument("id", type=int)
@click.argument("step", type=click.Choice(["heard", "apologised", "put-right"]), default="put-right")
@options.db
@click.option("--by", required=True, help="Who did it (key).")
@options.date
def put_right(id: int, step: str, db: Path, by: str, when: When) -> None:
    """Records a STEP taken for the customer of a miss, by its ID."""
    with opened(db, to_write=True) as book:
        team = book.journal().story(id).team
        taken = Recovery[step.replace("-", "_").upper()]
        miss = book.journal().put_right(id, taken, by=by, day=day_meant(book, team, when))
    steps = ", ".join(f"{step_name(s)} by {clean(s.by.name)}" for s in miss.recovery)
    click.echo(f"{said(miss)}: {steps}")


def step_name(step: RecoveryStep) -> str:
    return step.step.name.lower().replace("_", " ")


@click.command()
@options.db
@options.team
def misses(db: Path, team: str | None) -> None:
    """Lists misses that are not put right yet."""
    with opened(db) as book:
        found = book.team(team_meant(book, team)).open_misses()
    rows = [["ID", "DAY", "DONE", "TEXT"]]
    for miss in found:
        done = ", ".join(step_name(s) for s in miss.recovery) or "-"
        rows.append([str(miss.id), str(miss.day), done, miss.text])
    if found:
        click.echo(table(rows))


@click.command()
@click.argument("words", nargs=-1, required=True)
@options.db
@click.option("--team", help="Only of this team (key).")
@click.option("--kind", type=click.Choice([kind.name.lower() for kind in EntryKind]), help="Only these.")
@click.option("--value", help="Only what shows this value (key).")
@click.option("--first", type=options.Day(), help="First day.")
@click.option("--last", type=options.Day(), help="Last day.")
@click.option("-n", "--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many.")
def search(
    words: tuple[str, ...],
    db: Path,
    team: str | None,
    kind: str | None,
    value: str | None,
    first: When | None,
    last: When | None,
    limit: int,
) -> None:
    """Finds stories and lessons that hold all WORDS, best first."""
    with opened(db) as book:
        someone = "" if first is None and last is None else options.some_team(book, team)
        if first is not None and last is not None:
            options.days_meant(book, someone, first, last)  # refused when it ends before it begins
        hits = book.search(
            " ".join(words),
            team=team,
            kind=EntryKind[kind.upper()] if kind else None,
            value=value,
            start=None if first is None else day_meant(book, someone, first),
            end=None if last is None else day_meant(book, someone, last) + dt.timedelta(days=1),
            limit=limit,
        )
    for hit in hits:
        click.echo(f"{hit.kind.name.lower()} {hit.id}: {hit.team}, {hit.day}: {marked(hit)}")


def marked(hit: SearchHit) -> str:
    """The snippet on one line, what was found in bold where the terminal can."""
    out, at = "", 0
    for start, end in hit.found:
        out += clean_part(hit.snippet[at:start]) + click.style(clean_part(hit.snippet[start:end]), bold=True)
        at = end
    return (out + clean_part(hit.snippet[at:])).strip()


COMMANDS = [
    teller("win", "Tells what went well.", who, customer, inside),
    teller("miss", "Tells what went wrong, without names.", customer, inside, promise),
    teller("benchmark", "Tells of great service seen elsewhere."),
    teller("improvement", "Tells what is done better from now on.", who, customer, inside),
    edit,
    put_right,
    misses,
    search,
]
