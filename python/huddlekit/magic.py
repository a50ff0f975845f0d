"""`%load_ext huddlekit` gives `%huddle today front-desk`."""

import os
import shlex
from typing import TYPE_CHECKING, Any

from . import clocks
from ._core import Agenda, Book, InvalidArgumentError
from ._core import open as open_book
from .team import today

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

USAGE = "%huddle today|team|live TEAM [BOOK]"


class Cards:
    """Several agendas at the end of one cell."""

    def __init__(self, agendas: list[Agenda]) -> None:
        self.agendas = agendas

    def __repr__(self) -> str:
        return "\n\n".join(agenda.to_text() for agenda in self.agendas) or "No huddle today."

    def _repr_html_(self) -> str:
        return "\n".join(agenda.to_html() for agenda in self.agendas) or "<p>No huddle today.</p>"


def book_meant(shell: "InteractiveShell", path: str | None) -> Book:
    """The file that is named; else the notebook's variable `book`; else HUDDLEKIT_DB or book.huddle."""
    there = shell.user_ns.get("book")
    if path is None and isinstance(there, Book) and not there.closed:
        return there
    return open_book(path or os.environ.get("HUDDLEKIT_DB", "book.huddle"), now=clocks.chosen())


def load(shell: "InteractiveShell") -> None:
    """Registers the magic in this session."""
    clocks.start()

    def huddle(line: str) -> Any:
        """%huddle today|team|live TEAM [BOOK]: today's agendas, the team's card, or the live huddle.

        BOOK is a file; without it the variable `book`, else HUDDLEKIT_DB, else book.huddle.
        """
        words = shlex.split(line)
        if len(words) not in (2, 3) or words[0] not in ("today", "team", "live"):
            raise InvalidArgumentError(f"%huddle: must read like `{USAGE}`, got {line!r}")
        team = book_meant(shell, words[2] if len(words) == 3 else None).team(words[1])
        match words[0]:
            case "today":
                return Cards(today(team))
            case "live":
                return team.hold()
        return team

    shell.register_magic_function(huddle, "line", "huddle")  # type: ignore[arg-type]
