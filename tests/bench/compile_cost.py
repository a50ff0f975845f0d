"""What the package costs to compile, in CPU seconds, beside one source that includes pybind11.h and binds one
function, with the same flags and in the same run. Compiles everything anew, without a compiler cache."""

import json
import os
import resource
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
ONE = """\
#include <pybind11/pybind11.h>
int add(int a, int b) { return a + b; }
PYBIND11_MODULE(one, m) { m.def("add", &add); }
"""


def cpu(command: list[str], folder: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def one_source(build: Path, folder: Path) -> list[str]:
    """Compiled as the bindings are."""
    commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    command = shlex.split(next(c["command"] for c in commands if "bindings" in c["command"]))
    (folder / "one.cpp").write_text(ONE, encoding="utf-8")
    flags = command[: command.index("-o")]
    return [*flags, "-o", str(folder / "one.o"), "-c", str(folder / "one.cpp")]


def main() -> None:
    os.environ.pop("CMAKE_CXX_COMPILER_LAUNCHER", None)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        wheel = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", str(ROOT)]
        settings = [f"-Cbuild-dir={folder}/build", "-Ccmake.define.CMAKE_EXPORT_COMPILE_COMMANDS=ON"]
        package = cpu([*wheel, *settings, "--wheel-dir", str(folder)], ROOT)
        one = one_source(folder / "build", folder)
        single = median(cpu(one, folder) for _ in range(5))
    print(f"package {package:.0f} s of CPU, one binding {single:.1f} s: {package / single:.1f} times")


if __name__ == "__main__":
    main()
