import copy
import datetime as dt
import doctest
import math
import pickle
import random

import fsrs
import pytest
from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

import huddlekit
from huddlekit import InvalidArgumentError, Rating, Recall, RecallState

NOON = dt.datetime(2024, 1, 1, 12, tzinfo=dt.UTC)


def history(rng):
    """Days since the last review (0 before the first) and ratings; every fourth review is on the same day."""
    gaps = [0 if rng.random() < 0.25 else rng.randint(0, 400) for _ in range(rng.randint(1, 30))]
    return [(0 if i == 0 else gap, rng.randint(1, 4)) for i, gap in enumerate(gaps)]


def scheduler(weights, retention, max_interval):
    return fsrs.Scheduler(
        parameters=weights,
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=max_interval,
        enable_fuzzing=False,
    )


def close(a, b):
    return math.isclose(a, b, rel_tol=1e-12, abs_tol=0)


def compare(weights, retention, max_interval, reviews, rng):
    """Both through one history; after every review both must say the same."""
    theirs = scheduler(weights, retention, max_interval)
    ours = Recall(weights, retention, max_interval)
    card, state, now = fsrs.Card(), None, NOON
    for gap, rating in reviews:
        now += dt.timedelta(days=gap)
        card, _ = theirs.review_card(card, fsrs.Rating(rating), now)
        state = ours.first(rating) if state is None else ours.review(state, gap, rating)
        assert close(state.stability, card.stability)
        assert close(state.difficulty, card.difficulty)
        assert ours.interval(state) == (card.due - card.last_review).days
        ahead = rng.randint(0, 400)
        expected = theirs.get_card_retrievability(card, now + dt.timedelta(days=ahead))
        assert close(ours.retrievability(state, ahead), expected)


@pytest.mark.heavy
@pytest.mark.parametrize("seed", range(0, 1000, 100))
def test_a_thousand_random_histories_agree_with_the_package(seed):
    for run in range(seed, seed + 100):
        rng = random.Random(run)
        bounds = zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
        weights = [rng.uniform(low, high) for low, high in bounds]
        compare(weights, rng.uniform(0.7, 0.97), rng.choice([30, 180, 36500]), history(rng), rng)


def test_the_default_weights_agree_with_the_package():
    assert Recall().weights == tuple(fsrs.Scheduler().parameters)
    for run in range(200):
        rng = random.Random(f"default {run}")
        compare(Recall().weights, 0.9, 180, history(rng), rng)


def test_weights_at_their_bounds_agree_with_the_package():
    for run in range(200):
        rng = random.Random(f"bounds {run}")
        weights = [rng.choice(b) for b in zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)]
        compare(weights, rng.choice([0.7, 0.97]), 180, history(rng), rng)


def test_a_history_computed_by_hand():
    recall = Recall()
    state = recall.first(Rating.AGAIN)
    for elapsed_days in (0, 1, 3, 8, 21):
        state = recall.review(state, elapsed_days, Rating.GOOD)
    assert state.stability == pytest.approx(53.62691, abs=1e-4)
    assert state.difficulty == pytest.approx(6.3574867, abs=1e-4)


def test_ratings_are_the_enum_or_their_number():
    recall, state = Recall(), RecallState(10, 5)
    assert [int(r) for r in Rating] == [1, 2, 3, 4]
    for rating in Rating:
        assert recall.first(rating) == recall.first(int(rating))
        assert recall.review(state, 9, rating) == recall.review(state, 9, int(rating))


def test_a_log_of_one_rating_a_day_replays_to_the_same_state():
    recall, rng = Recall(), random.Random(5)
    for _ in range(100):
        day, state, log = dt.date(2026, 1, 5), None, []
        for _ in range(rng.randint(1, 12)):
            gap, rating = rng.randint(1, 60), rng.randint(1, 4)
            day += dt.timedelta(days=gap)
            log.append((day, rating))
            state = recall.review(state, gap, rating) if state else recall.first(rating)
        assert recall.replay(log) == state


def test_of_several_ratings_on_one_day_the_last_counts():
    recall, monday = Recall(), dt.date(2026, 11, 23)
    friday = monday + dt.timedelta(days=4)
    shifts = [(monday, 1), (monday, 4), (monday, 3), (friday, 3), (friday, Rating.HARD)]
    assert recall.replay(shifts) == recall.replay([(monday, 3), (friday, 2)])
    assert recall.replay([]) is None


