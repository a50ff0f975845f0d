"""Calls everything that is public with arguments of every kind.

    python tests/python/any_call.py SEED CALLS

Fails at the first call that ends in anything but an answer, an error of ours or a TypeError. A crash leaves
the call that was on in `last-call.txt`.
"""

import contextlib
import datetime as dt
import faulthandler
import inspect
import random
import sys
import traceback
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

from desk import desk, early_on_monday

import huddlekit as hk
from huddlekit import _core
from huddlekit.bad_calls import Parameter, fits, parameters, shown

DAY = dt.date(2026, 11, 23)
NOW = early_on_monday()
TOO_SLOW = {"simulate"}  # plays weeks: a call takes a second
ANYTHING: list[Any] = [
    None, True, False, 0, 1, 2, 7, 100, -1, 400, 3661, 2**31 - 1, 2**31, 2**63 - 1, 2**63, -(2**70),
    0.5, -0.0, float("inf"), float("nan"), 1e308,
    "", "a", "ana", "ben", "front-desk", "kitchen", "own-it", "lead", "seat", "morning", "win", "x" * 3000,
    "two\nlines", "nul\0", "\ud800", "\u202e", "🙂", "front-desk/2026-11-23/morning", "FREQ=DAILY", "UTC",
    "Europe/Lisbon", "2026-11-23", "../x", "{}", "[]", "format = 1", b"", b"\xff",
    DAY, dt.date.min, dt.date.max, DAY + dt.timedelta(days=1), DAY - dt.timedelta(days=400),
    NOW, dt.datetime.min, dt.datetime.max, NOW.replace(tzinfo=None), NOW + dt.timedelta(minutes=5),
    dt.datetime.max.replace(tzinfo=dt.UTC), dt.time(6, 45), dt.time.max, dt.timedelta(0), dt.timedelta.max,
    dt.timedelta(minutes=10), dt.timedelta(microseconds=1), (), [], {}, ["ana"], ["ana", "ana"], [None],
    [["ana"]], {"a": 1}, {1: 2}, object(), lambda *_: None, lambda: 1, Path("f.huddle"), Exception, type,
]  # fmt: skip


class Player:
    def __init__(self, seed: int) -> None:
        self.choose = random.Random(seed)
        self.pool = list(ANYTHING)
        self.enums = [v for v in vars(_core).values() if isinstance(v, type) and issubclass(v, Enum)]
        self.classes = [  # an Enum and an Exception are Python's own
            v for v in vars(_core).values() if isinstance(v, type) and not issubclass(v, Enum | Exception)
        ]
        self.pool += [member for enum in self.enums for member in enum]
        for each in self.classes:  # what `__new__` alone has made
            with contextlib.suppress(TypeError):
                self.pool.append(each.__new__(each))
        self.functions = list(self.found())
        self.renew()

    def renew(self) -> None:
        """A book with something in it, and its handles."""
        self.book = desk()
        team = self.book.team("front-desk")
        agenda = team.publish(DAY)
        assert agenda
        story = team.win("Found the ring", who=["ana"])
        self.own: list[Any] = [
            self.book, team, self.book.team("kitchen"), agenda, self.book.huddle(agenda.id), story,
            self.book.journal(), self.book.people(), self.book.proposals(), self.book.outbox(),
            team.miss("A cold plate"), team.lesson("Labels"), self.book.playbook(), team.next(),
            *team.rota(n=2), *self.book.teams(), hk.Recurrence("FREQ=DAILY", NOW.replace(tzinfo=None)),
        ]  # fmt: skip

    def found(self) -> Any:
        """Each callable with the class that it belongs to."""
        for name, function in vars(_core).items():
            if callable(function) and not isinstance(function, type) and not name.startswith("_"):
                yield None, name, function
        for owner in self.classes:
            for name, function in vars(owner).items():
                if isinstance(function, type):  # an Enum of its own
                    continue
                if callable(function) or isinstance(function, property | staticmethod):
                    yield owner, name, function

    def any(self) -> Any:
        at = self.choose.random()
        if at < 0.25:
            return self.choose.choice(self.own)
        if at < 0.35:
            return [self.any() for _ in range(self.choose.randrange(3))]
        if at < 0.4:
            return tuple(self.any() for _ in range(self.choose.randrange(4)))
        return self.choose.choice(self.pool)

    def fitting(self, type_: str) -> Any:
        """Something of the type, where some is at hand."""
        for _ in range(60):
            value = self.any()
            with contextlib.suppress(Exception):
                if fits(value, type_):
                    return value
        return self.any()

    def arguments(self, known: tuple[Parameter, ...]) -> tuple[list[Any], dict[str, Any]]:
        args, named = [], {}
        for p in known:
            if p.name == "self" or (p.optional and self.choose.random() < 0.5):
                continue
            if self.choose.random() < 0.03:
                continue  # missing
            value = self.fitting(p.type) if self.choose.random() < 0.85 else self.any()
            if p.by_name or named or self.choose.random() < 0.3:
                named[p.name] = value
            else:
                args.append(value)
        if self.choose.random() < 0.03:
            args.append(self.any())
        if self.choose.random() < 0.02:
            named["nothing_of_ours"] = self.any()
        return args, named

    def play(self) -> tuple[str, Callable[[], Any]]:
        owner, name, function = self.choose.choice(self.functions)
        known: tuple[Parameter, ...] = ()
        head = (getattr(function, "__doc__", None) or "").split("\n")[0]
        if "(" in head and ")" in head:
            known = parameters(head[head.index("(") + 1 : head.rindex(")")])
        args, named = self.arguments(known)
        if isinstance(function, staticmethod):
            function = function.__func__
        elif owner is not None and name not in ("__init__", "__new__"):
            whose = [o for o in self.own if type(o) is owner]
            strange = not whose or self.choose.random() < 0.03
            if inspect.isfunction(function) and strange:
                return self.play()  # a method written in Python trusts its self, as all of them do
            args.insert(0, self.any() if strange else self.choose.choice(whose))
        elif name == "__init__":
            function = owner
        if isinstance(function, property):
            function, args, named = function.fget, args[:1] or [self.any()], {}
        written = ", ".join([*map(shown, args), *(f"{key}={shown(value)}" for key, value in named.items())])
        return f"{owner and owner.__name__}.{name}({written:.3000})", lambda: function(*args, **named)


def allowed(error: BaseException) -> bool:
    if isinstance(error, hk.InvalidArgumentError) and not isinstance(error, hk.ParseError):
        return bool(error.argument and error.rule)
    return isinstance(error, hk.HuddleError | TypeError)


def main() -> None:
    seed, calls = int(sys.argv[1]), int(sys.argv[2])
    faulthandler.enable()
    player = Player(seed)
    last = Path("last-call.txt").open("w", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115
    answered = 0
    for n in range(calls):
        if n % 500 == 0:
            player.renew()
        said, call = player.play()
        if any(f".{name}(" in said for name in TOO_SLOW):
            continue
        last.seek(0)
        last.write(said)
        last.truncate()
        last.flush()
        try:
            answer = call()
            if inspect.isgenerator(answer):
                list(answer)
            repr(answer)
            answered += 1
        except Exception as error:
            if not allowed(error):
                print(f"call {n} of seed {seed}: {said.encode('ascii', 'backslashreplace').decode()}")
                traceback.print_exc(file=sys.stdout)
                sys.exit(1)
    print(f"{answered} of {calls} calls were answered, the others refused")
    sys.exit(answered < calls // 10)  # or nearly all would have been refused at the door


if __name__ == "__main__":
    main()
