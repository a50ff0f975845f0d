"""A small front desk for the tests of turns and presence: three who lead, one who does not."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import huddlekit

MONDAY = date(2026, 11, 23)
PLAYBOOK = """
format = 1
organisation = { name = "Harbour Hotel", zone = "Europe/Lisbon" }

[[value]]
key = "own-it"
name = "Own it"
[[value]]
key = "listen"
name = "Listen first"
[[value]]
key = "easy"
name = "Make it easy"

[[team]]
key = "front-desk"
name = "Front desk"
members = [
  { key = "ana", name = "Ana Costa" },
  { key = "ben", name = "Ben Okafor", days = "Mon-Fri" },
  { key = "caro", name = "Caro Lind" },
  { key = "dora", name = "Dora Szabó", leads = false },
]
huddle = [{ key = "morning", rule = "FREQ=DAILY", start = "06:45" }]

[[team]]
key = "kitchen"
name = "Kitchen"
members = [{ key = "eli", name = "Eli Haddad" }]
huddle = [{ key = "service", rule = "FREQ=DAILY", start = "10:45" }]
"""


def early_on_monday() -> datetime:
    return datetime(2026, 11, 23, 5, tzinfo=UTC)


def desk(path: str = ":memory:", now: Callable[[], datetime] = early_on_monday) -> huddlekit.Book:
    book = huddlekit.open(path, create=True, now=now)
    book.load(huddlekit.parse_playbook(PLAYBOOK, name="desk"))
    return book


def day(n: int) -> date:
    return MONDAY + timedelta(days=n)


def huddle(n: int) -> str:
    return f"front-desk/{day(n)}/morning"


def four_weeks_old() -> huddlekit.Book:
    """So that nobody is new on Monday."""
    book = desk()
    for n in range(-28, 0):
        book.team("front-desk").publish(day(n))
    return book


def leader(book: huddlekit.Book, n: int) -> str | None:
    who = book.team("front-desk").agenda(day(n)).facilitator
    return who and who.key


def other_than(key: str) -> str:
    return "caro" if key == "ana" else "ana"