@given(
    stability=st.floats(0.01, 1e5),
    start=st.integers(0, 400),
    length=st.integers(0, 400),
    decay=st.floats(0.1, 0.8),
)
def test_days_remembered_lie_between_the_ends_of_the_curve(stability, start, length, decay):
    recall = Recall([*Recall().weights[:20], decay])
    state, end = RecallState(stability, 5), start + length
    days = recall.days_remembered(state, start, end)
    assert recall.retrievability(state, end) * length <= days + 1e-9
    assert days <= recall.retrievability(state, start) * length + 1e-9


def test_values_copy_pickle_and_show_the_call():
    weights = [w * 0.99 if 0.5 < w < 0.9 else w for w in Recall().weights]
    for value in (Recall(), Recall(weights, 0.8, 90), RecallState(2.5, 7)):
        again = eval(repr(value), {"Recall": Recall, "RecallState": RecallState})
        assert again == pickle.loads(pickle.dumps(value)) == copy.copy(value) == value
    assert Recall() != Recall(retention=0.85)
    assert pickle.loads(pickle.dumps(Rating.HARD)) is Rating.HARD


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda r, s: Recall([1.0] * 19), r"weights: must be 21 numbers, got 19"),
        (lambda r, s: Recall([math.nan] * 21), r"weights\[0\]: must be between 0.001 and 100, got nan"),
        (lambda r, s: Recall([*r.weights[:20], 0.9]), r"weights\[20\]: must be between 0.1 and 0.8, got 0.9"),
        (lambda r, s: Recall(retention=1.0), r"retention: .*, got 1"),
        (lambda r, s: Recall(retention=-0.1), r"retention: .*, got -0.1"),
        (lambda r, s: Recall(max_interval=0), r"max_interval: must be between 1 and 36500 days, got 0"),
        (lambda r, s: r.first(0), r"rating: must be 1 .* 4 \(Easy\), got 0"),
        (lambda r, s: r.review(s, 3, 5), r"rating: .*, got 5"),
        (lambda r, s: r.review(s, -1, 3), r"elapsed_days: must not be negative, got -1"),
        (lambda r, s: r.retrievability(s, -7), r"elapsed_days: .*, got -7"),
        (lambda r, s: r.interval(RecallState(0, 5)), r"stability: .*, got 0"),
        (lambda r, s: r.interval(RecallState(math.inf, 5)), r"stability: .*, got inf"),
        (lambda r, s: r.review(RecallState(5, 11), 1, 3), r"difficulty: must be between 1 and 10, got 11"),
        (lambda r, s: r.days_remembered(s, 5, 4), r"days: need 0 <= start <= end, got 5 and 4"),
        (
            lambda r, s: r.replay([(dt.date(2026, 1, 2), 3), (dt.date(2026, 1, 1), 3)]),
            r"reviews: days must not go backwards, got 2026-01-01 after 2026-01-02",
        ),
        (lambda r, s: r.replay([(dt.date(2026, 1, 2), 9), (dt.date(2026, 1, 2), 3)]), r"rating: .*, got 9"),
    ],
)
def test_a_broken_rule_names_the_value(call, message):
    with pytest.raises(InvalidArgumentError, match=message):
        call(Recall(), RecallState(5, 5))


def test_what_is_not_a_number_or_a_date_is_a_type_error():
    recall, state = Recall(), RecallState(5, 5)
    for call in (
        lambda: recall.first("good"),
        lambda: recall.review(state, 1.5, 3),
        lambda: recall.review(None, 1, 3),
        lambda: recall.replay([(dt.datetime(2026, 1, 2), 3)]),
    ):
        with pytest.raises(TypeError):
            call()


@pytest.mark.parametrize("subject", [Recall, Recall.days_remembered, Recall.replay])
def test_the_examples_in_the_docstrings_run(subject):
    names = dict(vars(huddlekit))
    example = doctest.DocTestParser().get_doctest(subject.__doc__, names, subject.__name__, None, 0)
    assert example.examples
    assert doctest.DocTestRunner().run(example).failed == 0
