import copy
import doctest
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import huddlekit
from huddlekit import ConflictError, InvalidArgumentError, NotFoundError, Rotation

weights = st.dictionaries(st.text("abcdefgh", min_size=1), st.integers(1, 1000), min_size=1, max_size=8)


def take(rotation, steps):
    taken = []
    for _ in range(steps):
        taken.append(rotation.next())
        rotation.advance(taken[-1])
    return taken


def test_turns_come_up_in_proportion():
    values = Rotation({"own-it": 2, "listen": 1})
    assert take(values, 6) == ["own-it", "listen", "own-it", "own-it", "listen", "own-it"]
    assert values.turns("own-it") == values.share("own-it") == 4
    assert values.deviation() == 0


def test_everybody_absent_is_a_normal_answer():
    assert Rotation({"ana": 1}).next([]) is None
    assert Rotation({"ana": 1}).next(eligible=[]) is None


def test_any_iterable_order_of_the_eligible_gives_the_same():
    people = Rotation({"ana": 1, "ben": 1, "caro": 1})
    assert people.next(["caro", "ben"]) == people.next(("ben", "caro")) == "ben"


@given(weights, st.sampled_from(Rotation.Rule), st.lists(st.booleans(), max_size=60))
def test_credits_add_up_to_zero_and_the_bound_holds(weights, rule, absent):
    rotation = Rotation(weights, rule=rule)
    first = next(iter(weights))
    for away in absent:
        eligible = [k for k in weights if not (away and k == first)]
        key = rotation.next(eligible)
        if key is None:
            assert eligible == []
            continue
        assert key in eligible
        rotation.advance(key, eligible)
    assert sum(map(rotation.credit, weights)) == pytest.approx(0, abs=1e-12)
    if rule is Rotation.Rule.EARLIEST_DEADLINE and not any(absent) and len(weights) > 1:
        assert rotation.deviation() <= 1 - 1 / (2 * len(weights) - 2)


@given(weights, st.sampled_from(Rotation.Rule), st.integers(0, 40))
def test_values_copy_and_pickle(weights, rule, steps):
    rotation = Rotation(weights, rule=rule)
    assert eval(repr(rotation)) == rotation
    assert rotation.weights == weights
    take(rotation, steps)
    for again in (pickle.loads(pickle.dumps(rotation)), copy.copy(rotation), copy.deepcopy(rotation)):
        assert again == rotation
        assert take(again, 5) == take(copy.copy(rotation), 5)
        assert again != rotation


def test_joiners_leavers_and_changed_weights():
    people = Rotation({"ana": 1, "ben": 1})
    people.join("caro", 2)
    people.advance("ana")
    people.leave("ana")
    assert people.keys() == ["ben", "caro"]
    assert people.deviation() == 0
    people.set_weight("caro", 1)
    assert people.weights == {"ben": 1, "caro": 1}


@pytest.mark.parametrize("weight", [0, -1, 0.5, 1_000_001, 10**30, float("nan"), float("inf")])
def test_a_bad_weight_is_named(weight):
    with pytest.raises(InvalidArgumentError, match='weight of "ana": must be a whole number from 1 to'):
        Rotation({"ana": weight})


def test_bad_input():
    with pytest.raises(InvalidArgumentError, match="weights: must be 1 to 10000, got 0"):
        Rotation({})
    with pytest.raises(TypeError, match="weights: must map text to numbers"):
        Rotation({"ana": "much"})
    people = Rotation({"ana": 1, "ben": 1})
    with pytest.raises(NotFoundError, match='got "anna"; did you mean "ana"'):
        people.advance("anna")
    with pytest.raises(NotFoundError, match='got "zoe"'):
        people.next(["zoe"])
    with pytest.raises(ConflictError, match="must have taken a turn"):
        people.give_back("ana")
    with pytest.raises(ConflictError, match="must not be in the rotation yet"):
        people.join("ana")
    with pytest.raises(TypeError):
        people.next("ana")  # a text is not a list of keys


def test_the_examples_in_the_docstrings_run():
    finder = doctest.DocTestFinder()
    runner = doctest.DocTestRunner()
    tests = [t for t in finder.find(Rotation, "Rotation", globs=vars(huddlekit).copy()) if t.examples]
    for test in tests:
        runner.run(test)
    assert len(tests) >= 4
    assert runner.summarize().failed == 0
