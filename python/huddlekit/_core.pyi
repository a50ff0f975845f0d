"""
The C++ core of huddlekit.
"""

from __future__ import annotations

import collections.abc
import datetime
import typing

__all__: list[str] = [
    "ConflictError",
    "HuddleError",
    "InvalidArgumentError",
    "NotFoundError",
    "ParseError",
    "Problem",
    "StorageError",
    "Timebox",
]

class Problem:
    """
    One thing wrong in a text or a file; lines and columns count from 1, 0 is unknown.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    @property
    def column(self) -> int: ...
    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def rule(self) -> str: ...

class HuddleError(Exception):
    """
    Base of every error of this library.
    """

class InvalidArgumentError(HuddleError, ValueError):
    """
    A documented rule on an argument is broken.
    """

class ParseError(InvalidArgumentError):
    """
    Text or a file cannot be understood; `problems` lists every reason.
    """

    problems: list[Problem]

class NotFoundError(HuddleError, LookupError):
    """
    No such key, id or zone; names the nearest that do exist.
    """

class ConflictError(HuddleError):
    """
    Impossible in the present state.
    """

class StorageError(HuddleError, OSError):
    """
    The book cannot be opened, read, written or migrated.
    """

class Timebox:
    """
    The split of one huddle's time among its segments.

    >>> Timebox(600).share([Timebox.Request(15, 30, 45), Timebox.Request(60, 90, 180)])
    [45, 180]

    Lengths are whole seconds. Values; safe to share between threads.
    """
    class Request:
        """
        What one segment asks for; `cut` 1 falls first, 0 never.
        """

        __hash__: typing.ClassVar[None]  # type: ignore[assignment]
        def __eq__(self, other: object, /) -> bool: ...
        def __init__(
            self,
            min: int | datetime.timedelta,
            ideal: int | datetime.timedelta,
            max: int | datetime.timedelta,
            cut: int = 0,
        ) -> None: ...
        def __repr__(self) -> str: ...
        @property
        def cut(self) -> int: ...
        @property
        def ideal(self) -> int: ...
        @property
        def max(self) -> int: ...
        @property
        def min(self) -> int: ...

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    def __init__(self, total: int | datetime.timedelta, *, tick: int | datetime.timedelta = 5) -> None: ...
    def __repr__(self) -> str: ...
    def fit(self, requests: collections.abc.Sequence[Timebox.Request]) -> list[int | None] | None:
        """
        As `share`, after dropping requests by `cut` until the minimums fit; None for a dropped one.
        """
    def share(self, requests: collections.abc.Sequence[Timebox.Request]) -> list[int] | None:
        """
        One length per request, adding up to `total` or to the sum of the maximums.

        None when even the minimums do not fit. For the same requests a longer box never shortens one
        (Sainte-Laguë; Balinski & Young 1982).
        """
    @property
    def tick(self) -> int: ...
    @property
    def total(self) -> int: ...

__version__: str
