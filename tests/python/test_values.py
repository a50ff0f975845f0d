"""What all values have in common: a bad call names the argument, and nothing half made is touched."""

import contextlib
import copy
import datetime as dt
import inspect
import pickle
import random
import re
from enum import Enum

import pytest

import huddlekit as hk
from huddlekit import _core

DAY = dt.date(2026, 11, 23)
VALUES = [
    value
    for value in vars(_core).values()
    if isinstance(value, type) and "__getstate__" in vars(value) and "__eq__" in vars(value)
]
RUBBISH = [
    None,
    True,
    3,
    -(2**70),
    0.5,
    "",
    "\ud800",
    b"x",
    (),
    [],
    {},
    object(),
    DAY,
    dt.datetime(2026, 1, 1),
]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: hk.Person("ana", 3), "Person: name: must be str, got 3"),
        (lambda: hk.Person("ana"), "Person: name: is missing"),
        (lambda: hk.Person("ana", "Ana", key="ben"), "Person: key: is given twice"),
        (lambda: hk.Person("ana", "Ana", nick="An"), "Person: has no argument 'nick'"),
        (lambda: hk.Person("a", "b", "c"), "Person: takes 2 arguments by position, got 3"),
        (lambda: hk.Holiday("2026-12-25", "Feast"), "Holiday: day: must be datetime.date, got '2026-12-25'"),
        (
            lambda: hk.Holiday(dt.datetime(2026, 12, 25), "Feast"),
            "Holiday: day: must be datetime.date, got datetime.datetime(2026, 12, 25, 0, 0)",
        ),
        (
            lambda: hk.Story(kind="win", team="bar", day=DAY, text="x"),
            "Story: kind: must be StoryKind, got 'win'",
        ),
    ],
)
def test_a_bad_call_says_which_argument_and_what_it_takes(call, said):
    with pytest.raises(TypeError, match=f"^{re.escape(said)}$"):
        call()


def test_there_are_many_and_each_has_fields():
    assert len(VALUES) > 60
    for value in VALUES:
        assert any(isinstance(member, property) for member in vars(value).values()), value


@pytest.mark.parametrize("value", VALUES)
def test_what_was_never_filled_is_refused(value):
    empty = value.__new__(value)
    fields = [name for name, member in vars(value).items() if isinstance(member, property)]
    for use in (repr, pickle.dumps, copy.copy, *(lambda v, n=name: getattr(v, n) for name in fields)):
        with pytest.raises(TypeError):
            use(empty)
    with pytest.raises(TypeError):
        _ = empty == empty
    with pytest.raises(TypeError):
        vars(value)[fields[0]].fget(object())


@pytest.mark.parametrize("value", VALUES)
def test_rubbish_is_a_type_error_or_ours(value):
    chance = random.Random(value.__name__)
    names = [name for name, member in vars(value).items() if isinstance(member, property)]
    for _ in range(200):
        given = {name: chance.choice(RUBBISH) for name in names if chance.random() < 0.7}
        state = tuple(chance.choice(RUBBISH) for _ in range(chance.choice([len(names), 0, 1])))
        for call in (
            lambda given=given: value(**given),
            lambda state=state: value.__new__(value).__setstate__(state),
            lambda: value.__new__(value).__setstate__(chance.choice(RUBBISH)),
        ):
            with contextlib.suppress(TypeError, hk.HuddleError):
                call()


CLASSES = [c for c in vars(_core).values() if isinstance(c, type) and not issubclass(c, Exception | Enum)]


@pytest.mark.parametrize("kind", CLASSES)
def test_a_method_of_what_was_never_filled_is_refused(kind):
    # Of its calls, those that need no argument are what this tries: the others lack theirs first.
    empty = kind.__new__(kind)
    for name, member in inspect.getmembers(kind):
        if name.startswith("_") and name not in ("__repr__", "__str__", "_repr_html_"):
            continue
        if isinstance(member, property):
            with pytest.raises((TypeError, hk.HuddleError)):
                member.fget(empty)
        elif callable(member) and "(self: " in (member.__doc__ or ""):
            with pytest.raises((TypeError, hk.HuddleError)):
                member(empty)


def test_the_constructor_says_what_it_takes():
    said = inspect.getdoc(hk.Holiday.__init__)
    assert said == (
        "__init__(self: huddlekit._core.Holiday, day: datetime.date, name: str, *, region: str = '') -> None"
    )


ENUMS = [kind for kind in vars(_core).values() if isinstance(kind, type) and issubclass(kind, Enum)]


@pytest.mark.parametrize("kind", [kind for kind in ENUMS if kind.__name__ not in ("BlameKind", "Rating")])
def test_an_enumerator_is_called_by_its_word(kind):
    for one in kind:
        assert kind(str(one)) is one
        assert str(one) == one.name.lower().replace("_", "-")
    known = ", ".join(map(str, kind))
    with pytest.raises(hk.InvalidArgumentError, match=f"^{kind.__name__}: must be one of {known}, got 'x'$"):
        kind("x")
