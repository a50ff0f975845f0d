"""One team of a book, to look at: what ``book.team("front-desk")`` gives.

Needs no extra. Every part that it shows names the call that gives the same as plain values.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from ._core import Agenda, Book, Commitment, NotFoundError

if TYPE_CHECKING:
    from .notebook import LiveWidget

DAY = dt.timedelta(days=1)

STYLE = """
.huddlekit-team { --ink: #1b2530; --quiet: #56616f; --line: #dfe4e9; --ground: #fff; --accent: #0c5f5a;
  display: grid; gap: 1rem; max-width: 60rem; color: var(--ink);
  font: 400 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.huddlekit-team section { padding: 1.25rem 1.75rem; border: 1px solid var(--line); border-radius: 14px;
  background: var(--ground); overflow-x: auto; }
.huddlekit-team h3 { margin: 0 0 .5rem; font-size: 1rem; font-weight: 650; }
.huddlekit-team p { margin: 0; }
.huddlekit-team .hk-call { margin-top: .75rem; color: var(--quiet); font-size: .8125rem; }
.huddlekit-team code { padding: 0; background: none; color: inherit;
  font: .8125rem/1.4 ui-monospace, Menlo, Consolas, monospace; }
.huddlekit-team summary { padding: .75rem 1.75rem; color: var(--accent); font-weight: 550; cursor: pointer; }
.huddlekit-team table { width: 100%; border-collapse: collapse; font-size: .9375rem; background: none;
  color: inherit; }
.huddlekit-team :is(th, td) { padding: .3125rem 1rem .3125rem 0; border: 0; text-align: start;
  vertical-align: top; color: inherit; background: none; }
.huddlekit-team th { color: var(--quiet); font-weight: 550; }
.huddlekit-team tbody tr { border-top: 1px solid var(--line); background: none; }
.huddlekit-team .hk-value-name { color: var(--accent); font-weight: 600; }
.huddlekit-team .hk-late { font-weight: 650; }
@media (prefers-color-scheme: dark) { .huddlekit-team { --ink: #e7ecf1; --quiet: #a2adba; --line: #2c343e;
  --ground: #151a20; --accent: #79d3c4; } }
"""


class TeamView:
    """A team as a notebook shows it: today's huddle, the next days, and what is open.

    >>> book.team("front-desk")                  # a card, at the end of a cell
    >>> book.team("front-desk").today()          # the agendas on it

    It keeps nothing: every call asks the book, so what it shows is what holds now. It may be shared
    among threads as the book may.
    """

    def __init__(self, book: Book, key: str) -> None:
        teams = {team.key: team for team in book.playbook().teams}
        if key not in teams:
            book.calendar(key, dt.date(2024, 1, 1), dt.date(2024, 1, 1))  # says what is near
            raise NotFoundError(f"team: no such team in force, got {key!r}")
        self.book = book
        self.key = key
        self.name = teams[key].name

    def today(self) -> list[Agenda]:
        """The agendas of the team's own today, published or as they would be. Empty on a day off."""
        day = self.book.local_day(self.key)
        return self.book.plan(self.key, day, day + DAY)

    def next_days(self, days: int = 7) -> list[Agenda]:
        """The agendas of the days after today, as they come if nothing changes. `days`: 0 to 400."""
        day = self.book.local_day(self.key) + DAY
        return self.book.plan(self.key, day, day + days * DAY)

    def open(self) -> list[Commitment]:
        """Open commitments, the one that is due first in front."""
        return self.book.commitments(self.key)

    def live(self, huddle: str | None = None) -> LiveWidget:
        """A widget to hold today's huddle with; needs the extra `notebook`.

        `huddle` is the id of an agenda; without it, the first one of today. NotFoundError on a day
        without a huddle.
        """
        from .notebook import LiveWidget

        if huddle is None:
            agendas = self.today()
            if not agendas:
                raise NotFoundError(f"huddle: {self.key} has none on {self.book.local_day(self.key)}")
            huddle = agendas[0].id
        return LiveWidget(self.book, huddle)

    def __repr__(self) -> str:
        return f"book.team({self.key!r})"

    def _repr_html_(self) -> str:
        day = self.book.local_day(self.key)
        today = self.today()
        call = f"book.team({self.key!r})"
        # A team of several shifts sees the first; the others are a click away.
        cards = "".join(a.to_html() if a is today[0] else folded(a) for a in today)
        if not today:
            cards = section(self.name, f"<p>No huddle on {day:%A} {day.day} {day:%B}.</p>")
        return (
            f'<div class="huddlekit-team"><style>{STYLE}</style>'
            f'<div>{cards}<p class="hk-call"><code>{escape(call)}.today()</code></p></div>'
            + section("Next days", plan_table(self.next_days()), call + ".next_days()")
            + section("Open", open_table(self.open(), day), call + ".open()")
            + "</div>"
        )


def folded(agenda: Agenda) -> str:
    title = f"{agenda.huddle_name}, {agenda.local_start:%H:%M}"
    return f"<details><summary>{escape(title)}</summary>{agenda.to_html()}</details>"


def section(title: str, content: str, call: str = "") -> str:
    shown = f'<p class="hk-call"><code>{escape(call)}</code></p>' if call else ""
    return f"<section><h3>{escape(title)}</h3>{content}{shown}</section>"


def rows_of(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table; its cells are HTML already."""
    titles = "".join(f'<th scope="col">{title}</th>' for title in head)
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{titles}</tr></thead><tbody>{lines}</tbody></table>"


def plan_table(agendas: list[Agenda]) -> str:
    if not agendas:
        return "<p>No huddle within a week.</p>"
    return rows_of(
        ("Day", "Starts", "Value", "Leads", "Customer's seat"),
        (
            (
                f"{a.day:%a} {a.day.day} {a.day:%b}",
                f"{a.local_start:%H:%M}" + (f" {escape(a.huddle_name)}" if a.huddle_name else ""),
                f'<span class="hk-value-name">{escape(a.value_name)}</span>',
                escape(a.facilitator.name if a.facilitator else "nobody yet"),
                escape(a.customers_seat.name if a.customers_seat else "-"),
            )
            for a in agendas
        ),
    )


def open_table(commitments: list[Commitment], today: dt.date) -> str:
    if not commitments:
        return "<p>Nothing is open: every promise is kept or closed.</p>"
    return rows_of(
        ("Due", "Who", "What"),
        (
            (
                f'<span class="{"hk-late" if c.due < today else ""}">{c.due:%a} {c.due.day} {c.due:%b}'
                + (" · overdue" if c.due < today else "")
                + "</span>",
                escape(c.who.name),
                escape(c.text) + (" · promised to a customer" if c.for_customer else ""),
            )
            for c in commitments
        ),
    )
