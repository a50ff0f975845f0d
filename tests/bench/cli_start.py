"""How long `huddlekit today` takes from the shell, against a Python that imports sqlite3 and json."""

import os
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import huddlekit

ROUNDS = int(os.environ.get("HUDDLEKIT_ROUNDS", "40"))


def run(command: list[str]) -> tuple[float, float]:
    """Wall time in ms and the largest resident size in MB."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return took * 1e3, usage.ru_maxrss / 1024


def main() -> None:
    now = datetime(2026, 11, 23, 5, tzinfo=UTC)
    os.environ["HUDDLEKIT_NOW"] = now.isoformat()
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder, "bench.huddle")
        with huddlekit.open(book, create=True, now=lambda: now) as made:
            made.load_pack("harbour-hotel")
            made.publish_all(now.date())
        tool = str(Path(sysconfig.get_path("scripts"), "huddlekit"))
        commands = {
            "python -c 'import sqlite3, json'": [sys.executable, "-c", "import sqlite3, json"],
            "huddlekit today": [tool, "today", "--db", str(book), "--team", "kitchen"],
        }
        # One after the other, so that a busy moment of the machine meets both.
        figures = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                figures[name].append(run(command))
    medians = []
    for name, runs in figures.items():
        times, sizes = zip(*runs, strict=True)
        medians.append(statistics.median(times))
        print(f"{name:34}{medians[-1]:7.1f} ms (fastest {min(times):.1f}){max(sizes):7.1f} MB")
    print(f"{'ratio':34}{medians[1] / medians[0]:7.2f}, at most 4")


if __name__ == "__main__":
    main()
