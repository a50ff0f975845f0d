"""Walks through what the package shows to its users."""

import enum
import inspect
from collections.abc import Iterator

import huddlekit


def everything() -> Iterator[tuple[str, object]]:
    """Every public class, function, method and property by its dotted name, the package first."""
    yield "huddlekit", huddlekit
    for name in huddlekit.__all__:
        if not name.startswith("_"):
            yield from members(name, getattr(huddlekit, name))


def members(path: str, thing: object) -> Iterator[tuple[str, object]]:
    if callable(thing) or isinstance(thing, property):
        yield path, thing
    # Enumerators are explained by their class.
    if inspect.isclass(thing) and not issubclass(thing, enum.Enum):
        for name in vars(thing):
            if not name.startswith("_"):
                yield from members(f"{path}.{name}", inspect.getattr_static(thing, name))


def text_of(thing: object) -> str:
    """The docstring without the signatures that pybind11 puts on top."""
    lines = (inspect.getdoc(thing) or "").splitlines()
    return "\n".join(line for line in lines if ") -> " not in line and line != "Overloaded function.").strip()
