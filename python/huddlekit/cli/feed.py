"""The command `feed`: calendars to subscribe to."""

import datetime as dt
from pathlib import Path

import click

from . import options
from .agendas import replace
from .options import opened, team_meant


@click.command()
@options.db
@options.team
@click.option("--who", help="What this person (key) is expected at.")
@click.option("--all", "everybody", is_flag=True, help="Every team.")
@click.option("--weeks", type=click.IntRange(1, 57), default=4, show_default=True, help="How far ahead.")
@click.option("--alarm", type=click.IntRange(0, 40_320), help="Ring so many minutes before each.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it there, when it has changed.",
)
def feed(
    db: Path,
    team: str | None,
    who: str | None,
    everybody: bool,
    weeks: int,
    alarm: int | None,
    out: Path | None,
) -> None:
    """Gives the coming huddles as a calendar (iCalendar).

    Of one team, of one person, or of all. A huddle keeps its identity when it changes, so calendar programs
    can subscribe to the file.
    """
    if everybody and (who or not options.from_environment("team")) and (who or team):
        raise click.UsageError("--all: is everybody's, leave out --team and --who")
    with opened(db, to_write=True) as book:
        if everybody or who:
            team = None
        else:
            team = team_meant(book, team)
        teams = book.teams() if team is None else [team]
        today = min((book.local_day(key) for key in teams), default=None)
        end = today + dt.timedelta(weeks=weeks) if today else None
        text = book.feed(team=team, person=who, end=end, alarm=alarm)
    if out is None:
        click.echo(text.encode(), nl=False)
    elif out.exists() and out.read_bytes() == text.encode():
        click.echo(f"{out}: unchanged")
    else:
        replace(out, text)
        click.echo(f"{out}: written")


COMMANDS = [feed]
