"""A report as charts: SVG and PNG, made on this machine without a browser.

Every chart says under its title how to read it and what it is not for, in the words of the report.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from textwrap import wrap
from typing import Any

import altair as alt

from huddlekit import NotFoundError, Report

WIDTH = 560
BAR = timedelta(days=6), "12:00:00"  # of a week's seven days; the rest is the gap to the next bar
Rows = list[dict[str, Any]]

LIGHT = {
    "ink": "#1b2530",
    "quiet": "#56616f",
    "line": "#dfe4e9",
    "ground": "#ffffff",
    "accent": "#0c5f5a",
    "faint": "#b9d6d2",
    "amber": "#b26a00",
    "grey": "#8b95a1",
}
DARK = {
    "ink": "#e7ecf1",
    "quiet": "#a2adba",
    "line": "#2c343e",
    "ground": "#151a20",
    "accent": "#79d3c4",
    "faint": "#31504e",
    "amber": "#f2b04c",
    "grey": "#6f7a86",
}
# Charts are written in light colours, each of which stands for one thing and can be exchanged.
INK, QUIET, LINE, GROUND, ACCENT, FAINT, AMBER, GREY = LIGHT.values()
TO_DARK = {light: DARK[name] for name, light in LIGHT.items()}

STYLE = """.huddlekit-chart { color-scheme: light dark; margin: 0 0 1rem; overflow-x: auto; }
[data-jp-theme-light="true"] .huddlekit-chart { color-scheme: light; }
[data-jp-theme-light="false"] .huddlekit-chart { color-scheme: dark; }
.huddlekit-chart svg { max-width: 100%; height: auto; border-radius: 14px; }"""


@dataclass(frozen=True)
class Picture:
    """One chart. A notebook shows it by itself; `chart` is the altair chart, to change or to embed."""

    name: str
    title: str
    chart: alt.TopLevelMixin

    @property
    def spec(self) -> dict[str, Any]:
        """Its Vega-Lite specification, the data within it."""
        made: dict[str, Any] = self.chart.to_dict()
        return made

    def to_svg(self, *, dark: bool = False) -> str:
        """An SVG document, in light or in dark colours."""
        out = io.StringIO()
        self.chart.save(out, format="svg")
        return recoloured(out.getvalue(), TO_DARK.__getitem__) if dark else out.getvalue()

    def to_png(self, *, dark: bool = False, scale: float = 2) -> bytes:
        """A PNG file; `scale` is pixels for each point of the SVG."""
        import vl_convert

        return bytes(vl_convert.svg_to_png(self.to_svg(dark=dark), scale=scale))

    def _repr_html_(self) -> str:
        svg = recoloured(self.to_svg(), lambda light: f"light-dark({light}, {TO_DARK[light]})")
        return f'<style>{STYLE}</style><figure class="huddlekit-chart">{svg}</figure>'


def recoloured(svg: str, change: Callable[[str], str]) -> str:
    """Exchanges our colours in attributes; what people wrote is between tags, not in them."""

    def tag(found: re.Match[str]) -> str:
        return re.sub(
            r'="(#[0-9a-f]{6})"',
            lambda colour: f'="{change(colour[1])}"' if colour[1] in TO_DARK else colour[0],
            found[0],
        )

    return re.sub(r"<[a-z][^>]*>", tag, svg)


class Charts:
    """The charts of a report, in its order; only those that there is something to show for.

    >>> for picture in charts(report):
    ...     print(picture.name, picture.title)
    >>> charts(report)["held"].to_svg()
    """

    def __init__(self, pictures: list[Picture]) -> None:
        self._pictures = {picture.name: picture for picture in pictures}

    def __iter__(self) -> Iterator[Picture]:
        return iter(self._pictures.values())

    def __len__(self) -> int:
        return len(self._pictures)

    def __contains__(self, name: object) -> bool:
        return name in self._pictures

    def __getitem__(self, name: str) -> Picture:
        if name in self._pictures:
            return self._pictures[name]
        why = "the report has nothing for it" if name in MAKERS else f"must be one of {', '.join(MAKERS)}"
        raise NotFoundError(f"chart: {why}, got {name!r}")

    def save(self, folder: str | Path, *, format: str = "svg", dark: bool = False) -> list[Path]:
        """Writes each as `<name>.svg` or `.png` into a folder that is there, and names the files."""
        if format not in ("svg", "png"):
            raise ValueError(f'format: must be "svg" or "png", got {format!r}')
        files = []
        for picture in self:
            path = Path(folder, f"{picture.name}.{format}")
            if format == "svg":
                path.write_text(picture.to_svg(dark=dark), encoding="utf-8")
            else:
                path.write_bytes(picture.to_png(dark=dark))
            files.append(path)
        return files

    def __repr__(self) -> str:
        return f"<Charts: {', '.join(self._pictures) or 'nothing to show'}>"

    def _repr_html_(self) -> str:
        return "".join(p._repr_html_() for p in self) or "<p>The report has nothing to draw yet.</p>"


def charts(report: Report) -> Charts:
    """The report as pictures. Needs the extra `notebook`; asks no other machine for anything.

    >>> charts(book.report("front-desk", start, end))     # at the end of a cell

    What the report hides to protect a small group is in none of them.
    """
    made = []
    for name, (title, figure, read, maker) in MAKERS.items():
        chart = maker(report)
        if chart is not None:
            made.append(Picture(name, title, dressed(chart, report, title, figure, read)))
    return Charts(made)


def dressed(chart: Any, report: Report, title: str, figure: str, read: str) -> Any:
    """With a title, what to see, what it is not for, and the looks that all share."""
    not_for = next(f.not_for for f in report.figures() if f.key == figure)
    about = f"{report.name}: {title[0].lower()}{title[1:]}" if report.name else title
    lines = [line for text in (read, f"Not for {not_for}") for line in wrap(text, 100)]
    heading = alt.TitleParams(wrap(about, 70), subtitle=lines, anchor="start", frame="bounds", offset=14)
    return (
        chart.properties(title=heading, background=GROUND, padding=18)
        .configure(font="sans-serif")
        .configure_title(
            color=INK,
            fontSize=15,
            fontWeight=600,
            subtitleColor=QUIET,
            subtitleFontSize=11,
            subtitlePadding=6,
        )
        .configure_axis(
            labelColor=QUIET,
            titleColor=QUIET,
            titleFontWeight="normal",
            gridColor=LINE,
            domainColor=LINE,
            tickColor=LINE,
            labelFontSize=11,
            labelLimit=240,
        )
        .configure_legend(
            labelColor=QUIET, titleColor=QUIET, labelFontSize=11, orient="top", offset=4, symbolStrokeWidth=0
        )
        .configure_view(stroke=None)
    )


def data(rows: Rows) -> alt.Data:
    return alt.Data(values=rows)


def colours(**meant: str) -> alt.Color:
    names = [name.replace("_", " ") for name in meant]
    return alt.Color(
        "what:N", title=None, sort=names, scale=alt.Scale(domain=names, range=list(meant.values()))
    )


def by_week(report: Report, axis: str, colour: alt.Color, *, on_top: bool, **counts: str) -> Any:
    """Bars of counts, week by week: `counts` maps what is shown to the field of the week. They stand
    on top of one another, or each in front of the one before it, of which it is a part."""
    rows: Rows = []
    for week in report.weeks:
        below = 0
        for what, field in counts.items():
            count = getattr(week, field)
            rows.append(
                {
                    "monday": f"{week.monday}T00:00:00Z",
                    "end": f"{week.monday + BAR[0]}T{BAR[1]}Z",
                    "what": what.replace("_", " "),
                    "count": count,
                    "from": below,
                    "to": below + count,
                }
            )
            below = below + count if on_top else 0
    if not any(row["count"] for row in rows):
        return None
    mondays = [datetime.combine(week.monday, time(), UTC).timestamp() * 1000 for week in report.weeks]
    days = alt.Axis(format="%-d %b", labelOverlap=True, grid=False, title="Week from Monday", values=mondays)
    whole = alt.Axis(format="d", tickMinStep=1, tickCount=5, title=axis)
    return (
        alt.Chart(data(rows), width=WIDTH, height=170)
        .mark_rect()
        .encode(
            x=alt.X("monday:T", scale=alt.Scale(type="utc"), axis=days),
            x2="end:T",
            y=alt.Y("to:Q", axis=whole),
            y2="from:Q",
            color=colour,
            tooltip=["monday:T", "what:N", "count:Q"],
        )
    )


def held(report: Report) -> Any:
    meant = colours(planned=FAINT, held=ACCENT)
    return by_week(report, "Huddles", meant, on_top=False, planned="planned", held="held")


def overruns(report: Report) -> Any:
    meant = colours(length_recorded=FAINT, ran_over=AMBER)
    return by_week(report, "Huddles", meant, on_top=False, length_recorded="timed", ran_over="overruns")


def stories(report: Report) -> Any:
    meant = colours(wins=ACCENT, misses=AMBER)
    return by_week(report, "Stories", meant, on_top=True, wins="wins", misses="misses")


def bars(rows: Rows, measure: str, mark: str, axis: str, meant: dict[str, str], *, tick: str = "d") -> Any:
    """A bar for each row, and a mark across it at what it is to be held against."""
    if not rows:
        return None
    base = alt.Chart(data(rows), width=WIDTH, height=alt.Step(24)).encode(
        y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False, labelPadding=6))
    )
    size = alt.X(f"{measure}:Q", axis=alt.Axis(title=axis, format=tick, tickCount=6))
    bar, line = meant
    both = colours(**meant)
    return alt.layer(
        base.transform_calculate(what=f"'{bar}'").mark_bar(height=14, opacity=1).encode(x=size, color=both),
        base.transform_calculate(what=f"'{line}'")
        .mark_tick(thickness=3, size=20, opacity=1)
        .encode(x=f"{mark}:Q", color=both),
    )


def segments(report: Report) -> Any:
    rows = [
        {
            "name": row.kind.name.replace("_", " ").capitalize(),
            "took": row.took / row.huddles,
            "planned": row.planned / row.huddles,
        }
        for row in report.segments
        if row.huddles
    ]
    return bars(
        rows, "took", "planned", "Seconds in a huddle, on average", {"took": FAINT, "planned": ACCENT}
    )


def values(report: Report) -> Any:
    rows = [{"name": v.name, "huddles": v.huddles, "due": v.due} for v in report.values]
    rows = rows if report.held.held else []
    return bars(rows, "huddles", "due", "Huddles held on the value", {"huddles": FAINT, "due": ACCENT})


def promises(report: Report) -> Any:
    people = report.people_in_all
    if people is None:
        return None
    states = ("kept", "missed", "dropped", "open")
    rows = [
        {"to": to, "what": what, "order": n, "count": getattr(commitments, what)}
        for to, commitments in (("To customers", people.customers), ("To colleagues", people.colleagues))
        for n, what in enumerate(states)
    ]
    if not any(row["count"] for row in rows):
        return None
    names = alt.Axis(ticks=False, domain=False, labelPadding=6)
    made = (
        alt.Chart(data(rows), width=WIDTH, height=alt.Step(34))
        .mark_bar()
        .encode(
            y=alt.Y("to:N", sort=None, title=None, axis=names),
            x=alt.X("count:Q", axis=alt.Axis(title="Commitments that fell due", format="d", tickMinStep=1)),
            color=colours(kept=ACCENT, missed=AMBER, dropped=GREY, open=FAINT),
            order="order:Q",
        )
    )
    why = [{"reason": row.text, "count": row.count} for row in report.missed_reasons]
    if not why:
        return made
    reasons = (
        alt.Chart(data(why), width=WIDTH, height=alt.Step(24))
        .mark_bar(color=AMBER, height=14)
        .encode(
            y=alt.Y("reason:N", sort=None, title=None, axis=names),
            x=alt.X("count:Q", axis=alt.Axis(title="Why missed", format="d", tickMinStep=1)),
        )
    )
    return alt.vconcat(made, reasons, spacing=24)


def recall(report: Report) -> Any:
    lessons = report.lessons
    rows = [
        {"name": name, "recall": share, "aim": 0.9}
        for name, share in (("Today", lessons.recall_now), ("In 90 days", lessons.recall_in_90))
        if share is not None
    ]
    return bars(rows, "recall", "aim", "Chance to be remembered", {"recall": FAINT, "aim": ACCENT}, tick="%")


MAKERS: dict[str, tuple[str, str, str, Callable[[Report], Any]]] = {
    "held": (
        "Huddles held, week by week",
        "held.rate",
        "Behind: on the calendar. In front: held. What shows behind did not take place.",
        held,
    ),
    "overruns": (
        "Huddles that ran over, week by week",
        "time.overruns",
        "Behind: huddles whose length was recorded. In front: those longer than their timebox.",
        overruns,
    ),
    "segments": (
        "How long each part takes",
        "time.mean",
        "Bar: mean length. Line: what the agenda gave it. A bar beyond its line needs more time.",
        segments,
    ),
    "values": (
        "Which values the huddles were about",
        "values.covered",
        "Bar: huddles held on it. Line: those due by today's weights. Short of the line: too seldom.",
        values,
    ),
    "stories": (
        "Wins and misses told, week by week",
        "stories.misses",
        "The height counts the stories. Weeks without a miss are rarely weeks without one to tell.",
        stories,
    ),
    "promises": (
        "What became of promises",
        "people.customers",
        "Commitments by the day they fell due, in months that may be shown, and reasons given twice.",
        promises,
    ),
    "recall": (
        "Lessons remembered, today and in 90 days without huddles",
        "lessons.recall_now",
        "Bar: the mean predicted chance that a lesson is remembered. Line: the aim of nine in ten.",
        recall,
    ),
}
