"""The journal, plans, exposure and reports as data frames of pandas or polars, column by column.

Needs the extra `frames` (narwhals and pandas), or narwhals beside polars.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any

from . import _core

__all__ = ["COLUMNS", "to_frame"]

Get = Callable[[Any], Any]

TEXT, WHOLE, REAL, FLAG, DAY, MOMENT = "String", "Int64", "Float64", "Boolean", "Date", "Datetime"


def _keys(people: Iterable[_core.Person]) -> str:
    return " ".join(person.key for person in people)


def _key(person: _core.Person | None) -> str | None:
    return None if person is None else person.key


def _name(value: Any) -> str:
    return str(value.name).lower().replace("_", "-")


def _plain(name: str) -> Get:
    return lambda row: getattr(row, name)


def _figures(reports: Iterable[_core.Report]) -> list[tuple[_core.Report, _core.Figure]]:
    return [(report, figure) for report in reports for figure in report.figures()]


# What each kind of row becomes: columns in order, each with its type and how it is read. These names
# are part of the API.
COLUMNS: dict[type, dict[str, tuple[str, Get]]] = {
    _core.Story: {
        "id": (WHOLE, _plain("id")),
        "kind": (TEXT, lambda row: _name(row.kind)),
        "team": (TEXT, _plain("team")),
        "day": (DAY, _plain("day")),
        "text": (TEXT, _plain("text")),
        "values": (TEXT, lambda row: " ".join(row.values)),
        "who": (TEXT, lambda row: _keys(row.who)),
        "by": (TEXT, lambda row: _key(row.by)),
    },
    _core.Lesson: {
        "id": (WHOLE, _plain("id")),
        "team": (TEXT, _plain("team")),
        "day": (DAY, _plain("day")),
        "insight": (TEXT, _plain("insight")),
        "change": (TEXT, _plain("change")),
        "importance": (WHOLE, _plain("importance")),
        "value": (TEXT, _plain("value")),
        "heard": (DAY, _plain("heard")),
    },
    _core.Commitment: {
        "id": (WHOLE, _plain("id")),
        "team": (TEXT, _plain("team")),
        "who": (TEXT, lambda row: row.who.key),
        "text": (TEXT, _plain("text")),
        "made": (DAY, _plain("made")),
        "due": (DAY, _plain("due")),
        "for_customer": (FLAG, _plain("for_customer")),
        "state": (TEXT, lambda row: _name(row.state)),
        "reason": (TEXT, _plain("reason")),
    },
    _core.Agenda: {
        "id": (TEXT, _plain("id")),
        "team": (TEXT, _plain("team")),
        "huddle": (TEXT, _plain("huddle")),
        "day": (DAY, _plain("day")),
        "starts": (MOMENT, _plain("starts")),
        "timebox": (WHOLE, _plain("timebox")),
        "published": (FLAG, _plain("published")),
        "revision": (WHOLE, _plain("revision")),
        "value": (TEXT, _plain("value")),
        "facilitator": (TEXT, lambda row: _key(row.facilitator)),
        "customers_seat": (TEXT, lambda row: _key(row.customers_seat)),
    },
    _core.CalendarEntry: {
        "id": (TEXT, _plain("id")),
        "team": (TEXT, _plain("team")),
        "huddle": (TEXT, _plain("huddle")),
        "day": (DAY, _plain("day")),
        "starts": (MOMENT, _plain("starts")),
        "state": (TEXT, lambda row: _name(row.state)),
    },
    _core.ExposureRow: {
        "who": (TEXT, lambda row: row.who.key),
        "value": (TEXT, _plain("value")),
        "times": (WHOLE, _plain("times")),
        "behind": (REAL, _plain("behind")),
        "last": (DAY, _plain("last")),
    },
    _core.ReportWeek: {
        "monday": (DAY, _plain("monday")),
        "planned": (WHOLE, _plain("planned")),
        "held": (WHOLE, _plain("held")),
        "timed": (WHOLE, _plain("timed")),
        "overruns": (WHOLE, _plain("overruns")),
        "took": (WHOLE, _plain("took")),
        "wins": (WHOLE, _plain("wins")),
        "misses": (WHOLE, _plain("misses")),
        "expected": (WHOLE, _plain("expected")),
        "attended": (WHOLE, _plain("attended")),
    },
    _core.ReportValue: {
        "key": (TEXT, _plain("key")),
        "name": (TEXT, _plain("name")),
        "huddles": (WHOLE, _plain("huddles")),
        "due": (REAL, _plain("due")),
        "wins": (WHOLE, _plain("wins")),
        "misses": (WHOLE, _plain("misses")),
        "last": (DAY, _plain("last")),
    },
    _core.Report: {  # a row for each figure
        "of": (TEXT, lambda row: _name(row[0].of)),
        "key": (TEXT, lambda row: row[0].key),
        "start": (DAY, lambda row: row[0].start),
        "end": (DAY, lambda row: row[0].end),
        "figure": (TEXT, lambda row: row[1].key),
        "section": (TEXT, lambda row: row[1].section),
        "label": (TEXT, lambda row: row[1].label),
        "number": (REAL, lambda row: row[1].number),
        "unit": (TEXT, lambda row: row[1].unit),
        "text": (TEXT, lambda row: row[1].text),
    },
    _core.Difference: {
        "figure": (TEXT, _plain("figure")),
        "label": (TEXT, _plain("label")),
        "unit": (TEXT, _plain("unit")),
        "before": (REAL, _plain("before")),
        "after": (REAL, _plain("after")),
        "low": (REAL, _plain("low")),
        "high": (REAL, _plain("high")),
        "sentence": (TEXT, _plain("sentence")),
    },
}


def to_frame(rows: Any, *, of: type | None = None, backend: str | None = None) -> Any:
    """Rows of one kind as a data frame.

    >>> import huddlekit
    >>> from datetime import date
    >>> with huddlekit.open(":memory:", create=True) as book:
    ...     report = book.load_pack("harbour-hotel")
    ...     plan = book.team("kitchen").plan(date(2026, 11, 23), date(2026, 11, 30))
    >>> huddlekit.to_frame(plan, backend="pandas")[["day", "value"]].shape
    (7, 2)

    `rows` is a list of `Story`, `Lesson`, `Commitment`, `Agenda`, `CalendarEntry`, `ExposureRow`,
    `ReportWeek`, `ReportValue`, `Report` (a row for each figure) or `Difference`; a single report or
    a comparison will do. Name the kind by `of` where the list may be empty. Columns and their types
    are listed in docs/report.md and stay the same. `backend` is "pandas" or "polars"; left out, the
    one that is imported already, else the one that is installed, pandas first. Days are dates in
    polars and datetime64 in pandas. ImportError with a hint when something is missing.
    """
    if isinstance(rows, _core.Comparison):
        rows, of = rows.rows, _core.Difference
    elif isinstance(rows, _core.Report):
        rows = [rows]
    rows = list(rows)
    kind = of or (type(rows[0]) if rows else None)
    if kind is None:
        raise _core.InvalidArgumentError("of: must name the kind of row where there is none, got None")
    if kind not in COLUMNS:
        known = ", ".join(k.__name__ for k in COLUMNS)
        raise _core.InvalidArgumentError(f"rows: must be of {known}, got {kind.__name__}")
    wrong = next((row for row in rows if type(row) is not kind), None)
    if wrong is not None:
        raise _core.InvalidArgumentError(f"rows: must all be of {kind.__name__}, got {type(wrong).__name__}")
    return _made(COLUMNS[kind], _figures(rows) if kind is _core.Report else rows, _backend(backend))


def _made(columns: dict[str, tuple[str, Get]], rows: Sequence[Any], backend: str) -> Any:
    nw = _needed("narwhals")
    zone = {"time_unit": "us", "time_zone": "UTC"}
    types = {
        MOMENT: nw.Datetime(**zone),
        DAY: nw.Datetime("us") if backend == "pandas" else nw.Date(),  # pandas has no dates
    }
    data: dict[str, list[Any]] = {}
    for name, (_, get) in columns.items():
        data[name] = [get(row) for row in rows]
    if backend == "pandas":
        from datetime import datetime

        for name, (kind, _) in columns.items():
            if kind == DAY:
                data[name] = [d and datetime(d.year, d.month, d.day) for d in data[name]]
    schema = {name: types.get(kind) or getattr(nw, kind)() for name, (kind, _) in columns.items()}
    return nw.from_dict(data, schema=schema, backend=backend).to_native()


def _backend(named: str | None) -> str:
    choices = ("pandas", "polars")
    if named is not None and named not in choices:
        raise _core.InvalidArgumentError(f'backend: must be "pandas" or "polars", got "{named}"')
    if named:
        _needed(named)
        return named
    imported = [name for name in choices if name in sys.modules]
    installed = (name for name in choices if importlib.util.find_spec(name))
    return next(chain(imported, installed), None) or _needed("pandas")


def _needed(module: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ImportError(
            f"to_frame needs {module}: pip install 'huddlekit[frames]', or narwhals and polars"
        ) from error
