"""Prepares a team's daily ten-minute huddle."""

from ._core import (
    ConflictError,
    HuddleError,
    InvalidArgumentError,
    NotFoundError,
    ParseError,
    Problem,
    Rotation,
    StorageError,
    Timebox,
    __version__,
)

__all__ = [
    "ConflictError",
    "HuddleError",
    "InvalidArgumentError",
    "NotFoundError",
    "ParseError",
    "Problem",
    "Rotation",
    "StorageError",
    "Timebox",
    "__version__",
]
