"""What is wrong with a call, in one sentence: the argument, what it must be, and what was given.

pybind11 refuses a call that does not fit with a list of the signatures that it knows. Here the argument is
found that does not fit them.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from os import PathLike
from typing import Any, NamedTuple

from . import _core

SIGNATURE = re.compile(r"^    \d+\. [\w.]*\((.*)\)(?: -> .*)?$", re.MULTILINE)
WORDS = (
    ("typing.SupportsInt | typing.SupportsIndex", "int"),
    ("typing.SupportsFloat | typing.SupportsIndex", "float"),
    ("os.PathLike | str | bytes", "path"),
    ("collections.abc.", ""),
    ("huddlekit._core.", ""),
)
HALF = re.compile("[\ud800-\udfff]")  # of a surrogate pair: no text of Unicode
LARGEST = 2**31 - 1  # that every number of a call holds

Fits = Callable[[Any], bool]
FITS: dict[str, Fits] = {
    "None": lambda value: value is None,
    "str": lambda value: isinstance(value, str),
    "bytes": lambda value: isinstance(value, bytes),
    "bool": lambda value: isinstance(value, bool),
    "int": lambda value: isinstance(value, int),
    "typing.SupportsInt": lambda value: isinstance(value, int),
    "typing.SupportsIndex": lambda value: hasattr(value, "__index__"),
    "float": lambda value: isinstance(value, float | int),
    "typing.SupportsFloat": lambda value: hasattr(value, "__float__"),
    "datetime.date": lambda value: isinstance(value, dt.date) and not isinstance(value, dt.datetime),
    "datetime.datetime": lambda value: isinstance(value, dt.datetime),
    "datetime.time": lambda value: isinstance(value, dt.time),
    "datetime.timedelta": lambda value: isinstance(value, dt.timedelta),
    "os.PathLike": lambda value: isinstance(value, PathLike),
    "collections.abc.Callable": callable,
}


class Parameter(NamedTuple):
    name: str
    type: str
    optional: bool
    by_name: bool  # only


class Fault(NamedTuple):
    """What does not fit, and how far the call fits: of several signatures the nearest is meant."""

    reached: int
    error: Exception


def explain(message: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Exception:
    """The exception for a call that pybind11 has refused with `message`."""
    name = message.partition("(")[0]
    if name == "__init__":  # whose signatures do not have self
        name, args = type(args[0]).__name__, args[1:]
    faults = [fault(name, parameters(found), args, kwargs) for found in SIGNATURE.findall(message)]
    return max(faults, key=lambda f: f.reached).error if faults else TypeError(message)


def fault(name: str, known: Sequence[Parameter], args: Sequence[Any], kwargs: Mapping[str, Any]) -> Fault:
    def wrong(reached: int, what: str) -> Fault:
        return Fault(reached, TypeError(f"{name}: {what}"))

    by_place = [p for p in known if not p.by_name]
    first = 1 if known and known[0].name == "self" else 0
    if len(args) > len(by_place):
        most = len(by_place) - first
        return wrong(0, f"takes {most} argument{'s' * (most != 1)} by position, got {len(args) - first}")
    given = dict(zip((p.name for p in by_place), args, strict=False))
    names = [p.name for p in known][first:]
    for word in kwargs:
        if word in given:
            return wrong(1, f"{word}: is given twice")
        if word not in names:
            near = get_close_matches(word, names, 1)
            return wrong(1, f"has no argument {word!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
    given.update(kwargs)
    for place, p in enumerate(known):
        if p.name not in given:
            if p.optional:
                continue
            return wrong(2 + place, f"{p.name}: is missing")
        if not fits(given[p.name], p.type):
            return wrong(2 + place, f"{p.name}: must be {in_words(p.type)}, got {shown(given[p.name])}")
    far = 2 + len(known)
    for key, value in given.items():
        if rule := broken_rule(value):
            return Fault(far, _core.InvalidArgumentError(f"{key}: {rule}, got {shown(value)}"))
    for key, value in given.items():
        if rule := zone_rule(value):
            return wrong(far, f"{key}: {rule}, got {shown(value)}")
    return wrong(far, f"does not take {', '.join(shown(value) for value in args[first:])}")


@cache
def parameters(signature: str) -> tuple[Parameter, ...]:
    out, by_name = [], False
    for part in split(signature, ","):
        if part in ("*", "/"):
            by_name |= part == "*"
            continue
        name, _, rest = part.partition(": ")
        type_, equals, _ = rest.partition(" = ")
        out.append(Parameter(name, type_, bool(equals), by_name))
    return tuple(out)


def split(text: str, mark: str) -> Iterator[str]:
    """The parts between marks that stand in no bracket and no quotes."""
    depth, quote, begin = 0, "", 0
    for place, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"":
            quote = letter
        elif letter in "([{":
            depth += 1
        elif letter in ")]}":
            depth -= 1
        elif letter == mark and depth == 0:
            yield text[begin:place].strip()
            begin = place + 1
    if text[begin:].strip():
        yield text[begin:].strip()


def fits(value: Any, type_: str) -> bool:
    return any(fits_one(value, one) for one in split(type_, "|"))


def fits_one(value: Any, type_: str) -> bool:
    if type_ in FITS:
        return FITS[type_](value)
    outer, _, inner = type_.removesuffix("]").partition("[")
    if outer in ("collections.abc.Sequence", "list"):
        return is_list(value) and (not inner or all(fits(item, inner) for item in value))
    if outer == "tuple":
        if not inner:
            return isinstance(value, tuple)
        types = list(split(inner, ","))
        return is_list(value) and len(value) == len(types) and all(map(fits, value, types))
    if outer in ("collections.abc.Mapping", "dict"):
        if not inner:
            return isinstance(value, Mapping)
        key, item = split(inner, ",")
        return isinstance(value, Mapping) and all(fits(k, key) and fits(value[k], item) for k in value)
    if outer == "collections.abc.Callable":
        return callable(value)
    if outer.startswith("huddlekit._core."):
        named: Any = _core
        for part in outer.removeprefix("huddlekit._core.").split("."):
            named = getattr(named, part)
        return isinstance(value, named)
    return True  # not known here: it is not what is called wrong


def is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def broken_rule(value: Any) -> str | None:
    """The rule that a value of the right type breaks."""
    if isinstance(value, str) and HALF.search(value):
        return "must be text that UTF-8 can write"
    if isinstance(value, int) and abs(value) > LARGEST:
        return "must be a smaller number"
    if isinstance(value, Mapping):
        return next(filter(None, map(broken_rule, [*value, *value.values()])), None)
    if is_list(value):
        return next(filter(None, map(broken_rule, value)), None)
    return None


def zone_rule(value: Any) -> str | None:
    """What is wrong with a time, where nothing else of the call is."""
    if isinstance(value, dt.timedelta) and value.microseconds:
        return "must be whole seconds"
    if isinstance(value, dt.time) and value.tzinfo:
        return "must have no time zone"
    if isinstance(value, dt.datetime):
        knows = value.tzinfo is not None and value.utcoffset() is not None
        return "must have no time zone" if knows else "must have a time zone"
    return next(filter(None, map(zone_rule, value)), None) if is_list(value) else None


def in_words(type_: str) -> str:
    for long, short in WORDS:
        type_ = type_.replace(long, short)
    return type_


def shown(value: Any) -> str:
    try:
        text = ascii(value) if isinstance(value, str) and HALF.search(value) else repr(value)
    except Exception:  # whatever somebody's own repr raises: the call is what was wrong
        text = f"<{type(value).__name__}>"
    return text if len(text) <= 200 else text[:200] + "…"


_core._explain_with(explain)
