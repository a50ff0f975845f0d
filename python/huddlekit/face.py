"""What classes of the compiled module have in Python alone: it is put onto them here, so that nothing
compiled reaches up.
"""

from inspect import cleandoc
from typing import Any

from . import _core
from .frames import to_frame


def team_html(self: _core.Team) -> str:
    """
    A card with today's huddle, the next days and what is open, at the end of a notebook cell.
    """
    from .team import to_html  # not before somebody looks

    return to_html(self)


def hold(self: _core.Team, huddle: str | None = None) -> Any:
    """
    A widget to hold today's huddle with; needs the extra `notebook`.

    `huddle` is the id of an agenda; without it, the first one of today. NotFoundError on a day without a
    huddle.
    """
    from .team import hold as widget

    return widget(self, huddle)


def report_to_frame(self: _core.Report, *, backend: Any = None) -> Any:
    """
    The figures as a data frame; see `to_frame`.
    """
    return to_frame(self, backend=backend)


for owner, name, method in (
    (_core.Team, "_repr_html_", team_html),
    (_core.Team, "hold", hold),
    (_core.Report, "to_frame", report_to_frame),
):
    method.__name__, method.__qualname__ = name, f"{owner.__name__}.{name}"
    method.__doc__ = cleandoc(method.__doc__ or "")  # which Python 3.13 does by itself
    setattr(owner, name, method)
