"""What classes of the compiled module have in Python alone: it is put onto them here, so that nothing
compiled reaches up.
"""

from inspect import cleandoc
from typing import Any

from . import _core
from .frames import to_frame


def team(self: _core.Book, key: str) -> Any:
    """
    One team to look at: at the end of a notebook cell a card with today's huddle, the next
    days and what is open. `.live()` holds the huddle there. NotFoundError for an unknown team.
    """
    from .team import TeamView  # not before somebody looks

    return TeamView(self, key)


def report_to_frame(self: _core.Report, *, backend: Any = None) -> Any:
    """
    The figures as a data frame; see `to_frame`.
    """
    return to_frame(self, backend=backend)


for owner, name, method in ((_core.Book, "team", team), (_core.Report, "to_frame", report_to_frame)):
    method.__name__, method.__qualname__ = name, f"{owner.__name__}.{name}"
    method.__doc__ = cleandoc(method.__doc__ or "")  # which Python 3.13 does by itself
    setattr(owner, name, method)
