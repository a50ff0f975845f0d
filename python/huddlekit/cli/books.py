"""Commands about the file: init, load, check, teams, doctor, backup, demo."""

from pathlib import Path

import click

import huddlekit
from huddlekit import Book, Health, LoadReport, ParseError, Playbook, clocks

from . import files, options
from .options import clean, opened, table


@click.command()
@options.db
def init(db: Path) -> None:
    """Makes an empty book, readable by its owner alone."""
    there = db.exists()
    options.must_be_book(db)
    huddlekit.open(db, create=True, now=clocks.chosen()).close()
    click.echo(f"{db}: is a book already" if there else f"{db}: made; `huddlekit load` a playbook next")


@click.command()
@click.argument("sources", metavar="[FILES]...", nargs=-1, type=files.Named())
@click.option("--pack", "packs", multiple=True, metavar="NAME", help="A starter pack; may be repeated.")
@click.option("--list-packs", is_flag=True, help="Print the names of the starter packs.")
@options.db
def load(sources: tuple[Path, ...], packs: tuple[str, ...], list_packs: bool, db: Path) -> None:
    """Puts playbook FILES and starter packs into the book.

    Loading the same again changes nothing. What a file says no more is retired, never deleted. A file may be
    -, the standard input, which is a source of its own.
    """
    if list_packs:
        click.echo("\n".join(huddlekit.pack_names()))
        return
    if not sources and not packs:
        raise click.UsageError(f"FILES: name a playbook file, or --pack {'|'.join(huddlekit.pack_names())}")
    with opened(db, to_write=True, writes=len(packs) + len(sources)) as book:
        for pack in packs:
            click.echo(f"{pack}: {told(book.load_pack(pack))}")
        for file in sources:
            playbook = read_playbook(file)
            click.echo(f"{file}: {told(book.load(playbook))}")
            for warning in playbook.warnings:
                click.echo(clean(f"huddlekit: warning: {warning}"), err=True)


def read_playbook(file: Path) -> Playbook:
    if file == files.STREAM:
        return huddlekit.parse_playbook(files.read(file), name=str(file))
    return huddlekit.read_playbook(file)


def told(report: LoadReport) -> str:
    parts = ("added", "changed", "retired", "unchanged")
    return ", ".join(f"{getattr(report, part)} {part}" for part in parts)


@click.command()
@click.argument("file", type=files.Named())
def check(file: Path) -> None:
    """Lists what is wrong in a playbook FILE.

    Each problem is a line, file:line:column: rule. Exit code 1 when there is one; warnings are none, and nor
    are suggestions for the motto. FILE may be -, the standard input.
    """
    try:
        playbook = read_playbook(file)
    except ParseError as error:
        click.echo("\n".join(clean(str(problem)) for problem in error.problems))
        raise click.exceptions.Exit(1) from None
    for warning in playbook.warnings:
        click.echo(clean(f"{warning} (warning)"))
    if playbook.organisation and playbook.organisation.motto:
        for suggestion in huddlekit.check_motto(playbook.organisation.motto).suggestions:
            click.echo(clean(f"{file}: motto: {suggestion} (suggestion)"))
    counts = {
        "value": len(playbook.values),
        "prompt": len(playbook.prompts),
        "team": len(playbook.teams),
        "member": sum(len(team.members) for team in playbook.teams),
    }
    click.echo(f"{file}: good; " + ", ".join(f"{n} {word}{'s' * (n != 1)}" for word, n in counts.items()))


@click.command()
@options.db
def teams(db: Path) -> None:
    """Lists the teams and when each meets next."""
    with opened(db) as book:
        rows = [["TEAM", "NAME", "PEOPLE", "NEXT HUDDLE", "ZONE"]]
        for team in book.playbook().teams:
            rows.append(
                [
                    team.key,
                    team.name,
                    str(len(team.members)),
                    next_huddle(book, team.key, team.zone),
                    team.zone,
                ]
            )
    if len(rows) > 1:
        click.echo(table(rows))


def next_huddle(book: Book, team: str, zone: str) -> str:
    found = book.team(team).next()
    return f"{huddlekit.to_local(zone, found.starts):%a %Y-%m-%d %H:%M}" if found else "-"


@click.command()
@click.argument("path", type=files.Named())
@options.db
def backup(path: Path, db: Path) -> None:
    """Copies the book to PATH, while others write. Never overwrites."""
    if path == files.STREAM:
        raise click.UsageError("PATH: must be a file, got the standard output; ./- is a file")
    with opened(db) as book:
        book.backup(path)
    click.echo(f"{path}: a copy of {db}")


@click.command()
@click.option(
    "--out",
    type=files.Folder(),
    default="demo",
    show_default=True,
    help=f"Folder for the book and the pages. {files.RULE_INSIDE}",
)
@click.option("--date", "day", type=options.Day(), help="Play the day as if it were today.")
@click.option("--weeks", type=click.IntRange(4, 104), default=52, show_default=True, help="How far back.")
def demo(out: Path, day: options.When | None, weeks: int) -> None:
    """Shows today's huddles of a hotel; its book is made anew each time."""
    from .demo import run

    run(out, day, weeks)


MARKS = {Health.GOOD: "ok", Health.WARNING: "!", Health.BAD: "!!"}


@click.command()
@options.db
def doctor(db: Path) -> None:
    """Says how the book and the place where it lies stand, and what to do.

    Looks at SQLite and its faults, time zones, the kind of file system, rights, free space, the log, the last
    backup, all that is in the book, and the holiday calendars that are followed. Exit code 1 when something
    is bad.
    """
    with opened(db) as book:
        found = book.check_up()
    for line in found:
        click.echo(f"{MARKS[line.health]:2}  {clean(line.found)}")
        if line.advice:
            click.echo(f"    -> {clean(line.advice)}")
    if any(line.health is Health.BAD for line in found):
        raise click.exceptions.Exit(1)


COMMANDS = [init, load, check, teams, doctor, backup, demo]
