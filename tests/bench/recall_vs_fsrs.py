"""Recall updates a second: the package `fsrs` beside huddlekit, over the same reviews on one core.

    python tests/bench/recall_vs_fsrs.py [reviews]

huddlekit is timed through Python, a call per review; what the C++ core does alone is RecallUpdates in
huddlekit_bench.
"""

import datetime as dt
import random
import sys
import time

import fsrs

from huddlekit import Recall

START = dt.datetime(2024, 1, 1, 12, tzinfo=dt.UTC)


def reviews(count):
    """One in ten forgotten, one in twenty on the same day."""
    rng = random.Random(20261123)
    for _ in range(count):
        gap = 0 if rng.random() < 0.05 else rng.randint(1, 60)
        yield gap, 1 if rng.random() < 0.1 else rng.randint(2, 4)


def with_fsrs(log):
    scheduler = fsrs.Scheduler(
        learning_steps=(), relearning_steps=(), maximum_interval=180, enable_fuzzing=False
    )
    ready, now = [], START
    for gap, rating in log:  # dates and ratings are made beforehand: only the reviews are timed
        now += dt.timedelta(days=gap)
        ready.append((now, fsrs.Rating(rating)))
    card = fsrs.Card()
    begin = time.process_time()
    for now, rating in ready:
        card, _ = scheduler.review_card(card, rating, now)
    return time.process_time() - begin, card.stability


def with_huddlekit(log):
    recall = Recall()
    begin = time.process_time()
    state = recall.first(log[0][1])
    for gap, rating in log[1:]:
        state = recall.review(state, gap, rating)
    return time.process_time() - begin, state.stability


def main():
    log = list(reviews(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000))
    rates = {}
    for name, run in (("fsrs", with_fsrs), ("huddlekit", with_huddlekit)):
        seconds, stability = min(run(log) for _ in range(5))
        rates[name] = len(log) / seconds
        print(f"{name:10} {rates[name] / 1e6:6.2f} million updates/s   last stability {stability!r}")
    print(f"{rates['huddlekit'] / rates['fsrs']:.0f} times as many")


if __name__ == "__main__":
    main()
