"""One team of a book as a notebook shows it: ``book.team("front-desk")`` at the end of a cell.

Needs no extra. Every part that it shows names the call that gives the same as plain values.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from ._core import Agenda, Commitment, NotFoundError, Team

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


def today(team: Team) -> list[Agenda]:
    """The agendas of the team's own today, published or as they would be. Empty on a day off."""
    return team.plan(team.day(), team.day() + DAY)


def hold(team: Team, huddle: str | None = None) -> LiveWidget:
    """A widget to hold one of today's huddles with."""
    from .notebook import LiveWidget

    if huddle is None:
        agendas = today(team)
        if not agendas:
            raise NotFoundError(f"huddle: {team.key} has none on {team.day()}")
        huddle = agendas[0].id
    return LiveWidget(team.book, huddle)


def to_html(team: Team) -> str:
    """Today's huddle, the next days, and what is open."""
    day = team.day()
    agendas = today(team)
    call = f"book.team({team.key!r})"
    # A team of several shifts sees the first; the others are a click away.
    cards = "".join(a.to_html() if a is agendas[0] else folded(a) for a in agendas)
    if not agendas:
        names = {t.key: t.name for t in team.book.playbook().teams}
        cards = section(names.get(team.key, team.key), f"<p>No huddle on {day:%A} {day.day} {day:%B}.</p>")
    return (
        f'<div class="huddlekit-team"><style>{STYLE}</style>'
        f'<div>{cards}<p class="hk-call"><code>{escape(call)}.plan(day, day + timedelta(days=1))</code></p>'
        "</div>"
        + section("Next days", plan_table(team.plan(day + DAY, day + 8 * DAY)), call + ".plan(start, end)")
        + section("Open", open_table(team.commitments(), day), call + ".commitments()")
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
