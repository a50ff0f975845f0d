"""Seconds of a source that includes book.hpp alone, beside the first edition in one run: best of each."""

import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
FIRST = "fc2e336"
ROUNDS = 9


def seconds(headers: Path, folder: Path) -> float:
    source = folder / "one.cpp"
    source.write_text('#include "huddlekit/book.hpp"\n', encoding="utf-8")
    began = time.perf_counter()
    command = ["g++", "-std=c++20", "-O2", "-I", str(headers), "-c", str(source), "-o", str(folder / "one.o")]
    subprocess.run(command, check=True)
    return time.perf_counter() - began


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        archive = subprocess.run(
            ["git", "archive", FIRST, "include"], cwd=ROOT, check=True, capture_output=True
        ).stdout
        subprocess.run(["tar", "x", "-C", str(folder)], input=archive, check=True)
        taken: dict[str, list[float]] = {"first": [], "now": []}
        for _ in range(ROUNDS):
            taken["first"].append(seconds(folder / "include", folder))
            taken["now"].append(seconds(ROOT / "include", folder))
    first, now = min(taken["first"]), min(taken["now"])
    print(f"first edition {first:.2f} s, now {now:.2f} s: {now / first:.2f} of it")


if __name__ == "__main__":
    main()
