"""Commands about lessons that come back: lessons, recall, capacity, retire, merge."""

from pathlib import Path

import click

from huddlekit import LessonState

from . import options
from .options import clean, opened, table, team_meant


@click.command()
@options.db
@options.team
@click.option("--all", "everything", is_flag=True, help="Merged and retired ones too.")
def lessons(db: Path, team: str | None, everything: bool) -> None:
    """Lists what the team has learned, with IDs."""
    with opened(db) as book:
        found = book.team(team_meant(book, team)).lessons(only_active=not everything)
    rows = [["ID", "LEARNED", "STATE", "LESSON"]]
    for lesson in found:
        state = lesson.state.name.lower()
        if lesson.state is LessonState.MERGED:
            state += f" into {lesson.merged_into}"
        rows.append([str(lesson.id), str(lesson.day), state, lesson.insight])
    if found:
        click.echo(table(rows))


@click.command()
@options.db
@options.team
def recall(db: Path, team: str | None) -> None:
    """Shows how well the team remembers, and what comes back when."""
    with opened(db) as book:
        found = book.journal().recall(team_meant(book, team))
    rows = [["ID", "DUE", "HEARD", "REMEMBERED"]]
    for s in found:
        remembered = f"{s.remembered:.0%}" if s.state else "never heard"
        rows.append([str(s.lesson), str(s.due), str(s.heard or ""), remembered])
    if found:
        click.echo(table(rows))


@click.command()
@options.db
@options.team
def capacity(db: Path, team: str | None) -> None:
    """Says how many lessons there is room for, and what makes more."""
    with opened(db) as book:
        load = book.journal().lesson_load(team_meant(book, team))
    click.echo(
        f"The next 30 days have {load.room:.0f} lesson slots; the present lessons need {load.load:.0f}."
    )
    click.echo(f"Room for about {load.new_per_month:.1f} new lessons a month.")
    for pair in load.merge:
        click.echo(f"Alike ({pair.alike:.0%}): {pair.first} and {pair.second}; see `huddlekit merge`.")
    for id in load.retire:
        click.echo(f"A habit by now: {id}; see `huddlekit retire`.")


@click.command()
@click.argument("id", type=int)
@click.argument("reason")
@options.db
def retire(id: int, reason: str, db: Path) -> None:
    """Lets the lesson ID come back no more, for a REASON."""
    with opened(db, to_write=True) as book:
        kept = book.journal().retire(id, reason)
    click.echo(f"lesson {kept.id}: retired ({clean(kept.reason)})")


@click.command()
@click.argument("id", type=int)
@click.argument("into", type=int)
@options.db
def merge(id: int, into: int, db: Path) -> None:
    """Lets another lesson stand for this one."""
    with opened(db, to_write=True) as book:
        kept = book.journal().merge(id, into)
    click.echo(f"lesson {kept.id}: merged into {kept.merged_into}")


COMMANDS = [lessons, recall, capacity, retire, merge]
