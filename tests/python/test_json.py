"""Every value as JSON: comes back equal, fits its schema, and rubbish is refused with its place."""

import datetime as dt
import json
import math
import os
import random
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

import huddlekit as hk
from huddlekit import _core
from huddlekit.bad_calls import Parameter, parameters, split

VALUES = [
    value for value in vars(_core).values() if isinstance(value, type) and hasattr(value, "json_schema")
]
TEXTS = ["", "Ana", "own-it", "two\nlines", '"quoted" \\ back', "<script>", "naïve 🙂", "\u2028", "x" * 300]
ROUNDS = 500 if os.environ.get("HUDDLEKIT_SOAK") else 12


def arguments(cls: type) -> tuple[Parameter, ...]:
    """What the constructor takes."""
    signature = (cls.__init__.__doc__ or "").partition("\n")[0]
    return parameters(signature[signature.index("(") + 1 : signature.rindex(")")])[1:]


class Maker:
    """Random values, made from nothing but what the constructors say that they take."""

    def __init__(self, seed: int) -> None:
        self.choose = random.Random(seed)

    def value(self, cls: type) -> Any:
        given = {}
        for p in arguments(cls):
            if p.optional and self.choose.random() < 0.3:
                continue
            given[p.name] = self.of(p.type)
        return cls(**given)

    def of(self, type_: str) -> Any:
        kinds = list(split(type_, "|"))
        return self.one(self.choose.choice(kinds))

    def one(self, type_: str) -> Any:
        outer, _, inner = type_.removesuffix("]").partition("[")
        if outer in ("collections.abc.Sequence", "list"):
            return [self.of(inner) for _ in range(self.choose.randrange(4))]
        if outer == "tuple":
            return tuple(self.of(part) for part in split(inner, ","))
        if outer.startswith("huddlekit._core."):
            named: Any = getattr(_core, outer.rpartition(".")[2])
            if hasattr(named, "__members__"):
                return self.choose.choice(list(named))
            return self.value(named)
        return self.plain(outer)

    def plain(self, type_: str) -> Any:
        day = dt.date(1, 1, 1) + dt.timedelta(days=self.choose.randrange(3_652_059))
        second = dt.timedelta(seconds=self.choose.randrange(86_400))
        moment = dt.datetime.combine(day, dt.time()) + second
        makes: dict[str, Callable[[], Any]] = {
            "None": lambda: None,
            "str": lambda: self.choose.choice(TEXTS),
            "bool": lambda: self.choose.random() < 0.5,
            "int": lambda: self.choose.choice([0, 1, -1, 600, 86_400, 2**31 - 1, -(2**31)]),
            "float": lambda: self.choose.choice([0.0, 0.1, -2.5, 1e-300, 1e300, 1 / 3]),
            "datetime.date": lambda: day,
            "datetime.timedelta": lambda: second,
            "datetime.time": lambda: moment.time(),
            "datetime.datetime": lambda: self.choose.choice([moment, moment.replace(tzinfo=dt.UTC)]),
        }
        return makes[type_]()


def made(cls: type, seed: int) -> Any:
    """A value, or None for one that its own rules refuse: days of the week, choices that are words."""
    maker = Maker(seed)
    for _ in range(200):
        try:
            return maker.value(cls)
        except (TypeError, hk.HuddleError):
            continue
    return None


WORDY = {"Organisation", "TeamDefinition", "Member", "Meeting", "Playbook"}  # most random words are refused


def test_every_value_has_it() -> None:
    assert len(VALUES) > 70


@pytest.mark.heavy
@pytest.mark.parametrize("cls", VALUES)
def test_it_comes_back_equal_and_fits_its_schema(cls: Any) -> None:
    schema = jsonschema.Draft202012Validator(json.loads(cls.json_schema()))
    schema.check_schema(schema.schema)
    tried = 0
    for seed in range(ROUNDS):
        value = made(cls, seed)
        if value is None:
            continue
        tried += 1
        text = value.to_json()
        back = cls.from_json(text)
        assert back == value, text
        assert hash(back) == hash(value)
        assert back.to_json() == text
        schema.validate(json.loads(text))
        assert "<" not in text
    assert tried or cls.__name__ in WORDY


@pytest.mark.parametrize("cls", VALUES)
def test_the_fields_are_those_of_the_class(cls: Any) -> None:
    assert set(json.loads(cls.json_schema())["properties"]) - {"format"} == {p.name for p in arguments(cls)}


@pytest.mark.heavy
@pytest.mark.parametrize("cls", VALUES)
def test_rubbish_is_refused_by_the_same_rules_as_the_schema(cls: Any) -> None:
    schema = jsonschema.Draft202012Validator(json.loads(cls.json_schema()))
    chance = random.Random(cls.__name__)
    value = next((v for v in map(lambda seed: made(cls, seed), range(50)) if v is not None), None)
    if value is None:
        return
    good = json.loads(value.to_json())
    rubbish = [None, True, 7, -1, 0.5, "", "x", [], {}, [1], {"a": 1}, 10**30, "2026-02-30"]
    for _ in range(ROUNDS * 4):
        bad = json.loads(json.dumps(good))
        spoil(bad, chance, rubbish)
        text = json.dumps(bad)
        try:
            cls.from_json(text)
        except hk.HuddleError:
            continue
        assert schema.is_valid(bad), text  # what is taken in is what the schema says


def spoil(document: Any, chance: random.Random, rubbish: list[Any]) -> None:
    """Puts something else, less or more into one place of a document."""
    while True:
        if isinstance(document, dict) and document:
            name = chance.choice(list(document))
        elif isinstance(document, list) and document:
            name = chance.randrange(len(document))
        else:
            return
        if isinstance(document[name], dict | list) and document[name] and chance.random() < 0.7:
            document = document[name]
            continue
        act = chance.random()
        if act < 0.7:
            document[name] = chance.choice(rubbish)
        elif act < 0.85:
            del document[name]
        elif isinstance(document, dict):
            document["nothing_of_ours"] = 1
        return


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "line 1:2: json: must be JSON in UTF-8"),
        ("[]", "json: must be an object, got an array"),
        ("{}", "key: is missing\nname: is missing"),
        ('{"key": 3, "name": "Ana"}', "key: must be a string, got 3"),
        ('{"key": "a", "name": "Ana", "names": 1}', 'names: no such field; did you mean "name"?'),
        ("[" * 100_000, "json: must not be nested more than 8 deep"),
        ('{"key": "\\ud800", "name": "x"}', "json: must be JSON in UTF-8"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, said: str) -> None:
    with pytest.raises(hk.ParseError) as raised:
        hk.Person.from_json(text)
    assert said in str(raised.value)


def test_what_is_left_out_has_its_default() -> None:
    assert hk.Holiday.from_json('{"day": "2026-12-25", "name": "Christmas Day"}') == hk.Holiday(
        dt.date(2026, 12, 25), "Christmas Day"
    )


def test_a_number_that_is_not_finite_is_refused() -> None:
    row = hk.ExposureRow(who=hk.Person("ana", "Ana"), value="own-it", behind=math.nan)
    with pytest.raises(hk.InvalidArgumentError, match="behind: must be a finite number"):
        row.to_json()


def test_values_are_keys() -> None:
    ana = hk.Person("ana", "Ana")
    assert {ana: 1}[hk.Person("ana", "Ana")] == 1
    assert len({hk.Person("ana", "Ana"), ana, hk.Person("ben", "Ben")}) == 2
