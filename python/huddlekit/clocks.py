"""The clock of the command and of what has no book to ask: the system's, or one set by HUDDLEKIT_NOW.

The one place in Python that reads the system's clock. HUDDLEKIT_NOW is an instant to start from, for trying
a day out: the clock runs on from there. A `Book` is given its clock by `open`.
"""

import datetime as dt
import os
import re
import time
from collections.abc import Callable

from ._core import InvalidArgumentError

VARIABLE = "HUDDLEKIT_NOW"
INSTANT = r"(19|2\d)\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:[0-5]\d)"

_chosen: Callable[[], dt.datetime] | None = None


def start() -> None:
    """Sets the clock by HUDDLEKIT_NOW; by the system where that is empty or not set."""
    global _chosen
    text = os.environ.get(VARIABLE, "")
    _chosen = running_from(instant(text)) if text else None


def instant(text: str) -> dt.datetime:
    """InvalidArgumentError for what is not a date, a time and an offset."""
    try:
        if re.fullmatch(INSTANT, text, re.ASCII):
            return dt.datetime.fromisoformat(text).astimezone(dt.UTC)
    except ValueError:
        pass  # there is no 30th of February
    raise InvalidArgumentError(
        f"{VARIABLE}: must have a date, a time and an offset, like 2026-12-24T06:40:00Z, got {text!r}"
    )


def running_from(first: dt.datetime) -> Callable[[], dt.datetime]:
    began = time.monotonic()
    return lambda: first + dt.timedelta(seconds=time.monotonic() - began)


def chosen() -> Callable[[], dt.datetime] | None:
    """For `huddlekit.open`, whose own default is the system's clock."""
    return _chosen


def now() -> dt.datetime:
    return _chosen() if _chosen else dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """The date where this machine is."""
    return now().astimezone().date()
