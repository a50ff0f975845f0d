"""What the page of the live huddle may send: every click with its fields and their kinds.

A message is checked whole before anything is done with it, so that a wrong one changes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

LARGEST_ID = 2**63 - 1


def _text(value: object) -> bool:
    # Half a surrogate pair is no text: it cannot be stored, and would not come back to the page.
    return isinstance(value, str) and not any("\ud800" <= c <= "\udfff" for c in value)


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_text, value))


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _id(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_ID


def _day(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(dt.date.fromisoformat(value))
    except ValueError:
        return False


Kind = tuple[Callable[[object], bool], str]
TEXT: Kind = (_text, "must be text")
TEXTS: Kind = (_texts, "must be a list of texts")
FLAG: Kind = (_flag, "must be true or false")
ID: Kind = (_id, "must be the number of a commitment")
DAY: Kind = (_day, "must be a date like 2026-11-23")

CLICKS: dict[str, dict[str, Kind]] = {
    "refresh": {},
    "start": {},
    "next": {},
    "pause": {},
    "resume": {},
    "finish": {},
    "cut": {"segment": TEXT, "cut": FLAG},
    "tap": {"who": TEXT},
    "led_by": {"who": TEXT},
    "rate": {"rating": TEXT},
    "win": {"text": TEXT, "who": TEXTS, "values": TEXTS},
    "miss": {"text": TEXT},
    "lesson": {"text": TEXT},
    "commit": {"who": TEXT, "text": TEXT, "due": DAY, "for_customer": FLAG},
    "kept": {"id": ID},
    "missed": {"id": ID, "reason": TEXT},
}


def read(message: object) -> tuple[str, dict[str, Any]]:
    """The name of the click and its fields. ValueError for anything that the page does not send."""
    what = message.get("do") if isinstance(message, Mapping) else None
    if not isinstance(message, Mapping) or not isinstance(what, str) or what not in CLICKS:
        raise ValueError(f"click: must be one of {', '.join(CLICKS)}, got {what!r}")
    fields = CLICKS[what]
    for name, (holds, rule) in fields.items():
        if not holds(message.get(name)):
            raise ValueError(f"{name}: {rule}, got {message.get(name)!r:.80}")
    return what, {name: message[name] for name in fields}
