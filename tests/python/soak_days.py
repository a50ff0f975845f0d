"""Both suites on a hundred days and hours, by a clock put in front of the system's: `./dev soak days`.

    tests/python/soak_days.py           all days, without those that have passed with these very sources
    tests/python/soak_days.py TEXT      those whose row has that text, "29 February" or "2028-02-29"

The table, build/soak/days.tsv, has a row a day; what a day printed that failed is in build/soak/days/.
"""

import argparse
import csv
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import NamedTuple
from zoneinfo import ZoneInfo

ROOT = Path(__file__).parents[2]
SOAK = ROOT / "build" / "soak"
CLOCK = SOAK / "another_day.so"
COLUMNS = ["local time", "zone", "why", "C++", "Python", "seconds", "sources"]
HEADER = """\
# Both suites on {} days and hours. A day marked * runs all tests. On the others those of Python are
# left out (pytest -m heavy) that start a browser, a kernel, a compiler or a builder, wait for a time-out,
# play a year, or compare at length on days of their own, and of C++ forks between busy threads and the
# slowest comparisons on random input, of functions that are given every day they use:
# {}
"""
PURE = [
    "Blameless.Any*",
    "BookFile.AForkWhile*",
    "Compose.ALonger*",
    "Exposure.*",
    "Hostile.*",
    "HostilePlaybook.*",
    "RecurrenceOracle.*",
    "Render.StoriesOf*",
    "ReportPools.*",
    "Slack.TheBiggest*",
    "Teams.TheBiggest*",
    "Turns.NobodyIs*",
]
DAY = timedelta(days=1)
EXAMPLES = "1"  # of hypothesis: the days are what is tried here


class Moment(NamedTuple):
    at: datetime
    zone: str
    why: str
    whole: bool = False

    @property
    def local(self) -> str:
        return f"{self.at.astimezone(ZoneInfo(self.zone)):%a %Y-%m-%d %H:%M}"


def moment(day: date, time: str, why: str, zone: str = "UTC", whole: bool = False) -> Moment:
    local = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZoneInfo(zone))
    return Moment(local.astimezone(UTC), zone, why, whole)


def changes(zone: str, year: int) -> Iterator[datetime]:
    """When the clocks of a zone are changed."""
    at = datetime(year, 1, 1, tzinfo=UTC)
    while at.year == year:
        after = at + timedelta(minutes=30)
        if at.astimezone(ZoneInfo(zone)).utcoffset() != after.astimezone(ZoneInfo(zone)).utcoffset():
            yield after
        at = after


def moments() -> list[Moment]:
    """A hundred, each for a reason."""
    found = []
    for n, hour in enumerate(["00:10", "05:50", "06:45", "12:00", "14:45", "18:30", "23:55"]):
        found.append(moment(date(2026, 11, 23) + n * DAY, hour, "each weekday"))
        found.append(moment(date(2027, 6, 7) + n * DAY, hour, "each weekday, in summer", "Europe/Lisbon"))
    for month in range(1, 13):
        first = date(2027, month, 1)
        found.append(moment(first - DAY, "23:55", "the end of a month", "Europe/Lisbon"))
        found.append(moment(first, "00:10", "the first of a month", "Europe/Lisbon"))
    for year in (2028, 2032):
        for hour in ("00:10", "12:00", "23:55"):
            whole = (year, hour) == (2028, "12:00")
            found.append(moment(date(year, 2, 29), hour, "29 February", whole=whole))
        found.append(moment(date(year, 3, 1), "00:10", "the day after 29 February"))
    for year in range(2028, 2032):
        whole = year == 2031
        found.append(moment(date(year, 12, 31), "23:55", "the end of a year", whole=whole))
        found.append(moment(date(year, 1, 1), "00:10", "1 January"))
    for zone in ("Europe/Lisbon", "America/New_York", "Australia/Lord_Howe"):
        for year in (2027, 2028):
            for n, change in enumerate(changes(zone, year)):
                whole = (zone, year, n) == ("Europe/Lisbon", 2027, 0)
                for name, apart in (("before", -20), ("after", 20)):
                    why = f"20 minutes {name} a clock change"
                    at = change + timedelta(minutes=apart)
                    found.append(Moment(at, zone, why, whole and name == "after"))
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "America/St_Johns"):
        found.append(moment(date(2027, 9, 30), "00:10", "far from UTC", zone))
        found.append(moment(date(2027, 9, 30), "23:55", "far from UTC", zone))
    found.append(moment(date(2026, 12, 31), "12:00", "week 53"))
    found.append(moment(date(2027, 1, 3), "23:55", "the last day of week 53"))
    found.append(moment(date(2038, 1, 19), "03:10", "just before 2^31 seconds"))
    found.append(moment(date(2038, 1, 19), "03:20", "just after 2^31 seconds"))
    # The rest: any day and hour, always the same.
    while len(found) < 100:
        chance = int.from_bytes(hashlib.sha256(f"{len(found)}".encode()).digest()[:4])
        day = date(2027, 1, 1) + chance % 3650 * DAY
        found.append(moment(day, f"{chance % 24:02}:{chance % 60:02}", "any day and hour"))
    return found


def sources() -> str:
    """Changes with whatever a test could see."""
    names = ["CMakeLists.txt", "CMakePresets.json", "README.md", "pyproject.toml"]
    names += ["bindings", "cmake", "docs", "include", "python", "src", "tests"]
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "--", *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    whole = hashlib.sha256()
    for path in sorted({ROOT / name for name in listed}):
        if path.is_file():
            whole.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:12]


