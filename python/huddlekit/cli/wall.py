"""The command `page`: what hangs on the walls, kept up to date from cron."""

import datetime as dt
import hashlib
import re
from pathlib import Path
from urllib.parse import quote

import click

from huddlekit import Agenda, Book, HuddleState, clocks

from . import files, options
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
        files.target(folder / LIST, folder)
        self.before = self._listed()
        self.texts: dict[str, str] = {}
        self.written: list[Path] = []
        self.removed: list[Path] = []

    def put(self, name: str, text: str) -> None:
        self.texts[name] = text

    def finish(self) -> None:
        changed = {name: text for name, text in self.texts.items() if self._digest(name) != digest(text)}
        self.written = files.write_all(self.folder, changed)
        now = {name: digest(text) for name, text in sorted(self.texts.items())}
        for name in sorted(self.before.keys() - now.keys()):
            path = self.folder / name
            if files.within(path, self.folder) and self._digest(name) == self.before[name]:
                self._remove(path)
        if now != self.before:
            lines = (f"{known}  {name}\n" for name, known in now.items())
            files.write(self.folder / LIST, "".join(lines), folder=self.folder)

    def _digest(self, name: str) -> str:
        """Of a page that is there; empty for none."""
        path = self.folder / name
        return digest(path.read_bytes()) if path.is_file() else ""

    def _remove(self, path: Path) -> None:
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
        self.removed.append(path)

    def _listed(self) -> dict[str, str]:
        path = self.folder / LIST
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        line = re.compile(rf"^([0-9a-f]{{64}})  ((?:{files.NAME}/)?index\.html)$", re.MULTILINE)
        return {name: known for known, name in line.findall(text)}


def digest(content: str | bytes) -> str:
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


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
    type=files.Folder(),
    required=True,
    help=f"Folder for index.html and front-desk/index.html and so on. {files.RULE_INSIDE}",
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
                address = f"{files.name_of(team)}/index.html"
                pages.put(address, agendas[0].to_page(next=agendas[1] if len(agendas) > 1 else None))
                tiles.append(tile(agendas[0], quote(address)))
    pages.put("index.html", index(house.name if house else "", house.motto if house else "", tiles))
    pages.finish()
    for path in pages.written:
        click.echo(path)
    for path in pages.removed:
        click.echo(f"{path}: removed")


COMMANDS = [page]
