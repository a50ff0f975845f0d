"""The command `feed`: calendars to subscribe to."""

import datetime as dt
from pathlib import Path

import click
from click.core import ParameterSource

from . import files, options
from .options import opened, team_meant


@click.command()
@options.db
@options.team
@click.option("--who", help="What this person (key) is expected at.")
@click.option("--all", "everybody", is_flag=True, help="Every team.")
@click.option("--weeks", type=click.IntRange(1, 57), default=4, show_default=True, help="How far ahead.")
@click.option("--alarm", type=click.IntRange(0, 40_320), help="Ring so many minutes before each.")
@files.out("Written when it has changed.")
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
    named = click.get_current_context().get_parameter_source("team") == ParameterSource.COMMANDLINE
    if everybody and (who or named):
        raise click.UsageError("--all: is everybody's, leave out --team and --who")
    with opened(db) as book:
        if not everybody and not who:
            team = team_meant(book, team)
        elif not named:
            team = None  # HUDDLEKIT_TEAM is for the commands about one team
        teams = [team] if team else [team.key for team in book.teams()]
        today = min((book.team(key).day() for key in teams), default=None)
        end = today + dt.timedelta(weeks=weeks) if today else None
        text = book.feed(team=team, person=who, end=end, alarm=alarm)
    if out is None or out == files.STREAM:
        files.give(out, text.encode())
    elif out.is_file() and out.read_bytes() == text.encode():
        click.echo(f"{out}: unchanged")
    else:
        files.write(out, text)
        click.echo(f"{out}: written")


COMMANDS = [feed]