def under(at: datetime, zone: str, folder: Path, command: list[str]) -> tuple[int, str]:
    """Exit code and output of a command to which it is that moment."""
    environment = os.environ | {
        "TZ": zone,
        "TMPDIR": str(folder),
        "LD_PRELOAD": str(CLOCK),
        "HUDDLEKIT_APART": str(round(at.timestamp() - time.time())),
        "HUDDLEKIT_EXAMPLES": EXAMPLES,
        "PYTHONPYCACHEPREFIX": str(SOAK / "pycache"),  # what is compiled once serves a hundred times
    }
    for name in ("HUDDLEKIT_SOAK", "PYTHONDONTWRITEBYTECODE"):
        environment.pop(name, None)
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    return done.returncode, done.stdout


def told(code: int, found: list[str]) -> str:
    return (found[-1] if found else "") or f"exit code {code}"


def tried(one: Moment, processes: int) -> dict[str, str]:
    """Runs both suites and answers a row."""
    folder = Path(tempfile.mkdtemp(prefix="days-"))
    folder.chmod(0o755)  # a test of root's goes on as nobody
    began = time.monotonic()
    code, cpp = under(
        one.at,
        one.zone,
        folder,
        [
            "build/dev/tests/huddlekit_tests",
            "--gtest_brief=1",
            *(() if one.whole else [f"--gtest_filter=-{':'.join(PURE)}"]),
        ],
    )
    counted = re.findall(r"^\[  (?:PASSED|FAILED)  \] (\d+) tests?[.,]", cpp, re.MULTILINE)
    counts = f"{counted[0]} passed" if counted else ""
    row = {
        "C++": counts if code == 0 else f"FAILED: {told(code, re.findall('^.  FAILED  . (.+)', cpp, re.M))}"
    }
    command = [sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider"]
    command += [f"--basetemp={folder / 'pytest'}", *(() if one.whole else ("-m", "not heavy"))]
    command += ["-n", str(processes), "--dist", "loadfile"] if processes > 1 else ["-p", "no:xdist"]
    bad, python = under(one.at, one.zone, folder, command)
    summary = told(bad, re.findall(r"^=*\s*(\d+ .+) in [\d.]+s", python, re.MULTILINE))
    row["Python"] = summary if bad == 0 else f"FAILED: {summary}"
    if code or bad:
        log = SOAK / "days" / (re.sub(r"\W+", "-", f"{one.local} {one.zone}") + ".log")
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(f"{one.local} {one.zone}, {one.why}\n{cpp}\n{python}", encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    return row | {"seconds": f"{time.monotonic() - began:.0f}"}


class Table:
    """The rows in the file, which is written anew after each day."""

    def __init__(self, file: Path, days: list[Moment], stamp: str) -> None:
        self.file, self.days, self.stamp = file, days, stamp
        self.lock = Lock()
        self.rows = {}
        if file.exists():
            lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
            for row in csv.DictReader(lines, delimiter="\t"):
                self.rows[row["local time"], row["zone"]] = row

    @staticmethod
    def key(day: Moment) -> tuple[str, str]:
        return day.local + " *" * day.whole, day.zone

    def passed(self, day: Moment) -> bool:
        row = self.rows.get(self.key(day), {})
        return row.get("sources") == self.stamp and "FAILED" not in row["C++"] + row["Python"]

    def put(self, day: Moment, result: dict[str, str]) -> None:
        local, zone = self.key(day)
        row = {"local time": local, "zone": zone, "why": day.why, **result, "sources": self.stamp}
        with self.lock:
            self.rows[local, zone] = row
            self.file.parent.mkdir(parents=True, exist_ok=True)
            draft = self.file.with_suffix(".new")
            with draft.open("w", encoding="utf-8", newline="") as file:
                file.write(HEADER.format(len(self.days), " ".join(PURE)))
                table = csv.DictWriter(file, COLUMNS, delimiter="\t", lineterminator="\n")
                table.writeheader()
                table.writerows(self.rows[self.key(d)] for d in self.days if self.key(d) in self.rows)
            draft.replace(self.file)
            print(*row.values(), sep="  ", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("text", nargs="?", default="")
    text = parser.parse_args().text
    CLOCK.parent.mkdir(parents=True, exist_ok=True)
    source = Path(__file__).with_name("another_day.cpp")
    subprocess.run(["g++", "-std=c++20", "-O1", "-shared", "-fPIC", "-o", CLOCK, source], check=True)
    days = moments()
    table = Table(SOAK / "days.tsv", days, sources())
    meant = [d for d in days if text in " ".join((d.local, d.zone, d.why))]
    if not meant:
        parser.error(f"no day has {text!r} in its row")
    todo = [d for d in meant if not table.passed(d)]
    cores = os.cpu_count() or 1
    with ThreadPoolExecutor(cores) as pool:  # a day is one process, that is what costs least
        list(pool.map(lambda d: table.put(d, tried(d, 1)), [d for d in todo if not d.whole]))
    for day in todo:
        if day.whole:  # these compile, and must not do it twice at the same time
            table.put(day, tried(day, cores))
    good = sum(map(table.passed, meant))
    print(f"{good} passed, {len(meant) - good} failed")
    return 0 if good == len(meant) else 1


if __name__ == "__main__":
    sys.exit(main())
