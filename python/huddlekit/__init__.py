"""Prepares a team's daily ten-minute huddle."""

from ._core import (
    ConflictError,
    HuddleError,
    InvalidArgumentError,
    NotFoundError,
    ParseError,
    Problem,
    Recurrence,
    StorageError,
    Timebox,
    __version__,
    resolve_local,
    to_local,
    zone_exists,
)

__all__ = [
    "ConflictError",
    "HuddleError",
    "InvalidArgumentError",
    "NotFoundError",
    "ParseError",
    "Problem",
    "Recurrence",
    "StorageError",
    "Timebox",
    "__version__",
    "resolve_local",
    "to_local",
    "zone_exists",
]
