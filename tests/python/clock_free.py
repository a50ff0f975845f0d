"""Nothing but the two clocks reads the system's: a test that does fails on another day.

Prints file:line of every other reading in the sources and the tests, and of every test that opens a book
without a clock.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CLOCKS = {"python/huddlekit/clocks.py", "src/book/impl.cpp"}
# Programs of others, which are asked for a day; and those whose subject it is.
APART = {
    "tests/python/another_day.cpp",
    "tests/python/clock_free.py",
    "tests/python/soak_days.py",
    "tests/python/test_clocks.py",
    "tests/python/user_program.py",
    "tests/consumer/main.cpp",
    "tests/embedding/intranet.cpp",
    "tests/embedding/intranet.py",
}
READS = re.compile(
    r"\bdate(time)?\.(now|today|utcnow)\(|\btime\.time(_ns)?\(|\b(localtime|gmtime)\(\)"
    r"|\bsystem_clock::now\(|\bgettimeofday\(|\btime\((0|NULL|nullptr)\)|CURRENT_(TIME|DATE)|'now'"
)
OPENS = re.compile(r"\b(huddlekit|hk|Book)(\.|::)open\(")


def readings(name: str, text: str) -> list[int]:
    """Lines, from 1, on which the file of that name does what it must not."""
    found = [match.start() for match in READS.finditer(text)]
    if name.startswith("tests/"):
        found += [m.start() for m in OPENS.finditer(text) if "now" not in arguments(text, m.end())]
    return sorted(text.count("\n", 0, at) + 1 for at in found)


def arguments(text: str, start: int) -> str:
    """What stands between the parentheses of a call."""
    depth, end = 1, start
    while depth and end < len(text):
        depth += {"(": 1, ")": -1}.get(text[end], 0)
        end += 1
    return text[start:end]


def main() -> int:
    bad = [
        f"{name}:{line}: reads the system's clock"
        for folder in ("bindings", "include", "python", "src", "tests")
        for path in sorted((ROOT / folder).rglob("*.[chp][py]*"))
        if path.suffix in {".py", ".cpp", ".hpp"}
        and (name := str(path.relative_to(ROOT))) not in CLOCKS | APART
        for line in readings(name, path.read_text(encoding="utf-8"))
    ]
    print(*bad, sep="\n", end="\n" if bad else "")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
