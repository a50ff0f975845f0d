"""The command `page`: what hangs on the walls, kept up to date from cron."""

import datetime as dt
import hashlib
import re
from pathlib import Path

import click

from huddlekit import Agenda, Book, HuddleState, clocks

from . import options
from .agendas import replace
from .options import When, day_meant, opened
from .page import index, tile

AHEAD = dt.timedelta(days=400)  # how far a team's next huddle may be
LIST = ".huddlekit-pages"  # what was written, so that nothing else is ever removed


class Pages:
    """The files of one folder: only those that changed are written, each replaced whole.

    The list of them reads like the output of sha256sum. A page whose team is gone is removed when it is on
    the list and still as it was written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.before = self._listed()
        self.now: dict[str, str] = {}
        self.written: list[Path] = []
        self.removed: list[Path] = []

    def put(self, name: str, text: str) -> None:
        path = self.folder / name
        self.now[name] = digest(text.encode())
        if not path.is_file() or path.read_bytes() != text.encode():
            path.parent.mkdir(parents=True, exist_ok=True)
            replace(path, text)
            self.written.append(path)

    def finish(self) -> None:
        for name in sorted(self.before.keys() - self.now.keys()):
            path = self.folder / name
            if path.is_file() and digest(path.read_bytes()) == self.before[name]:
                path.unlink()
                if not any(path.parent.iterdir()):
                    path.parent.rmdir()
                self.removed.append(path)
        if self.now != self.before:
            lines = (f"{self.now[name]}  {name}\n" for name in sorted(self.now))
            replace(self.folder / LIST, "".join(lines))

    def _listed(self) -> dict[str, str]:
        path = self.folder / LIST
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        line = re.compile(r"^([0-9a-f]{64})  ((?:[a-z0-9-]+/)?index\.html)$", re.MULTILINE)
        return {name: known for known, name in line.findall(text)}


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def on_the_wall(book: Book, team: str, day: dt.date, now: dt.datetime) -> list[Agenda]:
    """The day's huddle that is on or next, or else its last, or else the first of another day; and the one
    after it. Empty for a team that does not meet."""
    huddles = [h for h in book.team(team).calendar(day, day + AHEAD) if h.state != HuddleState.CANCELLED]
    if not huddles:
        return []
    today = sum(h.day == day for h in huddles)
    last = huddles[: today + 2][-1]
    agendas = book.team(team).plan(day, last.day + dt.timedelta(days=1))
    over = sum(a.starts + dt.timedelta(seconds=a.timebox) <= now for a in agendas[:today])
    return agendas[max(min(over, today - 1), 0) :][:2]


@click.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Folder for index.html and front-desk/index.html and so on.",
)
@options.db
@options.date
def page(out: Path, db: Path, when: When) -> None:
    """Writes the wall page of every team, and an index.

    Run it as often as you like: only what changed is written, and read by the screens within ten minutes.
    The page of a team that is gone is removed. Stores nothing: `huddlekit publish --all` first.
    """
    now = clocks.now()
    pages = Pages(out)
    tiles = []
    with opened(db) as book:
        house = book.playbook().organisation
        for team in [team.key for team in book.teams()]:
            agendas = on_the_wall(book, team, day_meant(book, team, when), now)
            if agendas:
                address = f"{team}/index.html"
                pages.put(address, agendas[0].to_page(next=agendas[1] if len(agendas) > 1 else None))
                tiles.append(tile(agendas[0], address))
    pages.put("index.html", index(house.name if house else "", house.motto if house else "", tiles))
    pages.finish()
    for path in pages.written:
        click.echo(path)
    for path in pages.removed:
        click.echo(f"{path}: removed")


COMMANDS = [page]
