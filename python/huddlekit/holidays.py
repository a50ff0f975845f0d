"""Holidays from files and of whole countries, for `Book.load_holidays`.

Countries come from the package `holidays`, iCalendar files are read by the package `icalendar`: the extra
`holidays`. CSV needs neither.
"""

import datetime as dt
import importlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from huddlekit import (
    Holiday,
    HuddleError,
    InvalidArgumentError,
    NotFoundError,
    Recurrence,
    clocks,
    parse_holidays,
)

MOST_BYTES = 4 << 20
YEARS_AHEAD = 10  # how far a rule without an end is followed


def read_holidays(path: str | Path, *, today: dt.date | None = None) -> list[Holiday]:
    """The holidays in a file, `.csv` (see `parse_holidays`) or `.ics` (see `parse_icalendar`).

    InvalidArgumentError for a file that is larger than 4 MiB, not of its kind, or without a holiday.
    """
    path = Path(path)
    if path.suffix.lower() not in (".csv", ".ics"):
        raise InvalidArgumentError(f"{path}: must be a .csv or an .ics file")
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise InvalidArgumentError(f"{path}: must be at most 4 MiB, got {size} bytes")
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidArgumentError(f"{path}: must be UTF-8, is not at byte {error.start}") from None
    if path.suffix.lower() == ".csv":
        return parse_holidays(text, name=str(path))
    return parse_icalendar(text, name=str(path), today=today)


def parse_icalendar(text: str, *, name: str = "holidays", today: dt.date | None = None) -> list[Holiday]:
    """The days of an iCalendar's events, a Holiday each; a timed event counts as its date.

    Cancelled events are left out; a rule without an end is followed for ten years from that of `today`,
    the clock's without one.
    InvalidArgumentError for text that is not iCalendar or holds no event.
    """
    icalendar = package("icalendar")
    this_year = (today or clocks.today()).year
    try:
        found = {
            (day, " ".join(str(event.get("SUMMARY", "")).split()) or "Holiday"): None
            for event in icalendar.Calendar.from_ical(text).walk("VEVENT")
            if str(event.get("STATUS", "")).upper() != "CANCELLED"
            for day in days_of(event, this_year)
        }
    except HuddleError as error:
        raise InvalidArgumentError(f"{name}: {error}") from None
    except (ValueError, LookupError, AttributeError, TypeError) as error:
        raise InvalidArgumentError(f"{name}: must be iCalendar, {error}") from None
    if not found:
        raise InvalidArgumentError(f"{name}: must hold at least one event")
    return [Holiday(*each) for each in sorted(found)]


def days_of(event: Any, this_year: int) -> Iterator[dt.date]:
    start = day_of(event.decoded("DTSTART"))
    end = day_of(event.decoded("DTEND")) if "DTEND" in event else start + dt.timedelta(days=1)
    # The end of a timed event lies on its last day, that of a whole day on the one after.
    length = max((end - start).days, 1)
    firsts = [start]
    if "RRULE" in event:
        left_out = event.get("EXDATE", [])
        lists = left_out if isinstance(left_out, list) else [left_out]
        rule = event["RRULE"].to_ical().decode()
        times = Recurrence(
            without_clock(rule),
            midnight(start),
            excluded=[midnight(day_of(each.dt)) for dates in lists for each in dates.dts],
        )
        horizon = dt.date(max(this_year, start.year) + YEARS_AHEAD + 1, 1, 1)
        firsts = [time.date() for time in times.between(midnight(start), midnight(horizon))]
    for first in firsts:
        yield from (first + dt.timedelta(days=n) for n in range(length))


def day_of(value: dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day)


def without_clock(rule: str) -> str:
    """UNTIL as a date: only days count here."""
    parts = [p[:14] if p.upper().startswith("UNTIL=") else p for p in rule.split(";")]
    return ";".join(parts)


def country_holidays(place: str, years: Iterable[int]) -> list[Holiday]:
    """The public holidays of a country, `PT`, or of a part of one, `AU-NSW`, in the given years.

    Named in the country's own language, wherever this runs. NotFoundError for a place that the package
    `holidays` does not know.
    """
    holidays = package("holidays")
    country, _, part = place.partition("-")
    try:
        named = holidays.country_holidays(country, subdiv=part or None).default_language
        found = holidays.country_holidays(country, subdiv=part or None, years=list(years), language=named)
    except NotImplementedError:
        known = holidays.list_supported_countries().get(country)
        parts = f", the parts of {country} are {', '.join(known)}" if known and part else ""
        raise NotFoundError(f"holidays: no such country or part, got {place!r}{parts}") from None
    return [Holiday(day, name) for day, name in sorted(found.items())]


def package(name: str) -> Any:
    """A package of the extra; where it is missing, ImportError says how to install it."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        hint = f"holidays: needs the package {name}: pip install 'huddlekit[holidays]'"
        raise ImportError(hint, name=name) from error
